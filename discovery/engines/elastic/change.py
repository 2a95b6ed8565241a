"""A small change of the published generation: set aside, then written and made visible together."""

from collections.abc import Iterable, Sequence

import msgspec

from discovery.engines.elastic.build import require_none
from discovery.engines.elastic.bulk import BulkStream
from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.entries import Entry
from discovery.engines.elastic.generation import Published, generation_meta
from discovery.engines.elastic.operations import Operation
from discovery.engines.elastic.reading import stored_entries
from discovery.engines.elastic.spool import Spool
from discovery.search.engine import Position, WriteFailure


class Change:
    """Goes to Elasticsearch at `publish`; ended halfway, the same change again leads to the same end."""

    def __init__(self, connection: Connection, published: Published) -> None:
        self.generation = published.generation
        self._published = published
        self._connection = connection
        self._spool = Spool()
        self._written: dict[str, bytes] = {}

    def add(self, operations: Iterable[Operation]) -> None:
        for operation in operations:
            self._spool.add(operation)
            self._written[operation.id] = operation.kept

    def refusals(self) -> tuple[WriteFailure, ...]:
        """None before `publish`: nothing was sent yet."""
        return ()

    def entries(self, ids: Sequence[str]) -> tuple[Entry | None, ...]:
        """These entries with what this change has written."""
        published = stored_entries(self._connection, self.generation, ids, realtime=False)
        return tuple(
            self._rewritten(each) if each in self._written else entry
            for each, entry in zip(ids, published, strict=True)
        )

    def _rewritten(self, entry_id: str) -> Entry | None:
        body = self._written[entry_id]
        return msgspec.json.decode(body, type=Entry) if body else None

    def publish(self) -> Position:
        stream = BulkStream(self._connection)
        try:
            stream.add(self._spool.replay())
            stream.flush()
            require_none(stream.refusals())
        finally:
            stream.close()
        revision = self._published.revision + 1
        with self._connection.translated():
            indices = self._connection.patient.indices
            indices.refresh(index=self.generation.indices)
            # Last: a reader that sees the new revision sees the new documents too.
            indices.put_mapping(index=self.generation.records, meta=generation_meta(revision))
        self._spool.close()
        return Position(self.generation.name, revision)

    def discard(self) -> None:
        self._spool.close()
