"""What a provider's answers say, read from their bytes: who it is, what it offers, a page of a list, an error.

Read by patterns and not as XML, so that one ill-formed record hides neither the others nor the resumption token.
"""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from indexer.readers.oai import TEXT, Header, headers, oai_records, text_of

_TOKEN = re.compile(rb"<(?:[\w.-]+:)?resumptionToken(\s[^<>]*?)?(?:/>|>(%s)</(?:[\w.-]+:)?resumptionToken\s*>)" % TEXT)
_TOKEN_BEGUN = re.compile(rb"<(?:[\w.-]+:)?resumptionToken[\s>]")
_SIZE = re.compile(rb"""completeListSize\s*=\s*["']\s*(\d{1,12})""")
_ANSWERED = re.compile(rb"<(?:[\w.-]+:)?responseDate(?:\s[^<>]*)?>\s*(\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?)")
_BEGIN = re.compile(rb"<(?:[\w.-]+:)?OAI-PMH[\s>]")
_END = re.compile(rb"</(?:[\w.-]+:)?OAI-PMH\s*>")
_LIST = re.compile(rb"<(?:[\w.-]+:)?List(?:Records|Identifiers)[\s/>]")
_ERROR = re.compile(rb"""<(?:[\w.-]+:)?error\s[^<>]*code\s*=\s*["'](\w+)["'][^<>]*?(?:/>|>(%s))""" % TEXT)
# The identifiers of SLiMS, whose datestamp is biblio.input_date (lib/oaipmh/oaidp-config.php).
_DATES_ENTRY = re.compile(r":slims-\d+$")
# OJS and OCS, and what is made in their likeness, by their sample; its makers sign their Identify since 2010
# (pkp-lib's classes/oai/OAI).
_OF_ARTICLES = re.compile(r":(?:article|paper)/\d+$")
_OF_PKP = re.compile(rb">\s*Public Knowledge Project\s*</")
_OFFER = re.compile(rb"<(?:[\w.-]+:)?metadataFormat[\s>].*?</(?:[\w.-]+:)?metadataFormat\s*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """One answer: its records byte for byte, or only headers. An empty `token` ends the list; `size` may be unknown.

    `ends` says that the end of the list is told, by an empty resumption token with the size of the list.
    """

    records: tuple[bytes, ...]
    headers: tuple[Header, ...]
    token: str = ""
    size: int | None = None
    answered: str = ""
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """What Identify says: what is missing or out of place is read as the most careful meaning.

    `dates_entry` says that a datestamp is the day on which a record was made: corrections don't change it.
    `of_journals` tells OJS, its kin and its likenesses.
    """

    granularity: Literal["day", "second"]
    deletions: Literal["no", "transient", "persistent"]
    earliest: str
    answered: str
    dates_entry: bool
    of_journals: bool


def read_identity(answer: bytes) -> Identity:
    """What an answer to Identify says."""
    # "yes" is what Evergreen says, and no word of the protocol (Open-ILS/src/perlmods/lib/OpenILS/WWW/OAI.pm).
    deletions = _element(answer, "deletedRecord").lower().replace("yes", "transient")
    sample = _element(answer, "sampleIdentifier")
    return Identity(
        granularity="second" if "T" in _element(answer, "granularity") else "day",
        deletions="persistent" if deletions == "persistent" else "transient" if deletions == "transient" else "no",
        earliest=_element(answer, "earliestDatestamp"),
        answered=_answered(answer),
        dates_entry=bool(_DATES_ENTRY.search(sample)),
        of_journals=bool(_OF_ARTICLES.search(sample) or _OF_PKP.search(answer)),
    )


def read_prefixes(answer: bytes) -> dict[str, str]:
    """The metadata formats that an answer offers, with their namespaces and schemas as one text."""
    return {
        _element(each, "metadataPrefix"): f"{_element(each, 'metadataNamespace')} {_element(each, 'schema')}"
        for each in _OFFER.findall(answer)
    }


def holds_list(answer: bytes) -> bool:
    """Whether it is a page of a list."""
    return _LIST.search(answer) is not None


def read_page(answer: bytes, *, whole_records: bool) -> Page:
    """A page of records, or of their headers alone."""
    found = _TOKEN.search(answer)
    size = _SIZE.search(found[1] or b"") if found else None
    token = text_of(found[2] or b"") if found else ""
    return Page(
        records=tuple(oai_records(BytesIO(answer))) if whole_records else (),
        headers=tuple(headers(answer)),
        token=token,
        size=int(size[1]) if size else None,
        answered=_answered(answer),
        ends=size is not None and int(size[1]) > 0 and not token,
    )


def without_noise(answer: bytes) -> bytes:
    """The answer from its first tag to its last; as it is where those can't be told, in UTF-16 for one.

    Servers that show their faults write notices before it, and some hosts write something after it.
    """
    begin, end = _BEGIN.search(answer), answer.rfind(b"OAI-PMH>")
    if begin is None or end < begin.end():
        return answer
    declared = answer.rfind(b"<?xml", 0, begin.start())
    return answer[begin.start() if declared < 0 else declared : end + len(b"OAI-PMH>")]


def is_complete(answer: bytes) -> bool:
    """Whether it ends as an answer does, and its resumption token can be read: one that can't looks like the end."""
    return _END.search(answer[-4096:]) is not None and (
        _TOKEN_BEGUN.search(answer) is None or _TOKEN.search(answer) is not None
    )


def read_error(answer: bytes) -> tuple[str, str] | None:
    """The error that it tells, its code and what is added to that; None where it tells none, or gives a list."""
    error = None if holds_list(answer) else _ERROR.search(answer)
    return (error[1].decode(), text_of(error[2] or b"")) if error else None


def _element(answer: bytes, name: str) -> str:
    found = re.search(rb"<(?:[\w.-]+:)?%s(?:\s[^<>]*)?>(%s)</" % (name.encode(), TEXT), answer)
    return text_of(found[1]) if found else ""


def _answered(answer: bytes) -> str:
    found = _ANSWERED.search(answer)
    return found[1].decode() if found else ""
