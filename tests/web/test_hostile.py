"""Whatever stands in an address, the answer is a page or a sentence, and never an accident."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

NAMES = st.sampled_from(
    ["q", "in", "q2", "op2", "f.library", "x.author", "f.year", "year", "sort", "by", "page", "size", "lang",
     "explain", "prefix", "offset", "from", "at", "before", "member", "id", "home", "hit", "way", "kind",
     "province", "lending", "name", "order", "f.nix", ""]
)  # fmt: skip
VALUES = st.one_of(
    st.binary(max_size=40).map(quote),
    st.sampled_from(
        ["-1", "0", "99999999999999999999", "1e9", "%00", "%ff%fe", "(((", '"', "AND", "\\", "../..", "١٢"]
    ),
)
PATHS = st.sampled_from(
    ["/", "/search", "/search/facet/author", "/search/facet/%00", "/browse/title", "/record/x.y.z", "/record/%2e%2e",
     "/libraries/%00", "/libraries", "/libraries/id-amn", "/search/libraries", "/offline",
     "/worker.js", "/list", "/list.ris", "/list.svg", "/list.%00", "/feed", "/search/export.csv",
     "/sitemap-%00.xml", "/record/ddddddddddddd/cite", "/record/%00/marc", "/record/%00/ask/%00",
     "/help", "/api/v1/search/libraries",
     "/api/v1/search", "/api/v1/suggest", "/api/v1/browse/author", "/api/v1/facets/year",
     "/api/v1/records/%ff", "/static/..%2fapp.py"]
)  # fmt: skip


@settings(
    max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(path=PATHS, pairs=st.lists(st.tuples(NAMES, VALUES), max_size=6))
def test_no_address_is_an_accident(reader: TestClient, path: str, pairs: list[tuple[str, str]]) -> None:
    answer = reader.get(f"{path}?{'&'.join(f'{name}={value}' for name, value in pairs)}")
    assert answer.status_code in {200, 308, 404}


@pytest.mark.parametrize("header", ["Accept-Language", "If-None-Match", "Origin"])
def test_no_header_is_an_accident(reader: TestClient, header: str) -> None:
    for value in (b"\xff\xfe", b";;;=,q=9", b"*", b"W/", b"a" * 5_000):
        assert reader.get("/api/v1/search", headers={header: value}).status_code in {200, 304}
        assert reader.get("/search", headers={header: value}).status_code in {200, 304}
