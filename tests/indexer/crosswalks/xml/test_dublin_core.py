"""Dublin Core as SLiMS, DSpace, OJS and others write it."""

import pytest

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding, Link
from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Classification, Note, Record, Relation, Series, Title, VariantTitle
from discovery.catalog.subject import Subdivision, Subject
from indexer.partners import LibraryRule
from indexer.readings import DublinCoreReading

RULE = LibraryRule("id-x")


def mapped(content: str, header: str = "") -> Record:
    raw = f"<record>{header}<metadata><oai_dc:dc>{content}</oai_dc:dc></metadata></record>"
    found = DublinCoreReading(raw.encode()).record(partner="x", source_id="1", rule=RULE)
    assert isinstance(found, Record)
    return found


def test_slims_record_is_read_with_its_collation_class_and_shelf_mark() -> None:
    record = mapped(
        "<dc:title>Laskar pelangi / Andrea Hirata</dc:title><dc:creator>Hirata, Andrea</dc:creator>"
        "<dc:subject>Fiksi Indonesia</dc:subject><dc:subject>899.221</dc:subject>"
        "<dc:publisher>Bentang Pustaka</dc:publisher><dc:date>2005</dc:date><dc:coverage>Yogyakarta</dc:coverage>"
        "<dc:identifier>899.221 AND l</dc:identifier><dc:identifier_isbn>979-3062-79-7</dc:identifier_isbn>"
        "<dc:language>Indonesia</dc:language><dc:source>Tetralogi Laskar Pelangi</dc:source>"
        "<dc:format>xiv, 534 hlm. ; 21 cm</dc:format><image>http://x.id/cover.jpg</image>"
    )
    told = record.description
    assert told.title == Title("Laskar pelangi", responsibility="Andrea Hirata")
    assert told.contributors == (Contributor("Hirata, Andrea", "Andrea Hirata", primary=True),)
    assert told.subjects == (Subject("Fiksi Indonesia"),)
    assert told.classifications == (Classification("ddc", "899.221"),)
    assert (told.publication.place, told.publication.publisher, told.publication.year) == (
        "Yogyakarta",
        "Bentang Pustaka",
        2005,
    )
    assert told.identifiers == (Identifier("isbn", "9789793062792"),)
    assert (told.languages, told.language_basis, told.extent) == (("id",), "coded", "xiv, 534 hlm. ; 21 cm")
    assert told.series == (Series("Tetralogi Laskar Pelangi"),)
    assert told.links == (Link("http://x.id/cover.jpg", kind="cover"),)
    assert record.holdings == (Holding("id-x", call_number="899.221 AND l"),)


def test_slims_record_of_a_printed_book_is_not_online_for_its_page_and_its_cover() -> None:
    site = "http://perpus.example/slims9"
    cover = f"{site}/lib/minigalnano/createthumb.php?filename=images/docs/php5.jpg"
    record = mapped(
        f"<dc:title>PHP 5 for dummies</dc:title><dc:identifier>{site}/index.php?p=show_detail&amp;id=1</dc:identifier>"
        "<dc:identifier_isbn>0764541668</dc:identifier_isbn><dc:identifier>005.13/3-22 Jan p</dc:identifier>"
        f"<dc:coverage>Hoboken, NJ</dc:coverage><dc:identifier>{cover}&amp;width=200</dc:identifier>"
        f"<dc:subject>005.13/3 22</dc:subject><image>{cover}&amp;width=200</image>"
    )
    told = record.description
    assert told.links == (
        Link(f"{site}/index.php?p=show_detail&id=1", kind="related"),
        Link(f"{cover}&width=200", kind="cover"),
    )
    assert (told.subjects, told.classifications) == ((), (Classification("ddc", "005.133"),))
    assert record.holdings == (Holding("id-x", call_number="005.13/3-22 Jan p"),)


def test_slims_picture_for_books_without_a_cover_is_none() -> None:
    assert (
        mapped("<dc:title>A</dc:title><image>http://x.id/slims/images/default/image.png</image>").description.links
        == ()
    )


