"""Identifiers that never die: every source record owns one for ever."""

import hashlib
from itertools import product
from typing import Final, Literal

RecordKind = Literal["bibliographic", "authority", "holdings"]

ID_LENGTH: Final = 13
# RFC 4648, section 6, in lower case.
DIGITS: Final = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS: Final = ["".join(pair) for pair in product(DIGITS, repeat=2)]


def record_id(partner: str, kind: RecordKind, source_id: str) -> str:
    """13 lower-case base-32 characters of SHA-256(partner, NUL, kind, source id): 65 bits.

    The rule stands in the design ("Identifiers that never die"); changing it would break every link ever shared.
    """
    digest = hashlib.sha256(f"{partner}\0{kind}\0{source_id}".encode()).digest()
    return base32_id(digest)


def base32_id(digest: bytes) -> str:
    """The first 13 lower-case base-32 characters (RFC 4648, section 6) of at least 10 bytes.

    Every record needs several, and the standard library's b32encode takes four times as long.
    """
    first, second = int.from_bytes(digest[:5], "big"), int.from_bytes(digest[5:10], "big")
    pairs = _PAIRS
    return "".join(
        (
            pairs[first >> 30],
            pairs[first >> 20 & 1023],
            pairs[first >> 10 & 1023],
            pairs[first & 1023],
            pairs[second >> 30],
            pairs[second >> 20 & 1023],
            DIGITS[second >> 15 & 31],
        )
    )


def own_number(source_id: str) -> str:
    """The number that a record has in its library's own system; "" where it has none and its content stands for one."""
    return "" if source_id.startswith("sha256:") else source_id


def is_record_id(text: str) -> bool:
    """Whether `text` has the form of an id; says nothing about whether anything answers to it."""
    return len(text) == ID_LENGTH and all(character in DIGITS for character in text)
