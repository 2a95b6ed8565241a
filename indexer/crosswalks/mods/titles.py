"""titleInfo → the title proper and the others: https://www.loc.gov/standards/mods/userguide/titleinfo.html"""

from msgspec.structs import replace

from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.record import Title, VariantKind, VariantTitle
from indexer.crosswalks.mods.scripts import in_scripts
from indexer.crosswalks.parallel_titles import parallel_titles
from indexer.crosswalks.xml.elements import Element, attribute, children, first, text_of, texts

_KINDS: dict[str, VariantKind] = {
    "alternative": "variant",
    "translated": "parallel",
    "uniform": "uniform",
    "abbreviated": "abbreviated",
}


def map_title(mods: Element) -> Title | None:
    """The first titleInfo without a type, else the first with one: nonSort, title, subTitle, part number and name.

    One in two scripts (altRepGroup) has its original beside it.
    """
    stated = sorted(in_scripts([*children(mods, "titleInfo")]), key=lambda pair: bool(attribute(pair[0], "type")))
    for info, other in stated:
        title = title_of(info, _responsibility(mods))
        if title is not None:
            original = title_of(other) if other is not None else None
            title = _proper(title)[0]
            return replace(title, original=original.full) if original is not None else title
    return None


def title_of(info: Element, responsibility: str = "") -> Title | None:
    """One titleInfo as a title; None of an empty one."""
    skipped, main = text_of(first(info, "nonSort")), trim_isbd(next(iter(texts(info, "title")), ""))
    if not any(map(str.isalnum, main)):
        return None
    blank = "" if skipped.endswith(("'", "’", "-")) else " "
    whole = f"{skipped}{blank}{main}" if skipped else main
    parts = [trim_isbd(text_of(child)) for child in children(info, "partNumber", "partName")]
    subtitle = " : ".join(trim_isbd(text) for text in texts(info, "subTitle"))
    return Title(whole, subtitle, tuple(filter(None, parts)), responsibility, len(whole) - len(main))


def _proper(title: Title) -> tuple[Title, tuple[VariantTitle, ...]]:
    """What was typed into one element, taken apart: SLiMS and DSpace have none for a parallel title or a subtitle."""
    main, parallels = parallel_titles(title.main)
    main, _, rest = main.partition(" : ") if not title.subtitle else (main, "", "")
    main = trim_isbd(main)
    if not any(map(str.isalnum, main)):
        return title, ()
    return replace(title, main=main, subtitle=title.subtitle or trim_isbd(rest)), parallels


def map_variants(mods: Element, title: Title) -> tuple[VariantTitle, ...]:
    """Every other titleInfo by its type, each title once."""
    found: dict[str, VariantTitle] = {}
    for info, other in in_scripts([*children(mods, "titleInfo")]):
        stated = title_of(info)
        if stated is not None:
            variant, parallels = _proper(stated)
            kind = _KINDS.get(attribute(info, "type"), "variant")
            original = title_of(other) if other is not None else None
            script = original.full if original is not None else ""
            found.setdefault(variant.full.casefold(), VariantTitle(variant.full, kind, script))
            for each in parallels:
                found.setdefault(each.text.casefold(), each)
    for repeated in (title.main, title.full):
        found.pop(repeated.casefold(), None)
    return tuple(found.values())


def _responsibility(mods: Element) -> str:
    """Note of type "statement of responsibility", as the conversion from MARC writes 245 $c."""
    said = (each for each in children(mods, "note") if attribute(each, "type") == "statement of responsibility")
    return trim_isbd(text_of(next(said, None)))
