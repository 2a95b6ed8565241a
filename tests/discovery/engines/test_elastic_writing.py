"""Writing to a real Elasticsearch: who may, what an ended run leaves, and what a lost request costs."""

import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import pytest
import stamina

from discovery.engines.elastic import bulk
from discovery.engines.elastic.client import Connection, connect
from discovery.engines.elastic.engine import ElasticEngine
from discovery.engines.elastic.generation import find_generations
from discovery.engines.elastic.writer import ElasticWriter
from discovery.engines.options import EngineOptions
from discovery.errors import EngineError, EngineUnavailable
from discovery.search.request import Misspelling, SearchRequest
from discovery.search.results import Word
from discovery.search.tree import All, Term
from tests.contract.builders import heading, record
from tests.contract.conftest import remove_indices
from tests.discovery.engines.http_server import ELASTIC, Request, respond, serving

PROJECT = Path(__file__).parents[3]

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def url(elasticsearch_url: str) -> Iterator[str]:
    """An alias of the test's own, with the node's address."""
    alias = f"padu-test-{uuid4().hex[:12]}"
    yield f"{elasticsearch_url}/{alias}"
    remove_indices(elasticsearch_url, alias)


@pytest.fixture
def connection(url: str) -> Iterator[Connection]:
    opened = connect(EngineOptions(url))
    yield opened
    opened.close()


def writer(url: str) -> ElasticWriter:
    return ElasticWriter(connect(EngineOptions(url)))


def published_ids(url: str) -> list[str]:
    with closing(ElasticEngine(connect(EngineOptions(url)))) as engine:
        return [hit.id for hit in engine.search(SearchRequest(All(), size=100)).hits]


BUILDS_AND_WAITS = """
import sys, time
from discovery.engines.options import EngineOptions
from discovery.engines.registry import open_writer
from tests.contract.builders import record
writer = open_writer(EngineOptions(sys.argv[1]))
{open}
writer.write([record("killed")])
print("writing", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("opening", ["writer.begin()", "writer.current()"])
def test_a_killed_run_leaves_what_was_published_and_gives_way_at_once(url: str, opening: str) -> None:
    with closing(writer(url)) as first:
        first.begin()
        first.write([record("a")])
        first.publish()
    script = BUILDS_AND_WAITS.format(open=opening)
    command = [sys.executable, "-c", script, url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "writing\n"
        run.send_signal(signal.SIGKILL)
    assert published_ids(url) == ["a"]
    with closing(writer(url)) as again:
        again.begin()
        again.write([record("b")])
        published = again.publish()
    assert published_ids(url) == ["b"]
    with closing(connect(EngineOptions(url))) as connection:
        assert [generation.name for generation in find_generations(connection)] == [published.generation]


def test_a_published_generation_outlives_a_node_that_is_killed(url: str, connection: Connection) -> None:
    """All of it is committed; what stands in the log of writes alone is synced to the disk at the next write only."""
    with closing(writer(url)) as first:
        first.begin()
        first.write([record("a")])
        first.write_headings([heading("title", "Bumi")])
        first.publish()
    parts = f"{connection.alias}-records,{connection.alias}-headings"
    stats = connection.client.indices.stats(index=parts, level="shards")
    shards = [shard for index in stats["indices"].values() for (shard,) in index["shards"].values()]
    committed = [int(shard["commit"]["user_data"]["max_seq_no"]) for shard in shards]
    written = [shard["seq_no"]["max_seq_no"] for shard in shards]
    assert committed == written
    assert min(written) >= 0


def test_a_generation_whose_node_was_restarted_meanwhile_is_not_published(url: str, connection: Connection) -> None:
    """Closed and opened, an index is opened anew from its disk, as after a restart."""
    with closing(writer(url)) as first:
        first.begin()
        first.write([record("a")])
        first.publish()
    with closing(writer(url)) as second:
        second.begin()
        second.write([record("b")])
        (building,) = (each for each in find_generations(connection) if each.number == 2)
        for act in (connection.client.indices.close, connection.client.indices.open):
            act(index=building.records)
        with pytest.raises(EngineUnavailable, match="was restarted while the index was built, and may have lost some"):
            second.publish()
        second.discard()
    assert published_ids(url) == ["a"]
    with closing(writer(url)) as again:
        again.begin()
        again.write([record("b")])
        again.publish()
    assert published_ids(url) == ["b"]


def test_a_second_run_is_told_who_writes(url: str) -> None:
    with closing(writer(url)) as first, closing(writer(url)) as second:
        first.begin()
        for opening in (second.begin, second.current):
            with pytest.raises(EngineError, match=r"Another run is writing to .* \(process \d+ on .*\): wait for it"):
                opening()
        first.discard()
        second.begin()


@pytest.mark.parametrize(("seconds_ago", "is_let_in"), [(1, False), (29, False), (31, True)])
def test_a_silent_run_on_another_machine_is_given_half_a_minute(
    url: str, connection: Connection, seconds_ago: int, is_let_in: bool
) -> None:
    with closing(writer(url)) as first:
        first.begin()
    left_behind = {"machine": "elsewhere/pid:[1]", "process": "7/99", "renewed": time.time() - seconds_ago}
    connection.client.index(index=f"{connection.alias}-writer", id="writer", document=left_behind)
    with closing(writer(url)) as second:
        if is_let_in:
            second.begin()
        else:
            with pytest.raises(EngineError, match=r"\(process 7 on elsewhere\)"):
                second.begin()


@pytest.mark.parametrize("lives", [True, False])
def test_a_run_from_the_future_holds_the_lock_while_it_renews_it(
    url: str, connection: Connection, monkeypatch: pytest.MonkeyPatch, lives: bool
) -> None:
    """Its machine's clock is ahead, or ours was set back since."""
    with closing(writer(url)) as first:
        first.begin()

    def renewed(seconds: float) -> None:
        of = {"machine": "elsewhere/pid:[1]", "process": "7/99", "renewed": time.time() + 86_400 + seconds}
        connection.client.index(index=f"{connection.alias}-writer", id="writer", document=of)

    renewed(0)
    clock = SimpleNamespace(time=time.time, sleep=renewed if lives else lambda _: None)
    monkeypatch.setattr("discovery.engines.elastic.lock.time", clock)
    with closing(writer(url)) as second:
        if lives:
            with pytest.raises(EngineError, match=r"\(process 7 on elsewhere\)"):
                second.begin()
        else:
            second.begin()


