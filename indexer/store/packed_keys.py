"""Match keys as the store keeps them: numbers, packed into the bytes of one column."""

from array import array
from typing import NamedTuple

import msgspec
from xxhash import xxh3_64_intdigest


class Translation(NamedTuple):
    """A translation that a record names: the number its work would have by itself, its true work's, and a match key."""

    work: str
    original: str
    key: int


class MatchKeys(msgspec.Struct, frozen=True):
    """What brings a record together with others. `likeness` is all that matching looks at, and whose record it is.

    `unites` says that records of one likeness are one edition. Unlike records meet by `identifiers`, and those of
    different partners also by `texts`. `translations` are those that the record names.
    """

    likeness: bytes
    unites: bool
    identifiers: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    translations: tuple[Translation, ...] = ()


def pack_keys(keys: MatchKeys) -> bytes:
    """63 bits of the likeness and of each other key, each once; the last bit tells `unites`, or an identifier.

    A collision of two keys costs one comparison more, never a wrong merge.
    """
    identifiers = [xxh3_64_intdigest(key) | 1 for key in map(str.encode, keys.identifiers)]
    texts = [xxh3_64_intdigest(key) & ~1 for key in map(str.encode, keys.texts)]
    likeness = xxh3_64_intdigest(keys.likeness) & ~1 | keys.unites
    return array("q", [*_signed([likeness]), *sorted({*_signed(identifiers), *_signed(texts)})]).tobytes()


def _signed(numbers: list[int]) -> list[int]:
    """Numbers of 64 bits as a database has them, the first bit for the sign."""
    return array("q", array("Q", numbers).tobytes()).tolist()


def pack_text_key(key: str) -> int:
    """One text key as `pack_keys` has it."""
    return _signed([xxh3_64_intdigest(key.encode()) & ~1])[0]


def unpack_keys(keys: bytes) -> list[int]:
    """The likeness and the other keys, as the signed numbers that a database keeps."""
    return array("q", keys).tolist()


def is_uniting(likeness: int) -> bool:
    """Whether records of this likeness are one union record: they share an identifier and a title."""
    return bool(likeness & 1)


def is_identifier(key: int) -> bool:
    """Whether a key, not a likeness, stands for an identifier."""
    return bool(key & 1)
