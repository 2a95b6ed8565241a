"""A provider of OAI-PMH, asked one page at a time through oaipmh-scythe.

Its iterators aren't used: they parse a page with recovery, so that a bad record vanishes without a word, and keep the
resumption token to themselves, so that a run can't go on where another broke off (docs/adr/0030).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from typing import Literal
from urllib.parse import parse_qsl, urlsplit, urlunsplit

import httpx2
from oaipmh_scythe import Scythe
from oaipmh_scythe.exceptions import OAIPMHException

from discovery.errors import SourceUnreadable
from indexer.access import shown
from indexer.readers.elements import is_xml, utf8_chunks
from indexer.readers.oai import Header, headers, oai_records
from indexer.sources.web_client import Busy, refuse_status

Verb = Literal["ListRecords", "ListIdentifiers"]

MAX_PAGE = 256 << 20
_TOKEN = re.compile(
    rb"<(?:[\w.-]+:)?resumptionToken(\s[^<>]*?)?(?:/>|>\s*([^<]*?)\s*</(?:[\w.-]+:)?resumptionToken\s*>)"
)
_SIZE = re.compile(rb"""completeListSize\s*=\s*["']\s*(\d{1,12})""")
_ANSWERED = re.compile(rb"<(?:[\w.-]+:)?responseDate(?:\s[^<>]*)?>\s*(\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?)")
_END = re.compile(rb"</(?:[\w.-]+:)?OAI-PMH\s*>")
_LIST = re.compile(rb"<(?:[\w.-]+:)?List(?:Records|Identifiers)[\s/>]")
_ERROR = re.compile(rb"""<(?:[\w.-]+:)?error\s[^<>]*code\s*=\s*["'](\w+)["'][^<>]*?(?:/>|>([^<]*))""")
# The identifiers of SLiMS, whose datestamp is biblio.input_date (lib/oaipmh/oaidp-config.php).
_DATES_ENTRY = re.compile(r":slims-\d+$")
# What is wrong is who asks, not what is asked for: RFC 9110, 15.5.
_OF_ACCESS = frozenset({401, 403, 407})
_OF_A_REQUEST = frozenset({"verb", "metadataPrefix", "set", "from", "until", "identifier", "resumptionToken"})


class Refused(SourceUnreadable):
    """The provider answers with an error of the protocol; `code` is its name there, `said` what it adds."""

    def __init__(self, provider: str, code: str, said: str) -> None:
        super().__init__(f"{provider} says: {code}" + (f" ({' '.join(said.split())[:300]})." if said.strip() else "."))
        self.code = code
        self.said = said


class PageFailed(Exception):
    """One page can't be had; others may. The message says why."""


class PageRepeated(PageFailed):
    """The provider gives a page that it gave before."""


class TokenRefused(Exception):
    """The provider no longer knows the resumption token."""


@dataclass(frozen=True, slots=True)
class Page:
    """One answer: its records byte for byte, or only headers. An empty `token` ends the list; `size` may be unknown."""

    records: tuple[bytes, ...]
    headers: tuple[Header, ...]
    token: str = ""
    size: int | None = None
    answered: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """What Identify says: what is missing or out of place is read as the most careful meaning.

    `dates_entry` says that a datestamp is the day on which a record was made: corrections don't change it.
    """

    granularity: Literal["day", "second"]
    deletions: Literal["no", "transient", "persistent"]
    earliest: str
    answered: str
    dates_entry: bool


