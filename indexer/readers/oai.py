"""Answers of OAI-PMH cut into their records, header and all.

The header says how the provider calls a record and whether it is gone; MARCXML has an element of the same name within:
https://www.openarchives.org/OAI/openarchivesprotocol.html#Record
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from typing import BinaryIO, NamedTuple

from indexer.readers.elements import utf8_chunks
from indexer.readers.pieces import MAX_PIECE

# Only a record of OAI-PMH begins with a header.
_BEGIN = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?record(?:\s[^<>]*)?>\s*(?=<(?:[A-Za-z_][\w.-]*:)?header[\s/>])")
# Cut off before its header.
_BEGUN = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?record(?:\s[^<>]*)?(?:>\s*(?:<[^<>/]*)?)?\Z")
_END = re.compile(rb"</(?:[A-Za-z_][\w.-]*:)?record\s*>")
# One header holds no other: where an end is missing, nothing is looked for beyond the next beginning.
_HEADER = re.compile(
    rb"<(?:[A-Za-z_][\w.-]*:)?header(\s[^<>]*)?>"
    rb"((?:[^<]++|<(?!/?(?:[A-Za-z_][\w.-]*:)?header[\s/>]))*+)"
    rb"</(?:[A-Za-z_][\w.-]*:)?header\s*>"
)
# What stands in an element without elements.
TEXT = rb"(?:[^<]++|<!\[CDATA\[(?:[^\]]++|\](?!\]>))*+\]\]>|<!--(?:[^-]++|-(?!->))*+-->)*+"
_IDENTIFIER = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?identifier(?:\s[^<>]*)?>(%s)</" % TEXT)
_ASIDE = re.compile(rb"<!--.*?-->|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_DELETED = re.compile(rb"""\sstatus\s*=\s*["']\s*deleted\s*["']""", re.IGNORECASE)
# More than any record's first tag takes, with what may stand between it and the header.
_TAG = 1 << 16
# More than any identifier has.
_LONGEST = 2000


class Header(NamedTuple):
    """What stands in a record's header. `identifier` is "" where there is none."""

    identifier: str
    deleted: bool


def oai_records(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each record, from its first tag to its last; without an end tag, up to where the next begins."""
    buffer = b""
    for chunk in utf8_chunks(stream):
        buffer += chunk
        begins = [found.start() for found in _BEGIN.finditer(buffer)]
        for begin, end in pairwise(begins):
            yield _ended(buffer[begin:end])
        buffer = buffer[begins[-1] :] if begins else buffer[-_TAG:]
        if len(buffer) > MAX_PIECE:
            yield buffer[:MAX_PIECE]
            buffer = b""
    if _BEGIN.match(buffer):
        yield (last := _ended(buffer))
        buffer = buffer[len(last) :]
    if begun := _BEGUN.search(buffer):
        yield begun[0]


def _ended(piece: bytes) -> bytes:
    ends = [found.end() for found in _END.finditer(piece)]
    return piece[: ends[-1]] if ends else piece.rstrip()


def text_of(content: bytes) -> str:
    """What an element's content says, without the white space around it."""
    text, end = "", 0
    for aside in _ASIDE.finditer(content):
        text += unescape(content[end : aside.start()].decode("utf-8", "replace"))
        text += (aside[1] or b"").decode("utf-8", "replace")
        end = aside.end()
    return (text + unescape(content[end:].decode("utf-8", "replace"))).strip()


def headers(answer: bytes) -> list[Header]:
    """All headers in an answer, of ListIdentifiers or ListRecords."""
    return [_header(found) for found in _HEADER.finditer(answer)]


def header_of(record: bytes) -> Header:
    """A record's header; an empty one where it has none that can be read."""
    found = _HEADER.search(record)
    return _header(found) if found else Header("", deleted=False)


def _header(found: re.Match[bytes]) -> Header:
    called = _IDENTIFIER.search(found[2])
    identifier = text_of(called[1]) if called and len(called[1]) <= _LONGEST else ""
    return Header(identifier, deleted=bool(_DELETED.search(found[1] or b"")))
