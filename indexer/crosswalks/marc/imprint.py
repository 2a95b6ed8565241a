"""Places, publishers and dates of 260 and 264 that were typed into one subfield, apart."""

import re
from collections.abc import Sequence
from typing import Final

from indexer.crosswalks.marc.fields import Field

# "Federal Power Commission ; for sale by the Supt. of Docs.", and what older rules put for further publishers.
_SELLER: Final = re.compile(
    r"\s*[:;]\s+(?=(?:for sale|sold|(?:exclusively )?distributed|didistribusikan|dijual|distribué|diffusé|vertrieb)\b)"
    r"|\s*[;,] etc\., etc[., ]*$",
    re.IGNORECASE,
)
_COLON: Final = re.compile(r"\s*:\s+")
# "Gramedia, 2014" behind the place: the publisher and the date.
_DATED: Final = re.compile(r"(.*?)\s*,\s*(\D{0,4}\d{4}(?:\D.{0,12})?)", re.DOTALL)


def stated(field: Field) -> Sequence[tuple[str, str]]:
    """The field's subfields: one for each place ($a, $e), publisher ($b, $f) and date ($c).

    ISBD's marks within a subfield tell what it holds: "Jakarta : Gramedia, 2014" where there is no $b, "Oxford ; New
    York", and who sells it behind who published it.
    """
    for _, value in field.subfields:
        if ": " in value or "; " in value:
            return _apart(field)
    return field.subfields


def _apart(field: Field) -> list[tuple[str, str]]:
    codes = {code for code, _ in field.subfields}
    found: list[tuple[str, str]] = []
    for code, value in field.subfields:
        if code == "a":
            places, rest = value, ""
            if " : " in value or (codes.isdisjoint("b") and ": " in value):
                places, rest = _COLON.split(value, maxsplit=1)
            found += [("a", place) for place in places.split(" ; ")]
            found += _publisher(rest, is_dated="c" not in codes) if rest else []
        elif code in "bf":
            found += [(code, name) for name in _SELLER.split(value) if name]
        else:
            found.append((code, value))
    return found


def _publisher(text: str, *, is_dated: bool) -> list[tuple[str, str]]:
    dated = _DATED.fullmatch(text) if is_dated else None
    name, date = dated.groups() if dated else (text, "")
    return [*(("b", each) for each in _SELLER.split(name) if each), *([("c", date)] if date else [])]
