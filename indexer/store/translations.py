"""Which work a translation belongs to that says nothing of its original, as the original's record has it (767).

What is told of translations is kept beside the records, and looked up when documents are made: so it doesn't matter
which of the two came first, and a record that changes or goes takes its word back. The documents that this touches are
marked for publication.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, exists, insert, literal, select

from indexer.store.batches import among, insert_rows, numbers
from indexer.store.packed_keys import unpack_keys
from indexer.store.packing import PackedRecord
from indexer.store.schema import match_keys, publication_marks, source_records, translations

_t = translations.c
_r = source_records.c
_mark = publication_marks.alias("mark")

_ANY = select(literal(1)).select_from(translations).limit(1)
_KEYS = select(_t.key).where(among(_t.sequence, numbers("sequences"))).distinct()
_FORGET = delete(translations).where(among(_t.sequence, numbers("sequences")))
_FOUND = select(match_keys.c.sequence, _r.match_keys).join(source_records, _r.sequence == match_keys.c.sequence)
_BY_KEY = _FOUND.where(among(match_keys.c.key, numbers("keys")))
_PUBLISH = insert(publication_marks).from_select(
    ["cluster", "change"],
    select(_r.cluster, _r.cluster)
    .join(match_keys, match_keys.c.sequence == _r.sequence)
    .where(among(match_keys.c.key, numbers("likenesses")), _r.cluster.is_not(None))
    .where(~exists().where(_mark.c.cluster == _r.cluster))
    .distinct(),
)
_TOLD = select(_t.translation, _t.original).order_by(_t.sequence, _t.original)
_MOST_STEPS = 10


def note_translations(connection: Connection, records: Sequence[tuple[int, PackedRecord]]) -> None:
    """What new records say of translations."""
    told = [(sequence, each) for sequence, record in records for each in record.translations]
    if told:
        insert_rows(connection, translations, [(sequence, *each) for sequence, each in told])
        _publish(connection, [each.key for _, each in told])


def replace_translations(connection: Connection, records: Sequence[tuple[int, PackedRecord]]) -> None:
    """What changed records say, in place of what they said."""
    forget_translations(connection, [sequence for sequence, _ in records])
    note_translations(connection, records)


def forget_translations(connection: Connection, sequences: Sequence[int]) -> None:
    """These records are gone, or say something else."""
    if not sequences or connection.execute(_ANY).first() is None:
        return
    keys = list(connection.scalars(_KEYS, {"sequences": sequences}))
    if keys:
        connection.execute(_FORGET, {"sequences": sequences})
        _publish(connection, keys)


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


def _publish(connection: Connection, keys: Sequence[int]) -> None:
    """Have the records that have one of these keys published again, and those just like them."""
    found = connection.execute(_BY_KEY, {"keys": sorted({*keys})}).all()
    if found:
        likenesses = sorted({unpack_keys(row.match_keys)[0] for row in found})
        connection.execute(_PUBLISH, {"likenesses": likenesses})
