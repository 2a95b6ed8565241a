"""Exports of CDS/ISIS: numbered fields that the settings give a meaning."""

from collections.abc import Sequence
from io import BytesIO

import pytest

from discovery.errors import SourceUnreadable
from indexer.readers.detect import check_readable, detect_format
from indexer.readers.isis import is_isis, isis_records
from indexer.readers.table import Table
from indexer.tables.columns import ColumnRule
from indexer.tables.row import decode_row
from indexer.tables.rules import TableRules
from tests.indexer.readers.table_builder import mapped, read_table

_BUMI = (
    (1, "0001"),
    (24, "Bumi manusia"),
    (26, "^aJakarta^bHasta Mitra^c1980"),
    (30, "^axiv, 354 hlm^c21 cm"),
    (69, "<novel><sastra Indonesia>"),
    (70, "Toer, Pramoedya Ananta"),
)
_ILMU = (
    (1, "0002"),
    (24, "Pengantar <ilmu perpustakaan> dan <informasi>"),
    (26, "^aJakarta^bGramedia^c1991"),
    (70, "Sulistyo-Basuki"),
    (70, "Soeatminah"),
)
_RULES = TableRules(
    columns=(
        ColumnRule("id", ("v1",)),
        ColumnRule("title", ("v24",)),
        ColumnRule("place", ("v26^a",)),
        ColumnRule("publisher", ("v26^b",)),
        ColumnRule("year", ("v26^c",)),
        ColumnRule("extent", ("v30",)),
        ColumnRule("subjects", ("v69",)),
        ColumnRule("authors", ("v70", "v71")),
    )
)


def record(fields: Sequence[tuple[int, str]], end: bytes = b"#", last: bytes = b"#", encoding: str = "cp1252") -> bytes:
    """One record in ISO 2709 without indicators, on one line."""
    directory, body = b"", b""
    for tag, value in fields:
        raw = value.encode(encoding) + end
        directory += b"%03d%04d%05d" % (tag, len(raw), len(body))
        body += raw
    base = 24 + len(directory) + 1
    return b"%05d0000000%05d0004500" % (base + len(body) + 1, base) + directory + end + body + last


def in_lines(*records: bytes) -> bytes:
    """The records as CDS/ISIS writes them: each begins a line, and lines have 80 characters."""
    return b"".join(each[at : at + 80] + b"\r\n" for each in records for at in range(0, len(each), 80))


_EXPORT = in_lines(record(_BUMI), record(_ILMU))


def cells(content: bytes, rules: TableRules = _RULES, name: str = "buku.iso") -> list[dict[str, str]]:
    """What the rows of an export hold."""
    rows, _ = read_table(content, name, rules)
    return [dict(decode_row(row.raw).cells) for row in rows]


def reasons(content: bytes) -> list[str]:
    """Why rows of an export are refused, "" for those that aren't."""
    rows, _ = read_table(content, "buku.iso", _RULES)
    return [decode_row(row.raw).broken for row in rows]


def test_fields_are_columns_by_their_numbers() -> None:
    rows, (shape,) = read_table(_EXPORT, "buku.iso", _RULES)
    assert cells(_EXPORT) == [
        {
            "v1": "0001", "v24": "Bumi manusia", "v26^a": "Jakarta", "v26^b": "Hasta Mitra", "v26^c": "1980",
            "v30": "xiv, 354 hlm, 21 cm", "v69": "<novel><sastra Indonesia>", "v70": "Toer, Pramoedya Ananta",
        },
        {
            "v1": "0002", "v24": "Pengantar ilmu perpustakaan dan informasi", "v26^a": "Jakarta", "v26^b": "Gramedia",
            "v26^c": "1991", "v70": "<Sulistyo-Basuki><Soeatminah>",
        },
    ]  # fmt: skip
    assert [row.position for row in rows] == [1, 2]
    assert shape.sentences()[0].startswith(
        "buku.iso: an export of CDS/ISIS, in utf-8; rows are titles. Columns: id = v1,"
    )


def test_records_are_mapped_as_rows_are() -> None:
    rows, _ = read_table(_EXPORT, "buku.iso", _RULES)
    first, second = (mapped(row, _RULES.columns) for row in rows)
    assert not isinstance(first, str)
    assert not isinstance(second, str)
    publication = first.description.publication
    assert (publication.place, publication.publisher, publication.year) == ("Jakarta", "Hasta Mitra", 1980)
    assert [subject.term for subject in first.description.subjects] == ["novel", "sastra Indonesia"]
    assert [each.name for each in second.description.contributors] == ["Sulistyo-Basuki", "Soeatminah"]


def test_field_that_is_wanted_whole_is_read_in_heading_mode() -> None:
    rules = TableRules(columns=(ColumnRule("title", ("v24",)), ColumnRule("imprint", ("v26",))))
    first = cells(_EXPORT, rules)[0]
    assert first["v26"] == "Jakarta, Hasta Mitra, 1980"
    assert "v26^a" not in first


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<The =>Rice of Java", "The Rice of Java"),
        ("<10=Sepuluh> kisah", "10 kisah"),
        ("irigasi <Jawa><Bali>", "irigasi Jawa; Bali"),
    ],
)
def test_marks_of_filing_and_of_terms_are_no_text(written: str, read: str) -> None:
    assert cells(in_lines(record(((24, written),))))[0]["v24"] == read


