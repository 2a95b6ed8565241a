"""What becomes of a table's cells: one table of cases a field."""

from collections.abc import Mapping

import pytest

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding, Link
from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Classification, Record, Title
from indexer.partners import LibraryRule
from indexer.readers.iso2709 import NoRecord
from indexer.readers.table import FileRow
from indexer.tables.columns import ColumnRule
from indexer.tables.reading import TableReading
from indexer.tables.row import TableRow, encode_row
from tests.indexer.readers.table_builder import mapped


def record(
    given: Mapping[str, str] | None = None,
    *,
    copies: tuple[dict[str, str], ...] = (),
    rule: LibraryRule | None = None,
    rules: tuple[ColumnRule, ...] = (),
    **cells: str,
) -> Record:
    """The record of a row with these cells; `_` in a column's name stands for a blank."""
    named = {"JUDUL": "Bumi", **(given or {}), **{name.replace("_", " "): value for name, value in cells.items()}}
    row = FileRow("buku.csv", 2, encode_row(TableRow(named, copies)))
    found = mapped(row, rules, rule)
    assert not isinstance(found, str), found
    return found


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("Bumi manusia", Title("Bumi manusia")),
        ("Laskar pelangi : sebuah novel / Andrea Hirata", Title("Laskar pelangi", "sebuah novel", (), "Andrea Hirata")),
        ("BPK digugat: pro dan kontra", Title("BPK digugat", "pro dan kontra")),
        ("2001: a space odyssey", Title("2001: a space odyssey")),
        ("Anak & bangsa = Child and nation", Title("Anak & bangsa")),
        ("Ã‰tude Ã©lÃ©mentaire", Title("Étude élémentaire")),
        ("1984.", Title("1984")),
        ("Bumi%20Manusia", Title("Bumi Manusia")),
        ("Caf%C3%A9", Title("Café")),
        ("100%Bisa", Title("100%Bisa")),
        ("Diskon 50%20 hari", Title("Diskon 50%20 hari")),
        ("%E9tude", Title("%E9tude")),
    ],
)
def test_title_is_taken_apart_where_isbd_marks_stand(cell: str, title: Title) -> None:
    assert record(JUDUL=cell).description.title == title


def test_volume_column_becomes_a_part_of_the_title() -> None:
    assert record(JILID="2").description.title == Title("Bumi", "", ("Jilid 2",))


def test_columns_that_name_a_part_and_its_volume_are_two_parts() -> None:
    cells = {"title 1": "Praxis", "volume 1": "Doppelbesteuerung", "volume 2": "Bd. 2"}
    found = mapped(FileRow("buku.csv", 2, encode_row(TableRow(cells))))
    assert isinstance(found, Record)
    assert found.description.title.parts == ("Doppelbesteuerung", "Bd. 2")


NO_TITLE = "no title: the cell for it is empty or shows an error in this row; write one, or delete the row."


def person(name: str, *roles: str, direct: str = "", primary: bool = False) -> Contributor:
    """A person as a table names one."""
    return Contributor(name, direct or name, "person", roles, primary)


def test_name_that_ends_like_by_is_whole_beside_its_title() -> None:
    found = record({"Judul / Pengarang": "Fiqih Islam / oleh Sholeh Ahmad", "JUDUL": ""}).description
    assert [each.name for each in found.contributors] == ["Sholeh Ahmad"]


@pytest.mark.parametrize("said", ["terj. Moh. Zuhri", "Penerjemah Moh. Zuhri", "Alih bahasa: Moh. Zuhri"])
def test_role_before_a_name_is_no_part_of_it(said: str) -> None:
    found = record(PENGARANG=f"Al-Ghazali; {said}").description.contributors
    assert [(each.name, each.roles) for each in found] == [("Al-Ghazali", ()), ("Moh. Zuhri", ("trl",))]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Pramoedya Ananta Toer", [person("Pramoedya Ananta Toer", primary=True)]),
        ("Toer, Pramoedya Ananta", [person("Toer, Pramoedya Ananta", direct="Pramoedya Ananta Toer", primary=True)]),
        ("<Toer, Pramoedya><Ali>", [person("Toer, Pramoedya", direct="Pramoedya Toer", primary=True), person("Ali")]),
        ("Mira R, Linda Irawati, dkk.", [person("Mira R", primary=True), person("Linda Irawati")]),
        ("1. Putu Wijaya\n2) A. A. Navis", [person("Putu Wijaya", primary=True), person("A. A. Navis")]),
        ("Dr. H. Ahmad, Lc., M.A.; Prof. Dr. Ali, Psi.", [person("Ahmad", primary=True), person("Ali")]),
        ("Budi Santoso; Siti Aminah (ed.)", [person("Budi Santoso", primary=True), person("Siti Aminah", "edt")]),
        ("Penerjemah: Zia Anshor", [person("Zia Anshor", "trl", primary=True)]),
        ("Prof. Dr. H. Suyadi, S.H., M. Hum", [person("Suyadi", primary=True)]),
        ("Rowling, J.K.", [person("Rowling, J.K.", direct="J.K. Rowling", primary=True)]),
        ("Nasution, A. H., Reid, A",
         [person("Nasution, A. H.", direct="A. H. Nasution", primary=True), person("Reid, A", direct="A Reid")]),
        ("Jailani, S.A.P., CMA", [person("Jailani", primary=True)]),
        ("Budi Santoso, M.C.", [person("Budi Santoso", primary=True)]),
        ("Zola, Ã‰mile", [person("Zola, Émile", direct="Émile Zola", primary=True)]),
        ("Ali Akbar, MPR & Bambang Sutopo", [person("Ali Akbar", primary=True), person("Bambang Sutopo")]),
        ("David H. Bangs, Jr., Herman W", [person("David H. Bangs, Jr.", primary=True), person("Herman W")]),
        ("Kementerian Pendidikan dan Kebudayaan",
         [Contributor("Kementerian Pendidikan dan Kebudayaan", "Kementerian Pendidikan dan Kebudayaan", "organisation",
                      (), True)]),
        ("Halliday, David; Resnick, Robert / Jearl Walker (ed.)",
         [person("Halliday, David", direct="David Halliday", primary=True),
          person("Resnick, Robert", direct="Robert Resnick"), person("Jearl Walker", "edt")]),
        ("Tim UI, ITB", [Contributor("Tim UI, ITB", "Tim UI, ITB", "organisation", (), True)]),
        ("Siti (siti@contoh.id)", [person("Siti", primary=True)]),
        (",", []), ("-", []), ("Tanpa pengarang", []), ("#REF!", []),
    ],
)  # fmt: skip
def test_authors_are_told_from_lists_degrees_and_roles(cell: str, names: list[Contributor]) -> None:
    assert list(record(PENGARANG=cell).description.contributors) == names


