"""Libraries stand where somebody looks for them: the tenth school after the second, whatever the codes and capitals."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from discovery.catalog.holding import Holding
from discovery.catalog.library import Library, Translated
from discovery.catalog.runs import parse_run
from discovery.catalog.site import Site
from discovery.search.service import SearchService
from tests.catalogues import publish, union
from tests.web.browsing import visit
from web.app import create_app

NAMES = ("Éclair", "SD Negeri 2", "SD Negeri 10", "sd Negeri 11")
# Their codes are in another order.
SCHOOLS = Site(
    name=Translated((("id", "Katalog Uji"),)),
    url="https://katalog.example",
    libraries=tuple(
        Library(f"id-{9 - number}", Translated((("id", name),)), "school", city="Bandung", province="Jawa Barat")
        for number, name in enumerate(NAMES)
    ),
)
CODES = tuple(library.code for library in SCHOOLS.libraries)


@pytest.fixture
def pages(tmp_path: Path) -> TestClient:
    held = tuple(Holding(code, run="1920", stretches=parse_run("1920")) for code in sorted(CODES))
    record = union(1, "Pandji poestaka", libraries=sorted(CODES), holdings=held, type="serial")
    service = publish(tmp_path, [record])
    return TestClient(create_app(SearchService(service.engine, SCHOOLS.libraries), SCHOOLS))


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("/libraries", ".library-list a"),
        ("/libraries?by=kind", ".library-list a"),
        ("/search/home", "label"),
        ("/widget", "select[name=library] option"),
        ("/serials", "select option"),
        ("/serials", ".union-list li li"),
        ("/record/{record}", ".holdings h3"),
        ("/record/{record}", ".timeline tbody th"),
    ],
)
def test_libraries_stand_in_the_order_of_their_names(pages: TestClient, path: str, selector: str) -> None:
    record = union(1, "").id
    shown = visit(pages, f"{path.format(record=record)}{'&' if '?' in path else '?'}lang=en").texts(selector)
    found = [name for text in shown if (name := _named(text))]
    assert found == list(NAMES)


def _named(text: str) -> str:
    match = re.search(r"éclair|sd negeri \d+", text, re.IGNORECASE)
    return match[0] if match else ""
