"""What a run prints when it has ended: what became of each partner, and what was published."""

from discovery.command_end import complain
from discovery.counting import counted
from indexer.console import (
    COUNTED,
    OUT,
    counted_table,
    counts_cells,
    counts_json,
    print_json,
    show_left,
    show_table,
)
from indexer.match.decided import Waiting
from indexer.match.decisions import FILE as DECISIONS
from indexer.pipeline import RunReport
from indexer.report import PartnerReport


def show_run(report: RunReport, *, as_json: bool) -> None:
    """What a run did, partner by partner, and what was published."""
    if as_json:
        print_json(_run_json(report))
        return
    if report.partners:
        table = counted_table("partner", "format", *COUNTED, "seconds")
        for each in report.partners:
            table.add_row(each.partner, each.format, *counts_cells(each.counts), f"{each.seconds:.1f}")
        show_table(table)
    for each in report.partners:
        _show_remarks(each)
    for waiting in report.waiting:
        complain(_waiting_shown(waiting))
    show_left(report.left)
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
