"""Prints what a dry run found."""

from collections.abc import Iterable

from rich.table import Table

from indexer.console import OUT, complain, counts_json, counts_shown, print_json
from indexer.preview import MappedSample, Preview


def show_previews(previews: Iterable[Preview], *, as_json: bool) -> None:
    """Each partner's mapped sample, what would change, and the first problems."""
    found = list(previews)
    if as_json:
        print_json([_as_json(each) for each in found])
        return
    for each in found:
        _show(each)
    OUT.print("Nothing was changed.")


def _show(found: Preview) -> None:
    report = found.report
    if report.failure:
        complain(f"{report.partner}: {report.failure}")
    for said in (sentence for shape in report.tables for sentence in shape.sentences()):
        OUT.print(said, highlight=False, markup=False)
    table = Table("identifier", "title", "authors", "year", "type", "languages", "numbers", title=report.partner)
    for each in found.sample:
        table.add_row(*_row(each))
    if found.sample:
        OUT.print(table)
    OUT.print(
        f"{report.partner}: {counts_shown(report.counts)}; {report.withdrawn:,} would be taken out.", highlight=False
    )
    for problem, count in sorted(report.problems.items()):
        OUT.print(f"  mended or suspect: {problem}: {count:,}", highlight=False)
    for item in found.refused:
        OUT.print(
            f"  {item.file}, record {item.position} {item.identifier}: {item.reason}", highlight=False, markup=False
        )


def _row(each: MappedSample) -> list[str]:
    year = "" if each.year is None else str(each.year)
    return [
        each.source_id,
        each.title,
        "; ".join(each.authors),
        year,
        each.type,
        " ".join(each.languages),
        "; ".join(each.identifiers),
    ]


def _as_json(found: Preview) -> dict[str, object]:
    report = found.report
    return {
        "code": report.partner,
        "format": report.format,
        **counts_json(report.counts),
        "withdrawn": report.withdrawn,
        "problems": report.problems,
        "tables": report.tables,
        "failure": report.failure,
        "sample": found.sample,
        "refused": found.refused,
    }
