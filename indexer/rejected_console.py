"""Prints what was refused: as a table for people, as CSV for spreadsheets, as JSON for scripts."""

import csv
from collections.abc import Iterable
from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from discovery.export.csv import formula_safe
from discovery.standard_streams import document_stream
from indexer.console import OUT, print_json
from indexer.store.rejections import Rejection, stored_rejections
from indexer.store.store import Store

Form = Literal["table", "csv", "json"]

COLUMNS = ("file", "position", "identifier", "outcome", "reason")


def show_rejections(store: Store, partner: str, form: Form) -> None:
    """What was refused of a partner's, or left out: where it stands in its file, which record it is, and why."""
    rejections = stored_rejections(store, partner)
    if form == "json":
        print_json(list(rejections))
        return
    if form == "csv":
        _write_csv(rejections)
        return
    table = Table(box=SIMPLE_HEAD)
    for column in COLUMNS:
        # A number or a file's name that is cut short is nobody's: it goes on in the next line.
        table.add_column(column, overflow="fold", no_wrap=column in ("position", "outcome"))
    for each in rejections:
        table.add_row(*map(escape, _row(each)))
    OUT.print(table if table.row_count else "Nothing was refused.", soft_wrap=not table.row_count)


def _write_csv(rejections: Iterable[Rejection]) -> None:
    """RFC 4180, with a byte order mark, without which spreadsheets take the letters for another character set."""
    file = document_stream(OUT.file)
    file.write("\ufeff")
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    rows.writerows([formula_safe(cell) for cell in _row(each)] for each in rejections)


def _row(each: Rejection) -> tuple[str, ...]:
    return (each.file, str(each.position), each.identifier, each.outcome, each.reason)
