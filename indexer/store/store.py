"""The open record store."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from sqlalchemy import URL, Connection, Engine, func, insert, inspect, select, text

from discovery.errors import StoreError
from indexer.store.connection import IN_MEMORY, Lock, begin_at_once, connect, is_there, store_url
from indexer.store.faults import shown, translated
from indexer.store.schema import OLDEST_VERSION, SCHEMA_VERSION, holdings_links, metadata, properties, source_records


class Store:
    """One database. Whoever writes holds its lock; `padu status` and `padu explain` read without."""

    def __init__(self, url: URL, engine: Engine, lock: Lock | None) -> None:
        self.url = url
        self._engine = engine
        self._lock = lock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All of what happens inside, or nothing. Database faults come out as StoreError."""
        with translated(self.url), self._engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Give the database and the lock back."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()


def open_store(address: str, *, writing: bool = True) -> Store:
    """Open the store at this address, and make its tables where there are none.

    Where there is nothing yet, who only reads is given an empty store in memory: a look leaves nothing behind.
    Raises StoreLocked when `writing` and another run writes, else StoreError with what to do.
    """
    url = store_url(address)
    if not writing:
        standing = _standing(url)
        if standing is None:
            return _opened(url, connect(IN_MEMORY), None)
        if _is_older(standing):
            _opened(url, connect(url), Lock(url)).close()
    return _opened(url, connect(url, writing=writing), Lock(url) if writing else None)


def _opened(url: URL, engine: Engine, lock: Lock | None) -> Store:
    try:
        if lock is not None:
            lock.acquire()
        store = Store(url, engine, lock)
        with store.transaction() as connection:
            _prepare(connection, url)
    except BaseException:
        engine.dispose()
        if lock is not None:
            lock.release()
        raise
    return store


def _standing(url: URL) -> str | None:
    """The version of the tables there, None where nothing stands. Only who holds the lock makes or changes any."""
    if not is_there(url):
        return None
    engine = connect(url, writing=False)
    try:
        with translated(url), engine.connect() as connection:
            return None if _is_blank(connection) else property_of(connection, "schema") or ""
    finally:
        engine.dispose()


def _is_older(version: str) -> bool:
    """Whether tables of this version are brought up to ours where they stand."""
    return version.isdigit() and OLDEST_VERSION <= int(version) < SCHEMA_VERSION


def _prepare(connection: Connection, url: URL) -> None:
    """Make the tables, or make sure that they are of our version."""
    if _is_blank(connection):
        begin_at_once(connection)
        metadata.create_all(connection)
        set_property(connection, "schema", str(SCHEMA_VERSION))
        return
    found = property_of(connection, "schema")
    if found is not None and _is_older(found):
        metadata.create_all(connection)
        _add_columns(connection)
        set_property(connection, "schema", str(SCHEMA_VERSION))
    elif found is not None and found.isdigit() and int(found) > SCHEMA_VERSION:
        raise StoreError(
            f"The record store {shown(url)} was made by a newer padu (its tables are of version {found}, this padu "
            f"knows {SCHEMA_VERSION}): install the newer one again; nothing was changed."
        )
    elif found != str(SCHEMA_VERSION):
        raise StoreError(
            f"The record store {shown(url)} was made by another version of padu (its tables are of version {found}, "
            f"this padu wants {SCHEMA_VERSION}): name another in store.url, and run `padu sync --full` to fill it."
        )


def _is_blank(connection: Connection) -> bool:
    """Whether nothing stands there, or no more than the tables that a run made which was killed, or met a full disk."""
    standing = set(inspect(connection).get_table_names())
    if properties.name in standing and property_of(connection, "schema") is not None:
        return False
    return source_records.name not in standing or next_sequence(connection) == 1


def _add_columns(connection: Connection) -> None:
    """Those that the tables of an older version lack; each has a value that stands for "not known"."""
    for column, kind in ((source_records.c.quality, "BIGINT"), (holdings_links.c.reference, "INTEGER")):
        standing = {each["name"] for each in inspect(connection).get_columns(column.table.name)}
        if column.name not in standing:
            connection.execute(
                text(f"ALTER TABLE {column.table.name} ADD COLUMN {column.name} {kind} NOT NULL DEFAULT 0")
            )


def property_of(connection: Connection, name: str) -> str | None:
    """A fact about the store itself, or None where it was never set."""
    return connection.scalar(select(properties.c.value).where(properties.c.name == name))


def set_property(connection: Connection, name: str, value: str) -> None:
    """Set a fact about the store itself."""
    connection.execute(properties.delete().where(properties.c.name == name))
    connection.execute(insert(properties).values(name=name, value=value))


def next_sequence(connection: Connection) -> int:
    """The place in the order of assignment that the next new record takes."""
    return (connection.scalar(select(func.max(source_records.c.sequence))) or 0) + 1
