"""Damaged letters are read back where that is certain, whatever the record is written in; the rest is named."""

import pytest

from discovery.catalog.record import Record
from indexer.enrich.language import LanguagePrior
from indexer.mapping import MappingTask, map_records
from indexer.mojibake import with_letters
from indexer.partners import Format, LibraryRule
from indexer.report import SourceRecord
from indexer.store.packing import unpack_record
from tests.indexer.installations import book

MARCXML = """<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
<controlfield tag="001">1</controlfield>
<datafield tag="245" ind1="1" ind2="0"><subfield code="a">{}</subfield></datafield></record>"""
DUBLIN_CORE = """<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></oai_dc:dc>"""


def misread(text: str, times: int = 1) -> str:
    """UTF-8 that a program took for Windows-1252; the bytes that this has no letter for stay as they are."""
    for _ in range(times):
        text = "".join(
            bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
            for byte in text.encode()
        )
    return text


def mapped(raw: bytes, form: Format) -> tuple[Record, dict[str, int]]:
    source = SourceRecord("berkas", 1, form, raw)
    outcome = map_records(MappingTask("id-a", LibraryRule("id-a"), LanguagePrior(), (source,)))
    assert outcome.refused == ()
    return unpack_record(outcome.packed[0].mapped), dict(outcome.problems)


@pytest.mark.parametrize(
    "title",
    [
        "Théâtre élémentaire",
        "Así habló la luz",  # í is 0xAD, a soft hyphen
        "Voilà l'été",  # à is 0xA0, a blank
        "‘Abd al-Raḥmān",
        "Война и мир",
        "Sangkan-paran – gagasan",
    ],
)
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize(
    ("form", "template"), [("marc21", ""), ("marcxml", MARCXML), ("dc", DUBLIN_CORE)], ids=("marc21", "marcxml", "dc")
)
def test_title_misread_on_its_way_is_read_back_and_marked(form: Format, template: str, title: str, times: int) -> None:
    damaged = misread(title, times)
    raw = template.format(damaged).encode() if template else book("1", damaged)
    record, problems = mapped(raw, form)
    assert record.description.title.main == title
    assert problems.get("mojibake-mended") == 1
    assert "mojibake" not in problems


@pytest.mark.parametrize(
    "title",
    [
        "Théâtre élémentaire",
        "KITÂB AL-IKTIFÂ’",
        "Pospíšil vzdělávání zvláštních",
        "« Liberté\u00a0»",
        "E.Œ. Somerville",
        "al-ṣinā‘īyah wa-al-ṭarīq",
        "Ça et là",
        "Århus Ångström Ã",
        "Bumi manusia",
    ],
)
def test_sound_letters_stay_what_they_are(title: str) -> None:
    for form, raw in (("marc21", book("1", title)), ("marcxml", MARCXML.format(title).encode())):
        source = SourceRecord("berkas", 1, form, raw)  # type: ignore[arg-type]  # the literals above
        assert with_letters(source) == (source, "")


def test_what_can_not_be_read_back_is_named_and_left() -> None:
    record, problems = mapped(book("1", "Ã\x83Â£ lama"), "marc21")
    assert record.description.title.main in ("Ã£ lama", "ã lama")
    assert problems.keys() & {"mojibake", "mojibake-mended"}


def test_mended_record_keeps_all_its_other_fields() -> None:
    whole = with_letters(SourceRecord("berkas", 1, "marc21", book("1", misread("Étude"), isbn="9789799731234")))[0]
    assert whole.raw == book("1", "Étude", isbn="9789799731234")


def test_damaged_letters_in_a_record_with_fields_that_its_directory_does_not_list_are_named_and_left() -> None:
    sound = book("1", misread("Étude"))
    stray = sound[:-1] + b"  \x1faa field of nobody's\x1e\x1d"
    whole = b"%05d" % len(stray) + stray[5:]
    assert with_letters(SourceRecord("berkas", 1, "marc21", whole))[1] == "mojibake"
    record, problems = mapped(whole, "marc21")
    assert record.description.title.main == misread("Étude")
    assert problems.get("mojibake") == 1


def test_marks_of_what_is_not_filed_are_read_back_as_such() -> None:
    """As Catmandu writes MARC-in-JSON: each byte of UTF-8 becomes a letter."""
    title = "\x98Die\x9c großen Seen".encode().decode("latin-1")
    raw = (
        '{"leader":"00000nam a22","fields":[{"001":"1"},'
        f'{{"245":{{"ind1":"1","ind2":"0","subfields":[{{"a":"{title}"}}]}}}}]}}'
    )
    record, problems = mapped(raw.encode(), "marcjson")
    assert (record.description.title.main, record.description.title.nonfiling) == ("Die großen Seen", 4)
    assert problems["mojibake-mended"] == 1
