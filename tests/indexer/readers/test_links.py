"""Words of a workbook that lead somewhere are read as where they lead, in the columns for addresses."""

import pytest

from discovery.catalog.record import Record
from indexer.tables.columns import ColumnRule
from indexer.tables.row import decode_row
from tests.indexer.readers.table_builder import letter, mapped, ods_bytes, read_table, xlsx_bytes
from tests.indexer.readers.xls_builder import xls_bytes

_ROWS = (
    ("NO", "JUDUL", "PENGARANG", "TAHUN", "LINK", "CATATAN", "BERKAS"),
    ("1", "Bumi manusia", "Toer", "1980", "Lihat", "Dengan peta", "Unduh"),
    ("2", "Laskar pelangi", "Hirata", "2005", "https://x.id/2", "", ""),
    ("3", "Jejak langkah", "Toer", "1985", "Surat", "", ""),
)
_LINKS = {
    (1, 1): "https://x.id/judul",
    (1, 4): "https://x.id/buku?id=1&b=2",
    (1, 5): "https://x.id/catatan",
    (1, 6): "https://x.id/1.pdf",
    (2, 4): "https://x.id/other",
    (3, 4): "mailto:a@x.id",
}
_CELLS = {f"{letter(column)}{row + 1}": address for (row, column), address in _LINKS.items()}
_PAGE = "".join(
    "<tr>"
    + "".join(
        f'<td><a href="{_LINKS[at, place].replace("&", "&amp;")}">{cell}</a></td>'
        if (at, place) in _LINKS
        else f"<td>{cell}</td>"
        for place, cell in enumerate(row)
    )
    + "</tr>"
    for at, row in enumerate(_ROWS)
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("buku.xlsx", xlsx_bytes({"Buku": _ROWS}, links=_CELLS)),
        ("buku.xls", xls_bytes({"Buku": _ROWS}, links=_LINKS)),
        ("buku.ods", ods_bytes(_ROWS, links=_LINKS)),
        ("buku-yii.xls", f"<html><body><table>{_PAGE}</table></body></html>".encode()),
    ],
)
def test_word_over_a_link_is_the_address_behind_it(name: str, content: bytes) -> None:
    rows, _ = read_table(content, name)
    first, second, third = (mapped(row) for row in rows)
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert isinstance(third, Record)
    assert [each.url for each in first.description.links] == ["https://x.id/buku?id=1&b=2"]
    assert (first.description.title.main, first.problems) == ("Bumi manusia", ())
    assert [note.text for note in first.description.notes] == ["Dengan peta"]
    assert [each.url for each in second.description.links] == ["https://x.id/2"]
    assert (third.description.links, third.problems) == ((), ("address-unread",))
    files = mapped(rows[0], (ColumnRule("url", ("BERKAS",)),))
    assert isinstance(files, Record)
    assert [each.url for each in files.description.links] == ["https://x.id/1.pdf"]


def test_what_stands_behind_a_hash_is_part_of_the_address() -> None:
    rows, _ = read_table(xlsx_bytes({"Buku": _ROWS}, links={"E2": "https://x.id/buku#hal-2"}), "buku.xlsx")
    assert decode_row(rows[0].raw).cells["LINK"] == "https://x.id/buku#hal-2"


@pytest.mark.parametrize(
    "formula", ['HYPERLINK("https://x.id/3?a=1&b=2","Lihat")', 'HYPERLINK("https://x.id/"&A2,"Lihat")']
)
def test_function_leads_where_its_address_stands_in_it(formula: str) -> None:
    table = [list(row) for row in _ROWS]
    table[1][4] = f"=={formula}"
    rows, _ = read_table(xlsx_bytes({"Buku": table}), "buku.xlsx")
    expected = "https://x.id/3?a=1&b=2" if "&A2" not in formula else None
    assert decode_row(rows[0].raw).cells.get("LINK") == expected


def test_every_one_of_many_links_is_found() -> None:
    table = [_ROWS[0], *((str(each), f"Judul {each}", "Toer", "1980", "Lihat", "", "") for each in range(1, 9001))]
    links = {f"E{each + 1}": f"https://perpustakaan.example/koleksi/digital/buku/{each:06}" for each in range(1, 9001)}
    rows, _ = read_table(xlsx_bytes({"Buku": table}, links=links), "buku.xlsx")
    assert [decode_row(row.raw).cells["LINK"] for row in rows] == list(links.values())