@pytest.mark.parametrize(
    ("cell", "parts", "edition", "notes"),
    [
        ("Band 3, 1. Teil", ("Band 3, 1. Teil",), "", []),
        ("Bd. 5: Register", ("Bd. 5: Register",), "", []),
        ("68. Jg.", ("68. Jg",), "", []),
        ("2. A.", (), "2. A.", []),
        ("Schriften zur Forschung, Bd. 69", (), "", ["Schriften zur Forschung, Bd. 69"]),
        ("Bandoneon und Tango", (), "", ["Bandoneon und Tango"]),
        (
            "Band 129 (2010) I - " + "Organ " * 20,
            ("Band 129 (2010) I",),
            "",
            ["Band 129 (2010) I - " + ("Organ " * 20).strip()],
        ),
    ],
)
def test_addition_is_a_volume_an_edition_or_a_note(
    cell: str, parts: tuple[str, ...], edition: str, notes: list[str]
) -> None:
    found = record(ADDITION=cell).description
    assert (found.title.parts, found.edition, [each.text for each in found.notes]) == (parts, edition, notes)


def test_addition_beside_a_volume_of_its_own_is_a_note() -> None:
    found = record(ADDITION="Band 2", BAND="3").description
    assert (found.title.parts, [each.text for each in found.notes]) == (("Jilid 3",), ["Band 2"])


def test_title_in_two_numbered_columns_goes_on_in_the_second() -> None:
    found = mapped(FileRow("buku.csv", 2, encode_row(TableRow({"title 1": "Steuerrecht", "title 2": "Ein Überblick"}))))
    assert isinstance(found, Record)
    assert found.description.title == Title("Steuerrecht", "Ein Überblick")
    assert record({"JUDUL 2": "Bumi manusia"}).description.title == Title("Bumi")


def test_translator_and_editor_have_columns_of_their_own() -> None:
    found = record(PENGARANG="Neruda", PENERJEMAH="Aan M", EDITOR="Aan M").description.contributors
    assert [(each.name, each.roles, each.primary) for each in found] == [
        ("Neruda", (), True),
        ("Aan M", ("edt", "trl"), False),
    ]


@pytest.mark.parametrize(
    ("column", "cell", "numbers", "problems"),
    [
        ("ISBN", "978-979-97312-3-4", [Identifier("isbn", "9789799731234")], ()),
        ("ISBN", "9789799731234; 979-3062-79-7",
         [Identifier("isbn", "9789799731234"), Identifier("isbn", "9789793062792")], ()),
        ("ISBN", "ISBN: 978-979-97312-3-4", [Identifier("isbn", "9789799731234")], ()),
        ("ISBN", "ISBN-13: 9789799731234", [Identifier("isbn", "9789799731234")], ()),
        ("ISBN", "E-ISBN 979-3062-79-7", [Identifier("isbn", "9789793062792")], ()),
        ("ISBN", "SBN 04-440013-6", [Identifier("isbn", "9780044400134")], ()),
        ("ISBN", "9789799731234 9789793062792",
         [Identifier("isbn", "9789799731234"), Identifier("isbn", "9789793062792")], ()),
        ("ISBN", "ISBN 9789799731234 ISBN 979-3062-79-7",
         [Identifier("isbn", "9789799731234"), Identifier("isbn", "9789793062792")], ()),
        ("ISBN", "978-979-407-407-7 (no.jil.lengkap) 978-979-407-408-4 (jil.1)",
         [Identifier("isbn", "9789794074077", "no.jil.lengkap", is_key=False),
          Identifier("isbn", "9789794074084", "jil.1")], ()),
        ("ISBN", "978 979 97312 3 4", [Identifier("isbn", "9789799731234")], ()),
        ("ISBN", "9789799731234 25000", [Identifier("isbn", "9789799731234", "25000")], ()),
        ("ISBN", "140449132", [Identifier("isbn", "9780140449136")], ("isbn-zeros-restored",)),
        ("ISBN", "[0140449132]", [Identifier("isbn", "9780140449136")], ()),
        ("ISBN", "[]", [], ()),
        ("ISBN", "140449132.0", [Identifier("isbn", "9780140449136")], ("isbn-zeros-restored",)),
        ("ISBN", "140449133", [Identifier("isbn", "140449133", is_key=False)], ("isbn-invalid",)),
        ("ISBN", "'9789799731234", [Identifier("isbn", "9789799731234")], ()),
        ("ISBN", "9.79E+12", [], ("isbn-damaged",)),
        ("ISBN", "9,78602E+12", [], ("isbn-damaged",)),
        ("ISBN", "9790000000000", [], ("isbn-damaged",)),
        ("ISBN", "9786020000000.0", [], ("isbn-damaged",)),
        ("ISBN", "9770000000000", [], ("isbn-damaged",)),
        ("ISBN", "979000000000000", [], ("isbn-damaged",)),
        ("ISBN", "9786020600000", [Identifier("isbn", "9786020600000")], ()),
        ("ISBN", "n/a", [], ()),
        ("ISBN", "#N/A", [], ("cell-error",)),
        ("ISBN", "9789799731235", [Identifier("isbn", "9789799731235", is_key=False)], ("isbn-invalid",)),
        ("ISBN/ISSN", "0126-0243", [Identifier("issn", "0126-0243", is_key=False)], ()),
        ("ISBN/ISSN", "ISSN: 0126-0243", [Identifier("issn", "0126-0243", is_key=False)], ()),
        ("ISSN", "1260243", [Identifier("issn", "0126-0243", is_key=False)], ("issn-zeros-restored",)),
    ],
)  # fmt: skip
def test_numbers_are_mended_where_the_check_digit_proves_it(
    column: str, cell: str, numbers: list[Identifier], problems: tuple[str, ...]
) -> None:
    found = record({column: cell})
    assert (list(found.description.identifiers), found.problems) == (numbers, problems)


def test_issn_of_a_magazine_names_it() -> None:
    found = record({"ISSN": "0126-0243", "JENIS BAHAN": "Majalah"}).description
    assert (found.type, found.identifiers) == ("serial", (Identifier("issn", "0126-0243"),))


