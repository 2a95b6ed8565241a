"""The search box on other people's pages, in a real Chromium: by keyboard alone, whatever those pages do to it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Locator, Page, Route

from tests.browser.conftest import BUMI, RECORDS, served
from tests.browser.foreign_sites import THREE, foreign_site
from tests.catalogues import SITE, publish
from web.app import create_app

pytestmark = pytest.mark.browser

Abroad = Callable[..., Page]


@dataclass(frozen=True, slots=True)
class Places:
    """The library's site and the catalogue, each of an origin of its own."""

    site: str
    catalogue: str


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    catalogues: list[str] = []
    service = publish(tmp_path_factory.mktemp("widget"), RECORDS)
    with foreign_site(catalogues) as site, served(create_app(service, SITE, frame_hosts=(site,))) as catalogue:
        catalogues.append(catalogue)
        yield Places(site, catalogue)


@pytest.fixture
def abroad(chromium: Browser, places: Places) -> Iterator[Abroad]:
    """Opens a page of the library's site, and fails the test if the browser complains, leaves the two, or stores."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def visit(path: str, **options: object) -> Page:
        context = chromium.new_context(**{"locale": "en-GB", **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith((places.site, places.catalogue)) else complaints.append(request.url)
            ),
        )
        page.goto(places.site + path)
        return page

    yield visit
    for context in contexts:
        complaints += [str(cookie) for cookie in context.cookies()]
        # The catalogue's own pages keep the reader's searches in the reader's browser; the box is no page of its.
        stored = context.storage_state(indexed_db=True)["origins"]
        complaints += [str(origin) for origin in stored if origin["origin"] == places.site]
        context.close()
    assert complaints == []


def box(page: Page, number: int = 0) -> Locator:
    return page.locator("padu-search").nth(number)


def violations(page: Page, within: str) -> list[tuple[str, str]]:
    found = Axe().run(page, context=within).response["violations"]
    return [(each["id"], node["html"]) for each in found for node in each["nodes"]]


@pytest.mark.parametrize("path", THREE)
def test_a_suggestion_is_chosen_by_keyboard_alone(abroad: Abroad, places: Places, path: str) -> None:
    page = abroad(path)
    page.keyboard.press("Tab")
    field = box(page).get_by_role("combobox", name="Search AMN", exact=True)
    assert field.evaluate("field => field.getRootNode().activeElement === field")
    assert field.evaluate("field => getComputedStyle(field).outlineStyle") == "solid"
    page.keyboard.type("fik")
    options = box(page).get_by_role("option")
    options.first.wait_for()
    assert (field.get_attribute("aria-expanded"), options.all_inner_texts()) == ("true", ["Fiksi Indonesia Subject"])
    assert box(page).get_by_role("status").first.text_content() == "Suggestions: 1"
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    assert options.first.get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert (field.get_attribute("aria-expanded"), options.count(), field.input_value()) == ("false", 0, "fik")
    assert field.get_attribute("aria-activedescendant") == ""
    page.keyboard.type("s")
    options.first.wait_for()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{places.catalogue}/search?q=%22%5EFiksi+Indonesia%24%22&in=subject&f.library=id-amn&lang=en")
    assert page.locator(".hit h2").all_inner_texts() == ["Bumi manusia : sebuah roman"]


@pytest.mark.parametrize("path", THREE)
def test_words_lead_to_the_catalogue(abroad: Abroad, places: Places, path: str) -> None:
    page = abroad(path)
    page.keyboard.press("Tab")
    page.keyboard.type("jejak")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{places.catalogue}/search?q=jejak&f.library=id-amn&lang=en")


@pytest.mark.parametrize("path", THREE)
def test_results_appear_in_place_where_that_is_wanted(abroad: Abroad, places: Places, path: str) -> None:
    page = abroad(path)
    second = box(page, 1)
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("toer")
    page.keyboard.press("Enter")
    second.get_by_role("listitem").first.wait_for()
    assert page.url == places.site + path
    assert second.get_by_role("status").last.inner_text() == "Ditemukan: 39"
    hits = second.get_by_role("listitem")
    assert hits.count() == 3
    bumi = hits.filter(has_text="Bumi manusia")
    assert bumi.inner_text().split("\n\n") == [
        "Bumi manusia : sebuah roman",
        "Toer, Pramoedya Ananta · Jakarta : Hasta Mitra, 1980",
        "Perpustakaan AMN 899 1 · Perpustakaan Nusantara 899 1",
    ]
    assert bumi.get_by_role("link").get_attribute("href") == f"{places.catalogue}/record/{BUMI.id}?lang=id"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.shadowRoot.activeElement.textContent") == "Bumi manusia : sebuah roman"
    second.get_by_role("link", name="Buka pencarian ini di katalog").click()
    page.wait_for_url(f"{places.catalogue}/search?q=toer&lang=id")


def test_a_result_shows_its_title_in_its_own_script(abroad: Abroad) -> None:
    page = abroad("/bare")

    def with_original(route: Route) -> None:
        answer = route.fetch()
        told = answer.json()
        told["hits"][0]["original_title"] = "إحياء علوم الدين"
        route.fulfill(response=answer, json=told)

    page.route("**/api/v1/search?*", with_original)
    second = box(page, 1)
    second.get_by_role("combobox").fill("toer")
    second.get_by_role("combobox").press("Enter")
    second.get_by_role("listitem").first.wait_for()
    hits = second.get_by_role("listitem").all_inner_texts()
    assert [len(each.split("\n\n")) for each in hits] == [4, 3, 3]
    assert hits[0].split("\n\n")[1] == "إحياء علوم الدين"


def test_a_scoped_box_that_finds_nothing_offers_all_libraries(abroad: Abroad, places: Places) -> None:
    page = abroad("/bare")
    first = box(page)
    first.evaluate("box => box.setAttribute('results', 'here')")
    first.evaluate("box => box.setAttribute('library', 'id-nus')")
    first.get_by_role("combobox").fill("jejak langkah")
    first.get_by_role("combobox").press("Enter")
    wider = first.get_by_role("link", name="Search in all libraries")
    wider.wait_for()
    assert first.get_by_role("status").last.inner_text() == "Nothing was found."
    assert wider.get_attribute("href") == f"{places.catalogue}/search?q=jejak+langkah&lang=en"


def test_a_box_for_one_library_does_not_say_that_it_searches_all(abroad: Abroad) -> None:
    page = abroad("/unlabelled")
    assert [box(page, number).get_by_role("search").get_attribute("aria-label") for number in (0, 1)] == [
        "Search",
        "Search the libraries of Test Catalogue",
    ]


def test_boxes_on_one_page_keep_apart(abroad: Abroad) -> None:
    page = abroad("/bare")
    box(page).get_by_role("combobox").press_sequentially("fik")
    box(page).get_by_role("option").first.wait_for()
    assert box(page, 1).get_by_role("option").count() == 0
    box(page, 1).get_by_role("combobox").focus()
    assert box(page).get_by_role("option").count() == 0
    spoken = [box(page, number).get_by_role("button").inner_text() for number in (0, 1)]
    assert spoken == ["Search", "Cari"]
    box(page).evaluate("box => { box.lang = 'ar' }")
    assert box(page).get_by_role("button").inner_text() == "ابحث"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*THREE, "/arabic"])
def test_axe_finds_nothing_in_the_box(abroad: Abroad, path: str, scheme: str) -> None:
    page = abroad(path, bypass_csp=True, color_scheme=scheme)
    last = page.locator("padu-search").last
    last.get_by_role("combobox").fill("toer")
    last.get_by_role("combobox").press("Enter")
    last.get_by_role("listitem").first.wait_for()
    assert violations(page, "padu-search") == []
    field = box(page).get_by_role("combobox")
    field.fill("")
    field.press_sequentially("toer")
    box(page).get_by_role("option").first.wait_for()
    field.press("ArrowDown")
    assert violations(page, "padu-search") == []


def test_a_hostile_style_sheet_changes_nothing_inside(abroad: Abroad) -> None:
    """Letters, their size, spacing and direction, and what is shown: as on a page that leaves them alone."""
    told = """box => [...box.shadowRoot.querySelectorAll("*")].map(each => {
      const { color, backgroundColor, fontSize, letterSpacing, textTransform, textAlign, direction, display,
              textIndent, whiteSpace, cursor } = getComputedStyle(each);
      return [each.tagName, color, backgroundColor, fontSize, letterSpacing, textTransform, textAlign, direction,
              display, textIndent, whiteSpace, cursor].join();
    })"""
    bare, hostile = (box(abroad(path)).evaluate(told) for path in ("/bare", "/hostile"))
    assert len(bare) > 8
    assert hostile == bare


COLOURS = (
    ("", ""),
    ("#ffd400", "#ffffff"),
    ("#ffffff", "#ffffff"),
    ("#777777", "#767676"),
    ("#000000", "#000000"),
    ("rebeccapurple", "oklch(0.55 0.2 140)"),
    ("color(display-p3 1 0 0)", "#b51a00"),
    ("rgb(0 0 255 / 20%)", "transparent"),
    ("no colour", "nor this"),
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("accent", "paper"), COLOURS)
def test_no_choice_of_colours_makes_a_text_hard_to_read(abroad: Abroad, accent: str, paper: str, scheme: str) -> None:
    """WCAG 1.4.3, on pages that follow the reader's scheme."""
    page = abroad("/bare", color_scheme=scheme)
    page.evaluate("document.documentElement.style.colorScheme = 'light dark'")
    for name, value in (("accent", accent), ("paper", paper)):
        if value:
            box(page).evaluate("(box, [name, value]) => box.style.setProperty(name, value)", [f"--padu-{name}", value])
    box(page).get_by_role("combobox").press_sequentially("jejak")
    box(page).get_by_role("option").first.wait_for()
    box(page).get_by_role("combobox").press("ArrowDown")
    assert box(page).evaluate(CONTRAST) >= 4.5


