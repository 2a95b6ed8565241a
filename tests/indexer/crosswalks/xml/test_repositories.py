"""Dublin Core by the vocabularies, shapes and habits of repositories: OJS, EPrints, Omeka, OpenAIRE's providers."""

from html import escape

import pytest

from discovery.catalog.holding import Link
from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Classification, Description, Note, Record, Relation, Series
from discovery.catalog.subject import Subject
from indexer.partners import LibraryRule
from indexer.readings import DublinCoreReading, ModsReading
from tests.growth import LINEAR, TIMES, growth


def told(content: str) -> Description:
    raw = f"<record><metadata><oai_dc:dc><dc:title>Judul buku</dc:title>{content}</oai_dc:dc></metadata></record>"
    found = DublinCoreReading(raw.encode()).record(partner="x", source_id="1", rule=LibraryRule("id-x"))
    assert isinstance(found, Record)
    return found.description


@pytest.mark.parametrize(
    ("stated", "kind"),
    [
        ("http://purl.org/coar/resource_type/c_46ec", "thesis"),
        ("http://purl.org/coar/resource_type/c_6501", "article"),
        ("http://purl.org/coar/resource_type/c_0640", "serial"),
        ("http://purl.org/coar/resource_type/c_12cd/", "map"),
        ("http://purl.org/coar/resource_type/c_18cw", "score"),
        ("http://purl.org/coar/resource_type/c_ddb1", "software"),
        ("c_2f33", "book"),
        ("http://purl.org/coar/version/c_970fb48d4fbd8a85", "book"),
        ("Book Section", "article"),
        ("Conference or Workshop Item", "article"),
        ("Artefact", "object"),
        ("Show/Exhibition", "other"),
        ("Composition", "score"),
        ("info:eu-repo/semantics/other", "other"),
        ("http://purl.org/dc/dcmitype/StillImage", "image"),
        ("رسالة ماجستير", "thesis"),
        ("مجلة", "serial"),
        ("مخطوطات", "manuscript"),
        ("Scriptie", "thesis"),
        ("Kaart", "map"),
        ("Kaartspel", "book"),
        ("Krant", "serial"),
    ],
)
def test_types_are_known_by_term_address_and_word(stated: str, kind: str) -> None:
    assert told(f"<dc:type>{stated}</dc:type>").type == kind


@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        ("Indonesia; Inggris", ("id", "en")),
        ("id;en", ("id", "en")),
        ("Indonesia/Inggris", ("id", "en")),
        ("Bahasa Indonesia dan Inggris", ("id", "en")),
        ("Nederlands en Engels", ("nl", "en")),
        ("ind eng", ("id", "en")),
        ("العربية و الإندونيسية", ("ar", "id")),
        ("الإنجليزية", ("en",)),
        ("English (US)", ("en",)),
        ("Jawa Kuno", ("kaw",)),
        ("http://id.loc.gov/vocabulary/iso639-2/ind", ("id",)),
        ("http://lexvo.org/id/iso639-3/jav", ("jv",)),
        ("iso639-3:ind", ("id",)),
        ("Lain-lain", ()),
        ("und", ()),
    ],
)
def test_languages_are_told_apart_in_one_element(stated: str, codes: tuple[str, ...]) -> None:
    assert told(f"<dc:language>{stated}</dc:language>").languages == codes
    spoken = f"<language><languageTerm>{stated}</languageTerm></language>"
    raw = f"<mods><titleInfo><title>A</title></titleInfo>{spoken}</mods>"
    found = ModsReading(raw.encode()).record(partner="x", source_id="1", rule=LibraryRule("id-x"))
    assert isinstance(found, Record)
    assert found.description.languages == codes


@pytest.mark.parametrize(
    ("stated", "first", "last", "uncertain"),
    [
        ("1990/1995", 1990, 1995, False),
        ("1990-03/1995-04-01", 1990, 1995, False),
        ("1942/2602", 1942, None, False),
        ("1995/1990", 1995, None, False),
        ("198X", 1980, None, True),
        ("19xx", 1900, None, True),
        ("1984~", 1984, None, True),
        ("Abad XIX", 1800, None, True),
        ("abad ke-XVIII", 1700, None, True),
        ("Abad XL", None, None, False),
    ],
)
def test_intervals_and_approximate_dates_have_their_years(
    stated: str, first: int | None, last: int | None, uncertain: bool
) -> None:
    published = told(f"<dc:date>{stated}</dc:date>").publication
    assert (published.year, published.last_year, published.uncertain) == (first, last, uncertain)


