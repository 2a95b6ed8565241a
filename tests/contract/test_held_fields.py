"""Keyword fields that hold all of another's values, which an engine may keep once."""

import pytest

from discovery.search.tree import Has, Starts
from tests.contract.builders import found, record
from tests.contract.conftest import Index

BOOKS = [
    record("a1", facets={"author": ("Hatta",), "author_exact": ("hatta", "mohammad hatta")}),
    record("a2", facets={"author": ("Natsir", "Hatta"), "author_exact": ("natsir", "hatta", "m natsir")}),
    record("b1", facets={"subject": ("Kopi",), "subject_exact": ("kopi", "coffee")}),
    record("b2", ids=("a0", "b0")),
]


@pytest.mark.parametrize(
    ("field", "values", "expected"),
    [
        ("author_exact", ("hatta",), ["a1", "a2"]),
        ("author_exact", ("mohammad hatta",), ["a1"]),
        ("author_exact", ("mohammad hatta", "natsir"), ["a1", "a2"]),
        ("author", ("m natsir",), []),
        ("subject_exact", ("kopi",), ["b1"]),
        ("subject_exact", ("coffee",), ["b1"]),
        ("subject", ("coffee",), []),
        ("ids", ("a0",), ["b2"]),
        ("ids", ("b2", "a1"), ["a1", "b2"]),
        ("id", ("a0",), []),
    ],
)
def test_a_value_is_found_where_it_stands_in_either(
    index: Index, field: str, values: tuple[str, ...], expected: list[str]
) -> None:
    index.publish(*BOOKS)
    assert sorted(found(index.engine(), Has(field, values))) == expected
    assert sorted(index.writer().ids_with(field, values)) == expected


@pytest.mark.parametrize(
    ("field", "prefix", "expected"),
    [("author_exact", "hat", ["a1", "a2"]), ("author_exact", "moh", ["a1"]), ("ids", "b", ["b1", "b2"])],
)
def test_so_is_a_beginning(index: Index, field: str, prefix: str, expected: list[str]) -> None:
    index.publish(*BOOKS)
    assert sorted(found(index.engine(), Starts(field, prefix, keyword=True))) == expected