CONTRAST = """box => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const paint = (colours) => {
    canvas.fillStyle = "white";
    canvas.fillRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(v => v / 255)
      .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const page = getComputedStyle(document.documentElement).colorScheme.includes("dark") &&
    matchMedia("(prefers-color-scheme: dark)").matches ? "#121212" : "white";
  const grounds = (element) => {
    const under = element.parentElement ? grounds(element.parentElement) : [page];
    return [...under, getComputedStyle(element).backgroundColor];
  };
  const texts = [...box.shadowRoot.querySelectorAll("*")].filter(e => e.tagName === "INPUT" ||
    [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
  return Math.min(...texts.map(e => {
    const ground = grounds(e);
    const [a, b] = [paint([...ground, getComputedStyle(e).color]), paint(ground)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  }));
}"""


def test_in_arabic_it_runs_from_right_to_left(abroad: Abroad) -> None:
    page = abroad("/arabic", viewport={"width": 360, "height": 740})
    field, button = box(page).get_by_role("combobox"), box(page).get_by_role("button")
    field_place, button_place = field.bounding_box(), button.bounding_box()
    assert field_place is not None
    assert button_place is not None
    assert field_place["x"] > button_place["x"]
    field.fill("bumi")
    field.press("Enter")
    box(page).get_by_role("listitem").first.wait_for()
    assert box(page).get_by_role("status").last.inner_text().startswith("عدد النتائج: ")
    assert box(page).get_by_role("listitem").inner_text().split("\n")[-1] == "Perpustakaan Nusantara 899 1 (+1)"
    assert box(page).get_by_role("listitem").get_by_role("link").get_attribute("href").endswith("?home=id-nus&lang=ar")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


