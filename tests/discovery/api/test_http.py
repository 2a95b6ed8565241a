"""The API as HTTP: who may read it, what may be cached, and how it describes itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from discovery.api.app import create_api
from discovery.api.catalogue import open_catalogue
from discovery.catalog.library import Translated
from discovery.engines.embedded.engine import EmbeddedEngine
from discovery.errors import EngineUnavailable
from discovery.search.results import Health
from discovery.search.service import SearchService
from tests.catalogues import SITE, publish, union


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> SearchService:
    return publish(tmp_path_factory.mktemp("http"), [union(1, "Bumi manusia")])


@pytest.fixture(scope="module")
def api(service: SearchService) -> Iterator[TestClient]:
    with TestClient(create_api(open_catalogue(service, SITE))) as client:
        yield client


def test_any_page_may_read_it_without_credentials(api: TestClient) -> None:
    headers = api.get("/search", headers={"Origin": "https://lain.example"}).headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["access-control-expose-headers"] == "ETag, Retry-After, Server-Timing"
    assert "access-control-allow-credentials" not in headers


@pytest.mark.parametrize(
    ("origin", "permission"),
    [("https://amn.example", "https://amn.example"), ("https://lain.example", None), ("", None)],
)
def test_configured_origins_alone_may_read_it(service: SearchService, origin: str, permission: str | None) -> None:
    with TestClient(create_api(open_catalogue(service, SITE), ("https://amn.example",))) as api:
        headers = api.get("/search", headers={"Origin": origin} if origin else {}).headers
    assert headers.get("access-control-allow-origin") == permission
    assert {each.strip() for each in headers["vary"].split(",")} == {"Accept-Language", "Origin"}


def test_a_cache_may_have_made_a_tag_a_strong_one(api: TestClient) -> None:
    tag = api.get("/search?q=bumi").headers["etag"]
    assert tag.startswith("W/")
    offered = f'"another", {tag.removeprefix("W/")}'
    assert api.get("/search?q=bumi", headers={"If-None-Match": offered}).status_code == 304


@pytest.mark.parametrize("path", ["/search/", "/health/", "/records/x/"])
def test_a_host_that_a_request_names_is_led_to_by_nothing(api: TestClient, path: str) -> None:
    answer = api.get(path, headers={"Host": "evil.example"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_a_preflight_is_answered_without_asking_the_engine(api: TestClient) -> None:
    answer = api.options("/search", headers={"Origin": "https://x.example", "Access-Control-Request-Method": "GET"})
    assert (answer.status_code, answer.headers["access-control-allow-methods"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("origins", [("*",), ("https://amn.example",)])
def test_a_page_elsewhere_may_read_what_went_wrong(tmp_path: Path, origins: tuple[str, ...]) -> None:
    """An error that it may not read would be no more to it than a broken connection."""
    down = SearchService(EmbeddedEngine(tmp_path / "nothing"))
    broken = open_catalogue(SearchService(cast("EmbeddedEngine", None)), SITE)
    asked = {"Origin": "https://amn.example"}
    with TestClient(create_api(open_catalogue(down, SITE), origins), raise_server_exceptions=False) as api:
        answers = [api.get(path, headers=asked) for path in ("/search?q=bumi", "/nix", "/records/bbbbbbbbbbbbb")]
    with TestClient(create_api(broken, origins), raise_server_exceptions=False) as api:
        answers.append(api.get("/search", headers=asked))
    told = [(each.status_code, each.headers.get("access-control-allow-origin")) for each in answers]
    origin = origins[0]
    assert told == [(503, origin), (404, origin), (503, origin), (500, origin)]


def test_a_preflight_of_an_origin_that_is_not_configured_gets_no_permission(service: SearchService) -> None:
    with TestClient(create_api(open_catalogue(service, SITE), ("https://amn.example",))) as api:
        told = {
            origin: api.options("/search", headers={"Origin": origin, "Access-Control-Request-Method": "GET"}).headers
            for origin in ("https://amn.example", "https://lain.example")
        }
    assert [each.get("access-control-allow-origin") for each in told.values()] == ["https://amn.example", None]
    assert {each["vary"] for each in told.values()} == {"Origin"}


def test_an_answer_is_sent_once_and_then_confirmed(api: TestClient) -> None:
    first = api.get("/search?q=bumi")
    again = api.get("/search?q=bumi", headers={"If-None-Match": first.headers["etag"]})
    other = api.get("/search?q=bumi&lang=en", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert (other.status_code, other.headers["etag"] != first.headers["etag"]) == (200, True)


def test_an_answer_of_other_settings_is_not_the_one_that_was_kept(service: SearchService, api: TestClient) -> None:
    """A library is renamed in padu.toml, and the catalogue started again with the index it had."""
    kept = api.get("/libraries?lang=en").headers["etag"]
    renamed = replace(SITE.libraries[0], name=Translated((("en", "AMN Academy Library"),)))
    site = replace(SITE, libraries=(renamed, *SITE.libraries[1:]))
    with TestClient(create_api(open_catalogue(service, site))) as again:
        answer = again.get("/libraries?lang=en", headers={"If-None-Match": kept})
    assert (answer.status_code, "AMN Academy Library" in answer.text) == (200, True)


def test_the_time_it_took_is_in_server_timing(api: TestClient) -> None:
    timing = dict(part.strip().split(";dur=") for part in api.get("/search").headers["server-timing"].split(","))
    assert set(timing) == {"engine", "total"}
    assert all(float(value) >= 0 for value in timing.values())


def test_an_engine_that_is_down_is_a_503_with_a_sentence(tmp_path: Path) -> None:
    down = SearchService(EmbeddedEngine(tmp_path / "nothing"))
    with TestClient(create_api(open_catalogue(down, SITE))) as api:
        search, health = api.get("/search?q=bumi"), api.get("/health")
    assert (search.status_code, search.headers["retry-after"]) == (503, "30")
    assert search.headers["content-type"] == "application/problem+json"
    assert search.json()["detail"] == "Belum ada yang diterbitkan di sini."
    assert (health.status_code, health.json()["ok"]) == (503, False)
    assert health.json()["detail"] == search.json()["detail"]


class Unreachable(EmbeddedEngine):
    """An engine whose own words are for whoever runs Padu."""

    def health(self) -> Health:
        error = EngineUnavailable("Elasticsearch at search.internal:9200 doesn't answer.")
        return Health(ok=False, detail=str(error), public=error.public)


def test_where_the_engine_is_stands_in_the_log_and_not_in_what_everybody_may_read(tmp_path: Path) -> None:
    with (
        capture_logs() as logged,
        TestClient(create_api(open_catalogue(SearchService(Unreachable(tmp_path)), SITE))) as api,
    ):
        answer = api.get("/health?lang=en")
    assert (answer.status_code, answer.json()["ok"]) == (503, False)
    assert answer.json()["detail"].startswith("Its search engine doesn't answer")
    assert "search.internal" not in answer.text
    assert "search.internal:9200" in logged[0]["error"]


def test_health_tells_what_is_served(api: TestClient) -> None:
    answer = api.get("/health").json()
    assert (answer["ok"], answer["documents"], answer["revision"]) == (True, 1, 0)


def test_openapi_describes_every_path_with_examples(api: TestClient) -> None:
    openapi = api.get("/openapi.json").json()
    assert set(openapi["paths"]) == {
        "/search",
        "/search/libraries",
        "/facets/{field}",
        "/records/{record_id}",
        "/records/{record_id}/evidence",
        "/serials",
        "/suggest",
        "/browse/{kind}",
        "/libraries",
        "/health",
    }
    assert openapi["servers"] == [{"url": "https://katalog.example/api/v1"}]
    names = {each["name"] for each in openapi["paths"]["/search"]["get"]["parameters"]}
    assert {"q", "in", "q2", "in2", "op2", "f.library", "x.subject", "year", "sort", "by", "page", "size"} <= names
    assert "422" not in str(openapi)
    schemas = openapi["components"]["schemas"]
    for operation in (each["get"] for each in openapi["paths"].values()):
        reference = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        schema = schemas[reference.rpartition("/")[2]]
        assert set(schema["required"]) == set(schema["examples"][0]), operation["summary"]


def test_the_documentation_is_a_page_of_our_own(api: TestClient) -> None:
    page = BeautifulSoup(api.get("/docs").text, "html.parser")
    assert page.select("script, style, [src], [style]") == []
    assert [str(link["href"]) for link in page.select("[href]")] == ["docs.css", "docs.svg", "openapi.json"]
    assert [code.text for code in page.select("h2 + p code")] == [
        f"GET /api/v1{path}" for path in api.get("/openapi.json").json()["paths"]
    ]
    assert api.get("/docs.css").headers["content-type"].startswith("text/css")
