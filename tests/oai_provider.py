"""A provider of OAI-PMH on this machine, with faults to be switched on; each is one that real providers have shown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from html import escape
from urllib.parse import quote

from tests.loopback import Answer, Loopback, Request, serving

NOW = "2025-11-21T08:00:00Z"
NAMESPACE = "http://www.openarchives.org/OAI/2.0/"
DUBLIN_CORE = (
    '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{title}</dc:title><dc:creator>Toer, Pramoedya Ananta</dc:creator><dc:date>1980</dc:date>"
    "<dc:publisher>Hasta Mitra</dc:publisher></oai_dc:dc>"
)
OFFERS = {"oai_dc": ("http://www.openarchives.org/OAI/2.0/oai_dc/", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd")}


@dataclass(frozen=True, slots=True)
class Item:
    """One record: its header, and its metadata as XML."""

    identifier: str
    datestamp: str = "2025-01-01T00:00:00Z"
    metadata: str = ""
    sets: tuple[str, ...] = ()
    deleted: bool = False


def item(number: int, *, day: int = 1, title: str = "", deleted: bool = False, sets: tuple[str, ...] = ()) -> Item:
    """A book in Dublin Core, changed on that day of January."""
    metadata = DUBLIN_CORE.format(title=title or f"Kisah {number}")
    return Item(f"oai:katalog:{number}", f"2025-01-{day:02}T00:00:00Z", metadata, sets, deleted)


@dataclass(slots=True)
class Faults:
    """All off. `failing` and `broken` are identifiers: of records that break the server, or whose XML is ill-formed.

    `expiry` is how the provider says that it doesn't know a token: an error of the protocol, or an HTTP status. Tokens
    that are `quoted` as in an address are understood only if they come back without that, and else begin the list anew.
    `tokens_without_end` says what comes with ever new tokens: the first page's "records", or "nothing". The connection
    `breaks_off` in records, and `blips` answers fail once; `around` stands before and after each answer, and `asides`
    are CDATA sections and comments where an identifier or a token is expected. Records that are `left_out` are counted
    and not given, and those that are `changed_meanwhile` are changed after the first page. Where `days_begin`, a
    day as an end is its first second.
    """

    busy: int = 0
    retry_after: str = ""
    failing: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    expired_tokens: int = 0
    expiry: str = "badResumptionToken"
    token_goes_round: bool = False
    page_goes_round: bool = False
    token_stays: bool = False
    cut_off: int = 0
    down_after: int | None = None
    identifiers_fail: bool = False
    days_only: bool = False
    errors_without_namespace: bool = False
    lists_nothing: bool = False
    dates_ignored: bool = False
    tokens_quoted: bool = False
    web_page: bool = False
    tokens_without_end: str = ""
    breaks_off: frozenset[str] = frozenset()
    blips: int = 0
    around: tuple[str, str] = ("", "")
    asides: bool = False
    left_out: frozenset[str] = frozenset()
    changed_meanwhile: frozenset[str] = frozenset()
    days_begin: bool = False


@dataclass(slots=True)
class OaiProvider:
    """What the provider holds, and how it behaves; both may change between two harvests."""

    items: list[Item] = field(default_factory=list)
    page_size: int = 3
    deletions: str = "persistent"
    granularity: str = "YYYY-MM-DDThh:mm:ssZ"
    now: str = NOW
    offers: Mapping[str, tuple[str, str]] = field(default_factory=lambda: OFFERS)
    envelope: str = f'<OAI-PMH xmlns="{NAMESPACE}">'
    description: str = ""
    faults: Faults = field(default_factory=Faults)
    answered: int = 0
    stayed: int = 0

    def answer(self, request: Request) -> Answer:
        """Whatever is asked, after the faults."""
        faults = self.faults
        self.answered += 1
        if faults.web_page:
            return Answer(b"<!DOCTYPE html><html><body>Maintenance</body></html>")
        if faults.down_after is not None and self.answered > faults.down_after:
            return Answer(status=500)
        asked = request.parameters
        verb = asked.get("verb", "")
        if faults.busy and verb in ("ListRecords", "ListIdentifiers"):
            faults.busy -= 1
            return Answer(status=503, headers={"Retry-After": faults.retry_after} if faults.retry_after else {})
        if verb == "Identify":
            return self._said(
                "<Identify><repositoryName>Katalog</repositoryName><baseURL>http://katalog.example/oai</baseURL>"
                "<protocolVersion>2.0</protocolVersion><adminEmail>a@katalog.example</adminEmail>"
                "<earliestDatestamp>2025-01-01T00:00:00Z</earliestDatestamp>"
                f"<deletedRecord>{self.deletions}</deletedRecord><granularity>{self.granularity}</granularity>"
                f"{self.description}</Identify>"
            )
        if verb == "ListMetadataFormats":
            return self._said(
                "<ListMetadataFormats>" + "".join(map(self._offer, self.offers)) + "</ListMetadataFormats>"
            )
        if verb == "GetRecord":
            return self._one(asked.get("identifier", ""))
        if verb in ("ListRecords", "ListIdentifiers"):
            return self._listed(verb, asked)
        return self._error("badVerb", "Illegal verb")

    def _offer(self, prefix: str) -> str:
        namespace, schema = self.offers[prefix]
        return (
            f"<metadataFormat><metadataPrefix>{prefix}</metadataPrefix><schema>{schema}</schema>"
            f"<metadataNamespace>{namespace}</metadataNamespace></metadataFormat>"
        )

    def _one(self, identifier: str) -> Answer:
        if identifier in self.faults.failing:
            return Answer(b"Internal error", status=500)
        found = next((each for each in self.items if each.identifier == identifier), None)
        if found is None:
            return self._error("idDoesNotExist", "No such record")
        return self._said(f"<GetRecord>{self._record(found)}</GetRecord>")

    def _listed(self, verb: str, asked: Mapping[str, str]) -> Answer:
        faults = self.faults
        start, since, until, within = 0, asked.get("from", ""), asked.get("until", ""), asked.get("set", "")
        if faults.dates_ignored:
            since = until = ""
        if faults.days_only and "T" in since + until:
            return self._error("badArgument", "The granularity of this repository is YYYY-MM-DD")
        if token := asked.get("resumptionToken", ""):
            if faults.expired_tokens:
                faults.expired_tokens -= 1
                if faults.expiry.isdigit():
                    return Answer(status=int(faults.expiry))
                return self._error(faults.expiry, "The token has expired")
            if faults.tokens_quoted and "%" in token:
                token = "0|||"
            if token == "stays":
                self.stayed += self.page_size
                start = self.stayed
            else:
                place, since, until, within, *_ = token.split("|")
                start = int(place)
        elif faults.token_stays:
            self.stayed = 0
        chosen = [
            each
            for each in sorted(self.items, key=lambda each: each.datestamp)
            if since <= each.datestamp and (not until or each.datestamp <= _to_the_end(until, begins=faults.days_begin))
            if not within or within in each.sets
        ]
        if not chosen or faults.lists_nothing:
            return self._error("noRecordsMatch", "Nothing")
        page = chosen[start : start + self.page_size]
        if verb == "ListIdentifiers" and faults.identifiers_fail:
            return Answer(status=500)
        if verb == "ListRecords" and not faults.failing.isdisjoint(each.identifier for each in page):
            return Answer(status=500)
        if verb == "ListRecords" and faults.blips and start >= 6 * self.page_size:
            faults.blips -= 1
            return Answer(status=500)
        if faults.tokens_without_end and not since + until:
            return self._endless(verb, chosen)
        if verb == "ListRecords" and faults.cut_off and start:
            faults.cut_off -= 1
            return Answer(self._said("<ListRecords>" + self._record(page[0])).body[:-40])
        given = [each for each in page if verb != "ListRecords" or each.identifier not in faults.left_out]
        content = "".join(map(self._record if verb == "ListRecords" else self._header, given))
        token = self._token(start, len(chosen), f"{since}|{until}|{within}")
        self._change_meanwhile()
        answer = self._said(f"<{verb}>{content}{token}</{verb}>")
        broken = verb == "ListRecords" and not faults.breaks_off.isdisjoint(each.identifier for each in page)
        return replace(answer, cut=len(answer.body) // 2) if broken else answer

    def _change_meanwhile(self) -> None:
        changed, self.faults.changed_meanwhile = self.faults.changed_meanwhile, frozenset()
        if changed:
            self.items = [
                replace(each, datestamp=self.now) if each.identifier in changed else each for each in self.items
            ]

    def _endless(self, verb: str, chosen: Sequence[Item]) -> Answer:
        self.stayed += 1
        page = chosen[: self.page_size] if self.faults.tokens_without_end == "records" else ()
        content = "".join(map(self._record if verb == "ListRecords" else self._header, page))
        return self._said(f"<{verb}>{content}<resumptionToken>0||||{self.stayed}</resumptionToken></{verb}>")

    def _token(self, start: int, size: int, rest: str) -> str:
        following = start + self.page_size
        attributes = f' completeListSize="{size}" cursor="{start}"'
        if following >= size:
            if self.faults.token_goes_round:
                return f"<resumptionToken{attributes}>{start}|{rest}</resumptionToken>"
            return f"<resumptionToken{attributes}/>" if start else ""
        if self.faults.page_goes_round and start:
            return f"<resumptionToken>{start}|{rest}</resumptionToken>"
        token = "stays" if self.faults.token_stays else f"{following}|{rest}"
        token = quote(token) if self.faults.tokens_quoted else token
        return f"<resumptionToken{attributes}>{escape(token)}</resumptionToken>"

    def _header(self, each: Item) -> str:
        status = ' status="deleted"' if each.deleted else ""
        sets = "".join(f"<setSpec>{name}</setSpec>" for name in each.sets)
        stamp = each.datestamp if "T" in self.granularity else each.datestamp[:10]
        dated = f"<datestamp>{stamp}</datestamp>" if stamp else ""
        return f"<header{status}><identifier>{each.identifier}</identifier>{dated}{sets}</header>"

    def _record(self, each: Item) -> str:
        metadata = "" if each.deleted else f"<metadata>{each.metadata}</metadata>"
        if each.identifier in self.faults.broken:
            metadata = re.sub(r"</dc:title>", "<b></dc:title>", metadata)
        return f"<record>{self._header(each)}{metadata}</record>"

    def _said(self, content: str) -> Answer:
        text = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f"{self.envelope}<responseDate>{self.now}</responseDate><request/>{content}</OAI-PMH>\n"
        )
        if self.faults.asides:
            text = re.sub(r"(<identifier>|<resumptionToken[^>]*>)([^<]+)", r"\1<!-- 1 --><![CDATA[\2]]>", text)
        text = text.join(self.faults.around)
        return Answer(text.encode(), headers={"Content-Type": "text/xml; charset=utf-8"})

    def _error(self, code: str, said: str) -> Answer:
        answer = self._said(f'<error code="{code}">{said}</error>')
        if self.faults.errors_without_namespace:
            return Answer(answer.body.replace(f' xmlns="{NAMESPACE}"'.encode(), b""))
        return answer


def _to_the_end(until: str, *, begins: bool) -> str:
    return until if "T" in until else f"{until}T00:00:00Z" if begins else f"{until}T23:59:59Z"


@contextmanager
def running(provider: OaiProvider) -> Iterator[Loopback]:
    """The provider on a port of its own."""
    with serving(provider.answer) as server:
        yield server
