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
