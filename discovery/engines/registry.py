"""Opens the engine that a URL names. Each adapter is imported only when it is asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from discovery.engines.options import EngineOptions
from discovery.errors import SettingsError
from discovery.search.engine import IndexWriter, SearchEngine

EMBEDDED = "embedded:"
ELASTIC_SCHEMES = ("http://", "https://")


Opened = TypeVar("Opened")


def open_engine(options: EngineOptions) -> SearchEngine:
    """The read side. Doesn't need the engine to be up yet: the first question finds out."""
    return _open(options, _embedded_engine, _elastic_engine)


def open_writer(options: EngineOptions) -> IndexWriter:
    """The write side, of which there may be one at a time."""
    return _open(options, _embedded_writer, _elastic_writer)


def _open(
    options: EngineOptions,
    embedded: Callable[[Path], Opened],
    elastic: Callable[[EngineOptions], Opened],
) -> Opened:
    if options.url == EMBEDDED:
        raise SettingsError('engine.url names no folder; write it as "embedded:FOLDER", relative to padu.toml.')
    if options.url.startswith(EMBEDDED):
        return embedded(Path(options.url.removeprefix(EMBEDDED)))
    if options.url.startswith(ELASTIC_SCHEMES):
        return elastic(options)
    raise SettingsError(
        f'engine.url {_fault(options.url)}; use "embedded:FOLDER" or "http://HOST:9200/NAME" (or https).'
    )


def _fault(url: str) -> str:
    """What is wrong with an address that is no engine's."""
    scheme, colon, _ = url.partition(":")
    if not url.strip():
        return "is empty"
    return f'begins with "{scheme}:"' if colon and scheme else f'is "{url}", which is no address'


def _embedded_engine(folder: Path) -> SearchEngine:
    from discovery.engines.embedded.engine import EmbeddedEngine

    return EmbeddedEngine(folder)


def _embedded_writer(folder: Path) -> IndexWriter:
    from discovery.engines.embedded.writer import EmbeddedWriter

    return EmbeddedWriter(folder)


def _elastic_engine(options: EngineOptions) -> SearchEngine:
    from discovery.engines.elastic.client import connect
    from discovery.engines.elastic.engine import ElasticEngine

    return ElasticEngine(connect(options))


def _elastic_writer(options: EngineOptions) -> IndexWriter:
    from discovery.engines.elastic.client import connect
    from discovery.engines.elastic.writer import ElasticWriter

    return ElasticWriter(connect(options))
