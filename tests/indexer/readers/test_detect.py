"""A file's format is told by how it begins."""

import pytest

from discovery.errors import SourceUnreadable
from indexer.readers.detect import detect_format

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
