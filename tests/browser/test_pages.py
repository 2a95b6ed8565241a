"""The way from words to a call number in a real Chromium: without JavaScript, and by keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


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
