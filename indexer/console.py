"""How the technician's commands print: tables for people, JSON for scripts, progress on a terminal only."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.measure import Measurement
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.progress import (
    Progress as Bar,
)
from rich.table import Table

from discovery.command_end import ERR, complain
from discovery.standard_streams import document_stream
from indexer.progress import Progress, Unwatched
from indexer.report import Counts

# Without emoji: a shelf mark's ":100:" is no picture. A sentence is a line, however narrow the terminal, or the log, in
# which a path or a command broken in two is none.
OUT = Console(emoji=False, soft_wrap=True)
_WIDEST = 1_000
COUNTED = ("loaded", "unchanged", "deleted", "skipped", "rejected")


class _Watched:
    """Progress as bars."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._task: TaskID | None = None

    def begin(self, step: str, total: int | None = None) -> None:
        if self._task is not None:
            self._bar.stop_task(self._task)
        self._task = self._bar.add_task(step, total=total)

    def advance(self, items: int) -> None:
        if self._task is not None:
            self._bar.advance(self._task, items)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """Bars on stderr while the work inside goes on; nothing when that is no terminal."""
    if quiet or not ERR.is_terminal:
        yield Unwatched()
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=ERR, transient=True) as bar:
        yield _Watched(bar)


def print_json(value: object) -> None:
    """One JSON document on stdout."""
    document_stream(OUT.file).write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")


def counted_table(*columns: str) -> Table:
    """A table as narrow as what stands in it, with its numbers to the right."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for column in columns:
        table.add_column(
            column, justify="right" if column in ("records", *COUNTED, "seconds") else "left", no_wrap=True
        )
    return table


def show_table(table: Table) -> None:
    """A table in full: where the terminal is narrower it breaks the lines, as a number cut short would be another."""
    needed = Measurement.get(OUT, OUT.options.update(max_width=_WIDEST), table).maximum
    Console(file=OUT.file, width=max(OUT.width, needed), emoji=False).print(table)


def counts_json(counts: Counts) -> dict[str, int]:
    """The five counts by name."""
    return {name: getattr(counts, name) for name in COUNTED}


def counts_shown(counts: Counts) -> str:
    """The five counts as a phrase: "812 loaded, 3 rejected"."""
    return ", ".join(f"{getattr(counts, name):,} {name}" for name in COUNTED if getattr(counts, name)) or "no records"


def counts_cells(counts: Counts) -> list[str]:
    """The five counts as a table shows them."""
    return [f"{getattr(counts, name):,}" for name in COUNTED]


def show_left(partners: Sequence[str]) -> None:
    """Partners whose records stay though padu.toml doesn't name them any more."""
    for code in partners:
        complain(f"{code} isn't in padu.toml any more, and its records stay; `padu sync --remove {code}` removes them.")
