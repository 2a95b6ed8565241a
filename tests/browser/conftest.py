"""Catalogues on real ports, and a browser that complains of everything a page shouldn't do.

`address` serves a small catalogue made for single tests, `demo` what `padu demo` loads, `heavy` one whose facets all
overflow, and `unreachable` an engine that isn't there. `opened` opens a path of the first; `visitor` any address.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Request
from starlette.types import ASGIApp

from discovery.catalog.record import Title
from discovery.cli import demo_settings
from discovery.engines.embedded.engine import EmbeddedEngine
from discovery.search.service import SearchService
from indexer.cli import run_sync
from tests.browser.heavy import HEAVY_SITE, heavy_records
from tests.browser.places import Demo, found_in
from tests.catalogues import SITE, publish, union
from web.app import app_from, create_app

Visitor = Callable[..., Page]

# No test measures a page by how long a busy machine takes for it.
PATIENCE = 120_000

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


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    settings = demo_settings(tmp_path_factory.mktemp("demo"))
    run_sync(settings)
    with served(app_from(settings)) as address:
        yield found_in(address)


@pytest.fixture(scope="session")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    service = publish(tmp_path_factory.mktemp("heavy"), heavy_records())
    with served(create_app(SearchService(service.engine, HEAVY_SITE.libraries), HEAVY_SITE)) as address:
        yield address


@pytest.fixture(scope="session")
def unreachable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    nowhere: Path = tmp_path_factory.mktemp("nowhere")
    with served(create_app(SearchService(EmbeddedEngine(nowhere), SITE.libraries), SITE)) as address:
        yield address


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[Visitor]:
    """Opens a page in a browser of its own, and fails the test if that complains or asks another host for anything.

    A page that is an error must say so by its `status`, or the browser's word about it counts as a complaint.
    """
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def visit(address: str, status: int = 200, *, scripts_arrive: bool = True, **options: object) -> Page:
        context = chromium.new_context(**{"locale": "en-GB", **options})  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if not scripts_arrive:
            context.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page = context.new_page()
        page.on("console", lambda said: _hear(complaints, said.text, said.location.get("url", ""), address, status))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "requestfailed",
            lambda request: None if _is_given_up(request) else complaints.append(f"failed: {request.url}"),
        )
        page.on(
            "request",
            lambda request: None if request.url.startswith(_host(address)) else complaints.append(request.url),
        )
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == status
        return page

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def opened(visitor: Visitor, address: str) -> Visitor:
    return lambda path, **options: visitor(address + path, **options)


def _host(address: str) -> str:
    return "/".join(address.split("/")[:3]) + "/"


def _hear(complaints: list[str], text: str, about: str, address: str, status: int) -> None:
    """Chromium reports every answer of 400 and above, also where it was to be expected."""
    if status == 200 or about != address:
        complaints.append(text)


def _is_given_up(request: Request) -> bool:
    """Whether it asked for what nobody waits for any more, suggestions or a page's icon: the reader has gone on."""
    return request.failure == "net::ERR_ABORTED" and any(part in request.url for part in ("/search/suggest?", "/icon."))
