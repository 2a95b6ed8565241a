"""$6: one statement in two scripts, each in a field of the same tag, as 880 is in MARC 21.

https://www.ifla.org/unimarc-bibliographic-format/: "a01" is the link (a letter that says why, then the number that both
fields have), and $7 the script.
"""

import re
from collections.abc import Sequence
from typing import Final

from indexer.crosswalks.marc.fields import Field

_LINK: Final = re.compile(r"[a-z]?(\d\d)")
_NOT_LINKED: Final = "00"
# Subfields that hold no words of the statement.
_CODES: Final = "0123456789"


def in_scripts(fields: Sequence[Field]) -> list[tuple[Field, Field | None]]:
    """The fields of one tag in order, each with the one that says the same in its own script, if there is one.

    Of two that are linked the romanised one stands for both, as in MARC 21; two in one script stay two.
    """
    numbered: dict[str, list[Field]] = {}
    for field in fields:
        link = _LINK.match(field.get("6"))
        if link and link[1] != _NOT_LINKED:
            numbered.setdefault(link[1], []).append(field)
    originals: dict[int, Field] = {}
    for linked in numbered.values():
        if len(linked) == 2 and _is_latin(linked[0]) != _is_latin(linked[1]):
            romanised, original = linked if _is_latin(linked[0]) else reversed(linked)
            originals[id(romanised)] = original
    taken = set(map(id, originals.values()))
    return [(field, originals.get(id(field))) for field in fields if id(field) not in taken]


def _is_latin(field: Field) -> bool:
    letters = [each for code, value in field.subfields if code not in _CODES for each in value if each.isalpha()]
    return sum(each < "\u0250" or "\u1e00" <= each < "\u1f00" for each in letters) * 2 > len(letters)
