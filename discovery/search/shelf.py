"""What stands beside a record on the shelf, in whichever library."""

from dataclasses import dataclass
from typing import Literal

from discovery.analysis.filing import shelf_key
from discovery.catalog.record import UnionRecord
from discovery.search.document import decode_display
from discovery.search.engine import SearchEngine
from discovery.search.query import Or, Phrase
from discovery.search.request import SearchRequest
from discovery.search.scoring import score

_KIND: Literal["call_number"] = "call_number"
# Records found for each shelf mark, of which the first that bears it is shown.
_LOOKED_AT = 6


@dataclass(frozen=True, slots=True)
class ShelfNeighbour:
    """A record under a shelf mark."""

    call_number: str
    record: UnionRecord


def shelf_mark(record: UnionRecord) -> str:
    """The first shelf mark, or the class number where no copy has one; "" where there is neither."""
    marks = (holding.call_number for holding in record.holdings if holding.call_number)
    classes = (each.number for each in record.description.classifications if each.scheme in ("ddc", "lcc"))
    return next(marks, "") or next(classes, "")


def shelf_around(engine: SearchEngine, record: UnionRecord, size: int = 3) -> tuple[ShelfNeighbour, ...]:
    """Up to `size` neighbours on either side, in shelf order, each record once and never the record itself."""
    mark = shelf_mark(record)
    key = shelf_key(mark) if mark else ""
    if not key:
        return ()
    own = {holding.call_number for holding in record.holdings}
    before, after = engine.browse_around(_KIND, key, before=size, after=size + len(own))
    marks = [each.display for each in (*before, *after) if each.display not in own][: 2 * size]
    if not marks:
        return ()
    phrases = Or(tuple(Phrase(each, _KIND, whole=True) for each in marks))
    results = engine.search(SearchRequest(tree=score(phrases), size=_LOOKED_AT * len(marks)))
    found = [decode_display(hit.display) for hit in results.hits]
    return tuple(_neighbours(marks, [each for each in found if each.id != record.id]))


def _neighbours(marks: list[str], records: list[UnionRecord]) -> list[ShelfNeighbour]:
    shown: dict[str, ShelfNeighbour] = {}
    for mark in marks:
        bearers = (
            each
            for each in records
            if each.id not in shown and any(holding.call_number == mark for holding in each.holdings)
        )
        bearer = next(bearers, None)
        if bearer:
            shown[bearer.id] = ShelfNeighbour(mark, bearer)
    return list(shown.values())
