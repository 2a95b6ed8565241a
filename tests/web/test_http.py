"""The pages as HTTP: languages, headers, caching and errors."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fastapi import FastAPI
from msgspec.structs import replace
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from discovery.catalog.library import Translated
from discovery.catalog.record import UnionRecord
from discovery.engines.embedded.engine import EmbeddedEngine
from discovery.search import fields
from discovery.search.service import SearchService
from tests.catalogues import SITE, publish, union
from tests.web.browsing import Page, visit
from tests.web.conftest import GONE
from web.app import create_app

PATHS = (
    "/",
    "/search?q=jejak&f.library=id-amn",
    "/search?q=xyzzyqqq",
    "/search/facet/subject",
    "/libraries",
    "/libraries/id-amn",
    "/libraries?by=kind&kind=academic",
    "/search/libraries?q=jejak",
    "/search/libraries",
    "/browse/author",
    "/help",
    "/offline",
)


@pytest.mark.parametrize(
    ("asked", "accepted", "spoken"),
    [
        ("en", "id", "en"),
        ("", "en-GB,en;q=0.9,id;q=0.1", "en"),
        ("", "fr;q=1, id;q=0.5, en;q=0.4", "id"),
        ("", "fr, de;q=nonsense", "id"),
        ("xx", "", "id"),
        ("", "en;q=0, id", "id"),
    ],
)
def test_the_language_is_the_links_then_the_browsers_then_the_sites(
    reader: TestClient, asked: str, accepted: str, spoken: str
) -> None:
    answer = reader.get("/", params={"lang": asked} if asked else {}, headers={"Accept-Language": accepted})
    assert BeautifulSoup(answer.text, "html.parser").html["lang"] == spoken
    assert "Accept-Language" in answer.headers["vary"]


def test_a_chosen_language_goes_along_and_the_other_is_one_click_away(reader: TestClient) -> None:
    page = visit(reader, "/search?q=jejak&page=2&lang=en")
    assert page.click("Libraries").texts("h1") == ["Libraries"]
    other = page.click("Bahasa Indonesia")
    assert (other.texts(".pager span"), other.html.html["lang"]) == (["Halaman 2 dari 2"], "id")


@pytest.mark.parametrize("path", PATHS)
def test_every_page_has_a_title_landmarks_and_one_first_heading(reader: TestClient, path: str) -> None:
    page = visit(reader, path)
    assert page.texts("title")[0].endswith("Katalog Uji")
    assert [len(page.html.select(each)) for each in ("h1", "main", "header.site", "nav", "footer", "[role=search]")][
        :3
    ] == [1, 1, 1]
    assert unlabelled(page) == []
    ids = [element["id"] for element in page.html.select("[id]")]
    assert len(ids) == len(set(ids))


def unlabelled(page: Page) -> list[str]:
    """Form fields that a screen reader couldn't name."""
    labelled = {label["for"] for label in page.html.select("label[for]")}
    fields = page.html.select("input:not([type=hidden]), select")
    return [
        str(field)
        for field in fields
        if field.get("id") not in labelled and not field.get("aria-label") and not field.find_parent("label")
    ]


@pytest.mark.parametrize("path", [*PATHS, "/nix", "/api/v1/search", "/api/v1/docs", "/robots.txt", "/opensearch.xml"])
def test_every_answer_forbids_what_we_do_not_need(reader: TestClient, path: str) -> None:
    headers = reader.get(path).headers
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert {"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"} <= set(policy.split("; "))
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")


@pytest.mark.parametrize("path", PATHS)
def test_no_page_needs_another_host_or_carries_script_or_style(reader: TestClient, path: str) -> None:
    page = visit(reader, path)
    loaded = page.html.select("[src], link[rel=stylesheet], link[rel=icon]")
    assert loaded
    assert [each for each in loaded if not str(each.get("src", each.get("href"))).startswith("/static/")] == []
    assert page.html.select("script:not([src]), style, [style], [onclick], [onload]") == []


def test_a_result_page_is_small(reader: TestClient) -> None:
    assert len(reader.get("/search?q=jejak").content) < 60_000


