"""MODS, and METS around it."""

import pytest

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding, Link, Stretch
from discovery.catalog.identifiers import Identifier
from discovery.catalog.publication import Publication
from discovery.catalog.record import Classification, Description, Note, Record, Relation, Series, Title, VariantTitle
from discovery.catalog.subject import Subdivision, Subject
from discovery.catalog.years import Years
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


def mapped(content: str) -> Description:
    title = "" if "<titleInfo" in content else "<titleInfo><title>Judul</title></titleInfo>"
    return _record(ModsReading(f"<mods>{title}{content}</mods>".encode())).description


def test_title_and_name_in_two_scripts_are_one_with_its_original() -> None:
    told = mapped(
        '<titleInfo altRepGroup="1" script="Arab"><title>كتاب الأغاني</title></titleInfo>'
        '<titleInfo altRepGroup="1"><nonSort>al-</nonSort><title>Kitāb al-aghānī</title></titleInfo>'
        '<titleInfo type="alternative" altRepGroup="2"><title>Aghānī</title></titleInfo>'
        '<titleInfo type="alternative" altRepGroup="2"><title>الأغاني</title></titleInfo>'
        '<name altRepGroup="3"><namePart>Iṣbahānī, Abū al-Faraj</namePart></name>'
        '<name altRepGroup="3"><namePart>الإصبهاني، أبو الفرج</namePart></name>'
        '<name altRepGroup="4"><namePart>Budi</namePart></name><name altRepGroup="4"><namePart>Ani</namePart></name>'
    )
    assert told.title == Title("al-Kitāb al-aghānī", nonfiling=3, original="كتاب الأغاني")
    assert told.variants == (VariantTitle("Aghānī", original="الأغاني"),)
    assert [(each.name, each.original) for each in told.contributors] == [
        ("Iṣbahānī, Abū al-Faraj", "الإصبهاني، أبو الفرج"),
        ("Budi", ""),
        ("Ani", ""),
    ]


@pytest.mark.parametrize(
    ("names", "primary"),
    [
        ("<name><namePart>A</namePart></name><name usage='primary'><namePart>B</namePart></name>", ["B"]),
        (
            "<name><namePart>A</namePart><role><roleTerm>editor</roleTerm></role></name>"
            "<name><namePart>B</namePart><role><roleTerm type='text'>creator</roleTerm></role></name>",
            ["B"],
        ),
        ("<name><namePart>A</namePart><role><roleTerm type='code'>ill</roleTerm></role></name>", []),
    ],
)
def test_main_entry_is_the_primary_name_or_the_first_creator(names: str, primary: list[str]) -> None:
    assert [each.name for each in mapped(names).contributors if each.primary] == primary


def test_languages_of_the_text_and_of_its_original_are_told_apart() -> None:
    told = mapped(
        '<language objectPart="text/sound track"><languageTerm type="code">ind</languageTerm></language>'
        '<language objectPart="translation"><languageTerm type="code">eng</languageTerm></language>'
        '<language objectPart="summary"><languageTerm type="code">fre</languageTerm></language>'
    )
    assert (told.languages, told.original_languages) == (("id",), ("en",))


def test_publication_is_that_of_the_publisher_before_printers_and_distributors() -> None:
    told = mapped(
        '<originInfo eventType="manufacture"><place><placeTerm>Bogor</placeTerm></place>'
        "<publisher>Percetakan</publisher></originInfo>"
        '<originInfo eventType="publication"><place><placeTerm>Depok</placeTerm></place>'
        "<agent><namePart>UI Press</namePart></agent><frequency>Bulanan</frequency></originInfo>"
        '<originInfo eventType="copyright"><copyrightDate>2019</copyrightDate></originInfo>'
        "<subject><cartographics><scale>1:50.000</scale></cartographics></subject>"
        '<accessCondition type="use and reproduction">CC BY 4.0</accessCondition>'
        "<physicalDescription><digitalOrigin>born digital</digitalOrigin></physicalDescription>"
    )
    published = told.publication
    assert (published.places, published.publishers, published.year) == (("Depok",), ("UI Press",), 2019)
    assert told.notes == (Note("Bulanan"), Note("1:50.000"), Note("CC BY 4.0"))
    assert told.carrier == "online"


