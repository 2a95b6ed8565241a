"""What is there while the connection or the engine isn't: the page for want of a connection, its worker, help."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from discovery.engines.embedded.engine import EmbeddedEngine
from discovery.search.service import SearchService
from tests.catalogues import SITE
from tests.web.browsing import visit
from web.app import create_app
from web.headers import content_security_policy


@pytest.fixture(scope="module")
def stranded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A catalogue whose engine has nothing to answer with."""
    folder: Path = tmp_path_factory.mktemp("nothing")
    with TestClient(create_app(SearchService(EmbeddedEngine(folder), SITE.libraries), SITE)) as client:
        yield client


def constant(script: str, name: str) -> object:
    (value,) = re.findall(rf"^const {name} = (.*);$", script, re.MULTILINE)
    return json.loads(value)


@pytest.mark.parametrize("path", ["/help", "/offline", "/worker.js", "/opensearch.xml"])
def test_what_asks_nothing_of_the_engine_is_there_without_it(stranded: TestClient, path: str) -> None:
    answer = stranded.get(path)
    assert answer.status_code == 200
    again = stranded.get(path, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_search_without_engine_keeps_its_words_and_the_way_back(stranded: TestClient) -> None:
    answer = stranded.get("/search?q=kopi&f.language=id&lang=en")
    assert answer.status_code == 503
    assert 'value="kopi"' in answer.text
    assert "/search?q=kopi&amp;f.language=id&amp;lang=en" in answer.text


@pytest.mark.parametrize(
    ("language", "heading", "again"),
    [
        ("id", "Tidak ada sambungan", "Coba lagi"),
        ("en", "No connection", "Try again"),
        ("ar", "لا يوجد اتصال", "أعد المحاولة"),
    ],
)
def test_the_page_for_want_of_a_connection_leads_to_the_address_it_stands_at(
    stranded: TestClient, language: str, heading: str, again: str
) -> None:
    page = visit(stranded, f"/offline?lang={language}")
    (link,) = page.html.select("a.primary")
    assert (page.texts("h1"), link.get_text(), link["href"]) == ([heading], again, "")


@pytest.mark.parametrize("language", ["id", "en", "ar"])
def test_the_worker_keeps_that_page_and_what_it_is_drawn_with_and_nothing_else(
    stranded: TestClient, language: str
) -> None:
    answer = stranded.get(f"/worker.js?lang={language}")
    offline, kept = constant(answer.text, "OFFLINE"), constant(answer.text, "KEPT")
    page = visit(stranded, str(offline))
    drawn = [page.html.select(f"{tag}[{name}]") for tag, name in (("link[rel=stylesheet]", "href"), ("script", "src"))]
    assert (answer.headers["content-type"], offline) == ("text/javascript; charset=utf-8", f"/offline?lang={language}")
    assert isinstance(kept, list)
    assert {str(drawn[0][0]["href"]), str(drawn[1][0]["src"])} < set(kept)
    assert all(stranded.get(address).status_code == 200 for address in kept)
    assert len(kept) == 3


def test_the_worker_has_a_cache_for_each_language_and_content(stranded: TestClient) -> None:
    names = {str(constant(stranded.get(f"/worker.js?lang={each}").text, "NAME")) for each in ("id", "en", "ar")}
    assert len(names) == 3
    assert all(re.fullmatch(r"padu-.+-(id|en|ar)-site\.[0-9a-f]{8}\.css", name) for name in names)


def test_a_worker_may_run_under_the_policy_of_all_pages(stranded: TestClient) -> None:
    """Without worker-src and child-src a browser goes by script-src: https://www.w3.org/TR/CSP3/#directive-worker-src"""
    policy = stranded.get("/worker.js").headers["content-security-policy"]
    assert policy == content_security_policy()
    assert "script-src 'self'" in policy
    assert "worker-src" not in policy
