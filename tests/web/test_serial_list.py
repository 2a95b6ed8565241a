"""The union list of serials as a page: read, narrowed, leafed through, and reached from where it is looked for."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from discovery.catalog.holding import Holding
from discovery.catalog.publication import Publication
from discovery.catalog.record import Carrier, UnionRecord
from discovery.catalog.runs import parse_run
from tests.catalogues import SITE, publish, union
from tests.web.browsing import Page, visit
from web.app import create_app


def held(library: str, run: str = "") -> Holding:
    return Holding(library, run=run, stretches=parse_run(run), confirmed="2026-11-20")


def serial(
    number: int, title: str, *holdings: Holding, last_year: int | None = None, carrier: Carrier = "print"
) -> UnionRecord:
    codes = tuple(dict.fromkeys(each.library for each in holdings))
    record = union(number, title, libraries=codes, holdings=holdings, type="serial", carrier=carrier)
    publication = Publication("Batavia", "Kolff", "1923-", 1923, last_year)
    return replace(record, description=replace(record.description, publication=publication))


@pytest.fixture
def pages(tmp_path: Path) -> TestClient:
    records = [
        serial(1, "Pandji poestaka", held("id-nus", "1923-1930, 1940"), held("id-amn", "Th. 4 (1926)-1932")),
        serial(2, "Sri poestaka", held("id-nus", "v.1-3, v.7"), held("id-amn")),
        serial(3, "Volksalmanak", held("id-amn", "1923-"), last_year=1930),
        serial(4, "Kedjawen", held("id-nus"), held("id-amn")),
        serial(5, "Bode", held("id-nus"), carrier="microform"),
        serial(6, "Adatrechtbundels", held("id-nus", "1910-1911"), held("id-amn", "lengkap")),
        union(9, "Buku poestaka"),
    ]
    return TestClient(create_app(publish(tmp_path, records), SITE), follow_redirects=False)


def entries(page: Page) -> dict[str, list[str]]:
    """What is said under each title."""
    said = {}
    for entry in page.html.select(".union-list > li"):
        title, *rest = entry.select("h2, p, li")
        said[title.get_text()] = [" ".join(each.get_text().split()) for each in rest]
    return said


def test_each_serial_says_who_has_what_what_nobody_has_and_who_alone_has_it(pages: TestClient) -> None:
    page = visit(pages, "/serials?lang=en")
    assert entries(page) == {
        "Adatrechtbundels": [
            "Batavia : Kolff, 1923-",
            "All libraries together: 1910–1911",
            "AMN Library: lengkap",
            "Perpustakaan Nusantara: 1910–1911 · nobody else names 1910–1911",
        ],
        "Bode": [
            "Batavia : Kolff, 1923- · Microform",
            "Only in Perpustakaan Nusantara, without saying which years or volumes",
        ],
        "Kedjawen": [
            "Batavia : Kolff, 1923-",
            "Without saying which years or volumes: AMN Library, Perpustakaan Nusantara",
        ],
        "Pandji poestaka": [
            "Batavia : Kolff, 1923-",
            "All libraries together: 1923–1932, 1940 · No library has 1933–1939.",
            "AMN Library: 1926–1932 · only here: 1931–1932",
            "Perpustakaan Nusantara: 1923–1930, 1940 · lacks 1931–1939 · only here: 1923–1925, 1940",
        ],
        "Sri poestaka": [
            "Batavia : Kolff, 1923-",
            "Perpustakaan Nusantara: volumes 1–3, 7 · lacks 4–6",
            "Without saying which years or volumes: AMN Library",
        ],
        "Volksalmanak": ["Batavia : Kolff, 1923-[1930]", "AMN Library: 1923–1930 · only here"],
    }


def test_years_that_stand_behind_volumes_are_told_with_these(tmp_path: Path) -> None:
    record = serial(1, "Djåwå", held("id-nus", "v.1-21 (1921-1941)"), held("id-amn", "Jrg. 1-15"))
    pages = TestClient(create_app(publish(tmp_path, [record]), SITE), follow_redirects=False)
    assert entries(visit(pages, "/serials?lang=en"))["Djåwå"][-2:] == [
        "AMN Library: 1921–1935 (Jrg. 1-15)",
        "Perpustakaan Nusantara: 1921–1941 · only here: 1936–1941",
    ]
    assert "AMN Library: 1921-1935 (Jrg. 1-15)" in pages.get("/serials.csv?lang=en").text


def test_a_serial_whose_years_are_only_coded_has_them_in_all_forms_of_the_list(tmp_path: Path) -> None:
    """The table and the API left them empty, and the page dated a magazine that still appears by its first year."""
    record = serial(1, "Kajawen", held("id-nus", "1926-"))
    told = replace(record.description, publication=Publication("Batavia", "Kolff", "", 1926))
    pages = TestClient(create_app(publish(tmp_path, [replace(record, description=told)]), SITE), follow_redirects=False)
    assert entries(visit(pages, "/serials?lang=en"))["Kajawen"][0] == "Batavia : Kolff, 1926-"
    assert ",Batavia,Kolff,1926-,print," in pages.get("/serials.csv?lang=en").text
    assert pages.get("/api/v1/serials").json()["serials"][0]["published"] == "1926-"


def test_the_list_is_narrowed_by_its_form_and_widened_again(pages: TestClient) -> None:
    page = visit(pages, "/serials?lang=en").submit("serials", q="poestaka", **{"f.library": "id-amn"})
    assert list(entries(page)) == ["Pandji poestaka", "Sri poestaka"]
    assert page.texts(".constraints a") == ["Remove: Library: AMN Library ×"]
    assert page.texts("option[selected]")[-1] == "AMN Library (2)"
    assert list(entries(page.click("Show all"))) == list(entries(visit(pages, "/serials?lang=en")))
    assert page.click("The same as a search").texts(".hit h2") == ["Pandji poestaka", "Sri poestaka"]
    assert len(pages.get(str(page.html.select(".downloads a")[0]["href"])).text.splitlines()) == 3


def test_the_list_is_leafed_through_from_where_it_was_opened(pages: TestClient) -> None:
    page = visit(pages, "/serials?lang=en&size=2&from=k")
    assert (list(entries(page)), page.texts("main > p")[0]) == (
        ["Kedjawen", "Pandji poestaka"],
        "4 of 6 serials, from “k” on · Show all",
    )
    following = page.click("Next")
    assert (list(entries(following)), following.texts(".here")) == (["Sri poestaka", "Volksalmanak"], ["Page 2 of 2"])
    assert list(entries(following.click("Previous"))) == list(entries(page))


def test_a_list_without_serials_says_so(pages: TestClient) -> None:
    page = visit(pages, "/serials?lang=en&q=buku")
    assert (entries(page), page.texts("main > p")) == (
        {},
        ["0 serials · Show all", "The list has nothing here. The same as a search"],
    )


@pytest.mark.parametrize(
    ("address", "link", "found"),
    [
        ("/libraries", "Union list of serials", 6),
        ("/libraries/id-amn", "Union list of serials", 5),
        ("/help", "Union list of serials", 6),
        ("/search?q=poestaka&f.type=serial&sort=newest", "Union list of these serials", 2),
    ],
)
def test_the_list_is_reached_from_where_it_is_looked_for(
    pages: TestClient, address: str, link: str, found: int
) -> None:
    page = visit(pages, f"{address}{'&' if '?' in address else '?'}lang=en").click(link)
    assert len(entries(page)) == found


def test_a_search_for_more_than_serials_leads_to_no_list(pages: TestClient) -> None:
    assert pages.get("/search?q=poestaka&f.type=serial&f.type=book").text.count("/serials") == 0


@pytest.mark.parametrize(
    "query", ["from=" + "x" * 5000, "at=%00", "page=99999999", "f.nix=1&q=%22(((", "from=%F0%9F%98%80"]
)
def test_odd_addresses_are_answered(pages: TestClient, query: str) -> None:
    assert pages.get(f"/serials?{query}").status_code == 200
    assert pages.get(f"/serials.csv?{query}").status_code == 200
    assert pages.get(f"/api/v1/serials?{query}").status_code == 200