def test_journal_article_names_its_host_with_its_issn_and_is_online() -> None:
    told = mapped(
        "<dc:title>Peran guru</dc:title><dc:creator>Ahmad Fauzi; Universitas Negeri Malang</dc:creator>"
        "<dc:type>info:eu-repo/semantics/article</dc:type><dc:format>application/pdf</dc:format>"
        "<dc:identifier>10.17977/um1</dc:identifier><dc:source>Jurnal Pendidikan; Vol 3 (2018); 1-10</dc:source>"
        "<dc:source>2502-471X</dc:source><dc:subject>guru; pendidikan -- sejarah</dc:subject>"
    ).description
    assert (told.type, told.carrier, told.is_component) == ("article", "online", True)
    assert [(each.name, each.kind, each.primary) for each in told.contributors] == [
        ("Ahmad Fauzi", "person", True),
        ("Universitas Negeri Malang", "organisation", False),
    ]
    issn = Identifier("issn", "2502-471X", is_key=False)
    assert told.relations == (Relation("host", "Jurnal Pendidikan", "", (issn,), "Vol 3 (2018); 1-10"),)
    assert told.identifiers == (Identifier("doi", "10.17977/um1"), issn)
    assert told.subjects == (Subject("guru"), Subject("pendidikan", subdivisions=(Subdivision("sejarah"),)))


@pytest.mark.parametrize(
    ("address", "links"),
    [
        ("http://localhost:8080/xmlui/handle/123456789/1", ()),
        ("https://127.0.0.1/jspui/handle/123456789/1", ()),
        ("http://localhost.sman2.sch.id/1", (Link("http://localhost.sman2.sch.id/1"),)),
        (
            "http://192.168.1.5:8080/xmlui/handle/123456789/1",
            (Link("http://192.168.1.5:8080/xmlui/handle/123456789/1"),),
        ),
    ],
)
def test_address_of_the_repositorys_own_machine_leads_nowhere(address: str, links: tuple[Link, ...]) -> None:
    """A DSpace that nobody told its name calls itself "localhost", which is each reader's own machine."""
    told = mapped(f"<dc:title>A</dc:title><dc:identifier>{address}</dc:identifier>").description
    assert (told.links, told.carrier) == (links, "online")


def test_article_of_an_aggregator_is_none_of_its_journals_and_keeps_its_number() -> None:
    """Portals write "Journal:eArticle", the issue behind the journal's name, and the article's DOI as a source."""
    told = mapped(
        "<dc:title>Peran guru</dc:title><dc:type>Journal:eArticle</dc:type>"
        "<dc:identifier>https://doi.org/10.1234/jip.v5i2.101</dc:identifier><dc:source>10.1234/jip.v5i2.101</dc:source>"
        "<dc:source>2502-471X</dc:source><dc:source>Jurnal Ilmu Pustaka Vol 5, No 2 (2018): Juli; 101-112</dc:source>"
    ).description
    issn = Identifier("issn", "2502-471X", is_key=False)
    assert told.type == "article"
    assert told.relations == (
        Relation("host", "Jurnal Ilmu Pustaka", "", (issn,), "Vol 5, No 2 (2018): Juli; 101-112"),
    )
    assert told.identifiers == (Identifier("doi", "10.1234/jip.v5i2.101"), issn)


def test_qualified_elements_go_where_their_refinement_says() -> None:
    told = mapped(
        '<dc:title xml:lang="id">Sejarah Bali</dc:title><dc:title xml:lang="en">A history of Bali</dc:title>'
        "<dcterms:alternative>Bali</dcterms:alternative><dcterms:issued>1998</dcterms:issued>"
        "<dcterms:available>2021-03-04T05:06:07Z</dcterms:available><dcterms:abstract>Ringkasan.</dcterms:abstract>"
        "<dcterms:spatial>Bali</dcterms:spatial><dcterms:extent>200 p.</dcterms:extent>"
        '<dc:subject xsi:type="dcterms:DDC">959.86</dc:subject>'
        "<dcterms:tableOfContents>Satu -- Dua</dcterms:tableOfContents>"
        "<dcterms:replaces>Bali dulu</dcterms:replaces><dc:language>id_ID</dc:language>"
    ).description
    assert told.variants == (VariantTitle("A history of Bali", "parallel"), VariantTitle("Bali", "variant"))
    assert (told.publication.year, told.abstract, told.extent) == (1998, "Ringkasan.", "200 p.")
    assert told.subjects == (Subject("Bali", "place"),)
    assert told.classifications == (Classification("ddc", "959.86"),)
    assert told.contents == ("Satu", "Dua")
    assert told.relations == (Relation("continues", "Bali dulu"),)
    assert told.languages == ("id",)