def test_copies_of_slims_and_of_the_user_guide_are_counted() -> None:
    raw = (
        "<mods><titleInfo><title>Judul</title></titleInfo><location><physicalLocation>ANRI</physicalLocation>"
        "<shelfLocator>005 ROB p</shelfLocator><holdingSimple><copyInformation>"
        '<numerationAndChronology type="1">B001</numerationAndChronology><sublocation>Lt. 2</sublocation>'
        "<shelfLocator>005 ROB p</shelfLocator></copyInformation><copyInformation>"
        '<numerationAndChronology type="1">B002</numerationAndChronology><sublocation>Lt. 2</sublocation>'
        "<shelfLocator>005 ROB p</shelfLocator></copyInformation><copyInformation><subLocation>Serial</subLocation>"
        '<enumerationAndChronology unitType="1">v.1-v.8 1970-1976</enumerationAndChronology>'
        "<electronicLocator>https://x.id/e</electronicLocator></copyInformation></holdingSimple></location></mods>"
    )
    assert _record(ModsReading(raw.encode())).copy_numbers == ("B001", "B002")
    assert _record(ModsReading(raw.encode())).holdings == (
        Holding("id-anri", "", "Lt. 2", "005 ROB p", 2),
        Holding(
            "id-anri", shelf="Serial", copies=1, run="v.1-v.8 1970-1976", links=(Link("https://x.id/e"),),
            stretches=(Stretch(1970, 1976, 1, 8),),
        ),
    )  # fmt: skip


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


# As SLiMS writes its show_detail page in XML: MODSoutput in lib/detail.inc.php.
SLIMS = """<mods version="3.3" id="12" xmlns="http://www.loc.gov/mods/v3" xmlns:slims="http://slims.web.id">
<titleInfo><title>Ekologi Jawa :</title><subTitle>kumpulan tulisan</subTitle></titleInfo>
<name type="Personal Name" authority=""><namePart>Salim, Emil</namePart>
<role><roleTerm type="text">Primary Author</roleTerm></role></name>
<name type="Organizational Body" authority=""><namePart>Kantor Alam</namePart>
<role><roleTerm type="text">Additional Author</roleTerm></role></name>
<typeOfResource manuscript="no" collection="yes">mixed material</typeOfResource>
<genre authority="marcgt">bibliography</genre>
<originInfo><place><placeTerm type="text">Jakarta</placeTerm></place><publisher>Obor</publisher>
<dateIssued>1990</dateIssued></originInfo>
<language><languageTerm type="code">id</languageTerm><languageTerm type="text">Indonesia</languageTerm></language>
<physicalDescription><form authority="gmd">{form}</form><extent>xi, 200 hlm.</extent></physicalDescription>
<relatedItem type="series"><titleInfo/><title>Seri alam</title></relatedItem><note/>
<subject authority=""><topic>Ekologi</topic></subject><subject authority=""><name>Salim, Emil</name></subject>
<classification>577</classification><identifier type="isbn">9789793062792</identifier>
<location><physicalLocation>Perpustakaan Kota</physicalLocation><shelfLocator>577 SAL e</shelfLocator><holdingSimple>
<copyInformation><numerationAndChronology type="1">B001</numerationAndChronology>
<sublocation>Rak A (lantai 2)</sublocation><shelfLocator>577 SAL e</shelfLocator></copyInformation>
<copyInformation><numerationAndChronology type="1">B002</numerationAndChronology>
<sublocation>Rak A (lantai 2)</sublocation><shelfLocator>577 SAL e</shelfLocator></copyInformation></holdingSimple>
</location><slims:digitals><slims:digital_item id="1" url="http://x.id/a.pdf" path="/a.pdf"
mimetype="application/pdf">Teks</slims:digital_item></slims:digitals><slims:image>a.jpg</slims:image>
<recordInfo><recordIdentifier>12</recordIdentifier></recordInfo></mods>"""