@pytest.mark.parametrize(
    ("cell", "year", "date", "problems"),
    [
        ("2015", 2015, "2015", ()),
        ("2015.0", 2015, "2015", ()),
        ("c2015", 2015, "c2015", ()),
        ("2.015", 2015, "2015", ("date-mended",)),
        ("2,000", 2000, "2000", ("date-mended",)),
        ("12 Agustus 2017", 2017, "12 Agustus 2017", ()),
        ("Agu-17", 2017, "2017", ("date-mended",)),
        ("22-Sep-98", 1998, "1998", ("date-mended",)),
        ("43101", 2018, "2018", ("date-mended",)),
        ("1905-07-07", 2015, "2015", ("date-mended",)),
        ("07/07/1905", 2015, "2015", ("date-mended",)),
        ("25/06/1905", 2003, "2003", ("date-mended",)),
        ("05/07/1905", None, "05/07/1905", ("year-unreadable",)),
        ("17/08/1945", 1945, "17/08/1945", ()),
        ("1422", 2001, "1422", ()),
        ("H 1424", 2003, "H 1424", ()),
        ("1455", 1455, "1455", ()),
        ("2015-03-01", 2015, "2015-03-01", ()),
        ("20119", None, "20119", ("year-unreadable",)),
        ("-2", None, "-2", ("year-unreadable",)),
        ("#REF!", None, "", ("cell-error",)),
    ],
)
def test_year_is_read_out_of_what_spreadsheets_make_of_it(
    cell: str, year: int | None, date: str, problems: tuple[str, ...]
) -> None:
    found = record(TAHUN=cell)
    publication = found.description.publication
    assert (publication.year, publication.date, found.problems) == (year, date, problems)


@pytest.mark.parametrize(
    ("cells", "published"),
    [
        ({"PUBLIKASI": "Jakarta : Gramedia, 2014"}, ("Jakarta", "Gramedia", 2014)),
        ({"PENERBITAN": "Gramedia, c2014."}, ("", "Gramedia", 2014)),
        (
            {"PENERBITAN": "Jakarta : Gramedia, 2014", "PENERBIT": "Kompas", "TAHUN": "2015"},
            ("Jakarta", "Kompas", 2015),
        ),
        ({"PUBLIKASI": "s.l. : s.n"}, ("", "", None)),
        ({"PUBLIKASI": "S.l. : s.n., [18--?]"}, ("", "", 1800)),
        ({"PUBLIKASI": "Jakarta : Balai Pustaka, 1999-2001"}, ("Jakarta", "Balai Pustaka", 1999)),
        ({"PUBLIKASI": "Beirut : Dar al-Fikr, 1415 H [1994]"}, ("Beirut", "Dar al-Fikr", 1994)),
    ],
)
def test_imprint_in_one_column_says_what_no_column_of_its_own_does(
    cells: dict[str, str], published: tuple[str, str, int | None]
) -> None:
    found = record(cells).description.publication
    assert (found.place, found.publisher, found.year) == published


@pytest.mark.parametrize(
    ("column", "cell", "published"),
    [
        ("PENERBIT/TAHUN", "Sinar Baru Algensindo, 2010", ("", "Sinar Baru Algensindo", 2010)),
        ("Penerbit & Tahun", "KPG 2017", ("", "KPG", 2017)),
        ("Penerbit/Kota", "Hasta Mitra/Jakarta", ("Jakarta", "Hasta Mitra", None)),
        ("Kota, Penerbit dan Tahun", "Jakarta: Gramedia, 2014", ("Jakarta", "Gramedia", 2014)),
        ("Kota / Penerbit", "Mizan", ("", "Mizan", None)),
        ("Penerbit (Tahun)", "Mizan", ("", "Mizan", None)),
        ("Penerbit : Kota", "Gramedia : Jakarta", ("Jakarta", "Gramedia", None)),
        ("Tempat : Penerbit, Tahun", "Yogyakarta : Bentang Pustaka, 2005", ("Yogyakarta", "Bentang Pustaka", 2005)),
    ],
)
def test_column_named_for_several_fields_is_taken_apart(
    column: str, cell: str, published: tuple[str, str, int | None]
) -> None:
    found = record({column: cell}).description.publication
    assert (found.place, found.publisher, found.year) == published