def test_a_run_that_lost_the_lock_publishes_nothing(url: str, connection: Connection) -> None:
    with closing(writer(url)) as stopped:
        stopped.begin()
        taken_over = {"machine": "elsewhere/pid:[1]", "process": "7/99", "renewed": time.time()}
        connection.client.index(index=f"{connection.alias}-writer", id="writer", document=taken_over)
        with pytest.raises(EngineError, match="Another run took over the index"):
            stopped.publish()
    assert not connection.client.indices.exists_alias(name=f"{connection.alias}-records")


@pytest.mark.parametrize("unheard", [1, 2])
def test_a_lock_whose_answer_was_lost_is_no_other_run(url: str, elasticsearch_url: str, unheard: int) -> None:
    """The client asks again by itself, and is told of a lock: its own."""
    unsteady = Unsteady(elasticsearch_url, *["unheard"] * unheard, of="-writer/_create/")
    with (
        serving(unsteady) as address,
        closing(writer(url.replace(elasticsearch_url, f"http://{address}"))) as build,
    ):
        build.begin()
        build.write([record("a")])
        build.publish()
    assert unsteady.accidents == []
    assert published_ids(url) == ["a"]


@pytest.mark.parametrize("unheard", [1, 2, 3])
def test_a_renewal_whose_answer_was_lost_is_no_other_run(url: str, elasticsearch_url: str, unheard: int) -> None:
    """Three are all that the client tries; the next renewal finds what they left."""
    unsteady = Unsteady(elasticsearch_url, *["unheard"] * unheard, of="-writer/_doc/")
    through = url.replace(elasticsearch_url, "http://{}")
    with serving(unsteady) as address, closing(writer(through.format(address))) as build:
        build.begin()
        build.write([record("a")])
        for _ in range(unheard):
            with suppress(EngineUnavailable):
                build.publish()
                break
    assert unsteady.accidents == []
    assert published_ids(url) == ["a"]


