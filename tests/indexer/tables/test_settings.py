"""[partner.columns] and its neighbours: every mistake is one sentence that says what is allowed."""

from dataclasses import replace
from pathlib import Path

import pytest

from discovery.errors import SettingsError
from discovery.settings import load_settings
from indexer.configured import partners_of
from indexer.tables.columns import ColumnRule, known_field
from indexer.tables.rules import TableRules

_START = """\
[[library]]
code = "id-a"
name = "A"
kind = "school"
[[partner]]
code = "id-a"
source = "buku.csv"
"""


def rules(tmp_path: Path, text: str) -> TableRules:
    """The rules that padu.toml gives with `text` under its partner."""
    path = tmp_path / "padu.toml"
    path.write_text(_START + text, encoding="utf-8")
    (partner,) = partners_of(load_settings(path))
    return partner.table


def test_columns_are_named_by_header_letter_number_and_list(tmp_path: Path) -> None:
    found = rules(
        tmp_path,
        'library_from = "UNIT"\nlibraries = { PST = "id-a" }\nrows = "copies"\ndelimiter = ";"\nencoding = "latin1"\n'
        'header = false\n[partner.columns]\ntitle = "JUDUL"\nsubject = { column = "SUBJEK", split = "," }\n'
        'authors = ["P1", "P2"]\nyear = 28\n',
    )
    assert found == TableRules(
        (
            ColumnRule("title", ("JUDUL",)),
            ColumnRule("subjects", ("SUBJEK",), ","),
            ColumnRule("authors", ("P1", "P2")),
            ColumnRule("year", ("AB",)),
        ),
        rows="copies",
        delimiter=";",
        encoding="iso8859-1",
        header=False,
        library_column="UNIT",
    )


def test_table_of_copies_has_settings_and_columns_of_its_own(tmp_path: Path) -> None:
    found = rules(
        tmp_path,
        'library = "id-a"\ncopies_source = "eksemplar.csv"\ndelimiter = ","\n[partner.columns]\ntitle = "JUDUL"\n'
        '[partner.copies_table]\ndelimiter = ";"\nencoding = "latin1"\nheader = false\nlibrary_from = "C"\n'
        '[partner.copies_table.columns]\nid = 1\nshelf = { column = "B", split = "/" }\n',
    )
    title = ColumnRule("title", ("JUDUL",))
    of_copies = (ColumnRule("id", ("A",)), ColumnRule("shelf", ("B",), "/"))
    assert found == TableRules(
        (title, *(replace(rule, apart=True) for rule in of_copies)),
        rows="titles",
        delimiter=",",
        copies_source=str(tmp_path / "eksemplar.csv"),
        copies=TableRules(
            of_copies,
            rows="titles",
            delimiter=";",
            encoding="iso8859-1",
            header=False,
            library_column="C",
            apart=True,
        ),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('library = "id-a"\n[partner.copies_table]\ndelimiter = ";"',
         "padu.toml, partner 'id-a': copies_table says how the table of copies is read, but copies_source doesn't say "
         "where it is."),
        ('library = "id-a"\ncopies_source = "b.csv"\n[partner.copies_table.columns]\njudul = "JUDUL"',
         "partner 'id-a': copies_table.columns.judul is no field of a record; fields are id, title, subtitle,"),
        ('library = "id-a"\ncopies_source = "b.csv"\n[partner.copies_table]\nrows = "copies"',
         "line 11: partner.copies_table.rows: is no setting of Padu; check the spelling."),
        ('library = "id-a"\ncopies_source = "https://a.example/eksemplar.csv"',
         "padu.toml, partner 'id-a': copies_source has to be a file on this machine, beside a source whose rows are "
         "titles."),
        ('library = "id-a"\ncopies_source = "eksemplar.csv"\nrows = "copies"',
         "padu.toml, partner 'id-a': copies_source has to be a file on this machine, beside a source whose rows are "
         "titles."),
        ('library = "id-a"\n[partner.columns]\njudul = "JUDUL"',
         "partner 'id-a': columns.judul is no field of a record; fields are id, title, subtitle,"),
        ('library = "id-a"\n[partner.columns]\ntitle = 1.5', "columns.title has to be a column"),
        ('library = "id-a"\n[partner.columns]\ntitle = []', "columns.title has to be a column"),
        ('library = "id-a"\n[partner.columns]\ntitle = { colum = "JUDUL" }', "columns.title has to be a column"),
        ('library = "id-a"\nrows = "books"',
         "line 9: partner.rows: 'books' can't be: input should be 'titles' or 'copies'."),
        ('library = "id-a"\nheader = 7', "line 9: partner.header: 7 can't be: it has to be true where the table "),
        ('library = "id-a"\ndelimiter = "tab"',
         r"""'tab' can't be: it has to be the one sign between the cells: ",", ";", "|", or "\t" for a tab."""),
        ('library = "id-a"\ncolumns = ["JUDUL"]', "partner.columns: it has to be a table: [partner.columns], and"),
        ('library = "id-a"\nencoding = "wingdings"', "there is no encoding 'wingdings'; usual ones are utf-8,"),
        ('library_from = "UNIT"\nlibraries = { PST = "id-b" }', "there is no library 'id-b' (known: id-a)"),
        ('library_from = "UNIT"\nformat = "marc21"', "'UNIT' is no field and subfield; write it as \"852$b\""),
    ],
)  # fmt: skip
def test_mistake_in_settings_is_told_in_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(SettingsError) as refused:
        rules(tmp_path, text)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("JUDUL", "title"), ("NO. PANGGIL", "call_number"), ("no_panggil", "call_number"), ("PublishLocation", "place"),
        ("ISBN/ISSN", "isbn_issn"), ("Author 2", "authors"), ("item_code", "copy"), ("biblio_id", "id"),
        ("gmd_name", "type"), ("NO", "row_number"), ("sor", "responsibility"), ("DeweyNo", "class"), ("Harga", None),
    ],
)  # fmt: skip
def test_column_is_known_by_its_name(name: str, field: str | None) -> None:
    found = known_field(name)
    assert (found[0] if found else None) == field
