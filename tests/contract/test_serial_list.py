"""The union list of serials: every serial once and in order, however it is asked for, on every engine."""

import csv
from collections.abc import Iterator
from io import StringIO

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from discovery.analysis.filing import numbers_by_size
from discovery.analysis.tokens import exact_key
from discovery.catalog.holding import Holding
from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import UnionRecord
from discovery.catalog.runs import parse_run
from discovery.search import serial_list
from discovery.search.params import Row, SearchParams, read_params
from discovery.search.serial_list import START, each_serial, list_serials, place_of, read_place
from discovery.search.service import SearchService
from tests.catalogues import SITE, union
from tests.contract.conftest import OpenIndex
from tests.contract.services import service_over
from web.app import create_app

# Titles of more than 24 letters that begin alike, one that is the beginning of others, and scripts after Latin.
LONG = [f"Statistik pertanian kabupaten {place}" for place in ("Aceh", "Biak", "Ciamis", "Demak", "Ende", "Fakfak")]
TITLES = ["Adat", "Indonesia", "Indonesia : majalah", "The Indies", *LONG, "Tempo", "Trubus 2", "Trubus 10", "Журнал"]


def held(library: str, run: str) -> Holding:
    return Holding(library, run=run, stretches=parse_run(run), confirmed="2026-11-20")


def serial(number: int, title: str, *holdings: Holding, **described: object) -> UnionRecord:
    codes = tuple(dict.fromkeys(each.library for each in holdings)) or ("id-amn",)
    nonfiling = 4 if title.startswith("The ") else 0
    record = union(number, title, libraries=codes, holdings=holdings or None, type="serial", **described)
    told = record.description
    filed = numbers_by_size(exact_key(title[nonfiling:]))
    return replace(record, description=replace(told, title=replace(told.title, nonfiling=nonfiling, sort=filed)))


POESTAKA = serial(
    1,
    "Pandji poestaka",
    held("id-nus", "1923-1930, 1940"),
    held("id-amn", "Th. 4 (1926)-1932"),
    identifiers=(Identifier("issn", "2085-1234"),),
)
CATALOGUE = (
    POESTAKA,
    serial(2, '=HYPERLINK("x")', held("id-nus", "v.3-7"), Holding("id-amn")),
    serial(3, "Lengkap", held("id-nus", "lengkap")),
    *(serial(number, title) for number, title in enumerate(TITLES, 10)),
    # The same title again: told apart by nothing but its id.
    serial(40, "Tempo"),
    union(90, "Indonesia dalam angka"),
)
ORDER = [
    "Adat", '=HYPERLINK("x")', "The Indies", "Indonesia", "Indonesia : majalah", "Lengkap", "Pandji poestaka", *LONG,
    "Tempo", "Tempo", "Trubus 2", "Trubus 10", "Журнал",
]  # fmt: skip


@pytest.fixture(scope="module")
def service(open_index: OpenIndex) -> Iterator[SearchService]:
    with service_over(open_index, CATALOGUE) as found:
        yield found


@pytest.fixture(scope="module")
def reader(service: SearchService) -> Iterator[TestClient]:
    with TestClient(create_app(service, SITE)) as client:
        yield client


def titles(found: Iterator[serial_list.ListedSerial]) -> list[str]:
    return [each.record.description.title.full for each in found]


@pytest.mark.parametrize("batch", [1, 2, 3, 5, 100])
def test_every_serial_is_listed_once_and_in_order_however_few_are_read_at_once(
    service: SearchService, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(serial_list, "_BATCH", batch)
    found = list(each_serial(service, SearchParams(), START, 2026))
    assert titles(iter(found)) == ORDER
    assert len({each.record.id for each in found}) == len(ORDER)


def test_the_list_is_in_filing_order(service: SearchService) -> None:
    page = list_serials(service, SearchParams(size=100), START, 2026)
    assert (titles(iter(page.serials)), page.total, page.left, page.following) == (ORDER, 18, 18, None)


@pytest.mark.parametrize(
    ("typed", "first", "left"),
    [
        ("", "Adat", 18),
        ("indonesia", "Indonesia", 15),
        ("The Indies", "The Indies", 16),
        ("pan", "Pandji poestaka", 12),
        ("Statistik pertanian kabupaten D", "Statistik pertanian kabupaten Aceh", 11),
        ("tz", "Журнал", 1),
    ],
)
def test_the_list_opens_at_what_was_typed(service: SearchService, typed: str, first: str, left: int) -> None:
    """Engines compare 24 bytes: of titles that begin alike for longer, all are shown."""
    page = list_serials(service, SearchParams(size=5), place_of(service, SearchParams(), typed), 2026)
    assert (titles(iter(page.serials))[0], page.left, page.total) == (first, left, len(ORDER))


@pytest.mark.parametrize("text", ["", "zz.1", "6b.-1", "6b", "6b6", "ff.0", "6b.999999", "\0.1", "6b" * 25 + ".1"])
def test_a_place_that_nobody_gave_is_a_place_all_the_same(service: SearchService, text: str) -> None:
    assert list_serials(service, SearchParams(), read_place(text), 2026).total == len(ORDER)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=indonesia", ["Indonesia", "Indonesia : majalah"]),
        ("q=dalam+angka", []),
        ("f.library=id-nus", ['=HYPERLINK("x")', "Lengkap", "Pandji poestaka"]),
        ("f.library=id-nus&f.type=book&x.type=serial&sort=newest&by=work", [ORDER[1], "Lengkap", "Pandji poestaka"]),
        ("q=tempo&year=1990-", []),
    ],
)
def test_the_list_is_that_of_a_search(service: SearchService, query: str, found: list[str]) -> None:
    params = read_params(tuple(pair.partition("=")[::2]) for pair in query.replace("+", " ").split("&"))  # type: ignore[misc]
    assert titles(iter(list_serials(service, params, START, 2026).serials)) == found


