"""NO. PANGGIL, LOKASI, JUMLAH EKSEMPLAR, STATUS → which library has the thing, where, and how many."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from discovery.catalog.holding import Holding
from discovery.catalog.runs import parse_run
from indexer.crosswalks.statuses import counted, is_gone, status_in, translated
from indexer.crosswalks.table.classifications import mended_call_number
from indexer.crosswalks.table.fields import TableFields
from indexer.partners import LibraryRule
from indexer.tables.alike import is_own_number

_COUNT = re.compile(r"\d{1,4}")
_MOST_COPIES = 9_999


@dataclass(frozen=True, slots=True)
class CopyRow:
    """The fields of one row, and its cells as they stand, for the column that names the library."""

    fields: TableFields
    cells: Mapping[str, str]


def map_holdings(
    rows: list[CopyRow], problems: list[str], *, partner: str, rule: LibraryRule, copies: bool
) -> tuple[Holding, ...]:
    """One holding for each library, branch, shelf and shelf mark.

    Where rows are copies (`copies`), each counts one; a copy withdrawn, lost or missing is none, and one that is listed
    twice under its own number, with all else the same, is one. Where rows are titles, the column of numbers counts,
    else the copies' own numbers if a cell holds several (SLiMS: <B001><B002>).
    """
    if copies and len(rows) > 1:
        rows = _listed_once(rows)
    counts: dict[tuple[str, str, str, str], int] = {}
    runs: dict[tuple[str, str, str, str], str] = {}
    statuses: dict[tuple[str, str, str, str], list[str]] = {}
    for row in rows:
        fields = row.fields
        status = _status(fields, rule)
        if status == "gone" or is_gone(fields.text("shelf")):
            continue
        library, branch = _library(row, partner, rule)
        key = (library, branch, fields.text("shelf"), mended_call_number(fields, problems))
        counts[key] = min(counts.get(key, 0) + (1 if copies else _counted(fields)), _MOST_COPIES)
        runs.setdefault(key, fields.text("run"))
        statuses.setdefault(key, []).append(status)
    return tuple(
        Holding(*key, count, runs[key], stretches=parse_run(runs[key]), statuses=counted(statuses[key]))
        for key, count in counts.items()
    )


def _listed_once(rows: list[CopyRow]) -> list[CopyRow]:
    own = {
        tuple(row.cells.items()) if is_own_number(row.fields.text("copy")) else place: row
        for place, row in enumerate(rows)
    }
    return list(own.values())


def _status(fields: TableFields, rule: LibraryRule) -> str:
    """What the status says, in the partner's own words (`statuses` in padu.toml) or in everybody's."""
    said = fields.text("status")
    meant = translated("", said, dict(rule.statuses)) if rule.statuses else None
    return status_in(said) if meant is None else meant


def _counted(fields: TableFields) -> int:
    """How many copies a title's row stands for; 0 when the partner doesn't count them."""
    stated = _COUNT.search(fields.text("copies"))
    if stated:
        return int(stated[0])
    return len(set(fields.texts("copy")))


def _library(row: CopyRow, partner: str, rule: LibraryRule) -> tuple[str, str]:
    """The cooperation's code for the owner, and the branch: see `LibraryRule` for what unknown codes come to."""
    branch = row.fields.text("branch") or row.fields.text("library")
    if not rule.field:
        return rule.library or partner, branch
    code = row.cells.get(rule.field, "").strip()
    known = dict(rule.codes).get(code)
    if known:
        return known, "" if branch == code else branch
    return rule.library or partner, branch or code
