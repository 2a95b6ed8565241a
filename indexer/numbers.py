"""Holdings records that name their bibliographic record by another number than its 001 find it at the end of a run."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from discovery.catalog.ids import record_id
from indexer.formats import reading_of
from indexer.readers.iso2709 import Unreadable
from indexer.report import SourceRecord
from indexer.store.holdings import settle_links
from indexer.store.store import Store
from indexer.store.system_numbers import keep_numbers, keeps_numbers, replace_numbers, unread_descriptions
from indexer.workers import Workers


@dataclass(frozen=True, slots=True)
class NumbersTask:
    """Some bibliographic records of a partner."""

    partner: str
    records: tuple[SourceRecord, ...]


def read_numbers(task: NumbersTask) -> tuple[tuple[str, ...], ...]:
    """Each record's numbers beside its 001, as the ids that records with this 001 would have."""
    return tuple(
        tuple(record_id(task.partner, "bibliographic", number) for number in _numbers(source))
        for source in task.records
    )


def join_by_numbers(store: Store, partner: str, workers: Workers) -> None:
    """Join the partner's holdings records to what they belong to, by 035 and the like where 001 doesn't do.

    The first time that some need it all the partner's records are read for their numbers, later on those that changed.
    """
    with store.transaction() as connection:
        kept = keeps_numbers(connection, partner)
        if not kept and settle_links(connection, partner):
            keep_numbers(connection, partner)
    under_way: deque[list[int]] = deque()
    something_read = False
    for numbers in workers.run(read_numbers, _tasks(store, partner, under_way)):
        replace_numbers(store, under_way.popleft(), numbers)
        something_read = True
    if kept or something_read:
        with store.transaction() as connection:
            settle_links(connection, partner)


def _tasks(store: Store, partner: str, under_way: deque[list[int]]) -> Iterator[NumbersTask]:
    for sequences, sources in unread_descriptions(store, partner):
        under_way.append(sequences)
        yield NumbersTask(partner, tuple(sources))


def _numbers(source: SourceRecord) -> tuple[str, ...]:
    try:
        return reading_of(source).numbers()
    except Unreadable:
        return ()
