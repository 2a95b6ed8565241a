"""The example catalogue as `padu demo` loads it, and readers who come to its front page.

Whoever comes knows only what is on the page: `arrive("id")` opens the front page in a browser that asks for Indonesian,
and a task goes on from there by links, fields and buttons, named as the reader sees or hears them.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from discovery.cli import demo_settings
from discovery.settings import Settings
from indexer.cli import run_sync
from tests.readers.reader import Reader
from web.app import app_from

Arrive = Callable[[str], Reader]


SITE = "https://katalog.example"


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = _settings(tmp_path_factory.mktemp("readers"))
    run_sync(settings)
    with TestClient(app_from(settings), base_url=SITE) as client:
        yield client


def _settings(folder: Path) -> Settings:
    settings = demo_settings(folder)
    return settings.model_copy(update={"site": settings.site.model_copy(update={"url": SITE})})


@pytest.fixture
def arrive(client: TestClient) -> Arrive:
    return lambda language: Reader(client, language)