def test_the_last_write_of_a_document_wins_however_many_requests_it_takes(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "REQUEST_BYTES", 1)
    with closing(writer(url)) as build:
        build.begin()
        for number in range(40):
            build.write([record("a", display=f'"{number}"'.encode()), record("b", display=f'"{-number}"'.encode())])
        build.delete(["b"])
        build.publish()
        assert build.stored(["a", "b"]) == (b'"39"', None)


def test_a_document_refused_too_late_to_report_stops_the_publication(url: str, connection: Connection) -> None:
    with closing(writer(url)) as build:
        build.begin()
        (generation,) = find_generations(connection)
        connection.client.indices.put_settings(index=generation.records, settings={"default_pipeline": "nowhere"})
        build.write([record("a")])
        with pytest.raises(EngineError, match=r"refused 1 document\(s\), so nothing was published; a: pipeline with"):
            build.publish()
    assert find_generations(connection) == frozenset()


def test_a_change_that_cannot_be_sent_stays_invisible_and_can_be_repeated(url: str, connection: Connection) -> None:
    with closing(writer(url)) as build:
        build.begin()
        build.write([record("a")])
        build.publish()
    (generation,) = find_generations(connection)
    connection.client.indices.put_settings(index=generation.records, settings={"blocks.write": True})
    with closing(writer(url)) as change:
        change.current()
        change.write([record("b")])
        with pytest.raises(EngineError, match=r"takes no writes: index .* blocked .*[^;]\. Where its disk"):
            change.publish()
        assert published_ids(url) == ["a"]
        connection.client.indices.put_settings(index=generation.records, settings={"blocks.write": False})
        assert change.publish().revision == 1
    assert published_ids(url) == ["a", "b"]


def test_text_that_is_no_unicode_costs_its_heading_and_finds_nothing(url: str) -> None:
    with closing(writer(url)) as build:
        build.begin()
        build.write_headings([heading("author", "Toer\ud800"), heading("author", "Zoer")])
        build.write_words([Word("\ud800", 1)])
        build.publish()
    with closing(ElasticEngine(connect(EngineOptions(url)))) as engine:
        assert [entry.display for entry in engine.browse("author", "", "forward", 5)] == ["Zoer"]
        assert (engine.words(prefix="\ud800"), engine.words_near((Misspelling("\ud800"),))) == ((), ((),))
        assert engine.search(SearchRequest(Term("title", "\ud800"))).total == 0
        assert (engine.get("\ud800"), engine.fact("\ud800")) == (None, None)


class Unsteady:
    """Passes everything on to Elasticsearch, except that requests with `of` in their path meet these accidents first.

    "lost" never arrives, "unheard" is done and its answer lost; a number is the status that comes back instead.
    """

    def __init__(self, target: str, *accidents: str, of: str = "_bulk") -> None:
        self.target = target
        self.accidents = list(accidents)
        self.of = of

    def __call__(self, request: Request) -> None:
        accident = self.accidents.pop() if self.of in request.path and self.accidents else ""
        if accident.isdigit():
            respond(request, int(accident), ELASTIC)
        elif accident == "lost":
            request.close_connection = True
        else:
            status, answer = self.forward(request)
            if accident == "unheard":
                request.close_connection = True
            else:
                respond(request, status, ELASTIC, answer)

    def forward(self, request: Request) -> tuple[int, bytes]:
        kept = {name: value for name, value in request.headers.items() if name in ("content-type", "accept")}
        asked = urllib.request.Request(self.target + request.path, request.body or None, kept, method=request.command)
        try:
            with urllib.request.urlopen(asked) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.read()


@pytest.mark.parametrize("accident", ["lost", "429", "503"])
def test_a_lost_or_refused_bulk_request_is_sent_again(url: str, elasticsearch_url: str, accident: str) -> None:
    unsteady = Unsteady(elasticsearch_url, accident, accident)
    with (
        stamina.set_testing(True, attempts=8, cap=True),
        serving(unsteady) as address,
        closing(writer(url.replace(elasticsearch_url, f"http://{address}"))) as build,
    ):
        build.begin()
        build.write([record("a"), record("b")])
        build.write_headings([heading("author", "Toer")])
        build.publish()
    assert unsteady.accidents == []
    assert published_ids(url) == ["a", "b"]