# What Safari's Intl takes "ar" for.
ARABIC_DIGITS = """() => {
  const plain = Number.prototype.toLocaleString;
  Number.prototype.toLocaleString = function (tag) { return plain.call(this, tag === "ar" ? "ar-u-nu-arab" : tag); };
}"""


def test_numbers_are_in_the_catalogues_digits_whatever_the_browsers(abroad: Abroad) -> None:
    page = abroad("/arabic")
    page.evaluate(ARABIC_DIGITS)
    field = box(page).get_by_role("combobox")
    field.fill("bumi")
    field.press("Enter")
    box(page).get_by_role("listitem").first.wait_for()
    assert re.fullmatch("عدد النتائج: [0-9]+", box(page).get_by_role("status").last.inner_text())


@pytest.mark.parametrize("status", [503, 200, 0])
def test_a_catalogue_that_can_not_answer_says_so_in_the_box(chromium: Browser, places: Places, status: int) -> None:
    """A 503, a page of somebody's proxy where JSON should be, or no connection at all."""

    def answer(route: Route) -> None:
        if not status:
            route.abort()
            return
        permission = {"Access-Control-Allow-Origin": "*"}
        route.fulfill(status=status, headers=permission, content_type="text/html", body="<h1>Maintenance</h1>")

    with chromium.new_context() as context:
        context.route("**/api/v1/**", answer)
        page = context.new_page()
        page.goto(f"{places.site}/bare")
        box(page).get_by_role("combobox").press_sequentially("jejak")
        told = box(page).get_by_role("status").last
        way = told.get_by_role("link")
        way.wait_for()
        assert told.inner_text() == "The catalogue can't answer just now. Open this search in the catalogue"
        assert way.get_attribute("href") == f"{places.catalogue}/search?q=jejak&f.library=id-amn&lang=en"
        second = box(page, 1)
        second.get_by_role("combobox").fill("bumi")
        second.get_by_role("button").click()
        second.get_by_role("link").wait_for()
        assert second.get_by_role("link").get_attribute("href") == f"{places.catalogue}/search?q=bumi&lang=id"
        context.unroute("**/api/v1/**")
        box(page).get_by_role("combobox").fill("fik")
        box(page).get_by_role("option").first.wait_for()
        assert told.inner_text() == ""
        box(page).get_by_role("combobox").press("Enter")
        page.wait_for_url(f"{places.catalogue}/search?q=fik&f.library=id-amn&lang=en")