def test_what_was_typed_is_never_markup(reader: TestClient) -> None:
    page = visit(reader, '/search?q="><script>alert(1)</script>&f.author=<b>&lang=en')
    assert page.html.select("script:not([src]), .constraints bdi b") == []
    assert page.html.select_one("#q")["value"] == '"><script>alert(1)</script>'


def test_a_page_is_sent_once_and_then_confirmed(reader: TestClient) -> None:
    first = reader.get("/search?q=jejak")
    again = reader.get("/search?q=jejak", headers={"If-None-Match": first.headers["etag"]})
    other = reader.get("/search?q=jejak&lang=en", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content, other.status_code) == (200, 304, b"", 200)
    assert first.headers["cache-control"] == "no-cache"


def test_settings_that_changed_are_seen_at_the_next_visit(tmp_path: Path) -> None:
    """The catalogue is started again with other opening hours, another name and another site that may show its box."""
    service = publish(tmp_path, [union(1, "Bumi manusia")])
    library = replace(SITE.libraries[0], hours=Translated((("id", "Senin sampai Jumat"),)))
    site = replace(SITE, libraries=(library,))
    named = replace(SITE, name=Translated((("id", "Katalog Baru"),)))
    with TestClient(create_app(service, SITE)) as before:
        paths = ("/libraries/id-amn", "/offline", "/worker.js", "/widget")
        kept = {path: before.get(path).headers["etag"] for path in paths}
        worker = before.get("/worker.js").text

    def again(app: FastAPI, path: str) -> tuple[int, str]:
        with TestClient(app) as client:
            answer = client.get(path, headers={"If-None-Match": kept[path]})
            return answer.status_code, answer.text

    assert "Senin sampai Jumat" in again(create_app(service, site), "/libraries/id-amn")[1]
    assert "Katalog Baru" in again(create_app(service, named), "/offline")[1]
    # The page for want of a connection, which has the name too, is fetched when its worker's script is another.
    status, script = again(create_app(service, named), "/worker.js")
    assert (status, script != worker) == (200, True)
    assert "https://amn.example" in again(create_app(service, SITE, frame_hosts=("https://amn.example",)), "/widget")[1]
    assert [again(create_app(service, SITE), path) for path in paths] == [(304, "")] * 4


def test_head_answers_like_get_without_a_body(reader: TestClient) -> None:
    head, get = reader.head("/help"), reader.get("/help")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", get.headers["etag"])


def test_the_style_sheet_may_be_kept_for_ever_under_its_version(reader: TestClient) -> None:
    link = visit(reader, "/").html.select_one("link[rel=stylesheet]")["href"]
    assert re.fullmatch(r"/static/site\.[0-9a-f]{8}\.css", str(link))
    answer = reader.get(str(link))
    assert (answer.headers["cache-control"], answer.headers["content-encoding"]) == (
        "public, max-age=31536000, immutable",
        "gzip",
    )
    plain = reader.get("/static/site.css", headers={"Accept-Encoding": "identity"})
    assert (plain.text, plain.headers["cache-control"]) == (answer.text, "public, max-age=3600")
    assert reader.get("/static/site.00000000.css").status_code == 404


@pytest.mark.parametrize("name", ["text-size-adjust", "user-select"])
def test_safari_gets_the_names_that_it_knows(reader: TestClient, name: str) -> None:
    """An iPhone on its side magnifies the page's letters, and a letter isn't selected by a tap, without the first."""
    declared = re.findall(rf"(?m)^ *((?:-webkit-)?{name}: [^;]+);", reader.get("/static/site.css").text)
    assert [each.removeprefix("-webkit-") for each in declared[::2]] == declared[1::2] != []


def test_absolute_addresses_come_from_the_settings_and_not_from_the_host(reader: TestClient, bumi: UnionRecord) -> None:
    page = reader.get(f"/record/{bumi.id}", headers={"Host": "evil.example"})
    assert "evil.example" not in page.text
    canonical = BeautifulSoup(page.text, "html.parser").select_one("link[rel=canonical]")
    assert canonical["href"] == f"https://katalog.example/record/{bumi.id}"
    slash = reader.get("/libraries/", headers={"Host": "evil.example"})
    assert "evil.example" not in str(slash.headers)


