"""UNIMARC's character sets: what the bytes are comes before what 100 says."""

from io import BytesIO

import pytest

from discovery.catalog.record import Record
from indexer.formats import FORMATS
from indexer.partners import LibraryRule
from indexer.readers.iso5426 import decode_iso5426
from indexer.readers.unimarc import read_unimarc, unimarc_records


def _record(title: bytes, sets: bytes) -> bytes:
    coded = b"20150323d1993    m  y1frey" + sets + b"    ba"
    fields = [(b"001", b"7"), (b"100", b"  \x1fa" + coded), (b"200", b"1 \x1fa" + title)]
    directory, body = b"", b""
    for tag, content in fields:
        directory += tag + b"%04d%05d" % (len(content) + 1, len(body))
        body += content + b"\x1e"
    base = 24 + len(directory) + 1
    leader = b"%05dnam0 22%05d   450 " % (base + len(body) + 1, base)
    return leader + directory + b"\x1e" + body + b"\x1d"


@pytest.mark.parametrize(
    ("title", "sets", "expected", "problems"),
    [
        ("Mureş".encode(), b"50  ", "Mureş", ()),
        ("Mureş".encode(), b"0103", "Mureş", ()),
        ("Mureş".encode().decode("latin-1").encode(), b"0103", "Mureş", ("mojibake-mended",)),
        (b"Les mis\xc2erables \xea", b"0103", "Les misérables Œ", ()),
        ("Déjà, l'été dernier".encode("cp1252"), b"0103", "Déjà, l'été dernier", ("encoding",)),
        ("Война и мир".encode("cp1251"), b"89  ", "Война и мир", ()),
        ("Война".encode("cp866"), b"79  ", "Война", ()),
        (b"cut \xc3", b"50  ", "cut \ufffd", ("encoding",)),
        (b"plain", b"0103", "plain", ()),
    ],
)
def test_text_is_read_in_its_character_set(title: bytes, sets: bytes, expected: str, problems: tuple[str, ...]) -> None:
    read = read_unimarc(_record(title, sets))
    assert read.fields["200"][0].subfields == (("a", expected),)
    assert read.problems == problems


def test_iso_5426_sets_floating_accents_on_the_letter_that_follows() -> None:
    assert decode_iso5426(b"\xc8uber \xc3\xc2a \xe1 \xff \xc2") == "über \u1ea5 Æ \ufffd \u0301"


def test_unimarc_record_among_marc_21_is_read_as_what_it_is() -> None:
    raw = _record(b"Les mis\xc2erables", b"0103")
    record = FORMATS["marc21"].read(raw).record(partner="p", source_id="7", rule=LibraryRule())
    assert isinstance(record, Record)
    description = record.description
    assert (description.title.main, description.publication.year, description.contributors) == (
        "Les misérables",
        1993,
        (),
    )


def test_unimarc_comes_as_iso_2709_and_as_xml() -> None:
    raw = _record(b"Judul", b"50  ")
    xml = b'<record><datafield tag="200" ind1="1" ind2=" "><subfield code="a">Judul</subfield></datafield></record>'
    assert list(unimarc_records(BytesIO(raw + raw))) == [raw, raw]
    assert list(unimarc_records(BytesIO(b"<collection>" + xml + b"</collection>"))) == [xml]
    assert [tuple(each) for each in read_unimarc(xml).fields["200"][0].subfields] == [("a", "Judul")]
