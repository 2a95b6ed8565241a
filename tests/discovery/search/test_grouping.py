"""A page of works out of hits of which only ties are in order."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from discovery.search.grouping import page_of_works

hits = st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=6), max_size=12)


@given(hits, st.integers(0, 14), st.integers(1, 5))
def test_the_page_s_works_are_among_the_candidates_whatever_the_order_within_ties(
    ties: list[list[int]], offset: int, size: int
) -> None:
    page = page_of_works(ties, offset, size)
    for settled in (ties, [sorted(tie) for tie in ties], [tie[::-1] for tie in ties]):
        works = list(dict.fromkeys(chain.from_iterable(settled)))
        near = [work for work in works if work in page.candidates]
        assert near[page.skip : page.skip + size] == works[offset : offset + size]


@given(hits, st.integers(0, 14), st.integers(1, 5))
def test_no_tie_is_looked_at_without_need(ties: list[list[int]], offset: int, size: int) -> None:
    page = page_of_works(ties, offset, size)
    assert page.editions == {work: sum(tie.count(work) for tie in ties) for work in chain.from_iterable(ties)}
    assert {work for at in page.ties for work in ties[at]} >= set(page.candidates)
    # Whole ties at both ends, and nothing between them but the page.
    assert len(page.candidates) <= page.skip + size + max(map(len, ties), default=0)
    assert page.skip < max(map(len, ties), default=1)


def test_editions_of_one_work_in_several_ties_are_counted_together() -> None:
    page = page_of_works([[1], [2, 1, 3], [2, 4]], 1, 1)
    assert (page.editions, page.candidates, page.skip, page.ties) == ({1: 2, 2: 2, 3: 1, 4: 1}, (2, 3), 0, (1,))
    assert page_of_works([[1], [2, 1, 3], [2, 4]], 2, 1).skip == 1
    assert page_of_works([], 0, 20).candidates == ()
