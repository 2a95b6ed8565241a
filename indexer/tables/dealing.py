"""Brings together the rows that share a key, in the order of the first of each, within bounded memory."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Generic, TypeVar
from zlib import crc32

import msgspec

# Rows held at once; more are dealt out to files, those of one key to the same one.
HELD = 100_000
_BUCKETS = 64

Row = TypeVar("Row")


class Dealing(Generic[Row]):
    """Takes rows (of a type that msgspec can write as JSON) with their keys, and gives them back in groups."""

    def __init__(self, kind: type[Row]) -> None:
        # What the type is, is known where it is called only.
        self._decoder = msgspec.json.Decoder(tuple[str, kind])  # type: ignore[valid-type]
        self._held: list[tuple[str, Row]] = []
        self._buckets: list[IO[bytes]] = []

    def add(self, key: str, row: Row) -> None:
        """One row more."""
        if self._buckets:
            self._deal(key, row)
            return
        self._held.append((key, row))
        if len(self._held) > HELD:
            self._buckets = [TemporaryFile() for _ in range(_BUCKETS)]  # noqa: SIM115 - closed by `groups`
            for each in self._held:
                self._deal(*each)
            self._held.clear()

    def groups(self) -> Iterator[list[Row]]:
        """The rows of each key, in the order in which they were added. Once."""
        if not self._buckets:
            yield from _grouped(iter(self._held))
            return
        try:
            for bucket in self._buckets:
                bucket.seek(0)
                yield from _grouped(map(self._decoder.decode, bucket))
        finally:
            for bucket in self._buckets:
                bucket.close()

    def _deal(self, key: str, row: Row) -> None:
        line = msgspec.json.encode((key, row))
        self._buckets[crc32(key.encode("utf-8", "replace")) % _BUCKETS].write(line + b"\n")


def _grouped(rows: Iterator[tuple[str, Row]]) -> Iterator[list[Row]]:
    groups: dict[str, list[Row]] = {}
    for key, row in rows:
        groups.setdefault(key, []).append(row)
    yield from groups.values()
