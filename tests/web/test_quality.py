"""The report on a library's records, and how fresh its holdings are told to be."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from discovery.catalog.holding import Holding
from discovery.catalog.ids import record_id
from discovery.catalog.quality import ASPECTS, Example, Found, Quality, Refused
from discovery.labels.translations import without_isolates
from discovery.search.partner_facts import Freshness, freshness_fact, quality_fact, suppliers_fact
from tests.catalogues import SITE, publish, union
from tests.web.browsing import visit
from web.app import create_app

REPORT = Quality(
    records=1200,
    having=tuple((aspect, 1199 if aspect == "title" else 300) for aspect in ASPECTS),
    problems=(Found("isbn-invalid", 3, (Example("17", "Bumi <manusia>"),)),),
    rejected=25,
    refused=(
        Refused("buku.mrc", 7, "0042", "no title: add one."),
        Refused("buku.mrc", 8, "", "this is no MARC record: only 12 bytes."),
    ),
)
OLD = Freshness(last_synced="2020-01-02T03:04:05+00:00", confirmed="2020-01-02", stale_after=30)


def pages(folder: Path, *facts: tuple[str, str]) -> TestClient:
    record = union(1, "Bumi manusia", libraries=("id-amn", "id-nus"))
    held = (
        Holding("id-amn", confirmed="2019-12-30", partner="id-amn"),
        Holding("id-nus", confirmed="2019-12-30", partner="pusat"),
    )
    members = tuple(replace(member, partner="id-amn", confirmed="2019-12-30") for member in record.members)
    service = publish(folder, [replace(record, holdings=held, members=members)], facts=facts)
    return TestClient(create_app(service, SITE), follow_redirects=False)


@pytest.fixture
def reader(tmp_path: Path) -> TestClient:
    return pages(
        tmp_path,
        freshness_fact("id-amn", OLD),
        quality_fact("id-amn", REPORT),
        suppliers_fact("id-nus", ["id-amn"]),
    )


@pytest.mark.parametrize(
    ("language", "title", "share", "sentence", "refused"),
    [
        (
            "en", "Quality of the records: AMN Library", "99.9%",
            "3 records: The ISBN's check digit is wrong: compare it with the book.",
            "25 records were refused in the last run",
        ),
        (
            "id", "Mutu cantuman: Perpustakaan AMN", "99,9%",
            "3 cantuman: Digit cek ISBN salah: cocokkan dengan bukunya.",
            "25 cantuman ditolak pada pengambilan terakhir",
        ),
    ],
)  # fmt: skip
def test_report_says_what_records_have_what_is_the_matter_and_what_was_refused(
    reader: TestClient, language: str, title: str, share: str, sentence: str, refused: str
) -> None:
    page = visit(reader, f"/libraries/id-amn/quality?lang={language}")
    assert page.texts("h1") == [title]
    assert page.texts("tbody tr td")[1] == share
    assert len(page.texts("tbody tr")) == len(ASPECTS)
    (problem, missing, _) = page.html.select("ul.problems > li")
    assert " ".join(problem.get_text().split()).startswith(sentence)
    assert refused in page.texts("section.quality p")
    assert "buku.mrc" in missing.get_text()
    assert missing.select_one("[lang=en]").get_text() == "no title: add one."  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "reasons"),
    [
        ("en", [("en", "no title: add one."), ("en", "this is no MARC record: only 12 bytes.")]),
        ("id", [("en", "no title: add one."), (None, "ini bukan cantuman MARC: hanya 12 bita.")]),
        ("ar", [("en", "no title: add one."), (None, "ليست هذه تسجيلة مارك: 12 بايت فقط.")]),
    ],
)
def test_why_a_record_was_refused_is_said_in_the_readers_language(
    reader: TestClient, language: str, reasons: list[tuple[str | None, str]]
) -> None:
    page = visit(reader, f"/libraries/id-amn/quality?lang={language}")
    told = page.html.select("ul.problems li > bdi:last-child")
    assert [(each.get("lang"), without_isolates(each.get_text())) for each in told] == reasons


def test_examples_lead_to_their_records(reader: TestClient) -> None:
    page = visit(reader, "/libraries/id-amn/quality?lang=en")
    (link,) = page.html.select("ul.problems ul a")
    assert link.get_text() == "Bumi <manusia>"
    assert link["href"] == f"/record/{record_id('id-amn', 'bibliographic', '17')}?lang=en"


def test_library_that_comes_with_another_partner_has_that_ones_report(reader: TestClient) -> None:
    assert visit(reader, "/libraries/id-nus/quality?lang=en").texts("h2") == ["AMN Library"]


def test_library_has_no_report_of_a_partner_of_its_code_who_speaks_for_another(tmp_path: Path) -> None:
    reports = [quality_fact("id-amn", replace(REPORT, records=7)), quality_fact("pusat", REPORT)]
    days = [
        freshness_fact("id-amn", Freshness("2026-11-20T00:00:00+00:00", "2026-11-20")),
        freshness_fact("pusat", OLD),
    ]
    client = pages(tmp_path, *reports, *days, suppliers_fact("id-nus", ["id-amn"]), suppliers_fact("id-amn", ["pusat"]))
    page = visit(client, "/libraries/id-amn/quality?lang=en")
    assert page.texts("h2") == ["pusat"]
    assert any("Jan 2, 2020" in text for text in visit(client, "/libraries/id-amn?lang=en").texts("dd"))


def test_library_page_leads_to_the_report_and_warns_past_the_partners_limit(reader: TestClient) -> None:
    page = visit(reader, "/libraries/id-amn?lang=en")
    assert "Jan 2, 2020, more than 30 days ago: ask before you go" in page.texts("dd")
    assert page.click("What they say").texts("h1") == ["Quality of the records: AMN Library"]


def test_record_page_tells_each_holdings_own_day_and_warns(reader: TestClient) -> None:
    page = visit(reader, "/search?q=bumi&lang=en").click("Bumi")
    assert page.texts(".confirmed") == [
        "confirmed Jan 2, 2020, more than 30 days ago: ask before you go",
        "confirmed Dec 30, 2019",
    ]


def test_library_without_a_report_says_so(tmp_path: Path) -> None:
    client = pages(tmp_path)
    assert "Nothing has been fetched for this library yet." in visit(client, "/libraries/id-amn/quality?lang=en").texts(
        "p"
    )
    assert client.get("/libraries/id-xyz/quality").status_code == 404
