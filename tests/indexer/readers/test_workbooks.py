"""Workbooks as the programs of the field write them: Excel, LibreOffice, Gnumeric, SheetJS."""

from collections.abc import Callable

import pytest

from discovery.errors import SourceUnreadable
from indexer.tables.row import decode_row
from tests.indexer.readers.table_builder import HEADER, ROWS, ods_bytes, read_table, xlsx_bytes
from tests.indexer.readers.xls_builder import protected_xls_bytes, xls_bytes


@pytest.mark.parametrize("book", [xls_bytes, xlsx_bytes])
def test_broken_numbers_keep_the_digits_that_the_spreadsheet_shows(book: Callable[..., bytes]) -> None:
    """What a formula reckoned is 3.3000000000000003 in the file, and 3.3 in the cell."""
    rows, _ = read_table(book({"A": [("JUDUL", "KLAS"), ("Kosmos", 1.1 * 3), ("Kaca", 641.5), ("Bumi", 297.311)]}))
    assert [decode_row(row.raw).cells["KLAS"] for row in rows] == ["3.3", "641.5", "297.311"]


def test_spreadsheet_with_line_ends_between_its_cells_is_read_as_one_without() -> None:
    """Gnumeric and SheetJS indent what LibreOffice writes in one line."""
    table = (HEADER, *ROWS)
    assert read_table(ods_bytes(table, indented=True), "buku.ods") == read_table(ods_bytes(table), "buku.ods")


@pytest.mark.parametrize("content", [ods_bytes([("JUDUL",)], protected=True), protected_xls_bytes()])
def test_workbook_under_a_password_is_told_as_that(content: bytes) -> None:
    with pytest.raises(SourceUnreadable) as refused:
        read_table(content, "buku")
    assert str(refused.value) == "buku is protected by a password; save the sheet as CSV or XLSX without a password."
