"""The works of translations: which documents have to be published because of them, and where worker processes look
them up (`indexer.lookup_file`).
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from discovery.search.engine import IndexWriter
from indexer.store.authorities import mark_records_for_publication
from indexer.store.store import Store
from indexer.store.translations import note_published_works, published_works, works_of_translations

# That are asked for at once: Elasticsearch takes 65,536 (index.max_terms_count), and a catalogue may name more.
_WORKS = 10_000


def take_works(store: Store, writer: IndexWriter) -> None:
    """Mark the documents of works that belong elsewhere now than when they were published.

    The index says which they are: a work's number comes from a uniform title as well as from a title, and through a
    translation of a translation.
    """
    with store.transaction() as connection:
        before, now = published_works(connection), works_of_translations(connection)
        if before != now:
            moved = [each for each in before.keys() | now.keys() if before.get(each, each) != now.get(each, each)]
            shown = sorted({before.get(each, each) for each in moved})
            for start in range(0, len(shown), _WORKS):
                mark_records_for_publication(connection, writer.ids_with("work", shown[start : start + _WORKS]))
            note_published_works(connection, now)


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
