"""Records by several ids at once, as a reader's list asks for them."""

from collections.abc import Sequence

from discovery.catalog.ids import is_record_id
from discovery.catalog.record import UnionRecord
from discovery.search.document import decode_display
from discovery.search.engine import SearchEngine
from discovery.search.partner_facts import freshness_of, with_confirmations
from discovery.search.request import SearchRequest
from discovery.search.tree import Best, Constant, Has, Node


def answering(ids: tuple[str, ...]) -> Node:
    """What answers to any of these ids, past or present. A record that was shown under one before answers only where
    no other is shown under it: so those that are shown come first.
    """
    return Best((Constant(Has("id", ids), 1.0), Constant(Has("ids", ids), 0.5)))


def records_answering(engine: SearchEngine, ids: Sequence[str]) -> tuple[UnionRecord | None, ...]:
    """The union record that answers to each id, past or present, with its confirmations; None where none does.

    One search whatever their number, at most `WINDOW`; another reads what is published of the partners behind them.
    """
    asked = tuple(dict.fromkeys(filter(is_record_id, ids)))
    if not asked:
        return (None,) * len(ids)
    hits = engine.search(SearchRequest(tree=answering(asked), size=len(asked))).hits
    records = [decode_display(hit.display) for hit in hits]
    freshness = freshness_of(engine, (member.partner for record in records for member in record.members))
    confirmed = [with_confirmations(record, freshness) for record in records]
    found = {each: record for record in confirmed for each in record.ids} | {each.id: each for each in confirmed}
    return tuple(map(found.get, ids))
