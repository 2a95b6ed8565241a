"""A web server on this machine for one test: it answers as a function says, and keeps what it was asked."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True, slots=True)
class Request:
    """One request: its path, its parameters, and its headers in lower case."""

    path: str
    parameters: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """`cut` breaks the connection after so many bytes of the body, of which the length was promised whole.

    `drip` is how many seconds pass between one byte and the next.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    delay: float = 0.0
    drip: float = 0.0


class Loopback:
    """The running server. `asked` are the requests so far, in order."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.asked: list[Request] = []


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, answer: Callable[[Request], Answer]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer = answer
        self.loopback = Loopback(f"http://127.0.0.1:{self.server_port}")
        self.stopped = threading.Event()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(parts.path, dict(parse_qsl(parts.query, keep_blank_values=True)), headers)
        self.server.loopback.asked.append(request)
        given = self.server.answer(request)
        self.server.stopped.wait(given.delay)
        try:
            self._send(given)
        except ConnectionError:
            # A client whose patience is tested has gone by now.
            self.close_connection = True

    def _send(self, given: Answer) -> None:
        self.send_response(given.status)
        for name, value in given.headers.items():
            self.send_header(name, value)
        if given.status != 304:
            self.send_header("Content-Length", str(len(given.body)))
        self.end_headers()
        for byte in given.body if given.drip else b"":
            self.wfile.write(bytes((byte,)))
            self.server.stopped.wait(given.drip)
        if given.drip:
            return
        self.wfile.write(given.body if given.cut is None else given.body[: given.cut])
        self.close_connection = given.cut is not None

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def serving(answer: Callable[[Request], Answer]) -> Iterator[Loopback]:
    """Serve on a port of its own until the test ends."""
    with _Server(answer) as http:
        thread = threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield http.loopback
        finally:
            http.stopped.set()
            http.shutdown()
            thread.join()
