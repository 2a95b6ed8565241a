"""What a partner sends, as records one after another, whatever files and tables they stand in."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

from discovery.errors import SourceUnreadable
from discovery.unfit_settings import Given, unfit_sentences
from indexer.formats import FORMATS
from indexer.partners import Format
from indexer.readers.detect import check_readable
from indexer.readers.ends import Tail, lacks_end
from indexer.readers.table import Table
from indexer.readers.table_detect import check_table
from indexer.report import SourceRecord
from indexer.sources.files import SourceFile, beginning, files_of, opened
from indexer.tables.apart import CopiesApart
from indexer.tables.columns import column_map
from indexer.tables.identity import TitlesApart
from indexer.tables.reading import given_identifier
from indexer.tables.row import decode_row
from indexer.tables.rules import TableRules
from indexer.tables.shape import TableShape

_BOTH = (
    "some tables hold titles and others copies; if these are the copies of those titles, leave them out of source and "
    'name them as copies_source; if all list copies, say so: rows = "copies".'
)
_CUT_OFF = "{name} is cut off: its end is missing. Have it exported or sent again."


class Source:
    """The records of all of a partner's files, with the sentence that says why reading ended early, if it did."""

    def __init__(
        self, files: Iterable[SourceFile], declared: Format | None, rules: TableRules, *, full: bool = False
    ) -> None:
        self.formats: set[Format] = set()
        self.failures: list[str] = []
        self.tables: list[TableShape] = []
        self._files = files
        self._declared = declared
        self._rules = rules
        self._full = full

    def __iter__(self) -> Iterator[SourceRecord]:
        """Every record. A source that should hold all, and holds none, is a failure: it isn't an emptied catalogue."""
        empty = True
        apart = TitlesApart(column_map(self._rules.columns), lambda text: bool(given_identifier(text)))
        for record in apart.told(self._records()):
            empty = False
            yield record
        self.tables += apart.shapes()
        if empty and self._full and not self.failures:
            self.failures.append(
                "There isn't a single record in the source; a library that has none left is taken out by --remove."
            )

    def _records(self) -> Iterator[SourceRecord]:
        apart = CopiesApart(self._rules.columns) if self._rules.copies_source else None
        if apart is not None:
            try:
                yield from self._copies(apart)
            except SourceUnreadable as error:
                self.failures.append(str(error))
                return  # titles without their copies would tell every holding anew
        yield from self._titles(apart)
        if apart is not None and self.tables:
            self.tables += apart.shapes()
        elif len({each.rows for each in self.tables if each.columns}) > 1:
            self.tables.append(TableShape(self.tables[-1].file, remarks=(_BOTH,)))

    def _copies(self, apart: CopiesApart) -> Iterator[SourceRecord]:
        """Read the tables of copies that stand apart from the titles; only what is to be refused is given on."""
        for path in files_of(self._rules.copies_source):
            begin = beginning(path)
            check_table(begin, path.name)
            with opened(path) as stream:
                table = Table(stream, begin, path.name, self._rules.copies or TableRules(rows="titles"))
                for file, position, raw in table:
                    row = decode_row(raw)
                    if row.broken:
                        yield SourceRecord(file, position, "table", raw)
                    else:
                        apart.add(position, row)
                apart.read(table.shapes)
                if table.is_cut_off:
                    raise SourceUnreadable(_CUT_OFF.format(name=path.name))

    def _titles(self, apart: CopiesApart | None) -> Iterator[SourceRecord]:
        for path in self._files:
            try:
                begin = beginning(path)
                kind = check_readable(begin, self._declared, path.name)
                self.formats.add(kind)
                with opened(path) as stream:
                    if kind == "table":
                        yield from self._rows(Table(stream, begin, path.name, self._rules, apart), path.name)
                    else:
                        yield from self._pieces(path.name, kind, begin, stream)
            except SourceUnreadable as error:
                self.failures.append(str(error))

    def _pieces(self, name: str, kind: Format, begin: bytes, stream: BinaryIO) -> Iterator[SourceRecord]:
        """A file's records. One that is cut off doesn't hold all, however few of them are missing."""
        tail, raw = Tail(stream), b""
        # What remembers its end has all of BinaryIO that readers use: read.
        for position, raw in enumerate(FORMATS[kind].split(cast(BinaryIO, tail)), 1):
            yield SourceRecord(name, position, kind, raw)
        if self._full and raw and lacks_end(kind, begin, tail.last, raw):
            self.failures.append(_CUT_OFF.format(name=name))

    def remarks(self, given: Given) -> tuple[str, ...]:
        """What is to be said of settings that mean nothing for what was read, now that it is known what that is."""
        told = unfit_sentences(given, self.formats) if self.formats else ()
        return tuple(f"{name} in padu.toml {sentence}." for name, sentence in told)

    @property
    def further_copies(self) -> int:
        """Rows of copies whose title an earlier row stands for; no record of their own is made of them."""
        return sum(shape.further_copies for shape in self.tables)

    def _rows(self, table: Table, name: str) -> Iterator[SourceRecord]:
        """A table numbers its own rows, and says how it was read."""
        try:
            for file, position, raw in table:
                yield SourceRecord(file, position, "table", raw)
        finally:
            self.tables += table.shapes
        if self._full and table.is_cut_off:
            self.failures.append(_CUT_OFF.format(name=name))
