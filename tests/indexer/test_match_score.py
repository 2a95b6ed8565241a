"""`padu match-score` on files."""

import json
from pathlib import Path

import pytest

from tests.indexer.installations import book, installed, padu

HEAD = "id1,id2,same\n"


def test_match_score_prints_the_figures_and_the_errors_with_their_reasons(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"ui": [book("1", "Bumi manusia"), book("2", "Bumi manusia"), book("3", "Emma")]})
    pairs = tmp_path / "pairs.csv"
    pairs.write_text(HEAD + "1,2,1\n1,3,0\n2,1,0\n1,99,1\n", encoding="utf-8")
    result = padu(settings, "match-score", str(tmp_path / "ui.mrc"), str(pairs), "--json")
    figures = json.loads(result.stdout)
    assert result.exit_code == 0
    assert {key: value for key, value in figures.items() if key != "errors"} == {
        "pairs": 3, "precision": 0.5, "recall": 1.0, "f1": 0.666667,
        "joined_rightly": 1, "joined_wrongly": 1, "missed": 0, "unknown": 1,
    }  # fmt: skip
    (error,) = figures["errors"]
    assert (error["id1"], error["id2"], error["same"], error["judged_same"], error["met"]) == (
        "2",
        "1",
        False,
        True,
        True,
    )
    assert error["reasons"][0] == {"code": "title-equal", "weight": 4.0, "values": ["bumi manusia", "bumi manusia"]}
    assert "2 | 1: judged one" in padu(settings, "match-score", str(tmp_path / "ui.mrc"), str(pairs)).stdout


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "needs the columns id1, id2, same"),
        ("a,b\n1,2\n", "needs the columns id1, id2, same"),
        (HEAD, "holds no pairs"),
        (HEAD + "1,2,1\n1,2,yes\n", "line 3: two ids and 1 or 0 are wanted, not 'yes'"),
    ],
)
def test_a_bad_file_of_pairs_is_one_sentence(tmp_path: Path, content: str, sentence: str) -> None:
    settings = installed(tmp_path, {"ui": [book("1", "Bumi manusia")]})
    pairs = tmp_path / "pairs.csv"
    pairs.write_text(content, encoding="utf-8")
    result = padu(settings, "match-score", str(tmp_path / "ui.mrc"), str(pairs))
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr.replace("\n", "")
