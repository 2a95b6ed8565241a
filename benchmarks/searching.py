"""Searches with facets: the service and the JSON API against the same request sent straight to the engine.

    padu sync && python -m benchmarks.searching [--queries 300]

Works on the installation of padu.toml (or PADU_CONFIG). The API is asked over HTTP, of a `padu serve` of its own; it
always counts all twelve facets, so it is held against the bare engine counting twelve. Every query is asked of all in
turn, in an order that changes, so that whatever else the machine does falls on all of them; each asks for facets of
its own size, so that none profits from what another one counted. The service reads and compiles each query anew, as
one that nobody asked before.
"""

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from discovery.collector import ANSWERING, collect_rarely
from discovery.engines.elastic.client import connect
from discovery.engines.elastic.generation import PublishedWatch
from discovery.engines.elastic.request import search_body
from discovery.engines.embedded.generation import IndexFolder
from discovery.engines.embedded.snapshot import open_snapshot
from discovery.engines.registry import EMBEDDED, open_engine
from discovery.search.document import decode_display
from discovery.search.fields import FACETS, keyword_field
from discovery.search.params import Row, SearchParams
from discovery.search.question import ask
from discovery.search.request import WINDOW, FacetRequest, SearchRequest, YearRange
from discovery.search.scoring import score
from discovery.search.service import SearchService
from discovery.search.tree import All
from discovery.settings import Settings, load_settings

SIX = tuple(FacetRequest(facet) for facet in ("library", "author", "subject", "type", "language", "year"))
# What the port and the service ask is counted by one engine, which remembers counts.
SIX_OF_PORT = tuple(FacetRequest(each.facet, 9) for each in SIX)
ALL = tuple(FacetRequest(facet) for facet in FACETS)
YEARS = range(1900, 2026)
SIZE = 20
PORT = 8765
Asked = Callable[[SearchParams, SearchRequest], object]


def two_word_queries(service: SearchService, count: int) -> list[str]:
    """Pairs of neighbouring title words from records all over the catalogue, a few of each year."""
    chance = random.Random(7)
    found: list[str] = []
    while len(found) < count:
        year = chance.choice(YEARS)
        of_year = SearchRequest(All(), years=YearRange(year, year), sort="title", size=SIZE)
        total = min(service.engine.search(of_year).total, WINDOW)
        page = replace(of_year, offset=chance.randrange(max(1, total - SIZE)))
        for hit in service.engine.search(page).hits:
            words = [word for word in decode_display(hit.display).description.title.main.split() if word.isalpha()]
            if len(words) > 1:
                at = chance.randrange(len(words) - 1)
                found.append(" ".join(words[at : at + 2]))
    return found[:count]


def bare_embedded(settings: Settings) -> Asked:
    """The compiled query, the facets in one aggregation and the page's documents, by tantivy itself."""
    folder = Path(settings.engine_options().url.removeprefix(EMBEDDED))
    snapshot = open_snapshot(IndexFolder(folder))

    def asked(_: SearchParams, request: SearchRequest) -> object:
        query = snapshot.compiler.request(request)
        found = snapshot.searcher.search(query, limit=request.size)
        terms = {
            facet.facet: {
                "terms": {"field": keyword_field(FACETS[facet.facet]), "size": facet.size, "segment_size": 1000}
            }
            for facet in request.facets
        }
        return snapshot.searcher.aggregate(query, terms), [snapshot.searcher.doc(address) for _, address in found.hits]

    return asked


def bare_elastic(settings: Settings) -> Asked:
    """The compiled body as the port sends it, by the official client.

    Without a `_source` filter: the index keeps nothing but the display, and a filter makes Elasticsearch parse each.
    """
    connection = connect(settings.engine_options())
    records = PublishedWatch(connection).current().generation.records

    def asked(_: SearchParams, request: SearchRequest) -> object:
        return connection.client.search(index=records, body={**search_body(request), "size": request.size})

    return asked


@contextmanager
def served_api() -> Iterator[Asked]:
    """`/api/v1/search` of a server in a process of its own, over one connection."""
    command = [str(Path(sys.executable).with_name("padu")), "serve", "--port", str(PORT)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE)
    try:
        assert server.stdout is not None
        server.stdout.readline()  # "… is ready"
        connection = HTTPConnection("127.0.0.1", PORT)

        def asked(params: SearchParams, _: SearchRequest) -> object:
            connection.request("GET", "/api/v1/search?" + urlencode({"q": params.rows[0].text, "size": SIZE}))
            return connection.getresponse().read()

        yield asked
    finally:
        server.terminate()
        server.wait()


def searched(service: SearchService, params: SearchParams, facets: tuple[FacetRequest, ...]) -> object:
    """What the service finds, without the tree that was compiled for the bare engine."""
    score.cache_clear()
    return service.search(params, facets=facets)


def with_all_facets(asked: Asked) -> Asked:
    """The same question with every facet counted."""
    return lambda params, request: asked(params, replace(request, facets=ALL))


def timed(asked: dict[str, Asked], queries: Sequence[str]) -> dict[str, list[float]]:
    """Milliseconds of each query, by who was asked."""
    times: dict[str, list[float]] = {name: [] for name in asked}
    for number, query in enumerate(queries):
        params = SearchParams(rows=(Row(query),), size=SIZE)
        request = ask(params).request(SIX)
        names = list(asked)
        for name in (*names[number % len(names) :], *names[: number % len(names)]):
            began = time.perf_counter()
            asked[name](params, request)
            times[name].append((time.perf_counter() - began) * 1000)
    return times


def main() -> None:
    """Measure and print medians, 95th percentiles and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=300)
    given = parser.parse_args()
    settings = load_settings()
    embedded = settings.engine.url.startswith(EMBEDDED)
    service = SearchService(open_engine(settings.engine_options()))
    collect_rarely(ANSWERING)  # as the server does
    bare = bare_embedded(settings) if embedded else bare_elastic(settings)
    queries = two_word_queries(service, given.queries + 20)
    with served_api() as api:
        asked: dict[str, Asked] = {
            "bare engine, 6 facets": bare,
            "port, 6 facets": lambda _, request: service.engine.search(replace(request, facets=SIX_OF_PORT)),
            "service, 6 facets": lambda params, _: searched(service, params, SIX),
            "bare engine, 12 facets": with_all_facets(bare),
            "service, 12 facets": lambda params, _: searched(service, params, ALL),
            "api, 12 facets": api,
        }
        timed(asked, queries[:20])
        times = timed(asked, queries[20:])
    print(f"{service.engine.health().documents:,} documents, {given.queries} two-word queries, {SIZE} hits")
    base = quantiles(times["bare engine, 6 facets"], n=20)
    for name, taken in times.items():
        at = quantiles(taken, n=20)
        base = at if name.startswith("bare") else base
        ratios = f"ratio to bare: p50 {at[9] / base[9]:.2f}, p95 {at[18] / base[18]:.2f}"
        print(f"{name:22} p50 {at[9]:7.2f} ms   p95 {at[18]:7.2f} ms   {ratios}")


if __name__ == "__main__":
    main()
