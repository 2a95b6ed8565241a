"""Everything that can be done with a pointer can be done with keys, and the reader always sees where they are.

WCAG 2.2, 2.1.1, 2.4.3, 2.4.7 and 2.4.11: https://www.w3.org/TR/WCAG22/
"""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tests.browser.places import PHONE, PLACES, WIDE, Demo

pytestmark = pytest.mark.browser

STATUS = {"not found": 404}
ON_A_PHONE = {"facets as a sheet", "record", "advanced search", "serial", "libraries"}  # whose layout is another there

# What was focused is judged when the next key goes down: by then the browser has scrolled to it.
WATCH = """() => {
  const look = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return outlineStyle === 'none' ? boxShadow : `${outlineStyle} ${outlineWidth} ${boxShadow}`;
  };
  const inSight = (element) => [...element.getClientRects()].some(({ left, top, width, height }) =>
    [[.5, .5], [.1, .2], [.9, .8]].some(([x, y]) => {
      const hit = document.elementFromPoint(left + x * width, top + y * height);
      return hit && (element.contains(hit) || hit.contains(element) && hit.matches('a, label, summary, button'));
    }));
  const actions = [...document.querySelectorAll(
    'a[href], button, select, textarea, summary, input:not([type=hidden]), [tabindex="0"]')]
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
  const before = new Map(actions.map(element => [element, look(element)]));
  window.reached = { order: [], unmarked: [], covered: [] };
  addEventListener('keydown', () => {
    const element = document.activeElement;
    if (element === document.body || element.tabIndex < 0) return;
    reached.order.push(actions.indexOf(element));
    if (look(element) === before.get(element)) reached.unmarked.push(element.outerHTML);
    if (!inSight(element)) reached.covered.push(element.outerHTML);
  }, true);
  return actions.length;
}"""


@pytest.mark.parametrize("name", PLACES)
def test_every_action_is_reached_in_order_and_in_sight(visitor: Visitor, demo: Demo, name: str) -> None:
    page = visitor(demo.at(name, "id"), STATUS.get(name, 200), viewport=PHONE if name in ON_A_PHONE else WIDE)
    actions = page.evaluate(WATCH)
    # Keys pressed within a frame are heard there alone.
    within = sum(frame.locator("a[href], button, input, select").count() for frame in page.frames[1:])
    for _ in range(actions + within + 1):
        page.keyboard.press("Tab")
    reached = page.evaluate("reached")
    reached["order"] = reached["order"][:actions]
    assert actions >= 2
    assert reached == {"order": list(range(actions)), "unmarked": [], "covered": []}


def test_results_are_sorted_narrowed_and_opened_with_keys_alone(visitor: Visitor, demo: Demo) -> None:
    page = visitor(f"{demo.address}/?lang=en", viewport=WIDE)
    tab_to(page, "What are you looking for?")
    page.keyboard.type("sejarah indonesia")
    press(page, "Enter")
    tab_to(page, "Sort: relevance")
    page.keyboard.press("Enter")
    tab_to(page, "newest first")
    press(page, "Enter")
    assert page.locator(".choices summary").first.inner_text() == "Sort: newest first"
    tab_to(page, "Sort: newest first")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.locator(".choices[open]").count() == 0
    tab_to(page, "Dutch")
    page.keyboard.press("Space")
    tab_to(page, "From year")
    page.keyboard.type("1900")
    press(page, "Enter")
    chips = [" ".join(each.split()) for each in page.locator(".constraints li").all_inner_texts()]
    assert chips == ["Remove: Language: Dutch ×", "Remove: Year: 1900– ×", "Remove all"]
    tab_to(page, "Remove: Year: 1900– ×")
    press(page, "Enter")
    title = page.locator(".hit h2").first.inner_text()
    tab_to(page, title)
    press(page, "Enter")
    assert page.locator("h1").inner_text() == title


def test_the_sheet_opens_and_closes_with_keys_and_holds_the_focus_while_open(visitor: Visitor, demo: Demo) -> None:
    page = visitor(f"{demo.address}/search?q=sejarah&lang=en", viewport=PHONE)
    tab_to(page, "Narrow the results")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#narrow') !== null")
    page.keyboard.press("Escape")
    page.wait_for_url("**#results")
    assert not page.locator("#narrow").is_visible()


def tab_to(page: Page, name: str) -> None:
    """Go on with the Tab key until what has this name is focused."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate(NAME) == name:
            return
    raise AssertionError(f"{name} can't be reached")


NAME = """() => {
  const element = document.activeElement;
  const text = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText;
  return text.replace(/\\s+/g, ' ').trim();
}"""


def press(page: Page, key: str) -> None:
    """A key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)