def test_without_a_title_the_fields_are_shown_with_what_stands_in_them() -> None:
    with pytest.raises(SourceUnreadable, match=r"v1 \(0001\), v24 \(Bumi manusia\), v26\^a \(Jakarta\)"):
        read_table(_EXPORT, "buku.iso", TableRules())
    with pytest.raises(SourceUnreadable, match=r"no column 'v245'.*v24 \(Bumi manusia\)"):
        read_table(_EXPORT, "buku.iso", TableRules(columns=(ColumnRule("title", ("v245",)),)))


def test_field_that_no_record_fills_is_missed_only_where_none_can_be_called_so() -> None:
    title = ColumnRule("title", ("v24",))
    assert len(cells(_EXPORT, TableRules(columns=(title, ColumnRule("isbn", ("v10^a",)))))) == 2
    with pytest.raises(SourceUnreadable, match="no column '24'"):
        cells(_EXPORT, TableRules(columns=(title, ColumnRule("isbn", ("24",)))))


def test_damaged_record_costs_itself() -> None:
    first, second = record(_BUMI), record(_ILMU)
    directory = reasons(in_lines(first, first[:40] + b"?" + first[41:], second))
    assert [each[:30] for each in directory] == ["", "the record's fields aren't whe", ""]
    label = reasons(in_lines(first, b"?" + first[1:], second))
    assert [each[:30] for each in label] == ["", "the record doesn't begin as on", ""]


def test_character_too_many_costs_one_record() -> None:
    content = in_lines(*[record(_BUMI)] * 3)
    assert sum(map(bool, reasons(content[:300] + b"xyz" + content[300:]))) <= 1


def test_end_that_is_missing_is_told() -> None:
    content = in_lines(record(_BUMI), record(_ILMU))[:-60]
    table = Table(BytesIO(content), content[:4096], "buku.iso", _RULES)
    rows = list(table)
    assert [decode_row(row.raw).broken[:21] for row in rows] == ["", "the record is cut off"]
    assert table.is_cut_off


@pytest.mark.parametrize(
    "content",
    [
        record(_BUMI) + record(_ILMU),
        record(_BUMI) + b"\n" + record(_ILMU) + b"\n",
        b"\n".join(line.rstrip() for line in _EXPORT.splitlines()),
        in_lines(record(_BUMI), record(_ILMU)).replace(b"\r\n", b"\n") + b"\n\x1a",
        record(_BUMI, b"\x1e", b"\x1d") + record(_ILMU, b"\x1e", b"\x1d"),
    ],
    ids=["one line", "a line each", "trimmed", "Unix", "marks of ISO 2709"],
)
def test_lines_and_marks_may_be_others(content: bytes) -> None:
    assert cells(content) == cells(_EXPORT)


def test_characters_that_were_changed_later_leave_the_fields_in_their_places() -> None:
    raw = record(((1, "1"), (24, "Hélène à Batavia"), (70, "Multatuli")))
    changed = raw.decode("cp1252").encode()
    assert cells(changed) == [{"v1": "1", "v24": "Hélène à Batavia", "v70": "Multatuli"}]


def test_characters_of_dos_are_read_where_the_settings_say_so() -> None:
    content = in_lines(record(((24, "Hélène"),), encoding="cp850"))
    assert cells(content, TableRules(columns=(ColumnRule("title", ("v24",)),), encoding="cp850")) == [{"v24": "Hélène"}]


def test_mark_within_a_field_is_text() -> None:
    assert (
        cells(in_lines(record(((24, "Belajar C# untuk pemula"), (70, "Budi")))))[0]["v24"] == "Belajar C# untuk pemula"
    )


def test_export_is_known_by_how_it_begins() -> None:
    assert detect_format(_EXPORT, "buku.iso") == "table"
    with pytest.raises(SourceUnreadable, match="is an export of CDS/ISIS, and so not in format = "):
        check_readable(_EXPORT, "marc21", "buku.iso")
    with pytest.raises(SourceUnreadable, match="is a database of CDS/ISIS"):
        check_readable(bytes(4) + b"\x15\x00\x00\x00" + bytes(504), None, "BUKU.MST")


def test_marks_of_marc_may_be_marcs() -> None:
    """Programs exist that fill in no leader."""
    content = record(((1, "1"), (245, "00 Judul")), b"\x1e", b"\x1d")
    assert detect_format(content, "buku.mrc") == "marc21"
    assert check_readable(content, "table", "buku.iso") == "table"
    assert not is_isis(content.replace(b"00 Judul", b"00\x1faJudul").replace(b"\x1e", b"#"))


def test_every_record_is_counted_however_a_file_was_damaged() -> None:
    content = b"".join(record(((1, f"{number}"), (24, f"Judul {number}"))) + b"\n" for number in range(40))
    for at in range(len(record(_BUMI)), len(content), 7):
        damaged = content[:at] + b"?" + content[at + 1 :]
        assert len(list(isis_records(damaged))) == 40
