"""MODS, and METS around it."""

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding, Link
from discovery.catalog.identifiers import Identifier
from discovery.catalog.publication import Publication
from discovery.catalog.record import Classification, Note, Record, Relation, Series, Title, VariantTitle
from discovery.catalog.subject import Subdivision, Subject
from indexer.partners import LibraryRule
from indexer.readings import MetsReading, ModsReading

RULE = LibraryRule("", "852$b", (("ANRI", "id-anri"),))
MODS = """<m:mods xmlns:m="http://www.loc.gov/mods/v3">
<m:titleInfo><m:nonSort>The </m:nonSort><m:title>history of Java</m:title>
<m:subTitle>a view</m:subTitle><m:partNumber>Vol. 1</m:partNumber></m:titleInfo>
<m:titleInfo type="translated"><m:title>Sejarah Jawa</m:title></m:titleInfo>
<m:name type="personal" usage="primary"><m:namePart type="family">Raffles</m:namePart>
<m:namePart type="given">Thomas Stamford</m:namePart><m:namePart type="date">1781-1826</m:namePart>
<m:role><m:roleTerm type="code">aut</m:roleTerm></m:role></m:name>
<m:name type="corporate"><m:namePart>Oxford University</m:namePart><m:namePart>Press</m:namePart></m:name>
<m:typeOfResource>text</m:typeOfResource>
<m:originInfo><m:place><m:placeTerm type="code" authority="marccountry">enk</m:placeTerm></m:place>
<m:place><m:placeTerm type="text">London :</m:placeTerm></m:place><m:publisher>Black, Parbury</m:publisher>
<m:dateIssued>[1817]</m:dateIssued><m:dateIssued encoding="marc">1817</m:dateIssued>
<m:edition>2nd ed.</m:edition></m:originInfo>
<m:language><m:languageTerm type="code" authority="iso639-2b">eng</m:languageTerm></m:language>
<m:physicalDescription><m:extent>2 v.</m:extent><m:form authority="marcform">print</m:form></m:physicalDescription>
<m:note>Dengan peta</m:note><m:note type="acquisition">Hibah</m:note>
<m:subject authority="lcsh"><m:geographic>Java</m:geographic><m:topic>History</m:topic></m:subject>
<m:classification authority="ddc">959.82</m:classification>
<m:relatedItem type="series"><m:titleInfo><m:title>Oxford in Asia</m:title>
<m:partNumber>3</m:partNumber></m:titleInfo></m:relatedItem>
<m:relatedItem type="preceding"><m:titleInfo><m:title>Java</m:title></m:titleInfo>
<m:identifier type="issn">0126-1584</m:identifier></m:relatedItem>
<m:identifier type="isbn">9789793062792</m:identifier><m:identifier type="isbn" invalid="yes">9793062797</m:identifier>
<m:location><m:physicalLocation>ANRI</m:physicalLocation><m:shelfLocator>959.82 RAF h</m:shelfLocator></m:location>
<m:location><m:url access="preview">https://x.id/c.jpg</m:url><m:url>https://x.id/1</m:url></m:location>
<m:recordInfo><m:recordIdentifier>m-1</m:recordIdentifier></m:recordInfo></m:mods>"""


def _record(reading: ModsReading | MetsReading) -> Record:
    found = reading.record(partner="x", source_id="1", rule=RULE)
    assert isinstance(found, Record)
    return found


