"""A new generation: written where nobody sees it, then switched to in one request."""

from collections.abc import Iterable, Sequence

from discovery.engines.elastic.bulk import BulkStream
from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.entries import Entry
from discovery.engines.elastic.failures import Missing
from discovery.engines.elastic.generation import Generation, find_generations, find_published, generation_meta
from discovery.engines.elastic.mapping import PUBLISHED_SETTINGS, fingerprint, headings_index, records_index
from discovery.engines.elastic.operations import Operation
from discovery.engines.elastic.reading import stored_entries
from discovery.errors import EngineError, EngineUnavailable
from discovery.search.engine import Position, WriteFailure


class Build:
    """One generation under construction."""

    def __init__(self, connection: Connection, generation: Generation) -> None:
        self.generation = generation
        self._connection = connection
        self._stream = BulkStream(connection)

    def add(self, operations: Iterable[Operation]) -> None:
        self._stream.add(operations)

    def refusals(self) -> tuple[WriteFailure, ...]:
        return self._stream.refusals()

    def entries(self, ids: Sequence[str]) -> tuple[Entry | None, ...]:
        """These entries as written so far."""
        self._stream.flush()
        return stored_entries(self._connection, self.generation, ids, realtime=True)

    def publish(self) -> Position:
        self._stream.flush()
        require_none(self._stream.refusals())
        with self._connection.translated():
            indices = self._connection.patient.indices
            indices.refresh(index=self.generation.indices)
            indices.put_settings(index=self.generation.indices, settings=PUBLISHED_SETTINGS)
            # What was written without an fsync gets it only now: until the next write, minutes or a night later, a node
            # that was killed had come back with an empty generation.
            indices.flush(index=self.generation.indices)
            self._require_whole()
            indices.update_aliases(actions=self._switch())
        self._stream.close()
        remove_generations(self._connection, keep=self.generation)
        return Position(self.generation.name, 0)

    def _require_whole(self) -> None:
        """A node that was killed and came back while its requests were repeated has lost what it hadn't synced, and has
        answered that it had it: it opened its copy anew, which a healthy build's never is.
        """
        indices = self._connection.patient.indices
        answer = indices.recovery(index=self.generation.indices, filter_path="*.shards.type")
        if any(shard["type"] == "EXISTING_STORE" for index in answer.values() for shard in index["shards"]):
            raise EngineUnavailable(
                "{0} was restarted while the index was built, and may have lost some of it: run the same command "
                "again. Readers see what they saw before.",
                self._connection.address,
            )

    def discard(self) -> None:
        self._stream.close()
        _remove(self._connection, self.generation)

    def _switch(self) -> list[dict[str, object]]:
        """Both aliases, from the older generation to this one, as one change of the cluster's state."""
        published = find_published(self._connection)
        actions: list[dict[str, object]] = []
        for part in ("records", "headings"):
            alias = f"{self._connection.alias}-{part}"
            if published:
                old = getattr(published.generation, part)
                actions.append({"remove": {"index": old, "alias": alias, "must_exist": False}})
            actions.append({"add": {"index": getattr(self.generation, part), "alias": alias}})
        return actions


def start_build(connection: Connection) -> Build:
    """Make the two indices, after removing what an ended run left behind."""
    published = find_published(connection)
    remove_generations(connection, keep=published.generation if published else None)
    number = published.generation.number + 1 if published else 1
    generation = Generation(connection.alias, fingerprint(), number)
    meta = generation_meta(0)
    with connection.translated():
        connection.patient.indices.create(index=generation.records, body=records_index(meta))
        connection.patient.indices.create(index=generation.headings, body=headings_index(meta))
    return Build(connection, generation)


def remove_generations(connection: Connection, *, keep: Generation | None) -> None:
    """Every other generation, older ones and those of runs that were ended."""
    for generation in find_generations(connection) - {keep}:
        _remove(connection, generation)


def require_none(refusals: Sequence[WriteFailure]) -> None:
    """A document refused this late can't be reported with its batch, so nothing becomes visible."""
    if refusals:
        first = refusals[0]
        raise EngineError(
            f"Elasticsearch refused {len(refusals)} document(s), so nothing was published; {first.id}: {first.reason}"
        )


def _remove(connection: Connection, generation: Generation) -> None:
    for index in (generation.records, generation.headings):
        try:
            with connection.translated():
                connection.patient.indices.delete(index=index)
        except Missing:
            continue
