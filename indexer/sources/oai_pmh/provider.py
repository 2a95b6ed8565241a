"""A provider of OAI-PMH, asked one page at a time through oaipmh-scythe.

Its iterators aren't used: they parse a page with recovery, so that a bad record vanishes without a word, and keep the
resumption token to themselves, so that a run can't go on where another broke off (docs/adr/0030).
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Literal
from urllib.parse import parse_qsl, urlsplit, urlunsplit

import httpx2
from oaipmh_scythe import Scythe
from oaipmh_scythe.exceptions import OAIPMHException

from discovery.errors import SourceUnreadable
from indexer.access import shown
from indexer.readers.elements import is_xml, utf8_chunks
from indexer.readers.oai import oai_records
from indexer.sources.courtesy import Busy
from indexer.sources.oai_pmh.answers import (
    Identity,
    Page,
    holds_list,
    is_complete,
    read_error,
    read_identity,
    read_page,
    read_prefixes,
    without_noise,
)
from indexer.sources.web_client import refuse_status

Verb = Literal["ListRecords", "ListIdentifiers"]

MAX_PAGE = 256 << 20
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
        return read_identity(answer)

    def prefixes(self) -> dict[str, str]:
        """The metadata formats it offers, with their namespaces and schemas as one text."""
        try:
            answer = self._asked({"verb": "ListMetadataFormats"})
        except (PageFailed, TokenRefused, Refused):
            return {}
        return read_prefixes(answer)

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
        if not holds_list(answer):
            raise PageFailed("its answer holds no list.")
        return read_page(answer, whole_records=verb == "ListRecords")

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
        if not is_complete(answer):
            raise PageFailed("its answer is cut off.")
        # oaipmh-scythe sees errors in the protocol's namespace only.
        if error := read_error(answer):
            raise self._refusal(*error)
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
        except (httpx2.RemoteProtocolError, httpx2.ReadError) as error:  # what a program that dies on a record leaves
            raise PageFailed("the connection breaks off before its answer is whole.") from error
        except httpx2.DecodingError as error:
            raise PageFailed("its answer is packed in a way that can't be undone.") from error
        except AttributeError as error:  # oaipmh-scythe 0.16 takes for granted that an answer holds an element
            raise PageFailed("its answer is no XML.") from error
        return content

    def _refusal(self, code: str, said: str) -> Refused | TokenRefused:
        return TokenRefused(said) if code == "badResumptionToken" else Refused(self.name, code, said)


class _Scythe(Scythe):
    """With the client that it is given, and without what stands around an answer."""

    def __init__(self, url: str, client: httpx2.Client) -> None:
        super().__init__(url)
        self._given = client

    @property
    def client(self) -> httpx2.Client:
        """Ours, which knows pauses, patience and limits."""
        return self._given

    def _request(self, query: dict[str, str]) -> httpx2.Response:
        """The answer alone: notices of PHP before it, and scripts after it, are in the way of every parser."""
        response = super()._request(query)
        alone = without_noise(response.content)
        if alone == response.content:
            return response
        return httpx2.Response(response.status_code, content=alone, request=response.request)


def _refuse_text(response: httpx2.Response) -> None:
    """Raises HTTPStatusError where a status says that something failed, and no XML says more than that."""
    if response.status_code >= httpx2.codes.BAD_REQUEST and not is_xml(response.read()):
        response.raise_for_status()
