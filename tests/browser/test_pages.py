"""The pages in a real Chromium: usable without JavaScript, silent, and within the screen."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import BUMI

pytestmark = pytest.mark.browser

PATHS = (
    "/",
    "/search?q=jejak&f.library=id-amn",
    "/search?q=toer&q2=tema&in2=subject",
    "/search/facet/subject?q=jejak",
    f"/record/{BUMI.id}",
    f"/record/{BUMI.id}/cite",
    f"/record/{BUMI.id}/marc",
    f"/record/{BUMI.id}/ask/id-amn",
    f"/list?id={BUMI.id}",
    "/libraries",
    "/libraries/id-amn",
    "/browse/title",
    "/help",
    "/advanced?q=toer&q2=tema&in2=subject&op2=or&x.type=map&year=1990-",
    "/search/home?q=jejak",
    "/search?q=jejak&home=id-nus&lang=ar",
    "/advanced?lang=ar",
)


def test_a_reader_without_javascript_gets_from_words_to_a_call_number(opened: Callable[..., Page]) -> None:
    page = opened("/", java_script_enabled=False)
    page.get_by_role("searchbox", name="What are you looking for?").fill("toer")
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("checkbox", name="Fiksi Indonesia").check()
    page.get_by_role("button", name="Apply").first.click()
    assert page.get_by_role("link", name="Remove: Subject: Fiksi Indonesia").count() == 1
    page.get_by_role("link", name="Bumi manusia").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Bumi manusia : sebuah roman"
    holdings = page.get_by_role("region", name="In 2 libraries")
    assert holdings.get_by_role("heading", level=3).all_inner_texts() == ["AMN Library", "Perpustakaan Nusantara"]
    assert "899 1" in holdings.inner_text()


def test_the_same_way_is_open_by_keyboard_alone(opened: Callable[..., Page]) -> None:
    page = opened("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.get_by_role("combobox", name="What are you looking for?").focus()
    page.keyboard.type("bumi manusia")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=bumi+manusia*")
    page.get_by_role("link", name="Bumi manusia").focus()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")
    page.wait_for_url("**/record/*")
    assert (page.get_by_role("heading", level=1).inner_text(), outline) == ("Bumi manusia : sebuah roman", "solid")


@pytest.mark.parametrize("path", PATHS)
def test_no_page_is_wider_than_the_screen(opened: Callable[..., Page], path: str) -> None:
    page = opened(path)
    widths = {}
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        widths[width] = page.evaluate("document.documentElement.scrollWidth")
    assert widths == {320: 320, 360: 360, 1280: 1280}


@pytest.mark.parametrize("path", [*PATHS, "/search?q=xyzzyqqq", "/api/v1/docs"])
def test_axe_finds_nothing_to_complain_of(opened: Callable[..., Page], path: str) -> None:
    page = opened(path, bypass_csp=True)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(opened: Callable[..., Page], scheme: str) -> None:
    """WCAG 1.4.3: at least 4.5 to 1, for every colour that text has on a result page."""
    page = opened("/search?q=jejak&f.library=id-amn", color_scheme=scheme)
    assert page.evaluate(CONTRAST) >= 4.5


CONTRAST = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(v => v / 255)
      .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (colour !== 'rgba(0, 0, 0, 0)') return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const texts = [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(
    n => n.nodeType === 3 && n.textContent.trim()) && e.offsetParent);
  return Math.min(...texts.map(e => {
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  }));
}"""