@pytest.mark.parametrize(
    ("cell", "title", "names"),
    [
        ("Fiqih Islam / H. Sulaiman Rasjid", Title("Fiqih Islam", "", (), "H. Sulaiman Rasjid"), ["Sulaiman Rasjid"]),
        ("Fiqih Islam/Sulaiman Rasjid", Title("Fiqih Islam", "", (), "Sulaiman Rasjid"), ["Sulaiman Rasjid"]),
        ("Matematika SMP/MTs\nBudi dan Siti", Title("Matematika SMP/MTs", "", (), "Budi dan Siti"), ["Budi", "Siti"]),
        ("Tafsir : juz 1 / karya Hamka", Title("Tafsir", "juz 1", (), "karya Hamka"), ["Hamka"]),
        ("Riyadhus Shalihin", Title("Riyadhus Shalihin"), []),
    ],
)  # fmt: skip
def test_column_of_titles_with_their_authors_gives_both(cell: str, title: Title, names: list[str]) -> None:
    row = FileRow("buku.csv", 2, encode_row(TableRow({"Judul Buku/Pengarang": cell})))
    found = mapped(row)
    assert isinstance(found, Record)
    assert (found.description.title, [each.name for each in found.description.contributors]) == (title, names)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("H.J. de Graaf dan de Graaf, H.J.", [("H.J. de Graaf", ()), ("de Graaf, H.J.", ())]),
        ("Drs.H.Suparman,M.Pd.", [("Suparman", ())]),
        ("PROF.DR.H.AHMAD", [("AHMAD", ())]),
        ("Dr.H.B. Jassin", [("H.B. Jassin", ())]),
        ("Siti Maryam, S.Ag. (Penyunting)", [("Siti Maryam", ("edt",))]),
        ("Budi, S.Pd. (editor), Ani, M.Pd. (editor)", [("Budi", ("edt",)), ("Ani", ("edt",))]),
        ("Toer, P.A. (penulis)", [("Toer, P.A.", ("aut",))]),
        ("Budi, dkk (ed.)", [("Budi", ("edt",))]),
        ("Y.B. Mangunwijaya, Pr", [("Y.B. Mangunwijaya", ())]),
        ("J. Jansen e.a.", [("J. Jansen", ())]),
        ("de Silva K. E. A.", [("de Silva K. E. A.", ())]),
        ("Suci Amrih, S.H., M.H., M.Kn.", [("Suci Amrih", ())]),
        ("Bungin Burhan, M.Si., Ph.D., CIQaR., CIQnR., M.I.Kom", [("Bungin Burhan", ())]),
        ("Meta Hanindita, Sp.A.(K) dan Denny Thong, SpKJ", [("Meta Hanindita", ()), ("Denny Thong", ())]),
        ("Pratomo Hadi, M.P.H., Dr.Ph.", [("Pratomo Hadi", ())]),
        ("Masturi Irham, Lc & Abidun Zuhri, Lc", [("Masturi Irham", ()), ("Abidun Zuhri", ())]),
        ("J.M. Honig, C.N.R. Rao", [("J.M. Honig", ()), ("C.N.R. Rao", ())]),
        ("Fiscalité en Europe", [("Fiscalité en Europe", ())]),
        ("Jansen, A. en B. de Boer", [("Jansen, A.", ()), ("B. de Boer", ())]),
    ],
)
def test_titles_and_degrees_are_no_names_and_initials_no_titles(
    cell: str, names: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = record(PENGARANG=cell).description.contributors
    assert [(each.name, each.roles) for each in found] == names


def test_names_of_entities_are_one_name_each() -> None:
    found = record(PENGARANG="Ahmad &quot;Abu&quot;; Siti &amp; Budi").description.contributors
    assert [each.name for each in found] == ['Ahmad "Abu"', "Siti", "Budi"]


@pytest.mark.parametrize(
    ("cell", "extent", "problems"),
    [
        ("Okt 22", "10-22", ("pages-mended",)),
        ("Sep 46", "9-46", ("pages-mended",)),
        ("03. Nov", "3-11", ("pages-mended",)),
        ("2024-10-22", "10-22", ("pages-mended",)),
        ("2024-11-03", "3-11", ("pages-mended",)),
        ("22/10/2024", "10-22", ("pages-mended",)),
        ("2024-10-01", "", ("date-damaged",)),
        ("10-Jun", "", ("date-damaged",)),
        ("10. Jun", "10. Jun", ()),
        ("Mit 12", "Mit 12", ()),
        ("12-46", "12-46", ()),
    ],
)
def test_pages_that_became_a_date_are_read_back_where_they_are_certain(
    cell: str, extent: str, problems: tuple[str, ...]
) -> None:
    found = record(HALAMAN=cell)
    assert (found.description.extent, found.problems) == (extent, problems)


@pytest.mark.parametrize(
    ("column", "extent"),
    [
        ("HALAMAN", "204 hlm."),
        ("pages", "204 p."),
        ("Pp.", "204 p."),
        ("Seiten", "204 S."),
        ("Pagina's", "204 p."),
        ("Blz.", "204 blz."),
        ("عدد الصفحات", "204 ص."),
    ],
)
def test_pages_are_called_what_their_column_calls_them(column: str, extent: str) -> None:
    assert record({column: "204"}).description.extent == extent


def test_address_of_a_cover_is_kept_and_a_mere_file_name_is_not() -> None:
    assert record({"CoverURL": "https://x.id/c.jpg"}).description.links == (Link("https://x.id/c.jpg", kind="cover"),)
    assert record({"CoverURL": "c.jpg"}).description.links == ()


@pytest.mark.parametrize(
    ("cell", "links", "problems"),
    [
        ("https://x.id/1", (Link("https://x.id/1"),), ()),
        ("www.x.id", (Link("http://www.x.id"),), ()),
        ("lihat", (), ("address-unread",)),
        ("-", (), ()),
        ("", (), ()),
        ("#REF!", (), ("cell-error",)),
    ],
)
def test_words_in_the_place_of_an_address_are_told(
    cell: str, links: tuple[Link, ...], problems: tuple[str, ...]
) -> None:
    """A workbook shows "lihat" over the address that a click opens, and the reader of workbooks gives no more."""
    found = record(URL=cell)
    assert (found.description.links, found.problems) == (links, problems)


@pytest.mark.parametrize(
    ("column", "said", "copies", "statuses"),
    [
        ("Lost", "1", 0, ()),
        ("Lost status", "Missing", 0, ()),
        ("Lost", "0", 1, ()),
        ("Checked out", "1", 1, (("on_loan", 1),)),
        ("Not for loan status", "Staff collection", 1, (("not_for_loan", 1),)),
    ],
)
def test_columns_of_kohas_reports_say_what_they_are_called(
    column: str, said: str, copies: int, statuses: tuple[tuple[str, int], ...]
) -> None:
    row = {"Barcode": "000123", column: said}
    found = record(row, copies=(row,)).holdings
    assert [(each.copies, each.statuses) for each in found] == ([(copies, statuses)] if copies else [])


def test_kohas_columns_of_0_and_1_say_what_they_are_called() -> None:
    sound = {"itemlost": "0", "withdrawn": "0", "damaged": "0", "notforloan": "0"}
    copies = (
        {**sound, "barcode": "I1"},
        {**sound, "itemlost": "1"},
        {**sound, "onloan": "2024-05-01", "barcode": "I3"},
    )
    assert record(copies=copies).holdings == (Holding("id-a", copies=2, statuses=(("on_loan", 1),)),)


def test_volume_of_an_article_is_its_journals() -> None:
    """Zotero's list had "Indonesia : the politics of inclusion. Jilid 44"."""
    found = record({"Item Type": "journalArticle", "Type": "", "Volume": "44"}).description
    assert (found.type, found.title) == ("article", Title("Bumi"))
    assert record({"Item Type": "book", "Volume": "2"}).description.title == Title("Bumi", "", ("Jilid 2",))


def test_day_of_calibre_is_shown_without_its_hours_and_none_is_none() -> None:
    assert record(pubdate="2010-06-01T00:00:00+07:00").description.publication.date == "2010-06-01"
    none = record(pubdate="0101-01-01T00:00:00+00:00")
    assert (none.description.publication.date, none.problems) == ("", ())


@pytest.mark.parametrize(
    ("number", "shelf", "classes", "mark", "problems"),
    [
        ("813", "813 TOE b", ["813"], "813 TOE b", ()),
        ("5.36", "005.36 Sak M", ["005.36"], "005.36 Sak M", ("class-mended",)),
        ("005.36", "5.36 Sak M", ["005.36"], "005.36 Sak M", ("class-mended",)),
        ("658,4", "", ["658.4"], "", ("class-mended",)),
        ("0", "000 ANI u", ["000"], "000 ANI u", ("class-mended",)),
        ("51", "51 SUK m", [], "51 SUK m", ("class-damaged",)),
        ("5", "5 HAR i", [], "5 HAR i", ("class-damaged",)),
        ("20", "297 ABD i", ["297"], "297 ABD i", ("class-damaged",)),
        ("5.133", "5.133 BEL", ["005.133"], "5.133 BEL", ("class-mended",)),
        ("0", "", [], "", ("class-damaged",)),
        ("5.43", "004.43 Saf A", ["004.43"], "004.43 Saf A", ("class-damaged",)),
        ("5.36", "", [], "", ("class-damaged",)),
        ("2024-05-02", "", [], "", ("date-damaged",)),
        ("02-Mei", "813 TOE b", ["813"], "813 TOE b", ("date-damaged",)),
        ("", "2024-05-02", [], "", ("date-damaged",)),
        ("", "MAR 12", [], "MAR 12", ()),
        ("", "2X4.1/Adl/M", ["2X4.1"], "2X4.1/Adl/M", ()),
        ("", "R 551.46 NON l", ["551.46"], "R 551.46 NON l", ()),
        ("", "Rak 3", [], "Rak 3", ()),
        ("", "EG 143", [], "EG 143", ()),
        ("", "EG 143 a", [], "EG 143 a", ()),
    ],
)
def test_class_and_shelf_mark_mend_each_other(
    number: str, shelf: str, classes: list[str], mark: str, problems: tuple[str, ...]
) -> None:
    found = record(KLASIFIKASI=number, NO_PANGGIL=shelf)
    assert found.description.classifications == tuple(Classification("ddc", each) for each in classes)
    assert [holding.call_number for holding in found.holdings] == [mark]
    assert found.problems == problems


@pytest.mark.parametrize(
    ("cells", "classes", "mark"),
    [
        ({"KLASIFIKASI": "813 / HIR / l"}, ["813"], "813 HIR l"),
        ({"KLASIFIKASI": "813\nHIR\nl"}, ["813"], "813 HIR l"),
        ({"KLASIFIKASI": "899.221 3 TOE b"}, ["899.2213"], "899.221 3 TOE b"),
        ({"KLASIFIKASI": "2X4.1/Adl/f"}, ["2X4.1"], "2X4.1 Adl f"),
        ({"Klas 1": "813", "Klas 2": "HIR", "Klas 3": "l"}, ["813"], "813 HIR l"),
        ({"KLASIFIKASI": "813", "NO PANGGIL": "R 813 HIR l"}, ["813"], "R 813 HIR l"),
        ({"KLASIFIKASI": "813 FIKSI"}, ["813"], ""),
        ({"KLASIFIKASI": "813; 899"}, ["813", "899"], ""),
    ],
)
def test_label_in_the_column_of_classes_is_a_shelf_mark_too(
    cells: dict[str, str], classes: list[str], mark: str
) -> None:
    """The letters on its lines were classes of their own, and nobody was told where the book stands."""
    found = record(cells)
    assert found.description.classifications == tuple(Classification("ddc", each) for each in classes)
    assert [holding.call_number for holding in found.holdings] == [mark]


@pytest.mark.parametrize(
    ("cells", "kind", "carrier"),
    [
        ({}, "book", "print"),
        ({"GMD": "Sound Recording"}, "audio", "other"),
        ({"JENIS KOLEKSI": "Skripsi"}, "thesis", "print"),
        ({"JENIS KOLEKSI": "Musik"}, "book", "print"),
        ({"JENIS": "Buku Digital"}, "book", "online"),
        ({"GMD": "Digital Versatile Disc"}, "book", "other"),
        ({"GMD": "Bentuk Mikro"}, "book", "microform"),
        ({"GMD": "CD"}, "book", "other"),
        ({"GMD": "قرص مدمج"}, "book", "other"),
        ({"GMD": "Buku + CD"}, "book", "print"),
        ({"GMD": "Buku Braille"}, "book", "other"),
        ({"GMD": "Luisterboek"}, "audio", "other"),
        ({"GMD": "Bahan Grafis"}, "image", "print"),
    ],
)
def test_kind_and_carrier_are_told_by_the_catalogues_words(cells: dict[str, str], kind: str, carrier: str) -> None:
    found = record(cells).description
    assert (found.type, found.carrier) == (kind, carrier)


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("Judul Skripsi", "thesis"),
        ("Judul Tesis", "thesis"),
        ("Nama Majalah", "serial"),
        ("Judul Buku", "book"),
        ("Title", "book"),
    ],
)
def test_kind_is_told_by_what_the_column_of_titles_is_called(column: str, kind: str) -> None:
    found = mapped(FileRow("buku.csv", 2, encode_row(TableRow({column: "Strategi guru"}))))
    assert isinstance(found, Record)
    assert found.description.type == kind


