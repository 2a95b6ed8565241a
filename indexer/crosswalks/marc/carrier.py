"""336-338, 245 $h, 533, 006, 007 and 008 → in what form the thing is: print, online, microform or something else."""

import re
from typing import Final

from discovery.catalog.formats import carrier_from_words
from discovery.catalog.record import Carrier, Type
from indexer.crosswalks.marc.fields import MarcFields

# RDA's codes, https://www.loc.gov/standards/valuelist/rdacarriers.html, mostly by their first letter: what needs
# no device ("n") is printed, but for objects.
_SAID: Final[dict[str, Carrier]] = {"cr": "online", "nr": "other"}
_CARRIERS: Final[dict[str, Carrier]] = {
    "h": "microform", "n": "print", "a": "other", "c": "other", "e": "other", "g": "other", "m": "other", "p": "other",
    "s": "other", "v": "other",
}  # fmt: skip
# 007/00, the category of material; maps, pictures, scores and text say nothing about being printed or not.
_CATEGORIES: Final[dict[str, Carrier]] = {
    "h": "microform",
    "s": "other",
    "v": "other",
    "m": "other",
    "g": "other",
    "f": "other",
}
# 008/23 (in maps and visual materials 29), "form of item".
_FORMS: Final[dict[str, Carrier]] = {
    "a": "microform", "b": "microform", "c": "microform", "o": "online", "s": "online", "q": "other", "d": "print",
    "r": "print", "f": "other",
}  # fmt: skip
# Things that are no paper even when nobody says so.
_RARELY_PRINTED: Final = ("audio", "video", "object", "software")
# 007/01 of what a file is on: tape, cartridge, disc, memory card. What is read over a network is "r".
_TANGIBLE: Final = frozenset("abcdefhjkmoz")
_ON_DISC: Final = re.compile(
    r"(?:\d+ )?(?:cd|dvd|computer (?:laser |optical )*dis[ck]|cakram|keping|disket|flash ?dis[ck]|usb)",
    re.IGNORECASE,
)


def map_carrier(marc: MarcFields, kind: Type) -> Carrier:
    """Print, online, microform or something else: 338, 245 $h, 007, 006 and 008, the most telling first.

    A reproduction on film or online is described by 533, 007 and 245 $h while 008/23 may still be the original's:
    https://www.loc.gov/marc/bibliographic/bd007.html. A volume of Braille is no print.
    """
    found = _rda_carrier(marc, kind)
    if found is not None:
        return "other" if found == "print" and _is_tactile(marc) else found
    field = marc.first("245")
    medium = field.get("h") if field is not None else ""
    words = carrier_from_words(medium) if medium else None
    if words is not None:
        return "other" if words == "online" and _is_on_disc(marc) else words
    for field007 in marc.controls("007"):
        if field007[:2].lower() == "cr":
            return "online"
        category = _CATEGORIES.get(field007[:1])
        if category is not None:
            return category
        if field007[:1] == "c" and field007[1:2] not in " |":
            return "other"
    found = _form_of_item(marc, kind)
    return "microform" if found == "print" and (_is_filmed(marc) or _needs_reader(marc)) else found


def _rda_carrier(marc: MarcFields, kind: Type) -> Carrier | None:
    found: list[Carrier] = []
    for field in marc.get("338"):
        codes = field.all("b")
        found.extend(_SAID.get(code) or _CARRIERS[code[0]] for code in codes if code[0] in _CARRIERS)
        if not codes:
            words = carrier_from_words(field.get("a"))
            found += [words] if words is not None else []
    # A printed volume with a disc is a printed volume; one with an online twin in the same record is too. A film with a
    # booklet is a film.
    others = [each for each in found if each != "print"]
    if "print" in found and not (others and kind in _RARELY_PRINTED):
        return "print"
    return others[0] if others else None


def _is_tactile(marc: MarcFields) -> bool:
    """Whether the content is to be touched: of RDA's codes those of tactile text, music and images begin with "tc"."""
    return any(code.startswith("tc") for field in marc.get("336") for code in field.all("b"))


def _is_on_disc(marc: MarcFields) -> bool:
    """Whether an "[electronic resource]" is a thing in hand: AACR2 calls a CD-ROM so, and what is read online."""
    kinds = [field007[1:2] for field007 in marc.controls("007") if field007[:1] == "c"]
    if any(kind != " " and kind != "|" for kind in kinds):
        return "r" not in kinds and any(kind in _TANGIBLE for kind in kinds)
    field = marc.first("300")
    return field is not None and _ON_DISC.match(field.get("a")) is not None


def _is_filmed(marc: MarcFields) -> bool:
    """Whether 533 says that this is a film of the described; $3 and $5 tell of a part, or of one library's copy."""
    return any(
        field.get("a").lower().startswith(("microf", "mikrof")) and not field.get("3") and not field.get("5")
        for field in marc.get("533")
    )


def _needs_reader(marc: MarcFields) -> bool:
    """Whether all of it is for a microform reader, by 337 alone: https://www.loc.gov/marc/bibliographic/bd337.html"""
    fields = marc.get("337")
    return bool(fields) and all(
        "h" in field.all("b") or field.get("a").lower().startswith(("microf", "mikrof")) for field in fields
    )


def _form_of_item(marc: MarcFields, kind: Type) -> Carrier:
    position = 29 if marc.leader[6] in "efgkor" else 23
    forms = [marc.control("008")[position : position + 1]]
    forms += [each[position - 17 : position - 16] for each in marc.controls("006") if each[:1] != "m"]
    for form in forms:
        carrier = _FORMS.get(form)
        if carrier is not None and form != " ":
            return carrier
    if kind != "software" and any(each[:1] == "m" for each in marc.controls("006")):
        return "online" if any(field.second in "01" for field in marc.get("856")) else "print"
    return "other" if kind in _RARELY_PRINTED else "print"