def test_mods_of_slims_is_read_as_its_cataloguer_meant() -> None:
    reading = ModsReading(SLIMS.format(form="Text").encode())
    record = reading.record(partner="x", source_id="12", rule=LibraryRule("id-x"))
    assert isinstance(record, Record)
    told = record.description
    assert (reading.identifier, told.title) == ("12", Title("Ekologi Jawa", "kumpulan tulisan"))
    assert (told.type, told.carrier) == ("book", "print")
    assert told.contributors == (
        Contributor("Salim, Emil", "Emil Salim", roles=("aut",), primary=True),
        Contributor("Kantor Alam", "Kantor Alam", "organisation", ("aut",)),
    )
    assert told.series == (Series("Seri alam"),)
    assert told.subjects == (Subject("Ekologi"), Subject("Salim, Emil", "person"))
    assert told.links == (Link("http://x.id/a.pdf", "Teks"),)
    assert record.holdings == (Holding("id-x", "Perpustakaan Kota", "Rak A (lantai 2)", "577 SAL e", 2),)


@pytest.mark.parametrize(
    ("form", "kind"), [("Text", "book"), ("Peta", "map"), ("Kaset", "audio"), ("Lain-lain", "book")]
)
def test_slims_names_the_material_in_its_own_form_and_calls_everything_mixed(form: str, kind: str) -> None:
    record = ModsReading(SLIMS.format(form=form).encode()).record(partner="x", source_id="12", rule=LibraryRule("id-x"))
    assert isinstance(record, Record)
    assert record.description.type == kind


def test_results_of_slims_have_publisher_and_year_within_the_place() -> None:
    raw = """<mods version="3.3" ID="12"><titleInfo><title>Ekologi Jawa /</title></titleInfo>
<name type="Conference" authority=""><namePart>Seminar Alam</namePart><role><roleTerm type="text"/></role></name>
<typeOfResource collection="yes">mixed material</typeOfResource><identifier type="isbn"></identifier>
<originInfo><place><placeTerm type="text">Jakarta</placeTerm><publisher>Obor</publisher>
<dateIssued>1990</dateIssued></place></originInfo></mods>"""
    reading = ModsReading(raw.encode())
    record = reading.record(partner="x", source_id="12", rule=LibraryRule("id-x"))
    assert isinstance(record, Record)
    told = record.description
    assert (reading.identifier, told.title, told.type) == ("12", Title("Ekologi Jawa"), "book")
    assert told.publication == Publication.of(("Jakarta",), ["Obor"], "1990", Years(1990, None, False), "")
    assert [each.kind for each in told.contributors] == ["meeting"]


def test_number_of_an_unnamed_kind_is_no_isbn_though_it_would_pass_for_one() -> None:
    raw = """<mods><titleInfo><title>Judul</title></titleInfo><identifier type="other">1501070010</identifier>
<identifier type="other">ISBN 9789793062792</identifier></mods>"""
    record = ModsReading(raw.encode()).record(partner="x", source_id="1", rule=LibraryRule("id-x"))
    assert isinstance(record, Record)
    assert record.description.identifiers == (Identifier("isbn", "9789793062792"),)


@pytest.mark.parametrize(
    ("info", "title", "variants"),
    [
        (
            "<title>Laskar pelangi = The rainbow troops</title><subTitle>novel</subTitle>",
            Title("Laskar pelangi", "novel"),
            (VariantTitle("The rainbow troops", "parallel"),),
        ),
        ("<title>Minat baca : studi</title>", Title("Minat baca", "studi"), ()),
        ("<nonSort>The </nonSort><title>reader : a study</title>", Title("The reader", "a study", nonfiling=4), ()),
    ],
)
def test_title_typed_into_one_element_is_taken_apart(
    info: str, title: Title, variants: tuple[VariantTitle, ...]
) -> None:
    told = _record(ModsReading(f"<mods><titleInfo>{info}</titleInfo></mods>".encode())).description
    assert (told.title, told.variants) == (title, variants)


