"""What comes out on paper: what was found and where it stands, and nothing to click."""

import pytest

from tests.browser.conftest import Visitor
from tests.browser.places import Demo

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("name", "printed", "left_out"),
    [
        ("results", [".result-count", ".hit h2", ".owners"], [".search", ".narrow", ".tools", ".pager", ".members"]),
        (
            "record",
            ["h1", ".holdings .call-number", ".terms", ".facts"],
            [".search", ".downloads", ".leafing", "aside"],
        ),
        ("saved list", [".hit h2", ".owners", ".plan .call-number"], [".search", ".screen", ".downloads"]),
        ("request", ["h1", ".letter"], [".search", ".screen"]),
    ],
)
def test_paper_has_what_was_found_in_black_and_nothing_to_click(
    visitor: Visitor, demo: Demo, name: str, printed: list[str], left_out: list[str]
) -> None:
    page = visitor(demo.at(name), color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert {each: page.locator(each).first.is_visible() for each in printed} == dict.fromkeys(printed, True)
    there = [each for each in left_out if page.locator(each).count()]
    assert there
    assert {each: page.locator(each).locator("visible=true").count() for each in there} == dict.fromkeys(there, 0)
    colours = page.evaluate(
        "['body', '.imprint, .count, main p'].map(s => getComputedStyle(document.querySelector(s)).color)"
    )
    assert colours[0] == "rgb(0, 0, 0)"
    assert light(colours[1]) < 0.4


def light(colour: str) -> float:
    red, green, blue = (int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(","))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