class Provider:
    """Asks through a client that is courteous; every answer comes whole."""

    def __init__(self, url: str, client: httpx2.Client) -> None:
        parts = urlsplit(url)
        self.name = shown(url)
        client.params = httpx2.QueryParams([each for each in parse_qsl(parts.query) if each[0] not in _OF_A_REQUEST])
        client.event_hooks = {"response": [_refuse_text]}
        self._scythe = _Scythe(urlunsplit(parts._replace(query="", fragment="")), client)

    def identify(self) -> Identity:
        """Who answers there. Raises SourceUnreadable where nobody does who speaks OAI-PMH."""
        try:
            answer = self._asked({"verb": "Identify"})
        except (PageFailed, TokenRefused) as error:
            raise SourceUnreadable(f"{self.name} doesn't answer as OAI-PMH does: {error}") from error
        # "yes" is what Evergreen says, and no word of the protocol (Open-ILS/src/perlmods/lib/OpenILS/WWW/OAI.pm).
        deletions = _element(answer, "deletedRecord").lower().replace("yes", "transient")
        return Identity(
            granularity="second" if "T" in _element(answer, "granularity") else "day",
            deletions="persistent" if deletions == "persistent" else "transient" if deletions == "transient" else "no",
            earliest=_element(answer, "earliestDatestamp"),
            answered=_answered(answer),
            dates_entry=bool(_DATES_ENTRY.search(_element(answer, "sampleIdentifier"))),
        )

    def prefixes(self) -> dict[str, str]:
        """The metadata formats it offers, with their namespaces and schemas as one text."""
        try:
            answer = self._asked({"verb": "ListMetadataFormats"})
        except (PageFailed, TokenRefused, Refused):
            return {}
        offers = re.findall(
            rb"<(?:[\w.-]+:)?metadataFormat[\s>].*?</(?:[\w.-]+:)?metadataFormat\s*>", answer, re.DOTALL
        )
        return {
            _element(each, "metadataPrefix"): f"{_element(each, 'metadataNamespace')} {_element(each, 'schema')}"
            for each in offers
        }

    def page(self, verb: Verb, arguments: Mapping[str, str]) -> Page:
        """One page of a list: of the arguments, or of a resumption token alone.

        Raises PageFailed, TokenRefused, and Refused where asking further is no use.
        """
        try:
            answer = self._asked({"verb": verb, **arguments})
        except Refused as error:
            if error.code == "noRecordsMatch":
                return Page((), ())
            if "resumptionToken" in arguments:  # the list was answered before: it can only be the token
                raise TokenRefused(error.said) from error
            raise
        if not _LIST.search(answer):
            raise PageFailed("its answer holds no list.")
        found = _TOKEN.search(answer)
        size = _SIZE.search(found[1] or b"") if found else None
        records = tuple(oai_records(BytesIO(answer))) if verb == "ListRecords" else ()
        return Page(
            records=records,
            headers=tuple(headers(answer)),
            token=unescape((found[2] or b"").decode("utf-8", "replace")) if found else "",
            size=int(size[1]) if size else None,
            answered=_answered(answer),
        )

    def record(self, identifier: str, prefix: str) -> bytes | None:
        """One record; None where there is no such record any more. Raises PageFailed."""
        try:
            answer = self._asked({"verb": "GetRecord", "identifier": identifier, "metadataPrefix": prefix})
        except Refused as error:
            if error.code == "idDoesNotExist":
                return None
            raise PageFailed(str(error)) from error
        found = tuple(oai_records(BytesIO(answer)))
        if not found:
            raise PageFailed("its answer holds no record.")
        return found[0]

    def _asked(self, query: dict[str, str]) -> bytes:
        """The answer in UTF-8, whole and free of errors."""
        answer = b"".join(utf8_chunks(BytesIO(self._harvested(query))))
        if b"OAI-PMH" not in answer[:2000]:
            raise PageFailed("its answer is no OAI-PMH; is it a web page?")
        if not _END.search(answer[-4096:]):
            raise PageFailed("its answer is cut off.")
        # oaipmh-scythe sees errors in the protocol's namespace only.
        if not _LIST.search(answer) and (error := _ERROR.search(answer)):
            raise self._refusal(error[1].decode(), unescape((error[2] or b"").decode("utf-8", "replace")))
        return answer

    def _harvested(self, query: dict[str, str]) -> bytes:
        try:
            content: bytes = self._scythe.harvest(query).http_response.content
        except OAIPMHException as error:
            name = type(error).__name__
            raise self._refusal(f"{name[0].lower()}{name[1:]}", str(error)) from error
        except httpx2.HTTPStatusError as error:
            code = error.response.status_code
            if code < 500 and "resumptionToken" in query and code not in _OF_ACCESS:
                raise TokenRefused(f"with status {code}") from error
            if code < 500:
                refuse_status(self.name, code)
            raise PageFailed(f"it answers with status {code}.") from error
        except Busy as error:
            if error.code in (502, 504):
                raise PageFailed(f"it answers with status {error.code}.") from error
            raise
        except httpx2.TimeoutException as error:
            raise PageFailed("it takes too long to answer.") from error
        except AttributeError as error:  # oaipmh-scythe 0.16 takes for granted that an answer holds an element
            raise PageFailed("its answer is no XML.") from error
        return content

    def _refusal(self, code: str, said: str) -> Refused | TokenRefused:
        return TokenRefused(said) if code == "badResumptionToken" else Refused(self.name, code, said)


class _Scythe(Scythe):
    """With the client that it is given."""

    def __init__(self, url: str, client: httpx2.Client) -> None:
        super().__init__(url)
        self._given = client

    @property
    def client(self) -> httpx2.Client:
        """Ours, which knows pauses, patience and limits."""
        return self._given


def _refuse_text(response: httpx2.Response) -> None:
    """Raises HTTPStatusError where a status says that something failed, and no XML says more than that."""
    if response.status_code >= httpx2.codes.BAD_REQUEST and not is_xml(response.read()):
        response.raise_for_status()


def _element(answer: bytes, name: str) -> str:
    found = re.search(rb"<(?:[\w.-]+:)?%s(?:\s[^<>]*)?>\s*([^<]*?)\s*<" % name.encode(), answer)
    return unescape(found[1].decode("utf-8", "replace")) if found else ""


def _answered(answer: bytes) -> str:
    found = _ANSWERED.search(answer)
    return found[1].decode() if found else ""
