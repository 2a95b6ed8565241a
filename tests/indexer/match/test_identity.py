"""Which union record answers to which id."""

import pytest

from indexer.match.identity import Standing, assign_clusters


def was(cluster: int, *, living: tuple[int, ...] = (), gone: tuple[int, ...] = ()) -> list[Standing]:
    return [Standing(each, cluster, each in living) for each in (*living, *gone)]


CASES = {
    "new records stand for themselves": ([*was(1, living=(1,)), *was(2, living=(2,))], [(1,), (2,)], {1: 1, 2: 2}),
    "a merge shows the earliest id": ([*was(1, living=(1,)), *was(2, living=(2,))], [(1, 2)], {1: 1, 2: 1}),
    "a split gives each part its own ids": (was(1, living=(1, 2, 3)), [(1, 3), (2,)], {1: 1, 2: 2, 3: 1}),
    "ids of the gone stay with the shown id": (was(1, living=(1, 3), gone=(2,)), [(1,), (3,)], {1: 1, 2: 1, 3: 3}),
    "the longest-standing inherits": (was(1, living=(2, 3), gone=(1,)), [(2,), (3,)], {1: 1, 2: 1, 3: 3}),
    "the last one gone keeps the ids": (was(1, gone=(1, 2)), [], {1: 1, 2: 1}),
    "an inherited id moves on with its heir": (
        [*was(1, living=(3,), gone=(1,)), *was(2, living=(2,))],
        [(2, 3)],
        {1: 1, 2: 1, 3: 1},
    ),
    "what comes in the place of the last one answers to its id, whoever it stood with": (
        [Standing(1, 1, live=False, heir=3), *was(2, living=(2, 3))],
        [(2,), (3,)],
        {1: 1, 2: 2, 3: 1},
    ),
    "ids that others have stay with them": (
        [Standing(1, 1, live=False, heir=3), *was(1, living=(2,)), *was(3, living=(3,))],
        [(2,), (3,)],
        {1: 1, 2: 1, 3: 3},
    ),
    "of two that were one each has its own heir, and what went before goes with the first": (
        [
            *was(1, gone=(1,)),
            Standing(2, 1, False, 4),
            Standing(3, 1, False, 5),
            *was(4, living=(4,)),
            *was(5, living=(5,)),
        ],
        [(4,), (5,)],
        {1: 1, 2: 1, 4: 1, 3: 3, 5: 3},
    ),
    "an heir that left in its turn hands on what came to it": (
        [Standing(1, 1, live=False, heir=2), Standing(2, 2, live=False, heir=3), *was(3, living=(3,))],
        [(3,)],
        {1: 1, 2: 1, 3: 1},
    ),
    "what went before goes with the heir, not with one that comes back as another book": (
        [
            *(Standing(1, 1, live=True, changed=True), *was(1, gone=(2,)), Standing(3, 1, live=False, heir=4)),
            *was(4, living=(4,)),
        ],
        [(1,), (4,)],
        {1: 1, 2: 2, 3: 2, 4: 2},
    ),
    "what may be another book now comes last": (
        [
            *(Standing(1, 1, live=False, heir=4), Standing(2, 1, live=True, changed=True), Standing(3, 1, live=True)),
            *(Standing(4, 4, live=True), Standing(5, 5, live=False, heir=4), Standing(6, 5, live=True, changed=True)),
        ],
        [(2,), (3,), (4,), (6,)],
        {1: 1, 3: 1, 2: 2, 4: 4, 5: 4, 6: 6},
    ),
    "two exchange members": (
        [*was(1, living=(1, 4)), *was(2, living=(2, 3))],
        [(1, 3), (2, 4)],
        {1: 1, 3: 1, 2: 2, 4: 2},
    ),
    "two exchange owners": (
        [*was(1, living=(1, 4)), *was(2, living=(2, 3))],
        [(2, 4), (1, 3)],
        {1: 1, 3: 1, 2: 2, 4: 2},
    ),
}


@pytest.mark.parametrize(("records", "groups", "after"), CASES.values(), ids=CASES)
def test_ids_never_die(records: list[Standing], groups: list[tuple[int, ...]], after: dict[int, int]) -> None:
    assert assign_clusters(records, groups) == after
