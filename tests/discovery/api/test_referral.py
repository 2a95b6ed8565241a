"""Which libraries are strongest in what is searched for, as JSON."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from discovery.api.app import create_standalone
from discovery.api.catalogue import PATH, open_catalogue
from tests.catalogues import SITE, publish, union


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """On Padi the academy has three, one of them alone; the national library has two, and one that is newest."""
    records = [
        union(1, "Padi sawah", libraries=("id-amn", "id-nus"), subjects=("Padi",), year=1999),
        union(2, "Padi gogo", libraries=("id-amn",), subjects=("Padi",), year=1975),
        union(3, "Padi hitam", libraries=("id-amn", "id-xyz"), subjects=("Padi",), year=1980),
        union(4, "Padi merah", libraries=("id-nus",), subjects=("Padi",), year=2012),
        union(5, "Kota", libraries=("id-nus",), subjects=("Kota",), year=2020),
    ]
    service = publish(tmp_path_factory.mktemp("referral"), records)
    app = create_standalone(open_catalogue(service, SITE))
    with TestClient(app, base_url=f"http://testserver{PATH}") as client:
        yield client


def test_libraries_come_with_their_numbers_and_whom_to_ask(api: TestClient) -> None:
    answer = api.get("/search/libraries?q=padi&in=subject&lang=en").json()
    assert {name: value for name, value in answer.items() if name != "libraries"} == {
        "query": "padi",
        "understood": "subject: padi",
        "notes": [],
        "total": 4,
        "order": "titles",
    }
    assert answer["libraries"][0] == {
        "code": "id-amn",
        "name": "AMN Library",
        "titles": 3,
        "unique": 1,
        "newest": 1999,
        "librarian": "",
        "contact": "",
        "lending": "Reading room only",
        "borrow_with": "",
        "reading_room": False,
        "interlending": False,
        "url": "https://katalog.example/libraries/id-amn",
        "search_url": "https://katalog.example/search?q=padi&in=subject&f.library=id-amn&lang=en",
    }


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("order=titles", ["id-amn", "id-nus", "id-xyz"]),
        ("order=newest", ["id-nus", "id-amn", "id-xyz"]),
        ("order=unique", ["id-amn", "id-nus", "id-xyz"]),
        ("order=upwards", ["id-amn", "id-nus", "id-xyz"]),
        ("size=1", ["id-amn"]),
        ("size=0", ["id-amn"]),
        ("f.library=id-nus", ["id-amn", "id-nus", "id-xyz"]),
        ("year=2000-", ["id-nus"]),
        ("q=zzzqqq&verbatim=1", []),
    ],
)
def test_the_order_and_the_number_are_the_askers(api: TestClient, query: str, codes: list[str]) -> None:
    words = "" if "q=" in query else "q=padi&in=subject&"
    answer = api.get(f"/search/libraries?{words}{query}").json()
    assert [each["code"] for each in answer["libraries"]] == codes