def test_only_the_last_letters_are_answered(chromium: Browser, places: Places) -> None:
    late: list[Route] = []
    with chromium.new_context() as context:
        context.route("**/suggest?q=je&**", lambda route: late.append(route))
        page = context.new_page()
        page.goto(f"{places.site}/bare")
        field = box(page).get_by_role("combobox")
        with page.expect_request("**/suggest?q=je&**"):
            field.press_sequentially("je")
        field.fill("fik")
        box(page).get_by_role("option").first.wait_for()
        assert len(late) == 1
        assert box(page).get_by_role("option").all_inner_texts() == ["Fiksi Indonesia Subject"]
        assert box(page).get_by_role("status").last.inner_text() == ""


@pytest.mark.parametrize("javascript", [True, False])
def test_the_pasted_form_serves_where_no_script_arrives(chromium: Browser, places: Places, javascript: bool) -> None:
    with chromium.new_context(java_script_enabled=javascript) as context:
        context.route("**/widget.js", lambda route: route.abort())
        page = context.new_page()
        page.goto(f"{places.site}/pasted")
        page.get_by_label("Search AMN").fill("bumi")
        page.get_by_role("button", name="Search").click()
        page.wait_for_url(f"{places.catalogue}/search?q=bumi&f.library=id-amn&lang=en")
        assert page.locator(".hit h2").all_inner_texts() == ["Bumi manusia : sebuah roman"]


def test_the_element_stands_in_for_the_pasted_form(abroad: Abroad) -> None:
    page = abroad("/pasted")
    assert page.get_by_role("combobox", name="Search", exact=True).is_visible()
    assert page.get_by_label("Search AMN").is_visible() is False


@pytest.mark.parametrize("javascript", [True, False])
def test_the_frame_needs_no_script(abroad: Abroad, places: Places, javascript: bool) -> None:
    page = abroad("/frame", java_script_enabled=javascript)
    frame = page.frame_locator("iframe")
    frame.get_by_role("textbox", name="Search the catalogue of AMN Library").fill("toer")
    frame.get_by_role("button", name="Search").click()
    hits = frame.get_by_role("listitem")
    hits.first.wait_for()
    assert (hits.count(), frame.get_by_role("status").inner_text()) == (5, "Found: 39")
    assert page.url == f"{places.site}/frame"
    frame.get_by_role("link", name="Open this search in the catalogue").click()
    page.wait_for_url(f"{places.catalogue}/search?q=toer&f.library=id-amn&lang=en")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["id", "en", "ar"])
