"""Which of a METS's descriptions counts, and by what it is known."""

import pytest

from discovery.catalog.holding import Link
from discovery.catalog.record import Record
from indexer import readings
from indexer.crosswalks.mets.sections import description_of
from indexer.crosswalks.xml.elements import Element
from indexer.partners import LibraryRule
from indexer.readings import MetsReading, ModsReading

RULE = LibraryRule("id-x")
WHOLE, PART = "Babad Tanah Jawi", "Bab 1"


def _section(name: str, content: str, kind: str = "MODS") -> str:
    wrapped = f'<mets:mdWrap MDTYPE="{kind}"><mets:xmlData>{content}</mets:xmlData></mets:mdWrap>'
    return f'<mets:dmdSec ID="{name}">{wrapped}</mets:dmdSec>'


def _mods(title: str, more: str = "") -> str:
    return f"<mods:mods><mods:titleInfo><mods:title>{title}</mods:title></mods:titleInfo>{more}</mods:mods>"


def _map(kind: str, *divs: str) -> str:
    return f'<mets:structMap TYPE="{kind}">{"".join(divs)}</mets:structMap>'


def _div(named: str, *within: str) -> str:
    known = f' DMDID="{named}"' if named else ""
    return f"<mets:div{known}>{''.join(within)}</mets:div>"


def _reading(content: str, begin: str = 'OBJID="o1"') -> MetsReading:
    return MetsReading(f"<mets:mets {begin}>{content}</mets:mets>".encode())


def _title(reading: MetsReading) -> str:
    found = reading.record(partner="x", source_id="1", rule=RULE)
    assert isinstance(found, Record), found
    return found.description.title.main


_PAGES = _map("PHYSICAL", _div("p"))
_BOOK = _map("LOGICAL", _div("w", _div("c")))
_COPY = "<mods:mods><mods:location><mods:shelfLocator>Hs 1</mods:shelfLocator></mods:location></mods:mods>"
_OF_ANOTHER = f"<mods:mods><mods:relatedItem>{_mods('Induk')[11:-12]}</mods:relatedItem></mods:mods>"
_DUBLIN_CORE = f"<dc:title>{WHOLE}</dc:title><dc:creator>Hirata, Andrea</dc:creator>"


@pytest.mark.parametrize(
    "content",
    [
        _section("c", _mods(PART)) + _section("w", _mods(WHOLE)) + _BOOK,
        # The pages come before the book, with what is said of the copy, or of the first page.
        _section("p", _mods("Hs 1")) + _section("w", _mods(WHOLE)) + _PAGES + _BOOK,
        _section("p", _COPY) + _section("w", _mods(WHOLE)) + _PAGES,
        _section("p", _OF_ANOTHER) + _section("w", _mods(WHOLE)) + _PAGES,
        _section("w", _mods(WHOLE).replace("<mods:title>", "<mods:title/><mods:title>")) + _BOOK,
        # Dublin Core of the whole counts before MODS of a part.
        _section("c", _mods(PART)) + _section("w", f"<oai_dc:dc>{_DUBLIN_CORE}</oai_dc:dc>", "DC") + _BOOK,
        _section("c", _mods(PART)) + _section("w", _DUBLIN_CORE, "DC") + _BOOK,
        # Of one level before the next; the journal's own document is elsewhere.
        _section("c", _mods(PART)) + _section("w", _mods(WHOLE))
        + _map("LOGICAL", _div("", _div("", _div("c")), _div("w"))),
        _section("w", _mods("Majalah")) + _section("c", _mods(WHOLE))
        + _map("LOGICAL", '<mets:div DMDID="w"><mets:mptr/><mets:div DMDID="c"/></mets:div>'),
    ],
)  # fmt: skip
def test_the_whole_is_described_and_no_part_or_copy_of_it(content: str) -> None:
    assert _title(_reading(content)) == WHOLE


