"""See and see also, from a list to a heading and from a record to its place in the list."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from discovery.catalog.contributor import Contributor
from discovery.engines.embedded.engine import EmbeddedEngine
from discovery.engines.embedded.writer import EmbeddedWriter
from discovery.search.results import Heading
from discovery.search.service import SearchService
from tests.catalogues import SITE, publish, union
from tests.web.browsing import visit
from web.app import create_app

MULTATULI = Contributor("Multatuli", "Multatuli", primary=True)
DEKKER = Heading("author", "dekker eduard", "dekker eduard", "Dekker, Eduard", "dekker eduard", see=("Multatuli",))


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Three records, and what an authority file says of one author."""
    folder = tmp_path_factory.mktemp("references")
    publish(
        folder,
        [
            union(1, "Max Havelaar", author=MULTATULI, subjects=("Kopi",)),
            union(2, "Minnebrieven", author=MULTATULI),
            union(3, "Bumi manusia"),
        ],
    ).engine.close()
    writer = EmbeddedWriter(folder)
    writer.current()
    (multatuli,) = writer.standing([("author", "multatuli")])
    assert multatuli is not None
    writer.write_headings([DEKKER, replace(multatuli, see_also=("Toer, Pramoedya Ananta",))])
    writer.publish()
    writer.close()
    service = SearchService(EmbeddedEngine(folder), SITE.libraries)
    with TestClient(create_app(service, SITE), follow_redirects=False) as client:
        yield client


def test_a_variant_leads_to_its_heading_and_not_to_an_empty_search(reader: TestClient) -> None:
    page = visit(reader, "/browse/author?lang=en")
    assert page.texts(".headings li") == [
        "Dekker, Eduard see Multatuli",
        "Multatuli 2 see also Toer, Pramoedya Ananta",
        "Toer, Pramoedya Ananta 1",
    ]
    assert page.texts(".headings li:first-child a") == ["Multatuli"]
    assert page.click("Multatuli").texts(".headings > li > a") == ["Multatuli", "Toer, Pramoedya Ananta"]


def test_a_list_opened_behind_its_last_heading_leads_back(reader: TestClient) -> None:
    page = visit(reader, "/browse/author?from=zzz&lang=en")
    assert page.texts(".headings li") == []
    assert len(page.click("Previous").texts(".headings li")) == 3


def test_a_records_headings_lead_to_their_place_in_the_lists(reader: TestClient) -> None:
    record = visit(reader, "/search?q=havelaar&lang=en").click("Max Havelaar")
    assert record.texts(".facts .browse") == ["in the list", "in the list"]
    assert [link["aria-label"] for link in record.html.select(".facts .browse")] == [
        "Multatuli in the list",
        "Kopi in the list",
    ]
    assert record.click("in the list").texts(".headings > li > a") == ["Multatuli", "Toer, Pramoedya Ananta"]


def test_the_api_tells_variants_with_their_headings(reader: TestClient) -> None:
    (line, *_) = reader.get("/api/v1/browse/author").json()["headings"]
    assert (line["text"], line["count"], line["see"], line["see_also"]) == ("Dekker, Eduard", 0, ["Multatuli"], [])
    (suggested,) = reader.get("/api/v1/suggest?q=dekk").json()["suggestions"]
    assert {name: suggested[name] for name in ("kind", "text", "count", "see")} == {
        "kind": "author",
        "text": "Dekker, Eduard",
        "count": 2,
        "see": "Multatuli",
    }