@pytest.mark.parametrize(
    ("cell", "languages", "basis"),
    [("Indonesia", ("id",), "coded"), ("Bahasa Inggris, Arab", ("en", "ar"), "coded"), ("ind", ("id",), "coded"),
     ("Arab-Indonesia", ("ar", "id"), "coded"), ("Arab - Latin", ("ar", "la"), "coded"),
     ("?", (), "undecided"), ("Basa entah", (), "undecided")],
)  # fmt: skip
def test_languages_are_read_by_name_and_code(cell: str, languages: tuple[str, ...], basis: str) -> None:
    found = record(BAHASA=cell).description
    assert (found.languages, found.language_basis) == (languages, basis)


def test_subjects_are_divided_and_subdivided() -> None:
    found = record(SUBJEK="Laut - Indonesia; Komputer- Desain | Islam -- Sejarah").description.subjects
    assert [subject.heading for subject in found] == ["Laut — Indonesia", "Komputer — Desain", "Islam — Sejarah"]


def test_several_columns_fill_one_field_and_a_rule_divides_cells() -> None:
    rules = (ColumnRule("authors", ("satu", "dua")), ColumnRule("subjects", ("hal",), "/"))
    found = record(rules=rules, satu="Ali", dua="Budi", hal="Laut/Ikan", PENGARANG="Cici").description
    assert [each.name for each in found.contributors] == ["Ali", "Budi"]
    assert [each.term for each in found.subjects] == ["Laut", "Ikan"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("1. Budi 2. Ani Lestari 3. Citra", ["Budi", "Ani Lestari", "Citra"]),
        ("Pakubuwana IV, Sunan", ["Pakubuwana IV"]),
        ("Sri Mulyani, Sri Edi Swasono", ["Sri Mulyani", "Sri Edi Swasono"]),
        ("Diponegoro, Pangeran", ["Pangeran Diponegoro"]),
        ("van der Kroef, J.M.", ["J.M. van der Kroef"]),
        ("oleh: Moh. Hatta", ["Moh. Hatta"]),
        ("Karya Pembina Swajaya", ["Karya Pembina Swajaya"]),
        ("Editorial Board", ["Editorial Board"]),
        ("Soleh Rusyadi Syam; Sholeh", ["Soleh Rusyadi Syam", "Sholeh"]),
        ("جلال الدين المحلي و جلال الدين السيوطي", ["جلال الدين المحلي", "جلال الدين السيوطي"]),
        ("Panitia 'Hukum dan Administrasi'", ["Panitia 'Hukum dan Administrasi'"]),
        (
            "Arbeitskreis „Recht und Gesellschaft“ und Hans Meier",
            ["Arbeitskreis „Recht und Gesellschaft“", "Hans Meier"],
        ),
        ("Robert 'Bob' Tan dan Jim 'Jack' Lim", ["Robert 'Bob' Tan", "Jim 'Jack' Lim"]),
        ("'Abd al-Rahman and Abu Rifa'", ["'Abd al-Rahman", "Abu Rifa'"]),
        ("Toer, Pramoedya Ananta, 1925-2006.", ["Pramoedya Ananta Toer"]),
        ("Kurniawan, Eka, 1975-, Toer, Pramoedya Ananta, 1925-2006", ["Eka Kurniawan", "Pramoedya Ananta Toer"]),
        ("Hirata, Andrea, b. 1967 & Budi Santoso", ["Andrea Hirata", "Budi Santoso"]),
        ("van der Meer, Jan, 1950-", ["Jan van der Meer"]),
        ("de Vries, Jan", ["Jan de Vries"]),
        ('Sanggar "Baca, Tulis" dan Budi Santoso', ['Sanggar "Baca, Tulis"', "Budi Santoso"]),
        ('"Hirata, Andrea", "Lestari, Dewi"', ["Andrea Hirata", "Dewi Lestari"]),
        ("Budi Santoso ... [et al.]", ["Budi Santoso"]),
        ("Hamka (Prof. Dr.)", ["Hamka"]),
    ],
)
def test_names_of_one_cell_are_parted_and_stay_whole(cell: str, names: list[str]) -> None:
    """Numbered names ran together ("BudiAni LestariCitra"), a rank was somebody, a Dutchman lost his initials, and a
    heading with the years of a life was two people, "Toer" and "Pramoedya Ananta".
    """
    assert [each.direct for each in record(PENGARANG=cell).description.contributors] == names


