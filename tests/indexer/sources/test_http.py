"""Files on the web are fetched when they changed, whole or not at all, and from nobody but the partner."""

import gzip
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import quote

import httpx2
import pytest
import stamina

from discovery.errors import SourceUnreadable
from indexer.access import Access, OaiRules, shown
from indexer.progress import Unwatched
from indexer.sources import addresses, http
from indexer.sources.addresses import is_public, public_addresses
from indexer.sources.courtesy import retry_after
from indexer.sources.files import SourceFile, opened
from indexer.sources.http import fetch_file
from indexer.sources.oai_pmh.harvest import HarvestMemory, harvest
from indexer.sources.web_client import told
from tests.loopback import Answer, Loopback, Request, serving

BOOKS = b"00714cam a2200205 a 4500" * 100


@pytest.fixture(autouse=True)
def impatient() -> Iterator[None]:
    """Three attempts without waiting."""
    with stamina.set_testing(True, attempts=3):
        yield


def access(folder: Path, **named: object) -> Access:
    return Access(**{"folder": folder, "pause": 0.0, "timeout": 5.0, "private": True, **named})  # type: ignore[arg-type]


def refused(server: Loopback, folder: Path, path: str = "/katalog.mrc", **named: object) -> str:
    with pytest.raises(SourceUnreadable) as raised:
        fetch_file(f"{server.url}{path}", access(folder, **named))
    return str(raised.value).replace(server.url, "SERVER")


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({"ETag": '"v1"'}, ("if-none-match", '"v1"')),
        ({"Last-Modified": "Sat, 21 Nov 2026 08:00:00 GMT"}, ("if-modified-since", "Sat, 21 Nov 2026 08:00:00 GMT")),
    ],
)
def test_file_that_has_not_changed_is_not_fetched_again(
    tmp_path: Path, given: dict[str, str], asked: tuple[str, str]
) -> None:
    def answer(request: Request) -> Answer:
        return Answer(status=304) if asked[0] in request.headers else Answer(BOOKS, headers=given)

    with serving(answer) as server:
        first = fetch_file(f"{server.url}/buku/katalog.mrc", access(tmp_path))
        again = fetch_file(f"{server.url}/buku/katalog.mrc", access(tmp_path))
    assert (first, again) == (tmp_path / "source" / "katalog.mrc",) * 2
    assert again.read_bytes() == BOOKS
    assert [request.headers.get(asked[0]) for request in server.asked] == [None, asked[1]]


def test_file_that_was_harmed_on_disk_or_comes_from_another_address_is_fetched_whole(tmp_path: Path) -> None:
    def answer(request: Request) -> Answer:
        assert "if-none-match" not in request.headers
        return Answer(BOOKS, headers={"ETag": '"v1"'})

    with serving(answer) as server:
        fetch_file(f"{server.url}/a.mrc", access(tmp_path)).write_bytes(b"harmed")
        assert fetch_file(f"{server.url}/a.mrc", access(tmp_path)).read_bytes() == BOOKS
        other = fetch_file(f"{server.url}/b.mrc", access(tmp_path))
    assert {path.name for path in (tmp_path / "source").iterdir()} == {other.name, ".fetched"}


def test_download_that_breaks_off_leaves_the_whole_file_in_place_and_is_tried_again(tmp_path: Path) -> None:
    cuts: list[int | None] = [None, 100, 200, 300]

    with serving(lambda _: Answer(BOOKS, cut=cuts.pop(0))) as server:
        path = fetch_file(f"{server.url}/katalog.mrc", access(tmp_path))
        said = refused(server, tmp_path)
    assert said.startswith("The connection to SERVER/katalog.mrc failed: ")
    assert path.read_bytes() == BOOKS
    assert {each.name for each in path.parent.iterdir()} == {"katalog.mrc", ".fetched"}
    assert (len(server.asked), cuts) == (4, [])


def test_download_that_breaks_off_once_comes_whole_the_second_time(tmp_path: Path) -> None:
    cuts: list[int | None] = [100, None]
    with serving(lambda _: Answer(BOOKS, cut=cuts.pop(0))) as server:
        assert fetch_file(f"{server.url}/katalog.mrc", access(tmp_path)).read_bytes() == BOOKS


def test_file_is_named_by_its_address_or_by_the_answer(tmp_path: Path) -> None:
    named = {"Content-Disposition": 'attachment; filename="../buku 2026.csv"'}
    cases = {"/katalog.mrc?key=1": "katalog.mrc", "/export": "buku_2026.csv", "/": "buku_2026.csv"}
    with serving(lambda _: Answer(b"x", headers=named)) as server:
        found = {path: fetch_file(f"{server.url}{path}", access(tmp_path)).name for path in cases}
    assert found == cases


