"""What a database complains of, as one sentence that says what to do. Credentials are never in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from discovery.errors import StoreError

# SQLite tells its faults apart by their words, PostgreSQL by its states:
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_SENTENCES = (
    ("disk is full", "the disk is full: make room, then run the same command again; nothing was lost"),
    ("53100", "the disk is full: make room, then run the same command again; nothing was lost"),
    # SQLite says no more of a full disk where it can't make the file that its readers share.
    (
        "disk I/O error",
        "the disk is full or broken: make room, then run the same command again; where there is room, have the disk "
        "looked at",
    ),
    ("readonly database", "it can't be written: give this user the right to write the file and its folder"),
    ("25006", "it can't be written: the server is read-only"),
    ("42501", "this user may not do that: grant it the right to create and write tables"),
    ("not a database", "the file is no SQLite database: put it aside, or name another in store.url"),
    ("malformed", "the file is damaged: put it aside, and run `padu sync --full` to fill a new one"),
    ("unable to open", "the file can't be opened: look at its folder's existence and rights"),
    ("database is locked", "another program is writing to it: close that, and run the same command again"),
    ("28", "the server refuses the user or the password in store.url"),
    ("57P", "the server was ended meanwhile: when it runs, run the same command again; nothing was lost"),
    ("3D000", "the server has no such database: create it, or name another in store.url"),
    # Of a connection that the server refuses the driver gives its words and no state.
    ('FATAL:  database "', "the server has no such database: create it, or name another in store.url"),
    ("starting up", "the server is starting: wait a moment, then run the same command again"),
    ("too many", "the server has no connection left for Padu: end what holds them, or allow it more (max_connections)"),
    ("FATAL: ", "the server refuses the user or the password in store.url"),
    ("connection", "the server doesn't answer: look whether it runs and whether store.url is right"),
)


@contextmanager
def translated(url: URL) -> Iterator[None]:
    """Turn what SQLAlchemy raises inside into a StoreError."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreError(f"The record store {shown(url)}: {_sentence(error)}.") from error


def shown(url: URL) -> str:
    """The address without user, password and options."""
    if url.get_backend_name() == "sqlite":
        return url.database or "in memory"
    port = f":{url.port}" if url.port else ""
    return f"{url.get_backend_name()}://{url.host or 'localhost'}{port}/{url.database or ''}"


def _sentence(error: SQLAlchemyError) -> str:
    if not isinstance(error, DBAPIError):
        return type(error).__name__
    words = str(error.orig)
    state = getattr(error.orig, "sqlstate", None) or ""
    for sign, sentence in _SENTENCES:
        if state.startswith(sign) if sign[:2].isdigit() else sign in words:
            return sentence
    # The driver's first line only: what follows repeats the statement and its values.
    return words.partition("\n")[0].rstrip(". ")
