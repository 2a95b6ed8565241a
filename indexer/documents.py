"""From clusters to index documents, a batch at a time; runs on worker processes."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from discovery.search.document import IndexDocument, SourceCopy
from discovery.search.indexing import headings_of, index_document, words_of
from discovery.search.results import Heading
from indexer.match.merge import merge_members
from indexer.store.clusters import Cluster


@dataclass(frozen=True, slots=True)
class DocumentTask:
    """Clusters that have members, and the partners that let others take their source records."""

    clusters: tuple[Cluster, ...]
    sharing: frozenset[str]

    def __reduce__(self) -> "tuple[Callable[[bytes], DocumentTask], tuple[bytes]]":
        """As MessagePack to another process and back, which takes half the time of pickled objects."""
        return _sent_task, (msgspec.msgpack.encode(self),)


@dataclass(frozen=True, slots=True)
class Built:
    """A task's documents in its order, with the headings and words that they hold between them."""

    documents: tuple[IndexDocument, ...]
    headings: tuple[Heading, ...]
    words: Mapping[str, int]

    def __reduce__(self) -> "tuple[Callable[[bytes], Built], tuple[bytes]]":
        """As MessagePack, like a task."""
        return _sent_documents, (msgspec.msgpack.encode(self),)


def build_documents(task: DocumentTask) -> Built:
    """Merge each cluster's members and make its document."""
    documents: list[IndexDocument] = []
    headings: list[Heading] = []
    words: Counter[str] = Counter()
    for cluster in task.clusters:
        union = merge_members(cluster.ids, cluster.members)
        document = index_document(union, _sources(cluster, task.sharing))
        documents.append(document)
        headings.extend(headings_of(union))
        words.update(words_of(document))
    return Built(tuple(documents), tuple(headings), words)


def _sources(cluster: Cluster, sharing: frozenset[str]) -> tuple[SourceCopy, ...]:
    return tuple(
        SourceCopy(member.id, member.format, member.raw) for member in cluster.members if member.partner in sharing
    )


@lru_cache(maxsize=1)
def _task_decoder() -> msgspec.msgpack.Decoder[DocumentTask]:
    return msgspec.msgpack.Decoder(DocumentTask)


@lru_cache(maxsize=1)
def _built_decoder() -> msgspec.msgpack.Decoder[Built]:
    return msgspec.msgpack.Decoder(Built)


def _sent_task(sent: bytes) -> DocumentTask:
    return _task_decoder().decode(sent)


def _sent_documents(sent: bytes) -> Built:
    return _built_decoder().decode(sent)
