"""What a reader or technician is told when Elasticsearch can't be reached, or isn't one."""

import json
import re
import threading

import pytest

from discovery.engines.elastic.client import connect
from discovery.engines.elastic.engine import ElasticEngine
from discovery.engines.elastic.mapping import fingerprint
from discovery.engines.options import EngineOptions
from discovery.errors import EngineEmpty, EngineUnavailable, SettingsError
from discovery.search.request import SearchRequest
from discovery.search.tree import All
from tests.discovery.engines.http_server import ELASTIC, Request, respond, serving


def said_by(options: EngineOptions) -> str:
    """The sentence that a search ends with; `health` says the same, and neither gives a secret away."""
    engine = ElasticEngine(connect(options))
    try:
        with pytest.raises(EngineUnavailable) as raised:
            engine.search(SearchRequest(All()))
        health = engine.health()
    finally:
        engine.close()
    assert (health.ok, health.detail, health.public) == (False, str(raised.value), raised.value.public)
    assert "secret" not in str(raised.value)
    return str(raised.value)


REFUSALS = [
    (401, ELASTIC, "wants to know who is asking: engine.url or engine.api_key has no valid credentials."),
    (403, ELASTIC, "forbids this to these credentials: they need the privilege to manage the indices of that name."),
    (401, {}, "wants to know who is asking: engine.url or engine.api_key has no valid credentials."),
    (503, ELASTIC, "is overloaded or restarting (status 503): try again in a minute."),
    (429, ELASTIC, "is overloaded or restarting (status 429): try again in a minute."),
]


@pytest.mark.parametrize(("status", "headers", "sentence"), REFUSALS)
def test_a_refusal_is_one_sentence_without_credentials(status: int, headers: dict[str, str], sentence: str) -> None:
    with serving(lambda request: respond(request, status, headers)) as address:
        said = said_by(EngineOptions(f"http://padu:secret@{address}/katalog"))
    assert said == f"http://{address}/katalog {sentence}"


@pytest.mark.parametrize("status", [200, 404, 405, 500])
def test_another_service_is_recognised_whatever_it_answers(status: int) -> None:
    with serving(lambda request: respond(request, status, {"content-type": "text/html"}, b"<p>hello")) as address:
        said = said_by(EngineOptions(f"http://{address}/katalog"))
    assert said == f"Something else than Elasticsearch answers at http://{address}/katalog (status {status})."


def test_a_full_disk_is_named_as_elasticsearch_names_it_with_what_to_do() -> None:
    body = b'{"error": {"type": "cluster_block_exception", "reason": "index [x] blocked by: [disk usage; see there];"}}'
    with serving(lambda request: respond(request, 429, ELASTIC, body)) as address:
        said = said_by(EngineOptions(f"http://{address}/katalog"))
    assert said == (
        f"http://{address}/katalog takes no writes: index [x] blocked by: [disk usage; see there]. "
        "Where its disk is full, make room, and it takes them again by itself; then run the same command again."
    )


def test_nothing_listening_is_one_sentence() -> None:
    said = said_by(EngineOptions("http://padu:secret@127.0.0.1:1/katalog"))
    assert said == (
        "Nothing listens at http://127.0.0.1:1/katalog: start Elasticsearch, or check the port in engine.url."
    )


def test_a_port_without_encryption_asked_by_https_is_one_sentence() -> None:
    with serving(lambda request: respond(request, 200, ELASTIC)) as address:
        said = said_by(EngineOptions(f"https://padu:secret@{address}/katalog"))
    assert said.startswith(f"https://{address}/katalog has no certificate that is trusted here")


def test_a_slow_answer_is_one_sentence() -> None:
    release = threading.Event()

    def answer(_: Request) -> None:
        release.wait(5)

    with serving(answer) as address:
        said = said_by(EngineOptions(f"http://{address}/katalog", timeout_seconds=0.05))
        release.set()
    assert said == f"http://{address}/katalog didn't answer in time: see whether Elasticsearch is overloaded."


UNUSABLE = [
    ("http://127.0.0.1:9200", "engine.url needs a host and, after it, the name of the index"),
    ("http://127.0.0.1:9200/", "engine.url needs a host and, after it, the name of the index"),
    ("http://127.0.0.1:9200/Katalog", "engine.url needs a host and, after it, the name of the index"),
    ("http://127.0.0.1:9200/_all", "engine.url needs a host and, after it, the name of the index"),
    ("http://127.0.0.1:9200/a,b", "engine.url needs a host and, after it, the name of the index"),
    ("http:///katalog", "engine.url needs a host and, after it, the name of the index"),
    ("http://u:secret@127.0.0.1:port/katalog", "engine.url has a host or a port that can't be read"),
    ("http://u:secret@127.0.0.1:99999/katalog", "engine.url has a host or a port that can't be read"),
    ("http://u:secret@[::1/katalog", "engine.url has a host or a port that can't be read"),
]


