"""Which column of a table fills which field: as padu.toml says, else by the columns' names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from indexer.tables.names import COLUMN_NAMES, GATHERED, SYNONYMS, TOLD_TOGETHER

FIELDS = tuple(COLUMN_NAMES)
# A row number is nothing that anybody maps.
MAPPABLE = tuple(field for field in FIELDS if field != "row_number")

_NOT_WORDS = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r"(?: |(?<=[^\W\d_]{4}))\d{1,2}$")
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")
# A word that goes on in the next line of a narrow column: "Penga-\nrang".
_BROKEN = re.compile(r"(?<=[^\W\d_])-\s+(?=[a-z])")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SEVERAL = re.compile(r"\s*[/&+,|]\s*|\s*[:;]\s*(?=\S)|\s+(?:dan|and|und|en|atau|or)\s+", re.IGNORECASE)
_PEOPLE = frozenset({"authors", "organisations", "editors", "translators", "illustrators"})
_IMPRINT = frozenset({"publisher", "place", "year", "imprint"})
# Ranks behind those of all whole names.
_NUMBERED_RANK, _COMPOSED_RANK, _KIND_OF_TITLE_RANK = 100, 200, 300
_MOST_WORDS = 4
# Rows of one table fill some dozens of combinations of columns.
_MOST_PLACED = 1_000


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """One line of [partner.columns]: the columns that fill a field, and what stands between several values in a cell.

    Where `split` is "" the field's own habit decides: see `indexer.crosswalks.table.fields`. `apart` is a line of
    [partner.copies_table.columns]: it belongs to copies in a table of their own.
    """

    field: str
    columns: tuple[str, ...]
    split: str = ""
    apart: bool = False


def plain_name(name: str) -> str:
    """A column's name as names are compared: "NO. PANGGIL" and "no_panggil" are one."""
    return _NOT_WORDS.sub(" ", name.casefold()).strip()


@lru_cache(maxsize=1)
def _known() -> dict[str, tuple[str, int]]:
    own = {plain_name(field): (field, 0) for field in FIELDS}
    return own | {
        name: (field, rank) for field, names in COLUMN_NAMES.items() for rank, name in enumerate(names.split("|"))
    }


@lru_cache(maxsize=2048)
def known_field(name: str) -> tuple[str, int] | None:
    """The field that a column so called fills, and how telling the name is (0 most); None for a strange name."""
    if _SEVERAL.search(name) and (found := _known_in_parts(name)):  # "Kota & Penerbit" isn't "Kota penerbit"
        return found
    found = _known_whole(name) or _known_in_parts(_BRACKETED.sub(" ", name))
    return found or (known_field(_BROKEN.sub("", name)) if _BROKEN.search(name) else None)


def _known_whole(name: str) -> tuple[str, int] | None:
    known, plain = _known(), plain_name(name)
    found = known.get(plain) or known.get(plain_name(_JOINED.sub(" ", name)))
    if found is None and _NUMBERED.search(plain):
        found = known.get(_NUMBERED.sub("", plain))
        return (found[0], found[1] + _NUMBERED_RANK) if found else None
    return found


def _known_in_parts(name: str) -> tuple[str, int] | None:
    """What a name says that isn't known as a whole: "Jumlah (eks)", "Pengarang/Penulis", "Penerbit & Tahun", "Judul
    Buku/Pengarang", and any other kind of "Judul …".
    """
    fields = _fields_of_parts(_SEVERAL.split(name))
    named = dict.fromkeys(filter(None, fields))
    first = next(iter(named), "")
    if len(named) == 1 and (None not in fields or first in ("title", "authors")):
        return first, _COMPOSED_RANK
    if "publisher" in named and named.keys() <= _IMPRINT and None not in fields:
        return "imprint", _COMPOSED_RANK
    if first == "title" and named.keys() <= {"title", "authors", "responsibility"}:
        return first, _COMPOSED_RANK
    if first == "authors" and named.keys() <= _PEOPLE:  # "Penulis/Penerjemah"
        return first, _COMPOSED_RANK
    words = plain_name(name).split()
    if words[:1] == ["judul"] and len(words) <= _MOST_WORDS:
        return "title", _KIND_OF_TITLE_RANK
    return None


def composed_of(name: str) -> tuple[str, ...]:
    """The fields whose values stand in one cell, in their order: title and authors of "Judul Buku/Pengarang"."""
    bare = _BRACKETED.sub(" ", name)
    parts = _SEVERAL.split(bare) if _SEVERAL.search(bare) or _known_whole(name) is None else []
    return tuple(dict.fromkeys(filter(None, _fields_of_parts(parts))))


def _fields_of_parts(parts: Iterable[str]) -> list[str | None]:
    """The field of each part of a name; beside a publisher "Tempat" is where it is, else where the book stands."""
    named = list(filter(str.strip, parts))
    fields = [found and found[0] for found in map(_known_whole, named)]
    if "publisher" not in fields:
        return fields
    return ["place" if plain_name(part) == "tempat" else own for part, own in zip(named, fields, strict=True)]


