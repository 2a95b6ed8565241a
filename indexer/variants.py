"""The variants of headings, where worker processes look them up: see `indexer.lookup_file`.

A document holds its headings' variants beside them, in the same fields: what finds a heading finds its variants too,
on either engine. They are no part of the union record, so they are never shown as if a library had written them.
"""

import sqlite3
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from discovery.analysis.tokens import exact_key, tokens
from discovery.catalog.names import direct_name
from discovery.search.document import IndexDocument
from discovery.search.fields import EMPTY_FIELD_TOKEN, keyword_field
from discovery.search.keyword_fields import cut
from discovery.search.text_fields import BETWEEN_VALUES
from indexer.authorities import EXACT_FIELDS
from indexer.store.authorities import has_authorities, variants_by_heading
from indexer.store.store import Store

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE variant (list TEXT, key TEXT, text TEXT);
"""
# The text field in which each list's variants are searched.
_TEXT_FIELDS = {"author": "author", "title": "variant", "subject": "subject"}
_KEYS_REMEMBERED = 65_536


def write_variants(store: Store, path: Path) -> bool:
    """All variants that stand in the store; False where there is none, as in most catalogues."""
    with store.transaction() as connection:
        if not has_authorities(connection):
            return False
    rows = sqlite3.connect(path, isolation_level=None)
    rows.executescript(_SCHEMA)
    rows.execute("BEGIN")
    rows.executemany("INSERT INTO variant VALUES (?, ?, ?)", variants_by_heading(store))
    rows.execute("COMMIT")
    rows.execute("CREATE INDEX variant_of ON variant (key, list, text)")
    rows.close()
    return True


class Variants:
    """Reads such a file."""

    def __init__(self, path: str) -> None:
        self._rows = sqlite3.connect(f"{Path(path).as_uri()}?mode=ro&immutable=1", uri=True)
        self._of = lru_cache(maxsize=_KEYS_REMEMBERED)(self._look_up)

    def added_to(self, document: IndexDocument) -> IndexDocument:
        """The document with the variants of its headings; itself where they have none."""
        text, keywords = dict(document.text), dict(document.keywords)
        for name, field in EXACT_FIELDS.items():
            index_name = keyword_field(field)
            found = [variant for key in keywords.get(index_name, ()) for variant in self._of(name, key)]
            if found:
                keys = (cut(exact_key(form)) for variant in found for form in (variant, _direct(name, variant)))
                keywords[index_name] = tuple(dict.fromkeys((*keywords[index_name], *keys)))
                own = _TEXT_FIELDS[name]
                before = () if text[own] == EMPTY_FIELD_TOKEN else (text[own],)
                text[own] = BETWEEN_VALUES.join((*before, *(" ".join(tokens(variant)) for variant in found)))
        return document if keywords == document.keywords else replace(document, text=text, keywords=keywords)

    def _look_up(self, name: str, key: str) -> tuple[str, ...]:
        rows = self._rows.execute("SELECT DISTINCT text FROM variant WHERE key = ? AND list = ?", (key, name))
        return tuple(text for (text,) in rows)


@lru_cache(maxsize=1)
def open_variants(path: str) -> Variants:
    """The file at this path, opened once a process."""
    return Variants(path)


def _direct(name: str, variant: str) -> str:
    """A name as it is said, besides as it is filed."""
    return direct_name(variant) if name == "author" else variant
