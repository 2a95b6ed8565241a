"""From clusters to index documents, a batch at a time; runs on worker processes."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from discovery.search.document import IndexDocument, SourceCopy
from discovery.search.engine import Preparation, Prepared
from discovery.search.indexing import headings_of, index_document, words_of
from discovery.search.results import Heading
from indexer.concordance_evidence import Evidence
from indexer.match.merge import merge_records
from indexer.store.clusters import Cluster
from indexer.variants import open_variants


@dataclass(frozen=True, slots=True)
class DocumentTask:
    """Clusters that have members, the partners that let others take their source records, and the engine's share.

    `variants` names the file of `indexer.variants`, "" where there is none.
    """

    clusters: tuple[Cluster, ...]
    sharing: frozenset[str]
    prepare: Preparation
    variants: str = ""

    def __reduce__(self) -> "tuple[Callable[..., DocumentTask], tuple[object, ...]]":
        """As MessagePack to another process and back, which takes half the time of pickled objects."""
        return _sent_task, (msgspec.msgpack.encode(self.clusters), self.sharing, self.prepare, self.variants)


@dataclass(frozen=True, slots=True)
class Built:
    """A task's documents, ready to be written, with the headings and words that they hold between them.

    `evidence` is what their members' headings say of each other.
    """

    prepared: Prepared
    headings: tuple[Heading, ...]
    words: Mapping[str, int]
    evidence: Evidence

    def __reduce__(self) -> "tuple[Callable[[bytes], Built], tuple[bytes]]":
        """As MessagePack, like a task."""
        return _sent_documents, (msgspec.msgpack.encode(self),)


def build_documents(task: DocumentTask) -> Built:
    """Merge each cluster's members and make its document."""
    documents: list[IndexDocument] = []
    headings: list[Heading] = []
    words: Counter[str] = Counter()
    evidence = Evidence()
    variants = open_variants(task.variants) if task.variants else None
    for cluster in task.clusters:
        records = [member.record for member in cluster.members]
        union = merge_records(cluster.ids, cluster.members, records)
        document = index_document(union, _sources(cluster, task.sharing))
        documents.append(variants.added_to(document) if variants else document)
        headings.extend(headings_of(union))
        words.update(words_of(document))
        evidence.add(union, records)
    return Built(task.prepare(documents), tuple(headings), words, evidence)


def _sources(cluster: Cluster, sharing: frozenset[str]) -> tuple[SourceCopy, ...]:
    return tuple(
        SourceCopy(member.id, member.format, member.raw) for member in cluster.members if member.partner in sharing
    )


@lru_cache(maxsize=1)
def _clusters_decoder() -> msgspec.msgpack.Decoder[tuple[Cluster, ...]]:
    return msgspec.msgpack.Decoder(tuple[Cluster, ...])


@lru_cache(maxsize=1)
def _built_decoder() -> msgspec.msgpack.Decoder[Built]:
    return msgspec.msgpack.Decoder(Built)


def _sent_task(sent: bytes, sharing: frozenset[str], prepare: Preparation, variants: str) -> DocumentTask:
    return DocumentTask(_clusters_decoder().decode(sent), sharing, prepare, variants)


def _sent_documents(sent: bytes) -> Built:
    return _built_decoder().decode(sent)
