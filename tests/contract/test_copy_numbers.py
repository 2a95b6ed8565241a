"""Whoever has a copy in hand types what stands on its label, and finds the record; readers are never shown it."""

from collections.abc import Iterator

import pytest

from discovery.search.engine import SearchEngine
from discovery.search.indexing import index_document
from discovery.search.parse import parse
from discovery.search.scoring import score
from tests.contract.builders import found
from tests.contract.conftest import OpenIndex
from tests.contract.test_languages import union

COPIES = {
    "lines": (union("lines", "id", "Pelangi"), ("X001019384", "00012/PKT/2019", "B-00123")),
    "digits": (union("digits", "id", "Hujan"), ("30007007467409", "12345", "1984", "7")),
    "words": (union("words", "id", "X001019384 dan 12345"), ()),
    "year": (union("year", "id", "1984"), ()),
}


@pytest.fixture(scope="module")
def engine(open_index: OpenIndex) -> Iterator[SearchEngine]:
    documents = [index_document(record, (), numbers) for record, numbers in COPIES.values()]
    with open_index() as index:
        index.fill(lambda writer: writer.write(documents))
        yield index.engine()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("X001019384", {"lines", "words"}),
        ("x001019384", {"lines", "words"}),
        ("00012/PKT/2019", {"lines"}),
        ("00012PKT2019", {"lines"}),
        ("B-00123", {"lines"}),
        ("30007007467409", {"digits"}),
        ("12345", {"digits", "words"}),
        ("isbn:12345", {"digits"}),
        # So short a number is on a book of every library, and is a title's word.
        ("1984", {"year"}),
        ("isbn:7", set()),
        ("pelangi", {"lines"}),
        ("30007007467400", set()),
    ],
)
def test_a_copys_number_finds_its_record(engine: SearchEngine, typed: str, expected: set[str]) -> None:
    assert set(found(engine, score(parse(typed)))) == expected


def test_a_copys_number_is_not_displayed() -> None:
    record, numbers = COPIES["lines"]
    shown = index_document(record, (), numbers)
    assert b"019384" not in shown.display
    assert "019384" not in " ".join(shown.text.values())