def test_bare_numbers_of_a_part_are_called_what_their_type_says() -> None:
    part = (
        '<detail type="volume"><number>3</number></detail><detail type="issue"><number>no. 2</number></detail>'
        '<extent unit="pages"><start>11</start><end>20</end></extent>'
    )
    host = f'<relatedItem type="host"><titleInfo><title>Jurnal</title></titleInfo><part>{part}</part></relatedItem>'
    told = _record(ModsReading(f"<mods><titleInfo><title>A</title></titleInfo>{host}</mods>".encode())).description
    assert [each.note for each in told.relations] == ["vol. 3, no. 2, p. 11-20"]


@pytest.mark.parametrize(
    ("detail", "note"),
    [
        ('<detail type="volume"><number>12</number><caption>vol.</caption></detail>', "vol. 12"),
        ('<detail type="volume"><caption>Jil.</caption><number>12</number></detail>', "Jil. 12"),
        ('<detail type="volume"><number>Vol. 12</number><caption>vol.</caption></detail>', "Vol. 12"),
        ('<detail type="issue"><number>3</number><title>Edisi khusus</title></detail>', "no. 3. Edisi khusus"),
        ('<detail type="section">Bagian dua</detail>', "Bagian dua"),
    ],
)
def test_caption_number_and_title_of_a_part_stand_in_their_order(detail: str, note: str) -> None:
    host = f'<relatedItem type="host"><titleInfo><title>Jurnal</title></titleInfo><part>{detail}</part></relatedItem>'
    told = _record(ModsReading(f"<mods><titleInfo><title>A</title></titleInfo>{host}</mods>".encode())).description
    assert [each.note for each in told.relations] == [note]


@pytest.mark.parametrize(
    ("elements", "date", "year"),
    [
        ("<relatedItem type='host'>{}<part><date>Mei 1998</date></part></relatedItem>", "Mei 1998", 1998),
        ("<part><date>1998</date></part><relatedItem type='host'>{}</relatedItem>", "1998", 1998),
        (
            "<relatedItem type='host'>{}<originInfo><dateIssued>1997</dateIssued></originInfo></relatedItem>",
            "1997",
            1997,
        ),
        (
            "<originInfo><dateIssued>1999</dateIssued></originInfo>"
            "<relatedItem type='host'>{}<part><date>1998</date></part></relatedItem>",
            "1999",
            1999,
        ),
        ("<relatedItem type='series'>{}<originInfo><dateIssued>1997</dateIssued></originInfo></relatedItem>", "", None),
    ],
)
def test_an_article_without_a_date_is_of_that_of_its_part_or_its_host(
    elements: str, date: str, year: int | None
) -> None:
    others = elements.format("<titleInfo><title>Jurnal</title></titleInfo>")
    told = _record(ModsReading(f"<mods><titleInfo><title>A</title></titleInfo>{others}</mods>".encode())).description
    assert (told.publication.date, told.publication.year) == (date, year)


def test_addresses_of_other_forms_and_of_what_is_referred_to_are_kept_as_the_conversion_from_marc_writes_them() -> None:
    raw = """<mods><titleInfo><title>A</title></titleInfo>
<location><url displayLabel="Teks penuh" note="hanya untuk anggota">https://x.id/1</url>
<url displayLabel="Daftar isi">https://x.id/isi</url></location>
<relatedItem type="otherFormat"><location><url>https://x.id/film</url></location></relatedItem>
<relatedItem displayLabel="Panduan"><location><url>https://x.id/panduan</url></location></relatedItem>
<relatedItem><location><url displayLabel="Table of contents">https://x.id/toc</url></location></relatedItem>
<relatedItem type="host"><titleInfo><title>B</title></titleInfo><location><url>https://x.id/b</url></location>
</relatedItem></mods>"""
    assert _record(ModsReading(raw.encode())).description.links == (
        Link("https://x.id/1", "Teks penuh (hanya untuk anggota)"),
        Link("https://x.id/isi", "Daftar isi", "contents"),
        Link("https://x.id/film", kind="version"),
        Link("https://x.id/panduan", "Panduan", "related"),
        Link("https://x.id/toc", "Table of contents", "contents"),
    )


