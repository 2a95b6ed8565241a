"""The union list of serials for spreadsheets: a row a serial, with who holds which years or volumes of it.

Written piece by piece, so that a list of any length can be sent. What holdings come to is told as ISO 10324 and
ANSI/NISO Z39.71 write them: "1971-1998, 2003-", volumes with "v." before them, which also keeps a spreadsheet from
taking "3-7" for a date.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from discovery.catalog.site import Site
from discovery.catalog.union_list import LibraryRun, ListedSerial, Range, UnionList
from discovery.export.csv import formula_safe
from discovery.export.parts import identifier_values
from discovery.labels.imprint import shown_date

COLUMNS = (
    "id",
    "title",
    "issn",
    "place",
    "publisher",
    "published",
    "carrier",
    "library_count",
    "held",
    "missing",
    "holdings",
    "only_holders",
    "not_stated",
    "url",
)

# So many characters are sent at once.
_PIECE = 65_536


def union_list_csv(serials: Iterable[ListedSerial], site: Site, locale: str) -> Iterator[str]:
    """The table in pieces, with a byte order mark before it, as `write_csv` has it."""
    names = site.library_names(locale)
    table = StringIO()
    table.write("\ufeff")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for serial in serials:
        row = (*_row(serial, names), site.record_url(serial.record.id))
        writer.writerow([formula_safe(value) for value in row])
        if table.tell() > _PIECE:
            yield table.getvalue()
            table.seek(0)
            table.truncate()
    yield table.getvalue()


def _row(serial: ListedSerial, names: Mapping[str, str]) -> tuple[str, ...]:
    """All but the address; a library that padu.toml doesn't know stands under its code."""
    description, whole = serial.record.description, serial.whole
    mark = _mark(whole)
    return (
        serial.record.id,
        description.title.full,
        "; ".join(identifier_values(description, "issn")),
        description.publication.place,
        description.publication.publisher,
        shown_date(description),
        description.carrier,
        str(len(serial.record.libraries)),
        _written(whole.held, mark) if whole else "",
        _written(whole.missing, mark) if whole else "",
        "; ".join(f"{names.get(run.library, run.library)}: {_told(run, mark)}" for run in serial.runs),
        "; ".join(_only(serial, names, mark)),
        "; ".join(names.get(code, code) for code in serial.silent),
    )


def _only(serial: ListedSerial, names: Mapping[str, str], mark: str) -> Iterator[str]:
    """Who alone has it, or a part of it."""
    if serial.sole:
        yield names.get(serial.sole, serial.sole)
        return
    for run in serial.runs:
        if run.only:
            yield f"{names.get(run.library, run.library)}: {_written(run.only, mark)}"


def _told(run: LibraryRun, mark: str) -> str:
    """What a library has, with its own words where they are volumes that its years stand behind, or can't be read."""
    held, said = _held(run, mark), ", ".join(run.words)
    return f"{held} ({said})" if run.by_volumes else held or said


def _held(run: LibraryRun, mark: str) -> str:
    if not run.is_open or not run.held:
        return _written(run.held, mark)
    *closed, (first, _) = run.held
    return ", ".join(filter(None, (_written(closed, mark), f"{mark}{first}-")))


def _written(ranges: Iterable[Range], mark: str) -> str:
    return ", ".join(f"{mark}{first}" if first == last else f"{mark}{first}-{last}" for first, last in ranges)


def _mark(whole: UnionList | None) -> str:
    return "v." if whole and whole.unit == "volume" else ""