def test_copies_are_counted_by_number_or_by_their_own_numbers() -> None:
    assert record(JUMLAH="3 eks").holdings == (Holding("id-a", copies=3),)
    assert record(NO_INDUK="<B1><B2>").holdings == (Holding("id-a", copies=2),)
    assert record(STATUS="hilang").holdings == ()


@pytest.mark.parametrize(
    ("cells", "copies"),
    [
        ({"NO INVENTARIS": "001-005"}, 5),
        ({"NO INVENTARIS": "006 s/d 008"}, 3),
        ({"NO INVENTARIS": "B.009 - B.012"}, 4),
        ({"NO INVENTARIS": "009, 010"}, 2),
        ({"NO INVENTARIS": "001-003, 007"}, 4),
        ({"NO INVENTARIS": "0009-0012/SDN2/2023"}, 4),
        ({"NO INVENTARIS": "0001/P/H/2015 - 0005/P/H/2015"}, 5),
        ({"NO INVENTARIS": "12/P/2015 s.d. 14/P/2015"}, 3),
        ({"NO INVENTARIS": "2015.0015-2015.0018"}, 4),
        ({"NO INVENTARIS": "09-12/2015"}, 1),
        ({"NO INVENTARIS": "0014/SMP-1/2015"}, 1),
        ({"NO INVENTARIS": "0014/SMP-15/2015"}, 1),
        ({"NO INVENTARIS": "1-2-2019"}, 1),
        ({"NO INVENTARIS": "0123-2015"}, 1),
        ({"NO INVENTARIS": "12-900"}, 1),
        ({"NO INVENTARIS": "5-3"}, 1),
        ({"NO INVENTARIS": "011/C1"}, 1),
        ({"NO INVENTARIS": "001-005", "JUMLAH": "4"}, 4),
        ({"NO INVENTARIS": "345 & 346 dan 350-352"}, 5),
        ({"JUMLAH": "dua"}, 2),
        ({"JUMLAH": "٢"}, 2),
        ({"JUMLAH": "banyak"}, 0),
    ],
)
def test_copies_are_counted_however_their_numbers_are_written(cells: dict[str, str], copies: int) -> None:
    assert [each.copies for each in record(cells).holdings] == [copies]


def test_number_and_barcode_of_one_copy_are_not_two_copies() -> None:
    """INLISLite gives each copy a NoInduk, a NomorBarcode and an RFID: three copies stood there."""
    named = {"NoInduk": "0001/DPK/2018", "NomorBarcode": "00000001", "RFID": "00000001"}
    assert [each.copies for each in record(named).holdings] == [1]
    assert record(named).copy_numbers == ("00000001", "0001/DPK/2018")
    several = record(copies=({"NO INDUK": "B-001, B-002"}, {"NO INDUK": "B-003"}))
    assert several.copy_numbers == ("B-001", "B-002", "B-003")
    assert [each.copies for each in record({"No Induk 1": "011", "No Induk 2": "012"}).holdings] == [2]


def test_row_of_a_register_counts_the_copies_of_its_numbers() -> None:
    """A buku induk has one row a copy, and one row for four that came together."""
    copies = ({"NO INDUK": "0008/SD/2023"}, {"NO INDUK": "0009-0012/SD/2023", "STATUS": "dipinjam"})
    assert record(copies=copies).holdings == (Holding("id-a", copies=5, statuses=(("on_loan", 4),)),)


@pytest.mark.parametrize(
    ("cells", "holdings"),
    [
        ({"JUMLAH": "5", "KONDISI": "hilang 1"}, (Holding("id-a", copies=4),)),
        ({"JUMLAH": "5", "KONDISI": "2 rusak"}, (Holding("id-a", copies=5, statuses=(("damaged", 2),)),)),
        ({"JUMLAH": "1", "KONDISI": "hilang 1"}, ()),
        ({"AKSES": "Baca di tempat", "KETERSEDIAAN": "Tersedia"}, (Holding("id-a", statuses=(("not_for_loan", 1),)),)),
        (
            {"AKSES": "Dapat dipinjam", "KETERSEDIAAN": "Sedang Dipinjam"},
            (Holding("id-a", statuses=(("on_loan", 1),)),),
        ),
        ({"JUMLAH": "2", "KET": "hilang"}, ()),
        ({"JUMLAH": "2", "KETERANGAN": "baik"}, (Holding("id-a", copies=2),)),
        ({"JUMLAH": "2", "KETERANGAN": "Ganti buku yang hilang dari siswa"}, (Holding("id-a", copies=2),)),
        ({"JUMLAH": "2", "Remarks": "Lost"}, ()),
        ({"JUMLAH": "2", "Remarks": "Bought for one that was lost in 2011"}, (Holding("id-a", copies=2),)),
    ],
)
def test_what_is_said_of_some_copies_is_not_said_of_all(cells: dict[str, str], holdings: tuple[Holding, ...]) -> None:
    assert record(cells).holdings == holdings


