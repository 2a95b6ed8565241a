"""The search box for other sites: what is sent to them, its frame, and the page that makes the code to paste."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from starlette.testclient import TestClient

from discovery.catalog.record import UnionRecord
from discovery.engines.embedded.engine import EmbeddedEngine
from discovery.search.service import SearchService
from tests.catalogues import SITE, publish, union
from tests.web.browsing import Page, visit
from web.app import create_app
from web.pages.widget_options import WidgetOptions, read_options
from web.pages.widget_script import SOURCE, WidgetWords

CATALOGUE = "https://katalog.example"


@pytest.fixture(scope="module")
def shut(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A catalogue that one site may read and another may frame."""
    service = publish(tmp_path_factory.mktemp("widget"), [union(1, "Bumi manusia")])
    app = create_app(service, SITE, ("https://amn.example",), ("https://*.campus.example",))
    with TestClient(app) as client:
        yield client


@pytest.fixture(scope="module")
def down(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A catalogue whose engine can't answer."""
    service = SearchService(EmbeddedEngine(tmp_path_factory.mktemp("down")))
    with TestClient(create_app(service, SITE)) as client:
        yield client


def directives(answer_headers: object) -> dict[str, str]:
    policy = str(answer_headers["content-security-policy"])  # type: ignore[index]
    return dict(each.split(" ", 1) for each in policy.split("; "))


def test_the_script_is_small_and_whole(reader: TestClient) -> None:
    """At most 8 kB before compression, in three languages, with its style sheet: one request, and no other."""
    answer = reader.get("/widget.js", headers={"Accept-Encoding": "identity"})
    assert len(answer.content) <= 8_000
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "/*" not in answer.text
    assert [each for each in ("Cari", "Search", "ابحث", "all:initial") if each not in answer.text] == []
    assert re.findall(r"\bimport\b(?!\.meta)|cookie|Storage|innerHTML|\beval|indexedDB", answer.text) == []


def test_the_script_names_its_words_in_the_order_in_which_they_are_sent() -> None:
    names = re.search(r"const \[([^\]]+)\] = WORDS", SOURCE.read_text(encoding="utf-8"))
    assert names is not None
    *named, rest = (each.strip() for each in names[1].split(","))
    fields = list(WidgetWords.__dataclass_fields__)
    assert ([each.lower() for each in named], rest) == (fields[: len(named)], "...KINDS")
    assert fields[len(named) :] == ["title", "author", "subject"]


def test_any_site_may_load_the_script_and_keeps_it_until_it_changes(shut: TestClient) -> None:
    first = shut.get("/widget.js", headers={"Origin": "https://lain.example"})
    again = shut.get("/widget.js", headers={"If-None-Match": first.headers["etag"]})
    for answer in (first, again):
        told = ("access-control-allow-origin", "cross-origin-resource-policy", "cache-control")
        assert [answer.headers[each] for each in told] == ["*", "cross-origin", "public, max-age=3600"]
    assert (first.status_code, first.headers["content-encoding"], again.status_code) == (200, "gzip", 304)
    assert again.content == b""


@pytest.mark.parametrize(
    ("asked", "options"),
    [
        ("", WidgetOptions("", "en", here=False, label="", accent="", paper="")),
        (
            "library=id-nus&language=ar&results=here&label=+Cari++di+sini&accent=%23FFCC00&paper=%23112233",
            WidgetOptions("id-nus", "ar", here=True, label="Cari di sini", accent="#ffcc00", paper="#112233"),
        ),
        # The usual colours are left to the widget, which has others in the dark.
        ("accent=%230b5563&paper=%23ffffff", WidgetOptions("", "en", here=False, label="", accent="", paper="")),
        (
            f"library=nix&language=xx&results=there&accent=red;}}&paper=%23fff&label={'x' * 500}",
            WidgetOptions("", "en", here=False, label="x" * 100, accent="", paper=""),
        ),
    ],
)
def test_options_that_can_not_be_are_left_out(reader: TestClient, asked: str, options: WidgetOptions) -> None:
    pairs = reader.build_request("GET", f"/widget?{asked}").url.params.multi_items()
    assert read_options(pairs, "en", {"id-amn", "id-nus"}) == options


def test_the_builder_gives_code_that_works_without_javascript_too(reader: TestClient) -> None:
    page = visit(reader, "/widget?lang=en").submit("builder", library="id-amn", language="en", results="here")
    code = BeautifulSoup(page.texts("pre.code")[0], "html.parser")
    assert code.script.attrs == {"type": "module", "src": f"{CATALOGUE}/widget.js"}
    assert code.find("padu-search").attrs == {
        "library": "id-amn",
        "lang": "en",
        "results": "here",
        "label": "Search the catalogue of AMN Library",
    }
    form = code.select_one("padu-search form")
    fields = {str(each["name"]): each.get("value", "") for each in form.select("input")}
    assert (form["action"], fields) == (f"{CATALOGUE}/search", {"q": "", "f.library": "id-amn", "lang": "en"})
    assert (form.label.get_text(strip=True), form.button.text) == ("Search the catalogue of AMN Library", "Search")


def test_the_builder_previews_what_it_gives(reader: TestClient) -> None:
    page = visit(reader, "/widget?lang=en&language=ar&library=id-amn&accent=%23aa0044&label=%3Cb%3E%22")
    given = BeautifulSoup(page.texts("pre.code")[0], "html.parser").find("padu-search")
    shown = page.html.select_one("padu-search")
    assert (shown.attrs, shown["label"]) == ({**given.attrs, "dir": "rtl"}, '<b>"')
    assert page.html.select_one("#made link")["href"] == "/widget/theme.css?accent=%23aa0044&lang=en"
    assert page.texts("pre.code")[1] == "padu-search { --padu-accent: #aa0044; }"
    framed = BeautifulSoup(page.texts("pre.code")[3], "html.parser").iframe
    assert framed["src"] == CATALOGUE + str(page.html.select_one("iframe")["src"])
    assert visit(reader, str(page.html.select_one("iframe")["src"])).texts("label") == ['<b>"']


def test_the_policy_it_asks_for_names_the_catalogue_alone(reader: TestClient) -> None:
    assert visit(reader, "/widget").texts("pre.code")[1] == (
        f"script-src {CATALOGUE}; connect-src {CATALOGUE}; form-action {CATALOGUE}; frame-src {CATALOGUE}"
    )


def test_the_builder_says_which_sites_may_use_it(reader: TestClient, shut: TestClient) -> None:
    asks = "The technician of this catalogue adds yours: frame_hosts under [web] in padu.toml."
    assert visit(reader, "/widget?lang=en").texts(".note") == [f"Sites that may show it: none yet. {asks}"]
    assert visit(shut, "/widget?lang=en").texts(".note") == [
        "Suggestions and results appear on these sites only: https://amn.example. "
        "On others the box leads to the catalogue.",
        f"Sites that may show it: https://*.campus.example. {asks}",
    ]


def test_the_frame_alone_may_be_framed_and_by_the_settings_sites_alone(shut: TestClient) -> None:
    first = shut.get("/widget/frame")
    again = shut.get("/widget/frame", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    for answer in (first, again):
        told = directives(answer.headers)
        assert told["frame-ancestors"] == "'self' https://*.campus.example"
        assert (told["script-src"], told["connect-src"]) == ("'none'", "'none'")
    for path in ("/widget", "/widget.js", "/widget/theme.css", "/widget/nix", "/"):
        assert directives(shut.get(path).headers)["frame-ancestors"] == "'none'"
    assert directives(shut.get("/widget").headers)["frame-src"] == "'self'"


def test_the_frame_leads_to_the_catalogue(reader: TestClient) -> None:
    page = visit(reader, "/widget/frame?library=id-amn&lang=ar")
    form = page.html.select_one("form")
    assert (page.html.html["lang"], page.html.html["dir"]) == ("ar", "rtl")
    assert (form["action"], form["target"]) == ("/search", "_top")
    hidden = {str(each["name"]): each["value"] for each in form.select("[type=hidden]")}
    assert hidden == {"f.library": "id-amn", "lang": "ar"}
    assert page.html.select("script, style, [style]") == []


def test_the_frame_shows_titles_in_their_own_script_and_says_what_was_searched_instead(reader: TestClient) -> None:
    results = visit(reader, "/widget/frame?lang=en&results=here&q=ihya+qqqzzz")
    assert results.texts("[role=status]") == [
        "Found: 1 No record has all of “ihya qqqzzz”. These are the records without: qqqzzz."
    ]
    assert results.texts("ol li p")[0] == "إحياء علوم الدين"


def test_the_frame_shows_results_where_that_was_chosen(reader: TestClient, bumi: UnionRecord) -> None:
    page = visit(reader, "/widget/frame?library=id-nus&lang=en&results=here&accent=%23aa0044")
    form = page.html.select_one("form")
    hidden = {str(each["name"]): each["value"] for each in form.select("[type=hidden]")}
    assert (form["action"], form["target"]) == ("/widget/frame", "_self")
    assert hidden == {"library": "id-nus", "results": "here", "accent": "#aa0044", "lang": "en"}
    results = visit(reader, "/widget/frame?library=id-nus&lang=en&results=here&q=toer")
    assert results.texts("[role=status]") == ["Found: 1"]
    assert results.texts("ol li") == [
        "Bumi <manusia> : sebuah roman Toer, Pramoedya Ananta · Jakarta : Hasta Mitra, 1980 "
        "Perpustakaan Nusantara 899.221 TOE b (+1)"
    ]
    links = {a.get_text(): (a["href"], a["target"]) for a in results.html.select("a")}
    assert links == {
        "Bumi <manusia> : sebuah roman": (f"/record/{bumi.id}?lang=en", "_top"),
        "Open this search in the catalogue": ("/search?q=toer&f.library=id-nus&lang=en", "_top"),
    }


def test_a_frame_that_finds_nothing_in_one_library_offers_all(reader: TestClient) -> None:
    page = visit(reader, "/widget/frame?library=id-nus&lang=en&results=here&q=xyzzyqqq")
    assert page.texts("[role=status], ol li, a") == ["Nothing was found.", "Search in all libraries"]
    assert page.html.select_one("a")["href"] == "/search?q=xyzzyqqq&lang=en"


def test_a_frame_of_a_catalogue_that_can_not_answer_is_still_a_form(down: TestClient) -> None:
    form = down.get("/widget/frame?library=id-amn&lang=en")
    answer = down.get("/widget/frame?library=id-amn&lang=en&results=here&q=bumi")
    page = Page(down, BeautifulSoup(answer.text, "html.parser"))
    assert (form.status_code, answer.status_code) == (200, 503)
    assert page.texts("[role=status], a") == [
        "The catalogue can't answer just now.",
        "Open this search in the catalogue",
    ]
    assert page.html.select_one("a")["href"] == "/search?q=bumi&f.library=id-amn&lang=en"
    for each in (form, answer):
        assert directives(each.headers)["frame-ancestors"] == "'self'"
        assert each.headers["cache-control"] == "no-store"


def test_a_theme_holds_colours_and_nothing_else(reader: TestClient) -> None:
    sheet = reader.get("/widget/theme.css?accent=%23aa0044&paper=red%7D*%7Bdisplay:none")
    assert sheet.headers["content-type"] == "text/css; charset=utf-8"
    assert re.findall(r"--padu-(\w+): ([^;]+);", sheet.text) == [
        ("font", 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif'),
        ("accent", "#aa0044"),
    ]
    assert "display" not in sheet.text


def test_a_catalogue_below_a_path_gives_addresses_below_it(tmp_path: Path) -> None:
    below = SITE.__class__(name=SITE.name, url="https://kota.example/katalog", libraries=SITE.libraries)
    service = publish(tmp_path, [union(1, "Bumi manusia")])
    with TestClient(create_app(service, below)) as client:
        page = visit(client, "/widget?lang=en")
    code = BeautifulSoup(page.texts("pre.code")[0], "html.parser")
    assert (code.script["src"], code.form["action"]) == (
        "https://kota.example/katalog/widget.js",
        "https://kota.example/katalog/search",
    )
    assert "script-src https://kota.example;" in page.texts("pre.code")[1]
