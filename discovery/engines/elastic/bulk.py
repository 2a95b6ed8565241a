"""Streams operations to Elasticsearch: two requests at a time, and no more in memory than these.

Operations on one document always take the same lane, and a lane sends one request after the other, so the last
write wins whatever the network does.
"""

from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor

import msgspec
import stamina

from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.decode import decode
from discovery.engines.elastic.failures import BLOCKED, PASSING_STATUSES, Cause, EngineBusy, innermost_reason, read_only
from discovery.engines.elastic.operations import Operation
from discovery.search.engine import WriteFailure

LANES = 2
# Large enough that a request's fixed cost disappears, small enough to be merged into Lucene's buffer at once.
REQUEST_BYTES = 2_000_000
# A lane fills the next request while one is under way; the one after that has to wait.
REQUESTS_UNDER_WAY = 2
ATTEMPTS = 8
ATTEMPT_SECONDS = 120.0


class _ItemAnswer(msgspec.Struct, frozen=True):
    status: int
    error: Cause | None = None


class _BulkAnswer(msgspec.Struct, frozen=True):
    items: tuple[dict[str, _ItemAnswer], ...] = ()


class BulkStream:
    """Sends what is added. Raises EngineUnavailable when a request fails for good."""

    def __init__(self, connection: Connection) -> None:
        self._lanes = tuple(_Lane(connection) for _ in range(LANES))

    def add(self, operations: Iterable[Operation]) -> None:
        for operation in operations:
            self._lanes[hash(operation.id) % LANES].add(operation)

    def refusals(self) -> tuple[WriteFailure, ...]:
        """The documents that Elasticsearch has refused since the last call, as far as it has answered."""
        return tuple(refusal for lane in self._lanes for refusal in lane.refusals())

    def flush(self) -> None:
        """Everything added is in Elasticsearch when this returns."""
        for lane in self._lanes:
            lane.send()
        for lane in self._lanes:
            lane.wait(until=0)

    def close(self) -> None:
        """What was not sent yet is dropped."""
        for lane in self._lanes:
            lane.close()


class _Lane:
    """One request after the other, in the order in which its operations came."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="padu-bulk")
        self._waiting: list[Operation] = []
        self._waiting_bytes = 0
        self._under_way: deque[Future[list[WriteFailure]]] = deque()
        self._refused: list[WriteFailure] = []

    def add(self, operation: Operation) -> None:
        self._waiting.append(operation)
        self._waiting_bytes += len(operation.lines)
        if self._waiting_bytes >= REQUEST_BYTES:
            self.send()

    def send(self) -> None:
        if self._waiting:
            self.wait(until=REQUESTS_UNDER_WAY - 1)
            self._under_way.append(self._thread.submit(send_bulk, self._connection, self._waiting))
            self._waiting, self._waiting_bytes = [], 0

    def wait(self, until: int) -> None:
        """Until no more requests than that are under way."""
        while len(self._under_way) > until:
            self._refused += self._under_way.popleft().result()

    def refusals(self) -> list[WriteFailure]:
        while self._under_way and self._under_way[0].done():
            self._refused += self._under_way.popleft().result()
        known, self._refused = self._refused, []
        return known

    def close(self) -> None:
        self._thread.shutdown(wait=True, cancel_futures=True)


def send_bulk(connection: Connection, operations: list[Operation]) -> list[WriteFailure]:
    """Send them in one request, and again what Elasticsearch had no room for. Gives back what it refused."""
    refused: list[WriteFailure] = []
    pending = operations
    for attempt in stamina.retry_context(on=EngineBusy, attempts=ATTEMPTS, timeout=ATTEMPT_SECONDS, wait_max=20.0):
        with attempt:
            failures, pending = _send_once(connection, pending)
            refused += failures
            if pending:
                raise EngineBusy(f"{connection.address} has no room for more writes: try again in a minute.")
    return refused


def _send_once(connection: Connection, operations: list[Operation]) -> tuple[list[WriteFailure], list[Operation]]:
    """What was refused, and what is to be sent again."""
    with connection.translated():
        answer = connection.patient.options(max_retries=0).bulk(
            operations=[operation.lines for operation in operations],  # type: ignore[misc]  # takes encoded lines too
            filter_path="items.*.status,items.*.error.type,items.*.error.reason,items.*.error.caused_by",
        )
    refused, again = [], []
    for operation, item in zip(operations, decode(answer.body, _BulkAnswer).items, strict=True):
        (outcome,) = item.values()
        if outcome.error is not None and outcome.error.type == BLOCKED:
            raise read_only(connection.address, outcome.error.reason)
        if outcome.status in PASSING_STATUSES:
            again.append(operation)
        elif outcome.error is not None:
            refused.append(WriteFailure(operation.id, innermost_reason(outcome.error)))
    return refused, again
