"""What went wrong with a partner's last run, kept until one goes well: in the morning somebody asks `padu status`."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, select

from indexer.store.schema import properties
from indexer.store.store import Store, set_property

_NAME = "failure of "


class Failure(msgspec.Struct, frozen=True):
    """When a run of a partner failed (ISO date and time), and the sentence that says why."""

    at: str
    why: str


def note_failure(store: Store, partner: str, failure: Failure | None) -> None:
    """How a partner's run ended; None where it went well."""
    with store.transaction() as connection:
        if failure is None:
            forget_failure(connection, partner)
        else:
            set_property(connection, _NAME + partner, msgspec.json.encode(failure).decode())


def forget_failure(connection: Connection, partner: str) -> None:
    """Nothing went wrong with it, or it has left."""
    connection.execute(properties.delete().where(properties.c.name == _NAME + partner))


def failures(store: Store) -> Mapping[str, Failure]:
    """Partners whose last run failed, by code."""
    named = properties.c.name.startswith(_NAME, autoescape=True)
    with store.transaction() as connection:
        rows = connection.execute(select(properties.c.name, properties.c.value).where(named)).all()
    return {row.name.removeprefix(_NAME): msgspec.json.decode(row.value, type=Failure) for row in rows}