def field_named(name: str) -> str | None:
    """The field that padu.toml means by `name`, or None when there is no such field."""
    plain = name.casefold().replace("-", "_")
    plain = SYNONYMS.get(plain, plain)
    return plain if plain in MAPPABLE else None


class ColumnMap:
    """Where each column of a row goes. Rules win; what they leave goes by its name."""

    def __init__(self, rules: tuple[ColumnRule, ...]) -> None:
        self.splits: Mapping[str, str] = {rule.field: rule.split for rule in rules if rule.split}
        self._ruled: dict[str, list[tuple[str, int]]] = {}
        self._fields = {rule.field for rule in rules}
        if self._fields & {"isbn", "issn"}:
            self._fields.add("isbn_issn")
        for rule in rules:
            for rank, column in enumerate(rule.columns):
                self._ruled.setdefault(plain_name(column), []).append((rule.field, rank))
        self._places: dict[str, tuple[tuple[str, int], ...]] = {}
        self._placed_rows: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}

    def places(self, column: str) -> tuple[tuple[str, int], ...]:
        """The fields that `column` fills, each with its rank among the columns of that field."""
        known = self._places.get(column)
        if known is None:
            known = self._places[column] = self._placed(column)
        return known

    def _placed(self, column: str) -> tuple[tuple[str, int], ...]:
        ruled = self._ruled.get(plain_name(column))
        if ruled is not None:
            return tuple(ruled)
        found = known_field(column)
        return (found,) if found is not None and found[0] not in self._fields else ()

    def has_ruled(self, names: Iterable[str]) -> bool:
        """Whether all columns that the rules name are among these."""
        return self._ruled.keys() <= set(map(plain_name, names))

    def values(self, cells: Mapping[str, str]) -> dict[str, list[str]]:
        """The filled cells of a row by field, in the rules' order; only the first for a field that takes one."""
        filled = tuple(cells)
        placed = self._placed_rows.get(filled)
        if placed is None:
            if len(self._placed_rows) >= _MOST_PLACED:
                self._placed_rows.clear()
            placed = self._placed_rows[filled] = self._by_field(filled)
        return {field: [cells[column] for column in columns] for field, columns in placed.items()}

    def _by_field(self, filled: Iterable[str], several: frozenset[str] = GATHERED) -> dict[str, tuple[str, ...]]:
        ranked: dict[str, list[tuple[int, str]]] = {}
        for column in filled:
            for field, rank in self.places(column):
                ranked.setdefault(field, []).append((rank, column))
        titles = sorted(ranked.get("title", ()), key=_rank)
        if len(titles) > 1 and titles[0][0] >= _NUMBERED_RANK and titles[1][0] < _COMPOSED_RANK:
            ranked.setdefault("subtitle", []).append(titles[1])  # "title 1" goes on in "title 2"
        elif others := [each for each in titles[1:] if each[0] < _NUMBERED_RANK]:  # "Judul" and "Judul Asli"
            ranked.setdefault("other_titles", []).extend(others)
        ordered = {field: tuple(column for _, column in sorted(found, key=_rank)) for field, found in ranked.items()}
        return {
            field: found if field in several else self._pieces(found) if field == "call_number" else found[:1]
            for field, found in ordered.items()
        }

    def _pieces(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """The columns of a shelf mark that stands in several, as on its label: those of one name ("No. Panggil 1" to 3)
        and those that the settings list.
        """
        first = unnumbered(columns[0])
        return tuple(each for each in columns if plain_name(each) in self._ruled or unnumbered(each) == first)

    def columns(self, header: Iterable[str]) -> dict[str, list[str]]:
        """Field → the columns of this header that fill it, as a person would want to be told."""
        return {field: list(columns) for field, columns in self._by_field(header, TOLD_TOGETHER).items()}


def unnumbered(name: str) -> str:
    """A column's name without the number at its end, as names are compared."""
    return _NUMBERED.sub("", plain_name(name))


def _rank(ranked: tuple[int, str]) -> int:
    return ranked[0]


@lru_cache(maxsize=16)
def column_map(rules: tuple[ColumnRule, ...]) -> ColumnMap:
    """The map that a partner's rules make of its titles, or of its only table."""
    return ColumnMap(tuple(rule for rule in rules if not rule.apart))


@lru_cache(maxsize=16)
def copies_map(rules: tuple[ColumnRule, ...]) -> ColumnMap:
    """The map of copies that stand in a table of their own: it has columns of its own."""
    return ColumnMap(tuple(rule for rule in rules if rule.apart))


def letter(position: int) -> str:
    """What a spreadsheet calls its column at `position` (from 0): A … Z, AA …"""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(65 + rest) + name
    return name
