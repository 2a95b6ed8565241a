"""Headings and words of a whole generation, more than the memory should hold."""

from collections import Counter
from collections.abc import Callable, Sequence

import pytest
from msgspec.msgpack import Decoder

from discovery.search.results import Heading, Word
from indexer import headings as spool
from indexer.headings import HeadingSpool, heading_rows
from indexer.sorted_runs import SortedRuns


def author(key: str, display: str, count: int = 1) -> Heading:
    return Heading("author", key, key, display, key, count)


@pytest.fixture(params=[1, 40_000], ids=["put aside at once", "kept in memory"])
def spooled(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[list[Heading], list[Word]]]:
    monkeypatch.setattr(spool, "_HEADINGS_IN_MEMORY", request.param)
    monkeypatch.setattr(spool, "_WORDS_IN_MEMORY", request.param)

    def read_back(*batches: tuple[Sequence[Heading], dict[str, int]]) -> tuple[list[Heading], list[Word]]:
        with HeadingSpool() as kept:
            for headings, words in batches:
                kept.add(heading_rows(Counter(headings)), words)
            return list(kept.headings()), list(kept.words())

    return read_back


def test_each_heading_comes_once_in_order_under_its_most_frequent_spelling(
    spooled: Callable[..., tuple[list[Heading], list[Word]]],
) -> None:
    subject = Heading("subject", "kopi", "kopi", "Kopi", "kopi", 1)
    first = [author("natsir", "NATSIR"), subject, author("hatta", "Hatta")]
    headings, words = spooled(
        (first, {"kopi": 2, "teh": 1}),
        ([author("natsir", "Natsir"), author("hamka", "hamka")], {"kopi": 1}),
        ([author("natsir", "Natsir"), author("hamka", "Hamka")], {}),
    )
    assert headings == [author("hamka", "Hamka", 2), author("hatta", "Hatta"), author("natsir", "Natsir", 3), subject]
    assert words == [Word("kopi", 3), Word("teh", 1)]


def test_rows_of_several_runs_come_in_one_order() -> None:
    runs = SortedRuns(Decoder(list[tuple[str, int]]))
    for start in (2, 0, 1):
        runs.put_aside([(f"{number:04}", number) for number in range(2997 + start, start - 1, -3)])
    assert list(runs) == [(f"{number:04}", number) for number in range(3000)]
    runs.close()