@pytest.mark.parametrize(
    ("elements", "numbers"),
    [
        ("<dc:identifier>info:doi/10.1234/abc</dc:identifier>", (Identifier("doi", "10.1234/abc"),)),
        ("<dc:identifier.nim>1501070010</dc:identifier.nim>", ()),
        ("<dc:identifier.isbn>1501070010</dc:identifier.isbn>", (Identifier("isbn", "9781501070013"),)),
        (
            "<dc:relation>info:eu-repo/semantics/altIdentifier/doi/10.1234/xyz</dc:relation>"
            "<dc:relation>info:eu-repo/semantics/altIdentifier/isbn/9786028519939</dc:relation>",
            (Identifier("doi", "10.1234/xyz"), Identifier("isbn", "9786028519939")),
        ),
        (
            "<dc:type>article</dc:type><dc:relation>info:eu-repo/semantics/altIdentifier/eissn/1411-0989</dc:relation>",
            (Identifier("issn", "1411-0989", is_key=False),),
        ),
        (  # a data set's journal
            "<dc:type>dataset</dc:type><dc:relation>info:eu-repo/semantics/altIdentifier/issn/1411-0989</dc:relation>",
            (Identifier("issn", "1411-0989", is_key=False),),
        ),
        (
            "<dc:type>Jurnal</dc:type><dc:relation>info:eu-repo/semantics/altIdentifier/issn/1411-0989</dc:relation>",
            (Identifier("issn", "1411-0989"),),
        ),
        (  # the proceedings'
            "<dc:type>Conference paper</dc:type><dc:identifier.isbn>9786028519939</dc:identifier.isbn>",
            (Identifier("isbn", "9786028519939", is_key=False),),
        ),
        ("<dc:type>Book</dc:type><dc:identifier>9786028519939</dc:identifier>", (Identifier("isbn", "9786028519939"),)),
        ("<dc:relation>info:eu-repo/grantAgreement/EC/FP7/1</dc:relation>", ()),
    ],
)
def test_a_things_own_numbers_are_known_wherever_they_stand(elements: str, numbers: tuple[Identifier, ...]) -> None:
    assert told(elements).identifiers == numbers


@pytest.mark.parametrize(
    ("elements", "links"),
    [
        (  # OJS: the page of an article and its file; the journal's own page is another thing's
            "<dc:identifier>https://j.id/index.php/jp/article/view/12</dc:identifier>"
            "<dc:relation>https://j.id/index.php/jp/article/view/12/pdf</dc:relation>"
            "<dc:relation>https://j.id/index.php/jp</dc:relation>"
            "<dc:relation>https://j.id/index.php/jp/article/view/123</dc:relation>",
            (
                Link("https://j.id/index.php/jp/article/view/12"),
                Link("https://j.id/index.php/jp/article/view/12/pdf"),
                Link("https://j.id/index.php/jp", kind="related"),
                Link("https://j.id/index.php/jp/article/view/123", kind="related"),
            ),
        ),
        (  # EPrints: the other way about
            "<dc:relation>http://e.id/1234/</dc:relation><dc:identifier>http://e.id/1234/1/BAB%20I.pdf</dc:identifier>",
            (Link("http://e.id/1234/1/BAB%20I.pdf"), Link("http://e.id/1234/")),
        ),
        ("<dc:source>http://x.id/album</dc:source>", (Link("http://x.id/album", kind="related"),)),
        (
            "<dc:identifier>http://x.id/a.pdf; http://x.id/b.pdf</dc:identifier>",
            (Link("http://x.id/a.pdf"), Link("http://x.id/b.pdf")),
        ),
        ("<dc:identifier>hdl:20.500.12345/7</dc:identifier>", (Link("https://hdl.handle.net/20.500.12345/7"),)),
        ("<dc:identifier>hdl:123456789/7</dc:identifier>", ()),
    ],
)
def test_addresses_lead_to_the_thing_or_to_what_is_related(elements: str, links: tuple[Link, ...]) -> None:
    assert told(elements).links == links


_LONG, _SHORT = "Penelitian ini panjang. " * 12, "Ringkasan. "
_ENGLISH = "This research is long. " * 14


