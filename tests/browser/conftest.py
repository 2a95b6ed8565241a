"""One small catalogue on a real port, and a browser that complains of everything a page shouldn't do."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Request
from starlette.types import ASGIApp

from discovery.catalog.record import Title
from tests.catalogues import SITE, publish, union
from web.app import create_app

BUMI = union(1, Title("Bumi manusia", "sebuah roman"), libraries=("id-amn", "id-nus"), subjects=("Fiksi Indonesia",))
RECORDS = [
    BUMI,
    *(
        union(number, f"Jejak langkah {number} dengan judul yang panjang sekali", subjects=(f"Tema {number}",))
        for number in range(2, 40)
    ),
]


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """The address of an application that a server thread answers for."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    service = publish(tmp_path_factory.mktemp("browser"), RECORDS, facts=[("partner:id-amn", json.dumps({}))])
    with served(create_app(service, SITE)) as address:
        yield address


@pytest.fixture
def opened(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page, and fails the test if the browser complains or asks another host for anything."""
    complaints: list[str] = []
    contexts = []

    def open_page(path: str, **options: object) -> Page:
        context = chromium.new_context(locale="en-GB", **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "requestfailed",
            lambda request: None if _is_given_up(request) else complaints.append(f"failed: {request.url}"),
        )
        page.on(
            "request",
            lambda request: None if request.url.startswith(address) else complaints.append(f"left: {request.url}"),
        )
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _is_given_up(request: Request) -> bool:
    """Whether it asked for suggestions that nobody waits for any more: the reader has gone to another page."""
    return "/search/suggest?" in request.url and request.failure == "net::ERR_ABORTED"
