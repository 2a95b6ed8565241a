"""Whether a file has its end: what a transfer that broke off leaves looks like a smaller catalogue.

A tenth of a full source may be missing before anybody is asked, so that its last records would be taken out.
"""

import re
from typing import BinaryIO

from indexer.partners import Format

_ISO_2709: frozenset[Format] = frozenset({"marc21", "unimarc"})
_XML: frozenset[Format] = frozenset({"marcxml", "oai", "dc", "mods", "mets"})
_KEPT = 4096
_ROOT = re.compile(rb"<([A-Za-z_][\w.:-]*)[\s>]")
_CLOSING = {b"[": b"]", b"{": b"}"}
_BEFORE, _AFTER = b"\xef\xbb\xbf\xff\xfe \r\n\t", b" \r\n\t,;"
_RECORD_END = b"\x1d"


class Tail:
    """A stream that remembers the last of what was read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.last = b""

    def read(self, size: int = -1) -> bytes:
        """The stream's own."""
        content = self._stream.read(size)
        self.last = (self.last + content[-_KEPT:])[-_KEPT:]
        return content


def ends_its_line(tail: bytes) -> bool:
    """Whether the last line of a text ends, in UTF-16 too: whoever writes rows writes their ends."""
    return tail.rstrip(b"\x00").endswith((b"\n", b"\r"))


def lacks_end(kind: Format, begin: bytes, tail: bytes, last: bytes) -> bool:
    """Whether a file is cut off: what it began with isn't closed, or its `last` record is shorter than it says."""
    if kind in _ISO_2709:
        told = last[:5]  # the record's length; of one that ends in it, what there is
        return _RECORD_END not in last and told.isdigit() and (len(last) < 5 or len(last) < int(told))
    if kind == "marcjson":
        first, end = begin.replace(b"\x00", b"").lstrip(_BEFORE)[:1], tail.replace(b"\x00", b"").rstrip(_AFTER)
        return not end.endswith(_CLOSING.get(first, b""))
    root = _ROOT.search(begin) if kind in _XML else None
    return root is not None and b"</" + root[1] not in tail