@pytest.mark.parametrize(
    "content",
    [
        _DUBLIN_CORE,
        f"<dcterms:dublincore>{_DUBLIN_CORE}</dcterms:dublincore>",
        f"<oai_dc:dc>{_DUBLIN_CORE}</oai_dc:dc>",
        '<dim:dim><dim:field element="title">Babad Tanah Jawi</dim:field><dim:field element="contributor" '
        'qualifier="author">Hirata, Andrea</dim:field></dim:dim>',
    ],
)
def test_dublin_core_is_read_with_and_without_a_wrapper_of_its_own(content: str) -> None:
    found = _reading(_section("d", content, "DC")).record(partner="x", source_id="1", rule=RULE)
    assert isinstance(found, Record)
    assert [each.name for each in found.description.contributors] == ["Hirata, Andrea"]
    assert found.description.title.main == WHOLE


@pytest.mark.parametrize(("kind", "content"), [("EAD", "<ead><title>A</title></ead>"), ("DC", "")])
def test_other_descriptions_are_refused(kind: str, content: str) -> None:
    found = _reading(_section("d", content, kind)).record(partner="x", source_id="1", rule=RULE)
    assert found == "there is no MODS or Dublin Core in this record's metadata; was another format asked for?"


def test_mets_without_a_number_of_its_own_is_known_by_that_of_its_description() -> None:
    number = "<mods:recordInfo><mods:recordIdentifier>77</mods:recordIdentifier></mods:recordInfo>"
    section = _section("w", _mods(WHOLE, number))
    assert _reading(section).identifier == "o1"
    assert _reading(section, "").identifier == "77"
    # Every document may call its section so.
    assert _reading(_section("w", _mods(WHOLE).replace("<mods:mods", '<mods:mods ID="m1"')), "").identifier is None
    assert _reading(_section("w", _DUBLIN_CORE, "DC"), "").identifier is None


@pytest.mark.parametrize(
    ("content", "identifier"),
    [
        (_section("w", _mods(WHOLE, "<mods:identifier>urn:nbn:id:1</mods:identifier>")), "urn:nbn:id:1"),
        (
            _section("w", _mods(WHOLE, "<mods:identifier>https://x.id/handle/1/2</mods:identifier>")),
            "https://x.id/handle/1/2",
        ),
        (
            "<mets:metsHdr><mets:altRecordID>a7</mets:altRecordID></mets:metsHdr>"
            + _section("w", _mods(WHOLE, "<mods:identifier>ark:/12148/b7</mods:identifier>")),
            "a7",
        ),
        (
            _section("d", '<dim><field element="identifier">https://doi.org/10.1234/5</field>'
                     '<field element="title">A</field></dim>', "OTHER"),
            "https://doi.org/10.1234/5",
        ),
        # Of the thing in all its copies, of its host, and any page of the web.
        (_section("w", _mods(WHOLE, "<mods:identifier type='isbn'>9789793062792</mods:identifier>")), None),
        (_section("w", _mods(WHOLE, "<mods:relatedItem><mods:identifier>hdl:1/2</mods:identifier></mods:relatedItem>")),
         None),
        (_section("w", _mods(WHOLE, "<mods:identifier>https://x.id/buku</mods:identifier>")), None),
    ],
)  # fmt: skip
def test_mets_that_names_itself_nowhere_is_known_by_an_address_that_lasts(content: str, identifier: str | None) -> None:
    assert _reading(content, "").identifier == identifier


def test_mets_is_looked_through_once_for_the_section_that_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def counted(mets: Element) -> Element | None:
        asked.append(mets)
        return description_of(mets)

    monkeypatch.setattr(readings, "description_of", counted)
    assert _reading(_section("w", _mods(WHOLE)), "").identifier is None
    assert len(asked) == 1


def test_address_of_a_manifest_is_told_by_its_words_where_it_does_not_tell_itself() -> None:
    located = (
        '<location><url note="IIIF Manifest">https://x.id/12.json</url></location><relatedItem><location>'
        '<url displayLabel="IIIF manifest">https://x.id/13.json</url></location></relatedItem>'
    )
    raw = f"<mods><titleInfo><title>A</title></titleInfo>{located}</mods>"
    found = ModsReading(raw.encode()).record(partner="x", source_id="1", rule=RULE)
    assert isinstance(found, Record)
    assert found.description.links == (
        Link("https://x.id/12.json", "IIIF Manifest", "manifest"),
        Link("https://x.id/13.json", "IIIF manifest", "manifest"),
    )
