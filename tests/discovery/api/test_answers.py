"""What the JSON API answers, over a real embedded engine."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from discovery.api.app import create_api
from discovery.api.catalogue import open_catalogue
from discovery.api.present_hits import facet_page
from discovery.catalog.contributor import Contributor
from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Title
from discovery.labels.labels import make_labels
from discovery.search.params import SearchParams
from discovery.search.results import Bucket, Facet
from tests.catalogues import SITE, publish, union

MAX_LANE = Contributor("Lane, Max", "Max Lane", roles=("trl",))
BUMI = union(
    1,
    Title("Bumi manusia", "sebuah roman"),
    libraries=("id-amn", "id-nus"),
    subjects=("Fiksi Indonesia",),
    identifiers=(Identifier("isbn", "9789799731234"),),
)
ANAK = union(2, "Anak semua bangsa", subjects=("Fiksi Indonesia", "Nasionalisme"), year=1981)
EARTH = union(3, "This earth of mankind", author=MAX_LANE, languages=("en",), year=1996, carrier="online")
GONE = "aaaaaaaaaaaaa"
PAST = "bbbbbbbbbbbbb"


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    moved = replace(EARTH, ids=(EARTH.id, PAST))
    facts = [(f"gone:{GONE}", json.dumps({"title": "Buku yang hilang"}))]
    service = publish(tmp_path_factory.mktemp("api"), [BUMI, ANAK, moved], facts=facts)
    with TestClient(create_api(open_catalogue(service, SITE)), follow_redirects=False) as client:
        yield client


def test_a_search_answers_with_exactly_the_contracts_keys(api: TestClient) -> None:
    answer = api.get("/search", params={"q": "bumi manusia", "lang": "en"}).json()
    answer.pop("took_ms")
    facets = answer.pop("facets")
    assert answer == {
        "query": "bumi manusia",
        "understood": answer["understood"],
        "notes": [],
        "total": 1,
        "works": None,
        "page": 1,
        "size": 20,
        "hits": [
            {
                "id": BUMI.id,
                "title": "Bumi manusia : sebuah roman",
                "authors": ["Toer, Pramoedya Ananta"],
                "published": "Jakarta : Hasta Mitra, 1980",
                "year": 1980,
                "type": "book",
                "carrier": "print",
                "languages": ["id"],
                "subjects": ["Fiksi Indonesia"],
                "isbns": ["9789799731234"],
                "libraries": [
                    {"code": "id-amn", "name": "AMN Library", "call_number": "899 1"},
                    {"code": "id-nus", "name": "Perpustakaan Nusantara", "call_number": "899 1"},
                ],
                "library_count": 2,
                "highlights": {"title": "<mark>Bumi</mark> <mark>manusia</mark> : sebuah roman"},
                "url": f"https://katalog.example/record/{BUMI.id}",
            }
        ],
        "suggestions": answer["suggestions"],
    }
    assert facets["library"] == {
        "label": "Library",
        "more": False,
        "buckets": [
            {"value": "id-amn", "label": "AMN Library", "count": 1, "selected": False},
            {"value": "id-nus", "label": "Perpustakaan Nusantara", "count": 1, "selected": False},
        ],
    }


def test_a_hit_has_title_and_names_in_their_own_script_where_the_catalogue_has_them(tmp_path: Path) -> None:
    ghazali = Contributor("Ghazzālī", "Ghazzālī", original="الغزالي", primary=True)
    title = Title("Iḥyāʾ ʿulūm al-dīn", original="إحياء علوم الدين")
    revival = union(4, title, contributors=(ghazali, MAX_LANE), languages=("ar",))
    api = TestClient(create_api(open_catalogue(publish(tmp_path, [EARTH, revival]), SITE)))
    (plain,) = api.get("/search?q=earth").json()["hits"]
    (both,) = api.get("/search?q=ihya").json()["hits"]
    assert set(both) - set(plain) == {"original_title", "original_authors"}
    assert (both["original_title"], both["original_authors"]) == ("إحياء علوم الدين", ["الغزالي", ""])
    assert both["authors"] == ["Ghazzālī", "Lane, Max"]


def test_facets_are_in_the_contracts_order_and_the_readers_language(api: TestClient) -> None:
    facets = api.get("/search", params={"lang": "id"}).json()["facets"]
    assert {name: facet["label"] for name, facet in facets.items()} == {
        "library": "Perpustakaan",
        "author": "Pengarang",
        "subject": "Subjek",
        "type": "Jenis",
        "carrier": "Bentuk",
        "language": "Bahasa",
        "year": "Tahun",
        "class": "Klasifikasi",
        "place": "Tempat terbit",
        "about": "Tempat atau bangsa sebagai subjek",
        "audience": "Pembaca",
        "online": "Akses daring",
        "translation": "Terjemahan",
    }
    assert [each["label"] for each in facets["language"]["buckets"]] == ["Indonesia", "Inggris"]
    assert [each["label"] for each in facets["carrier"]["buckets"]] == ["Tercetak", "Daring"]


@pytest.mark.parametrize(("offset", "more"), [(0, True), (9_500, True), (9_501, False), (10_000, False)])
def test_who_follows_a_facet_comes_to_its_end(offset: int, more: bool) -> None:
    """A further offset would be clamped, and give the same values for ever."""
    facet = Facet("author", (Bucket("toer", 1),), more=True)
    page = facet_page(facet, SearchParams(), make_labels(SITE, "en"), offset=offset, size=500)
    assert (page.more, page.offset) == (more, offset)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({"q": "toer", "in": "author", "sort": "oldest"}, ["Bumi manusia : sebuah roman", "Anak semua bangsa"]),
        ({"q": "toer", "in": "author", "q2": "nasionalisme", "in2": "subject"}, ["Anak semua bangsa"]),
        ({"f.library": "id-nus"}, ["Bumi manusia : sebuah roman"]),
        ({"x.library": "id-nus", "sort": "newest"}, ["This earth of mankind", "Anak semua bangsa"]),
        ({"year": "1981-1999", "sort": "oldest"}, ["Anak semua bangsa", "This earth of mankind"]),
        ({"sort": "title", "size": "1", "page": "2"}, ["Bumi manusia : sebuah roman"]),
    ],
)
def test_parameters_choose_what_is_found(api: TestClient, query: dict[str, str], titles: list[str]) -> None:
    assert [hit["title"] for hit in api.get("/search", params=query).json()["hits"]] == titles


@pytest.mark.parametrize(
    "query",
    ["size=-1", "size=9999", "page=x", "year=x-y", "sort=wrong", "f.nix=1", "by=pile", "in=heap", "q=%00%ff&lang=zz"],
)
def test_a_bad_value_is_never_an_error(api: TestClient, query: str) -> None:
    assert api.get(f"/search?{query}").status_code == 200


def test_a_changed_value_is_noted_in_the_readers_language(api: TestClient) -> None:
    assert api.get("/search?size=500&lang=id").json()["notes"] == [
        "“500” bukan nilai yang mungkin untuk “size”; dipakai “100”."
    ]


def test_explain_adds_the_reasons_and_nothing_else_does(api: TestClient) -> None:
    (plain,) = api.get("/search?q=bumi").json()["hits"]
    (explained,) = api.get("/search?q=bumi&explain=1").json()["hits"]
    assert "explanation" not in plain
    assert set(explained) - set(plain) == {"ranking", "explanation"}
    (told,) = api.get("/search?q=bumi&explain=1&lang=en").json()["hits"]
    assert [explained["ranking"][1], told["ranking"][1]] == ["“bumi”: judul.", "“bumi”: title."]


def test_a_record_lists_members_and_holdings(api: TestClient) -> None:
    answer = api.get(f"/records/{BUMI.id}?lang=id").json()
    assert answer["members"] == [
        {"id": member.id, "partner": member.partner, "source_id": "1", "confirmed": "2026-11-20"}
        for member in BUMI.members
    ]
    assert [(each["name"], each["call_number"], each["copies"]) for each in answer["holdings"]] == [
        ("Perpustakaan AMN", "899 1", None),
        ("Perpustakaan Nusantara", "899 1", None),
    ]
    assert answer["title"]["full"] == "Bumi manusia : sebuah roman"
    assert answer["languages"] == [{"code": "id", "name": "Indonesia"}]


def test_a_past_id_leads_to_the_record_that_has_it_now(api: TestClient) -> None:
    answer = api.get(f"/records/{PAST}?lang=id")
    assert (answer.status_code, answer.headers["location"]) == (308, f"{EARTH.id}?lang=id")


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/records/ccccccccccccc", 404, "Tidak ada cantuman ccccccccccccc."),
        (f"/records/{GONE}", 410, "Tidak ada lagi perpustakaan yang memiliki “Buku yang hilang”."),
        ("/facets/nix", 404, None),
        ("/browse/nix", 404, "Tidak ada daftar nix; yang ada author, title, subject, call_number."),
        ("/nix", 404, "There is nothing at /nix."),
    ],
)
def test_errors_are_problem_details(api: TestClient, path: str, status: int, detail: str | None) -> None:
    answer = api.get(path)
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, problem["status"], problem["instance"]) == (status, status, path)
    assert detail is None or problem["detail"] == detail
    assert problem["type"] == "about:blank"


def test_writing_is_refused_as_a_problem(api: TestClient) -> None:
    answer = api.post("/search")
    assert (answer.status_code, answer.json()["detail"]) == (405, "The catalogue is only read: use GET.")
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_suggestions_are_headings_with_counts_and_links(api: TestClient) -> None:
    assert api.get("/suggest?q=TOÉR").json() == {
        "query": "TOÉR",
        "suggestions": [
            {
                "kind": "author",
                "text": "Toer, Pramoedya Ananta",
                "count": 2,
                "see": "",
                "url": "https://katalog.example/search?q=%22%5EToer%2C+Pramoedya+Ananta%24%22&in=author",
            }
        ],
    }
    assert [each["text"] for each in api.get("/suggest?q=a&kind=title").json()["suggestions"]] == ["Anak semua bangsa"]
    assert api.get("/suggest?q=").json() == {"query": "", "suggestions": []}


def test_a_list_is_leafed_through_in_both_directions(api: TestClient) -> None:
    def texts(path: str) -> tuple[list[str], str | None, str | None]:
        page = api.get(path).json()
        return [each["text"] for each in page["headings"]], page["previous"], page["next"]

    first, none_before, following = texts("/browse/title?size=2")
    second, previous, none_after = texts(f"/browse/title{following}")
    back, _, forth = texts(f"/browse/title{previous}")
    assert (first, second, back) == (
        ["Anak semua bangsa", "Bumi manusia : sebuah roman"],
        ["This earth of mankind"],
        ["Anak semua bangsa", "Bumi manusia : sebuah roman"],
    )
    assert (none_before, none_after, forth) == (None, None, following)


def test_a_list_opens_at_what_was_typed(api: TestClient) -> None:
    page = api.get("/browse/subject?from=NAS").json()
    assert [each["text"] for each in page["headings"]] == ["Nasionalisme"]


def test_a_facet_can_be_read_further_down_and_by_its_beginning(api: TestClient) -> None:
    first = api.get("/facets/subject?size=1&lang=en").json()
    assert first == {
        "label": "Subject",
        "more": True,
        "buckets": [{"value": "Fiksi Indonesia", "label": "Fiksi Indonesia", "count": 2, "selected": False}],
        "facet": "subject",
        "offset": 0,
        "size": 1,
    }
    assert [each["value"] for each in api.get("/facets/subject?prefix=nas").json()["buckets"]] == ["Nasionalisme"]


def test_libraries_tell_what_they_hold(api: TestClient) -> None:
    libraries = api.get("/libraries?lang=en").json()["libraries"]
    assert [(each["code"], each["name"], each["records"]) for each in libraries] == [
        ("id-amn", "AMN Library", 3),
        ("id-nus", "Perpustakaan Nusantara", 1),
    ]
    terms = ("lending", "borrow_with", "reading_room", "interlending", "librarian")
    assert [libraries[0][name] for name in terms] == ["Reading room only", "", False, False, ""]


def test_facets_are_left_out_on_request(api: TestClient) -> None:
    """For who shows hits only: a widget on a weak link."""
    whole = api.get("/search", params={"q": "bumi", "lang": "en"}).json()
    lean = api.get("/search", params={"q": "bumi", "lang": "en", "facets": "0"}).json()
    assert len(whole["facets"]) > 10
    assert lean == whole | {"facets": {}, "took_ms": lean["took_ms"]}


@pytest.mark.parametrize(("libraries", "counts"), [((), [2]), (("id-nus",), [1]), (("tidak-ada",), [])])
def test_what_is_offered_within_a_library_is_counted_there(
    api: TestClient, libraries: tuple[str, ...], counts: list[int]
) -> None:
    answer = api.get("/suggest", params={"q": "toer", "f.library": libraries}).json()
    assert [(each["text"], each["count"]) for each in answer["suggestions"]] == [
        ("Toer, Pramoedya Ananta", count) for count in counts
    ]
