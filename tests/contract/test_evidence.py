"""Why records are one, as JSON: what the page says in words, on every engine."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from discovery.api.app import create_standalone
from discovery.api.catalogue import PATH, open_catalogue
from discovery.search.engine import IndexWriter
from discovery.search.evidence import (
    ComparedPair,
    DecidedPair,
    GivenReason,
    ShownValue,
    Told,
    UnionEvidence,
    evidence_copy,
)
from discovery.search.service import SearchService
from tests.catalogues import SITE, union, write_catalogue
from tests.contract.conftest import OpenIndex

PAST, GONE = "bbbbbbbbbbbbb", "ccccccccccccc"
BOTH = replace(union(1, "Bumi manusia", libraries=("id-amn", "id-nus")), ids=(union(1, "").id, PAST))
ALONE = union(2, "Anak semua bangsa")
FIRST, SECOND = (member.id for member in BOTH.members)
REASONS = (GivenReason("title-equal", 4.0, ("bumi <manusia>",)), GivenReason("never-heard-of", -0.5))
EVIDENCE = UnionEvidence(
    members=(Told(FIRST, "Bumi manusia", "Jakarta, 1980"), Told(SECOND, "Bumi <manusia>", extent="354 hlm.")),
    threshold=4.0,
    pairs=(ComparedPair(0, 1, same=True, score=9.3, reasons=REASONS),),
    shown=(ShownValue("title", "most", (0,), (0, 1)), ShownValue("publication", "only", (0,), (0,))),
    decided=(DecidedPair(FIRST, PAST, same=False, why="Buku guru"),),
)


@pytest.fixture(scope="module")
def api(open_index: OpenIndex) -> Iterator[TestClient]:
    with open_index() as index:

        def put(writer: IndexWriter) -> None:
            write_catalogue(writer, (BOTH, ALONE), {BOTH.id: (evidence_copy(EVIDENCE),)})
            writer.write_facts([(f"gone:{GONE}", '{"title": "Larasati"}')])

        index.fill(put)
        app = create_standalone(open_catalogue(SearchService(index.engine(), SITE.libraries), SITE))
        with TestClient(app, base_url=f"http://testserver{PATH}", follow_redirects=False) as client:
            yield client


def test_the_evidence_is_given_with_codes_words_and_weights(api: TestClient) -> None:
    assert api.get(f"/records/{BOTH.id}/evidence?lang=en").json() == {
        "id": BOTH.id,
        "url": f"https://katalog.example/record/{BOTH.id}/evidence",
        "threshold": 4.0,
        "members": [
            {
                "id": FIRST,
                "partner": "id-amn",
                "name": "AMN Library",
                "source_id": "1",
                "title": "Bumi manusia",
                "published": "Jakarta, 1980",
                "edition": "",
                "extent": "",
            },
            {
                "id": SECOND,
                "partner": "id-nus",
                "name": "Perpustakaan Nusantara",
                "source_id": "1",
                "title": "Bumi <manusia>",
                "published": "",
                "edition": "",
                "extent": "354 hlm.",
            },
        ],
        "shown": [
            {
                "field": "title",
                "value": "Bumi manusia",
                "rule": "most",
                "label": "most records that say it agree",
                "given_by": [FIRST],
                "agreed_by": [FIRST, SECOND],
            },
            {
                "field": "publication",
                "value": "Jakarta : Hasta Mitra, 1980",
                "rule": "only",
                "label": "no other record says it",
                "given_by": [FIRST],
                "agreed_by": [FIRST],
            },
        ],
        "pairs": [
            {
                "records": [FIRST, SECOND],
                "same": True,
                "score": 9.3,
                "reasons": [
                    {
                        "code": "title-equal",
                        "label": "The titles are the same",
                        "weight": 4.0,
                        "values": ["bumi <manusia>"],
                    },
                    {"code": "never-heard-of", "label": "never-heard-of", "weight": -0.5, "values": []},
                ],
            }
        ],
        "decisions": [{"records": [FIRST, PAST], "same": False, "why": "Buku guru"}],
    }


@pytest.mark.parametrize(
    ("record_id", "status", "detail"),
    [
        (ALONE.id, 404, f"The record {ALONE.id} comes from one library's record alone: there is nothing to compare."),
        ("ddddddddddddd", 404, "There is no record ddddddddddddd."),
        ("nonsense", 404, "There is no record nonsense."),
        (GONE, 410, "No library holds “Larasati” any more."),
    ],
)
def test_what_has_no_evidence_says_why(api: TestClient, record_id: str, status: int, detail: str) -> None:
    answer = api.get(f"/records/{record_id}/evidence?lang=en")
    assert (answer.status_code, answer.json()["detail"]) == (status, detail)


def test_a_past_id_leads_to_the_evidence_of_the_record_that_answers_to_it(api: TestClient) -> None:
    moved = api.get(f"/records/{PAST}/evidence?lang=en")
    assert (moved.status_code, moved.headers["location"]) == (308, f"../{BOTH.id}/evidence?lang=en")
    followed = api.get(f"/records/{PAST}/evidence?lang=en", follow_redirects=True)
    assert followed.json() == api.get(f"/records/{BOTH.id}/evidence?lang=en").json()
