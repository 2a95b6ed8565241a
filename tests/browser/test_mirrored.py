"""What a reader of Arabic sees of records in other scripts: the page keeps its direction, their words keep theirs."""

import pytest

from tests.browser.conftest import Visitor
from tests.browser.places import WIDE, Demo

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", ["record", "serial", "evidence", "library", "saved list"])
def test_lines_in_another_script_begin_where_the_page_does(visitor: Visitor, demo: Demo, name: str) -> None:
    """A note in English had its bullet at the other end of the line."""
    page = visitor(demo.at(name, "ar"), viewport=WIDE)
    found = page.evaluate("[...document.querySelectorAll('main li')].map(item => getComputedStyle(item).direction)")
    assert set(found) == {"rtl"}


@pytest.mark.parametrize(("name", "language"), [("record", "ar"), ("record in Arabic script", "en")])
def test_a_heading_in_another_script_stands_before_the_link_to_its_list(
    visitor: Visitor, demo: Demo, name: str, language: str
) -> None:
    """A name in Latin letters on an Arabic page had the link at the edge where reading begins, and its own end there
    when the line broke.
    """
    page = visitor(demo.at(name, language), viewport=WIDE)
    starts = page.evaluate("""() => [...document.querySelectorAll('.facts dd:has(.browse)')].map(line => {
      const edge = element => {
        const { left, right } = element.getClientRects()[0];
        return document.dir === 'rtl' ? -right : left;
      };
      return edge(line.querySelector('a')) < edge(line.querySelector('.browse'));
    })""")
    assert len(starts) >= 2
    assert set(starts) == {True}


def test_a_sentence_that_begins_with_what_was_typed_keeps_the_page_s_direction(visitor: Visitor, demo: Demo) -> None:
    """«foo» ليست قيمة … was laid out from the left."""
    page = visitor(f"{demo.address}/search?q=laskar&sort=foo&explain=1&lang=ar", viewport=WIDE)
    for details in page.locator(".ranking").all():
        details.evaluate("details => details.open = true")
    found = page.evaluate(
        "[...document.querySelectorAll('.note, .ranking li')].map(each => [each.textContent.trim()[0], "
        "getComputedStyle(each).direction, each.querySelector('bdi, [dir]') === null])"
    )
    assert len(found) >= 3
    assert ["«", "rtl", True] in found
    assert {tuple(each[1:]) for each in found} == {("rtl", True)}


def test_the_words_in_an_empty_box_are_of_the_page_s_direction_and_what_is_typed_of_its_own(
    visitor: Visitor, demo: Demo
) -> None:
    page = visitor(demo.at("record", "ar"), viewport=WIDE)
    box = page.locator("#search input[name=q]")
    directions = []
    for typed in ("", "history", "تاريخ"):
        box.fill(typed)
        directions.append(box.evaluate("box => getComputedStyle(box).direction"))
    assert directions == ["rtl", "ltr", "rtl"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_years_above_the_bars_stay_within_their_column(visitor: Visitor, demo: Demo, language: str) -> None:
    page = visitor(demo.at("serial", language), viewport=WIDE)
    outside = page.evaluate("""() => {
      const column = document.querySelector('.timeline .axis').getBoundingClientRect();
      const outside = ({ left, right }) => left < column.left - 1 || right > column.right + 1;
      const years = [...document.querySelectorAll('.timeline .axis text')];
      return years.filter(year => outside(year.getBoundingClientRect())).length;
    }""")
    assert outside == 0


def test_a_library_s_town_stands_after_its_name(visitor: Visitor, demo: Demo) -> None:
    page = visitor(demo.at("saved list", "ar"), viewport=WIDE)
    town = page.locator(".plan .imprint").first
    name = town.locator("xpath=preceding-sibling::a")
    (after, before) = (each.bounding_box() for each in (town, name))
    assert after is not None
    assert before is not None
    assert after["x"] + after["width"] <= before["x"]
