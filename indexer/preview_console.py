"""Prints what a dry run found."""

from collections.abc import Iterable, Iterator

from discovery.command_end import complain
from discovery.counting import counted
from indexer.console import OUT, counts_json, counts_shown, print_json
from indexer.pipeline import RunReport
from indexer.preview import MappedSample, Preview
from indexer.quality_console import quality_json, shortened, show_quality

# Of many values the first few tell whether the mapping is right.
_LISTED = 3


def show_previews(previews: Iterable[Preview], *, as_json: bool) -> RunReport:
    """Each partner's mapped sample, what would change, and the first problems; gives what the run would report."""
    found = list(previews)
    if as_json:
        print_json([_as_json(each) for each in found])
    else:
        for each in found:
            _show(each)
        OUT.print("Nothing was changed.")
    return RunReport([each.report for each in found])


def _show(found: Preview) -> None:
    report = found.report
    if report.failure:
        complain(f"{report.partner}: {report.failure}")
    for said in (sentence for shape in report.tables for sentence in shape.sentences()):
        OUT.print(said, highlight=False, markup=False)
    for said in report.remarks:
        complain(f"{report.partner}: {said}")
    if found.sample:
        OUT.print(f"{report.partner}: as Padu reads the first {counted(len(found.sample), 'record')}", style="bold")
    for line in _sample_lines(found.sample):
        OUT.print(line, highlight=False, markup=False)
    for line in found.copies:
        OUT.print(line, highlight=False, markup=False)
    OUT.print(
        f"{report.partner} holds {counted(report.counts.total, 'item')}: {counts_shown(report.counts)}.",
        highlight=False,
    )
    OUT.print(f"{found.added:,} would be added, {found.changed:,} changed, {found.removed:,} removed.", highlight=False)
    if report.renumbered:
        OUT.print(f"Of these, come again under another identifier: {report.renumbered:,}.", highlight=False)
    show_quality(found.quality)
    _show_refused(found)


def _show_refused(found: Preview) -> None:
    rejected = found.report.counts.rejected
    if rejected:
        shown = f", the first {len(found.refused)} of them" if rejected > len(found.refused) else ""
        OUT.print(f"[bold]{rejected:,}[/] would be refused{shown}:", highlight=False)
    tables = {shape.file for shape in found.report.tables}
    for item in found.refused:
        place = "row" if item.file in tables else "record"
        named = f" ({item.identifier})" if item.identifier else ""
        OUT.print(f"    {item.file}, {place} {item.position}{named}: {item.reason}", highlight=False, markup=False)
    for reason, count in found.skipped.most_common():
        OUT.print(f"{count:,} would be left out: {reason}", highlight=False, markup=False)


def _sample_lines(sample: Iterable[MappedSample]) -> Iterator[str]:
    """Each record in a few lines, which fit terminals of any width: a table of nine columns fits none."""
    for number, each in enumerate(sample, 1):
        yield f"{number:4}. {each.title}"
        year = "" if each.year is None else str(each.year)
        said = (_listed(each.authors), year, each.type, " ".join(each.languages), _listed(each.identifiers))
        yield "      " + " · ".join(filter(None, said))
        copies = (f"{each.copies:,}",) if each.copies else ()
        for label, values in (
            ("published", each.published), ("subjects", each.subjects), ("held by", each.libraries),
            ("at", each.call_numbers), ("copies", copies),
        ):  # fmt: skip
            if values:
                yield f"      {label}: {_listed(values)}"
        yield f"      identifier: {shortened(each.source_id)}"


def _listed(values: tuple[str, ...]) -> str:
    more = f" … (+{len(values) - _LISTED:,})" if len(values) > _LISTED else ""
    return "; ".join(values[:_LISTED]) + more


def _as_json(found: Preview) -> dict[str, object]:
    report = found.report
    return {
        "code": report.partner,
        "format": report.format,
        **counts_json(report.counts),
        "added": found.added,
        "changed": found.changed,
        "removed": found.removed,
        "withdrawn": report.withdrawn,
        "renumbered": report.renumbered,
        "problems": report.problems,
        "quality": quality_json(found.quality),
        "tables": report.tables,
        "remarks": report.remarks,
        "failure": report.failure,
        "copies": found.copies,
        "sample": found.sample,
        "refused": found.refused,
        "left_out": found.skipped,
    }