def test_dspace_intermediate_metadata_is_read_by_element_and_qualifier() -> None:
    raw = (
        b"<record><header><identifier>oai:repo:1/4</identifier></header><metadata><dim:dim>"
        b'<dim:field mdschema="dc" element="title">Analisis kinerja</dim:field>'
        b'<dim:field element="contributor" qualifier="author">Wijaya, Budi</dim:field>'
        b'<dim:field element="contributor" qualifier="advisor">Sari, Dewi</dim:field>'
        b'<dim:field element="date" qualifier="accessioned">2021-03-04T05:06:07Z</dim:field>'
        b'<dim:field element="date" qualifier="issued">2019</dim:field>'
        b'<dim:field element="type">Thesis</dim:field>'
        b'<dim:field element="relation" qualifier="ispartofseries">Skripsi;12</dim:field>'
        b"</dim:dim></metadata></record>"
    )
    reading = DublinCoreReading(raw)
    record = reading.record(partner="x", source_id="1", rule=RULE)
    assert isinstance(record, Record)
    assert (reading.identifier, reading.deleted) == ("oai:repo:1/4", False)
    assert (record.description.type, record.description.publication.year) == ("thesis", 2019)
    assert [(each.name, each.roles, each.primary) for each in record.description.contributors] == [
        ("Wijaya, Budi", ("aut",), True),
        ("Sari, Dewi", ("ths",), False),
    ]
    assert record.description.series == (Series("Skripsi", "12"),)


def test_a_record_without_a_title_or_without_metadata_is_refused_with_a_reason() -> None:
    untitled = DublinCoreReading(b"<oai_dc:dc><dc:creator>A</dc:creator></oai_dc:dc>")
    empty = DublinCoreReading(b"<record><header><identifier>1</identifier></header></record>")
    assert (
        untitled.record(partner="x", source_id="1", rule=RULE) == "no title: dc:title is missing or empty; add a title."
    )
    assert empty.record(partner="x", source_id="1", rule=RULE) == (
        "there is no Dublin Core in this record's metadata; was another format asked for?"
    )


@pytest.mark.parametrize(
    ("wrapper", "title", "is_read"),
    [
        ("dcterms:record", "dc:title", True),
        ("gsdl_qdc:gsdl_qdc", "dc:title", True),
        ("thesis", "title", True),
        ("doajArticle", "title", False),
    ],
)
def test_statements_are_found_in_wrappers_of_any_name_and_not_in_other_formats(
    wrapper: str, title: str, *, is_read: bool
) -> None:
    raw = f"<record><header/><metadata><{wrapper}><{title}>Judul</{title}></{wrapper}></metadata></record>"
    found = DublinCoreReading(raw.encode()).record(partner="x", source_id="1", rule=RULE)
    assert isinstance(found, Record) == is_read


@pytest.mark.parametrize(
    ("dates", "year"),
    [
        (("2021-02-03T01:02:03Z", "2026-02-03", "2019-08"), 2019),
        (("2026-02-03", "2021-02-03T01:02:03Z", "2021"), 2021),
        (("2019", "2018"), 2019),
        (("info:eu-repo/date/embargoEnd/2027-01-01", "2019"), 2019),
        (("2021-02-03T01:02:03Z", "2022-01-01T00:00:00Z"), 2021),
    ],
)
def test_end_of_an_embargo_is_no_year_of_publication(dates: tuple[str, ...], year: int) -> None:
    said = "".join(f"<dc:date>{date}</dc:date>" for date in dates)
    assert mapped(f"<dc:title>Judul</dc:title>{said}").description.publication.year == year