def test_rows_of_copies_make_one_holding_a_shelf_mark_without_the_lost_ones() -> None:
    copies = tuple(
        {"JUDUL": "Bumi", "NO PANGGIL": mark, "STATUS": status}
        for mark, status in (("813 T", "Dipinjam"), ("813 T", "ada"), ("813 T", "hilang"), ("R 813 T", "ada"))
    )
    assert record(copies=copies).holdings == (
        Holding("id-a", call_number="813 T", copies=2, statuses=(("on_loan", 1),)),
        Holding("id-a", call_number="R 813 T", copies=1),
    )


def test_a_partners_own_words_for_states_are_understood_in_tables_too() -> None:
    rule = LibraryRule("id-a", statuses=(("X", "damaged"), ("hilang", "available")))
    assert record(rule=rule, STATUS="X").holdings == (Holding("id-a", statuses=(("damaged", 1),)),)
    assert record(rule=rule, STATUS="hilang").holdings == (Holding("id-a"),)


def test_library_is_taken_from_a_column_by_the_partners_codes() -> None:
    rule = LibraryRule("", "UNIT", (("PST", "id-pusat"),))
    assert record(rule=rule, UNIT="PST").holdings == (Holding("id-pusat"),)
    assert record(rule=rule, UNIT="FKIP").holdings == (Holding("id-a", "FKIP"),)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"PENGARANG": "Ali"}, NO_TITLE),
        ({"JUDUL": "#REF!", "TAHUN": "1999"},
         "no title, and a cell holds #REF!, an error of the spreadsheet; repair its formula and export again."),
        ({"JUDUL": "-", "ID": "7"}, NO_TITLE),
        ({"NO INDUK": "B-002"},
         "no title, but a copy's number: if the copy is of the title above, repeat that title in this row; else write "
         "its own, or delete the row."),
    ],
)  # fmt: skip
def test_row_without_a_title_is_refused_with_what_to_do(cells: dict[str, str], reason: str) -> None:
    assert mapped(FileRow("buku.csv", 2, encode_row(TableRow(cells)))) == reason


@pytest.mark.parametrize(
    ("cells", "identifier", "problems"),
    [
        ({"JUDUL": "Bumi", "BIBID": "0010-0520000001"}, "0010-0520000001", ()),
        ({"JUDUL": "Bumi", "biblio_id": "17.0"}, "17", ()),
        ({"JUDUL": "Bumi"}, "sha256:", ("no identifier",)),
        ({"JUDUL": "Bumi", "ID": "1.02E+15"}, "sha256:", ("no identifier",)),
    ],
)
def test_identifier_is_the_partners_own_or_the_content(
    cells: dict[str, str], identifier: str, problems: tuple[str, ...]
) -> None:
    reading = TableReading(encode_row(TableRow(cells)), ())
    assert reading.identifier is not None
    assert reading.identifier.startswith(identifier)
    assert reading.problems == problems


def test_addresses_of_people_stay_at_home() -> None:
    found = record(CATATAN="Hubungi ani@contoh.id", ABSTRAK="Dari budi@contoh.id").description
    assert ([note.text for note in found.notes], found.abstract) == (["Hubungi"], "Dari")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("1", ("book", "print")),
        ("2", ("book", "online")),
        ("4", ("serial", "print")),
        ("5", ("map", "print")),
        ("7", ("video", "other")),
        ("8", ("score", "print")),
        ("10", ("audio", "other")),
        ("11", ("book", "microform")),
        ("12", ("manuscript", "print")),
        ("99", ("book", "print")),
    ],
)
def test_number_of_inlislites_worksheet_is_a_kind_of_material(number: str, kind: tuple[str, str]) -> None:
    described = record({"Worksheet_id": number}).description
    assert (described.type, described.carrier) == kind


@pytest.mark.parametrize(
    ("cells", "main", "variants"),
    [
        (
            {"JUDUL": "Kamus Inggris-Indonesia = An English-Indonesian dictionary / Echols"},
            "Kamus Inggris-Indonesia",
            [("An English-Indonesian dictionary", "parallel")],
        ),
        ({"JUDUL": "Anak", "ANAK JUDUL": "cerita = stories"}, "Anak", [("stories", "parallel")]),
        ({"JUDUL": "Bumi", "JUDUL ASLI": "This earth"}, "Bumi", [("This earth", "uniform")]),
        ({"JUDUL": "Bumi", "JUDUL PARALEL": "Earth", "TITLE": "bumi"}, "Bumi", [("Earth", "parallel")]),
        ({"JUDUL": "E = mc2"}, "E = mc2", []),
        ({"JUDUL": "", "JUDUL ASLI": "This earth"}, "This earth", []),
    ],
)
def test_other_titles_are_kept_with_what_they_are(
    cells: dict[str, str], main: str, variants: list[tuple[str, str]]
) -> None:
    described = record(cells).description
    assert described.title.main == main
    assert [(each.text, each.kind) for each in described.variants] == variants


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("Bagus.rnMemuat indeks.rn", "Bagus. Memuat indeks."),
        ("Bab 1rnrnBab 2", "Bab 1 Bab 2"),
        ("Isi:rn- satu", "Isi: - satu"),
        ("The modernArt, born.", "The modernArt, born."),
    ],
)
def test_line_ends_that_slims_writes_without_their_marks_are_blanks(note: str, shown: str) -> None:
    described = record(NOTES=note, ABSTRAK=note).description
    assert ([each.text for each in described.notes], described.abstract) == ([shown], shown)


def test_number_with_the_hyphen_of_an_issn_is_one_in_a_column_for_both_though_mistyped() -> None:
    found = record({"isbn_issn": "1858-2321", "gmd_name": "Serial"})
    assert found.description.identifiers == (Identifier("issn", "1858-2321", is_key=False),)
    assert "issn-invalid" in found.problems


def test_japanese_shelf_mark_is_no_dewey_number() -> None:
    """913.6 are novels in the Nippon Decimal Classification, and the geography of ancient Europe in Dewey's."""
    found = record({"請求記号": "913.6/N58"})
    assert found.description.classifications == ()
    assert found.holdings[0].call_number == "913.6/N58"


def test_korean_shelf_mark_is_no_dewey_number_either() -> None:
    """813.7 is the modern Korean novel in the Korean Decimal Classification."""
    rules = (ColumnRule("call_number", ("청구기호",)),)
    found = record({"청구기호": "813.7/K54"}, rules=rules)
    assert found.description.classifications == ()
    assert found.holdings[0].call_number == "813.7/K54"


