"""Which index this store was last published to, and how far.

What changes is marked until an index shows it, and no longer: an index that lay aside meanwhile, as another engine was
tried, or that came back from a backup, lacks it, and nothing in it tells.
"""

import msgspec

from indexer.store.store import Store, property_of, set_property

_NAME = "published index"


class PublishedIndex(msgspec.Struct, frozen=True):
    """`engine` is its address in padu.toml, `generation` and `revision` the position that it was left at."""

    engine: str
    generation: str
    revision: int


class _Noted(PublishedIndex, frozen=True):
    """`under_way` says that it is about to be a revision ahead, or is: whoever was killed then couldn't say which."""

    under_way: bool = False


def note_under_way(store: Store) -> None:
    """The index is about to be published once more."""
    if (left := _noted(store)) is not None:
        _note(store, msgspec.structs.replace(left, under_way=True))


def note_published(store: Store, index: PublishedIndex) -> None:
    """The index shows what the store has."""
    _note(store, _Noted(index.engine, index.generation, index.revision))


def goes_on_from(store: Store, index: PublishedIndex) -> bool:
    """Whether this index is the one that was left, as it was left. True where nothing was ever noted."""
    left = _noted(store)
    if left is None:
        return True
    same = (left.engine, left.generation) == (index.engine, index.generation)
    return same and index.revision in (left.revision, left.revision + left.under_way)


def _noted(store: Store) -> _Noted | None:
    with store.transaction() as connection:
        kept = property_of(connection, _NAME)
    return msgspec.json.decode(kept, type=_Noted) if kept else None


def _note(store: Store, noted: _Noted) -> None:
    with store.transaction() as connection:
        set_property(connection, _NAME, msgspec.json.encode(noted).decode())
