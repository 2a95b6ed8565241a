"""What the technician's commands print: tables for people, JSON for scripts, progress on a terminal only."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console
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

from discovery.counting import counted
from indexer.match.decided import Waiting
from indexer.match.decisions import FILE as DECISIONS
from indexer.pipeline import RunReport
from indexer.progress import Progress, Unwatched
from indexer.report import Counts, PartnerReport
from indexer.status import Status

OUT = Console()
ERR = Console(stderr=True)
COUNTED = ("loaded", "unchanged", "deleted", "skipped", "rejected")


def complain(sentence: str) -> None:
    """One sentence on stderr."""
    ERR.print(sentence, style="bold red", markup=False, highlight=False, soft_wrap=True)


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
    OUT.file.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")


def counted_table(*columns: str) -> Table:
    """A table narrow enough for a terminal of 80 columns, with its numbers to the right."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for column in columns:
        table.add_column(
            column, justify="right" if column in ("records", *COUNTED, "seconds") else "left", no_wrap=True
        )
    return table


def show_run(report: RunReport, *, as_json: bool) -> None:
    """What a run did, partner by partner, and what was published."""
    if as_json:
        print_json(_run_json(report))
        return
    if report.partners:
        table = counted_table("partner", "format", *COUNTED, "seconds")
        for each in report.partners:
            table.add_row(each.partner, each.format, *_counted(each.counts), f"{each.seconds:.1f}")
        OUT.print(table)
    for each in report.partners:
        _show_remarks(each)
    for waiting in report.waiting:
        complain(_waiting_shown(waiting))
    _show_left(report.left)
    published = report.published
    if published is not None and published.position is not None:
        how = "a new generation" if published.rebuilt else "changes"
        OUT.print(
            f"Published {how}: {counted(published.written, 'record')} written, {published.deleted} taken out; "
            f"generation {published.position.generation}, revision {published.position.revision}. "
            f"{report.seconds:.1f} s in all.",
            highlight=False,
        )
        for failure in published.refused:
            complain(f"The engine refused {failure.id}: {failure.reason}")


def _show_left(partners: Sequence[str]) -> None:
    for code in partners:
        complain(f"{code} isn't in padu.toml any more, and its records stay; `padu sync --remove {code}` removes them.")


def _waiting_shown(waiting: Waiting) -> str:
    why = "is no longer with its partner" if waiting.gone else "has never come"
    now = f", which has {waiting.now} now: name that instead" if waiting.now else ""
    then = now or "; the decision stands, and waits for it"
    return f"{DECISIONS}, line {waiting.line}: {waiting.name} {why}{then}."


def _show_remarks(report: PartnerReport) -> None:
    if report.failure:
        complain(f"{report.partner}: {report.failure} Nothing of it was withdrawn.")
    if report.withdrawn:
        records = counted(report.withdrawn, "record")
        missing = ", no longer in its source" if report.format else ""  # a partner that left was not read
        OUT.print(f"{report.partner}: {records} taken out{missing}.", highlight=False)
    if report.renumbered:
        came = "1 of those taken out is" if report.renumbered == 1 else f"{report.renumbered:,} of those taken out are"
        OUT.print(
            f"{report.partner}: {came} there under another identifier, and found at the old address.", highlight=False
        )
    if report.counts.rejected:
        OUT.print(f"{report.partner}: [bold]padu rejected {report.partner}[/] lists what was refused and why.")
    for said in (sentence for shape in report.tables for sentence in shape.sentences()):
        OUT.print(f"{report.partner}: {said}", highlight=False, markup=False)
    for said in report.remarks:
        complain(f"{report.partner}: {said}")
    if report.outdated:
        complain(
            f"{report.partner}: some of its records are mapped as padu.toml, or an earlier Padu, had it before; "
            "`padu rebuild --remap` maps them anew."
        )
    if report.problems:
        found = ", ".join(f"{code} {count}" for code, count in sorted(report.problems.items()))
        OUT.print(f"{report.partner}: mended or suspect: {found}", highlight=False)


def _run_json(report: RunReport) -> dict[str, object]:
    published = report.published
    return {
        "partners": [
            {
                "code": each.partner,
                "format": each.format,
                **counts_json(each.counts),
                "withdrawn": each.withdrawn,
                "renumbered": each.renumbered,
                "problems": each.problems,
                "tables": each.tables,
                "remarks": each.remarks,
                "failure": each.failure,
                "outdated": each.outdated,
                "seconds": round(each.seconds, 3),
            }
            for each in report.partners
        ],
        "waiting": report.waiting,
        "written": published.written if published else 0,
        "removed": published.deleted if published else 0,
        "refused": [{"id": each.id, "reason": each.reason} for each in published.refused] if published else [],
        "generation": published.position.generation if published and published.position else "",
        "revision": published.position.revision if published and published.position else 0,
        "seconds": round(report.seconds, 3),
    }


def counts_json(counts: Counts) -> dict[str, int]:
    """The five counts by name."""
    return {name: getattr(counts, name) for name in COUNTED}


def counts_shown(counts: Counts) -> str:
    """The five counts as a phrase: "812 loaded, 3 rejected"."""
    return ", ".join(f"{getattr(counts, name):,} {name}" for name in COUNTED if getattr(counts, name)) or "no records"


def _counted(counts: Counts) -> list[str]:
    return [f"{getattr(counts, name):,}" for name in COUNTED]


def show_status(status: Status, *, as_json: bool) -> None:
    """The partners' table and one line about the engine."""
    engine = status.engine
    if as_json:
        print_json(
            {
                "partners": [
                    {"code": each.code, **counts_json(each.counts), "last_synced": each.last_synced}
                    for each in status.partners
                ],
                "union_records": status.union_records,
                "engine": {
                    "url": status.engine_url,
                    "generation": engine.generation,
                    "revision": engine.revision,
                    "documents": engine.documents,
                },
            }
        )
        return
    table = counted_table("partner", "records", *COUNTED[1:], "last synced")
    for each in status.partners:
        table.add_row(each.code, *_counted(each.counts), (each.last_synced or "never")[:16].replace("T", " "))
    OUT.print(table)
    OUT.print(f"{counted(status.union_records, 'union record')} in the store.", highlight=False)
    state = f"{counted(engine.documents, 'document')}, generation {engine.generation}, revision {engine.revision}"
    OUT.print(f"Engine {status.engine_url}: {state if engine.ok else engine.detail}", highlight=False)
    _show_left(status.left)
