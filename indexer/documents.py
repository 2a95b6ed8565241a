"""From clusters to index documents, a batch at a time; runs on worker processes."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from discovery.catalog.record import Record, UnionRecord
from discovery.search.document import IndexDocument, SourceCopy
from discovery.search.engine import Preparation, Prepared
from discovery.search.evidence import evidence_copy
from discovery.search.indexing import headings_of, index_document, words_of
from discovery.search.results import Heading
from indexer.concordance_evidence import Evidence
from indexer.concordance_reading import read_evidence
from indexer.headings import heading_rows
from indexer.match.decisions import IdPair, Ruling
from indexer.match.merge import merge_records
from indexer.store.clusters import Cluster
from indexer.union_evidence import union_evidence
from indexer.variants import open_variants
from indexer.workers import in_step
from indexer.works import open_works


@dataclass(frozen=True, slots=True)
class DocumentTask:
    """Clusters that have members, the partners that let others take their source records, and the engine's share.

    `variants` and `works` are the paths of what `indexer.variants` and `indexer.works` write, "" where there is
    nothing; `decided` are the pairs of ids that librarians decided on, of which one is a cluster's.
    """

    clusters: tuple[Cluster, ...]
    sharing: frozenset[str]
    prepare: Preparation
    variants: str = ""
    works: str = ""
    decided: tuple[tuple[IdPair, Ruling], ...] = ()

    def __reduce__(self) -> "tuple[Callable[..., DocumentTask], tuple[object, ...]]":
        """As MessagePack to another process and back, which takes half the time of pickled objects.

        Source records that nobody is given stay here: nothing is made of them there.
        """
        clusters = msgspec.msgpack.encode([_given_away(each, self.sharing) for each in self.clusters])
        return _sent_task, (clusters, self.sharing, self.prepare, self.variants, self.works, self.decided)


@dataclass(frozen=True, slots=True)
class Built:
    """A task's documents, ready to be written, with the headings and words that they hold between them.

    `headings` are rows of `indexer.headings`, each with in how many of the documents it is; `evidence` is what their
    members' headings say of each other.
    """

    prepared: Prepared
    headings: dict[bytes, int]
    words: dict[str, int]
    evidence: Evidence

    def __reduce__(self) -> "tuple[Callable[[bytes], Built], tuple[bytes]]":
        """As MessagePack, like a task."""
        return _sent_documents, (msgspec.msgpack.encode(self),)


def build_documents(task: DocumentTask) -> Built:
    """Merge each cluster's members and make its document."""
    documents: list[IndexDocument] = []
    told: list[IndexDocument] = []  # without variants, whose words count with the references: docs/adr/0014
    headings: list[Heading] = []
    evidence = Evidence()
    variants = open_variants(task.variants) if task.variants else None
    works = open_works(task.works)
    decided = dict(task.decided)
    for clusters in in_step(task.clusters):
        merged = [_merged(cluster, works) for cluster in clusters]
        copies = [
            (*_sources(cluster, task.sharing), *_why(union, records, decided))
            for cluster, (union, records) in zip(clusters, merged, strict=True)
        ]
        made = [
            index_document(union, sources, tuple(number for record in records for number in record.copy_numbers))
            for (union, records), sources in zip(merged, copies, strict=True)
        ]
        told += made
        if variants:
            made = [variants.added_to(document) for document in made]
        documents += made
        for union, _ in merged:
            headings += headings_of(union)
        for union, records in merged:
            read_evidence(evidence, union, records)
    return Built(task.prepare(documents), heading_rows(Counter(headings)), words_of(told), evidence)


def _merged(cluster: Cluster, works: Mapping[str, str]) -> tuple[UnionRecord, list[Record]]:
    """The union record with the members' own."""
    records = [member.record for member in cluster.members]
    union = merge_records(cluster.ids, cluster.members, records)
    return (replace(union, work=works[union.work]) if union.work in works else union), records


def _sources(cluster: Cluster, sharing: frozenset[str]) -> tuple[SourceCopy, ...]:
    return tuple(
        SourceCopy(member.id, member.format, member.raw) for member in cluster.members if member.partner in sharing
    )


def _given_away(cluster: Cluster, sharing: frozenset[str]) -> Cluster:
    """The cluster without the source records of those who don't share them."""
    if all(member.partner in sharing for member in cluster.members):
        return cluster
    kept = [member if member.partner in sharing else replace(member, raw=b"") for member in cluster.members]
    return replace(cluster, members=tuple(kept))


def _why(union: UnionRecord, records: Sequence[Record], decided: Mapping[IdPair, Ruling]) -> Iterator[SourceCopy]:
    if len(records) == 1 and not decided:
        return
    evidence = union_evidence(union.ids, records, union.description, decided)
    if len(records) > 1 or evidence.decided:
        yield evidence_copy(evidence)


@lru_cache(maxsize=1)
def _clusters_decoder() -> msgspec.msgpack.Decoder[tuple[Cluster, ...]]:
    return msgspec.msgpack.Decoder(tuple[Cluster, ...])


@lru_cache(maxsize=1)
def _built_decoder() -> msgspec.msgpack.Decoder[Built]:
    return msgspec.msgpack.Decoder(Built)


def _sent_task(
    sent: bytes,
    sharing: frozenset[str],
    prepare: Preparation,
    variants: str,
    works: str,
    decided: tuple[tuple[IdPair, Ruling], ...],
) -> DocumentTask:
    return DocumentTask(_clusters_decoder().decode(sent), sharing, prepare, variants, works, decided)


def _sent_documents(sent: bytes) -> Built:
    return _built_decoder().decode(sent)
