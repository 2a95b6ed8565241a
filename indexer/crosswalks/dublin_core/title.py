"""dc:title → the title proper and the others."""

from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.record import Title, VariantTitle
from indexer.crosswalks.dublin_core.statements import DublinCore
from indexer.crosswalks.parallel_titles import parallel_titles


def map_title(record: DublinCore) -> Title | None:
    """The first title without a refinement, taken apart at " : ", " = " and " / " as cataloguers write them; None of
    none.
    """
    for text in (*record.texts("title", ""), *record.texts("title")):
        head, _, responsibility = text.partition(" / ")
        main, _, subtitle = parallel_titles(head)[0].partition(" : ")
        main = trim_isbd(main)
        if any(map(str.isalnum, main)):
            return Title(main, trim_isbd(subtitle), (), trim_isbd(responsibility))
    return None


def map_variants(record: DublinCore, title: Title) -> tuple[VariantTitle, ...]:
    """dcterms:alternative, and further titles; parallel are those of another language, and those behind " = "."""
    found: dict[str, VariantTitle] = {}
    language = next((each.language for each in record.get("title", "")), "")
    for each in record.get("title"):
        text = trim_isbd(each.text)
        parallel = not each.refinement and bool(each.language) and each.language != language
        if any(map(str.isalnum, text)):
            found.setdefault(text.casefold(), VariantTitle(text, "parallel" if parallel else "variant"))
    first = next(iter(record.texts("title", "")), "")
    for other in parallel_titles(first.partition(" / ")[0])[1]:
        found.setdefault(other.text.casefold(), other)
    for repeated in (title.main, title.full, trim_isbd(first)):
        found.pop(repeated.casefold(), None)
    return tuple(found.values())
