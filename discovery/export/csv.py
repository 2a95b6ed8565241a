"""CSV for spreadsheets: one row a record, a header in plain English that scripts can rely on."""

import csv
from collections.abc import Iterable
from io import StringIO

from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.export.credits import credit
from discovery.export.parts import identifier_values, library_names, resource_urls, topical_headings, year_text
from discovery.export.text import single_line

COLUMNS = (
    "id",
    "title",
    "original_title",
    "authors",
    "contributors",
    "place",
    "publisher",
    "year",
    "edition",
    "extent",
    "series",
    "type",
    "carrier",
    "languages",
    "isbn",
    "issn",
    "subjects",
    "class",
    "libraries",
    "call_numbers",
    "online",
    "url",
)

# A spreadsheet runs a cell that begins with one of these: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(records: Iterable[UnionRecord], site: Site, locale: str) -> str:
    """The table with a byte order mark before it: without one Excel reads UTF-8 as the local code page."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([formula_safe(value) for value in _row(record, site, locale)] for record in records)
    return "\ufeff" + table.getvalue()


def formula_safe(value: str) -> str:
    """One line of text; an apostrophe before what a spreadsheet would take for a formula."""
    text = single_line(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _row(record: UnionRecord, site: Site, locale: str) -> tuple[str, ...]:
    description, credited = record.description, credit(record.description)
    publication = description.publication
    others = (*credited.editors, *credited.translators, *credited.others)
    marks = [f"{holding.library}: {holding.call_number}" for holding in record.holdings if holding.call_number]
    return (
        record.id,
        description.title.full,
        description.title.original,
        _list(author.name for author in credited.authors),
        _list(other.name for other in others),
        publication.place,
        publication.publisher,
        year_text(description),
        description.edition,
        description.extent,
        _list(f"{series.heading} {series.number}".strip() for series in description.series),
        description.type,
        description.carrier,
        _list(description.languages),
        _list(identifier_values(description, "isbn")),
        _list(identifier_values(description, "issn")),
        _list(topical_headings(description)),
        _list(each.number for each in description.classifications),
        _list(library_names(record.libraries, site, locale)),
        _list(dict.fromkeys(marks)),
        _list(resource_urls(record)),
        site.record_url(record.id),
    )


def _list(values: Iterable[str]) -> str:
    return "; ".join(values)
