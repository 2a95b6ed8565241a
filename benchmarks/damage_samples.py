"""A small sound file of each format, to be damaged."""

from pymarc import Field, Indicators, Leader, Record, Subfield

_NUMBERS = range(6)

# What breaks parsers when it stands where it shouldn't.
SPLICES = (
    *(
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"&lt",
        b'"',
        b"{",
        b"}",
        b"[",
        b"<!--",
        b"<![CDATA[",
        b"<!DOCTYPE x>",
        b"</",
        b"<?xml",
    ),
    *(b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1b$1", b"\x1b(B", b"\x1d", b"\x1e", b"\x1f", b"\x1fa"),
    *(b";", b",", b"\t", b'""', b"\r", b"\n", b"\r\n", b"#REF!", b"9.79E+12", b"=1+1", b"00000", b"99999", b"\xe2\x80"),
)


def _marc(leader: str, *fields: tuple[str, str]) -> Record:
    record = Record(force_utf8=leader[9] == "a")
    record.leader = Leader(leader)
    for tag, content in fields:
        if tag < "010":
            record.add_field(Field(tag=tag, data=content))
        else:
            parts = [Subfield(part[0], part[1:]) for part in content.split("$")[1:]]
            record.add_field(Field(tag=tag, indicators=Indicators("1", "0"), subfields=parts))
    return record


def _book(number: int, coding: str) -> Record:
    return _marc(
        f"00000nam {coding}2200000 a 4500",
        ("001", f"{number}"),
        ("008", "800101s1980    io a          000 1 ind d"),
        ("020", "$a9789799731234"),
        ("100", "$aToer, Pramoedya Ananta,$d1925-2006"),
        ("245", f"$aBumi manusia {number} :$bsebuah roman /$cPramoedya Ananta Toer"),
        ("260", "$aJakarta :$bHasta Mitra,$c1980"),
        ("650", "$aFiksi Indonesia"),
        ("952", f"$aUI$bFIB$o899 TOE$p{number}$70"),
    )


def _serial(number: int) -> Record:
    return _marc(
        "00000nas a2200000 a 4500",
        ("001", f"s{number}"),
        ("245", f"$aPandji poestaka {number}"),
        ("853", "$81$av.$i(year)"),
        ("863", "$81.1$a1$i1923"),
        ("866", "$a1923-1930, 1940-"),
        ("880", "$6245-01/(3/r$aبانجي"),
    )


def _holdings(number: int) -> Record:
    return _marc("00000nx  a2200000zn 4500", ("001", f"h{number}"), ("004", f"{number}"), ("852", "$aUI$bFIB$hAP2"))


def _authority(number: int) -> Record:
    return _marc("00000nz  a2200000n  4500", ("001", f"a{number}"), ("100", "$aToer"), ("400", "$aToer, P. A."))


_ISO2709 = b"".join(
    record.as_marc()
    for number in _NUMBERS
    for record in (_book(number, "a"), _serial(number), _holdings(number), _authority(number))
)
_MARC8 = b"".join(_book(number, " ").as_marc() for number in _NUMBERS)
_MARCXML = (
    b'<record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">%d</controlfield>'
    b'<datafield tag="%s" ind1="1" ind2="0"><subfield code="a">Judul &amp; isi</subfield></datafield></record>'
)
_DC = (
    b"<record><header><identifier>oai:x:%d</identifier></header><metadata><oai_dc:dc><dc:title>Judul</dc:title>"
    b"<dc:date>1990</dc:date><dc:identifier>https://x.id/manifest.json</dc:identifier></oai_dc:dc></metadata></record>"
)
_MODS = (
    b'<mods:mods ID="m%d"><mods:titleInfo><mods:title>Judul</mods:title></mods:titleInfo><mods:originInfo>'
    b'<mods:dateIssued point="start">1990</mods:dateIssued></mods:originInfo></mods:mods>'
)
_METS = (
    b'<mets:mets OBJID="o%d"><mets:dmdSec ID="d"><mets:mdWrap><mets:xmlData><dc:dc><dc:title>Judul</dc:title></dc:dc>'
    b'</mets:xmlData></mets:mdWrap></mets:dmdSec><mets:fileSec><mets:fileGrp USE="download"><mets:file>'
    b'<mets:FLocat xlink:href="https://x.id/a"/></mets:file></mets:fileGrp></mets:fileSec></mets:mets>'
)
_JSON = b'{"leader":"00000nam a22","fields":[{"001":"%d"},{"245":{"ind1":"1","subfields":[{"a":"Judul"}]}}]}\n'
_HEADER = ("No", "Judul", "Pengarang", "Penerbit", "Tahun", "ISBN", "No. Panggil")
_ROW = (
    "{}",
    "Bumi manusia, jilid {}",
    "Toer, Pramoedya Ananta",
    "Hasta Mitra",
    "12 Agustus 1980",
    "9789799731234",
    "899 T",
)


def _table(delimiter: str, encoding: str) -> bytes:
    rows = [_HEADER, *([cell.format(number) for cell in _ROW] for number in _NUMBERS)]
    return "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows).encode(encoding)


def _wrapped(name: bytes, record: bytes) -> bytes:
    return b"<" + name + b">" + b"".join(record % number for number in _NUMBERS) + b"</" + name + b">"


SAMPLES: tuple[tuple[str, str, bytes], ...] = (
    ("marc21", ".mrc", _ISO2709),
    ("marc-8", ".mrc", _MARC8),
    ("marcxml", ".xml", _wrapped(b"collection", _MARCXML.replace(b"%s", b"245"))),
    ("comma", ".csv", _table(",", "utf-8-sig")),
    ("semicolon", ".csv", _table(";", "cp1252")),
    ("unimarc", ".xml", _wrapped(b"collection", _MARCXML.replace(b"%s", b"200"))),
    ("dublin core", ".xml", _wrapped(b"ListRecords", _DC)),
    ("mods", ".xml", _wrapped(b"modsCollection", _MODS)),
    ("mets", ".xml", _wrapped(b"collection", _METS)),
    ("json", ".json", b"".join(_JSON % number for number in _NUMBERS)),
    ("tabs", ".tsv", _table("\t", "utf-16")),
)
