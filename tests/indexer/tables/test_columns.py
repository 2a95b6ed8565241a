"""What the names of columns say."""

import pytest

from indexer.tables.columns import ColumnMap, composed_of, known_field


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("NAMA/JUDUL BUKU", "title"),
        ("Judul Kitab", "title"),
        ("Judul Laporan Kerja", "title"),
        ("Judul Buku/Pengarang", "title"),
        ("Jumlah Judul", ""),
        ("PENGARANG / PENULIS", "authors"),
        ("Nama Mahasiswa", "authors"),
        ("Pengarang/Penerbit", ""),
        ("Penerbit & Tahun", "imprint"),
        ("Tgl/Penerbit", ""),
        ("THN. TERBIT", "year"),
        ("Jumlah (eks)", "copies"),
        ("No/Tgl", ""),
        ("ISBN/ISSN", "isbn_issn"),
        ("Kota/Penerbit", "imprint"),
        ("Tanggal/No Induk", ""),
        ("No. Inventaris / Barcode", "copy"),
        ("Author(s)", "authors"),
        ("pengarang 2", "authors"),
        ("Kota & Penerbit", "imprint"),
        ("Kota Penerbit", "place"),
        ("Acc. No.", "copy"),
        ("Name of the Book", "title"),
        ("Author Name", "authors"),
        ("Co-author", "authors"),
        ("No. of Copies", "copies"),
        ("No. of Pages", "extent"),
        ("Class No.", "class"),
        ("Remarks", "status"),
        ("Sl. No.", "row_number"),
        ("Source", ""),
        ("Mata Pelajaran", "subjects"),
        ("Jil.", "part"),
        ("Schrijver", "authors"),
        ("Plaatsnummer", "call_number"),
        ("Jaar van uitgave", "year"),
        ("Aantal ex.", "copies"),
        ("Inv.nr.", "copy"),
        ("SISO", ""),
        ("المؤلفون", "authors"),
        ("الرقم العام", "copy"),
        ("السلسلة", "series"),
        ("Link Buku", "url"),
        ("Link Download", "url"),
        ("Link Cover", "cover"),
        ("Jml. Hlm.", "extent"),
        ("Pagination", "extent"),
        ("Date published", "year"),
        ("Pub. Date", "year"),
        ("Classmark", "call_number"),
        ("Accession", "copy"),
        ("Barcode No.", "copy"),
        ("e-ISSN", "issn"),
        ("P-ISSN", "issn"),
        ("E-ISBN", "isbn"),
        ("Pengarang Lain", "authors"),
        ("Abstract Note", "abstract"),
        ("Publication Title", ""),
        ("Penga-\nrang", "authors"),
        ("Pener- bit", "publisher"),
        ("Judul\nBuku", "title"),
        ("No- Tgl", ""),
        ("Subject1", "subjects"),
        ("Penulis2", "authors"),
        ("Jumlah2020", ""),
        ("Penerbit : Kota", "imprint"),
        ("Tempat : Penerbit, Tahun", "imprint"),
        ("Tempat", ""),
        ("Judul:", "title"),
        ("Copyright", "year"),
        ("Home library", "branch"),
        ("Acc#", "copy"),
        ("PubPlace", "place"),
        ("المطبعة", "publisher"),
        ("Penulis/Penerjemah", "authors"),
        ("Penulis / Alih Bahasa", "authors"),
        ("Penerjemah/Harga", ""),
        ("Jlh", "copies"),
        ("Jlh. Eks", "copies"),
        ("Ex.", "copies"),
        ("Kls", "level"),
        ("No. Punggung", "call_number"),
        ("Nomor Inventarisasi", "copy"),
        ("Tgl. Terbit", "year"),
        ("Item Title", "title"),  # Athenaeum
        ("MMS Id", "id"),  # Alma
        ("Permanent Call Number", "call_number"),
        ("Bib Record ID", "id"),  # Polaris
        ("Assigned Branch", "branch"),
        ("Circulation Status", "status"),
        ("Circulating Library", "branch"),  # Evergreen
        ("Copy Status", "status"),
        ("OPAC Visible?", "public"),
        ("Item ID", "copy"),  # SirsiDynix
        ("Catalog Key", "id"),
        ("RECORD #(BIBLIO)", "id"),  # Sierra
        ("PUB INFO", "imprint"),
        ("Sublocation", "shelf"),  # Destiny
        ("Standard Number", "isbn_issn"),
        ("ean_isbn13", "isbn"),  # Libib
        ("seriestitle", "series"),  # Koha
    ],
)
def test_name_of_a_column_is_known_in_parts_too(name: str, field: str) -> None:
    found = known_field(name)
    assert (found[0] if found else "") == field


def test_columns_of_a_part_and_its_volume_are_both_told_and_the_first_is_what_a_title_is_known_by() -> None:
    columns = ColumnMap(())
    assert columns.columns(["title 1", "volume 1", "volume 2"])["part"] == ["volume 1", "volume 2"]
    assert columns.values({"title 1": "Praxis", "volume 1": "I", "volume 2": "Bd. 2"})["part"] == ["I"]


def test_name_of_several_fields_gives_them_in_its_order() -> None:
    assert composed_of("Pengarang/Penulis") == ("authors",)
    assert composed_of("Kota penerbit") == ()
    assert composed_of("Kota/Penerbit") == composed_of("Kota & Penerbit") == ("place", "publisher")
    assert composed_of("Penerbit, Kota & Tahun") == ("publisher", "place", "year")
