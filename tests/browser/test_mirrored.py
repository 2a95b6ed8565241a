"""What a reader of Arabic sees of records in other scripts: the page keeps its direction, their words keep theirs."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest

from discovery.catalog.quality import Quality, Refused
from discovery.search.partner_facts import quality_fact
from tests.browser.conftest import Visitor, served
from tests.browser.places import WIDE, Demo
from tests.catalogues import SITE, publish, union
from web.app import create_app

pytestmark = pytest.mark.browser

# What stands in Latin letters, digits and their marks, without a blank, and whether each sign is drawn after the last.
IN_ORDER = """selector => Object.fromEntries([...document.querySelectorAll(selector)].flatMap(element => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [];
  for (let node; node = walker.nextNode();) for (const { 0: word, index } of node.data.matchAll(/[!-~]{2,}/g)) {
    const lefts = [...word].map((sign, place) => {
      const range = document.createRange();
      range.setStart(node, index + place);
      range.setEnd(node, index + place + 1);
      return range.getBoundingClientRect().left;
    });
    found.push([word, lefts.every((left, place) => !place || left >= lefts[place - 1])]);
  }
  return found;
}))"""


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


@pytest.mark.parametrize(
    ("typed", "selector", "drawn"),
    [
        ("laskar C++", "h1", "C++"),
        ("laskar C++", ".note", "C++"),
        ("978-979-3062-79-2", "h1", "978-979-3062-79-2"),
        ("978-979-3062-79-2", ".understood", "978-979-3062-79-2"),
        ('title:"laskar pelangi" OR x', ".understood", '"laskar'),
    ],
)
def test_what_was_typed_keeps_its_order_in_an_arabic_sentence(
    visitor: Visitor, demo: Demo, typed: str, selector: str, drawn: str
) -> None:
    """An ISBN was read backwards, and C++ was ++C."""
    page = visitor(f"{demo.address}/search?q={quote(typed)}&lang=ar", viewport=WIDE)
    assert page.evaluate(IN_ORDER, selector)[drawn]


def test_searches_to_try_are_typed_as_they_are_shown(visitor: Visitor, demo: Demo) -> None:
    """Arabic's help had *perpustak for perpustak*."""
    page = visitor(demo.at("help", "ar"), viewport=WIDE)
    drawn = page.evaluate(IN_ORDER, ".examples code")
    assert "perpustak*" in drawn
    # Those in Arabic run as they do in the box.
    assert [each for each in drawn if re.search("[a-z]", each) and not drawn[each]] == []


def test_a_refused_record_s_file_is_called_by_its_name(tmp_path: Path, visitor: Visitor) -> None:
    quality = Quality(records=1, rejected=1, refused=(Refused("20261120.mrc", 1, "x-17", "no title: add one."),))
    service = publish(tmp_path, [union(1, "Bumi manusia")], facts=[quality_fact("id-amn", quality)])
    with served(create_app(service, SITE)) as address:
        drawn = visitor(f"{address}/libraries/id-amn/quality?lang=ar").evaluate(IN_ORDER, ".problems li")
    assert (drawn["20261120.mrc"], drawn["x-17"]) == (True, True)
