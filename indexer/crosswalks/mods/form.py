"""typeOfResource, genre, physicalDescription and language → kind, form, extent and languages."""

from discovery.catalog.formats import carrier_from_words, type_from_words
from discovery.catalog.record import Carrier, LanguageBasis, Type
from indexer.crosswalks.marc.links import web_address
from indexer.crosswalks.xml.elements import Element, attribute, children, descendants, first, of_itself, text_of, texts
from indexer.crosswalks.xml.languages import languages_said

# SLiMS calls everything "mixed material" and a "bibliography", and names the material in a form of this authority.
_SLIMS_FORM = "gmd"
# Where repositories put a thing's address.
_ADDRESSES = ("uri", "url", "hdl", "handle")
# https://www.loc.gov/standards/mods/userguide/typeofresource.html
_TYPES: dict[str, Type] = {
    "text": "book", "cartographic": "map", "notated music": "score", "sound recording": "audio",
    "sound recording-musical": "audio", "sound recording-nonmusical": "audio", "still image": "image",
    "moving image": "video", "three dimensional object": "object", "software, multimedia": "software",
    "mixed material": "other",
}  # fmt: skip
_AUDIENCES = {"juvenile": "j", "preschool": "a", "primary": "b", "pre-adolescent": "c", "adolescent": "d", "adult": "e"}


def map_type(mods: Element) -> Type:
    """A thesis by its genre, a serial by its issuance, an article by its host; else typeOfResource."""
    forms = [text_of(each) for each in of_itself(mods, "form") if attribute(each, "authority") == _SLIMS_FORM]
    if forms:
        return next((found for text in forms if (found := type_from_words(text)) is not None), "book")
    stated = texts(mods, "typeOfResource")
    kind = next((_TYPES[text.casefold()] for text in stated if text.casefold() in _TYPES), None)
    genres = [found for text in texts(mods, "genre") if (found := type_from_words(text)) is not None]
    if kind == "other" and any(attribute(each, "type") == "isbn" for each in children(mods, "identifier")):
        kind = "book"  # SLiMS's results have no form, and an element for the ISBN whether there is one or not
    if kind in (None, "book"):
        if "thesis" in genres:
            return "thesis"
        if any(
            text in ("continuing", "serial")
            for origin in children(mods, "originInfo")
            for text in texts(origin, "issuance")
        ):
            return "serial"
        special = next((each for each in genres if each != "book"), None)
        if special is not None:
            return special
    if any(attribute(each, "manuscript") == "yes" for each in children(mods, "typeOfResource")):
        return "manuscript"
    return kind or "book"


def map_carrier(mods: Element, kind: Type, *, has_files: bool = False) -> Carrier:
    """PhysicalDescription's form ("print", "electronic", "microform"); else a media type or digitalOrigin is online.

    So is what has files, or an address for an identifier, as in repositories: location/url may be a table of contents'.
    """
    described = [text_of(each) for each in of_itself(mods, "form")]
    found = [carrier for text in described if (carrier := _FORMS.get(text.casefold()) or carrier_from_words(text))]
    if found:
        return "print" if "print" in found else found[0]
    if has_files or next(of_itself(mods, "internetMediaType", "digitalOrigin"), None) is not None:
        return "online"
    if any(
        attribute(each, "type") in _ADDRESSES and web_address(text_of(each)) for each in children(mods, "identifier")
    ):
        return "online"
    return "other" if kind in ("audio", "video", "object", "software") else "print"


# https://www.loc.gov/standards/valuelist/marcform.html
_FORMS: dict[str, Carrier] = {
    "electronic": "online",
    "remote": "online",
    "direct electronic": "other",
    "large print": "print",
}


def map_extent(mods: Element) -> str:
    """physicalDescription/extent."""
    described = [text for each in children(mods, "physicalDescription") for text in texts(each, "extent")]
    return "; ".join(dict.fromkeys(described))


# What objectPart says of the text itself, and of what it was translated from: "translation" is what the Library of
# Congress makes of 041 $h. Others are a summary's, a table of contents'.
_OF_TEXT = ("", "text", "text/sound track", "sung or spoken text")
_OF_ORIGINAL = ("translation", "original")


def map_languages(mods: Element) -> tuple[tuple[str, ...], tuple[str, ...], LanguageBasis]:
    """language/languageTerm as code or words: the text's, and its original's (objectPart)."""
    texts, originals = _languages(mods, _OF_TEXT), _languages(mods, _OF_ORIGINAL)
    if set(texts) <= set(originals):  # a film, a song: no translation
        originals = tuple(code for code in originals if code not in texts)
    return texts, originals, "coded" if texts else "undecided"


def _languages(mods: Element, parts: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for language in children(mods, "language"):
        if attribute(language, "objectPart").casefold() not in parts:
            continue
        for term in [*descendants(language, "languageTerm")] or [language]:
            found |= dict.fromkeys(languages_said(text_of(term)))
    return tuple(found)


def map_audience(mods: Element) -> str:
    """TargetAudience as MARC's letter."""
    return _AUDIENCES.get(text_of(first(mods, "targetAudience")).casefold(), "")
