"""See and see also: which headings lead to others, as authority records say and the catalogue's counts allow.

A reference that leads to a heading without records would be a blind alley, so it stands only while its goal does. The
words of a variant are the catalogue's meanwhile: once each, however many records the variant finds.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import cast

from msgspec.structs import replace
from sqlalchemy import Connection

from discovery.analysis.filing import list_key
from discovery.search.engine import IndexWriter
from discovery.search.indexing import words_in
from discovery.search.keyword_fields import cut
from discovery.search.request import HeadingKind
from discovery.search.results import Heading
from indexer.counts import words_after
from indexer.store.authorities import (
    Beside,
    all_references,
    beside,
    confirm_references,
    has_authorities,
    mark_references,
    marked_references,
)
from indexer.store.store import Store

_BATCH = 1_000
Named = tuple[str, str]  # a list and the folded form of a heading in it


def mark_leading_to(connection: Connection, headings: Iterable[Heading]) -> None:
    """Headings that appear or vanish: what leads to them does too."""
    names = sorted({(heading.kind, heading.value) for heading in headings if heading.kind != "call_number"})
    if not names or not has_authorities(connection):
        return
    leading: set[Named] = set(names)
    for kind in {kind for kind, _ in names}:
        for row in beside(connection, kind, [value for each, value in names if each == kind]):
            if (row.own_role, row.role) in (("heading", "see"), ("see_also", "heading")):
                leading.add((kind, row.other_key))
    mark_references(connection, sorted(leading))


def write_marked_references(store: Store, writer: IndexWriter, publish: Callable[[], object]) -> None:
    """Publish the references that changed: `publish` makes visible what the writer was given."""
    while headings := marked_references(store, _BATCH):
        if writer.current() is None:
            return
        writer.write_words(words_after(writer, _write(store, writer, headings)))
        publish()
        with store.transaction() as connection:
            confirm_references(connection, headings)


def write_all_references(store: Store, writer: IndexWriter) -> Counter[str]:
    """Write every reference into the generation that is being built, after its headings; the words they add to it."""
    words = Counter[str]()
    for headings in all_references(store):
        words.update(_write(store, writer, headings))
    return words


def _write(store: Store, writer: IndexWriter, headings: Sequence[Named]) -> Counter[str]:
    """Write the references of these headings; what that adds to the words, or takes from them."""
    words = Counter[str]()
    for kind in sorted({kind for kind, _ in headings}):
        keys = [key for each, key in headings if each == kind]
        with store.transaction() as connection:
            rows = beside(connection, kind, keys)
        changed = _changed(writer, cast(HeadingKind, kind), keys, rows)  # only such lists are stored
        writer.write_headings(new for _, new in changed)
        words.update(words_in(new.value for old, new in changed if new.see and not old.see))
        words.subtract(words_in(old.value for old, new in changed if old.see and not new.see))
    return words


def _changed(
    writer: IndexWriter, kind: HeadingKind, keys: Sequence[str], rows: Sequence[Beside]
) -> list[tuple[Heading, Heading]]:
    """These headings with the references they have and with those they are to have, where that is not the same."""
    names = list(dict.fromkeys((*keys, *(row.other_key for row in rows))))
    standing = dict(zip(names, writer.standing([(kind, _place(name)) for name in names]), strict=True))
    see: dict[str, list[str]] = {}
    see_also: dict[str, list[str]] = {}
    spelling = {row.key: row.own_text for row in rows}
    for row in rows:
        goal = standing[row.other_key]
        if goal is None or not goal.count:
            continue
        if (row.own_role, row.role) == ("see", "heading"):
            see.setdefault(row.key, []).append(goal.display)
        elif (row.own_role, row.role) == ("heading", "see_also"):
            see_also.setdefault(row.key, []).append(goal.display)
    changed = []
    for key in keys:
        old = standing[key] or Heading(kind, _place(key), key, spelling.get(key, key), key)
        new = replace(old, see=_once(see.get(key)), see_also=_once(see_also.get(key)))
        if new != old:
            changed.append((old, new))
    return changed


def _place(key: str) -> str:
    return cut(list_key(key))


def _once(displays: list[str] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(displays or ()))
