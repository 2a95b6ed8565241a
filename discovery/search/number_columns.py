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
_LAYOUT: Final = Struct(f">{_ORDER_COLUMNS}Q")
_unpack, _pack = _LAYOUT.unpack, _LAYOUT.pack
# Engines' numbers have a sign: the smallest stands for eight bytes of 0.
_SMALLEST: Final = -(2**63)


def order_columns(order: str) -> tuple[str, ...]:
    """The number columns that stand for an order field, the most significant first."""
    return _COLUMNS[order]


def order_numbers(encoded: bytes) -> tuple[int, ...]:
    """The columns' values for an order string in UTF-8: signed numbers of 64 bits that sort as its bytes do."""
    return tuple([each + _SMALLEST for each in _unpack(encoded[:_ORDER_BYTES].ljust(_ORDER_BYTES, b"\0"))])


def order_beginning(numbers: Sequence[int]) -> str:
    """What the order strings with these numbers begin with: their first letters, or fewer."""
    return _pack(*[each - _SMALLEST for each in numbers]).rstrip(b"\0").decode(errors="ignore")


def text_number(text: str) -> int:
    """A number of 63 bits that stands for a text: of ten million texts two share one once in 180,000 catalogues."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1
