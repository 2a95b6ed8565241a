"""The libraries of which it was published who speaks for them, so that it can be taken back."""

from collections.abc import Collection

import msgspec

from indexer.store.store import Store, property_of, set_property

_NAME = "supplied libraries"


def with_published(store: Store, libraries: Collection[str]) -> tuple[str, ...]:
    """These libraries, which are about to be published, and those that once were."""
    with store.transaction() as connection:
        kept = property_of(connection, _NAME)
        before = msgspec.json.decode(kept, type=list[str]) if kept else []
        every = sorted({*before, *libraries})
        if every != before:
            set_property(connection, _NAME, msgspec.json.encode(every).decode())
    return tuple(every)
