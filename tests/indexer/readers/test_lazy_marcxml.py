"""Regular MARCXML is read without a parser, with the same outcome as by one."""

import pytest

from indexer.readers.lazy_marcxml import lazy_xml_fields
from indexer.readers.marc21 import ReadRecord, read_parsed
from indexer.readers.marcxml import parse_marcxml

_TITLE = '<datafield tag="245" ind1="1" ind2="0"><subfield code="a">Bumi manusia</subfield></datafield>'


def _record(*fields: str, prefix: str = "") -> bytes:
    return f"<{prefix}record>{''.join(fields)}</{prefix}record>".encode()


def _contents(read: ReadRecord) -> tuple[str, dict[str, list[object]]]:
    fields = {
        tag: [
            (each.data, "".join(each.indicators or "") or None, [tuple(subfield) for subfield in each.subfields])
            for each in found
        ]
        for tag, found in read.fields.items()
    }
    return read.leader, fields


@pytest.mark.parametrize(
    "raw",
    [
        _record("<leader>00000nam a2200000 a 4500</leader>", '<controlfield tag="001">7</controlfield>', _TITLE),
        _record(_TITLE.replace("<", "<m:").replace("<m:/", "</m:"), prefix="m:"),
        _record("\n  ", _TITLE.replace('"', "'"), "\r\n"),
        _record(_TITLE.replace("Bumi manusia", "Bumi &amp; manusia &#xE9;&#233; &lt;1&gt;")),
        _record(_TITLE.replace("Bumi manusia", "Bumi\r\nmanusia")),
        _record(_TITLE.replace(' ind1="1" ind2="0"', ' ind2="" ind1=""')),
        _record(_TITLE.replace("Bumi", "Būmi 人間の大地 بشر")),
        b'<record xmlns="http://www.loc.gov/MARC21/slim" type="Bibliographic">' + _TITLE.encode() + b"</record>",
    ],
)
def test_a_regular_record_is_read_as_the_parser_reads_it(raw: bytes) -> None:
    found = lazy_xml_fields(raw)
    assert found is not None
    assert _contents(ReadRecord(*found)) == _contents(read_parsed(parse_marcxml(raw)))


@pytest.mark.parametrize(
    "raw",
    [
        _record(),
        _record(_TITLE, "<!-- a comment -->"),
        _record(_TITLE.replace("Bumi", "<![CDATA[Bumi]]>")),
        _record(_TITLE.replace("Bumi", "Bumi & ")),
        _record(_TITLE.replace("Bumi", "Bumi &nbsp;")),
        _record(_TITLE.replace("Bumi", "Bumi &#0;")),
        _record(_TITLE.replace("Bumi", "Bumi \x01")),
        _record(_TITLE.replace("Bumi", "Bumi ]]>")),
        _record(_TITLE.replace(' code="a"', "")),
        _record(_TITLE.replace('code="a"', 'code="¿"')),
        _record(_TITLE.replace('tag="245"', 'tag="24"')),
        _record(_TITLE.replace("</datafield>", "")),
        _record(_TITLE.replace("Bumi", "<b>Bumi</b>")),
        _record(_TITLE).replace(b"Bumi", b"B\xffmi"),
        _record(_TITLE)[:-4],
        b"",
        b"<record",
    ],
)
def test_anything_else_is_left_to_the_parser(raw: bytes) -> None:
    assert lazy_xml_fields(raw) is None
