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
    """`cut` breaks the connection after so many bytes of the body, of which the length was promised whole."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    delay: float = 0.0


class Loopback:
    """The running server. `asked` are the requests so far, in order."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.asked: list[Request] = []


@contextmanager
def serving(answer: Callable[[Request], Answer]) -> Iterator[Loopback]:
    """Serve on a port of its own until the test ends."""
    stopped = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            headers = {name.lower(): value for name, value in self.headers.items()}
            request = Request(parts.path, dict(parse_qsl(parts.query, keep_blank_values=True)), headers)
            server.asked.append(request)
            self._send(answer(request))

        def _send(self, given: Answer) -> None:
            stopped.wait(given.delay)
            self.send_response(given.status)
            for name, value in given.headers.items():
                self.send_header(name, value)
            if given.status != 304:
                self.send_header("Content-Length", str(len(given.body)))
            self.end_headers()
            self.wfile.write(given.body if given.cut is None else given.body[: given.cut])
            self.close_connection = given.cut is not None

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads = True
        server = Loopback(f"http://127.0.0.1:{http.server_port}")
        thread = threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            stopped.set()
            http.shutdown()
            thread.join()