@pytest.mark.parametrize(
    ("elements", "abstract", "notes"),
    [
        (
            f'<dc:description xml:lang="id">{_LONG}</dc:description>'
            f'<dc:description xml:lang="en">{_ENGLISH}</dc:description>',
            f"{_LONG.strip()} {_ENGLISH.strip()}",
            (),
        ),
        (
            f"<dc:description>{_LONG}</dc:description><dc:description>{_ENGLISH}</dc:description>",
            _ENGLISH.strip(),
            (Note(_LONG.strip()),),
        ),
        (
            f'<dc:description xml:lang="id">{_SHORT}</dc:description>'
            f'<dc:description xml:lang="en">{_ENGLISH}</dc:description>',
            _ENGLISH.strip(),
            (Note(_SHORT.strip()),),
        ),
        (
            "<dcterms:bibliographicCitation>Jurnal X, 5(2), 1-10</dcterms:bibliographicCitation>",
            "",
            (Note("Jurnal X, 5(2), 1-10"),),
        ),
        (  # EPrints has the university in its citation, and nowhere else
            "<dc:identifier>Fauzi, A. (2018) JUDUL BUKU. Skripsi, Universitas X.</dc:identifier>"
            "<dc:creator>Sari, Dewi</dc:creator><dc:identifier>Judul</dc:identifier>"
            "<dc:identifier>Sari, Dewi (2019) Berkas 2</dc:identifier><dc:identifier>SK 12</dc:identifier>",
            "",
            (Note("Fauzi, A. (2018) JUDUL BUKU. Skripsi, Universitas X."), Note("Sari, Dewi (2019) Berkas 2")),
        ),
        (
            "<dcterms:rightsHolder>LIPI</dcterms:rightsHolder><dcterms:educationLevel>SMA</dcterms:educationLevel>"
            "<dcterms:accrualPeriodicity>bulanan</dcterms:accrualPeriodicity>",
            "",
            (Note("bulanan"), Note("LIPI"), Note("SMA", "audience")),
        ),
        ("<dc:rights>http://purl.org/coar/access_right/c_abf2</dc:rights>", "", ()),
        (
            "<dc:rights>http://purl.org/coar/access_right/c_f1cf</dc:rights><dcterms:available>2027-01-01</dcterms:available>",
            "",
            (Note("embargoed access until 2027-01-01"),),
        ),
        (
            "<dc:rights>embargoedAccess</dc:rights><dc:date.embargo>2027-01-02</dc:date.embargo>"
            "<dcterms:available>2021-01-01T00:00:00Z</dcterms:available>",
            "",
            (Note("embargoed access until 2027-01-02"),),
        ),
    ],
)
def test_what_is_said_at_length_finds_its_place(elements: str, abstract: str, notes: tuple[Note, ...]) -> None:
    found = told(elements)
    assert (found.abstract, found.notes) == (abstract, notes)


@pytest.mark.parametrize(
    ("elements", "relations", "series"),
    [
        (
            '<dc:source xml:lang="en">Jurnal X; Vol. 5 (2020): June; 1-10</dc:source>'
            '<dc:source xml:lang="id">Jurnal X; Vol 5 (2020): Juni; 1-10</dc:source>',
            (Relation("host", "Jurnal X", note="Vol. 5 (2020): June; 1-10"),),
            (),
        ),
        ("<dc:relation>Seri Kajian; 12</dc:relation>", (), (Series("Seri Kajian", "12"),)),
        ("<dc:relation>Seri Kajian ; no. 12</dc:relation>", (), (Series("Seri Kajian", "no. 12"),)),
        ("<dc:relation>Buku lain; jilid dua</dc:relation>", (Relation("related", "Buku lain; jilid dua"),), ()),
        ("<dcterms:conformsTo>Standar</dcterms:conformsTo>", (Relation("related", "Standar"),), ()),
    ],
)
def test_a_journal_is_named_once_and_a_series_by_its_number(
    elements: str, relations: tuple[Relation, ...], series: tuple[Series, ...]
) -> None:
    found = told(elements)
    assert (found.relations, found.series) == (relations, series)


