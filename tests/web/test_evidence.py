"""The page that says why records are one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from discovery.catalog.record import UnionRecord
from discovery.labels.translations import without_isolates
from discovery.search.evidence import (
    ComparedPair,
    DecidedPair,
    GivenReason,
    ShownValue,
    Told,
    UnionEvidence,
    evidence_copy,
)
from tests.catalogues import SITE, publish, union
from tests.web.browsing import visit
from web.app import create_app

PAST = "bbbbbbbbbbbbb"
REASONS = (
    GivenReason("title-equal", 4.0, ("bumi <manusia>",)),
    GivenReason("year-near", -0.5, ("1980", "1981")),
    GivenReason("never-heard-of", 0.0),
)


@pytest.fixture
def both() -> UnionRecord:
    return replace(union(1, "Bumi manusia", libraries=("id-amn", "id-nus")), ids=(union(1, "").id, PAST))


@pytest.fixture
def pages(tmp_path: Path, both: UnionRecord) -> Iterator[TestClient]:
    alone = union(2, "Anak semua bangsa")
    first, second = (member.id for member in both.members)
    evidence = UnionEvidence(
        members=(Told(first, "Bumi manusia", "Jakarta, 1980"), Told(second, "Bumi <manusia>", extent="354 hlm.")),
        threshold=4.0,
        pairs=(ComparedPair(0, 1, same=True, score=9.3, reasons=REASONS),),
        shown=(ShownValue("title", "most", (0,), (0, 1)),),
        decided=(DecidedPair(first, PAST, same=False, why="Buku <guru>, bukan buku siswa"),),
    )
    service = publish(tmp_path, [both, alone], sources={both.id: (evidence_copy(evidence),)})
    with TestClient(create_app(service, SITE), follow_redirects=False) as client:
        yield client


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "Why are these one record?",
                "A librarian decided that they are two",
                "The reason given: Buku <guru>, bukan buku siswa",
                "as in 1: most records that say it agree",
                "1 and 2",
                "One edition: +9.3",
                "+4.0 The titles are the same: bumi <manusia>",
                "−0.5 The years are next to each other: 1980, 1981",
                "never-heard-of",
            ],
        ),
        (
            "id",
            [
                "Mengapa semua ini satu cantuman?",
                "+4,0 Judulnya sama: bumi <manusia>",
                "Satu edisi: +9,3",
                "Alasannya: Buku <guru>, bukan buku siswa",
            ],
        ),
    ],
)
def test_the_evidence_is_given_in_words(pages: TestClient, both: UnionRecord, language: str, said: list[str]) -> None:
    page = visit(pages, f"/record/{both.id}?lang={language}")
    evidence = page.click("one record?" if language == "en" else "satu cantuman?")
    text = " ".join(evidence.texts("main")[0].split())
    assert [each for each in said if each not in text] == []


def test_a_list_in_arabic_has_arabic_commas_and_a_record_its_arabic_name(tmp_path: Path, both: UnionRecord) -> None:
    first, second = (member.id for member in both.members)
    evidence = UnionEvidence(
        members=(Told(first, "Bumi manusia"), Told(second, "Bumi manusia")),
        threshold=4.0,
        pairs=(ComparedPair(0, 1, same=True, score=9.3, reasons=REASONS),),
        shown=(ShownValue("title", "all", (0, 1), (0, 1)),),
    )
    client = TestClient(create_app(publish(tmp_path, [both], sources={both.id: (evidence_copy(evidence),)}), SITE))
    record = visit(client, f"/record/{both.id}?lang=ar")
    told = without_isolates(record.texts(".members li")[0])
    assert told == "Perpustakaan AMN، التسجيلة 1، أُكِّد في 20\u200f/11\u200f/2026"
    page = record.click("تسجيلة واحدة")
    assert "كما في 1، 2: تتفق كل التسجيلات التي تذكره" in page.texts("main")[0]
    assert "1980، 1981" in page.texts("main")[0]


def test_a_record_without_a_number_of_its_own_shows_none(tmp_path: Path) -> None:
    two = union(1, "Bumi manusia", libraries=("id-amn", "id-nus"))
    hashed, numbered = two.members
    record = replace(two, members=(replace(hashed, source_id="sha256:fed383efca5a66842ddf724a59284c95"), numbered))
    evidence = UnionEvidence((Told(hashed.id, "Bumi"), Told(numbered.id, "Bumi")), 4.0, (), ())
    client = TestClient(create_app(publish(tmp_path, [record], sources={two.id: (evidence_copy(evidence),)}), SITE))
    page = visit(client, f"/record/{two.id}?lang=en")
    assert page.texts(".members li") == [
        "AMN Library, confirmed Nov 20, 2026",
        "Perpustakaan Nusantara, record 1, confirmed Nov 20, 2026",
    ]
    assert page.click("one record?").texts(".evidence ol > li") == [
        "AMN Library Bumi",
        "Perpustakaan Nusantara, record 1 Bumi",
    ]


def test_a_past_id_leads_to_the_evidence_of_the_record_that_answers_to_it(pages: TestClient, both: UnionRecord) -> None:
    answer = pages.get(f"/record/{PAST}/evidence")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/record/{both.id}/evidence")


def test_a_record_of_one_library_has_nothing_to_compare(pages: TestClient) -> None:
    alone = union(2, "").id
    assert pages.get(f"/record/{alone}/evidence").status_code == 404
    assert f"/record/{alone}/evidence" not in pages.get(f"/record/{alone}").text
