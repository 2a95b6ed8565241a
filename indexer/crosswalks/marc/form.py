"""Leader, 008, 245 $h, 300 $a, 336 and 502 → what kind of thing it is, and for whom."""

import re
from typing import Final

from discovery.catalog.formats import type_from_words
from discovery.catalog.record import Type
from indexer.crosswalks.marc.fields import MarcFields

# Leader/06: https://www.loc.gov/marc/bibliographic/bdleader.html.
_TYPES: Final[dict[str, Type]] = {
    "a": "book", "c": "score", "d": "score", "e": "map", "f": "map", "g": "video", "i": "audio", "j": "audio",
    "k": "image", "m": "software", "o": "object", "p": "manuscript", "r": "object", "t": "manuscript",
}  # fmt: skip
# 008/33 of visual materials: what isn't a moving picture. https://www.loc.gov/marc/bibliographic/bd008v.html
_VISUAL: Final[dict[str, Type]] = {
    **dict.fromkeys("acfiklnopst", "image"),
    **dict.fromkeys("bdgqrw", "object"),
    **dict.fromkeys("mv", "video"),
}
# RDA's codes, which mean the same in every language: https://www.loc.gov/standards/valuelist/rdacontent.html
_CONTENT: Final[dict[str, Type]] = {
    "cop": "software", "crd": "map", "cri": "map", "crm": "map", "crt": "map", "crn": "map", "crf": "map",
    "ntm": "score", "tcm": "score", "prm": "audio", "snd": "audio", "spw": "audio", "sti": "image", "tci": "image",
    "tcf": "object", "tdf": "object", "tdi": "video", "tdm": "video",
}  # fmt: skip
_TEXT: Final = ("txt", "tct")
# DSpace writes one leader for everything, that of a sound recording: its oai/metadataFormats/marc.xsl.
_DSPACE_LEADER: Final = "00925njm 22002777a"
# What a printed text is not, whatever the leader says: "1 sound disc : digital, stereo".
_PLAYED: Final[tuple[tuple[Type, re.Pattern[str]], ...]] = (
    (
        "audio",
        re.compile(r"\d+ (?:(?:sound|audio) ?(?:dis[ck]|cassette|tape|reel)|compact dis[ck])s?\b", re.IGNORECASE),
    ),
    ("video", re.compile(r"\d+ video ?(?:dis[ck]|cassette|tape|reel)s?\b", re.IGNORECASE)),
)


def map_type(marc: MarcFields) -> Type:
    """The one kind that describes the thing best.

    A thesis says so in 502 or 008; a part of a journal is an article; level s is a serial; otherwise leader/06
    decides, made finer by 33X and 245 $h: https://www.loc.gov/marc/bibliographic/bdleader.html.
    """
    kind, level = marc.leader[6], marc.leader[7]
    if kind == "j" and marc.leader.startswith(_DSPACE_LEADER):
        return "book"
    field008 = marc.control("008")
    if kind in "at" and (marc.get("502") or (level == "m" and "m" in field008[24:28])):
        return "thesis"
    if level in "ab" and kind in "at ":
        return "article" if level == "b" or marc.get("773") else "book"
    if level == "s" and kind in "at ":
        return "serial"
    if level == "i" and kind in "a ":
        return "serial" if field008[21:22] in ("m", "n", "p") else "book"
    if kind == "g":
        return _VISUAL.get(field008[33:34], "video")
    if kind == "m":
        # So all serials online were coded until 1997, and are in many files.
        return "serial" if level == "s" else _type_of_electronic(marc, field008)
    # A leader that says "a" is what a system writes by itself; [sound recording] was typed by somebody.
    stated = _content_type(marc) or (_designated_type(marc) if kind in "a " else None)
    if stated is None and kind in "ac " and not marc.get("336"):
        stated = _played(marc)
    return stated or _TYPES.get(kind, "book")


def _played(marc: MarcFields) -> Type | None:
    """What 300 $a counts first, if that is to be heard or watched: a copied leader says "printed text" or "score"."""
    field = marc.first("300")
    counted = field.get("a") if field is not None else ""
    return next((kind for kind, pattern in _PLAYED if pattern.match(counted)), None)


def _type_of_electronic(marc: MarcFields, field008: str) -> Type:
    """A file is what its content is: 008/26 d (document) and e (bibliographic data) are texts."""
    content = _content_type(marc)
    if content is not None or marc.get("336"):
        return content or "book"
    return "book" if field008[26:27] in ("d", "e") else "audio" if field008[26:27] == "h" else "software"


def _content_type(marc: MarcFields) -> Type | None:
    """336 $b, or its words; None when the content is text or nothing is said. Text beside anything stays text."""
    found: Type | None = None
    for field in marc.get("336"):
        codes = field.all("b")
        if any(code in _TEXT for code in codes):
            return None
        for code in codes:
            found = found or _CONTENT.get(code)
        if not codes:
            words = type_from_words(field.get("a"))
            if words == "book":
                return None
            found = found or words
    return found


def _designated_type(marc: MarcFields) -> Type | None:
    """What the medium designator of 245 $h says."""
    field = marc.first("245")
    medium = field.get("h") if field is not None else ""
    return type_from_words(medium) if medium else None


def map_audience(marc: MarcFields) -> str:
    """008/22 as its letter (j: children and young people): https://www.loc.gov/marc/bibliographic/bd008b.html.

    Only books, music, visual materials and computer files have it; in serials and maps the position means something
    else.
    """
    if marc.leader[6] in "efp" or marc.leader[7] in "bsi":
        return ""
    letter = marc.control("008")[22:23]
    return letter if letter and letter in "abcdefgj" else ""
