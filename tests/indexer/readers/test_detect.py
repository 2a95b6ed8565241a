"""A file's format is told by how it begins."""

from typing import Literal

import pytest

from discovery.errors import SourceUnreadable
from indexer.readers.detect import check_readable, detect_format

_MARC21 = b"00060nam a2200037 a 4500245000800000\x1e10\x1faA b\x1e\x1d"
_OAI = b'<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'


@pytest.mark.parametrize(
    ("begin", "expected"),
    [
        (_MARC21, "marc21"),
        (_MARC21.replace(b"245", b"200"), "unimarc"),
        (b'<collection><record><datafield tag="245">', "marcxml"),
        (b'<collection><record><datafield tag="200">', "unimarc"),
        (b"<collection>", "marcxml"),
        (b"<br />\n<b>Notice</b>: x<br />\n<?xml version='1.0'?><collection><record><leader>", "marcxml"),
        (b'[{"leader": "00000nam", "fields": []}]', "marcjson"),
        (b'{"_id":"1","record":[["LDR"]]}', "marcjson"),
        (b'\x1e{"leader": "00000nam", "fields": []}\n', "marcjson"),  # RFC 7464
        ('[{"leader": "00000nam"}]'.encode("utf-16"), "marcjson"),
        (b"<oai_dc:dc xmlns:oai_dc='x'><dc:title>A</dc:title></oai_dc:dc>", "dc"),
        (b'<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods>', "mods"),
        (b'<mets:mets xmlns:mods="x"><mods:mods>', "mets"),
        (_OAI + b'<request metadataPrefix="mods">x</request><ListRecords>', "mods"),
        (_OAI + b'<request verb="ListRecords" metadataPrefix="oai_dc">x</request><ListRecords>', "dc"),
        (_OAI + b"<ListRecords><record><metadata><record><leader>", "marcxml"),
        # Whatever the prefix is, and whoever asked for a thesis's own format.
        (b'<q:dc xmlns:q="http://www.openarchives.org/OAI/2.0/oai_dc/"><e:title>A</e:title></q:dc>', "dc"),
        (_OAI + b'<request metadataPrefix="simple"/><ListRecords><record><metadata><q:dc><e:title>A', "dc"),
        (_OAI + b'<ListRecords><record><metadata><t:record xmlns:t="http://purl.org/dc/terms/"><e:title>A', "dc"),
        (
            _OAI
            + b'<ListRecords><record><metadata><thesis xmlns="http://www.ndltd.org/standards/metadata/etdms/1.0/">',
            "dc",
        ),
        (_OAI + b'<request metadataPrefix="etdms"/><ListRecords><record><metadata><thesis><title>A', "dc"),
    ],
)
def test_format_is_told_by_the_beginning(begin: bytes, expected: str) -> None:
    assert detect_format(begin, "katalog") == expected


@pytest.mark.parametrize(
    ("begin", "sentence"),
    [
        (b"", "katalog is empty."),
        (b"123456789 245   L $$aJudul", "katalog is an Aleph sequential file, which Padu can't read"),
        (b"0000000u1 FMT   L BK\n", "katalog is an Aleph sequential file, which Padu can't read"),
        (
            b'<collection><oai_marc><fixfield id="LDR">',
            "katalog is OAI_MARC, which Padu can't read; export it",
        ),
        (
            b'[[{"leader":"00000nam a22"},{"001":"1"},{"245":{"subfields":[{"a":"Judul"}]}}]]',
            "katalog is JSON of fields that stand apart, as mrrc writes it, which Padu can't read; export it as MARC",
        ),
        (b'<collection xmlns="http://www.indexdata.com/turbomarc"><r>', "katalog is TurboMARC, which Padu can't read"),
        (_OAI + b'<error code="badArgument">No such set</error>', "without records: badArgument No such set."),
        (_OAI + b"<Identify/>", "katalog is an answer of OAI-PMH without records."),
        (_OAI + b'<request metadataPrefix="oai_doaj"/><ListRecords><record><metadata>', "in the form 'oai_doaj'"),
        (b"[]", "katalog is JSON that begins without a MARC record"),
        (b'\xef\xbb\xbf [{"title": "Bumi manusia"}]', "katalog is JSON that begins without a MARC record"),
        (
            b'<r><metadata xmlns="http://www.lyncode.com/xoai"><element name="dc"/></metadata></r>',
            "is XOAI, which Padu",
        ),
        (
            b'<resource xmlns="http://datacite.org/schema/kernel-4"><titles/></resource>',
            "is DataCite, which Padu can't",
        ),
        (b"<ead><eadheader/></ead>", "is an EAD finding aid, which Padu can't read; export it as MARCXML, MODS or"),
        (b"hanya teks", "katalog is in no format that Padu can read"),
    ],
)
def test_what_is_no_catalogue_is_refused_saying_what_it_is(begin: bytes, sentence: str) -> None:
    with pytest.raises(SourceUnreadable) as refused:
        detect_format(begin, "katalog")
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("begin", "what"),
    [
        (b'ID;PWXL;N;E\r\nP;PGeneral\r\nC;X1;Y1;K"JUDUL"\r\n', "a SYLK spreadsheet"),
        (b'ID;PCALCOOO32\nC;X1;Y1;K"JUDUL"\n', "a SYLK spreadsheet"),
        (b'TABLE\r\n0,1\r\n"Buku"\r\nVECTORS\r\n', "a DIF spreadsheet"),
        (b"\x03\x7a\x0b\x17" + b"\x02\0\0\0a\0\x20\0" + bytes(20) + b"JUDUL".ljust(11, b"\0") + b"C", "a dBase table"),
        (b"\x09\x04\x06\x00\x00\x04\x10\x00", "a workbook of Excel 4"),
        (b"\x00\x00\x02\x00\x06\x04\x06\x00", "a Lotus 1-2-3 spreadsheet"),
        (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", "a web archive"),
        (
            b'<?xml version="1.0"?><office:document xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
            b"<dc:title>Buku</dc:title></office:meta></office:document>",
            "a flat OpenDocument spreadsheet (.fods)",
        ),
        (
            b'\xef\xbb\xbf<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook '
            b'xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "an XML spreadsheet of Excel 2003",
        ),
        (
            b'<?xml version="1.0"?>\n<gnm:Workbook xmlns:gnm="http://www.gnumeric.org/v10.dtd">',
            "a Gnumeric spreadsheet",
        ),
    ],
)
@pytest.mark.parametrize("declared", [None, "table"])
def test_spreadsheet_of_another_form_is_told_with_the_form_to_save_it_in(
    begin: bytes, what: str, declared: Literal["table"] | None
) -> None:
    with pytest.raises(SourceUnreadable) as refused:
        check_readable(begin, declared, "buku")
    assert str(refused.value) == (
        f"buku is {what}, which Padu can't read; open it in a spreadsheet program and save it as XLSX, ODS or CSV."
    )


def test_list_whose_first_column_is_called_id_is_no_sylk() -> None:
    """Excel takes such a file for SYLK, and so might we."""
    assert check_readable(b"ID;PENGARANG;JUDUL\r\n1;Toer;Bumi manusia\r\n", None, "buku.csv") == "table"