@pytest.mark.parametrize(
    ("creator", "name", "roles"),
    [
        ("Hirata, Andrea, 1967- penulis. 4521", "Hirata, Andrea", ("aut",)),
        ("4521 Hirata, Andrea", "Hirata, Andrea", ()),
        ("Tim penyusun", "Tim penyusun", ()),
        ("Kodim 0712", "Kodim 0712", ()),
        ("Sheeran, Ed", "Sheeran, Ed", ()),
    ],
)
def test_creator_is_freed_from_what_a_conversion_of_marc_leaves_on_it(
    creator: str, name: str, roles: tuple[str, ...]
) -> None:
    (found,) = mapped(f"<dc:title>Judul</dc:title><dc:creator>{creator}</dc:creator>").description.contributors
    assert (found.name, found.roles) == (name, roles)


def test_coverage_is_a_subject_but_for_slims() -> None:
    said = "<dc:title>Judul</dc:title><dc:coverage>Bali</dc:coverage><dc:coverage>abad ke-19</dc:coverage>"
    elsewhere = mapped(f"{said}<dc:coverage>-8.4, 115.1</dc:coverage>").description
    slims = mapped(f"{said}<dc:identifier>http://x.id/index.php?p=show_detail&amp;id=1</dc:identifier>").description
    assert elsewhere.subjects == (Subject("Bali", "place"), Subject("abad ke-19", "period"))
    assert (elsewhere.publication.place, slims.publication.place, slims.subjects) == ("", "Bali", ())


def test_student_number_of_a_thesis_is_no_isbn_and_an_articles_issn_is_its_journals() -> None:
    thesis = mapped("<dc:title>A</dc:title><dc:type>Skripsi</dc:type><dc:identifier>1501070010</dc:identifier>")
    article = mapped("<dc:title>A</dc:title><dc:type>Article</dc:type><dc:identifier>2502-471X</dc:identifier>")
    assert thesis.description.identifiers == ()
    assert article.description.identifiers == (Identifier("issn", "2502-471X", is_key=False),)


def test_a_deleted_record_is_told_by_its_header() -> None:
    reading = DublinCoreReading(b'<record><header status="deleted"><identifier>oai:x:9</identifier></header></record>')
    assert (reading.identifier, reading.deleted) == ("oai:x:9", True)


def test_rights_and_audience_are_notes_and_codes_are_not() -> None:
    told = mapped(
        "<dc:title>Judul</dc:title><dc:rights>CC BY 4.0</dc:rights><dcterms:license>https://x.id/l</dcterms:license>"
        "<dc:rights>info:eu-repo/semantics/openAccess</dc:rights><dc:audience>Guru</dc:audience>"
    )
    assert told.description.notes == (Note("CC BY 4.0"), Note("https://x.id/l"), Note("Guru", "audience"))


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://x.id/iiif/1/manifest.json", "manifest"),
        ("https://x.id/Item/9/Manifest", "manifest"),
        ("https://x.id/iiif/manifest/1.json", "manifest"),
        ("https://x.id/iiif/1/info.json", "resource"),
        ("https://x.id/manifesto.pdf", "resource"),
    ],
)
def test_manifest_of_page_images_is_told_by_its_address(address: str, kind: str) -> None:
    told = mapped(f"<dc:title>Judul</dc:title><dc:identifier>{address}</dc:identifier>").description
    assert [(each.url, each.kind) for each in told.links] == [(address, kind)]


@pytest.mark.parametrize(
    ("titles", "title", "variants"),
    [
        (
            "<dc:title>Laskar pelangi = The rainbow troops : a novel / Hirata</dc:title>",
            Title("Laskar pelangi", responsibility="Hirata"),
            (VariantTitle("The rainbow troops : a novel", "parallel"),),
        ),
        (
            "<dc:title>Minat baca : studi = Reading : a study</dc:title><dc:title>Reading : a study</dc:title>",
            Title("Minat baca", "studi"),
            (VariantTitle("Reading : a study"),),
        ),
        ("<dc:title>E = mc2 : a biography</dc:title>", Title("E = mc2", "a biography"), ()),
    ],
)
def test_title_in_another_language_behind_its_mark_is_a_title_of_its_own(
    titles: str, title: Title, variants: tuple[VariantTitle, ...]
) -> None:
    told = mapped(titles).description
    assert (told.title, told.variants) == (title, variants)


