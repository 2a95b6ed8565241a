"""The result page in a real Chromium: its sheet, its suggestions, its drawing, its weight, its other direction."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 360, "height": 740}}
RESULTS = "/search?q=jejak&home=id-nus"


@pytest.mark.parametrize("javascript", [True, False])
def test_facets_are_a_sheet_on_a_phone(opened: Callable[..., Page], javascript: bool) -> None:
    page = opened(RESULTS, java_script_enabled=javascript, **PHONE)
    sheet = page.locator("#narrow")
    assert not sheet.is_visible()
    page.get_by_role("link", name="Narrow the results").click()
    assert sheet.is_visible()
    assert page.get_by_role("link", name="Jejak langkah 10 dengan judul").count() == 0
    page.get_by_role("link", name="Close").click()
    assert not sheet.is_visible()
    page.get_by_role("link", name="Narrow the results").click()
    page.get_by_role("checkbox", name="Tema 10", exact=True).check()
    page.get_by_role("button", name="Apply").click()
    assert page.locator(".result-count").inner_text() == "1–1 of 1 edition"
    assert not page.locator("#narrow").is_visible()


def without_insets(route: Route) -> None:
    """The style sheet in a browser of 2020, which leaves out what it doesn't know."""
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r"(?m)^ *inset[a-z-]*:.*$", "", answer.text()))


def test_the_sheet_opens_in_sight_in_an_older_browser(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    context.route("**/site.*.css", without_insets)
    page = context.new_page()
    page.goto(f"{address}/search?q=jejak&lang=en")
    page.get_by_role("link", name="Narrow the results").click()
    assert page.locator("#narrow").bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}
    context.close()


def test_escape_closes_the_sheet(opened: Callable[..., Page]) -> None:
    page = opened(RESULTS, **PHONE)
    page.get_by_role("link", name="Narrow the results").click()
    page.keyboard.press("Escape")
    page.wait_for_url("**#results")
    assert not page.locator("#narrow").is_visible()


def test_suggestions_are_chosen_by_keyboard(opened: Callable[..., Page]) -> None:
    page = opened("/?lang=en")
    box = page.get_by_role("combobox", name="What are you looking for?")
    box.press_sequentially("fik")
    options = page.locator(".suggested [role=option]")
    options.first.wait_for()
    assert (box.get_attribute("aria-expanded"), [" ".join(each.split()) for each in options.all_inner_texts()]) == (
        "true",
        ["Fiksi Indonesia Subject · 1"],
    )
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    assert options.first.get_attribute("aria-selected") == "true"
    box.press("Escape")
    assert (box.get_attribute("aria-expanded"), options.count(), box.input_value()) == ("false", 0, "fik")
    box.press_sequentially("s")
    options.first.wait_for()
    box.press("ArrowUp")
    box.press("Enter")
    page.wait_for_url("**/search?q=%22%5EFiksi+Indonesia%24%22&in=subject&lang=en")
    assert page.locator(".hit h2").all_inner_texts() == ["Bumi manusia : sebuah roman"]


def test_keys_by_which_letters_are_chosen_choose_no_suggestion(opened: Callable[..., Page]) -> None:
    """As in writing Japanese: https://www.w3.org/TR/uievents/#events-composition-key-events"""
    page = opened("/?lang=en")
    box = page.get_by_role("combobox", name="What are you looking for?")
    box.focus()
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "fik", "selectionStart": 3, "selectionEnd": 3})
    page.locator(".suggested [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") is None
    keyboard.send("Input.insertText", {"text": "fik"})
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == "option-1"


@pytest.fixture
def waiting(chromium: Browser, address: str) -> Iterator[Page]:
    """The front page on a link so slow that searches don't arrive: their answers of no content leave it standing."""
    context = chromium.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(f"{address}/", wait_until="networkidle")
    page.route("**/search?**", lambda route: route.fulfill(status=204))
    yield page
    context.close()


def test_nothing_is_offered_while_the_results_are_on_their_way(waiting: Page) -> None:
    """On a slow link that takes seconds, and what is suggested would compete with them for it."""
    page = waiting
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2].partition("?")[0]))
    box = page.get_by_role("combobox", name="What are you looking for?")
    box.press_sequentially("je")
    box.press("Enter", no_wait_after=True)
    page.wait_for_timeout(600)  # more than the pause after which suggestions are asked for
    assert asked == ["search"]


