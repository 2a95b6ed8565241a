"""JUDUL, ANAK JUDUL, JILID and the statement of responsibility → the title; JUDUL ASLI and parallel titles."""

import re

from discovery.catalog.names import without_email
from discovery.catalog.punctuation import trim_brackets, trim_isbd, trim_leading_isbd
from discovery.catalog.record import Title, VariantKind, VariantTitle
from indexer.crosswalks.parallel_titles import parallel_titles
from indexer.crosswalks.table.addition import map_addition
from indexer.crosswalks.table.fields import TableFields
from indexer.crosswalks.table.form import map_type
from indexer.tables.columns import composed_of, unnumbered

# A table has one cell for what ISBD writes as "Title : rest / responsibility", and people type its marks into it.
_SUBTITLE = re.compile(r"\s+:\s*|(?<=[^\W\d_]):\s+")

# "5 jil.", "2 dl.", "٤ مج".
_COUNTED = re.compile(
    r"\d{1,3}\s*(?:jil(?:id)?|vols?|volumes?|bde?|dl|dln|delen|مج|مجلد|مجلدات|ج|أجزاء|اجزاء)\.?", re.IGNORECASE
)
# "VII", "7 - 8", "Kelas 10 IPA", "Ganjil"; and neither 500 nor 5.36, which are classes.
_LEVEL = re.compile(
    r"(?:(?:kelas|kls|semester|smt|tingkat|grade)\.?\s+)?(?:(?:[IVX]{1,4}|\d{1,2})(?![\dX.,])[\w\s/&-]{0,10}|ganjil|genap|gasal)",
    re.IGNORECASE,
)
_SHORT_CAPTIONS = {"kls": "Kelas", "smt": "Semester", "smtr": "Semester"}
_OWN_CAPTIONS = frozenset({"الجزء", "المجلد"})

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
    parts = tuple(dict.fromkeys((*_levels(row, main), *_parts(row))))
    return Title(_without_part(main, parts), subtitle, parts, trim_isbd(without_email(responsibility)))


def _without_part(main: str, parts: tuple[str, ...]) -> str:
    """The title without the volume at its end that the column of volumes repeats: "Riyadhus Shalihin jil. 2"."""
    for part in parts:
        cut = main[: -len(part)].rstrip(" ,.:;-(")
        if cut and not cut.isdecimal() and main.casefold().endswith(f" {part.casefold()}"):
            return cut
    return main


def _parts(row: TableFields) -> tuple[str, ...]:
    """What each column of volumes says ("volume 1" names a part, "volume 2" its volume), else what ZUSATZ does."""
    if map_type(row) == "article":  # the volume is its journal's
        return ()
    told = [*row.said("part")] or [("", map_addition(row).part)]
    cells = [(column, trim_isbd(part)) for column, part in told]
    parts = [
        f"{_caption(column)} {part}" if part.isdecimal() else part
        for column, part in cells
        if part and not counts_volumes(part)
    ]
    return tuple(dict.fromkeys(parts))


def _levels(row: TableFields, main: str) -> list[str]:
    """The class and half-year of a school that a textbook is for, "Kelas VII", unless its title says so itself. Where
    the column holds anything else, the library's own classes, it says nothing here.
    """
    told = [(column, trim_isbd(text)) for column, text in row.said("level") if _LEVEL.fullmatch(text)]
    levels = [
        text if text[:1].isalpha() and " " in text else f"{_level_caption(column)} {text}" for column, text in told
    ]
    return [level for level in levels if level.casefold() not in main.casefold()]


def _level_caption(column: str) -> str:
    return _SHORT_CAPTIONS.get(unnumbered(column)) or column.strip().capitalize()


def _caption(column: str) -> str:
    """What a volume is called whose cell holds only its number: most tables are Indonesian."""
    return column.strip() if unnumbered(column) in _OWN_CAPTIONS else "Jilid"


def counts_volumes(text: str) -> bool:
    """Whether a cell for the volume says how many there are: "5 jil." is a set, and "jil. 5" one of it."""
    return _COUNTED.fullmatch(text) is not None


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
