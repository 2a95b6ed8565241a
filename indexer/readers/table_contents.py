"""Columns without a header: which is which, told by what stands in them, where that is beyond doubt."""

import re
from collections.abc import Callable, Iterator, Sequence

from discovery.catalog.identifiers import parse_isbn, parse_issn
from discovery.catalog.years import latest_year
from indexer.tables.columns import letter
from indexer.tables.names import SLIMS_CATALOGUE, SLIMS_ITEMS

# SLiMS writes several values in one cell so.
_BRACKETED = re.compile(r"(?:<[^<>]+>\s*)+")
_MOSTLY, _LEAST_COUNTED = 0.8, 3
_NOTHING = frozenset({"", "-", "n/a", "null", "#ref!", "#n/a", "\\n", ","})
_SHELF_MARK = re.compile(r"(?:[A-Z]{1,3} )?(?:\d{1,3}|2X\d?)(?:\.\d+)*[ /.]+[A-Z][A-Za-z]{1,2}[ /.]+\w", re.IGNORECASE)
_CLASS = re.compile(r"(?:\d{1,3}|2X\d?)(?:[.,]\d+)?", re.IGNORECASE)
_NUMBERED = re.compile(r"(?=.*\d)[A-Z]{1,}[\w./-]{3,}", re.IGNORECASE)
_INVERTED = re.compile(r"\w[\w.'-]*, ?\w[\w .'-]*")
_PUBLISHERS = re.compile(
    r"\b(?:press|penerbit|pustaka|gramedia|media|erlangga|andi offset|university|publishing|publisher|books|verlag"
    r"|salemba|rajawali|kencana|mizan|bumi aksara|balai|cv|pt)\b",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"jakarta.*|bandung|yogyakarta|jogjakarta|surabaya|semarang|malang|depok|bogor|medan|surakarta|solo|makassar|denpasar"
    r"|padang|palembang|tangerang.*|bekasi|sleman|bantul|london|new york|singapore|kuala lumpur|leiden|amsterdam"
    r"|den haag|'s-gravenhage|paris|berlin|cambridge|oxford",
    re.IGNORECASE,
)
_LANGUAGES = re.compile(
    r"(?:bahasa )?(?:indonesia|inggris|arab|jawa|sunda|melayu|belanda|jerman|indonesian|english|arabic|dutch|german)"
    r"|id|en|ind|eng",
    re.IGNORECASE,
)


def known_layout(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The columns of an export that writes no header, told by how many there are and what stands in some; else ()."""
    for names, signs in ((SLIMS_CATALOGUE, _slims_catalogue), (SLIMS_ITEMS, _slims_items)):
        fitting = [row for row in rows if len(row) == len(names)]
        if fitting and len(fitting) * 10 >= len(rows) * 8 and sum(map(signs, fitting)) * 10 >= len(fitting) * 8:
            return names
    return ()


def _slims_catalogue(row: Sequence[str]) -> bool:
    bracketed = all(not row[at].strip() or row[at].startswith("<") or row[at] == "\\N" for at in (15, 16))
    return bracketed and bool(row[0].strip()) and (not _filled(row[5]) or row[5].strip("[]c. ")[:1].isdigit())


def _slims_items(row: Sequence[str]) -> bool:
    return _filled(row[18]) and all(not _filled(row[at]) or row[at][:4].isdigit() for at in (4, 8, 16, 17))


def told_columns(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """A name for each column: that of a field where its cells leave no doubt, else the spreadsheet's letter."""
    width = max(map(len, rows), default=0)
    columns = [[row[at].strip() for row in rows if at < len(row) and _filled(row[at])] for at in range(width)]
    names = [letter(at) for at in range(width)]
    for at, field in _marked_columns(columns):
        names[at] = field
    free = [at for at in range(width) if len(columns[at]) * 5 >= len(rows) and not _is_marked(columns[at])]
    for field, sign, enough in _SIGNS:
        if field in names:
            continue
        best = max(free, key=lambda at: _share(columns[at], sign), default=None)
        if best is not None and _share(columns[best], sign) >= enough:
            names[best] = field
            free.remove(best)
    title = max(free, key=lambda at: _title_weight(columns[at]), default=None)
    if title is not None and _title_weight(columns[title]) > 10:
        names[title] = "title"
    return tuple(names)


def _marked_columns(columns: Sequence[Sequence[str]]) -> Iterator[tuple[int, str]]:
    """The column that counts the rows, and those that are left of SLiMS's export: authors, topics and numbers of copies
    stand in it one behind the other, each as <A><B>, and no title does.
    """
    bracketed = [at for at, cells in enumerate(columns) if _share(cells, _is_bracketed) >= _MOSTLY]
    coded = [at for at in bracketed if _share(columns[at], _is_coded) >= _MOSTLY]
    said = [at for at in bracketed if at not in coded]
    if len(said) == 2:
        yield from zip(said, ("authors", "subjects"), strict=True)
    if len(coded) == 1:
        yield coded[0], "copy"
    counting = next((at for at, cells in enumerate(columns) if _counts_rows(cells)), None)
    if counting is not None:
        yield counting, "row_number"


def _is_marked(cells: Sequence[str]) -> bool:
    return _share(cells, _is_bracketed) >= _MOSTLY or _counts_rows(cells)


def _is_bracketed(cell: str) -> bool:
    return _BRACKETED.fullmatch(cell) is not None


def _is_coded(cell: str) -> bool:
    return any(map(str.isdigit, cell)) and " " not in cell


def _counts_rows(cells: Sequence[str]) -> bool:
    return len(cells) >= _LEAST_COUNTED and list(cells) == [str(number) for number in range(1, len(cells) + 1)]


def _filled(cell: str) -> bool:
    return cell.strip().casefold() not in _NOTHING


def _share(cells: Sequence[str], sign: Callable[[str], bool]) -> float:
    return sum(map(sign, cells)) / len(cells) if cells else 0.0


def _title_weight(cells: Sequence[str]) -> float:
    """How much a column looks like titles: several words, and seldom the same."""
    if not cells or sum(" " in cell for cell in cells) * 2 < len(cells):
        return 0.0
    return sum(map(len, cells)) / len(cells) * (len(set(cells)) / len(cells)) ** 2


def _is_isbn(cell: str) -> bool:
    number = parse_isbn(cell)
    return number is not None and number.is_key


def _is_issn(cell: str) -> bool:
    number = parse_issn(cell)
    return number is not None and number.is_key


def _is_year(cell: str) -> bool:
    return len(cell) == 4 and cell.isdecimal() and 1800 <= int(cell) <= latest_year()


# Field, what tells it, and the share of filled cells that has to show it; the surest first.
_SIGNS: tuple[tuple[str, Callable[[str], bool], float], ...] = (
    ("isbn", _is_isbn, 0.6),
    ("issn", _is_issn, 0.8),
    ("year", _is_year, 0.8),
    ("call_number", lambda cell: bool(_SHELF_MARK.match(cell)), 0.7),
    ("class", lambda cell: bool(_CLASS.fullmatch(cell)), 0.8),
    ("copy", lambda cell: bool(_NUMBERED.fullmatch(cell)), 0.8),
    ("place", lambda cell: bool(_PLACES.fullmatch(cell)), 0.5),
    ("language", lambda cell: bool(_LANGUAGES.fullmatch(cell)), 0.8),
    ("authors", lambda cell: bool(_INVERTED.fullmatch(cell)), 0.4),
    ("publisher", lambda cell: bool(_PUBLISHERS.search(cell)), 0.3),
)
