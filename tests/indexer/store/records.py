"""Small records, and what the store holds of them."""

from collections.abc import Sequence

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding
from discovery.catalog.identifiers import Identifier
from discovery.catalog.ids import record_id
from discovery.catalog.publication import Publication
from discovery.catalog.record import Description, Record, Title
from indexer.match.keys import match_keys
from indexer.match.rematch import rematch
from indexer.match.successors import successors
from indexer.report import Counts, SourceRecord
from indexer.store.clusters import stored_clusters
from indexer.store.packing import PackedRecord, pack_deletion, pack_record
from indexer.store.runs import PartnerRun, begin_run
from indexer.store.store import Store

NOON = "2026-11-21T12:00:00"


def record(
    partner: str,
    number: str,
    title: str = "Bumi manusia",
    *,
    isbn: str = "",
    author: str = "Toer, Pramoedya Ananta",
    year: int | None = 1980,
    publisher: str = "Hasta Mitra",
) -> Record:
    identifiers = (Identifier("isbn", isbn),) if isbn else ()
    return Record(
        id=record_id(partner, "bibliographic", number),
        partner=partner,
        source_id=number,
        description=Description(
            Title(title),
            contributors=(Contributor(author, author, primary=True),) if author else (),
            publication=Publication("Jakarta", publisher, str(year or ""), year),
            identifiers=identifiers,
        ),
        holdings=(Holding(partner, call_number="899.221"),),
    )


def packed(described: Record, position: int = 1, file: str = "katalog.mrc") -> PackedRecord:
    source = SourceRecord(
        file, position, "marc21", f"{described.source_id} {described.description.title.main}".encode()
    )
    return pack_record(source, described, match_keys(described))


def deletion(partner: str, number: str, position: int = 1) -> PackedRecord:
    return pack_deletion(SourceRecord("katalog.mrc", position, "marc21", b"d"), partner, number)


def loaded(
    store: Store, partner: str, *records: Record, full: bool = True, deleted: Sequence[str] = (), now: str = NOON
) -> PartnerRun:
    """A whole run of a partner's that holds these records and deletion list."""
    run = begin_run(store, partner, now, successors)
    run.delete(deleted)
    run.load([packed(described, position) for position, described in enumerate(records, 1)])
    run.finish(full=full, finished=now)
    return run


def synced(store: Store, partner: str, *records: Record, full: bool = True) -> Counts:
    run = loaded(store, partner, *records, full=full)
    rematch(store)
    return run.counts


def ids(*records: Record) -> tuple[str, ...]:
    return tuple(described.id for described in records)


def union_records(store: Store) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """By shown id: all ids it answers to, and those of its living members."""
    return {
        cluster.id: (cluster.ids, tuple(member.id for member in cluster.members)) for cluster in stored_clusters(store)
    }