def test_gzip_is_unpacked_once_whoever_packed_it(tmp_path: Path) -> None:
    packed = gzip.compress(BOOKS)
    for headers in ({}, {"Content-Encoding": "gzip"}):
        with serving(lambda _, headers=headers: Answer(packed, headers=headers)) as server:  # type: ignore[misc]
            path = fetch_file(f"{server.url}/katalog.mrc.gz", access(tmp_path))
        with opened(SourceFile(path)) as stream:
            assert stream.read() == BOOKS


def test_answer_without_end_is_refused_and_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "MAX_UNPACKED", 1000)
    packed = gzip.compress(b"\0" * 100_000)
    with serving(lambda _: Answer(packed, headers={"Content-Encoding": "gzip"})) as server:
        assert refused(server, tmp_path) == "SERVER/katalog.mrc sends more than 0 GiB."
    assert list((tmp_path / "source").iterdir()) == []


def test_redirect_within_the_address_is_followed(tmp_path: Path) -> None:
    def answer(request: Request) -> Answer:
        if request.path == "/katalog.mrc":
            return Answer(status=302, headers={"Location": "/baru/katalog.mrc"})
        return Answer(BOOKS)

    with serving(answer) as server:
        assert fetch_file(f"{server.url}/katalog.mrc", access(tmp_path)).read_bytes() == BOOKS


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer(status=404), "There is nothing at SERVER/katalog.mrc (status 404); has it moved?"),
        (
            Answer(status=401),
            "SERVER/katalog.mrc wants to know who we are: set user and password_env in this [[partner]] (status 401).",
        ),
        (Answer(status=500), "SERVER/katalog.mrc answers with status 500."),
        (Answer(status=304), "SERVER/katalog.mrc answers with status 304."),
        (Answer(BOOKS[:20], status=206), "SERVER/katalog.mrc answers with status 206, and not with a whole file."),
        (Answer(b"Please wait", status=202), "SERVER/katalog.mrc answers with status 202, and not with a whole file."),
        (Answer(status=204), "SERVER/katalog.mrc answers with status 204, and not with a whole file."),
        (
            Answer(status=503),
            "SERVER/katalog.mrc is too busy to answer (status 503); try again later.",
        ),
        (
            Answer(status=503, headers={"Retry-After": "7200"}),
            "SERVER/katalog.mrc is too busy to answer (status 503), and asks to come back in 7,200 s; try again later.",
        ),
        (
            Answer(status=301, headers={"Location": "http://other.example/katalog.mrc"}),
            "SERVER/katalog.mrc has moved to http://other.example/katalog.mrc; "
            "if that is right, make it the partner's source.",
        ),
        (Answer(status=302, headers={"Location": "/katalog.mrc"}), "SERVER/katalog.mrc sends us round in a circle."),
    ],
)
def test_what_cannot_be_fetched_says_why_and_what_to_do(tmp_path: Path, answer: Answer, sentence: str) -> None:
    with serving(lambda _: answer) as server:
        assert refused(server, tmp_path) == sentence


@pytest.mark.parametrize("name", ["目" * 120 + ".mrc", "kat." + "a" * 199 + ".mrc", "." * 250 + "mrc"])
def test_name_of_any_length_is_one_that_a_file_may_have(tmp_path: Path, name: str) -> None:
    with serving(lambda _: Answer(BOOKS)) as server:
        path = fetch_file(f"{server.url}/{quote(name)}", access(tmp_path))
        assert path.read_bytes() == BOOKS
    assert path.name.endswith("mrc")
    assert not path.name.startswith(".")


def test_server_that_stays_silent_or_is_not_there_says_so(tmp_path: Path) -> None:
    with serving(lambda _: Answer(BOOKS, delay=30.0)) as server:
        assert refused(server, tmp_path, timeout=0.2) == "SERVER/katalog.mrc didn't answer within 0.2 s."
    assert refused(server, tmp_path).startswith("SERVER/katalog.mrc can't be reached: ")


def _harvested(url: str, visited: Access) -> None:
    harvest(url, OaiRules(), visited, HarvestMemory(), full=True, progress=Unwatched())


@pytest.mark.parametrize("fetched", [fetch_file, _harvested])
def test_answer_that_comes_byte_by_byte_is_given_up(tmp_path: Path, fetched: Callable[[str, Access], object]) -> None:
    began = time.monotonic()
    with (
        serving(lambda _: Answer(BOOKS, drip=0.1)) as server,
        pytest.raises(SourceUnreadable, match=r"too long|didn't answer"),
    ):
        fetched(f"{server.url}/katalog", access(tmp_path, timeout=0.2))
    assert time.monotonic() - began < 20 < len(BOOKS) * 0.1


def test_server_that_stays_silent_is_asked_as_often_as_a_busy_one(tmp_path: Path) -> None:
    with serving(lambda _: Answer(BOOKS, delay=30.0)) as server:
        refused(server, tmp_path, timeout=0.2)
        assert len(server.asked) == 3