@pytest.mark.parametrize(
    ("stated", "number", "problems"),
    [
        ("0215-207X", Identifier("issn", "0215-207X"), ()),
        ("0215207X", Identifier("issn", "0215-207X"), ()),
        ("979-3062-79-2", Identifier("isbn", "9793062792", is_key=False), ("isbn-invalid",)),
    ],
)
def test_number_that_slims_calls_an_isbn_may_be_an_issn(
    stated: str, number: Identifier, problems: tuple[str, ...]
) -> None:
    record = mapped(f"<dc:title>Kompas</dc:title><dc:identifier_isbn>{stated}</dc:identifier_isbn>")
    assert (record.description.identifiers, record.problems) == ((number,), problems)


def test_issn_of_the_journal_an_article_stands_in_is_no_mistake() -> None:
    record = mapped("<dc:title>Artikel</dc:title><dc:type>Article</dc:type><dc:identifier>2549-1334</dc:identifier>")
    assert record.description.identifiers == (Identifier("issn", "2549-1334", is_key=False),)
    assert record.problems == ()


@pytest.mark.parametrize(
    ("rights", "notes"),
    [
        ("info:eu-repo/semantics/embargoedAccess", ("embargoed access until 2030-01-01",)),
        ("info:eu-repo/semantics/closedAccess", ("closed access",)),
        ("http://purl.org/coar/access_right/c_16ec", ("restricted access",)),
        ("info:eu-repo/semantics/openAccess", ()),
        ("openAccess", ()),
        ("cc_by_nc_nd_4", ("CC BY-NC-ND 4.0",)),
        ("cc_by", ("CC BY",)),
    ],
)
def test_readers_are_told_what_they_cannot_reach(rights: str, notes: tuple[str, ...]) -> None:
    told = mapped(
        f"<dc:title>Judul</dc:title><dc:date>info:eu-repo/date/embargoEnd/2030-01-01</dc:date><dc:rights>{rights}</dc:rights>"
    ).description
    assert tuple(each.text for each in told.notes) == notes


@pytest.mark.parametrize(
    ("stated", "kind"),
    [("Book chapter", "article"), ("Recording, oral", "audio"), ("Learning Object", "other"), ("Book", "book")],
)
def test_types_that_dspace_comes_with_are_known(stated: str, kind: str) -> None:
    assert mapped(f"<dc:title>Judul</dc:title><dc:type>{stated}</dc:type>").description.type == kind


def test_one_dash_divides_headings_of_slims_only() -> None:
    heading = "<dc:title>Judul</dc:title><dc:subject>Pendidikan - Belitung</dc:subject>"
    page = "<dc:identifier>http://x.id/index.php?p=show_detail&amp;id=1</dc:identifier>"
    assert mapped(heading + page).description.subjects == (
        Subject("Pendidikan", subdivisions=(Subdivision("Belitung"),)),
    )
    assert mapped(heading).description.subjects == (Subject("Pendidikan - Belitung"),)


@pytest.mark.parametrize(
    ("date", "shown", "year"),
    [
        ("18250720", "1825-07-20", 1825),
        ("18250700", "1825-07", 1825),
        ("18250000", "1825", 1825),
        ("18250020", "", None),
        ("19992001", "", None),
        ("2019", "2019", 2019),
    ],
)
def test_day_without_hyphens_has_its_year(date: str, shown: str, year: int | None) -> None:
    told = mapped(f"<dc:title>Babad</dc:title><dc:date>{date}</dc:date>").description.publication
    assert (told.date, told.year) == (shown, year)


@pytest.mark.parametrize(
    ("elements", "relations"),
    [
        ("<dc:relation>Koleksi Foto</dc:relation>", (Relation("related", "Koleksi Foto"),)),
        ("<dcterms:references>Babad Tanah Jawi</dcterms:references>", (Relation("related", "Babad Tanah Jawi"),)),
        ("<dc:relation>islandora:123</dc:relation><dc:relation>Seri Riset;4</dc:relation>", ()),
        ("<dc:relation>info:eu-repo/grantAgreement/EC/FP7/1</dc:relation><dc:relation>10.1234/x</dc:relation>", ()),
        ("<dc:relation>https://x.id/2</dc:relation><dc:source>2700-123X</dc:source>", ()),
    ],
)
def test_relation_in_words_is_one_and_a_number_or_code_is_none(elements: str, relations: tuple[Relation, ...]) -> None:
    assert mapped(f"<dc:title>Judul</dc:title>{elements}").description.relations == relations
