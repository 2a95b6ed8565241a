"""A table's row, read and ready to be mapped: see `indexer.reading`."""

from discovery.catalog.ids import RecordKind
from discovery.catalog.record import Record
from indexer.crosswalks.table.fields import TableFields
from indexer.crosswalks.table.form import map_languages
from indexer.crosswalks.table.mending import cell_error, is_scientific, says_nothing, whole_number
from indexer.crosswalks.table.record import map_row, no_title
from indexer.crosswalks.table.title import map_title
from indexer.crosswalks.table.visibility import HIDDEN, hidden_by
from indexer.partners import LibraryRule
from indexer.readers.iso2709 import NoRecord, Unreadable
from indexer.tables.columns import ColumnRule, column_map, copies_map
from indexer.tables.identity import content_id
from indexer.tables.row import decode_row


def given_identifier(text: str) -> str:
    """The identifier that a cell gives, or "": one that a spreadsheet has rounded is nobody's any more."""
    number = whole_number(text)
    return "" if says_nothing(text) or cell_error(text) or is_scientific(number) else number


class TableReading:
    """One row, or one title's rows of copies. Raises Unreadable when nothing can be read from it, NoRecord when nothing
    should.
    """

    __slots__ = ("_columns", "_fields", "_mended", "_row", "_rules", "deleted", "identifier", "kind", "problems")
    identifies_alone = True

    def __init__(self, raw: bytes, rules: tuple[ColumnRule, ...]) -> None:
        row = decode_row(raw)
        if row.broken:
            raise NoRecord(row.broken) if row.sound else Unreadable(row.broken)
        self._row, self._rules = row, rules
        self._columns = column_map(rules)
        self._mended: list[str] = []
        self._fields = TableFields(row.cells, self._columns, self._mended)
        self.kind: RecordKind = "bibliographic"
        said = self._fields.text("id")
        given = given_identifier(said)
        if said and not given:
            self._mended.append("identifier-damaged")
        if not given and map_title(self._fields) is None:
            raise Unreadable(no_title(self._fields))
        column = self._hidden_by()
        self.deleted = bool(column and given)  # what was shown before goes, in a delta too
        if column and not given:
            raise NoRecord(HIDDEN.format(column=column))
        self.identifier = given or content_id(row, self._columns)
        self.problems = (*(() if given else ("no identifier",)), *(("encoding",) if row.encoding else ()))

    def _hidden_by(self) -> str:
        """The column by which the title is hidden, or all its copies are; "" where there is something to show."""
        own = hidden_by(self._fields)
        if own or self._row.apart or not self._row.copies:
            return own
        copies = [hidden_by(TableFields(cells, self._columns, [])) for cells in self._row.copies]
        return copies[0] if all(copies) else ""

    def languages(self) -> tuple[str, ...]:
        """What the column of languages says."""
        return map_languages(self._fields)

    def numbers(self) -> tuple[str, ...]:
        """None: copies stand in the row, or are joined to it by title."""
        return ()

    def record(self, *, partner: str, source_id: str, rule: LibraryRule) -> Record | str:
        """The record by the crosswalk of tables."""
        columns = copies_map(self._rules) if self._row.apart else self._columns
        return map_row(self._row, self._fields, columns, self._mended, partner=partner, source_id=source_id, rule=rule)
