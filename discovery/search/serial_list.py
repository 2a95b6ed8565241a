"""All serials in the order of their titles, from any place on: what the union list of serials is made of.

A list of any length is read without keeping it: each page says where the next begins (docs/adr/0048).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from discovery.analysis.filing import numbers_by_size
from discovery.analysis.tokens import exact_key
from discovery.catalog.union_list import ListedSerial, listed_serial
from discovery.search.browsing import without_article
from discovery.search.document import decode_display
from discovery.search.indexing import title_order
from discovery.search.notes import Note
from discovery.search.number_columns import order_beginning, order_columns, order_numbers
from discovery.search.params import SearchParams
from discovery.search.partner_facts import freshness_of, with_confirmations
from discovery.search.question import Question, ask
from discovery.search.request import WINDOW, FacetRequest, Filter, SearchRequest
from discovery.search.results import Facet, Results
from discovery.search.service import SearchService
from discovery.search.tree import Between, Combine, Node

SERIAL = "serial"
# What is read at once where a whole list is wanted.
_BATCH = 500
_PLACE = re.compile(r"((?:[0-9a-f]{2}){0,24})\.(\d{1,5})", re.ASCII)


@dataclass(frozen=True, slots=True)
class SerialPlace:
    """A place in the list: `skip` serials after the first whose title order begins with `beginning`, or follows it."""

    beginning: str = ""
    skip: int = 0

    def __str__(self) -> str:
        return f"{self.beginning.encode().hex()}.{self.skip}"


START = SerialPlace()


@dataclass(frozen=True, slots=True)
class SerialPage:
    """Some serials in their order. `total` counts the whole list, `left` what begins at the place that was asked for.

    `params` are those that could be honoured; `following` is None at the end. `libraries` counts serials by library.
    """

    params: SearchParams
    serials: tuple[ListedSerial, ...]
    total: int
    left: int
    following: SerialPlace | None
    notes: tuple[Note, ...]
    libraries: Facet
    took_ms: int


def read_place(text: str) -> SerialPlace:
    """What `str` of a place wrote; the start for anything else."""
    match = _PLACE.fullmatch(text)
    if match is None:
        return START
    return SerialPlace(bytes.fromhex(match[1]).decode(errors="ignore"), min(int(match[2]), WINDOW - 1))


def serials_only(params: SearchParams) -> SearchParams:
    """A search's words and limits, of serials and in the order of the list."""
    elsewhere = tuple(each for each in params.filters if each.facet != "type")
    allowed = tuple(each for each in params.exclusions if each.facet != "type")
    filters = (*elsewhere, Filter("type", (SERIAL,)))
    return replace(params, filters=filters, exclusions=allowed, sort="title", by="edition", explain=False)


def list_serials(
    service: SearchService, params: SearchParams, place: SerialPlace, year: int, libraries: int = 0
) -> SerialPage:
    """The page `params.page` of the serials that these parameters find, counted from a place on.

    `year` is the present one; so many `libraries` are counted. Raises EngineError only.
    """
    question = ask(serials_only(params), service.names)
    counting = question.request((FacetRequest("library", libraries),) if libraries else ())
    counted, results = service.engine.search_each(
        (replace(counting, offset=0, size=1), _page_request(question, place)),
    )
    found = _listed(service, results, year)
    return SerialPage(
        params=question.params,
        serials=found,
        total=counted.total,
        left=max(0, results.total - place.skip),
        following=_following(place, _first(question, place), found, results.total),
        notes=question.notes,
        libraries=counted.facets[0] if counted.facets else Facet("library", ()),
        took_ms=counted.took_ms + results.took_ms,
    )


def each_serial(service: SearchService, params: SearchParams, place: SerialPlace, year: int) -> Iterator[ListedSerial]:
    """Every serial from a place on, some hundreds of them in memory at a time."""
    question = ask(serials_only(replace(params, page=1, size=_BATCH)), service.names)
    going: SerialPlace | None = place
    while going is not None:
        results = service.engine.search(_page_request(question, going))
        found = _listed(service, results, year)
        yield from found
        going = _following(going, going.skip, found, results.total)


def place_of(service: SearchService, params: SearchParams, typed: str) -> SerialPlace:
    """Where a title stands in the list, or would stand; also without the article that it begins with."""
    key = numbers_by_size(exact_key(typed))
    bare = without_article("title", key)
    if bare and not _begins(service, params, key) and _begins(service, params, bare):
        key = bare
    return SerialPlace(order_beginning(order_numbers(key.encode(errors="ignore"))))


def _begins(service: SearchService, params: SearchParams, key: str) -> bool:
    place = SerialPlace(order_beginning(order_numbers(key.encode(errors="ignore"))))
    question = ask(serials_only(replace(params, page=1, size=1)), service.names)
    request = question.request(())
    hits = service.engine.search(replace(request, tree=_from(request.tree, place))).hits
    return any(title_order(decode_display(hit.display)).startswith(key) for hit in hits)


def _first(question: Question, place: SerialPlace) -> int:
    """Behind how many a page begins, of those that its place begins with."""
    return min((question.params.page - 1) * question.params.size + place.skip, WINDOW - 1)


def _page_request(question: Question, place: SerialPlace) -> SearchRequest:
    request, first = question.request(()), _first(question, place)
    return replace(
        request, tree=_from(request.tree, place), offset=first, size=min(question.params.size, WINDOW - first)
    )


def _listed(service: SearchService, results: Results, year: int) -> tuple[ListedSerial, ...]:
    records = [decode_display(hit.display) for hit in results.hits]
    partners = dict.fromkeys(member.partner for record in records for member in record.members)
    freshness = freshness_of(service.engine, partners) if partners else {}
    return tuple(listed_serial(with_confirmations(record, freshness), year) for record in records)


def _following(place: SerialPlace, first: int, found: tuple[ListedSerial, ...], total: int) -> SerialPlace | None:
    """Behind the last one that was found; None where nothing more is to be had.

    Engines compare 24 bytes, so the place names the last one's, and how many with these, or later, came before. Where
    the page holds nothing else, those before it may begin so too, and the place stays what it was.
    """
    last = first + len(found)
    if not found or total <= last:
        return None
    orders = [title_order(each.record) for each in found]
    beginning = order_beginning(order_numbers(orders[-1].encode()))
    passed = sum(order >= beginning for order in orders)
    if passed < len(orders):
        return SerialPlace(beginning, passed)
    return SerialPlace(place.beginning, last) if last < WINDOW else None


def _from(tree: Node, place: SerialPlace) -> Node:
    """What a tree finds in the order of titles from a place's beginning on: number by number as words are compared
    letter by letter.
    """
    if not place.beginning:
        return tree
    columns = order_columns("title_order")
    numbers = order_numbers(place.beginning.encode())
    later: list[Node] = []
    for at, (column, number) in enumerate(zip(columns, numbers, strict=True)):
        same = tuple(Between(each, value, value) for each, value in islice(zip(columns, numbers, strict=True), at))
        is_last = at == len(columns) - 1
        later.append(Combine(must=(*same, Between(column, number if is_last else number + 1, None))))
    return Combine(must=(tree, Combine(should=tuple(later), at_least=1)))