def test_opensearch_gives_browsers_an_absolute_address(reader: TestClient) -> None:
    xml = BeautifulSoup(reader.get("/opensearch.xml?lang=en").text, "xml")
    assert (xml.ShortName.text, xml.Url["template"]) == (
        "Test Catalogue",
        "https://katalog.example/search?q={searchTerms}",
    )


@pytest.mark.parametrize(
    ("path", "status", "heading", "detail"),
    [
        ("/nix", 404, "There is nothing here", []),
        ("/record/ccccccccccccc", 404, "There is nothing here", ["There is no record ccccccccccccc."]),
        (f"/record/{GONE}", 410, "This record is no longer in the catalogue", ["Buku yang hilang"]),
        ("/libraries/nix", 404, "There is nothing here", ["There is no library with the code nix."]),
    ],
)
def test_errors_are_pages_for_people(
    reader: TestClient, path: str, status: int, heading: str, detail: list[str]
) -> None:
    answer = reader.get(f"{path}?lang=en")
    page = Page(reader, BeautifulSoup(answer.text, "html.parser"))
    assert (answer.status_code, page.texts("h1"), page.texts(".detail")) == (status, [heading], detail)


@pytest.mark.parametrize("path", ["/api/v1", "/api/v1/nix", "/api/v1/records/a%0Ab"])
def test_errors_under_the_api_are_problem_details(reader: TestClient, path: str) -> None:
    answer = reader.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_a_catalogue_that_cannot_answer_keeps_the_query(tmp_path: Path) -> None:
    down = SearchService(EmbeddedEngine(tmp_path / "nothing"))
    with TestClient(create_app(down, SITE)) as client:
        answer = client.get("/search?q=bumi&in=title&lang=en")
    page = Page(client, BeautifulSoup(answer.text, "html.parser"))
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")
    assert page.html.select_one("#q")["value"] == "bumi"
    assert page.texts("h1 + p") == ["Your search is kept in the box above. Wait a moment, then try again."]
    assert page.html.select_one("#in option[selected]")["value"] == "title"
    assert page.html.select_one("main a.primary")["href"] == "/search?q=bumi&in=title&lang=en"


def test_nothing_is_said_to_be_kept_where_nothing_was_typed(tmp_path: Path) -> None:
    with TestClient(create_app(SearchService(EmbeddedEngine(tmp_path / "nothing")), SITE)) as client:
        answer = client.get("/libraries?lang=en")
    page = Page(client, BeautifulSoup(answer.text, "html.parser"))
    assert (answer.status_code, page.texts("h1 + p")) == (503, ["Wait a moment, then try again."])


def test_an_index_of_another_version_is_a_catalogue_being_renewed_and_the_log_has_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a path nor a command is for the public, on the page or in the API."""
    service = publish(tmp_path, [union(1, "Bumi manusia")])
    monkeypatch.setattr(fields, "fingerprint", lambda: "0123456789")
    with TestClient(create_app(service, SITE)) as client, capture_logs() as logs:
        page = Page(client, BeautifulSoup(client.get("/search?q=bumi&lang=en").text, "html.parser"))
        problem = client.get("/api/v1/search?q=bumi&lang=en")
    assert page.texts("h1, .detail") == [
        "The catalogue can't answer just now",
        "The catalogue is being renewed and will be back soon.",
    ]
    assert (problem.status_code, problem.json()["detail"]) == (
        503,
        "The catalogue is being renewed and will be back soon.",
    )
    assert [("padu rebuild" in each["error"], str(tmp_path) in each["error"]) for each in logs] == [(True, True)] * 2
    assert not [text for text in (page.html.text, problem.text) if "padu rebuild" in text or str(tmp_path) in text]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "Belum ada yang diterbitkan di sini."),
        ("en", "Nothing has been published here yet."),
    ],
)
def test_a_fault_of_the_engine_is_told_in_the_readers_language(tmp_path: Path, language: str, sentence: str) -> None:
    down = SearchService(EmbeddedEngine(tmp_path / "nothing"))
    with TestClient(create_app(down, SITE)) as client:
        page = Page(client, BeautifulSoup(client.get(f"/search?q=bumi&lang={language}").text, "html.parser"))
    assert page.texts(".detail") == [sentence]
    assert "lang" not in page.html.select_one(".detail").attrs
