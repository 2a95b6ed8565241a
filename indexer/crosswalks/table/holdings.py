"""NO. PANGGIL, LOKASI, JUMLAH EKSEMPLAR, STATUS → which library has the thing, where, and how many."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from discovery.catalog.holding import Holding
from discovery.catalog.numerals import INDONESIAN_NUMBERS
from discovery.catalog.runs import parse_run
from indexer.crosswalks.statuses import counted, is_gone, narrowest, status_in, translated
from indexer.crosswalks.table.classifications import mended_call_number
from indexer.crosswalks.table.fields import TableFields
from indexer.crosswalks.table.visibility import hidden_by
from indexer.partners import LibraryRule
from indexer.tables.alike import is_own_number
from indexer.tables.columns import unnumbered

_COUNT = re.compile(r"\d{1,4}")
_MOST_COPIES = 9_999
# "001-005" and "006 s/d 008" number five and three copies; "0123-2015" is one of 2015, and nobody buys two hundred.
_RANGE = re.compile(r"\D*?(\d+)\s*(?:-|–|s\.?\s*/?\s*d\.?|sampai(?: dengan)?)\s*\D{0,6}?(\d+)\D*", re.IGNORECASE)
# The same with what follows or goes before each number: "0009-0012/SDN2/2023", "0001/P/2015 - 0005/P/2015",
# "2015.0015-2015.0018". In "09-12/2015" the numbers may be months.
_LONG_RANGE = re.compile(
    r"(?P<before>(?:\d+[./])*)(?P<first>\d+)(?P<behind>/\S*)?\s*(?:-|–|s\.?\s*/?\s*d\.?|sampai(?: dengan)?)\s*"
    r"(?P=before)(?P<last>\d+)(?(behind)(?P=behind)|(?P<end>/\S*)?)",
    re.IGNORECASE,
)
_AND = re.compile(r",|\s*&\s*|\s+(?:dan|and|en|und)\s+", re.IGNORECASE)
_SURE_DIGITS = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_IN_RANGE = 200
_LONGEST_REMARK = 25
# "Keterangan" and "Remarks" are of the copy in a register, and of the book in a list.
_OF_ANYTHING = ("ket", "remark")
# Koha's columns of 0 and 1 (https://schema.koha-community.org/: items), which say by their names what a 1 means.
_FLAGS = {
    "itemlost": "gone", "lost": "gone", "lost status": "gone", "withdrawn": "gone", "withdrawn status": "gone",
    "damaged": "damaged", "damaged status": "damaged", "notforloan": "not_for_loan", "not for loan": "not_for_loan",
    "not for loan status": "not_for_loan", "onloan": "on_loan", "on loan": "on_loan", "checked out": "on_loan",
}  # fmt: skip
_NO = frozenset({"0", "no", "tidak", "n", "false", "-"})


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
        status, of_some = _status(fields, rule)
        if copies:
            of_some = 0
        if (status == "gone" and not of_some) or is_gone(fields.text("shelf")) or hidden_by(fields):
            continue
        library, branch = _library(row, partner, rule)
        key = (library, branch, fields.text("shelf"), mended_call_number(fields, problems))
        number = _in_row(fields) if copies else _counted(fields)
        counts[key] = min(counts.get(key, 0) + number, _MOST_COPIES)
        if status == "gone":
            counts[key] -= of_some
            status = ""
        runs.setdefault(key, fields.text("run"))
        statuses.setdefault(key, []).extend([status] * (of_some or (number if copies else 1)))
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


def _status(fields: TableFields, rule: LibraryRule) -> tuple[str, int]:
    """What the columns of states say together, in the partner's own words (`statuses` in padu.toml) or in everybody's,
    and of how many of a title's copies: 1 for "hilang 1" of five, 0 for all.
    """
    own = dict(rule.statuses)
    said: dict[str, str] = {}
    for column, text in fields.said("status"):
        if len(text) > _LONGEST_REMARK and column.casefold().startswith(_OF_ANYTHING):
            continue  # a remark on the book, in which any word may stand
        meant = translated("", text, own) if own else None
        said.setdefault(_meaning(column, text) if meant is None else meant, text)
    status = narrowest(said)
    stated = _COUNT.search(said[status]) if status else None
    return status, int(stated[0]) if stated and 0 < int(stated[0]) < _counted(fields) else 0


def _meaning(column: str, text: str) -> str:
    flag = _FLAGS.get(unnumbered(column))
    if flag is None:
        return status_in(text)
    return "" if text.casefold() in _NO else flag


def _counted(fields: TableFields) -> int:
    """How many copies a title's row stands for; 0 when the partner doesn't count them."""
    said = fields.text("copies")
    stated = _COUNT.search(said)
    if stated:
        return int(stated[0])
    words = said.casefold().split()
    if words and words[0] in INDONESIAN_NUMBERS:
        return INDONESIAN_NUMBERS.index(words[0])
    numbers = fields.texts_by_name("copy").values()  # a copy has a barcode beside its number
    return max((sum(map(_numbered, dict.fromkeys(each))) for each in numbers), default=0)


def copy_numbers(rows: Iterable[TableFields]) -> tuple[str, ...]:
    """The barcodes and numbers of the inventory, each once; of several in a cell each."""
    found = (part.strip() for row in rows for text in row.texts("copy") for part in _AND.split(text))
    return tuple(dict.fromkeys(filter(None, found)))


def _in_row(fields: TableFields) -> int:
    """How many copies a row of a register of copies stands for: one, unless its number goes from one to another."""
    return max((_in_range(text) for text in fields.texts("copy")), default=1)


def _numbered(text: str) -> int:
    """How many copies have the numbers that stand in one cell."""
    return sum(_in_range(part) for part in _AND.split(text) if part.strip())


def _in_range(text: str) -> int:
    text = text.strip()
    if ends := _RANGE.fullmatch(text):
        first, last = ends[1], ends[2]
    elif (long := _LONG_RANGE.fullmatch(text)) and _is_sure(long):
        first, last = long["first"], long["last"]
    else:
        return 1
    between = 0 if _YEAR.fullmatch(last) else int(last) - int(first)
    return between + 1 if 0 < between < _MOST_IN_RANGE else 1


def _is_sure(ends: re.Match[str]) -> bool:
    """Whether both are numbers of one length, and no months of a year."""
    named = any(map(str.isalpha, ends["behind"] or ends["end"] or ""))
    return len(ends["first"]) == len(ends["last"]) and (named or len(ends["first"]) >= _SURE_DIGITS)


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
