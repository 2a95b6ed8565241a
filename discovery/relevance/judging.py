"""Where the record that a search is for stands among its hits."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from discovery.analysis.tokens import exact_key
from discovery.catalog.record import UnionRecord
from discovery.relevance.known_items import KnownItem, Rule, surname_of
from discovery.search.params import Row, SearchParams
from discovery.search.service import SearchService

# Ranks beyond the first ten count as not found: nobody who knows the item looks further.
DEPTH = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A known item with its rank among the first `DEPTH` hits, 0 where it isn't among them."""

    item: KnownItem
    rank: int


def judge(service: SearchService, items: Iterable[KnownItem]) -> Iterator[Judged]:
    """Search for each item, as a reader would. Raises EngineError only."""
    for item in items:
        yield Judged(item, rank_of(service, item))


def rank_of(service: SearchService, item: KnownItem) -> int:
    """The rank of the first hit that is the item, or that nobody could tell from it by what was typed; else 0."""
    is_same = _SAME_PLACE[item.rule]
    hits = service.search(SearchParams(rows=(Row(item.query),), size=DEPTH), facets=()).hits
    return next((rank for rank, hit in enumerate(hits, 1) if is_same(hit.record, item)), 0)


def mean_reciprocal_rank(judged: Iterable[Judged]) -> float:
    """MRR at `DEPTH`: 1 where every item comes first. Raises ZeroDivisionError where nothing was judged."""
    reciprocal = [1 / each.rank if each.rank else 0.0 for each in judged]
    return sum(reciprocal) / len(reciprocal)


def _is_record(hit: UnionRecord, item: KnownItem) -> bool:
    return hit.id == item.record.id


def _has_title(hit: UnionRecord, item: KnownItem) -> bool:
    return _is_record(hit, item) or _is_titled(hit, item)


def _has_title_and_author(hit: UnionRecord, item: KnownItem) -> bool:
    return _is_record(hit, item) or (_is_titled(hit, item) and bool(_names(hit) & _names(item.record)))


def _has_title_and_surname(hit: UnionRecord, item: KnownItem) -> bool:
    """Of the author only the surname was typed: "Gibson, Walter M." and "Gibson, Walter Murray" are one author then."""
    surname = f" {exact_key(surname_of(item.record))} "
    named = any(surname in f" {exact_key(each.name)} " for each in hit.description.contributors)
    return _is_record(hit, item) or (_is_titled(hit, item) and named)


def _has_parts(hit: UnionRecord, item: KnownItem) -> bool:
    return _is_record(hit, item) or exact_key(hit.description.title.full) == exact_key(
        item.record.description.title.full
    )


def _has_number(hit: UnionRecord, item: KnownItem) -> bool:
    return _is_record(hit, item) or any(item.query == each.value for each in hit.description.identifiers)


def _is_in_series(hit: UnionRecord, item: KnownItem) -> bool:
    wanted = exact_key(item.query)
    series = (exact_key(f"{each.title} {each.number}") for each in hit.description.series)
    return _is_record(hit, item) or wanted in series


# Records that share all that was typed share the place.
_SAME_PLACE: dict[Rule, Callable[[UnionRecord, KnownItem], bool]] = {
    "title": _has_title,
    "title and author": _has_title_and_author,
    "surname and two title words": _has_title_and_surname,
    "identifier": _has_number,
    "title with diacritics": _has_title,
    "title without diacritics": _has_title,
    "one typing error": _has_title,
    "old spelling": _has_title,
    "part of a title": _has_parts,
    "series and number": _is_in_series,
}


def _is_titled(hit: UnionRecord, item: KnownItem) -> bool:
    """Whether the hit has the item's title, be it that one catalogue makes a subtitle of what the other doesn't."""
    title = hit.description.title
    return exact_key(item.record.description.title.main) in (exact_key(title.main), exact_key(title.full))


def _names(record: UnionRecord) -> set[str]:
    return {exact_key(contributor.name) for contributor in record.description.contributors}
