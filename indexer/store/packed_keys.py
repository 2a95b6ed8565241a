"""Match keys as the store keeps them: numbers, packed into the bytes of one column."""

import hashlib
from array import array
from struct import unpack
from typing import NamedTuple

import msgspec


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
    hashed = [keys.likeness, *map(str.encode, keys.identifiers), *map(str.encode, keys.texts)]
    digests = b"".join([hashlib.blake2b(key, digest_size=8).digest() for key in hashed])
    likeness, *others = unpack(f"<{len(hashed)}q", digests)
    first_text = len(keys.identifiers)
    flagged = {number | 1 for number in others[:first_text]}
    flagged.update([number & ~1 for number in others[first_text:]])
    return array("q", [likeness & ~1 | keys.unites, *sorted(flagged)]).tobytes()


def pack_text_key(key: str) -> int:
    """One text key as `pack_keys` has it."""
    number: int = unpack("<q", hashlib.blake2b(key.encode(), digest_size=8).digest())[0]
    return number & ~1


def unpack_keys(keys: bytes) -> list[int]:
    """The likeness and the other keys, as the signed numbers that a database keeps."""
    return array("q", keys).tolist()


def is_uniting(likeness: int) -> bool:
    """Whether records of this likeness are one union record: they share an identifier and a title."""
    return bool(likeness & 1)


def is_identifier(key: int) -> bool:
    """Whether a key, not a likeness, stands for an identifier."""
    return bool(key & 1)
