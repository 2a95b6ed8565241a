"""Every page in a real Chromium: silent, within the screen, without a barrier, in its own direction.

WCAG 2.2 A and AA as far as axe-core can tell, with its rules of good practice: https://www.w3.org/TR/WCAG22/
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tests.browser.places import ALL_VIEWS, MOST_VISITED, NOT_OURS, PHONE, PLACES, WIDE, Demo, View, views

pytestmark = pytest.mark.browser

STATUS = {"not found": 404}
SIZES = {"wide": WIDE, "phone": PHONE}


EVERY_VIEW = [pytest.param(name, view, id=f"{name}-{view}") for name in PLACES for view in views(name)]


def test_the_ways_of_looking_cover_everything() -> None:
    for name in PLACES:
        seen = views(name)
        assert {each.language for each in seen} == {"id", "en", "ar"}
        assert {each.size for each in seen} == {"wide", "phone"}
        assert {each.javascript for each in seen} == {True, False}
        assert {each.scheme for each in seen} == {"light", "dark"}
    assert {view for name in PLACES if name not in MOST_VISITED for view in views(name)} == set(ALL_VIEWS)


@pytest.mark.parametrize(("name", "view"), EVERY_VIEW)
def test_a_page_has_no_barrier_in_any_view(visitor: Visitor, demo: Demo, name: str, view: View) -> None:
    page = visitor(
        demo.at(name, view.language),
        STATUS.get(name, 200),
        # axe itself is a script: where the reader's browser runs none, ours never arrive.
        scripts_arrive=view.javascript,
        viewport=SIZES[view.size],
        color_scheme=view.scheme,
        bypass_csp=True,
    )
    assert violations(page) == []
    assert overflow(page, SIZES[view.size]["width"]) == 0
    if name not in NOT_OURS:
        spoken = page.evaluate("[document.documentElement.lang, getComputedStyle(document.body).direction]")
        assert spoken == [view.language, "rtl" if view.language == "ar" else "ltr"]


def violations(page: Page) -> list[tuple[str, str, str]]:
    found = Axe().run(page).response["violations"]
    return [(each["id"], node["html"], node.get("failureSummary", "")) for each in found for node in each["nodes"]]


def overflow(page: Page, width: int) -> int:
    """By how many pixels the page is wider than the screen."""
    page.set_viewport_size({"width": width, "height": 740})
    widest: int = page.evaluate("document.documentElement.scrollWidth")
    return widest - width


@pytest.mark.parametrize("name", PLACES)
def test_a_page_reflows_without_any_script(visitor: Visitor, demo: Demo, name: str) -> None:
    """A window of 320 pixels, one of 1280 zoomed to 200 %, and one zoomed to 400 %: nothing to scroll sideways, in
    either direction of writing: https://www.w3.org/WAI/WCAG22/Understanding/reflow
    """
    for language in ("id", "ar"):
        page = visitor(demo.at(name, language), STATUS.get(name, 200), java_script_enabled=False)
        assert {width: overflow(page, width) for width in (1280, 640, 320)} == {1280: 0, 640: 0, 320: 0}


@pytest.mark.parametrize("name", PLACES)
def test_letters_of_twice_their_size_stay_within_a_phone(visitor: Visitor, demo: Demo, name: str) -> None:
    """As a reader sets them in the browser: https://www.w3.org/WAI/WCAG22/Understanding/resize-text"""
    for language in ("id", "ar"):
        page = visitor(demo.at(name, language), STATUS.get(name, 200), viewport=PHONE)
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 32
        assert {width: overflow(page, width) for width in (360, 320)} == {360: 0, 320: 0}


TYPED = "input:not([type=hidden], [type=checkbox], [type=color]), select"
SMALL_FIELDS = f"""() => [...document.querySelectorAll("{TYPED}")]
  .filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16)
  .map((field) => field.name)"""


@pytest.mark.parametrize("name", ["results", "advanced search", "authors", "libraries", "union list of serials"])
def test_a_tap_on_a_field_magnifies_no_page(visitor: Visitor, demo: Demo, name: str) -> None:
    """As iPhones do with letters of less than 16 pixels."""
    assert visitor(demo.at(name), viewport=PHONE).evaluate(SMALL_FIELDS) == []


@pytest.mark.parametrize(
    ("name", "part"), [("record", ".record"), ("record in Arabic script", ".record"), ("results", ".results")]
)
def test_links_are_far_enough_apart_for_fingers(visitor: Visitor, demo: Demo, name: str, part: str) -> None:
    """https://www.w3.org/TR/WCAG22/#target-size-minimum, which axe leaves out unless it is asked for."""
    for size in (PHONE, WIDE):
        page = visitor(demo.at(name, "id"), viewport=size, bypass_csp=True)
        page.evaluate("document.querySelectorAll('details:not(.choices)').forEach(each => each.open = true)")
        found = Axe().run(page, context=part, options={"runOnly": ["target-size"]}).response["violations"]
        assert [node["html"] for each in found for node in each["nodes"]] == []


@pytest.mark.parametrize("view", views("not found"), ids=str)
def test_an_engine_that_is_away_is_a_page_without_barriers(visitor: Visitor, unreachable: str, view: View) -> None:
    page = visitor(
        f"{unreachable}/search?q=sejarah&lang={view.language}", 503, viewport=SIZES[view.size],
        color_scheme=view.scheme, bypass_csp=True,
    )  # fmt: skip
    assert violations(page) == []
    assert page.get_by_role("combobox").first.input_value() == "sejarah"
    assert overflow(page, 320) == 0
