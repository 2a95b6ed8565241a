"""The works of translations, where worker processes look them up: see `indexer.lookup_file`."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from indexer.store.store import Store
from indexer.store.translations import works_of_translations


def write_works(store: Store, path: Path) -> bool:
    """What the store's records say of translations; False where they say nothing, as in most catalogues."""
    with store.transaction() as connection:
        works = works_of_translations(connection)
    if works:
        path.write_bytes(msgspec.json.encode(works))
    return bool(works)


@lru_cache(maxsize=1)
def open_works(path: str) -> Mapping[str, str]:
    """The file at this path, read once a process; nothing where there is none."""
    return msgspec.json.decode(Path(path).read_bytes(), type=dict[str, str]) if path else {}