def test_a_licence_given_by_its_address_and_a_name_given_as_it_is_shown_are_kept() -> None:
    raw = """<mods xmlns:xlink="http://www.w3.org/1999/xlink"><titleInfo><title>A</title></titleInfo>
<name type="personal"><displayForm>Sri Mulyani</displayForm></name>
<name type="personal"><namePart>Toer, Pramoedya Ananta</namePart><displayForm>P. A. Toer</displayForm></name>
<accessCondition xlink:href="https://creativecommons.org/licenses/by/4.0/">CC BY</accessCondition>
<accessCondition xlink:href="http://rightsstatements.org/vocab/InC/1.0/"/></mods>"""
    told = _record(ModsReading(raw.encode())).description
    assert [each.name for each in told.contributors] == ["Sri Mulyani", "Toer, Pramoedya Ananta"]
    assert [each.text for each in told.notes] == [
        "CC BY (https://creativecommons.org/licenses/by/4.0/)",
        "http://rightsstatements.org/vocab/InC/1.0/",
    ]


def test_files_make_a_thing_online_unless_its_form_says_otherwise() -> None:
    found = {}
    for form in ("", "<mods:physicalDescription><mods:form>print</mods:form></mods:physicalDescription>"):
        whole = f"<mods:mods><mods:titleInfo><mods:title>Babad</mods:title></mods:titleInfo>{form}</mods:mods>"
        for use in ("DOWNLOAD", "THUMBS"):
            raw = _mets(_section("d1", whole), _file(use, "https://x.id/all.pdf"))
            found[bool(form), use] = _record(MetsReading(raw)).description.carrier
    assert found == {
        (False, "DOWNLOAD"): "online",
        (False, "THUMBS"): "print",
        (True, "DOWNLOAD"): "print",
        (True, "THUMBS"): "print",
    }


def test_links_for_the_dfg_viewer_are_the_manifest_and_the_page_of_the_whole() -> None:
    whole = "<mods:mods><mods:titleInfo><mods:title>Babad</mods:title></mods:titleInfo></mods:mods>"
    links = (
        "<mets:amdSec><dv:links><dv:reference>https://x.id/opac/1</dv:reference>"
        "<dv:presentation>https://x.id/view/1</dv:presentation><dv:iiif>https://x.id/iiif/1</dv:iiif></dv:links></mets:amdSec>"
    )
    told = _record(MetsReading(_mets(_section("d1", whole) + links, ""))).description
    assert told.links == (Link("https://x.id/view/1"), Link("https://x.id/iiif/1", kind="manifest"))
    assert told.carrier == "online"


@pytest.mark.parametrize(
    ("title", "series"),
    [
        ("Oxford in Asia ; 3", Series("Oxford in Asia", "3")),
        ("Seri Sejarah ;no. 12/1990", Series("Seri Sejarah", "no. 12/1990")),
        ("Seri A ; Seri B", Series("Seri A ; Seri B")),
    ],
)
def test_number_that_a_conversion_of_marc_leaves_in_a_series_title_is_its_number(title: str, series: Series) -> None:
    """Each volume was in a series of its own."""
    told = mapped(
        "<titleInfo><title>A</title></titleInfo>"
        f"<relatedItem type='series'><titleInfo><title>{title}</title></titleInfo></relatedItem>"
    )
    assert told.series == (series,)


def test_series_of_a_body_stands_once_under_its_name() -> None:
    series = "<relatedItem type='series'><titleInfo><title>Buletin</title><partNumber>2</partNumber></titleInfo>{}"
    named = "<name type='corporate'><namePart>Balai Bahasa</namePart></name>"
    own = "<titleInfo><title>A</title></titleInfo>"
    told = mapped(own + series.format("</relatedItem>") + series.format(f"{named}</relatedItem>"))
    assert told.series == (Series("Buletin", "2", name="Balai Bahasa"),)


E_BOOK = "<typeOfResource>text</typeOfResource><physicalDescription><form>electronic</form></physicalDescription>"


