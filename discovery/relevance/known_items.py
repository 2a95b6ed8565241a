"""Known-item searches made from catalogued records by rule: what somebody types who has the book in mind.

The rules are the ones every catalogue can be measured by: nothing in them knows how Padu searches. The same record
always gives the same searches.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from discovery.catalog.contributor import Contributor
from discovery.catalog.record import UnionRecord

Rule = Literal[
    "title",
    "title and author",
    "surname and two title words",
    "identifier",
    "title with diacritics",
    "title without diacritics",
    "one typing error",
    "old spelling",
    "part of a title",
    "series and number",
]
RULES: tuple[Rule, ...] = get_args(Rule)

_WORD = re.compile(r"[^\W\d_]+")
# "dan", "the", "der": nobody remembers a book by these. From four letters on words begin to tell.
_SHORTEST_REMEMBERED = 4
# A title of more words than this is pasted, not typed.
_MOST_TYPED_WORDS = 12
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# What the spelling reforms of 1947 and 1972 replaced, by its older form.
_OLDER = (("ny", "nj"), ("sy", "sj"), ("kh", "ch"), ("j", "dj"), ("c", "tj"), ("y", "j"), ("u", "oe"))
_NEWER_SOUND = re.compile("|".join(newer for newer, _ in _OLDER))


@dataclass(frozen=True, slots=True)
class KnownItem:
    """A search, and the record that it is for."""

    rule: Rule
    query: str
    record: UnionRecord


def known_items(record: UnionRecord) -> Iterator[KnownItem]:
    """The searches for one record; a rule that the record gives nothing for gives no search."""
    for rule, asked in _ASKED.items():
        query = asked(record)
        if query:
            yield KnownItem(rule, query, record)


def without_diacritics(text: str) -> str:
    """Letters without their marks, as typed on a keyboard that has none."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def mistyped(text: str, chance: random.Random) -> str:
    """One letter left out, one too many, a wrong one, or two swapped, in one of the longer words."""
    words = [match for match in _WORD.finditer(text) if len(match[0]) >= _SHORTEST_REMEMBERED]
    if not words:
        return ""
    word = chance.choice(words)
    at = chance.randrange(word.start(), word.end() - 1)
    first, second = text[at], text[at + 1]
    other = chance.choice([letter for letter in _LETTERS if letter != first.lower()])
    wrong = chance.choice((second, first + other + second, other + second, second + first))
    return text[:at] + wrong + text[at + 2 :]


def old_spelling(text: str) -> str:
    """Indonesian as it was spelt before 1947: "Jakarta dan cucunya" as "Djakarta dan tjoetjoenja"."""
    older = dict(_OLDER)
    return _NEWER_SOUND.sub(lambda match: older[match[0]], text.lower())


def _title(record: UnionRecord) -> str:
    return record.description.title.main


def _title_and_author(record: UnionRecord) -> str:
    author = _author(record)
    return f"{_title(record)} {author.direct}" if author else ""


def _surname_and_words(record: UnionRecord) -> str:
    """Nothing where the title has not two longer words besides the name."""
    surname = surname_of(record)
    words = [word for word in _title_words(record) if word.lower() != surname.lower()]
    return f"{surname} {' '.join(_chance(record).sample(words, 2))}" if surname and len(words) >= 2 else ""


def surname_of(record: UnionRecord) -> str:
    """The surname of the first author, or "" for organisations and names too short to be remembered."""
    author = _author(record)
    if author is None or author.kind != "person":
        return ""
    name = author.name.partition(",")[0] if "," in author.name else author.name.split()[-1]
    return name if len(name) >= _SHORTEST_REMEMBERED else ""


def _title_words(record: UnionRecord) -> list[str]:
    different = {word.lower(): word for word in _WORD.findall(_title(record))}
    return [word for word in different.values() if len(word) >= _SHORTEST_REMEMBERED]


def _identifier(record: UnionRecord) -> str:
    return next((each.value for each in record.description.identifiers if each.scheme in ("isbn", "issn")), "")


def _with_diacritics(record: UnionRecord) -> str:
    title = _title(record)
    return title if without_diacritics(title) != title else ""


def _mistyped_title(record: UnionRecord) -> str:
    title = _title(record)
    return mistyped(title, _chance(record)) if len(title.split()) <= _MOST_TYPED_WORDS else ""


def _old_spelling(record: UnionRecord) -> str:
    if record.description.languages not in (("id",), ("ms",)):
        return ""
    title = _title(record)
    older = old_spelling(title)
    return older if older != title.lower() else ""


def _part_of_title(record: UnionRecord) -> str:
    parts = [part for part in record.description.title.parts if _WORD.search(part)]
    return f"{_title(record)} {parts[-1]}" if parts else ""


def _series_and_number(record: UnionRecord) -> str:
    return next((f"{each.title} {each.number}" for each in record.description.series if each.number), "")


_ASKED: dict[Rule, Callable[[UnionRecord], str]] = {
    "title": _title,
    "title and author": _title_and_author,
    "surname and two title words": _surname_and_words,
    "identifier": _identifier,
    "title with diacritics": _with_diacritics,
    "title without diacritics": lambda record: without_diacritics(_with_diacritics(record)),
    "one typing error": _mistyped_title,
    "old spelling": _old_spelling,
    "part of a title": _part_of_title,
    "series and number": _series_and_number,
}


def _author(record: UnionRecord) -> Contributor | None:
    contributors = record.description.contributors
    return next((each for each in contributors if each.primary), contributors[0] if contributors else None)


def _chance(record: UnionRecord) -> random.Random:
    return random.Random(record.id)
