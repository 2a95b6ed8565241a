"""The doubtful pairs, as a librarian gets them."""

import csv
import json
import tomllib
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from indexer.match import review
from indexer.match.decisions import Decision, Decisions, id_pair
from indexer.match.rematch import rematch
from indexer.match.review import doubtful_pairs
from indexer.store.store import Store
from tests.indexer.installations import book, installed, padu
from tests.indexer.store.records import loaded, record

PLAIN = record("ui", "1")
# Two of one year, of which one has another publisher too: less like the first than like each other.
NEAR = record("itb", "1", year=1983)
FAR = record("ugm", "1", year=1983, publisher="Lentera Dipantara")
STRANGER = record("ugm", "2", "Kamus dewan", author="Iskandar, Teuku")


def names(doubts: list[review.Doubt]) -> list[tuple[str, str, bool]]:
    return [(each.one.partner, each.other.partner, each.together) for each in doubts]


def test_the_pairs_nearest_to_the_threshold_come_first(store: Store) -> None:
    for each in (PLAIN, NEAR, FAR, STRANGER):
        loaded(store, each.partner, each, full=False)
    rematch(store)
    doubts = doubtful_pairs(store, 10)
    assert names(doubts) == [("ui", "itb", False), ("itb", "ugm", True), ("ui", "ugm", False)]
    assert [each.distance for each in doubts] == sorted(each.distance for each in doubts)
    assert doubts[0].verdict.reasons
    assert doubtful_pairs(store, 1) == doubts[:1]
    assert names(doubtful_pairs(store, 10, partners=["itb"])) == names(doubts[:2])
    with patch.object(review, "_CHUNK", 1):
        assert doubtful_pairs(store, 10) == doubts


def test_what_is_decided_is_no_longer_in_doubt(store: Store) -> None:
    for each in (PLAIN, NEAR):
        loaded(store, each.partner, each)
    decisions = Decisions((Decision(1, False, ("ui/1", "itb/1"), id_pair(PLAIN.id, NEAR.id)),))
    assert (len(doubtful_pairs(store, 10)), doubtful_pairs(store, 10, decisions=decisions)) == (1, [])


def test_padu_review_prints_text_csv_json_and_lines_for_matching_toml(tmp_path: Path) -> None:
    one, other = book("1", "Bumi manusia", year="1980"), book('a/"7"', "Bumi manusia", year="1983")
    settings = installed(tmp_path, {"ui": [one], "itb": [other]})
    padu(settings, "sync")
    text = padu(settings, "review").stdout
    assert 'records = ["ui/1", "itb/a/\\"7\\""]' in text
    assert "year-close  1980 | 1983" in text
    (told,) = json.loads(padu(settings, "review", "--json").stdout)
    assert ([each["source_id"] for each in told["records"]], told["same"]) == (["1", 'a/"7"'], True)
    (row,) = csv.DictReader(StringIO(padu(settings, "review", "--csv").stdout.removeprefix("\ufeff")))
    assert (row["one"], row["title_1"], row["year_2"], row["now"]) == ("ui/1", "Bumi manusia", "1983", "one")
    lines = padu(settings, "review", "--toml").stdout
    assert tomllib.loads(lines) == {}
    (tmp_path / "matching.toml").write_text(lines.replace("# [[never]]\n# ", "[[never]]\n"), encoding="utf-8")
    assert padu(settings, "sync").exit_code == 0
    assert padu(settings, "review").stdout == "No two records are in doubt.\n"


def test_padu_review_names_a_partner_that_is_not_there(tmp_path: Path) -> None:
    result = padu(installed(tmp_path, {"ui": [book("1", "Bumi manusia")]}), "review", "itb")
    assert (result.exit_code, result.stderr) == (2, "There is no partner 'itb'; padu.toml has ui.\n")