def test_mods_elements_go_where_the_user_guide_says() -> None:
    reading = ModsReading(MODS.encode())
    record = _record(reading)
    told = record.description
    assert reading.identifier == "m-1"
    assert told.title == Title("The history of Java", "a view", ("Vol. 1",), nonfiling=4)
    assert told.variants == (VariantTitle("Sejarah Jawa", "parallel"),)
    assert told.contributors == (
        Contributor("Raffles, Thomas Stamford", "Thomas Stamford Raffles", "person", ("aut",), True, "1781-1826"),
        Contributor("Oxford University. Press", "Oxford University. Press", "organisation"),
    )
    assert told.publication == Publication(
        "London", "Black, Parbury", "[1817]", 1817, country="enk", places=("London",), publishers=("Black, Parbury",)
    )
    assert (told.type, told.carrier, told.edition, told.extent, told.languages) == (
        "book", "print", "2nd ed.", "2 v.", ("en",),
    )  # fmt: skip
    assert told.notes == (Note("Dengan peta"),)
    assert told.subjects == (Subject("Java", "place", "lcsh", (Subdivision("History"),)),)
    assert told.classifications == (Classification("ddc", "959.82"),)
    assert told.series == (Series("Oxford in Asia", "3"),)
    assert told.relations == (Relation("continues", "Java", "", (Identifier("issn", "0126-1584", is_key=False),)),)
    assert told.identifiers == (Identifier("isbn", "9789793062792"),)
    assert told.links == (Link("https://x.id/c.jpg", kind="cover"), Link("https://x.id/1"))
    assert record.holdings == (Holding("id-anri", call_number="959.82 RAF h"),)


def test_mods_record_without_mods_is_refused() -> None:
    reading = ModsReading(b"<record><header><identifier>1</identifier></header><metadata/></record>")
    assert reading.record(partner="x", source_id="1", rule=RULE) == (
        "there is no mods in this record's metadata; was another format asked for?"
    )


def _mets(sections: str, files: str, struct: str = "") -> bytes:
    return f'<mets:mets OBJID="obj-1">{sections}<mets:fileSec>{files}</mets:fileSec>{struct}</mets:mets>'.encode()


def _section(name: str, content: str) -> str:
    return f'<mets:dmdSec ID="{name}"><mets:mdWrap><mets:xmlData>{content}</mets:xmlData></mets:mdWrap></mets:dmdSec>'


def _file(use: str, *addresses: str) -> str:
    located = "".join(f'<mets:file><mets:FLocat xlink:href="{each}"/></mets:file>' for each in addresses)
    return f'<mets:fileGrp USE="{use}">{located}</mets:fileGrp>'


def test_mets_is_described_by_the_section_of_its_outermost_division_and_links_its_files() -> None:
    chapter = "<mods:mods><mods:titleInfo><mods:title>Bab 1</mods:title></mods:titleInfo></mods:mods>"
    whole = chapter.replace("Bab 1", "Babad Tanah Jawi")
    struct = '<mets:structMap><mets:div DMDID="d2"><mets:div DMDID="d1"/></mets:div></mets:structMap>'
    files = (
        _file("THUMBS", "https://x.id/t1.jpg", "https://x.id/t2.jpg")
        + _file("DEFAULT", *(f"https://x.id/{page}.tif" for page in range(30)))
        + _file("DOWNLOAD", "https://x.id/all.pdf")
        + _file("DEFAULT", "https://x.id/iiif/manifest.json")
    )
    reading = MetsReading(_mets(_section("d1", chapter) + _section("d2", whole), files, struct))
    told = _record(reading).description
    assert (reading.identifier, told.title.main) == ("obj-1", "Babad Tanah Jawi")
    assert told.links == (
        Link("https://x.id/t1.jpg", kind="cover"),
        Link("https://x.id/all.pdf"),
        Link("https://x.id/iiif/manifest.json", kind="manifest"),
    )


def test_mets_without_mods_is_described_by_its_dublin_core() -> None:
    raw = _mets(_section("d1", "<oai_dc:dc><dc:title>Serat Centhini</dc:title></oai_dc:dc>"), "")
    assert _record(MetsReading(raw)).description.title == Title("Serat Centhini")


def test_mets_that_only_refers_to_its_description_is_refused() -> None:
    raw = _mets('<mets:dmdSec ID="d1"><mets:mdRef xlink:href="https://x.id/mods.xml"/></mets:dmdSec>', "")
    assert MetsReading(raw).record(partner="x", source_id="1", rule=RULE) == (
        "there is no MODS or Dublin Core in this record's metadata; was another format asked for?"
    )
