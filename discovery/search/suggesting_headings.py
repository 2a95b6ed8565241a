"""What a reader may be typing: headings that begin so, and where they are few, those without or with its article."""

from collections.abc import Sequence
from dataclasses import replace

from discovery.analysis.tokens import exact_key
from discovery.search.browsing import found_by_links, without_article
from discovery.search.engine import SearchEngine
from discovery.search.request import HeadingKind
from discovery.search.results import Suggestion

_ARABIC_ARTICLE = "ال"


def suggest_headings(
    engine: SearchEngine, typed: str, kinds: Sequence[HeadingKind], size: int
) -> tuple[Suggestion, ...]:
    """Headings that begin with what was typed, the most used first; nothing for what holds no letter or digit.

    Where they are few, those follow that begin so but for an article: "al-ghaz" for Ghazālī, "غز" for الغزالي.
    """
    begins = exact_key(typed)
    if not begins:
        return ()
    found = engine.suggest(typed, kinds, size)
    otherwise = _otherwise(begins)
    if len(found) < size and otherwise:
        found += tuple(each for each in engine.suggest(otherwise, kinds, size) if each not in found)
    offered = found[:size]
    counts = found_by_links(engine, [(each.kind, each.see or each.text) for each in offered])
    return tuple(replace(each, count=count) for each, count in zip(offered, counts, strict=True))


def _otherwise(begins: str) -> str:
    """The same beginning without its article, or in Arabic with it; "" where there is neither."""
    bare = without_article("author", begins)
    if bare:
        return bare
    return f"{_ARABIC_ARTICLE}{begins}" if "\u0620" <= begins[0] <= "\u064a" else ""
