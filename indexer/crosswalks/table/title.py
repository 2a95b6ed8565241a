"""JUDUL, ANAK JUDUL, JILID and the statement of responsibility → the title."""

import re

from discovery.catalog.names import without_email
from discovery.catalog.punctuation import trim_brackets, trim_isbd, trim_leading_isbd
from discovery.catalog.record import Title
from indexer.crosswalks.table.addition import map_addition
from indexer.crosswalks.table.fields import TableFields
from indexer.tables.columns import composed_of

# A table has one cell for what ISBD writes as "Title : rest / responsibility", and people type its marks into it.
_SUBTITLE = re.compile(r"\s+:\s*|(?<=[^\W\d_]):\s+")


def map_title(row: TableFields) -> Title | None:
    """The title with its ISBD parts taken apart, or None when the row names nothing.

    https://www.ifla.org/references/best-practice-for-national-bibliographic-agencies-in-a-digital-age/resource-description-and-standards/bibliographic-control/isbd/
    """
    main, written = row.text("title"), row.text("responsibility")
    responsibility = written
    if has_authors(row):
        main, stated = with_authors(row)
        responsibility = written or stated
    elif " / " in main:
        main, _, stated = main.partition(" / ")
        responsibility = written or stated
    main = main.partition(" = ")[0]
    subtitle = row.text("subtitle")
    if not subtitle:
        main, *rest = _SUBTITLE.split(main, maxsplit=1)
        subtitle = rest[0] if rest else ""
    main, subtitle = trim_leading_isbd(trim_isbd(main)), trim_leading_isbd(trim_isbd(subtitle))
    if not any(map(str.isalnum, main)):
        main, subtitle = subtitle, ""
    if not any(map(str.isalnum, main)):
        return None
    if main.startswith("[") and main.endswith("]"):
        main = trim_brackets(main)
    part = trim_isbd(row.text("part") or map_addition(row).part)
    if part.isdecimal():
        part = f"Jilid {part}"
    return Title(main, subtitle, (part,) if part else (), trim_isbd(without_email(responsibility)))


def has_authors(row: TableFields) -> bool:
    """Whether the column of titles says that their authors stand in the same cells."""
    return "authors" in composed_of(row.column("title"))


def with_authors(row: TableFields) -> tuple[str, str]:
    """Such a cell's title and authors: "Fiqih Islam / H. Sulaiman Rasjid", or each on a line of its own.

    "SMP/MTs" is one word of a title where another mark parts title and author.
    """
    for mark in ("\n", " / ", "/", " - ", ";"):
        title, found, authors = row.cell("title").rpartition(mark)
        if found and any(map(str.isalpha, authors)) and any(map(str.isalpha, title)):
            return row.plain(title), row.plain(authors)
    return row.text("title"), ""
