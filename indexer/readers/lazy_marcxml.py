"""The fields of a regular MARCXML record without an XML parser, decoded only when somebody asks for their tag.

What has exactly the shape of https://www.loc.gov/standards/marcxml/ (leader, controlfields, datafields with
subfields, nothing but references in the text) is well-formed by that alone. All else goes the way of the parser, and
so does what was indented.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from indexer.readers.margins import has_margin

_OPENING = re.compile(r"<((?:[A-Za-z_][\w.-]*:)?)record[\s>]")
# What XML forbids in text; looked for in bytes, in a tenth of the time that an expression takes for it.
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\r"})
_NO_TEXT = ("]]>", "\ufffe", "\uffff")
# An ampersand that begins no reference that XML knows.
_NO_REFERENCE = re.compile(
    "&(?!(?:amp|lt|gt|quot|apos"
    r"|#(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6]|1[6-9]\d|[2-9]\d\d|[1-9]\d{3})"
    r"|#x(?:[2-6a-fA-F][\da-fA-F]|7[\da-eA-E]|[1-9a-fA-F][\da-fA-F]{2}|[1-9a-cA-C][\da-fA-F]{3}));)"
)
_ATTRIBUTE = re.compile(r"""\s+(\w+)\s*=\s*["']([^"']*)["']""")
_ANY_ATTRIBUTES = r"""(?:\s+[\w:.-]+\s*=\s*(?:"[^"<&]*+"|'[^'<&]*+'))*+\s*"""
_FIELD_ATTRIBUTES = r"""(?:\s+(?:tag|ind1|ind2)\s*=\s*(?:"[^"<&>]{0,3}"|'[^'<&>]{0,3}'))+\s*"""
_CODE = r"""\s+code\s*=\s*(?:"[!#-%'-;=?-~]"|'[!-%(-;=?-~]')\s*"""


class _Patterns(NamedTuple):
    shape: re.Pattern[str]
    fields: re.Pattern[str]
    subfields: re.Pattern[str]


@lru_cache(maxsize=16)
def _patterns(prefix: str) -> _Patterns:
    p = re.escape(prefix)
    subfield = rf"<{p}subfield{_CODE}>[^<]*+</{p}subfield\s*>\s*+"
    return _Patterns(
        re.compile(
            rf"<{p}record{_ANY_ATTRIBUTES}>\s*+(?:"
            rf"<{p}datafield{_FIELD_ATTRIBUTES}>\s*+(?:{subfield})++</{p}datafield\s*>\s*+"
            rf"|<{p}controlfield{_FIELD_ATTRIBUTES}>[^<]*+</{p}controlfield\s*>\s*+"
            rf"|<{p}leader\s*>[^<]*+</{p}leader\s*>\s*+"
            rf")++</{p}record\s*>"
        ),
        # Of a text that has the shape: what stands in a field goes on as long as there are subfields.
        re.compile(rf"<{p}(leader|controlfield|datafield)([^>]*)>([^<]*+(?:<{p}subfield[^<]*+</{p}subfield[^<]*+)*+)"),
        re.compile(rf"<{p}subfield\s+code\s*=\s*[\"'](.)[^>]*>([^<]*)"),
    )


class XmlField:
    """One field's text; `data`, `indicators` and `subfields` as pymarc's Field has them."""

    __slots__ = ("_content", "_patterns", "indicators")

    def __init__(self, content: str, indicators: str | None, patterns: _Patterns) -> None:
        self.indicators: Sequence[str] | None = indicators
        self._content = content
        self._patterns = patterns

    @property
    def data(self) -> str | None:
        """A control field's text; None in a data field."""
        return _plain(self._content) if self.indicators is None else None

    @property
    def subfields(self) -> Sequence[tuple[str, str]]:
        """Code and text, in order."""
        if self.indicators is None:
            return ()
        found = self._patterns.subfields.findall(self._content)
        if "&" in self._content or "\r" in self._content:
            return [(code, _plain(text)) for code, text in found]
        return found


def _plain(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unescape(text) if "&" in text else text


@lru_cache(maxsize=4096)
def _marks(attributes: str, element: str) -> tuple[str, str | None] | None:
    """Tag and indicators (None in a control field) of a field's attributes; None where they aren't what they should."""
    found = dict(_ATTRIBUTE.findall(attributes))
    tag = found.get("tag", "").strip()
    if len(tag) != 3:
        return None
    if element == "controlfield":
        return tag, None
    if tag.startswith("00"):
        return None
    return tag, (found.get("ind1") or " ")[0] + (found.get("ind2") or " ")[0]


def _has_foreign(raw: bytes, text: str) -> bool:
    """Whether anything in a text, which came from these bytes, may not stand there or isn't known to be allowed."""
    if len(raw.translate(None, _CONTROLS)) != len(raw) or any(each in text for each in _NO_TEXT):
        return True
    return "&" in text and _NO_REFERENCE.search(text) is not None


def lazy_xml_fields(raw: bytes) -> tuple[str, dict[str, list[XmlField]]] | None:
    """The leader and the fields by tag, in order, of a record of the regular shape; None of any other."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return None
    opening = _OPENING.match(text)
    if opening is None:
        return None
    patterns = _patterns(opening[1])
    if _has_foreign(raw, text) or not patterns.shape.fullmatch(text):
        return None
    leader = ""
    by_tag: dict[str, list[XmlField]] = {}
    for element, attributes, content in patterns.fields.findall(text):
        if element == "leader":
            leader = _plain(content)
            if has_margin("LDR", leader):
                return None
            continue
        marks = _marks(attributes, element)
        if marks is None or (marks[1] is None and has_margin(marks[0], content)):
            return None
        field = XmlField(content, marks[1], patterns)
        if marks[0] in by_tag:
            by_tag[marks[0]].append(field)
        else:
            by_tag[marks[0]] = [field]
    return (leader.ljust(24)[:24], by_tag) if by_tag else None
