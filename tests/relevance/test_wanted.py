"""A librarian's list of queries, from the file to the verdict."""

from pathlib import Path

import pytest

from discovery.errors import SettingsError
from discovery.relevance.wanted import Wanted, judge_wanted, read_wanted
from discovery.search.service import SearchService
from discovery.terminal import verdict_lines
from tests.relevance.shelf import SHELF


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "list.csv"
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("query,record,top\nbumi,abc,3\n", "utf-8", Wanted(2, "bumi", "abc", 3)),
        ("top;record;query\n;abc; bumi manusia \n", "utf-8-sig", Wanted(2, "bumi manusia", "abc", 1)),
        ("Query\tRecord\nbumi\tabc\n", "utf-8", Wanted(2, "bumi", "abc", 1)),
        ('query,record\n"bumi\nmanusia",abc\n', "utf-8", Wanted(3, "bumi\nmanusia", "abc", 1)),
        ("query,record,top\nbumi\n", "utf-8", Wanted(2, "bumi", "", 1, "a query and a record are needed")),
        ("query,record,top\nbumi,abc,0\n", "utf-8", Wanted(2, "bumi", "abc", 1, "top is a number from 1 to 100")),
        ("query,record,top\nbumi,abc,²\n", "utf-8", Wanted(2, "bumi", "abc", 1, "top is a number from 1 to 100")),
        ("query,record,top\nbumi,abc,1,more\n", "utf-8", Wanted(2, "bumi", "abc", 1)),
    ],
)
def test_list_is_read(tmp_path: Path, text: str, encoding: str, expected: Wanted) -> None:
    assert read_wanted(written(tmp_path, text, encoding)) == (expected,)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "needs a first line that names the columns"),
        (b"query;top\n", "needs a first line that names the columns"),
        (b"a,b\n1,2\n", "needs a first line that names the columns"),
        (b"\xff\xfe\x00", "is no CSV file in UTF-8: save it in that encoding."),
        (b"query,record\n", "has no line below its first: write a query and a record."),
        (b'query,record\nbumi,a\n"manusia,b\nkopi,c\n', "is no CSV file: unexpected end of data after line 2."),
    ],
)
def test_file_that_is_no_list_is_said_so(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(content)
    with pytest.raises(SettingsError, match=told):
        read_wanted(file)


def test_file_that_isn_t_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="can't be read: No such file or directory"):
        read_wanted(tmp_path / "none.csv")


def test_list_says_what_held_and_what_fell(service: SearchService) -> None:
    wanted = (
        Wanted(2, "bumi manusia", SHELF[0].id),
        Wanted(3, "bumi manusia", "978-979-97312-3-4", 2),
        Wanted(4, "bumi manusia", SHELF[1].id),
        Wanted(5, "kopi", SHELF[0].id, 5),
        Wanted(6, "", "", 1, "a query and a record are needed"),
    )
    verdicts = tuple(judge_wanted(service, wanted))
    assert [(each.held, each.rank) for each in verdicts[:2]] == [(True, 1), (True, 1)]
    assert [each.held for each in verdicts] == [True, True, False, False, False]
    assert verdicts[2].rank > 1
    said = list(verdict_lines(verdicts))
    assert said[-1] == "2 of 5 held"
    assert said[1] == f"line 5: kopi: {SHELF[0].id} must be in the first 5: not among the first 100; first is “Kopi”"
    assert len(said) == 4