def test_libraries_are_counted_whichever_is_chosen(service: SearchService) -> None:
    chosen = read_params([("f.library", "id-nus")])
    page = list_serials(service, chosen, place_of(service, chosen, "p"), 2026, libraries=10)
    assert [(each.value, each.count) for each in page.libraries.buckets] == [("id-amn", 17), ("id-nus", 3)]
    assert (page.total, page.left) == (3, 1)


def test_the_api_gives_who_has_what_and_leads_through_the_whole_list(reader: TestClient) -> None:
    found, query, parts = [], "?size=7&lang=en", 0
    while query:
        answer = reader.get(f"/api/v1/serials{query}").json()
        found += answer["serials"]
        query, parts = answer["next"], parts + 1
    assert (parts, [each["id"] for each in found if each["title"] == "Pandji poestaka"]) == (3, [POESTAKA.id])
    assert len({each["id"] for each in found}) == len(found) == len(ORDER)
    (poestaka,) = reader.get("/api/v1/serials?q=poestaka&lang=en").json()["serials"]
    assert poestaka == {
        "id": POESTAKA.id,
        "title": "Pandji poestaka",
        "issn": ["2085-1234"],
        "place": "Jakarta",
        "publisher": "Hasta Mitra",
        "published": "1980",
        "carrier": "print",
        "unit": "year",
        "held": [{"first": 1923, "last": 1932}, {"first": 1940, "last": 1940}],
        "missing": [{"first": 1933, "last": 1939}],
        "libraries": [
            {
                "code": "id-nus",
                "name": "Perpustakaan Nusantara",
                "held": [{"first": 1923, "last": 1930}, {"first": 1940, "last": 1940}],
                "missing": [{"first": 1931, "last": 1939}],
                "only": [{"first": 1923, "last": 1925}, {"first": 1940, "last": 1940}],
                "continues": False,
                "statements": ["1923-1930, 1940"],
            },
            {
                "code": "id-amn",
                "name": "AMN Library",
                "held": [{"first": 1926, "last": 1932}],
                "missing": [],
                "only": [{"first": 1931, "last": 1932}],
                "continues": False,
                "statements": ["Th. 4 (1926)-1932"],
            },
        ],
        "url": f"https://katalog.example/record/{POESTAKA.id}",
    }


def test_the_table_has_a_row_a_serial_and_no_formula(reader: TestClient) -> None:
    answer = reader.get("/serials.csv?lang=en")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="serials.csv"'
    assert answer.text.startswith("\ufeffid,title,issn,")
    rows = {row["title"]: row for row in csv.DictReader(StringIO(answer.text.removeprefix("\ufeff")))}
    assert len(answer.text.splitlines()) == len(ORDER) + 1
    told = ("library_count", "held", "missing", "holdings", "only_holders", "not_stated")
    assert rows["Pandji poestaka"]["carrier"] == "print"
    assert {title: [rows[title][name] for name in told] for title in ("Pandji poestaka", "Lengkap", "Adat")} == {
        "Pandji poestaka": [
            "2",
            "1923-1932, 1940",
            "1933-1939",
            "Perpustakaan Nusantara: 1923-1930, 1940; AMN Library: 1926-1932",
            "Perpustakaan Nusantara: 1923-1925, 1940; AMN Library: 1931-1932",
            "",
        ],
        "Lengkap": ["1", "", "", "Perpustakaan Nusantara: lengkap", "Perpustakaan Nusantara", ""],
        "Adat": ["1", "", "", "", "AMN Library", "AMN Library"],
    }
    assert [rows["'=HYPERLINK(\"x\")"][name] for name in told] == [
        "2", "v.3-7", "", "Perpustakaan Nusantara: v.3-7", "", "AMN Library",
    ]  # fmt: skip


def test_the_table_is_that_of_a_search(reader: TestClient) -> None:
    rows = list(csv.DictReader(StringIO(reader.get("/serials.csv?q=indonesia&page=9").text.removeprefix("\ufeff"))))
    assert [row["title"] for row in rows] == ["Indonesia", "Indonesia : majalah"]


def test_a_long_query_is_listed_as_it_is_searched(service: SearchService) -> None:
    params = SearchParams(rows=(Row("statistik pertanian kabupaten demak"),))
    found = list_serials(service, params, START, 2026)
    assert titles(iter(found.serials)) == ["Statistik pertanian kabupaten Demak"]