@pytest.mark.parametrize("by_key", [True, False])
def test_a_chosen_suggestion_leaves_none_on_the_page_that_is_left(waiting: Page, by_key: bool) -> None:
    """A browser that keeps that page shows it to who comes back as it was left."""
    page = waiting
    box = page.get_by_role("combobox", name="What are you looking for?")
    box.press_sequentially("fik")
    option = page.locator(".suggested [role=option]").first
    option.wait_for()
    with page.expect_request("**/search?q=%22**"):
        if by_key:
            box.press("ArrowDown")
            box.press("Enter", no_wait_after=True)
        else:
            option.click(no_wait_after=True)
    assert (page.locator(".suggested").is_visible(), box.get_attribute("aria-expanded")) == (False, "false")


def test_suggestions_are_of_the_libraries_that_are_ticked(opened: Callable[..., Page]) -> None:
    page = opened("/search?q=bumi&lang=en&f.library=id-nus")
    told = page.locator(".suggested [role=option]")
    with page.expect_response("**/search/suggest?**&q=jejak&in=all&f.library=id-nus") as answer:
        page.locator("#q").fill("jejak")
    assert "option" not in answer.value.text()
    page.locator("#q").fill("bumi")
    told.first.wait_for()
    assert "f.library=id-nus" in (told.first.get_attribute("data-href") or "")
    page.locator('input[name="f.library"][value="id-nus"]').first.uncheck()
    page.locator("#q").fill("jejak")
    told.first.wait_for()
    assert "f.library" not in (told.first.get_attribute("data-href") or "")


def test_open_suggestions_satisfy_axe(opened: Callable[..., Page]) -> None:
    page = opened("/?lang=en", bypass_csp=True)
    page.get_by_role("combobox", name="What are you looking for?").press_sequentially("jejak")
    page.locator(".suggested [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_the_chosen_suggestion_is_seen_in_forced_colours(opened: Callable[..., Page]) -> None:
    """As in Windows' contrast themes: https://www.w3.org/TR/css-color-adjust-1/#forced"""
    page = opened("/?lang=en", forced_colors="active")
    page.get_by_role("combobox", name="What are you looking for?").press_sequentially("jejak")
    options = page.locator(".suggested [role=option]")
    options.first.wait_for()
    plain = options.first.screenshot()
    page.keyboard.press("ArrowDown")
    assert options.first.get_attribute("aria-selected") == "true"
    assert options.first.screenshot() != plain


def test_years_are_dragged_into_the_fields_and_sent(opened: Callable[..., Page]) -> None:
    page = opened(RESULTS)
    drawing = page.locator(".years svg")
    drawing.scroll_into_view_if_needed()
    box = drawing.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + 9)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + 9, steps=3)
    page.mouse.up()
    assert [page.get_by_label(name).input_value() for name in ("From year", "To year")] == ["1982", "1987"]
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url("**year=*")
    assert [value for name, value in parse_qsl(urlsplit(page.url).query) if name == "year"] == ["1982", "1987"]


def test_the_arabic_interface_begins_at_the_right(opened: Callable[..., Page]) -> None:
    page = opened(f"{RESULTS}&lang=ar", viewport={"width": 1280, "height": 800})
    name, menu = (page.locator(each).bounding_box() for each in (".site-name", "header.site nav"))
    assert name is not None
    assert menu is not None
    assert name["x"] + name["width"] >= 1260
    assert menu["x"] < name["x"]


def test_facets_stand_beside_the_results_on_the_side_where_reading_begins(opened: Callable[..., Page]) -> None:
    def edges(language: str) -> tuple[float, float]:
        page = opened(f"{RESULTS}&lang={language}", viewport={"width": 1280, "height": 800})
        boxes = [page.locator(each).bounding_box() for each in (".narrow", ".results")]
        assert all(boxes)
        return tuple(box["x"] for box in boxes if box)  # type: ignore[return-value]

    (left, right), (mirrored_left, mirrored_right) = edges("id"), edges("ar")
    assert left < right
    assert mirrored_left > mirrored_right


def test_nothing_is_lost_at_twice_the_size(opened: Callable[..., Page]) -> None:
    """Zoomed to 200 %, a window of 1280 pixels has 640 of its own: https://www.w3.org/WAI/WCAG22/Understanding/reflow"""
    page = opened(RESULTS, viewport={"width": 640, "height": 400}, device_scale_factor=2)
    assert page.evaluate("document.documentElement.scrollWidth") == 640
    assert page.get_by_role("link", name="Next").is_visible()
    page.get_by_role("link", name="Narrow the results").click()
    assert page.get_by_role("checkbox", name="Tema 10", exact=True).is_visible()


def test_a_printed_list_has_the_hits_and_nothing_to_click(opened: Callable[..., Page]) -> None:
    page = opened(RESULTS)
    page.emulate_media(media="print")
    shown = {each: page.locator(each).first.is_visible() for each in (".hit", ".search", ".narrow", ".tools", ".pager")}
    assert shown == {".hit": True, ".search": False, ".narrow": False, ".tools": False, ".pager": False}