def test_axe_finds_nothing_in_the_frame(abroad: Abroad, places: Places, language: str, scheme: str) -> None:
    page = abroad("/bare", bypass_csp=True, color_scheme=scheme, viewport={"width": 320, "height": 640})
    page.goto(f"{places.catalogue}/widget/frame?library=id-amn&results=here&q=toer&accent=%23ffee00&lang={language}")
    assert violations(page, "html") == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_site_that_is_not_in_the_settings_may_not_show_the_frame(chromium: Browser, places: Places) -> None:
    with foreign_site([places.catalogue]) as elsewhere, chromium.new_context() as context:
        page = context.new_page()
        refused: list[str] = []
        page.on("console", lambda said: refused.append(said.text))
        page.goto(f"{elsewhere}/frame")
        page.wait_for_function("performance.now() > 500")
        assert page.frame_locator("iframe").get_by_role("textbox").count() == 0
    assert [each for each in refused if "frame-ancestors" in each] != []


def framed(page: Page) -> FrameLocator:
    return page.frame_locator("#made iframe")


def test_the_builders_preview_follows_every_choice(abroad: Abroad, places: Places) -> None:
    page = abroad("/bare")
    page.goto(f"{places.catalogue}/widget?lang=en")
    page.get_by_label("What it searches").select_option("AMN Library")
    page.get_by_role("combobox", name="Search the catalogue of AMN Library").wait_for()
    page.get_by_label("Where results appear").select_option("here")
    page.locator("padu-search[results=here]").wait_for()
    page.get_by_label("The button").evaluate(
        "field => { field.value = '#ffcc00'; field.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
    page.get_by_text("--padu-accent: #ffcc00").wait_for()
    page.get_by_label("Its language").select_option("ar")
    preview = page.locator("padu-search[lang=ar]")
    preview.wait_for()
    assert "language=ar" in page.url
    ground = "button => getComputedStyle(button).backgroundColor"
    assert preview.get_by_role("button").evaluate(ground) == "color(srgb 1 0.8 0)"
    assert framed(page).get_by_role("button").evaluate(ground) == "color(srgb 1 0.8 0)"
    preview.get_by_role("combobox").fill("bumi")
    preview.get_by_role("combobox").press("Enter")
    preview.get_by_role("listitem").wait_for()
    page.reload()
    assert page.get_by_label("Its language").input_value() == "ar"


def test_the_builders_code_is_copied_by_a_button(abroad: Abroad, places: Places) -> None:
    page = abroad("/bare", permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{places.catalogue}/widget?lang=en&library=id-amn")
    page.get_by_role("button", name="Copy").first.click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("pre.code").first.inner_text()


def test_the_builder_works_without_a_script(abroad: Abroad, places: Places) -> None:
    page = abroad("/bare", java_script_enabled=False)
    page.goto(f"{places.catalogue}/widget?lang=en")
    page.get_by_label("What it searches").select_option("AMN Library")
    page.get_by_role("button", name="Show preview and code").click()
    page.get_by_label("Search the catalogue of AMN Library").last.wait_for()
    page.locator("padu-search").get_by_label("Search the catalogue of AMN Library").fill("bumi")
    page.locator("padu-search").get_by_role("button", name="Search").click()
    page.wait_for_url(f"{places.catalogue}/search?q=bumi&f.library=id-amn&lang=en")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["id", "en", "ar"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_builder(
    abroad: Abroad, places: Places, language: str, width: int, scheme: str
) -> None:
    page = abroad("/bare", bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 740})
    page.goto(f"{places.catalogue}/widget?lang={language}&library=id-amn&results=here&paper=%23336655")
    assert violations(page, "html") == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