def test_address_of_the_wrong_scheme_says_so_at_once(tmp_path: Path) -> None:
    with serving(lambda _: Answer(BOOKS)) as server:
        url = server.url.replace("http:", "https:")
        with pytest.raises(SourceUnreadable) as caught:
            fetch_file(f"{url}/katalog.mrc", access(tmp_path))
    assert str(caught.value) == (
        f"No secure connection to {url}/katalog.mrc can be made; is it an address with http:// and not https://?"
    )


@pytest.mark.parametrize(
    ("code", "message", "advice"),
    [
        (18, "self-signed certificate", "tell the partner"),
        (9, "certificate is not yet valid", "see whether this machine's clock is right"),
    ],
)
def test_certificate_that_cannot_be_trusted_is_told_as_that(code: int, message: str, advice: str) -> None:
    fault = ssl.SSLCertVerificationError(1, "certificate verify failed")
    fault.verify_code, fault.verify_message = code, message
    error = httpx2.ConnectError(str(fault))
    error.__cause__ = fault
    assert told("https://u:secret@katalog.example/a?key=b", error, Access()) == (
        f"The certificate of https://katalog.example/a can't be trusted: {message}; {advice}."
    )


def test_server_that_is_busy_is_asked_again_when_it_says(tmp_path: Path) -> None:
    busy = [Answer(status=503, headers={"Retry-After": "1"}), Answer(status=429), Answer(BOOKS)]
    with serving(lambda _: busy.pop(0)) as server:
        assert fetch_file(f"{server.url}/katalog.mrc", access(tmp_path)).read_bytes() == BOOKS


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("soon", None),
        ("", None),
        ("-5", None),
        ("\xb2", None),
        ("9" * 400, None),
        ("Fri, 31 Dec 99999999999999999999 23:59:59 GMT", None),
        ("Fri, 20 Nov 2020 08:00:00 GMT", 0.0),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float | None) -> None:
    assert retry_after(value) == seconds


def test_retry_after_a_date_to_come_is_the_time_until_then() -> None:
    wait = retry_after(format_datetime(datetime.now(UTC) + timedelta(minutes=10), usegmt=True))
    assert wait is not None
    assert 590 < wait <= 600


def test_requests_say_who_asks_and_prove_it_without_a_word_in_messages(tmp_path: Path) -> None:
    named = {"user_agent": "Padu/1 (+https://katalog.example)", "contact": "pustaka@katalog.example"}
    secret = {"user": "padu", "password": "rahasia"}
    with serving(lambda _: Answer(status=500)) as server:
        said = refused(server, tmp_path, "/katalog.mrc?key=rahasia", **named, **secret)
    headers = server.asked[0].headers
    assert (headers["user-agent"], headers["from"]) == tuple(named.values())
    assert headers["authorization"] == "Basic cGFkdTpyYWhhc2lh"
    assert said == "SERVER/katalog.mrc answers with status 500."
    assert "rahasia" not in repr(access(tmp_path, **named, **secret))
    assert shown("https://padu:rahasia@katalog.example:8443/a?key=rahasia#b") == "https://katalog.example:8443/a"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False),
        ("169.254.169.254", False), ("0.0.0.0", False), ("100.64.0.1", False), ("224.0.0.1", False), ("::1", False),
        ("fe80::1%eth0", False), ("fd00::1", False), ("::ffff:10.0.0.1", False), ("::ffff:8.8.8.8", True),
        ("8.8.8.8", True), ("2001:4860:4860::8888", True),
    ],
)  # fmt: skip
def test_address_is_public_or_it_is_not(address: str, public: bool) -> None:
    assert is_public(address) is public


def names(*found: str) -> Callable[..., list[tuple[object, ...]]]:
    return lambda *_, **__: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in found]


def test_name_that_leads_to_this_network_is_refused_unless_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = (
        "127.0.0.1 is on this machine or its own network (127.0.0.1); if that is right, "
        "say private = true in this [[partner]]."
    )
    with serving(lambda _: Answer(BOOKS)) as server:
        assert refused(server, tmp_path, private=False) == said
        assert server.asked == []
    monkeypatch.setattr(socket, "getaddrinfo", names("8.8.8.8", "10.0.0.7"))
    with pytest.raises(SourceUnreadable, match=r"katalog\.example is on this .* \(10\.0\.0\.7\)"):
        public_addresses("katalog.example", 80)


def test_name_is_resolved_once_and_reached_by_that_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda _: Answer(BOOKS)) as server:
        port = server.url.rpartition(":")[2]
        resolve, asked = socket.getaddrinfo, []

        def once(host: str, *rest: object, **named: object) -> object:
            asked.append(host)
            return resolve("127.0.0.1", *rest, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(addresses, "is_public", lambda _: True)
        monkeypatch.setattr(socket, "getaddrinfo", once)
        path = fetch_file(f"http://katalog.test:{port}/katalog.mrc", access(tmp_path, private=False))
    assert path.read_bytes() == BOOKS
    assert [each for each in asked if each == "katalog.test"] == ["katalog.test"]
    assert server.asked[0].headers["host"] == f"katalog.test:{port}"
