"""A serial's page: the timeline, and the same as a table."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from discovery.catalog.holding import Holding
from discovery.catalog.record import UnionRecord
from discovery.catalog.runs import parse_run
from discovery.catalog.union_list import listed_serial
from discovery.labels.labels import make_labels
from tests.catalogues import SITE, publish, union
from tests.web.browsing import Page, visit
from web.app import create_app
from web.i18n import make_words
from web.links import Links
from web.pages.timeline import Bar, Tick, timeline


def held(library: str, run: str) -> Holding:
    return Holding(library, run=run, stretches=parse_run(run), confirmed="2026-11-20")


def serial(*holdings: Holding) -> UnionRecord:
    record = union(1, "Pandji poestaka", libraries=("id-amn", "id-nus"), holdings=holdings)
    return replace(record, description=replace(record.description, type="serial"))


@pytest.fixture
def pages(tmp_path: Path) -> TestClient:
    record = serial(held("id-nus", "1923-1930, 1940"), held("id-amn", "Th. 4 (1926)-1932"))
    return TestClient(create_app(publish(tmp_path, [record]), SITE), follow_redirects=False)


def record_page(pages: TestClient, language: str) -> Page:
    found = visit(pages, f"/search?q=pandji&lang={language}")
    return found.click("Pandji")


def test_the_union_list_is_a_table_of_who_has_what(pages: TestClient) -> None:
    page = record_page(pages, "en")
    rows = [
        [" ".join(cell.get_text().split()) for cell in row.select("th, td:not([aria-hidden])")]
        for row in page.html.select("tbody tr")
    ]
    assert page.texts("#timeline") == ["Who holds which years"]
    assert page.texts(".timeline thead th:not([aria-hidden])") == ["Library", "Years held", "Missing", "Only here"]
    assert rows == [
        ["All libraries together", "1923–1932, 1940", "1933–1939", "–"],
        ["AMN Library", "1926–1932 Th. 4 (1926)-1932", "–", "1931–1932"],
        ["Perpustakaan Nusantara", "1923–1930, 1940", "1931–1939", "1923–1925, 1940"],
    ]
    assert "No library has 1933–1939." in page.texts(".timeline p")
    assert page.texts(".timeline a")[-1] == "Union list of serials"


def test_bars_are_drawn_without_inline_style_and_hidden_from_screen_readers(pages: TestClient) -> None:
    page = record_page(pages, "id")
    assert page.texts("#timeline") == ["Siapa memiliki tahun mana"]
    assert not page.html.select("[style]")
    drawn = page.html.select(".timeline svg")
    assert len(drawn) == 4
    assert all(svg.find_parent(attrs={"aria-hidden": "true"}) for svg in drawn)
    first = drawn[1].select("rect")
    assert [(bar["class"], bar["x"], bar["width"]) for bar in first] == [
        (["track"], "0", "100%"),
        (["held"], "0.00%", "55.56%"),
        (["held"], "94.44%", "5.56%"),
    ]


def test_the_timeline_is_measured_in_the_years_that_anybody_has() -> None:
    words = make_words(make_labels(SITE, "en"))
    listed = listed_serial(serial(held("id-nus", "1901-1950"), held("id-amn", "1941-2000")), 2026)
    drawn = timeline(listed, Links(SITE.url), words)
    assert drawn is not None
    assert (drawn.first, drawn.last, drawn.nobody) == ("1901", "2000", "")
    assert drawn.ticks == tuple(Tick(f"{year - 1901:.2f}%", str(year)) for year in (1940, 1960, 1980))
    assert drawn.lines[1].bars == (Bar("40.00%", "60.00%", "held"), Bar("50.00%", "50.00%", "only"))


def test_what_is_not_said_is_told_beside_the_table(tmp_path: Path) -> None:
    """A library that gives away its only volumes decides by this table."""
    record = serial(held("id-nus", "Th. 1-10 (1923-1932)"), held("id-amn", "Th. 9-10"), Holding("id-pbn"))
    pages = TestClient(create_app(publish(tmp_path, [record]), SITE), follow_redirects=False)
    page = record_page(pages, "en")
    assert page.texts(".timeline thead th:not([aria-hidden])")[-1] == "Nobody else names"
    assert page.texts(".timeline tbody td:last-child") == ["–", "–", "1923–1930"]
    assert page.texts(".timeline > p")[:2] == [
        f"Without saying which years or volumes: {page_name('id-pbn')}",
        "AMN Library: years worked out from volumes that stand beside theirs elsewhere.",
    ]


def test_the_many_statements_of_one_library_unfold_each_once(tmp_path: Path) -> None:
    """A magazine in sixty places of one university; "Current year only." is said by many of them."""
    said = ("1923-1930", "Current Year only", *(f"v.{year - 1922}({year})" for year in range(1931, 1941)))
    record = serial(*(held("id-nus", each) for each in (*said, "Current year only.")))
    pages = TestClient(create_app(publish(tmp_path, [record]), SITE), follow_redirects=False)
    [shown, folded] = record_page(pages, "en").texts(".timeline small")
    assert (*shown.split("; "), *folded.split("; ")) == said
    assert record_page(pages, "en").texts(".timeline summary") == ["4 more statements"]


def page_name(code: str) -> str:
    return make_labels(SITE, "en").library(code)


def test_a_book_and_a_serial_of_which_nothing_is_said_have_no_timeline(tmp_path: Path, bumi: UnionRecord) -> None:
    silent = serial(Holding("id-amn"), held("id-nus", "nomor terbaru"))
    pages = TestClient(create_app(publish(tmp_path, [bumi, with_id(silent)]), SITE), follow_redirects=False)
    assert visit(pages, "/search?q=bumi").click("Bumi").texts(".timeline") == []
    assert visit(pages, "/search?q=pandji").click("Pandji").texts(".timeline") == []


def with_id(record: UnionRecord) -> UnionRecord:
    other = union(2, "X")
    return replace(record, id=other.id, ids=other.ids)
