"""One suite for every engine: each test that takes `engine` or `writer` runs once on each.

A test has an index of its own: a folder for the embedded engine, an alias for Elasticsearch. Nothing in this folder
may know which engine it is talking to.
"""

import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Self
from uuid import uuid4

import pytest

from discovery.engines.options import EngineOptions
from discovery.engines.registry import open_engine, open_writer
from discovery.search.document import IndexDocument
from discovery.search.engine import IndexWriter, Position, SearchEngine

ENGINES = (
    pytest.param("embedded"),
    pytest.param("elasticsearch", marks=pytest.mark.elasticsearch),
)


class Index:
    """An index of a test's own: what is opened here is closed when the test ends."""

    def __init__(self, options: EngineOptions) -> None:
        self.options = options
        self.opened = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.opened.close()

    def engine(self) -> SearchEngine:
        engine = open_engine(self.options)
        self.opened.callback(engine.close)
        return engine

    def writer(self) -> IndexWriter:
        writer = open_writer(self.options)
        self.opened.callback(writer.close)
        return writer

    def publish(self, *documents: IndexDocument) -> Position:
        """A new generation that holds these."""
        return self.fill(lambda writer: writer.write(documents))

    def fill(self, put: Callable[[IndexWriter], object]) -> Position:
        """A new generation that holds what `put` writes."""
        writer = self.writer()
        writer.begin()
        put(writer)
        return writer.publish()

    def change(self, put: Callable[[IndexWriter], object]) -> Position:
        """The published generation with what `put` writes."""
        writer = self.writer()
        assert writer.current() is not None
        put(writer)
        return writer.publish()


OpenIndex = Callable[[], AbstractContextManager[Index]]


def opener(request: pytest.FixtureRequest, engine: str) -> OpenIndex:
    """Makes empty indices on an engine; each is removed when its context ends."""
    if engine == "elasticsearch":
        url = request.getfixturevalue("elasticsearch_url")
        return lambda: on_elasticsearch(url)
    folders = request.getfixturevalue("tmp_path_factory")
    return lambda: in_folder(folders.mktemp("embedded"))


@pytest.fixture(scope="session", params=ENGINES)
def open_index(request: pytest.FixtureRequest) -> OpenIndex:
    """For the engine under test. A module whose tests only read opens one index for all of them."""
    return opener(request, request.param)


@pytest.fixture
def index(open_index: OpenIndex) -> Iterator[Index]:
    """An empty index; nothing is published in it."""
    with open_index() as opened:
        yield opened


@pytest.fixture
def both(request: pytest.FixtureRequest) -> Iterator[tuple[Index, Index]]:
    """An empty index on each engine, to compare their answers."""
    with opener(request, "embedded")() as embedded, opener(request, "elasticsearch")() as elasticsearch:
        yield embedded, elasticsearch


@contextmanager
def in_folder(folder: Path) -> Iterator[Index]:
    with Index(EngineOptions(f"embedded:{folder / 'index'}")) as index:
        yield index


@contextmanager
def on_elasticsearch(url: str) -> Iterator[Index]:
    alias = f"padu-contract-{uuid4().hex[:12]}"
    try:
        with Index(EngineOptions(f"{url}/{alias}")) as index:
            yield index
    finally:
        remove_indices(url, alias)


def remove_indices(url: str, alias: str) -> None:
    """By the names themselves: a cluster may refuse deletions by wildcard."""
    with urllib.request.urlopen(f"{url}/_cat/indices/{alias}*?h=index&expand_wildcards=all") as answer:
        names = answer.read().decode().split()
    for name in names:
        urllib.request.urlopen(urllib.request.Request(f"{url}/{name}", method="DELETE")).close()
