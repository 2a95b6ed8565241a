"""What arrived last: in the union catalogue, or in the libraries that a search is limited to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain

from discovery.catalog.record import UnionRecord
from discovery.search.outcome import Outcome
from discovery.search.params import MAX_SIZE, SearchParams

# An engine sorts by the day on which any library had a record last. What one of them has got comes up among what others
# have got since, so more is read than is shown; beyond this only where others load whole catalogues.
_MOST_READ = 1_000


@dataclass(frozen=True, slots=True)
class Arrival:
    """A record and the day on which it arrived (ISO date), "" where nobody knows."""

    record: UnionRecord
    day: str


def arrived_in(record: UnionRecord, libraries: tuple[str, ...]) -> str:
    """The day on which one of the libraries was the last to have the record; that of the union catalogue for none.

    A library has it from the first day of a partner who says so: when others bought it is no news of this library.
    """
    days = (_had(record, library) for library in libraries)
    return max(filter(None, days), default=record.arrived)


def latest(search: Callable[[SearchParams], Outcome], params: SearchParams, size: int) -> tuple[Outcome, list[Arrival]]:
    """A search's first page in the order of arrival, and of all its hits the `size` (at most MAX_SIZE) that arrived
    last. Where it is limited to libraries, arrived means: in one of these.
    """
    libraries = tuple(code for limit in params.filters if limit.facet == "library" for code in limit.values)
    asked = replace(params, sort="arrived", by="edition", size=MAX_SIZE if libraries else size, page=1, explain=False)
    first = search(asked)
    others = range(2, -(-min(first.total, _MOST_READ) // asked.size) + 1)
    found: list[Arrival] = []
    for outcome in chain((first,), (search(replace(asked, page=page)) for page in others)):
        records = [hit.record for hit in outcome.hits]
        found += [Arrival(record, arrived_in(record, libraries)) for record in records]
        found = sorted(found, key=lambda each: each.day, reverse=True)[:size]
        # What follows came to no library later than the last record did to any.
        if not libraries or not records or (len(found) == size and found[-1].day >= records[-1].arrived):
            break
    return first, found


def _had(record: UnionRecord, library: str) -> str:
    partners = {
        partner for each in record.holdings if each.library == library for partner in (each.partner, *each.also)
    }
    return min((each.since[:10] for each in record.members if each.since and each.partner in partners), default="")
