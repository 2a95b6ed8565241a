"""Which work a translation belongs to that says nothing of its original, as the original's record has it (767).

What is told of translations is kept beside the records, and looked up when documents are made: so it doesn't matter
which of the two came first, and a record that changes or goes takes its word back. Where that puts works elsewhere than
they were published, `indexer.works` has their documents published again.
"""

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection, delete, select

from indexer.store.batches import among, insert_rows, numbers
from indexer.store.packing import PackedRecord
from indexer.store.schema import translations
from indexer.store.store import property_of, set_property

_t = translations.c
_PUBLISHED = "works of translations"

_FORGET = delete(translations).where(among(_t.sequence, numbers("sequences")))
_TOLD = select(_t.translation, _t.original).order_by(_t.sequence, _t.original)
_MOST_STEPS = 10


def note_translations(connection: Connection, records: Sequence[tuple[int, PackedRecord]]) -> None:
    """What new records say of translations."""
    told = [(sequence, each) for sequence, record in records for each in record.translations]
    if told:
        insert_rows(connection, translations, [(sequence, *each) for sequence, each in told])


def replace_translations(connection: Connection, records: Sequence[tuple[int, PackedRecord]]) -> None:
    """What changed records say, in place of what they said."""
    forget_translations(connection, [sequence for sequence, _ in records])
    note_translations(connection, records)


def forget_translations(connection: Connection, sequences: Sequence[int]) -> None:
    """These records are gone, or say something else."""
    if sequences:
        connection.execute(_FORGET, {"sequences": sequences})


def works_of_translations(connection: Connection) -> Mapping[str, str]:
    """The work that each translation's own number stands for, the earliest record's word first.

    A translation of a translation belongs to the original's work; of records that name each other, all to one's.
    """
    told: dict[str, str] = {}
    for row in connection.execute(_TOLD):
        told.setdefault(row.translation, row.original)
    return {each: work for each in told if (work := _original(each, told)) != each}


def _original(work: str, told: Mapping[str, str]) -> str:
    passed = [work]
    while (following := told.get(passed[-1])) is not None and len(passed) < _MOST_STEPS:
        if following in passed:
            return min(passed[passed.index(following) :])
        passed.append(following)
    return passed[-1]


def published_works(connection: Connection) -> Mapping[str, str]:
    """What `works_of_translations` gave when documents were last marked for it."""
    kept = property_of(connection, _PUBLISHED)
    return msgspec.json.decode(kept, type=dict[str, str]) if kept else {}


def note_published_works(connection: Connection, works: Mapping[str, str]) -> None:
    """What these change is marked for publication."""
    set_property(connection, _PUBLISHED, msgspec.json.encode(works).decode())
