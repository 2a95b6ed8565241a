"""Runs `padu sync` and kills this process, as `kill -9` would, when it comes to its nth step.

A step is every transaction with the store and every call of the index writer: the moments between which something
lasting changes. `python -m tests.indexer.killed_run 0` kills nothing and prints how many steps there were.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection

from discovery.cli import app
from discovery.engines.elastic.writer import ElasticWriter
from discovery.engines.embedded.writer import EmbeddedWriter
from indexer.store.store import Store

_WRITES = ("begin", "current", "write", "delete", "write_headings", "write_words", "write_facts", "publish")


class Steps:
    """Counts, and kills at the nth."""

    def __init__(self, last: int) -> None:
        self.taken = 0
        self._last = last

    def take(self) -> None:
        self.taken += 1
        if self.taken == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def counted(steps: Steps, method: Callable[..., Any]) -> Callable[..., Any]:
    def stepping(*arguments: Any, **named: Any) -> Any:
        steps.take()
        answer = method(*arguments, **named)
        steps.take()
        return answer

    return stepping


def main(last: int) -> None:
    steps = Steps(last)
    transaction = Store.transaction

    def stepping(self: Store) -> AbstractContextManager[Connection]:
        steps.take()
        return transaction(self)

    Store.transaction = stepping  # type: ignore[method-assign]
    for writer in (EmbeddedWriter, ElasticWriter):
        for name in _WRITES:
            setattr(writer, name, counted(steps, getattr(writer, name)))
    app(["sync", "--json"], standalone_mode=False)
    print(f"steps {steps.taken}", file=sys.stderr)


if __name__ == "__main__":
    main(int(sys.argv[1]))
