"""JUDUL, ANAK JUDUL, JILID and the statement of responsibility → the title; JUDUL ASLI and parallel titles."""

import re

from discovery.catalog.names import without_email
from discovery.catalog.punctuation import trim_brackets, trim_isbd, trim_leading_isbd
from discovery.catalog.record import Title, VariantKind, VariantTitle
from indexer.crosswalks.parallel_titles import parallel_titles
from indexer.crosswalks.table.addition import map_addition
from indexer.crosswalks.table.fields import TableFields
from indexer.crosswalks.table.form import map_type
from indexer.tables.columns import composed_of

# A table has one cell for what ISBD writes as "Title : rest / responsibility", and people type its marks into it.
_SUBTITLE = re.compile(r"\s+:\s*|(?<=[^\W\d_]):\s+")

_ORIGINAL = re.compile(r"asli|original|seragam|uniform", re.IGNORECASE)
_PARALLEL = re.compile(r"paralel|parallel|terjemahan", re.IGNORECASE)


def map_title(row: TableFields) -> Title | None:
    """The title with its ISBD parts taken apart, or None when the row names nothing.

    https://www.ifla.org/references/best-practice-for-national-bibliographic-agencies-in-a-digital-age/resource-description-and-standards/bibliographic-control/isbd/
    """
    main, responsibility = _stated(row)
    main = parallel_titles(main)[0]
    subtitle = parallel_titles(row.text("subtitle"))[0]
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
    return Title(main, subtitle, _parts(row), trim_isbd(without_email(responsibility)))


def _parts(row: TableFields) -> tuple[str, ...]:
    """What each column of volumes says ("volume 1" names a part, "volume 2" its volume), else what ZUSATZ does."""
    if map_type(row) == "article":  # the volume is its journal's
        return ()
    told = [text for _, text in row.said("part")] or [map_addition(row).part]
    parts = [f"Jilid {part}" if part.isdecimal() else part for part in map(trim_isbd, told) if part]
    return tuple(dict.fromkeys(parts))


def map_variants(row: TableFields, title: Title) -> tuple[VariantTitle, ...]:
    """Parallel titles, and what columns for other titles say ("Judul Asli"); none that repeats `title`."""
    found = [*parallel_titles(_stated(row)[0])[1], *parallel_titles(row.text("subtitle"))[1]]
    for column, stated in row.named("other_titles"):
        found += [VariantTitle(text, _kind(column))] if (text := trim_isbd(stated)) else []
    repeated = (title.main.casefold(), title.full.casefold())
    each_once = {each.text.casefold(): each for each in reversed(found)}
    return tuple(each for text, each in reversed(each_once.items()) if text not in repeated)


def _kind(column: str) -> VariantKind:
    """What the column's name says: "Judul Asli" is another edition's, in which works meet, as 240 is in MARC."""
    if _ORIGINAL.search(column):
        return "uniform"
    return "parallel" if _PARALLEL.search(column) else "variant"


def _stated(row: TableFields) -> tuple[str, str]:
    """The cell of the title without its responsibility, and that."""
    main, written = row.text("title"), row.text("responsibility")
    stated = ""
    if has_authors(row):
        main, stated = with_authors(row)
    elif " / " in main:
        main, _, stated = main.partition(" / ")
    return main, written or stated


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
