"""Generations as they stand in Elasticsearch.

A generation is two indices, `<alias>-records-<fingerprint>-<number>` and `<alias>-headings-…`. The published one is
where the aliases `<alias>-records` and `<alias>-headings` point, both switched in one request. Its revision stands
in the records index's `_meta`, so one small request tells everything about it.
"""

import re
import time
from dataclasses import dataclass

from discovery.engines.elastic.client import Connection
from discovery.engines.elastic.failures import Missing
from discovery.engines.elastic.mapping import Json, fingerprint
from discovery.errors import EngineEmpty, EngineOutdated, EngineUnavailable
from discovery.search.engine import Position

# A reader notices another generation or revision this late; asking each time would double its requests.
LOOK_SECONDS = 1.0
_NAME = re.compile(r"(?P<alias>.+)-(?:records|headings)-(?P<fingerprint>[0-9a-f]{10})-(?P<number>\d+)")


@dataclass(frozen=True, slots=True)
class Generation:
    """Two indices that belong together."""

    alias: str
    fingerprint: str
    number: int

    @property
    def name(self) -> str:
        return f"{self.fingerprint}-{self.number}"

    @property
    def records(self) -> str:
        return f"{self.alias}-records-{self.name}"

    @property
    def headings(self) -> str:
        return f"{self.alias}-headings-{self.name}"

    @property
    def indices(self) -> str:
        """Both, as a request's path names them."""
        return f"{self.records},{self.headings}"


@dataclass(frozen=True, slots=True)
class Published:
    """The generation that readers see, and how often it changed."""

    generation: Generation
    revision: int

    @property
    def position(self) -> Position:
        return Position(self.generation.name, self.revision)


def generation_meta(revision: int) -> Json:
    """The `_meta` of a generation's indices."""
    return {"revision": revision}


def generation_of(alias: str, index: str) -> Generation | None:
    """The generation that an index of this alias belongs to, or None for any other index."""
    match = _NAME.fullmatch(index)
    if match is None or match["alias"] != alias:
        return None
    return Generation(alias, match["fingerprint"], int(match["number"]))


def find_published(connection: Connection) -> Published | None:
    """What the alias points at, whatever its field table; None when nothing was published."""
    alias = f"{connection.alias}-records"
    try:
        with connection.translated():
            answer = connection.client.indices.get_mapping(index=alias, filter_path="*.mappings._meta")
    except Missing:
        return None
    for index, found in answer.items():
        if generation := generation_of(connection.alias, index):
            return Published(generation, int(found["mappings"]["_meta"]["revision"]))
    raise EngineUnavailable("{0}-records is no index of Padu's: give engine.url another name.", connection.address)


def find_generations(connection: Connection) -> frozenset[Generation]:
    """Every generation of this alias, published, older, or left over from a run that was ended."""
    pattern = f"{connection.alias}-records-*,{connection.alias}-headings-*"
    with connection.translated():
        answer = connection.client.indices.get_settings(index=pattern, filter_path="*.settings.index.uuid")
    found = (generation_of(connection.alias, index) for index in answer)
    return frozenset(generation for generation in found if generation)


class PublishedWatch:
    """Says what is published, at most `LOOK_SECONDS` late. Thread-safe: it only replaces one tuple."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen: tuple[float, Published] | None = None

    def current(self) -> Published:
        """As of the last look. Raises EngineEmpty or EngineOutdated when this version can't read anything."""
        if self._seen and time.monotonic() - self._seen[0] < LOOK_SECONDS:
            return self._seen[1]
        return self.look()

    def look(self) -> Published:
        """As of now; raises as `current`."""
        now = time.monotonic()
        published = find_published(self._connection)
        if published is None:
            raise EngineEmpty("Nothing has been published yet: run `padu sync`.")
        if published.generation.fingerprint != fingerprint():
            raise EngineOutdated(
                "The published index was built with another field table than this version of Padu has: "
                "run `padu rebuild`."
            )
        self._seen = (now, published)
        return published

    def forget(self) -> None:
        """Look again at the next question."""
        self._seen = None
