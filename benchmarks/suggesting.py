"""Suggestions and lists: the port and the JSON API against the bare lookup in the same index.

    padu sync && python -m benchmarks.suggesting [--rounds 30]

Works on the installation of padu.toml (or PADU_CONFIG). What is asked is each heading's first one, two, three and six
letters, of headings from all over the lists; short beginnings, which most headings share, come most often.
"""

import argparse
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

from starlette.testclient import TestClient

from discovery.engines.elastic.client import connect
from discovery.engines.elastic.generation import PublishedWatch
from discovery.engines.embedded.generation import IndexFolder
from discovery.engines.registry import EMBEDDED, open_engine
from discovery.search.request import HeadingKind
from discovery.search.service import SearchService
from discovery.settings import Settings, load_settings
from discovery.site import site_of
from web.app import create_app

KINDS: tuple[HeadingKind, ...] = ("title", "author", "subject")
SIZE = 10
LENGTHS = (1, 2, 3, 6)
Asked = Callable[[str], object]
_ROWS = "SELECT kind, display, count FROM headings WHERE kind = ? AND folded >= ? AND folded < ? LIMIT ?"


def beginnings(service: SearchService, rounds: int) -> list[str]:
    """What somebody types on the way to headings that follow each other at equal distances."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    asked: list[str] = []
    for number in range(rounds):
        kind = KINDS[number % len(KINDS)]
        at = letters[number * 7 % len(letters)] + letters[number * 11 % len(letters)]
        for heading in service.engine.browse(kind, at, "forward", 1):
            asked += [heading.folded[:length] for length in LENGTHS]
    return asked


def bare_embedded(settings: Settings) -> Asked:
    """Any ten headings of each kind that begin so, straight from SQLite's index."""
    folder = IndexFolder(Path(settings.engine_options().url.removeprefix(EMBEDDED)))
    rows = sqlite3.connect(folder.path / folder.pointer().generation / "headings.db", check_same_thread=False)
    return lambda typed: [rows.execute(_ROWS, (kind, typed, f"{typed}\U0010ffff", SIZE)).fetchall() for kind in KINDS]


def bare_elastic(settings: Settings) -> Asked:
    """The ten most used headings of each kind that begin so, by the official client in one request."""
    connection = connect(settings.engine_options())
    index = PublishedWatch(connection).current().generation.headings

    def asked(typed: str) -> object:
        searches: list[dict[str, object]] = []
        for kind in KINDS:
            filters = [{"term": {"entry": kind}}, {"prefix": {"folded": typed}}]
            body = {"query": {"bool": {"filter": filters}}, "sort": [{"count": "desc"}], "size": SIZE}
            searches += ({}, body | {"track_total_hits": False})
        return connection.client.msearch(index=index, searches=searches)

    return asked


def timed(asked: dict[str, Asked], typed: list[str]) -> dict[str, list[float]]:
    """Milliseconds of each beginning, by who was asked, everybody in turn."""
    times: dict[str, list[float]] = {name: [] for name in asked}
    for text in typed:
        for name, ask in asked.items():
            began = time.perf_counter()
            ask(text)
            times[name].append((time.perf_counter() - began) * 1000)
    return times


def main() -> None:
    """Measure and print medians, 95th percentiles, the slowest, and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    settings, rounds = load_settings(), parser.parse_args().rounds
    service = SearchService(open_engine(settings.engine_options()))
    embedded = settings.engine.url.startswith(EMBEDDED)
    typed = beginnings(service, rounds)
    with TestClient(create_app(service, site_of(settings))) as client:
        asked: dict[str, Asked] = {
            "bare lookup": bare_embedded(settings) if embedded else bare_elastic(settings),
            "port": lambda text: service.engine.suggest(text, KINDS, SIZE),
            "api": lambda text: client.get("/api/v1/suggest", params={"q": text}),
            "list": lambda text: service.engine.browse("title", text, "forward", 30),
        }
        timed(asked, typed[: len(LENGTHS)])
        times = timed(asked, typed)
    print(f"{service.engine.health().documents:,} documents, {len(typed)} beginnings of one to six letters")
    base = quantiles(times["bare lookup"], n=20)
    for name, taken in times.items():
        at = quantiles(taken, n=20)
        slowest = (
            f"slowest {max(taken):7.2f} ms   ratio to bare: p50 {at[9] / base[9]:.2f}, p95 {at[18] / base[18]:.2f}"
        )
        print(f"{name:12} p50 {at[9]:7.2f} ms   p95 {at[18]:7.2f} ms   {slowest}")


if __name__ == "__main__":
    main()