@pytest.mark.parametrize(
    ("elements", "subjects"),
    [
        ("<dc:coverage>Jakarta; Bandung</dc:coverage>", (Subject("Jakarta", "place"), Subject("Bandung", "place"))),
        ("<dcterms:spatial>east=106.8; north=-6.2; name=Jakarta</dcterms:spatial>", (Subject("Jakarta", "place"),)),
        ("<dcterms:spatial>northlimit=-5; southlimit=-9</dcterms:spatial>", ()),
        (
            "<dcterms:temporal>name=Majapahit; start=1293; end=1527</dcterms:temporal>",
            (Subject("Majapahit", "period"),),
        ),
        (
            "<dcterms:temporal>start=1293; end=1527; scheme=W3C-DTF</dcterms:temporal>",
            (Subject("1293-1527", "period"),),
        ),
    ],
)
def test_structured_places_and_times_are_named(elements: str, subjects: tuple[Subject, ...]) -> None:
    assert told(elements).subjects == subjects


def test_class_number_of_openaires_guidelines_is_one() -> None:
    found = told(
        "<dc:subject>info:eu-repo/classification/ddc/650</dc:subject>"
        "<dc:subject>info:eu-repo/classification/udc/65.01</dc:subject>"
        "<dc:subject>info:eu-repo/classification/jel/A1</dc:subject>"
    )
    assert found.classifications == (Classification("ddc", "650"), Classification("udc", "65.01"))
    assert found.subjects == ()


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("Ahmad Fauzi, NIM. 1501070010", ["Ahmad Fauzi"]),
        ("NIM. 09350041, Ahmad Fauzi", ["Ahmad Fauzi"]),
        ("NIM: D05212013 Fauzi, Ahmad", ["Fauzi, Ahmad"]),
        ("1501070010, Ahmad Fauzi", ["Ahmad Fauzi"]),
        ("Ahmad Fauzi (1501070010)", ["Ahmad Fauzi"]),
        ("1501070010", []),
        ("Nimah, Siti", ["Nimah, Siti"]),
        ("Toer, Pramoedya Ananta, 1925-2006", ["Toer, Pramoedya Ananta"]),
        ("Fauzi, Ahmad|Sari, Dewi", ["Fauzi, Ahmad", "Sari, Dewi"]),
        ("Tim Berners-Lee", ["Tim Berners-Lee"]),
    ],
)
def test_a_students_number_is_no_name(stated: str, names: list[str]) -> None:
    assert [each.name for each in told(f"<dc:creator>{escape(stated)}</dc:creator>").contributors] == names


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("https://j.id/index.php/jp/article/view/12", ["Lestari, Siti", "Rahman, Abdul", "Suharto"]),
        ("https://conf.id/index.php/sn/2019/paper/view/7", ["Lestari, Siti", "Rahman, Abdul", "Suharto"]),
        ("https://press.id/catalog/book/3", ["Lestari, Siti", "Rahman, Abdul", "Suharto"]),
        (  # anywhere else several names may stand in one element
            "https://repo.id/handle/1/44",
            [
                "Lestari, Siti", "Universitas Negeri Malang", "Rahman, Abdul", "Prodi Fisika, Universitas Jember",
                "Suharto", "SMA Negeri 1 Jember",
            ],
        ),
    ],
)  # fmt: skip
def test_where_an_author_works_is_nobody_who_wrote_it(page: str, names: list[str]) -> None:
    found = told(
        "<dc:creator>Lestari, Siti; Universitas Negeri Malang</dc:creator>"
        "<dc:creator>Rahman, Abdul; Prodi Fisika, Universitas Jember</dc:creator>"
        f"<dc:creator>Suharto; SMA Negeri 1 Jember</dc:creator><dc:identifier>{page}</dc:identifier>"
    )
    assert [each.name for each in found.contributors] == names


@pytest.mark.parametrize(
    "stated", ["Suharto, Suharto", "SUHARTO, Suharto", "Suharto, -", "-, Suharto", "Suharto, *", "., Suharto"]
)
def test_who_has_one_name_has_it_once(stated: str) -> None:
    (author,) = told(f"<dc:creator>{stated}</dc:creator>").contributors
    assert (author.name.casefold(), author.direct.casefold()) == ("suharto", "suharto")


def test_role_before_a_name_is_its_role_and_a_team_is_no_person() -> None:
    found = told(
        "<dc:contributor>Pembimbing: Sari, Dewi</dc:contributor><dc:contributor>Tim Penyusun</dc:contributor>"
        "<dc:contributor>Aksi: kelompok seni</dc:contributor>"
    ).contributors
    assert [(each.name, each.kind, each.roles) for each in found] == [
        ("Sari, Dewi", "person", ("dgs",)),
        ("Tim Penyusun", "organisation", ()),
        ("Aksi: kelompok seni", "person", ()),
    ]


