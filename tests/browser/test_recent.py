"""A reader's last searches, which stay in their browser."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

SECTION = "[data-recent]"


def test_last_searches_are_listed_newest_first_and_lead_back(opened: Callable[..., Page]) -> None:
    page = opened("/?lang=en")
    expect(page.locator(SECTION)).to_be_hidden()
    for address in ("/search?q=jejak&lang=en", "/search?q=jejak&page=2&lang=en", "/search?q=bumi&f.type=book&lang=en"):
        page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + address)
    page.get_by_role("link", name="Test Catalogue").first.click()
    section = page.locator(SECTION)
    expect(section.locator("li")).to_have_text(["Results for bumi · Book", "Results for jejak"])
    section.get_by_role("link", name="Results for jejak").click()
    expect(page.locator("h1")).to_have_text("Results for jejak")
    page.go_back()
    expect(page.locator(f"{SECTION} li")).to_have_text(["Results for jejak", "Results for bumi · Book"])


def test_last_searches_are_forgotten_when_told(opened: Callable[..., Page]) -> None:
    page = opened("/search?q=jejak&lang=en")
    page.get_by_role("link", name="Test Catalogue").first.click()
    page.get_by_role("button", name="Forget them").click()
    expect(page.locator(SECTION)).to_have_count(0)
    page.reload()
    expect(page.locator(SECTION)).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_without_storage_there_are_none_and_nothing_fails(opened: Callable[..., Page]) -> None:
    page = opened("/?lang=en")
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})")
    page.get_by_role("link", name="Newest first").click()
    page.get_by_role("link", name="Test Catalogue").first.click()
    expect(page.locator(SECTION)).to_be_hidden()


def test_without_javascript_nothing_is_said_of_them(opened: Callable[..., Page]) -> None:
    page = opened("/?lang=en", java_script_enabled=False)
    expect(page.locator(SECTION)).to_be_hidden()
