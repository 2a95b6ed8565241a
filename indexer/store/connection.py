"""How the databases are reached: addresses, settings, and the lock that keeps a second run out."""

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.pool import NullPool

from discovery.errors import StoreError, StoreLocked
from indexer.store.faults import shown, translated

# A PostgreSQL server notices some moments late that a killed run is gone.
_LOCK_PATIENCE_SECONDS = 3.0
_ADVISORY_LOCK = "pg_try_advisory_lock(hashtext('padu'), hashtext(current_database() || '.' || current_schema()))"

_SQLITE_SETTINGS = (
    # Of a new database. A record's content is 2 to 4 kB: of pages of 4 kB it fills one, and a third of that stays
    # empty. With these a load writes less to the log: 49 µs a record of the main process instead of 62.
    "PRAGMA page_size = 16384",
    # Readers (`padu status`) go on while a run writes; a kill at any moment leaves whole transactions.
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA busy_timeout = 10000",
)
# Each page goes from the log to its place once for many transactions, not after every thousand pages: a load writes the
# same pages of its indexes again and again (2 s of 150).
_LOG_BYTES = 128 << 20
IN_MEMORY = make_url("sqlite+pysqlite://")
# A database made without an encoding (SQL_ASCII) would answer in bytes. What lies between us and the server may forget
# a connection that is silent while a partner is harvested for hours.
_POSTGRESQL = {"client_encoding": "utf8", "keepalives_idle": 60}
# A server may end who is idle as long: the lock's connection always is. Older than 14 it has no such setting.
_STAY = "SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'idle_session_timeout'"


def store_url(address: str) -> URL:
    """The address as a URL of one of the two databases we know, or a StoreError that says what is allowed."""
    allowed = "store.url must be like sqlite:///padu-data/store.db or postgresql://user@host/padu"
    try:
        url = make_url(address)
        backend = url.get_backend_name()
    except (ArgumentError, ValueError):
        raise StoreError(f"{allowed}; what stands there is no address.") from None
    if backend == "sqlite" and url.database:
        return url.set(drivername="sqlite+pysqlite")
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise StoreError(f"{allowed}; {backend} isn't one of them.")


def is_there(url: URL) -> bool:
    """Whether there is a file where SQLite's should be; a server's database is asked instead."""
    if url.get_backend_name() != "sqlite":
        return True
    try:
        Path(str(url.database)).stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise StoreError(f"The record store {shown(url)}: the file can't be looked at ({error.strerror}).") from error
    return True


def connect(url: URL, *, writing: bool = True) -> Engine:
    """An engine with our settings. Nothing is opened yet, except that SQLite's folder is made.

    Who only reads may lack the right to write, as everybody but the user that syncs.
    """
    if url.get_backend_name() != "sqlite":
        return _staying(create_engine(url, pool_size=1, max_overflow=2, connect_args=_POSTGRESQL))
    try:
        if url != IN_MEMORY:
            Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The record store {shown(url)}: its folder can't be made ({error.strerror}).") from error
    if not writing and url != IN_MEMORY and not os.access(Path(str(url.database)).parent, os.W_OK):
        return _reading(url)
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def set_up(connection: DBAPIConnection, _: object) -> None:
        cursor = connection.cursor()
        for setting in _SQLITE_SETTINGS:
            cursor.execute(setting)
        cursor.execute("PRAGMA page_size")  # that of the file, which may be an older one
        ((page,),) = cursor.fetchall()
        cursor.execute(f"PRAGMA wal_autocheckpoint = {_LOG_BYTES // page}")
        cursor.close()

    return engine


def _staying(engine: Engine) -> Engine:
    """The engine of a server, whose connections last as long as we want them."""

    @event.listens_for(engine, "connect")
    def stay(connection: DBAPIConnection, _: object) -> None:
        cursor = connection.cursor()
        cursor.execute(_STAY)
        cursor.close()
        connection.commit()

    return engine


def _reading(url: URL) -> Engine:
    """An engine for who may only read. Nothing keeps others from writing meanwhile, which looks like damage."""
    engine = create_engine(_read_only(url))

    @event.listens_for(engine, "handle_error")
    def written_meanwhile(context: ExceptionContext) -> None:
        if "malformed" in str(context.original_exception):
            raise StoreError(
                f"The record store {shown(url)} changed while it was read: run the same command again; if it says so "
                "each time, have the user that syncs run it."
            )

    return engine


def _read_only(url: URL) -> URL:
    """The same file where beside it nothing can be made: as it is, or, while a run writes, with that run's log.

    https://www.sqlite.org/wal.html#read_only_databases
    """
    path = Path(str(url.database))
    mode = {"mode": "ro", "uri": "true"}
    if not path.with_name(f"{path.name}-wal").exists():
        mode["immutable"] = "1"
    return url.set(database=f"file:{quote(str(path))}", query=mode)


def begin_at_once(connection: Connection) -> None:
    """Have SQLite count what makes tables among the transaction: Python's driver begins one only to change rows.

    https://docs.python.org/3/library/sqlite3.html#sqlite3-transaction-control-isolation-level
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")


class Lock:
    """Held by the one run that may write. The system gives it back when the process ends, however it ends."""

    def __init__(self, url: URL) -> None:
        self._url = url
        self._engine: Engine | None = None
        self._connection: Connection | None = None

    def acquire(self) -> None:
        """Raises StoreLocked when another run holds it."""
        sqlite = self._url.get_backend_name() == "sqlite"
        # A file of its own: a lock on the store's would keep readers out.
        url = self._url.set(database=f"{self._url.database}.lock") if sqlite else self._url
        arguments: dict[str, Any] = {"timeout": 0.1} if sqlite else _POSTGRESQL
        with translated(self._url):
            # PostgreSQL's is the session's: a server may end one that idles within a transaction, and the lock with it.
            level = None if sqlite else "AUTOCOMMIT"
            engine = create_engine(url, poolclass=NullPool, connect_args=arguments, isolation_level=level)
            self._engine = engine if sqlite else _staying(engine)
            self._connection = self._engine.connect()
            taken = _lock_file(self._connection) if sqlite else _lock_server(self._connection)
        if not taken:
            self.release()
            raise StoreLocked(
                f"The record store {shown(self._url)} is in use by another run of padu: wait until it has finished."
            )

    def release(self) -> None:
        """Let others in. Does nothing when the lock isn't held."""
        if self._connection is not None:
            # A server that was ended took the lock with it; what it was ended in the middle of is told already.
            with suppress(DBAPIError):
                self._connection.close()
            self._connection = None
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None


def _lock_file(connection: Connection) -> bool:
    try:
        connection.exec_driver_sql("BEGIN EXCLUSIVE")
    except OperationalError as error:
        if "locked" in str(error.orig):
            return False
        raise
    return True


def _lock_server(connection: Connection) -> bool:
    deadline = time.monotonic() + _LOCK_PATIENCE_SECONDS
    while not connection.scalar(text(f"SELECT {_ADVISORY_LOCK}")):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.2)
    return True
