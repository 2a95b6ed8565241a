"""What comes out on paper: what was found and where it stands, and nothing to click."""

from pathlib import Path

import pytest

from discovery.catalog.holding import Holding
from tests.browser.conftest import Visitor, served
from tests.browser.places import Demo
from tests.catalogues import SITE, publish, union
from web.app import create_app

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("name", "printed", "left_out"),
    [
        (
            "results",
            [".result-count", ".constraints bdi", ".hit h2", ".owners"],
            [".search", ".narrow", ".tools", ".pager", ".members", ".constraints b", ".constraints .clear"],
        ),
        (
            "record",
            ["h1", ".holdings .call-number", ".terms", ".facts"],
            [".search", ".downloads", ".leafing", "aside", ".browse", ".terms a"],
        ),
        ("saved list", [".hit h2", ".owners", ".plan .call-number"], [".search", ".screen", ".downloads"]),
        ("request", ["h1", ".letter"], [".search", ".screen", ".primary"]),
        ("library", ["h1", ".facts"], [".search", "form.inline"]),
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


def test_paper_has_the_copies_and_contents_that_are_folded_on_the_screen(tmp_path: Path, visitor: Visitor) -> None:
    copies = tuple(Holding("id-amn", f"Cabang {number}", call_number=f"899 {number}") for number in range(1, 30))
    record = union(1, "Bumi manusia", holdings=copies, contents=tuple(f"Bab {number}" for number in range(1, 40)))
    with served(create_app(publish(tmp_path, [record]), SITE)) as address:
        page = visitor(f"{address}/record/{record.id}")
        folded = page.locator(".record details:not(.members) li")
        assert folded.count() > 20
        assert set(folded.evaluate_all(_DRAWN)) == {False}
        page.emulate_media(media="print")
        assert set(folded.evaluate_all(_DRAWN)) == {True}
        assert page.locator(".record summary").locator("visible=true").count() == 0


_DRAWN = "each => each.map(one => one.checkVisibility())"


def light(colour: str) -> float:
    red, green, blue = (int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(","))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
