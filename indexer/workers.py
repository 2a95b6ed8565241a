"""Batches on other processes: in order, few under way at a time, and none left behind when this one dies."""

import atexit
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self, TypeVar

from discovery.collector import LOADING, collect_rarely
from discovery.errors import PaduError

Task = TypeVar("Task")
Answer = TypeVar("Answer")

# Enough to keep every worker busy while the main process writes (the store takes eight tasks at once; with two a worker
# a tenth of both processors' time was idle), little enough to bound the memory.
_UNDER_WAY_PER_WORKER = 4
# Starting processes takes a second or two, in which this one does as many batches by itself.
_WORTH_A_POOL = 4
# So many items of a task take each step together: its code, and what it looks up, stays in the processor's cache
# meanwhile. Compiled, a record was mapped in 365 to 390 µs by itself, in 270 to 310 among 32, and no less among 100.
_IN_STEP = 32


def in_step(items: tuple[Task, ...]) -> Iterator[tuple[Task, ...]]:
    """A task's items in runs short enough for each run to take every step together."""
    return (items[start : start + _IN_STEP] for start in range(0, len(items), _IN_STEP))


class Workers:
    """A pool that starts only when there are more than a few batches: a small update stays in this process.

    Functions and tasks have to be picklable: module-level functions, frozen dataclasses.
    """

    def __init__(self, count: int | None = None) -> None:
        self.count = count if count is not None else max(1, len(os.sched_getaffinity(0)))
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def run(self, function: Callable[[Task], Answer], tasks: Iterable[Task]) -> Iterator[Answer]:
        """`function` of each task, in the tasks' order. Raises PaduError when a worker is killed."""
        waiting = iter(tasks)
        first = list(islice(waiting, _WORTH_A_POOL))
        if len(first) < _WORTH_A_POOL or self.count < 2:
            yield from map(function, chain(first, waiting))
            return
        under_way: deque[Future[Answer]] = deque()
        pool = self._started()
        try:
            for task in chain(first, waiting):
                under_way.append(pool.submit(function, task))
                if len(under_way) >= self.count * _UNDER_WAY_PER_WORKER:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        except BrokenProcessPool as error:
            raise PaduError("A worker process was killed (out of memory?); run the same command again.") from error
        finally:
            for future in under_way:
                future.cancel()

    def renew(self, function: Callable[[Task], Answer]) -> None:
        """Put fresh processes, getting ready for `function`, in the place of those that ran something else.

        What the old ones learned and cached for that is memory nobody needs any more.
        """
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None
            pool = self._started()
            for _ in range(self.count):
                pool.submit(_get_ready, function)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Forking a process that has threads (tantivy's, a database driver's) can deadlock the child.
            context = get_context("spawn")
            self._pool = ProcessPoolExecutor(self.count, mp_context=context, initializer=_begin_work)
        return self._pool


def _get_ready(function: Callable[[Task], Answer]) -> None:
    """That it could be sent here means that its module has been imported."""


def _begin_work() -> None:
    collect_rarely(LOADING)
    # All that a worker holds goes with it; taking it apart value by value first takes half a second, while the main
    # process waits.
    atexit.register(os._exit, 0)
    # Ctrl-C is the main process's to handle; when that is killed outright, nobody else would end this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
