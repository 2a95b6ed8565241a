"""Known items, made by rule from a small shelf, come first on every engine."""

import random
import re

import pytest

from discovery.relevance.judging import judge, mean_reciprocal_rank
from discovery.relevance.known_items import RULES, Rule, known_items, mistyped, old_spelling, without_diacritics
from discovery.search.params import Row, SearchParams
from discovery.search.service import SearchService
from tests.relevance.shelf import SHELF

ITEMS = tuple(item for record in SHELF for item in known_items(record))
# One letter wrong in a word of four can make another word of the shelf.
LEAST: dict[Rule, float] = dict.fromkeys(RULES, 0.98) | {"one typing error": 0.93, "old spelling": 0.93}


@pytest.mark.parametrize("rule", RULES)
def test_known_items_come_first(service: SearchService, rule: Rule) -> None:
    judged = tuple(judge(service, (item for item in ITEMS if item.rule == rule)))
    assert mean_reciprocal_rank(judged) >= LEAST[rule], [each for each in judged if each.rank != 1]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("bumi manusia", 1, id="the exact title before the same words in another order"),
        pytest.param("auditing arens", 4, id="a whole title beside its author before loose words held more"),
        pytest.param("arens auditing", 4, id="the author first"),
        pytest.param("Seri pertanian 7", 10, id="a volume of a series before another with its number elsewhere"),
        pytest.param("tales from the thousand and one nights", 20, id="a variant title before loose words"),
        pytest.param("sejarah bali", 23, id="a subject heading before scattered words"),
        pytest.param("kopi sari", 25, id="of equal editions the one that more libraries hold"),
        pytest.param("to be or not to be", 12, id="function words that are a title"),
        pytest.param("It", 13, id="one function word that is a title"),
        pytest.param("Apa itu", 15, id="question words that are a title before a longer title"),
        pytest.param("2001: a space odyssey", 16, id="a colon and a year"),
        pytest.param("C++", 17, id="signs that belong to a word"),
        pytest.param("AA Milne", 18, id="initials glued"),
        pytest.param("A.A. Milne", 18, id="initials with stops"),
        pytest.param("a a milne pooh", 18, id="initials apart"),
        pytest.param("membaca bumi manusia", 3, id="a rare edition asked for by its title"),
        pytest.param("9786020000108", 29, id="a misprinted number before the one that it would be mended to"),
        pytest.param("9786020000107", 28, id="a number before the misprinted one that it would be mended to"),
        pytest.param("978-602-00-0010-7", 28, id="with hyphens likewise"),
        pytest.param("6020000109", 28, id="its ten digits likewise"),
        pytest.param("1907-1973", 30, id="an ISSN that could be two years"),
        pytest.param("1913-1607", 30, id="an ISSN that only looks like two years"),
        pytest.param("Kapankah kapal uap yang pertama tiba di pelabuhan Sabang", 26, id="what answers a question"),
    ],
)
def test_search_puts_first(service: SearchService, query: str, first: int) -> None:
    hits = service.search(SearchParams(rows=(Row(query),)), facets=()).hits
    assert hits[0].record.id == SHELF[first - 1].id


def test_names_are_never_stemmed(service: SearchService) -> None:
    found = service.search(SearchParams(rows=(Row("author:purnomonya", "all"),), verbatim=True), facets=())
    assert found.total == 0


def test_explanations_add_up_to_the_score(service: SearchService) -> None:
    (hit,) = service.search(SearchParams(rows=(Row("odyssey"),), explain=True), facets=()).hits
    whole = re.search(r"\d+\.\d+", hit.explanation)
    assert whole
    assert float(whole[0]) == pytest.approx(hit.score, rel=1e-3)


@pytest.mark.parametrize(
    ("text", "older"),
    [("Jakarta", "djakarta"), ("cucunya", "tjoetjoenja"), ("syair khusus", "sjair choesoes"), ("1945", "1945")],
)
def test_old_spelling_is_that_of_before_1947(text: str, older: str) -> None:
    assert old_spelling(text) == older


def test_mistyped_changes_one_place_and_leaves_short_words() -> None:
    made = {mistyped("di Jawa", random.Random(seed)) for seed in range(200)}
    assert all(text.startswith("di ") and len("Jawa") - 1 <= len(text) - 3 <= len("Jawa") + 1 for text in made)
    assert len(made) > 50
    assert mistyped("di ke", random.Random(1)) == ""


def test_without_diacritics_keeps_the_letters() -> None:
    assert without_diacritics("Étude Sĕrat") == "Etude Serat"