@pytest.mark.parametrize(
    ("content", "carrier"),
    [
        (
            E_BOOK + "<relatedItem type='original'><physicalDescription><form>print</form></physicalDescription>"
            "</relatedItem>",
            "online",
        ),
        (
            "<relatedItem type='otherFormat'><physicalDescription><form>microfilm</form></physicalDescription>"
            "</relatedItem>",
            "print",
        ),
        (
            "<relatedItem type='otherFormat'><physicalDescription><internetMediaType>text/html</internetMediaType>"
            "</physicalDescription></relatedItem>",
            "print",
        ),
    ],
)
def test_form_of_another_thing_says_nothing_of_this_one(content: str, carrier: str) -> None:
    assert mapped(f"<titleInfo><title>Desa</title></titleInfo>{content}").carrier == carrier


def test_scale_of_a_map_that_is_only_referred_to_is_no_note() -> None:
    scale = "<subject><cartographics><scale>1:50 000</scale></cartographics></subject>"
    told = mapped(f"<titleInfo><title>Desa</title></titleInfo><relatedItem>{scale}</relatedItem>")
    assert told.notes == ()
    assert mapped(f"<titleInfo><title>Desa</title></titleInfo>{scale}").notes == (Note("1:50 000"),)


@pytest.mark.parametrize(
    "digitised",
    [
        "<originInfo eventType='digitization'><edition>[Electronic ed.]</edition></originInfo>",
        "<originInfo><place><placeTerm type='text'>Dresden</placeTerm></place><publisher>SLUB</publisher>"
        "<dateCaptured>2010</dateCaptured><edition>[Electronic ed.]</edition></originInfo>",
    ],
)
def test_edition_and_publisher_are_those_of_the_book_and_not_of_its_digitisation(digitised: str) -> None:
    told = mapped(
        "<titleInfo><title>Desa</title></titleInfo><originInfo><publisher>Insel</publisher>"
        f"<dateIssued>1801</dateIssued><edition>Cet. 2</edition></originInfo>{digitised}"
    )
    assert (told.edition, told.publication.publishers, told.publication.year) == ("Cet. 2", ("Insel",), 1801)


@pytest.mark.parametrize(
    ("subject", "scheme"),
    [
        ("<subject><topic authority='lcsh'>A</topic><geographic authority='lcsh'>B</geographic></subject>", "lcsh"),
        ("<subject><topic authority='lcsh'>A</topic><geographic>B</geographic></subject>", ""),
        ("<subject><topic authority='lcsh'>A</topic><geographic authority='tgn'>B</geographic></subject>", ""),
        ("<subject authority='fast'><topic authority='lcsh'>A</topic><geographic>B</geographic></subject>", "fast"),
    ],
)
def test_vocabulary_of_a_heading_may_stand_at_its_parts(subject: str, scheme: str) -> None:
    (found,) = mapped(f"<titleInfo><title>Desa</title></titleInfo>{subject}").subjects
    assert (found.heading, found.scheme) == ("A — B", scheme)


def test_film_in_its_original_language_is_no_translation() -> None:
    told = mapped(
        "<titleInfo><title>Desa</title></titleInfo><language><languageTerm>fre</languageTerm></language>"
        "<language objectPart='original'><languageTerm>fre</languageTerm></language>"
    )
    assert (told.languages, told.original_languages) == (("fr",), ())


@pytest.mark.parametrize(
    "parts",
    [
        "<namePart>Suharto, Suharto</namePart>",
        "<namePart type='family'>Suharto</namePart><namePart type='given'>-</namePart>",
    ],
)
def test_who_has_one_name_has_it_once_in_mods_too(parts: str) -> None:
    (found,) = mapped(f"<titleInfo><title>Desa</title></titleInfo><name type='personal'>{parts}</name>").contributors
    assert (found.name, found.direct) == ("Suharto", "Suharto")


@pytest.mark.parametrize(("collection", "kind"), [("<typeOfResource collection='yes'/>", "book"), ("", "article")])
def test_book_of_a_collection_is_no_article(collection: str, kind: str) -> None:
    host = f"<relatedItem type='host'><titleInfo><title>Koleksi</title></titleInfo>{collection}</relatedItem>"
    told = mapped(f"<titleInfo><title>Desa</title></titleInfo><typeOfResource>text</typeOfResource>{host}")
    assert (told.type, told.is_component, told.relations[0].kind) == (
        kind,
        kind == "article",
        "related" if collection else "host",
    )
