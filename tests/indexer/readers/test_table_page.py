"""Web pages that are called .xls."""

import pytest

from discovery.errors import SourceUnreadable
from indexer.readers.detect import check_readable, detect_format
from indexer.readers.table_page import _WIDEST
from indexer.tables.row import decode_row
from tests.indexer.readers.table_builder import mapped, read_table

_OFFICE = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" '
    'content="text/html;charset={charset}"/><style>td {{ color: red }}</style></head><body>{body}</body></html>'
)
_GRID = (
    "<table><tr><td colspan=3>LAPORAN KOLEKSI</td></tr></table>"
    "<table class=kv><thead><tr><th>No<th>Judul<th>Pengarang<th>Tahun</tr></thead><tbody>"
    "<tr><td>1</td><td>Bumi &amp; <b>manusia</b></td><td>Toer,<br>Pramoedya</td><td>1980</td></tr>"
    "<tr><td>2</td><td>Café\n   Jakarta <table><tr><td>(baru)</td></tr></table></td><td></td><td>1988</td></tr>"
    "</tbody></table>"
)
_PAGE = _OFFICE.format(charset="utf-8", body=_GRID).encode()


def page(body: str, charset: str = "utf-8") -> bytes:
    """A page as systems write it for a spreadsheet program."""
    return _OFFICE.format(charset=charset, body=body).encode(charset)


def test_page_that_is_called_a_workbook_is_read() -> None:
    rows, shapes = read_table(_PAGE, "ekspor.xls")
    assert [(row.file, row.position, dict(decode_row(row.raw).cells)) for row in rows] == [
        ("ekspor.xls [table 2]", 2, {"Judul": "Bumi & manusia", "Pengarang": "Toer,\nPramoedya", "Tahun": "1980"}),
        ("ekspor.xls [table 2]", 3, {"Judul": "Café Jakarta (baru)", "Tahun": "1988"}),
    ]
    assert shapes[0].sheet == "table 2"
    assert "a sheet was passed over: ekspor.xls [table 1]" in shapes[1].remarks[0]


def test_remark_on_a_cell_is_no_text_of_it() -> None:
    content = page("<table><tr><th>Judul<th>Tahun<tr><td><comment>cek lagi</comment>\nBumi<td>1980</table>")
    rows, _ = read_table(content, "ekspor.xls")
    assert [decode_row(row.raw).cells for row in rows] == [{"Judul": "Bumi", "Tahun": "1980"}]


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "windows-1252"])
def test_page_is_read_in_its_character_set(charset: str) -> None:
    content = page("<table><tr><th>Judul<th>Tahun<tr><td>Café<td>1980</table>", charset)
    rows, _ = read_table(content, "ekspor.xls")
    assert [decode_row(row.raw).cells for row in rows] == [{"Judul": "Café", "Tahun": "1980"}]
    assert detect_format(content[:4096], "ekspor.xls") == "table"


def test_cells_over_several_rows_and_columns_keep_the_others_in_their_places() -> None:
    body = (
        "<table><tr><th rowspan=2>No<th rowspan=2>Judul<th colspan=2>Jumlah<th rowspan=2>Tahun<tr><th>Judul<th>Eks"
        "<tr><td>1<td>Bumi<td>1<td>3<td>1980</table>"
    )
    rows, (shape,) = read_table(page(body), "ekspor.xls")
    assert decode_row(rows[0].raw).cells == {"Judul": "Bumi", "Jumlah Judul": "1", "Jumlah Eks": "3", "Tahun": "1980"}
    assert shape.columns["copies"] == ("Jumlah Eks",)
    record = mapped(rows[0])
    assert not isinstance(record, str)
    assert record.holdings[0].copies == 3


def test_cell_that_claims_to_be_as_wide_as_the_world_is_cut() -> None:
    body = "<table><tr><th>Judul<th>Tahun<tr><td>Bumi<td>1980<tr><td colspan=99999999>x<td>y<td colspan=a>z</table>"
    rows, _ = read_table(page(body), "ekspor.xls")
    assert [row.position for row in rows] == [2, 3]
    assert _WIDEST < 1 << 15


@pytest.mark.parametrize(("name", "begin"), [("a.xls", b"<html><body>"), ("a.html", b"<html><body><TABLE border=1>")])
def test_page_is_a_table_by_its_name_or_its_beginning(name: str, begin: bytes) -> None:
    assert detect_format(begin, name) == "table"


def test_page_without_a_table_is_told() -> None:
    with pytest.raises(
        SourceUnreadable, match="a web page without a table, not a catalogue; was it saved from an error"
    ):
        read_table(b"<html><body>Silakan masuk</body></html>", "ekspor.xls")
    with pytest.raises(SourceUnreadable, match="is a web page, not a catalogue"):
        check_readable(b"<html><body>Silakan masuk</body></html>", None, "ekspor.mrc")
