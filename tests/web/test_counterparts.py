"""A subject in other languages, and the ways on from a record, as a reader meets them."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from discovery.catalog.record import Classification, Series
from discovery.search.counterparts import Counterpart, counterparts_fact
from tests.catalogues import SITE, publish, union
from tests.web.browsing import visit
from web.app import create_app

ECONOMICS = union(
    1,
    "Economics",
    subjects=("Economics",),
    series=(Series("Ilmu sosial"),),
    classifications=(Classification("ddc", "330"),),
)
COUNTERPARTS = (
    Counterpart("Ekonomi", "equivalent", "parallel", "", 2, 0.342, ("aaa", "bbb")),
    Counterpart("Keuangan <negara>", "related", "class", "", 3, 0.438, ("ddc 330",)),
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    records = (ECONOMICS, union(2, "Pengantar ekonomi", author=None, subjects=("Ekonomi",)))
    facts = [counterparts_fact("economics", COUNTERPARTS)]
    service = publish(tmp_path_factory.mktemp("counterparts"), records, facts=facts)
    with TestClient(create_app(service, SITE), follow_redirects=False) as client:
        yield client
    service.engine.close()


def test_one_click_includes_the_other_languages_and_another_takes_them_back(reader: TestClient) -> None:
    narrow = visit(reader, "/search?q=economics&in=subject&lang=en")
    assert narrow.texts(".hit h2") == ["Economics"]
    assert narrow.texts(".counterparts li") == ["Include: + Ekonomi", "Include: + Keuangan <negara>"]
    wide = narrow.click("Include them all")
    assert sorted(wide.texts(".hit h2")) == ["Economics", "Pengantar ekonomi"]
    assert wide.texts(".counterparts li") == ["Leave out: Ekonomi ×", "Include: + Keuangan <negara>"]
    assert wide.click("Search only what was typed").texts(".hit h2") == ["Economics"]


def test_narrowing_keeps_the_other_languages(reader: TestClient) -> None:
    wide = visit(reader, "/search?q=economics&in=subject&also=Ekonomi&lang=en")
    assert wide.submit("search", tick="Ekonomi").texts(".hit h2") == ["Pengantar ekonomi"]


def test_a_chosen_subject_is_widened_by_a_click(reader: TestClient) -> None:
    page = visit(reader, "/search?f.subject=Economics&lang=id")
    assert page.texts("ul.counterparts li") == ["Economics: sertakan juga Ekonomi"]
    assert sorted(page.click("sertakan juga").texts(".hit h2")) == ["Economics", "Pengantar ekonomi"]


def test_the_record_page_names_counterparts_and_leads_on(reader: TestClient) -> None:
    page = visit(reader, f"/record/{ECONOMICS.id}?lang=en")
    assert page.texts("section[aria-labelledby=counterparts] dt, section[aria-labelledby=counterparts] dd") == [
        "Economics",
        "Ekonomi",
        "Keuangan <negara> (related)",
    ]
    assert page.texts(".more-like-this dt, .more-like-this dd") == [
        "By this author",
        "Toer, Pramoedya Ananta",
        "On this subject",
        "Economics",
        "Libraries strong in this",
        "Economics",
        "In this series",
        "Ilmu sosial",
        "At this shelf",
        "330",
    ]
    assert page.texts(".similar > ul li") == ["Pengantar ekonomi Jakarta : Hasta Mitra, 1980"]


def test_the_api_says_why_and_how_to_include_and_undo(reader: TestClient) -> None:
    answer = reader.get("/api/v1/search?q=economics&in=subject").json()["counterparts"]
    address = "https://katalog.example/search?q=economics&in=subject"
    assert (answer["heading"], answer["all_url"], answer["undo_url"]) == ("economics", f"{address}&also=Ekonomi", "")
    assert answer["offers"][0] == {
        "text": "Ekonomi",
        "kind": "equivalent",
        "basis": "parallel",
        "scheme": "",
        "support": 2,
        "confidence": 0.342,
        "evidence": ["aaa", "bbb"],
        "url": f"{address}&also=Ekonomi",
        "included": False,
    }
    wide = reader.get("/api/v1/search?q=economics&in=subject&also=Ekonomi").json()
    assert (wide["total"], wide["counterparts"]["undo_url"]) == (2, address)
    assert "counterparts" not in reader.get("/api/v1/search?q=economics").json()


def test_the_api_gives_a_records_counterparts_and_similar_works(reader: TestClient) -> None:
    answer = reader.get(f"/api/v1/records/{ECONOMICS.id}").json()
    assert [(each["heading"], [one["text"] for one in each["counterparts"]]) for each in answer["counterparts"]] == [
        ("Economics", ["Ekonomi", "Keuangan <negara>"])
    ]
    assert [each["title"] for each in answer["similar"]] == ["Pengantar ekonomi"]
