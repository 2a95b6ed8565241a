"""What the end of a file, or the next record, cut off: an XML element that began and has no end."""

import re
from functools import lru_cache

_NAME = re.compile(rb"\s*<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_LAST = re.compile(rb"</(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)\s*>\s*\Z")


def is_cut_off(raw: bytes) -> bool:
    """Whether the element that `raw` begins with isn't closed at its end."""
    name, last = _NAME.match(raw), _LAST.search(raw, max(len(raw) - 1000, 0))
    return name is not None and (last is None or last[1] != name[1])


def begun_at_the_end(rest: bytes | bytearray, names: tuple[str, ...]) -> bytes:
    """The first tag of one more element of these names, where a file ends within that tag; empty where it doesn't."""
    begun = _unfinished(names).search(rest, max(rest.rfind(b"<"), 0))
    return bytes(begun[0]) if begun else b""


@lru_cache(maxsize=16)
def _unfinished(names: tuple[str, ...]) -> re.Pattern[bytes]:
    local = "|".join(map(re.escape, names))
    return re.compile(rf"<(?:[A-Za-z_][\w.-]*:)?(?:{local})(?:\s[^<>]*)?\Z".encode())
