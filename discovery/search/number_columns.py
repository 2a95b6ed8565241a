"""Numbers that stand for texts: engines compare and read ten thousand of them in the time of a few hundred texts."""

from collections.abc import Sequence
from hashlib import blake2b
from struct import Struct
from typing import Final

from discovery.search.fields import ORDER_FIELDS

# Works are told apart by a number of their own.
WORK_NUMBER: Final = "work_number"

# So many columns of eight bytes hold an order string's beginning. What they leave equal is told apart by the string.
_ORDER_COLUMNS: Final = 3
_ORDER_BYTES: Final = _ORDER_COLUMNS * 8
_COLUMNS: Final = {order: tuple(f"{order}_{at}" for at in range(_ORDER_COLUMNS)) for order in ORDER_FIELDS}
_LAYOUT: Final = Struct(f">{_ORDER_COLUMNS}q")
_unpack, _pack = _LAYOUT.unpack, _LAYOUT.pack
_FIRST_BITS: Final = int.from_bytes((b"\x80" + b"\0" * 7) * _ORDER_COLUMNS, "big")


def order_columns(order: str) -> tuple[str, ...]:
    """The number columns that stand for an order field, the most significant first."""
    return _COLUMNS[order]


def order_numbers(encoded: bytes) -> tuple[int, ...]:
    """The columns' values for an order string in UTF-8: signed numbers of 64 bits that sort as its bytes do."""
    first = int.from_bytes(encoded[:_ORDER_BYTES].ljust(_ORDER_BYTES, b"\0"), "big")
    return _unpack((first ^ _FIRST_BITS).to_bytes(_ORDER_BYTES, "big"))


def order_beginning(numbers: Sequence[int]) -> str:
    """What the order strings with these numbers begin with: their first letters, or fewer."""
    encoded = _pack(*numbers)
    bits = int.from_bytes(encoded, "big") ^ _FIRST_BITS
    return bits.to_bytes(_ORDER_BYTES, "big").rstrip(b"\0").decode(errors="ignore")


def text_number(text: str) -> int:
    """A number of 63 bits that stands for a text: of ten million texts two share one once in 180,000 catalogues."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1
