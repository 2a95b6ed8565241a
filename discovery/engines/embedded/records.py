"""Writes a generation's records with tantivy, and reads single ones back."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import msgspec
import tantivy

from discovery.engines.embedded.keyword_query import has_any
from discovery.engines.embedded.schema import (
    DISPLAY,
    ID,
    build_schema,
    facet_values,
    register_tokenizers,
    tantivy_json,
)
from discovery.search.document import IndexDocument
from discovery.search.engine import Prepared, PreparedDocument, WriteFailure

# With 80 MB, 200,000 records make a handful of segments, and the whole command stays well under 1 GB.
_BUILD_BYTES = 80_000_000
_BUILD_THREADS = 1
# A change is small: one thread gives one segment.
_CHANGE_BYTES = 48_000_000


class RecordWriter:
    """Fills one folder of records; nothing is seen before `commit`, after which it can't be used any more."""

    def __init__(self, path: Path, *, new: bool) -> None:
        self._new = new
        if new:
            path.mkdir()
            index = tantivy.Index(build_schema(), path=str(path))
        else:
            index = tantivy.Index.open(str(path))
        register_tokenizers(index)
        self._writer = index.writer(*((_BUILD_BYTES, _BUILD_THREADS) if new else (_CHANGE_BYTES, 1)))
        # What a new generation holds already. A deletion costs as much as a document, so only these are deleted
        # before they are written again.
        self._written: set[str] = set()
        self._finishing: Future[int] | None = None

    def write(self, documents: Sequence[PreparedDocument]) -> list[str]:
        """Adds or replaces; returns the ids that may have been here before."""
        self._finished()
        replaced = []
        add, written = self._writer.add_json, self._written
        for document in documents:
            if not self._new or document.id in written:
                replaced.append(document.id)
                self._writer.delete_documents_by_term(ID, document.id)
            written.add(document.id)
            add(document.body.decode())
        return replaced

    def delete(self, ids: Sequence[str]) -> None:
        self._finished()
        for gone in ids:
            self._writer.delete_documents_by_term(ID, gone)
            self._written.discard(gone)

    def finish(self) -> None:
        """Begin to bring what was written to the disk, which takes seconds, while the caller goes on."""
        if self._finishing is None:
            thread = ThreadPoolExecutor(1)
            self._finishing = thread.submit(self._writer.commit)
            thread.shutdown(wait=False)

    def commit(self) -> None:
        """Waits for merges, without which a hundred changes would leave a hundred segments."""
        if self._finishing is None:
            self._writer.commit()
        self._finished()
        self._writer.wait_merging_threads()

    def abandon(self) -> None:
        """Wait until nothing writes to the folder any more, whatever came of it."""
        if self._finishing is not None:
            self._finishing.exception()

    def _finished(self) -> None:
        """Wait for what `finish` began; its error is raised here."""
        finishing, self._finishing = self._finishing, None
        if finishing is not None:
            finishing.result()


def prepare(documents: Sequence[IndexDocument]) -> Prepared:
    """The documents as tantivy reads them, and their sources as headings.db keeps them."""
    prepared, refused, taken = [], [], []
    encode = msgspec.msgpack.encode
    for document in documents:
        try:
            body = tantivy_json(document)
        except ValueError as error:
            refused.append(WriteFailure(document.id, str(error)))
            continue
        sources = encode(document.sources) if document.sources else b""
        prepared.append(PreparedDocument(document.id, body, sources))
        taken.append(document)
    return Prepared(tuple(prepared), tuple(refused), facet_values(taken))


class StoredRecords:
    """Single records of an opened index, by their shown id."""

    def __init__(self, searcher: tantivy.Searcher, schema: tantivy.Schema) -> None:
        self._searcher = searcher
        self._schema = schema

    def display(self, record_id: str) -> bytes | None:
        query = tantivy.Query.term_query(self._schema, ID, record_id, index_option="basic")
        hits = self._searcher.search(query, 1, count=False).hits
        return self._searcher.doc(hits[0][1]).get_first(DISPLAY) if hits else None

    def ids_with(self, field: str, values: Sequence[str]) -> tuple[str, ...]:
        query = has_any(self._schema, field, values)
        hits = self._searcher.search(query, max(1, self._searcher.num_docs), count=False).hits
        return tuple(self._searcher.doc(address).get_first(ID) or "" for _, address in hits)
