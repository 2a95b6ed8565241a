"""How the time of something grows with the size of what it is given: a ratio, which a slow machine doesn't change."""

import time
from collections.abc import Callable
from typing import TypeVar

Given = TypeVar("Given")

# What takes the time of its length takes four times as long for four times as much; what takes its square, sixteen.
TIMES = 4
LINEAR = 9.0
_ROUNDS = 3
# Less than this is too little to be compared: all of it may be the clock's own steps.
_SECONDS_THAT_TELL = 0.005


def growth(run: Callable[[Given], object], small: Given, large: Given) -> float:
    """The processor time of the large over that of the small, the best of some rounds each; 1.0 where it is slight."""
    most = _best(run, large)
    return most / max(_best(run, small), _SECONDS_THAT_TELL / LINEAR) if most > _SECONDS_THAT_TELL else 1.0


def _best(run: Callable[[Given], object], given: Given) -> float:
    taken = []
    for _ in range(_ROUNDS):
        began = time.process_time()
        run(given)
        taken.append(time.process_time() - began)
    return min(taken)
