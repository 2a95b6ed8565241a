"""What a search box offers that searches some libraries only: headings that these libraries have.

The lists of headings are the whole catalogue's, without libraries; so the headings are read off the records that the
libraries have in the typed words, and then counted. A few searches, however many headings begin so elsewhere.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from discovery.analysis.tokens import exact_key
from discovery.search.browsing import SCOPES, found_by_links
from discovery.search.document import decode_display
from discovery.search.engine import SearchEngine
from discovery.search.indexing import headings_of
from discovery.search.leading import Place
from discovery.search.params import Row, SearchParams
from discovery.search.question import ask
from discovery.search.request import Filter, HeadingKind, SearchRequest
from discovery.search.results import Heading, Suggestion

# Records looked through for each kind of heading, and headings that are counted.
_RECORDS = 30
_COUNTED = 16


def suggest_within(
    engine: SearchEngine, typed: str, kinds: Sequence[HeadingKind], size: int, libraries: tuple[str, ...]
) -> tuple[Suggestion, ...]:
    """Like the engine's `suggest`, of these libraries: the most used first, `count` being of their records."""
    begins, own = exact_key(typed), (Filter("library", libraries),)
    if not begins:
        return ()
    found: Counter[Place] = Counter()
    shown: dict[Place, str] = {}
    for heading in _headings(engine, typed, begins, kinds, own):
        found[heading.kind, heading.key] += 1
        shown.setdefault((heading.kind, heading.key), heading.display)
    often = sorted(found, key=lambda place: (-found[place], kinds.index(place[0]), place[1]))[: min(size, _COUNTED)]
    counts = found_by_links(engine, [(place[0], shown[place]) for place in often], own)
    offered = [Suggestion(place[0], shown[place], count) for place, count in zip(often, counts, strict=True) if count]
    return tuple(sorted(offered, key=lambda each: -each.count))


def _headings(
    engine: SearchEngine, typed: str, begins: str, kinds: Sequence[HeadingKind], own: tuple[Filter, ...]
) -> Iterator[Heading]:
    """Headings of the wanted kinds that begin so, as often as records found have them."""
    asked = [SearchParams(rows=(Row(f"{typed}*", SCOPES[kind]),)) for kind in kinds if kind in SCOPES]
    for results in engine.search_each([_request(params, own) for params in asked]):
        for hit in results.hits:
            for heading in headings_of(decode_display(hit.display)):
                if heading.kind in kinds and heading.folded.startswith(begins):
                    yield heading


def _request(params: SearchParams, own: tuple[Filter, ...]) -> SearchRequest:
    return ask(replace(params, filters=own, size=_RECORDS)).request(())
