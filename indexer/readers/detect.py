"""Which format a file is in, told by how it begins; and, where it is none we read, what it seems to be."""

import re

from discovery.errors import SourceUnreadable
from indexer.partners import Format
from indexer.readers.table_detect import check_table, looks_like_table

READABLE: tuple[Format, ...] = ("marc21", "marcxml", "table")

_LEADER = re.compile(rb"[\r\n\t \x00]*[0-9]{5}[a-zA-Z0-9 |#]")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def detect_format(begin: bytes, name: str) -> Format:
    """The format of a file that begins so. Raises SourceUnreadable, saying what it seems to be instead."""
    if looks_like_table(begin, name):
        return "table"
    text = begin.removeprefix(b"\xef\xbb\xbf")
    if begin[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = begin.decode("utf-16", "replace").encode()
    if not text.strip():
        raise SourceUnreadable(f"{name} is empty.")
    if _HTML.search(text):
        raise SourceUnreadable(f"{name} is a web page, not a catalogue; was it saved from an error or login page?")
    if _LEADER.match(text):
        return "marc21"
    if text.lstrip().startswith(b"<"):
        return "marcxml"
    if b"\x1e" in text or b"\x1d" in text:
        return "marc21"
    raise SourceUnreadable(
        f'{name} is in no format that Padu can read; say which it is with format = "…" ({", ".join(READABLE)}).'
    )


def check_readable(begin: bytes, declared: Format | None, name: str) -> Format:
    """The declared format if the file can be that at all, else the detected one."""
    if declared is not None and declared not in READABLE:
        raise SourceUnreadable(f'Padu can\'t read format "{declared}" yet; it reads {" and ".join(READABLE)}.')
    if declared == "table":
        check_table(begin, name)
        return "table"
    detected = detect_format(begin, name)
    return declared or detected
