"""Two thousand damaged files of the formats beside MARC 21: no crash, no hang, and every record accounted for."""

import random
from io import BytesIO

import pytest

from benchmarks.damage import mutated
from indexer.enrich.language import LanguagePrior
from indexer.formats import FORMATS
from indexer.mapping import MappingTask, map_records
from indexer.partners import Format, LibraryRule
from indexer.report import SourceRecord

_MARC = (
    b'<record><leader>00000nam a22</leader><controlfield tag="001">%d</controlfield>'
    b'<datafield tag="%s" ind1="1" ind2="0"><subfield code="a">Judul &amp; isi</subfield>'
    b"</datafield></record>"
)
_DC = (
    b"<record><header><identifier>%d</identifier></header><metadata><oai_dc:dc>"
    b"<dc:title>Judul</dc:title><dc:date>1990</dc:date><dc:identifier>10.1/x</dc:identifier>"
    b"</oai_dc:dc></metadata></record>"
)
_MODS = (
    b'<mods:mods ID="m%d"><mods:titleInfo><mods:title>Judul</mods:title></mods:titleInfo>'
    b'<mods:originInfo><mods:dateIssued point="start">1990</mods:dateIssued></mods:originInfo>'
    b"<mods:subject><mods:topic>A</mods:topic></mods:subject></mods:mods>"
)
_METS = (
    b'<mets:mets OBJID="o%d"><mets:dmdSec ID="d"><mets:mdWrap><mets:xmlData><dc:dc>'
    b"<dc:title>Judul</dc:title></dc:dc></mets:xmlData></mets:mdWrap></mets:dmdSec><mets:fileSec>"
    b'<mets:fileGrp USE="download"><mets:file><mets:FLocat xlink:href="https://x.id/a"/></mets:file>'
    b"</mets:fileGrp></mets:fileSec></mets:mets>"
)
_JSON = (
    b'{"leader":"00000nam a22","fields":[{"001":"%d"},{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"Judul"}]}}]}\n'
)
_NUMBERS = range(4)
FILES: dict[Format, bytes] = {
    "marcxml": b"<collection>" + b"".join(_MARC % (number, b"245") for number in _NUMBERS) + b"</collection>",
    "unimarc": b"<collection>" + b"".join(_MARC % (number, b"200") for number in _NUMBERS) + b"</collection>",
    "dc": b"<ListRecords>" + b"".join(_DC % number for number in _NUMBERS) + b"</ListRecords>",
    "mods": b"<modsCollection>" + b"".join(_MODS % number for number in _NUMBERS) + b"</modsCollection>",
    "mets": b"<collection>" + b"".join(_METS % number for number in _NUMBERS) + b"</collection>",
    "marcjson": b"".join(_JSON % number for number in _NUMBERS),
}
_EACH = 334


@pytest.mark.parametrize("kind", FILES)
def test_damaged_files_lose_no_record_and_end_no_run(kind: Format) -> None:
    chance = random.Random(f"padu {kind}")
    endings: set[str] = set()
    for number in range(_EACH):
        pieces = FORMATS[kind].split(BytesIO(mutated(FILES[kind], chance)))
        records = tuple(SourceRecord(f"{number}", place, kind, raw) for place, raw in enumerate(pieces, 1))
        task = MappingTask("x", LibraryRule("id-x"), LanguagePrior.of([]), records)
        mapped = map_records(task)
        assert len(mapped.packed) + len(mapped.refused) == len(records)
        assert not [each.reason for each in mapped.refused if "please report it" in each.reason]
        endings |= {"packed"} if mapped.packed else set()
        endings |= {"refused"} if mapped.refused else set()
    assert endings == {"packed", "refused"}


@pytest.mark.parametrize("kind", FILES)
def test_sound_files_give_every_record(kind: Format) -> None:
    records = [*FORMATS[kind].split(BytesIO(FILES[kind]))]
    read = [FORMATS[kind].read(raw) for raw in records]
    assert len({each.identifier for each in read}) == len(_NUMBERS)