@pytest.mark.parametrize(
    ("cells", "title"),
    [
        (
            {"JUDUL": "Matematika", "KELAS": "VII", "SEMESTER": "1"},
            Title("Matematika", "", ("Kelas VII", "Semester 1")),
        ),
        (
            {"JUDUL": "Matematika", "Kelas": "10 IPA", "Jilid": "2"},
            Title("Matematika", "", ("Kelas 10 IPA", "Jilid 2")),
        ),
        ({"JUDUL": "Matematika", "Kelas": "Kelas 4"}, Title("Matematika", "", ("Kelas 4",))),
        ({"JUDUL": "Matematika", "Semester": "Ganjil"}, Title("Matematika", "", ("Semester Ganjil",))),
        ({"JUDUL": "Matematika", "Grade": "7-8"}, Title("Matematika", "", ("Grade 7-8",))),
        ({"JUDUL": "Matematika Kelas VII SMP", "KELAS": "VII"}, Title("Matematika Kelas VII SMP")),
        ({"JUDUL": "Filsafat", "KELAS": "100"}, Title("Filsafat")),
        ({"JUDUL": "Fisika", "KELAS": "5.36"}, Title("Fisika")),
        ({"JUDUL": "Islam", "KELAS": "2X4.1"}, Title("Islam")),
        ({"JUDUL": "Bumi", "KELAS": "Fiksi"}, Title("Bumi")),
    ],
)
def test_textbook_names_the_class_that_it_is_for(cells: dict[str, str], title: Title) -> None:
    assert record(cells).description.title == title


@pytest.mark.parametrize(
    ("cells", "title", "extent"),
    [
        ({"JUDUL": "Riyadhus Shalihin jil. 2", "JILID": "jil. 2"}, Title("Riyadhus Shalihin", "", ("jil. 2",)), ""),
        ({"JUDUL": "Ensiklopedi Islam", "JILID": "5 jil."}, Title("Ensiklopedi Islam"), "5 jil."),
        ({"JUDUL": "Max Havelaar", "JILID": "2 dl.", "HALAMAN": "-"}, Title("Max Havelaar"), "2 dl."),
        ({"JUDUL": "إحياء علوم الدين", "الجزء": "٤ مج"}, Title("إحياء علوم الدين"), "٤ مج"),
        ({"JUDUL": "صحيح البخاري", "الجزء": "١"}, Title("صحيح البخاري", "", ("الجزء ١",)), ""),
        ({"JUDUL": "2", "JILID": "2"}, Title("2", "", ("Jilid 2",)), ""),
        ({"JUDUL": "Puji syukur", "HALAMAN": "'"}, Title("Puji syukur"), ""),
    ],
)
def test_volume_column_says_which_volume_or_how_many(cells: dict[str, str], title: Title, extent: str) -> None:
    found = record(cells).description
    assert (found.title, found.extent) == (title, extent)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Purcell, Edwin J. & Dale Varberg (terj. I Nyoman Susila)",
         [("Purcell, Edwin J.", ()), ("Dale Varberg", ()), ("I Nyoman Susila", ("trl",))]),
        ("Subekti & Tjitrosudibio (penerj.)", [("Subekti", ()), ("Tjitrosudibio", ("trl",))]),
        ("Toer, Pramoedya A.; vert. door A. Teeuw", [("Toer, Pramoedya A.", ()), ("A. Teeuw", ("trl",))]),
        ("紫式部 ; 円地文子訳", [("紫式部", ()), ("円地文子", ("trl",))]),
        ("夏目漱石著", [("夏目漱石", ())]),
        ("J.K. Rowling ; alih bahasa, Listiana Srisanti", [("J.K. Rowling", ()), ("Listiana Srisanti", ("trl",))]),
        ("editor, Budi Santoso, Siti Aminah", [("Budi Santoso", ("edt",)), ("Siti Aminah", ("edt",))]),
        ("Penyusun, Tim", [("Penyusun, Tim", ())]),
        ("(Penyunting) Budi Santoso", [("Budi Santoso", ("edt",))]),
        ("Toer, Pramoedya, 1925-2006 (ed.)", [("Toer, Pramoedya", ("edt",))]),
        ("Kompas (Jakarta)", [("Kompas (Jakarta)", ())]),
    ],
)  # fmt: skip
def test_role_is_found_in_brackets_and_behind_a_name(cell: str, names: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(each.name, each.roles) for each in record(PENGARANG=cell).description.contributors] == names


@pytest.mark.parametrize(
    ("column", "cell", "edition"),
    [
        ("Cet/Edisi", "Ed. rev.", "Ed. rev."),
        ("Cetakan", "3", "Cet. 3"),
        ("Cet.", "cet. II", "cet. II"),
        ("EDISI", "3", "Ed. 3"),
    ],
)
def test_printings_and_editions_are_told_apart_by_their_column(column: str, cell: str, edition: str) -> None:
    assert record({column: cell}).description.edition == edition


def test_what_says_that_nothing_is_known_isnt_shown() -> None:
    found = record(KOTA="[د.م]", PENERBIT="د.ن", TAHUN="0000").description.publication
    assert (found.place, found.publisher, found.date, found.year) == ("", "", "", None)


@pytest.mark.parametrize(
    ("cells", "copies", "column"),
    [
        ({"IsOPAC": "0"}, (), "IsOPAC"),
        ({"ISOPAC": "1"}, (), ""),
        ({"ISOPAC": ""}, (), ""),
        ({"opac_hide": "1"}, (), "opac_hide"),
        ({"opac_hide": "0"}, (), ""),
        ({"Tampil di OPAC": "Tidak"}, (), "Tampil di OPAC"),
        ({}, ({"ISOPAC": "0"}, {"ISOPAC": "0"}), "ISOPAC"),
        ({}, ({"ISOPAC": "0"}, {"ISOPAC": "1"}), ""),
    ],
)
def test_what_a_library_hides_from_the_public_is_left_out(
    cells: dict[str, str], copies: tuple[dict[str, str], ...], column: str
) -> None:
    row = FileRow("buku.csv", 2, encode_row(TableRow({"JUDUL": "Bumi", **cells}, copies)))
    if not column:
        found = mapped(row)
        assert isinstance(found, Record)
        assert [each.copies for each in found.holdings] == [1 if copies else 0]
        return
    with pytest.raises(NoRecord, match=f"hides it from the public in its own catalogue .{column}.; to show it here"):
        TableReading(row.raw, ())


@pytest.mark.parametrize("shown", ["0", "1"])
def test_what_is_hidden_under_its_own_identifier_is_taken_back(shown: str) -> None:
    row = TableRow({"ID": "7", "JUDUL": "Bumi", "ISOPAC": shown})
    assert TableReading(encode_row(row), ()).deleted is (shown == "0")
