"""One row of a table, or the rows of one title's copies → one `Record`.

The fields are those of `indexer.tables.names`; each file here says what becomes of its own.
"""

import re

from discovery.catalog.holding import Link
from discovery.catalog.ids import record_id
from discovery.catalog.names import without_email
from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.record import Description, Note, Record, Series, Title
from discovery.catalog.text import text_problem
from indexer.crosswalks.marc.links import web_address
from indexer.crosswalks.table.addition import map_addition
from indexer.crosswalks.table.classifications import map_classifications
from indexer.crosswalks.table.contributors import map_contributors
from indexer.crosswalks.table.fields import TableFields
from indexer.crosswalks.table.form import map_carrier, map_languages, map_type
from indexer.crosswalks.table.holdings import CopyRow, copy_numbers, map_holdings
from indexer.crosswalks.table.identifiers import map_identifiers
from indexer.crosswalks.table.mending import is_date, pages_of_date, with_line_ends
from indexer.crosswalks.table.publication import map_publication
from indexer.crosswalks.table.subjects import map_subjects
from indexer.crosswalks.table.title import counts_volumes, map_title, map_variants
from indexer.partners import LibraryRule
from indexer.tables.columns import ColumnMap, unnumbered
from indexer.tables.row import TableRow

_PLACES = ("library", "branch", "shelf", "call_number")
_PRINTINGS = frozenset({"cetakan", "cetakan ke", "cet", "cet ke"})
_PAGES = re.compile(r"\d{1,5}")
# What pages are called in the language of their column's name; most tables are Indonesian.
_PAGE_WORDS = (
    ("pag", "p."), ("pp", "p."), ("seite", "S."), ("umfang", "S."), ("blz", "blz."), ("bladz", "blz."), ("صفحات", "ص."),
)  # fmt: skip


def map_row(
    row: TableRow, fields: TableFields, columns: ColumnMap, problems: list[str], *, partner: str, source_id: str,
    rule: LibraryRule,
) -> Record | str:  # fmt: skip
    """The record, or the reason why the row can't be taken, in words that whoever keeps the table can act on.

    `columns` are those of its copies.
    """
    title = map_title(fields)
    if title is None:
        return no_title(fields)
    damage = text_problem(title.full)
    if damage:
        problems.append(damage)
    description = _description(fields, title, problems)
    copies = _copies(row, fields, columns, rule) or [CopyRow(fields, row.cells)]
    holdings = map_holdings(copies, problems, partner=partner, rule=rule, copies=bool(row.copies))
    if not holdings:
        problems.append("no-copy-left")
    identity = record_id(partner, "bibliographic", source_id)
    numbers = copy_numbers([fields, *(copy.fields for copy in copies)])
    return Record(identity, partner, source_id, description, holdings, tuple(dict.fromkeys(problems)), numbers)


def _copies(row: TableRow, fields: TableFields, columns: ColumnMap, rule: LibraryRule) -> list[CopyRow]:
    """The rows of copies. What a copy in a table of its own doesn't say of its place, its title's row says."""
    if not row.apart:
        return [CopyRow(TableFields(cells, columns, []), cells) for cells in row.copies]
    of_title = {field: text for field in _PLACES if (text := fields.text(field))}
    unit = {rule.field: row.cells[rule.field]} if rule.field in row.cells else {}
    found = []
    for own in row.copies:
        said = columns.values(own)
        cells = {**unit, **{field: text for field, text in of_title.items() if field not in said}, **own}
        if rule.copies_field in own:
            cells[rule.field] = own[rule.copies_field]
        found.append(CopyRow(TableFields(cells, columns, []), cells))
    return found


def no_title(fields: TableFields) -> str:
    """Why a row without a title can't be taken."""
    if fields.errors:
        error = fields.errors[0]
        return f"no title, and a cell holds {error}, an error of the spreadsheet; repair its formula and export again."
    if fields.text("copy"):
        return (
            "no title, but a copy's number: if the copy is of the title above, repeat that title in this row; else "
            "write its own, or delete the row."
        )
    return "no title: the cell for it is empty or shows an error in this row; write one, or delete the row."


def _description(fields: TableFields, title: Title, problems: list[str]) -> Description:
    kind = map_type(fields)
    languages = map_languages(fields)
    return Description(
        title,
        kind,
        map_carrier(fields, kind),
        variants=map_variants(fields, title),
        contributors=map_contributors(fields),
        publication=map_publication(fields, problems),
        edition=_edition(fields),
        extent=_extent(fields, problems),
        series=_series(fields),
        identifiers=map_identifiers(fields, problems, serial=kind == "serial"),
        languages=languages,
        language_basis="coded" if languages else "undecided",
        subjects=map_subjects(fields),
        classifications=map_classifications(fields, problems),
        contents=tuple(filter(None, [fields.text("contents")])),
        abstract=without_email(with_line_ends(fields.text("abstract"))),
        notes=_notes(fields),
        links=_links(fields, problems),
    )


def _notes(fields: TableFields) -> tuple[Note, ...]:
    addition = map_addition(fields)
    kept = addition.note or (
        addition.part if fields.text("part") else addition.edition if fields.text("edition") else ""
    )
    stated = (*map(with_line_ends, fields.texts("notes")), *filter(None, [kept]))
    return tuple(Note(without_email(text)) for text in stated)


def _links(fields: TableFields, problems: list[str]) -> tuple[Link, ...]:
    """Words that lead nowhere ("lihat" in a text file), which had an address behind them once, are told."""
    texts = fields.texts("url")
    found = [Link(url) for text in texts if (url := web_address(text))]
    if len(found) < len(texts):
        problems.append("address-unread")
    cover = web_address(fields.text("cover"))
    return (*found, Link(cover, kind="cover")) if cover else tuple(found)


def _edition(fields: TableFields) -> str:
    """A bare number is the edition's, as Indonesian cards write it: "Ed. 2"; under "Cetakan" it counts printings."""
    edition = trim_isbd(fields.text("edition") or map_addition(fields).edition)
    if edition.isdecimal() and unnumbered(fields.column("edition")) in _PRINTINGS:
        return f"Cet. {edition}"
    return f"Ed. {edition}" if edition.isdecimal() and edition != "0" else edition.strip("0") and edition


def _extent(fields: TableFields, problems: list[str]) -> str:
    """A bare number counts pages; a month is what a spreadsheet made of some: "Okt 22" of 10-22, "03. Nov" of 3-11."""
    extent = fields.text("extent")
    if not any(map(str.isalnum, extent)):
        return next((text for _, text in fields.said("part") if counts_volumes(text)), "")
    if stretch := pages_of_date(extent):
        problems.append("pages-mended")
        return stretch
    if is_date(extent):
        problems.append("date-damaged")
        return ""
    if not _PAGES.fullmatch(extent):
        return extent
    column = fields.column("extent").casefold()
    return f"{extent} {next((word for name, word in _PAGE_WORDS if name in column), 'hlm.')}"


def _series(fields: TableFields) -> tuple[Series, ...]:
    """The series with its number, in a column of its own or after " ; "; a number alone names no series."""
    title, number = fields.text("series"), fields.text("series_number")
    if not number and " ; " in title:
        title, _, number = (part.strip() for part in title.rpartition(" ; "))
    title = trim_isbd(title)
    return (Series(title, number),) if any(map(str.isalpha, title)) else ()
