"""A small HTTP server of a test's own, for what a real Elasticsearch can't be made to do."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ELASTIC = {"x-elastic-product": "Elasticsearch", "content-type": "application/json"}


class Request(BaseHTTPRequestHandler):
    """A request with its whole `body`: what isn't read would be taken for the connection's next request."""

    protocol_version = "HTTP/1.1"
    answer: "Answer"
    body = b""

    def respond(self) -> None:
        self.body = self.rfile.read(int(self.headers.get("content-length", 0)))
        type(self).answer(self)

    do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = respond  # noqa: N815  # http.server looks for these

    def log_message(self, *_: object) -> None:
        pass


Answer = Callable[[Request], None]


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """Answers every request so; the host and port to reach it."""
    handler = type("Handler", (Request,), {"answer": staticmethod(answer)})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def respond(request: Request, status: int, headers: Mapping[str, str], body: bytes = b"{}") -> None:
    """Send one answer."""
    request.send_response(status)
    for name, value in headers.items():
        request.send_header(name, value)
    request.send_header("content-length", str(len(body)))
    request.end_headers()
    if request.command != "HEAD":
        request.wfile.write(body)
