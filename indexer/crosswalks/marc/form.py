"""Leader, 006, 007, 008, 33X, 245 $h and 502 → what kind of thing it is, and in what form."""

from typing import Final

from discovery.catalog.formats import carrier_from_words, type_from_words
from discovery.catalog.record import Carrier, Type
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
# First letter of RDA's carrier codes, https://www.loc.gov/standards/valuelist/rdacarriers.html; "cr" is online.
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
# DSpace writes one leader for everything, that of a sound recording: its oai/metadataFormats/marc.xsl.
_DSPACE_LEADER: Final = "00925njm 22002777a"
# Things that are no paper even when nobody says so.
_RARELY_PRINTED: Final = ("audio", "video", "object", "software")


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
        return _type_of_electronic(marc, field008)
    # A leader that says "a" is what a system writes by itself; [sound recording] was typed by somebody.
    stated = _content_type(marc) or (_designated_type(marc) if kind in "a " else None)
    return stated or _TYPES.get(kind, "book")


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


def map_carrier(marc: MarcFields, kind: Type) -> Carrier:
    """Print, online, microform or something else: 338, 245 $h, 007, 006 and 008, the most telling first.

    A reproduction on film or online is described by 533, 007 and 245 $h while 008/23 may still be the original's:
    https://www.loc.gov/marc/bibliographic/bd007.html.
    """
    found = _rda_carrier(marc)
    if found is not None:
        return found
    field = marc.first("245")
    medium = field.get("h") if field is not None else ""
    words = carrier_from_words(medium) if medium else None
    if words is not None:
        return words
    for field007 in marc.controls("007"):
        if field007[:2].lower() == "cr":
            return "online"
        category = _CATEGORIES.get(field007[:1])
        if category is not None:
            return category
        if field007[:1] == "c" and field007[1:2] not in " |":
            return "other"
    return _form_of_item(marc, kind)


def _rda_carrier(marc: MarcFields) -> Carrier | None:
    found: list[Carrier] = []
    for field in marc.get("338"):
        codes = field.all("b")
        found.extend("online" if code == "cr" else _CARRIERS[code[0]] for code in codes if code[0] in _CARRIERS)
        if not codes:
            words = carrier_from_words(field.get("a"))
            found += [words] if words is not None else []
    # A printed volume with a disc is a printed volume; one with an online twin in the same record is too.
    return "print" if "print" in found else found[0] if found else None


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


def map_audience(marc: MarcFields) -> str:
    """008/22 as its letter (j: children and young people): https://www.loc.gov/marc/bibliographic/bd008b.html.

    Only books, music, visual materials and computer files have it; in serials and maps the position means something
    else.
    """
    if marc.leader[6] in "efp" or marc.leader[7] in "bsi":
        return ""
    letter = marc.control("008")[22:23]
    return letter if letter and letter in "abcdefgj" else ""
