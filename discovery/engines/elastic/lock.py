"""One writer at a time, on whatever machine it runs: a document that only one can create.

The writer renews it while it lives. One that was killed leaves it behind; then it is taken over at once where its
process can be seen to have ended, and otherwise when it has expired.
"""

import threading
import time

import msgspec

from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.decode import decode
from discovery.engines.elastic.failures import Conflict, Missing
from discovery.engines.elastic.owner import Owner, this_process
from discovery.errors import EngineError, EngineUnavailable

EXPIRY_SECONDS = 30.0
HEARTBEAT_SECONDS = 5.0
_DOCUMENT = "writer"
_SETTINGS = {"number_of_shards": 1, "auto_expand_replicas": "0-1"}
_MAPPINGS = {
    "dynamic": "strict",
    "properties": {
        "machine": {"type": "keyword"},
        "process": {"type": "keyword"},
        "renewed": {"type": "double"},
    },
}


class _Holder(Owner, frozen=True):
    renewed: float


class _Version(msgspec.Struct, frozen=True):
    """Which write of the document this is; a later write can be made to depend on it."""

    number: int = msgspec.field(name="_seq_no")
    term: int = msgspec.field(name="_primary_term")


class _Stored(_Version, frozen=True, kw_only=True):
    holder: _Holder = msgspec.field(name="_source")


class WriterLock:
    """Held between `acquire` and `release`, unless the process is stopped for longer than the expiry."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._index = f"{connection.alias}-writer"
        self._owner = this_process()
        self._version: _Version | None = None
        # When the writes were made whose answers haven't come; the time of each is its own.
        self._unanswered: set[float] = set()
        self._mutex = threading.Lock()
        self._stopped = threading.Event()

    def acquire(self) -> None:
        """Raises EngineError when another run holds it."""
        if self._version is not None:
            return
        self._create_index()
        try:
            self._version = self._write(None)
        except Conflict:
            self._version = self._take_over()
        self._unanswered.clear()
        self._stopped = threading.Event()
        threading.Thread(target=self._beat, args=(self._stopped,), name="padu-writer-lock", daemon=True).start()

    def confirm(self) -> None:
        """Renews it. Raises EngineError when another run has taken it over in the meantime."""
        try:
            self._renew()
        except Conflict:
            raise EngineError(
                "Another run took over the index while this one was stopped: start this one again."
            ) from None

    def release(self) -> None:
        """Let the next writer in. Where the engine can't be reached the lock expires by itself."""
        self._stopped.set()
        with self._mutex:
            version, self._version = self._version, None
        if version is None:
            return
        try:
            with self._connection.translated():
                self._connection.client.delete(
                    index=self._index, id=_DOCUMENT, if_seq_no=version.number, if_primary_term=version.term
                )
        except (Conflict, Missing, EngineUnavailable):
            return

    def _create_index(self) -> None:
        with self._connection.translated():
            if not self._connection.client.indices.exists(index=self._index):
                self._connection.patient.options(ignore_status=400).indices.create(
                    index=self._index, settings=_SETTINGS, mappings=_MAPPINGS
                )

    def _take_over(self) -> _Version:
        """From an owner that is gone or silent. A third run that does the same at once loses."""
        stored = self._read()
        try:
            if stored is None or self._is_ours(stored) or _is_over(stored.holder) or self._is_silent(stored):
                return self._write(stored)
        except Conflict:
            stored = self._read() or stored
        holder = stored.holder if stored else self._owner
        raise EngineError(
            f"Another run is writing to {self._connection.address} (process {holder.process.split('/')[0]} on "
            f"{holder.machine.split('/')[0]}): wait for it to end. If it was killed, its lock ends by itself "
            f"within {EXPIRY_SECONDS:.0f} seconds."
        )

    def _is_ours(self, stored: _Stored) -> bool:
        """Whether it is what a write of ours left behind, whose answer was lost on its way."""
        return stored.holder.renewed in self._unanswered

    def _is_silent(self, stored: _Stored) -> bool:
        """Whether a holder from the future, whose age says nothing, doesn't renew the lock while we look on.

        A clock was set back since (a machine that forgets the day without power); it may never come to that time.
        """
        if stored.holder.renewed <= time.time() + EXPIRY_SECONDS:
            return False
        time.sleep(EXPIRY_SECONDS)
        now = self._read()
        return now is None or (now.number, now.term) == (stored.number, stored.term)

    def _beat(self, stopped: threading.Event) -> None:
        while not stopped.wait(HEARTBEAT_SECONDS):
            try:
                self._renew()
            except EngineUnavailable:
                continue  # it may come back before the lock expires; `confirm` looks before anything shows
            except Conflict:
                return

    def _renew(self) -> None:
        with self._mutex:
            if self._version is None:
                return
            try:
                self._version = self._write(self._version)
            except Conflict:
                stored = self._read()
                if stored is None or not self._is_ours(stored):
                    raise
                self._version = self._write(stored)
            self._unanswered.clear()

    def _write(self, replaced: _Version | None) -> _Version:
        """Create the document, or renew exactly the one that was read. Raises Conflict when that isn't there."""
        now = time.time()
        self._unanswered.add(now)
        document = {"machine": self._owner.machine, "process": self._owner.process, "renewed": now}
        with self._connection.translated():
            if replaced is None:
                answer = self._connection.client.create(index=self._index, id=_DOCUMENT, document=document)
            else:
                answer = self._connection.client.index(
                    index=self._index,
                    id=_DOCUMENT,
                    document=document,
                    if_seq_no=replaced.number,
                    if_primary_term=replaced.term,
                )
        return decode(answer.body, _Version)

    def _read(self) -> _Stored | None:
        try:
            with self._connection.translated():
                return decode(self._connection.client.get(index=self._index, id=_DOCUMENT).body, _Stored)
        except Missing:
            return None


def _is_over(holder: _Holder) -> bool:
    return holder.is_gone or time.time() - holder.renewed > EXPIRY_SECONDS
