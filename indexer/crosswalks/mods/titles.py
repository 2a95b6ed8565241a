"""titleInfo → the title proper and the others: https://www.loc.gov/standards/mods/userguide/titleinfo.html"""

from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.record import Title, VariantKind, VariantTitle
from indexer.crosswalks.xml.elements import Element, attribute, children, first, text_of, texts

_KINDS: dict[str, VariantKind] = {
    "alternative": "variant",
    "translated": "parallel",
    "uniform": "uniform",
    "abbreviated": "abbreviated",
}


def map_title(mods: Element) -> Title | None:
    """The first titleInfo without a type, else the first with one: nonSort, title, subTitle, part number and name."""
    stated = sorted(children(mods, "titleInfo"), key=lambda each: bool(attribute(each, "type")))
    return next((title for each in stated if (title := title_of(each, _responsibility(mods))) is not None), None)


def title_of(info: Element, responsibility: str = "") -> Title | None:
    """One titleInfo as a title; None of an empty one."""
    skipped, main = text_of(first(info, "nonSort")), trim_isbd(text_of(first(info, "title")))
    if not any(map(str.isalnum, main)):
        return None
    blank = "" if skipped.endswith(("'", "’", "-")) else " "
    whole = f"{skipped}{blank}{main}" if skipped else main
    parts = [trim_isbd(text_of(child)) for child in children(info, "partNumber", "partName")]
    subtitle = " : ".join(trim_isbd(text) for text in texts(info, "subTitle"))
    return Title(whole, subtitle, tuple(filter(None, parts)), responsibility, len(whole) - len(main))


def map_variants(mods: Element, title: Title) -> tuple[VariantTitle, ...]:
    """Every other titleInfo by its type, each title once."""
    found: dict[str, VariantTitle] = {}
    for info in children(mods, "titleInfo"):
        variant = title_of(info)
        if variant is not None:
            kind = _KINDS.get(attribute(info, "type"), "variant")
            found.setdefault(variant.full.casefold(), VariantTitle(variant.full, kind))
    for repeated in (title.main, title.full):
        found.pop(repeated.casefold(), None)
    return tuple(found.values())


def _responsibility(mods: Element) -> str:
    """Note of type "statement of responsibility", as the conversion from MARC writes 245 $c."""
    said = (each for each in children(mods, "note") if attribute(each, "type") == "statement of responsibility")
    return trim_isbd(text_of(next(said, None)))
