"""Identifiers that never die: every source record owns one for ever."""

import hashlib
from base64 import b32encode
from typing import Literal

RecordKind = Literal["bibliographic", "authority", "holdings"]

ID_LENGTH = 13


def record_id(partner: str, kind: RecordKind, source_id: str) -> str:
    """13 lower-case base-32 characters of SHA-256(partner, NUL, kind, source id): 65 bits.

    The rule stands in the design ("Identifiers that never die"); changing it would break every link ever shared.
    """
    digest = hashlib.sha256(f"{partner}\0{kind}\0{source_id}".encode()).digest()
    return b32encode(digest[:10]).decode("ascii").lower()[:ID_LENGTH]


def is_record_id(text: str) -> bool:
    """Whether `text` has the form of an id; says nothing about whether anything answers to it."""
    return len(text) == ID_LENGTH and all(character in "abcdefghijklmnopqrstuvwxyz234567" for character in text)
