"""A plan of visits is the shortest there is."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discovery.catalog.visits import Visit, plan_visits

NEAR = {"own": 0, "near": 1, "far": 4}


@pytest.mark.parametrize(
    ("holders", "expected"),
    [
        ({}, ()),
        ({"a": ()}, ()),
        ({"a": ("far", "near")}, (Visit("near", ("a",)),)),
        ({"a": ("own",), "b": ("near", "own")}, (Visit("own", ("a", "b")),)),
        # One far library with both beats two near ones.
        ({"a": ("own", "far"), "b": ("near", "far")}, (Visit("far", ("a", "b")),)),
        ({"a": ("far",), "b": ("own", "near")}, (Visit("own", ("b",)), Visit("far", ("a",)))),
        # The largest first would need three: x has four of six, but p and q have them all.
        (
            {"1": ("p", "x"), "2": ("p", "x"), "3": ("p",), "4": ("q", "x"), "5": ("q", "x"), "6": ("q",)},
            (Visit("p", ("1", "2", "3")), Visit("q", ("4", "5", "6"))),
        ),
    ],
)
def test_fewest_libraries_then_nearest(holders: dict[str, tuple[str, ...]], expected: tuple[Visit, ...]) -> None:
    assert plan_visits(holders, NEAR) == expected


LISTS = st.dictionaries(
    st.integers(0, 30).map(str), st.lists(st.sampled_from("abcdefg"), max_size=4, unique=True).map(tuple), max_size=20
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(holders=LISTS)
def test_everything_that_can_be_had_is_had_once(holders: dict[str, tuple[str, ...]]) -> None:
    plan = plan_visits(holders, {})
    fetched = [record for visit in plan for record in visit.records]
    assert sorted(fetched) == sorted(record for record, libraries in holders.items() if libraries)
    assert all(visit.library in holders[record] for visit in plan for record in visit.records)
    if len(fetched) <= 12:
        least = next(
            number
            for number in range(8)
            for tried in combinations("abcdefg", number)
            if all(set(holders[record]) & set(tried) for record in fetched)
        )
        assert len(plan) == least
