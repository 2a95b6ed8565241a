"""A published generation at one revision, opened: what one answer is given from."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import tantivy

from discovery.engines.embedded.compile import Compiler
from discovery.engines.embedded.facets import FacetCounter, FacetCut
from discovery.engines.embedded.generation import META_LOCK, GenerationFolder, IndexFolder, Pointer, outdated
from discovery.engines.embedded.headings import HeadingReader
from discovery.engines.embedded.ordering import Ordering
from discovery.engines.embedded.schema import LAYOUT, register_tokenizers
from discovery.engines.embedded.stems import StemScore
from discovery.search.engine import Position
from discovery.search.request import SearchRequest
from discovery.search.results import Facet, Strength

# Facet answers kept, and as many of strengths: above all those of the start page and the libraries' pages, and of a
# search whose pages somebody leafs through.
_MOST_KEPT = 256

Kept = TypeVar("Kept")


@dataclass(slots=True)
class Snapshot:
    """Never changes once opened, but for what it remembers."""

    position: Position
    searcher: tantivy.Searcher
    compiler: Compiler
    ordering: Ordering
    headings: HeadingReader
    facets: dict[object, dict[str, Facet]] = field(default_factory=dict)
    strengths: dict[object, tuple[Strength, ...]] = field(default_factory=dict)

    def count(self, key: object, query: tantivy.Query, cuts: tuple[FacetCut, ...]) -> dict[str, Facet]:
        """The counts of these facets; `key` says what `query` asks, so that it is counted once."""
        return kept(
            self.facets, (key, cuts), lambda: FacetCounter(self.searcher, query, self.headings.facet_values).count(cuts)
        )

    def close(self) -> None:
        self.headings.close()


def kept(answers: dict[object, Kept], key: object, make: Callable[[], Kept]) -> Kept:
    """The answer of that key, made where it isn't among those kept; when these are many, they start anew."""
    answer = answers.get(key)
    if answer is None:
        answer = make()
        if len(answers) >= _MOST_KEPT:
            answers.clear()
        answers[key] = answer
    return answer


def what_is_counted(request: SearchRequest, without: str) -> object:
    """What decides a facet's counts: not the order, the page or the facet's own filter."""
    filters = tuple(chosen for chosen in request.filters if chosen.facet != without)
    return request.tree, filters, request.exclusions, request.years


def open_snapshot(folder: IndexFolder) -> Snapshot:
    """What is published now. Raises EngineEmpty or EngineOutdated, or whatever tantivy and SQLite raise."""
    pointer, generation, records = published_state(folder)
    with readable(records) as folder_of_records:
        index = open_index(folder_of_records)
        searcher = index.searcher()
    compiler = Compiler(index.schema, StemScore(searcher))
    position = Position(pointer.generation, pointer.revision)
    return Snapshot(position, searcher, compiler, Ordering(searcher, compiler), HeadingReader(generation.headings))


def published_state(folder: IndexFolder) -> tuple[Pointer, GenerationFolder, Path]:
    """The published generation, its true revision, and the folder of that revision's records."""
    pointer, generation = folder.published()
    headings = HeadingReader(generation.headings)
    try:
        layout, revision, records = headings.state()
    finally:
        headings.close()
    if layout != LAYOUT:
        raise outdated(folder.path)
    return Pointer(pointer.generation, revision), generation, generation.path / records


@contextmanager
def readable(records: Path) -> Iterator[Path]:
    """A folder from which tantivy can open these records: it takes a lock file to read, too. Who may not write it, as a
    server that is not the user that syncs, is given one of links, which has done its duty once all is open.
    """
    lock = records / META_LOCK
    if os.access(lock if lock.exists() else records, os.W_OK):
        yield records
        return
    with TemporaryDirectory(prefix="padu-index-") as linked:
        for file in records.absolute().iterdir():
            if file.name != META_LOCK:
                (Path(linked) / file.name).symlink_to(file)
        yield Path(linked)


def open_index(records: Path) -> tantivy.Index:
    """An index as it stands; it doesn't watch for later commits, which go to folders of their own."""
    index = register_tokenizers(tantivy.Index.open(str(records)))
    index.config_reader("manual")
    return index