@pytest.mark.parametrize(("url", "sentence"), UNUSABLE)
def test_an_url_that_cannot_be_meant_is_said_at_once(url: str, sentence: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(sentence)) as raised:
        connect(EngineOptions(url))
    assert "secret" not in str(raised.value)


def test_a_certificate_file_that_is_not_there_is_said_at_once() -> None:
    sentence = "The connection to https://127.0.0.1:9200 can't be set up; engine.ca_certificates has to be a readable"
    with pytest.raises(SettingsError, match=re.escape(sentence)):
        connect(EngineOptions("https://u:secret@127.0.0.1:9200/katalog", ca_certificates="/nowhere.pem"))


SENT = [
    ("http://padu:s%40cret@{}/katalog", "", "Basic cGFkdTpzQGNyZXQ="),
    ("http://padu:secret@{}/katalog", "key", "ApiKey key"),
    ("http://{}/katalog", "", None),
]


@pytest.mark.parametrize(("url", "api_key", "expected"), SENT)
def test_credentials_are_sent_and_the_api_key_wins(url: str, api_key: str, expected: str | None) -> None:
    seen: list[str | None] = []

    def answer(request: Request) -> None:
        seen.append(request.headers["authorization"])
        respond(request, 404, ELASTIC)

    with serving(answer) as at:
        engine = ElasticEngine(connect(EngineOptions(url.format(at), api_key=api_key)))
        with pytest.raises(EngineEmpty):
            engine.revision()
        engine.close()
    assert seen == [expected]


def test_a_path_before_the_name_is_kept() -> None:
    seen: list[str] = []

    def answer(request: Request) -> None:
        seen.append(request.path)
        respond(request, 404, ELASTIC)

    with serving(answer) as at:
        engine = ElasticEngine(connect(EngineOptions(f"http://{at}/search/es/katalog/")))
        with pytest.raises(EngineEmpty, match="padu sync"):
            engine.revision()
        engine.close()
    assert [path.split("?")[0] for path in seen] == ["/search/es/katalog-records/_mapping"]


def test_a_lost_answer_is_asked_for_again() -> None:
    statuses = iter((503, 429, 404))
    with serving(lambda request: respond(request, next(statuses), ELASTIC)) as address:
        engine = ElasticEngine(connect(EngineOptions(f"http://{address}/katalog")))
        with pytest.raises(EngineEmpty):
            engine.revision()
        engine.close()
    assert list(statuses) == []


def cut(request: Request) -> None:
    """End the connection within the headers of an answer."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX-elastic-product: Elasticsearch\r\ncontent-ty")
    request.close_connection = True


def test_an_answer_that_ends_within_its_headers_is_a_broken_connection() -> None:
    with serving(cut) as address:
        said = said_by(EngineOptions(f"http://{address}/katalog"))
    assert said == (
        f"The connection to http://{address}/katalog broke: see whether Elasticsearch runs, and http or https."
    )


def test_an_answer_that_ended_within_its_headers_is_asked_for_again() -> None:
    answers = iter((cut, lambda request: respond(request, 404, ELASTIC)))
    with serving(lambda request: next(answers)(request)) as address:
        engine = ElasticEngine(connect(EngineOptions(f"http://{address}/katalog")))
        with pytest.raises(EngineEmpty):
            engine.revision()
        engine.close()
    assert list(answers) == []


def test_a_generation_that_is_being_removed_is_asked_no_more() -> None:
    """Its shards go first: a search is told 503, as by an overloaded engine, while the next generation is published."""
    numbers = iter((1, 2))

    def answer(request: Request) -> None:
        if "_mapping" in request.path:
            index = f"katalog-records-{fingerprint()}-{next(numbers)}"
            respond(request, 200, ELASTIC, json.dumps({index: {"mappings": {"_meta": {"revision": 0}}}}).encode())
        elif "-1/_msearch" in request.path:
            respond(request, 503, ELASTIC)
        else:
            searches = request.body.count(b"\n") // 2
            respond(request, 200, ELASTIC, json.dumps({"responses": [{"took": 1}] * searches}).encode())

    with serving(answer) as address:
        engine = ElasticEngine(connect(EngineOptions(f"http://{address}/katalog")))
        found = engine.search(SearchRequest(All()))
        engine.close()
    assert (found.total, found.hits) == (0, ())
    assert next(numbers, None) is None
