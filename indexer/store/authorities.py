"""What authority records say about headings, and what of it is still to be published.

A changed authority record is marked when it is stored. `indexer.authorities` reads it into forms, which documents and
references are made from; the headings whose references may now be others stay marked until the engine shows them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, literal, select, tuple_

from discovery.catalog.authority import Authority
from indexer.store.batches import among, insert_rows, numbers, texts
from indexer.store.packing import unpack_authority
from indexer.store.schema import (
    Number,
    authority_forms,
    authority_marks,
    contents,
    publication_marks,
    reference_marks,
    source_records,
)
from indexer.store.store import Store

_f = authority_forms.c
_m = reference_marks.c
_heading = authority_forms.alias("heading")
_other = authority_forms.alias("other")
_PAGE = 5_000

_UNMARK = delete(authority_marks).where(among(authority_marks.c.sequence, numbers("sequences")))
_CHANGED = (
    select(authority_marks.c.sequence, contents.c.mapped)
    .join(contents, contents.c.sequence == authority_marks.c.sequence)
    .order_by(authority_marks.c.sequence)
)
_OF_RECORDS = select(_f.list, _f.role, _f.key).where(among(_f.sequence, numbers("sequences")))
_FORGET = delete(authority_forms).where(among(_f.sequence, numbers("sequences")))
# Every form beside a heading in the same authority record: role and text of the other.
_BESIDE = (
    select(_heading.c.key, _other.c.role, _other.c.key.label("other_key"), _other.c.text)
    .join(_other, (_other.c.sequence == _heading.c.sequence) & (_other.c.list == _heading.c.list))
    .add_columns(_heading.c.role.label("own_role"), _heading.c.text.label("own_text"))
    .where(_heading.c.list == bindparam("list"), among(_heading.c.key, texts("keys")))
    # Two variants of one heading don't lead to each other.
    .where((_heading.c.role == "heading") != (_other.c.role == "heading"))
    .order_by(_heading.c.key, _other.c.sequence, _other.c.place)
)
_VARIANTS_OF = (
    select(_heading.c.list, _heading.c.key, _other.c.text)
    .join(_other, (_other.c.sequence == _heading.c.sequence) & (_other.c.list == _heading.c.list))
    .where(_heading.c.role == "heading", _other.c.role == "see")
    .order_by(_heading.c.list, _heading.c.key, _other.c.sequence, _other.c.place)
)
_FORGET_MARKS = delete(reference_marks).where(_m.list == bindparam("of_list"), among(_m.key, texts("keys")))
_LIVING = (
    select(contents.c.sequence, contents.c.mapped)
    .join(source_records, source_records.c.sequence == contents.c.sequence)
    .where(source_records.c.kind == "authority", source_records.c.live)
    .where(contents.c.sequence > bindparam("after", type_=Number))
    .order_by(contents.c.sequence)
    .limit(_PAGE)
)
_CLUSTERS = (
    select(source_records.c.cluster)
    .where(among(source_records.c.id, texts("ids")), source_records.c.cluster.is_not(None))
    .where(~select(literal(1)).where(publication_marks.c.cluster == source_records.c.cluster).exists())
    .distinct()
)


class Form(NamedTuple):
    """One form of a heading in one list, as an authority record gives it."""

    list: str
    role: str
    key: str
    text: str


class Beside(NamedTuple):
    """Two forms of one authority record, each with its role there."""

    own_role: str
    key: str
    own_text: str
    role: str
    other_key: str
    text: str


def mark_authorities(connection: Connection, sequences: Sequence[int]) -> None:
    """These authority records are new, changed or gone."""
    if sequences:
        connection.execute(_UNMARK, {"sequences": sequences})
        insert_rows(connection, authority_marks, [(each,) for each in sequences])


def changed_authorities(connection: Connection, limit: int) -> list[tuple[int, bytes]]:
    """The next that wait to be read, each with its record as JSON, b"" for one that is gone."""
    return [(row.sequence, row.mapped) for row in connection.execute(_CHANGED.limit(limit))]


def replace_forms(
    connection: Connection, sequences: Sequence[int], forms: Sequence[tuple[int, Form]]
) -> set[tuple[str, str, str]]:
    """Put these authority records' forms in place of what they had; list, role and key of what they had.

    They no longer wait to be read.
    """
    before = {(row.list, row.role, row.key) for row in connection.execute(_OF_RECORDS, {"sequences": sequences})}
    connection.execute(_FORGET, {"sequences": sequences})
    rows = [
        (sequence, form.list, form.role, place, form.key, form.text) for place, (sequence, form) in enumerate(forms)
    ]
    insert_rows(connection, authority_forms, rows)
    connection.execute(_UNMARK, {"sequences": sequences})
    return before


def beside(connection: Connection, in_list: str, keys: Sequence[str]) -> list[Beside]:
    """What authority records put beside these forms, one of the two being the heading of its record."""
    rows = connection.execute(_BESIDE, {"list": in_list, "keys": list(keys)})
    return [Beside(row.own_role, row.key, row.own_text, row.role, row.other_key, row.text) for row in rows]


def has_authorities(connection: Connection) -> bool:
    """Whether there is any form at all."""
    return connection.execute(select(literal(1)).select_from(authority_forms).limit(1)).first() is not None


def variants_by_heading(store: Store) -> Iterator[tuple[str, str, str]]:
    """Every variant as list, key of its heading, and text; those of one heading come together."""
    with store.transaction() as connection:
        rows = connection.execution_options(yield_per=_PAGE).execute(_VARIANTS_OF)
        yield from (tuple(row) for row in rows)


def mark_references(connection: Connection, headings: Sequence[tuple[str, str]]) -> None:
    """These headings, by list and key, may have to point to others than the index shows."""
    for name in {name for name, _ in headings}:
        keys = sorted({key for each, key in headings if each == name})
        connection.execute(_FORGET_MARKS, {"of_list": name, "keys": keys})
        insert_rows(connection, reference_marks, [(name, key) for key in keys])


def marked_references(store: Store, limit: int) -> list[tuple[str, str]]:
    """The next of them."""
    statement = select(_m.list, _m.key).order_by(_m.list, _m.key).limit(limit)
    with store.transaction() as connection:
        return [(row.list, row.key) for row in connection.execute(statement)]


def confirm_references(connection: Connection, headings: Sequence[tuple[str, str]]) -> None:
    """The index shows them."""
    for name in {name for name, _ in headings}:
        keys = [key for each, key in headings if each == name]
        connection.execute(_FORGET_MARKS, {"of_list": name, "keys": keys})


def all_references(store: Store) -> Iterator[list[tuple[str, str]]]:
    """Every heading that an authority record names, by list and key, a page at a time."""
    after = ("", "")
    while True:
        place = tuple_(_f.list, _f.key) > tuple_(literal(after[0]), literal(after[1]))
        page = select(_f.list, _f.key).where(place).distinct().order_by(_f.list, _f.key).limit(_PAGE)
        with store.transaction() as connection:
            rows = connection.execute(page).all()
        if not rows:
            return
        found = [(row.list, row.key) for row in rows]
        after = found[-1]
        yield found


def mark_records_for_publication(connection: Connection, ids: Sequence[str]) -> None:
    """The union records shown under these ids are to be published again; marks that stand stay as they are."""
    if ids:
        clusters = [row.cluster for row in connection.execute(_CLUSTERS, {"ids": list(ids)})]
        insert_rows(connection, publication_marks, [(each, each) for each in clusters])


def stored_authorities(store: Store) -> Iterator[Authority]:
    """Every living authority record, in the order in which they were assigned; a page at a time is held in memory."""
    after = 0
    while True:
        with store.transaction() as connection:
            rows = connection.execute(_LIVING, {"after": after}).all()
        yield from (unpack_authority(row.mapped) for row in rows)
        if len(rows) < _PAGE:
            return
        after = rows[-1].sequence