def test_publisher_that_says_nothing_is_none_and_its_place_is_a_place() -> None:
    found = told(
        "<dc:publisher>-</dc:publisher><dc:publisher>[s.n.]</dc:publisher><dc:publisher>Obor</dc:publisher>"
        "<dc:publisher.place>Jakarta</dc:publisher.place>"
    ).publication
    assert (found.places, found.publishers) == (("Jakarta",), ("Obor",))


@pytest.mark.parametrize(
    ("stated", "carrier", "kind"),
    [("PDF", "online", "book"), (".epub", "online", "book"), ("mp3", "online", "audio"),
     ("text/html; charset=utf-8", "online", "book"), ("21 cm", "print", "book")],
)  # fmt: skip
def test_a_file_is_known_by_its_ending(stated: str, carrier: str, kind: str) -> None:
    found = told(f"<dc:format>{stated}</dc:format>")
    assert (found.carrier, found.type) == (carrier, kind)


@pytest.mark.parametrize("element", ["creator", "format", "identifier", "relation", "source", "language", "coverage"])
@pytest.mark.parametrize("repeated", [", ", ";", "1", "a", "- ", "http://x.id/1 "])
def test_a_text_without_end_is_read_in_the_time_of_its_length(element: str, repeated: str) -> None:
    def content(length: int) -> str:
        return f"<dc:{element}>{repeated * (length // len(repeated))}</dc:{element}>"

    assert growth(told, content(10_000), content(10_000 * TIMES)) < LINEAR


def test_thousands_of_sources_and_relations_are_read_in_the_time_of_their_number() -> None:
    one = "<dc:identifier>http://x.id/{0}</dc:identifier><dc:relation>http://x.id/{0}/1</dc:relation>"

    def content(number: int) -> str:
        return "".join(f"{one.format(each)}<dc:source>Jurnal {each}; 1</dc:source>" for each in range(number))

    assert growth(told, content(500), content(500 * TIMES)) < LINEAR


def test_authors_with_degrees_and_without_are_one() -> None:
    stated = ("Prof. Dr. H. Ahmad Fauzi, M.Si., Ph.D", "Ahmad Fauzi", "Fauzi, Ahmad, M.Si.", "Benda, H.J.")
    names = [each.name for each in told("".join(f"<dc:creator>{name}</dc:creator>" for name in stated)).contributors]
    assert names == ["Ahmad Fauzi", "Fauzi, Ahmad", "Benda, H.J."]


def test_authors_in_one_element_are_several_and_a_body_with_commas_is_one() -> None:
    several = told("<dc:creator>Ahmad Yani, S.Pd., Budi Santoso, M.Pd.</dc:creator>").contributors
    assert [(each.name, each.primary) for each in several] == [("Ahmad Yani", True), ("Budi Santoso", False)]
    faculty = "Universitas Nusantara, Fakultas Sastra, Jurusan Sejarah Indonesia"
    (body,) = told(f"<dc:contributor>{faculty}</dc:contributor>").contributors
    assert (body.direct, body.kind) == (faculty, "organisation")
    (person,) = told("<dc:creator>Bank, Aaron</dc:creator>").contributors
    assert (person.direct, person.kind) == ("Aaron Bank", "person")


@pytest.mark.parametrize(
    "stated",
    [
        "Pembimbing I: Dr. Budi Santoso, M.Si",
        "Budi Santoso (Pembimbing 2)",
        "Supervisor: Budi Santoso",
        "Ko-promotor: Budi Santoso",
    ],
)
def test_supervisor_with_a_number_is_one_and_it_is_no_part_of_the_name(stated: str) -> None:
    (found,) = told(f"<dc:contributor>{stated}</dc:contributor>").contributors
    assert (found.name, found.roles) == ("Budi Santoso", ("dgs",))


def test_names_of_mods_lose_degrees_as_those_of_dublin_core() -> None:
    raw = (
        '<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>Judul</title></titleInfo><name type="personal">'
        "<namePart>Dr. Siti Maryam, M.Hum.</namePart></name></mods>"
    )
    found = ModsReading(raw.encode()).record(partner="x", source_id="1", rule=LibraryRule("id-x"))
    assert isinstance(found, Record)
    assert [each.name for each in found.description.contributors] == ["Siti Maryam"]
