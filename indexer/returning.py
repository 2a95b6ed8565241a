"""Which records that a run would take out are there under another identifier, found without loading what comes."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import partial
from itertools import chain

import msgspec

from indexer.mapping import Mapped
from indexer.match.candidates import likest
from indexer.match.compare import compare
from indexer.match.drawn_features import features_of
from indexer.match.keys import match_keys
from indexer.match.rematch import has_outdated_keys
from indexer.match.successors import comes_in_place, successors
from indexer.store.match_keys import Keyed
from indexer.store.matching import clusters_of, mapped_records, named_records
from indexer.store.packed_keys import pack_keys, unpack_keys
from indexer.store.packing import PackedRecord, unpack_record
from indexer.store.rehearsal import Rehearsal
from indexer.store.store import Store

_TABLE = "CREATE TABLE leaving (key INTEGER, sequence INTEGER, PRIMARY KEY (key, sequence)) WITHOUT ROWID"
_SHARERS = "SELECT key, sequence FROM leaving WHERE key IN (SELECT value FROM json_each(?))"


def renumbered(rehearsal: Rehearsal, mapped: Iterable[Mapped], *, missing: bool) -> int:
    """How many of the records that would go are there under another identifier, or come again under one."""
    pages: Iterable[list[Keyed]] = rehearsal.leaving(missing=missing)
    if has_outdated_keys(rehearsal.store):  # a sync would renew them first
        pages = (_keyed_anew(rehearsal.store, page) for page in pages)
    leaving = chain.from_iterable(pages)
    with closing(Returning(rehearsal.store, leaving, rehearsal.new)) as returning:
        for page in rehearsal.leaving(missing=missing):
            with rehearsal.store.transaction() as connection:
                staying = partial(rehearsal.unread, connection, missing=missing)
                returning.found.update(successors(connection, page, staying, rehearsal.new))
        for some in mapped:
            returning.look([item for item in some.packed if rehearsal.stands(item)])
        return len(returning.found)


def _keyed_anew(store: Store, page: Sequence[Keyed]) -> list[Keyed]:
    with store.transaction() as connection:
        records = mapped_records(connection, [sequence for sequence, _ in page])
        return [(sequence, pack_keys(match_keys(record))) for sequence, record in records]


class Returning:
    """The records that would leave, by their keys: in a file, as they may be a whole catalogue. `found` are those that
    come again, by sequence; the rule, and `new`, are those of `indexer.match.successors`.
    """

    def __init__(self, store: Store, leaving: Iterable[Keyed], new: int) -> None:
        self.found: set[int] = set()
        self._store = store
        self._new = new
        self._keys = sqlite3.connect("")  # a file without a name, gone when it is closed
        self._keys.execute(_TABLE)
        rows = ((key, sequence) for sequence, keys in leaving for key in unpack_keys(keys))
        self._keys.executemany("INSERT OR IGNORE INTO leaving VALUES (?, ?)", rows)

    def close(self) -> None:
        """Let go of the keys."""
        self._keys.close()

    def look(self, records: Sequence[PackedRecord]) -> None:
        """Some of those that come."""
        keys_of = [(each, unpack_keys(each.keys)) for each in records if each.keys]
        sharers = self._sharers({key for _, keys in keys_of for key in keys})
        for record, (likeness, *keys) in keys_of:
            self.found.update(sharers.get(likeness, ()))
            near = {each for key in keys for each in sharers.get(key, ())} - self.found
            if near:
                self._compare(record, likest(near, keys, sharers))

    def _sharers(self, keys: Iterable[int]) -> dict[int, list[int]]:
        sharers: dict[int, list[int]] = {}
        for key, sequence in self._keys.execute(_SHARERS, (msgspec.json.encode(sorted(keys)).decode(),)):
            sharers.setdefault(key, []).append(sequence)
        return sharers

    def _compare(self, record: PackedRecord, near: Sequence[int]) -> None:
        coming = features_of(unpack_record(record.mapped))
        with self._store.transaction() as connection:
            standing = named_records(connection, [record.id]).get(record.id)
            cluster_of = clusters_of(connection, near)
            for sequence, leaving in mapped_records(connection, near):
                is_new = standing is None or standing.sequence >= self._new or standing.cluster == cluster_of[sequence]
                if comes_in_place(compare(features_of(leaving), coming), is_new=is_new):
                    self.found.add(sequence)
