"""Which format a file is in, told by how it begins; and, where it is none we read, what it seems to be."""

import re

from discovery.errors import SourceUnreadable
from indexer.partners import Format
from indexer.readers.detect_xml import detect_xml
from indexer.readers.foreign import refuse_contradiction, refuse_foreign
from indexer.readers.table_detect import check_table, looks_like_table

READABLE: tuple[Format, ...] = ("marc21", "marcxml", "marcjson", "unimarc", "oai", "dc", "mods", "mets", "table")

_LEADER = re.compile(rb"[\r\n\t \x00]*[0-9]{5}[a-zA-Z0-9 |#]")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
# What PHP writes of its faults.
_FAULT = re.compile(rb"\s*<(?:br\s*/?|b|p|div|pre|font|center|script|style)[\s>]", re.IGNORECASE)
_IN_XML = re.compile(rb"<\?xml|<(?:[\w.-]+:)?(?:record|OAI-PMH|leader)\b")
# RFC 7464 begins each record with a mark of its own.
_JSON = re.compile(rb"[\s\[\x1e]*\{")
# An array whose first object holds the leader and nothing else, and the next one a field.
_FIELDS_APART = re.compile(rb'[\s\[]*\{\s*"leader"\s*:\s*"[^"]*"\s*\}\s*,\s*\{\s*"\w{3}"')
_AS_MARC = "export it as MARC 21 (ISO 2709) or MARCXML"
_MARC_JSON = re.compile(rb'"(?:leader|fields|subfields)"\s*:|"LDR"')
# The directory of the first record, as far as it was read: tags, each with nine digits.
_DIRECTORY = re.compile(rb"[\r\n\t \x00]*[0-9]{5}.{19}((?:[0-9A-Za-z]{3}[0-9]{9})+)", re.DOTALL)
_ENTRY_LENGTH = 12
# Ways to write MARC for people and for one system, told by their second line or their first.
_OTHERS = (
    (re.compile(rb"[0-9A-Za-z]{9} [A-Z0-9]{3}.. [A-Z] "), "an Aleph sequential file"),
    (re.compile(rb"(?:LDR|=LDR\s|LEADER )"), "MARC written out as text"),
    (re.compile(rb"[\r\n ]*\d{5}[^\x1e\r\n]{19}\r?\n\s*\d{3} "), "MARC written out as lines"),
    (re.compile(rb"###\s|H001\b|[A-Z0-9]{3} [MS]2\.01"), "a MAB2 file"),
)


def detect_format(begin: bytes, name: str) -> Format:
    """The format of a file that begins so. Raises SourceUnreadable, saying what it seems to be instead."""
    if looks_like_table(begin, name):
        return "table"
    text = begin.removeprefix(b"\xef\xbb\xbf")
    if begin[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = begin.decode("utf-16", "replace").encode()
    if not text.strip():
        raise SourceUnreadable(f"{name} is empty.")
    if _HTML.search(text) or (_FAULT.match(text) and not _IN_XML.search(text)):
        raise SourceUnreadable(f"{name} is a web page, not a catalogue; was it saved from an error or login page?")
    if text.lstrip().startswith(b"<"):
        return detect_xml(text, name)
    if _FIELDS_APART.match(text):
        raise SourceUnreadable(
            f"{name} is JSON of fields that stand apart, as mrrc writes it, which Padu can't read; {_AS_MARC}."
        )
    if _JSON.match(text) and _MARC_JSON.search(text):
        return "marcjson"
    other = next((what for form, what in _OTHERS if form.match(text)), "")
    if other:
        raise SourceUnreadable(f"{name} is {other}, which Padu can't read; {_AS_MARC}.")
    if _LEADER.match(text) or b"\x1e" in text or b"\x1d" in text:
        return "unimarc" if _is_unimarc(text) else "marc21"
    if text.lstrip()[:1] in (b"{", b"["):
        raise SourceUnreadable(
            f'{name} is JSON that begins without a MARC record: there is no "leader" and no "fields". Of JSON, '
            "MARC-in-JSON is read; export it so, or as MARC 21 (ISO 2709) or MARCXML."
        )
    raise SourceUnreadable(
        f'{name} is in no format that Padu can read; say which it is with format = "…" ({", ".join(READABLE)}).'
    )


def _is_unimarc(text: bytes) -> bool:
    """Whether the first record has UNIMARC's title field and not MARC 21's."""
    found = _DIRECTORY.match(text)
    tags = {found[1][at : at + 3] for at in range(0, len(found[1]), _ENTRY_LENGTH)} if found else set()
    return b"200" in tags and b"245" not in tags


def check_readable(begin: bytes, declared: Format | None, name: str) -> Format:
    """The declared format if the file can be that at all, else the detected one."""
    if declared is not None and declared not in READABLE:
        raise SourceUnreadable(f'Padu can\'t read format "{declared}" yet; it reads {" and ".join(READABLE)}.')
    refuse_foreign(begin, name, workbook=looks_like_table(begin, name))
    if declared == "table":
        check_table(begin, name)
        return "table"
    detected = detect_format(begin, name)
    refuse_contradiction(begin, declared, name)
    if declared == "oai":
        # MARC in an answer of OAI-PMH is read with the header around it; readers of the others know it anyway.
        return "oai" if detected in ("marcxml", "unimarc") else detected
    return declared or detected
