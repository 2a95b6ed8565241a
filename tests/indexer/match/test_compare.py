"""Whether two records describe one edition, and the reasons given."""

import pytest
from msgspec.structs import replace

from discovery.catalog.contributor import Contributor
from discovery.catalog.identifiers import Identifier
from discovery.catalog.publication import Publication
from discovery.catalog.record import Description, Series, VariantTitle
from indexer.match.compare import Reason
from tests.indexer.match.descriptions import described, of, verdict_on

ISBN, OTHER_ISBN = "9789799731234", "9789799731241"
PLAIN = described()
WITH_ISBN = described(isbn=ISBN)


def body(name: str) -> Contributor:
    return Contributor(name, name, kind="organisation", primary=True)


def sheet(name: str) -> tuple[VariantTitle, ...]:
    return VariantTitle("7.5 minute series"), VariantTitle(name)


SAME = {
    "a study score that is called a score": (
        described("Carmen", type="score", extent="1 study score (584 p.) ; 19 cm"),
        described("Carmen", type="score", extent="1 score (584 p.) ; 19 cm"),
    ),
    "a vocal score that is called a score": (
        described("Carmen", type="score", extent="1 vocal score (391 p.)"),
        described("Carmen", type="score", extent="1 score (391 p.)"),
    ),
    "a recording of which one doesn't say on what disc it is": (
        described("Blue train", type="audio", carrier="other", extent="1 sound disc"),
        described("Blue train", type="audio", carrier="other", extent="1 sound disc : digital + 1 cassette"),
    ),
    "a sonata by its number and its opus": (
        described("Sonata", type="score", extent="1 score (12 p.)", uniform="Sonatas, piano, no. 8"),
        described("Sonata", type="score", extent="1 score (12 p.)", uniform="Sonatas, piano, op. 13"),
    ),
    "ISBN and title": (WITH_ISBN, described(isbn=ISBN, author="", year=None, publisher="", extent="")),
    "ISBN and title, though the year is a reprint's": (WITH_ISBN, described(isbn=ISBN, year=2005)),
    "ISBN and title, though one has a subtitle": (WITH_ISBN, described(isbn=ISBN, subtitle="sebuah novel")),
    "title, author, year and publisher": (described(extent=""), described("BUMI MANUSIA", extent="")),
    "title, author, year and extent": (described(publisher=""), described(publisher="")),
    "a name in another order and spelling": (
        described(author="Soekarno"),
        described(author="Dr. Ir. H. Sukarno, 1901-1970"),
    ),
    "initials": (described(author="Toer, Pramoedya Ananta"), described(author="Toer, P.A.")),
    "an author who is only in the statement of responsibility": (
        PLAIN,
        described(author="", stated="Pramoedya Ananta Toer"),
    ),
    "a year beside": (PLAIN, described(year=1981)),
    "another word for the volume": (described(parts=("Jilid II",)), described(parts=("Jil. 2",))),
    "one original script under two romanisations": (
        described("Taʼrīkh al-Jazāʼir", original="تاريخ الجزائر"),
        described("Tarikh el Djazair", original="تَارِيخ الجزائر"),
    ),
    "several romanisations of one Arabic title": (
        described("Tārīkh al-Jazāʼir", author="Jīlālī, ʻAbd al-Raḥmān", languages=("ar",)),
        described("Tarikh el Djazair", author="Djilali, Abderrahmane", languages=("ar",)),
    ),
    "a mistyped name and title": (
        described("Identification of polychlorinated biphenyls", author="Ianniello, Lynne"),
        described("Identification of polycholorinated biphenyls", author="Ianniello, Lynnne"),
    ),
    "a part that the other calls its title": (
        described("Studies of education reform", parts=("Systemic reform of educators",)),
        described("Systemic reform of educators"),
    ),
    "a date with several years": (
        described(publication=Publication("Jakarta", "Gramedia", "1971, c1970", 1971)),
        described(publication=Publication("Jakarta", "Gramedia", "1970", 1970)),
    ),
    "a language code mistyped, as a long title in the same words shows": (
        described("Kamus besar bahasa Indonesia"),
        described("Kamus besar bahasa Indonesia", languages=("ms",)),
    ),
    "an edition in Arabic words": (
        described(edition="Ed. 12"),
        described(edition="الطبعة الثانية عشرة"),
    ),
    "an edition in Arabic and in its romanisation": (
        described(edition="al-Ṭabʻah al-rābiʻah"),
        described(edition="الطبعة الرابعة"),
    ),
    "an edition in Dutch words": (described(edition="Zesde druk"), described(edition="6e dr.")),
    "an edition in German words": (described(edition="Elfte, neubearb. Aufl."), described(edition="11. Aufl.")),
    "an edition in Roman numerals": (described(edition="Edisi kedua"), described(edition="Ed. II")),
    "an edition by its number, and by its year": (described(edition="Ed. 2"), described(edition="Edisi 1980")),
    "a printing of another year": (described(edition="Dicetak ulang 1981"), described(edition="Reprinted 1980")),
    "an Arabic volume in letters and in figures": (
        described("Tārīkh al-rusul", parts=("al-juzʼ al-thānī",), languages=("ar",)),
        described("Tārīkh al-rusul", parts=("2",), languages=("ar",)),
    ),
    "an atlas among the maps and among the books": (
        described("Atlas antariksa", isbn=ISBN, type="map"),
        described("Atlas antariksa", isbn=ISBN),
    ),
    "a book in a series of its own name": (
        described("Naruto", series=(Series("Naruto", "5"),), extent=""),
        described("Naruto", extent=""),
    ),
    "another printing": (described(edition="Cet. ke-2"), described(edition="5th impression")),
    "the same printing counted in volumes too": (described(extent="2 jil. (354 hlm.)"), described()),
    "a title in one word or two": (
        described("Loan exhibition of paintings, watercolors and drawings", extent="16 p."),
        described("Loan exhibition of paintings, water-colors and drawings", extent="16 p."),
    ),
    "a word abbreviated": (
        described("Tinjauan hukum agraria kab. Tabanan", extent=""),
        described("Tinjauan hukum agraria kabupaten Tabanan", extent=""),
    ),
    "a title divided otherwise": (
        described("English statutes [1100-1874]", subtitle="showing the law of property"),
        described("English statutes, showing the law of property"),
    ),
    "a subtitle in other words, printed by one publisher in one year with as many pages": (
        described("Keynes and India", subtitle="a study in economics and biography"),
        described("Keynes and India", subtitle="a study in history and biography"),
    ),
    "a subtitle in other words under one ISBN": (
        described("Keynes and India", subtitle="a study in economics", isbn=ISBN),
        described("Keynes and India", subtitle="a study in history", isbn=ISBN),
    ),
    "a language code mistyped, as title and imprint show": (
        described("Eustorg de Beaulieu", subtitle="a disciple of Marot, 1495-1552"),
        described("Eustorg de Beaulieu, a disciple of Marot, 1495 -1552", languages=("fr",)),
    ),
    "a language code mistyped, as name and imprint show": (
        described("Growth of intelligence"),
        described("The growth of intelligence", languages=("de",)),
    ),
    "a collection that one names as a part, as name and imprint show": (
        described("Queen's College", extent="50 p."),
        described("Queen's College", extent="50 p.", parts=("Talbot collection of pamphlets",)),
    ),
    "an extent as a stretch of pages, and with the leaf before it": (
        described(isbn=ISBN, extent="1 p.l., p. [759]-773 : ill."),
        described(isbn=ISBN, extent="[759]-773 p."),
    ),
    "a book whose text is said to begin on page 9": (
        described(isbn=ISBN, extent="[9]-181 p."),
        described(isbn=ISBN, extent="181 p."),
    ),
    "a body with a word more": (
        described(contributors=(body("Archaeological Survey of India"),), extent=""),
        described(contributors=(body("India (Republic). Archaeological Survey"),), extent=""),
    ),
    "an entry under another name, as a long title and imprint show": (
        described("Perkembangan ilmu perpustakaan dan informasi"),
        described("Perkembangan ilmu perpustakaan dan informasi", author="Hamka"),
    ),
    "a year of which only the century is known": (
        described(publication=Publication("Derby", "Richardson", "[1830?]", 1830)),
        described(publication=Publication("Derby", "Richardson", "[18--?]", 1800)),
    ),
    "a set counted as it came out, and as it is bound": (
        described(extent="26 v. in 13 : ill."),
        described(extent="13 volumes ; 28 cm", publisher="Lentera"),
    ),
    "a set bound in one volume, with its pages": (
        described(extent="2 v. in 1 (597 p.)"),
        described(extent="2 volumes", publisher=""),
    ),
    "one year of the Hijra": (
        described("Kitāb al-tibyān", publication=Publication("Cairo", "", "1334 A.H. [1916]", 1916)),
        described("Kitāb al-tibyān fī al-itqān", publication=Publication("Tunis", "", "1334 H., [1915?]", 1915)),
    ),
    "a set that came out in several years": (
        described(extent="2 v.", publication=Publication("Jakarta", "Gramedia", "1953-60", 1953)),
        described(extent="2 v.", publication=Publication("Jakarta", "Gramedia", "[1948]-1959", 1948)),
    ),
    "a place in two languages": (
        described(publication=Publication("Cairo", "", "1915", 1915)),
        described(subtitle="sebuah novel", publication=Publication("al-Qāhirah", "", "1916", 1916)),
    ),
    "a call number typed as an edition": (described(edition="DCLN96-B393"), described(edition="Ed. 2", extent="")),
    "plates beside the pages": (described(extent="46 p., 100 plates"), described(extent="xvi, 46 p. : 100 plates")),
    "a title in two languages, either first": (
        described("Autumn brocade", variants=(VariantTitle("Kinshu", "parallel"),)),
        described("Kinshu", variants=(VariantTitle("Autumn brocade", "parallel"),)),
    ),
    "a report under two bodies": (
        described(contributors=(body("Environmental Protection Agency"),)),
        described(contributors=(body("Solid Waste Office"),)),
    ),
}
APART = {
    "one ISBN on two books of a like title": (
        described("Bahasa Indonesia untuk sekolah dasar", isbn=ISBN, extent="", year=None),
        described("Bahasa Inggris untuk sekolah dasar", isbn=ISBN, extent="", year=None),
    ),
    "large print": (WITH_ISBN, described(isbn=ISBN, edition="Large print ed.")),
    "a kit": (PLAIN, described(extent="1 kit")),
    "a vocal score": (
        described("Carmen", type="score", extent="1 score (584 p.)"),
        described("Carmen", type="score", extent="391 p. of music", edition="Vocal score"),
    ),
    "a vocal score that says so in its subtitle": (
        described("Carmen", type="score", extent="1 score (584 p.)"),
        described("Carmen", subtitle="opera : vocal score", type="score", extent="391 p. of music"),
    ),
    "a long-playing record and a compact disc": (
        described("Blue train", type="audio", carrier="other", extent="1 sound disc : 33 1/3 rpm, stereo"),
        described("Blue train", type="audio", carrier="other", extent="1 sound disc : digital ; 4 3/4 in."),
    ),
    "a film on cassette and on disc": (
        described("Viridiana", type="video", carrier="other", extent="1 videocassette (90 min.)"),
        described("Viridiana", type="video", carrier="other", extent="1 videodisc (90 min.)"),
    ),
    "two scores with numbers of their own": (
        described("Carmen", type="score", identifiers=(Identifier("ismn", "9790230671187"),)),
        described("Carmen", type="score", identifiers=(Identifier("ismn", "9790700136673"),)),
    ),
    "two sonatas": (
        described("Sonata", type="score", extent="1 score (12 p.)", uniform="Sonatas, piano, no. 1, op. 9"),
        described("Sonata", type="score", extent="1 score (12 p.)", uniform="Sonatas, violin, piano, op. 12"),
    ),
    "two scores of one number in two opera": (
        described("Sonata", type="score", extent="1 score (12 p.)", uniform="Sonatas, piano, op. 2, no. 1"),
        described("Sonata", type="score", extent="1 score (12 p.)", uniform="Sonatas, piano, op. 31, no. 1"),
    ),
    "a map of another place": (
        described("Geologic map of Lake county", type="map", extent="1 map"),
        described("Geologic map of Payne county", type="map", extent="1 map"),
    ),
    "a report of another town": (
        described("Flood insurance study", subtitle="town of Epsom, New Hampshire", extent="19 p."),
        described("Flood insurance study", subtitle="town of Huntington, Vermont", extent="19 p."),
    ),
    "another sheet under the series' number": (
        described("7.5 minute series", parts=("44072-B4. Barre East quadrangle, Vermont",), isbn=ISBN, extent="1 map"),
        described("7.5 minute series", parts=("44072-B5. Barre West quadrangle, Vermont",), isbn=ISBN, extent="1 map"),
    ),
    "a statement that names somebody of a common name": (
        described("Sejarah hadis", author="Assar, Muhammad Kazim", publisher="", extent="", stated="M. K. Assar"),
        described("Sejarah hadis", author="Razi, Abu Hatim", publisher="", extent="", stated="Muhammad al-Razi"),
    ),
    "two short romanised titles": (
        described("ʻIlm al-ḥadīth", author="Assar, Kazim", languages=("ar",), extent="", publisher=""),
        described("ʻIlal al-ḥadīth", author="Razi, Abu Hatim", languages=("ar",), extent="", publisher=""),
    ),
    "another volume in Roman numerals": (described("Matematika kelas X"), described("Matematika kelas XI")),
    "another number in a series": (
        described("Semiannual report of soil", extent="", series=(Series("CAC document", "no. 93"),)),
        described("Semiannual report of soil", extent="", series=(Series("CAC document", "no. 119"),)),
    ),
    "another number within the number in a series": (
        described("Report on the bill", extent="", series=(Series("Report", "119-462"),)),
        described("Report on the bill", extent="", series=(Series("Report", "119-424"),)),
    ),
    "a bill of another number, in words in another order": (
        described("Providing for consideration of the bill H.R. 7148 making appropriations for the year", extent=""),
        described(
            "Making consolidated appropriations for the year, and providing for consideration of the bill H.R. 4593 "
            "for the consideration of the house",
            extent="",
        ),
    ),
    "another volume of a set's volume": (
        described("Umsatzsteuergesetz", subtitle="Band I, Teil 2, Kommentar", isbn=ISBN),
        described("Umsatzsteuergesetz", subtitle="Band II, Teil 2, Kommentar", isbn=ISBN),
    ),
    "a volume as a subtitle, and the set": (described(subtitle="Bd. 2", extent=""), described(extent="")),
    "another volume as a subtitle": (
        described(subtitle="Bd. IB", isbn=ISBN, extent=""),
        described(subtitle="Bd. IIB", isbn=ISBN, extent=""),
    ),
    "another volume of a part that stands as a subtitle": (
        described(subtitle="Teil III", parts=("Pajak", "Bd. 1"), isbn=ISBN, extent=""),
        described(subtitle="Teil III", parts=("Pajak", "Bd. 3"), isbn=ISBN, extent=""),
    ),
    "the fifth volume in Roman numerals": (
        described(parts=("Bd. V",), isbn=ISBN, extent=""),
        described(parts=("Bd. IV",), isbn=ISBN, extent=""),
    ),
    "another set of volumes bound in one": (
        described(extent="2 v. in 1", year=1981),
        described(extent="3 v. in 1", publisher="Lentera"),
    ),
    "another printing of a set, which began when the first was complete": (
        described(extent="7 v.", publication=Publication("Jakarta", "Gramedia", "1949-1965", 1949)),
        described(extent="7 v.", publication=Publication("Jakarta", "Gramedia", "1940-1953", 1940)),
    ),
    "one number of two calendars' years": (
        described(publication=Publication("Tihrān", "Gramedia", "1335 [1956]", 1956)),
        described(publication=Publication("Tihrān", "Gramedia", "1335 [1916]", 1916)),
    ),
    "another publisher, place and extent": (
        described(subtitle="ringkasan", extent="279 p."),
        described(extent="295 p.", publication=Publication("Surabaya", "Lentera", "1980", 1980)),
    ),
    "romanised titles with a word of other consonants": (
        described("al-Imām al-Sajjād, ʻalayhi al-salām, qudwah wa-uswah", languages=("ar",), extent=""),
        described("al-Imām al-Riḍā, ʻalayhi al-salām, qudwah wa-uswah", languages=("ar",), extent=""),
    ),
    "a sheet of another name under the title of its series": (
        described("White Mountain Forest maps", type="map", extent="1 map", variants=sheet("Lyme quadrangle")),
        described("White Mountain Forest maps", type="map", extent="1 map", variants=sheet("Hanover quadrangle")),
    ),
    "a set and a book": (described(extent="3 jil."), described()),
    "one ISBN on two books": (WITH_ISBN, described("Gadis pantai", isbn=ISBN)),
    "another ISBN, and all else equal": (WITH_ISBN, described(isbn=OTHER_ISBN)),
    "a generic title and nothing else": (
        described("Laporan tahunan", author="", year=None, publisher="", extent=""),
        described("Laporan tahunan", author="", year=None, publisher="", extent=""),
    ),
    "a generic title with year and publisher": (
        described("Prosiding seminar", author="", extent=""),
        described("Prosiding seminar", author="", extent=""),
    ),
    "a title alone": (
        described(author="", year=None, publisher="", extent=""),
        described(author="", year=None, publisher="", extent=""),
    ),
    "another author": (PLAIN, described(author="Hamka")),
    "another year without an identifier": (PLAIN, described(year=1990)),
    "another volume": (described(parts=("Jilid 1",)), described(parts=("Jilid 2",))),
    "another volume under one ISBN": (
        described(parts=("Jilid 1",), isbn=ISBN),
        described(parts=("Jilid 2",), isbn=ISBN),
    ),
    "a set and its volume": (described(extent="3 jil."), described(parts=("Jilid 2",))),
    "another edition": (described(edition="Ed. 1"), described(edition="Ed. ke-3")),
    "another edition in English words": (described(edition="Tenth edition"), described(edition="Twelfth edition")),
    "another edition in Roman numerals": (
        described(edition="Ed. revisi V", extent=""),
        described(edition="Ed. revisi VI", year=1981, extent=""),
    ),
    "an edition of another year": (described(edition="Photorevised 1979"), described(edition="Photorevised 1987")),
    "a set, and a volume that names it as its series": (
        described("Krieg der Klone", series=(Series("Die Serie Krieg der Klone", "1"),), extent=""),
        described("Die Serie Krieg der Klone", extent=""),
    ),
    "a set, and a volume that is told in its title, under one ISBN": (
        described("Tafsir al-Mishbah", isbn=ISBN, extent="15 jilid"),
        described("Tafsir al-Mishbah, vol. 3", isbn=ISBN, extent="600 hlm."),
    ),
    "a book, and the volume of another edition of it, told in the title": (
        described("Perencanaan teknik mesin", extent=""),
        described("Perencanaan teknik mesin edisi keempat jilid 2", extent=""),
    ),
    "two maps of one sheet, of which one has both titles": (
        described(
            "Lake Toba, Sumatra",
            subtitle="planimetric map",
            type="map",
            extent="1 map",
            variants=(VariantTitle("Lake Toba, Sumatra, 1986"),),
        ),
        described("Lake Toba, Sumatra, 1986", subtitle="metric topographic map", type="map", extent="1 map"),
    ),
    "another edition in Arabic words": (
        described(edition="al-Ṭab‘ah al-ūlá"),
        described(edition="al-Ṭabʻah al-thāniyah"),
    ),
    "print and online": (PLAIN, described(carrier="online")),
    "a book and its film": (PLAIN, described(type="video")),
    "an article and the whole": (PLAIN, described(is_component=True)),
    "another year in the title": (described("Statistik Jawa Barat 1998"), described("Statistik Jawa Barat 1999")),
    "another language": (PLAIN, described(languages=("nl",), extent="412 p.")),
    "two articles of one volume, with its ISBN": (
        described("Korreferat", author="Trapp, Peter", isbn=ISBN, extent="363-375", year=None),
        described("Korreferat", author="Pauly, Ralf", isbn=ISBN, extent="S. 375-384", year=None),
    ),
    "two volumes paged through, with one ISBN": (
        described(isbn=ISBN, extent="1-431"),
        described(isbn=ISBN, extent="433-845 hlm."),
    ),
    "an article and the book that it stands in, with its ISBN": (
        described("Deregulasi", author="Hamka", isbn=ISBN, extent="193 hlm."),
        described("Deregulasi di bidang kesehatan", isbn=ISBN, extent="hlm. 105-113"),
    ),
    "a set and one of its volumes, with the set's ISBN": (
        described(isbn=ISBN, extent="7 Bände"),
        described(isbn=ISBN, parts=("Band 1",)),
    ),
    "a journal and its supplement, with one ISSN": (
        described("Hikobia", type="serial", issn="0046-7413", extent=""),
        described("Hikobia", type="serial", issn="0046-7413", extent="", parts=("Supplement",), year=1981),
    ),
    "reports of two houses of one parliament": (
        described("Report on rescissions", extent="", publisher="", contributors=(body("United States. Senate"),)),
        described("Report on rescissions", extent="", publisher="", contributors=(body("United States. House"),)),
    ),
    "Arabic publishers that share no more than their article": (
        described("Muḥammad", languages=("ar",), publisher="al-Maktabah al-ʻArabīyah", extent="426 p.", year=None),
        described("Muḥammad", languages=("ar",), publisher="al-Maṭbaʻah al-Salafīyah", extent="485 p.", year=None),
    ),
    "another extent and publisher": (PLAIN, described(publisher="Lentera Dipantara", extent="535 hlm.")),
    "issues of a journal, catalogued as books with its ISSN": (
        described("Prisma", author="", issn="0301-6269", extent="100 hlm."),
        described("Prisma", author="", issn="0301-6269", extent="100 hlm.", year=1984),
    ),
    "two serials of one name": (
        described("Kalam", type="serial", issn="0854-1868"),
        described("Kalam", type="serial", issn="0126-1606"),
    ),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_records_of_one_edition_are_the_same(one: Description, other: Description) -> None:
    assert verdict_on(of(one), of(other)).same
    assert verdict_on(of(other), of(one)).same


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_strangers_are_kept_apart(one: Description, other: Description) -> None:
    assert not verdict_on(of(one), of(other)).same
    assert not verdict_on(of(other), of(one)).same


def test_a_verdict_gives_every_reason_with_its_weight_and_values() -> None:
    verdict = verdict_on(of(WITH_ISBN), of(described(isbn=ISBN, year=1981, publisher="Lentera", edition="Cet. 2")))
    assert (verdict.same, verdict.strong, verdict.contradicted, verdict.score) == (True, True, False, 13.0)
    assert verdict.reasons == (
        Reason("identifier-shared", 6.0, (f"isbn {ISBN}",)),
        Reason("title-equal", 4.0, ("bumi manusia", "bumi manusia")),
        Reason("author-agrees", 2.3),
        Reason("year-near", 0.0, ("1980", "1981")),
        Reason("publisher-differs", -1.2),
        Reason("place-agrees", 0.4),
        Reason("pages-equal", 1.5, ("354", "354")),
    )


def test_a_contradiction_outweighs_everything_else() -> None:
    verdict = verdict_on(of(WITH_ISBN), of(described(isbn=ISBN, carrier="online")))
    assert (verdict.same, verdict.strong, verdict.contradicted) == (False, False, True)


def test_a_volume_that_stands_as_a_subtitle_differs_as_one_too() -> None:
    volume, supplement = (described(subtitle=said, isbn=ISBN, extent="") for said in ("Bd. III", "Nachtrag 82"))
    codes = {reason.code for reason in verdict_on(of(volume), of(supplement)).reasons}
    assert {"subtitle-word-differs", "part-one-sided"} <= codes


def test_one_partner_doesn_t_describe_a_thing_twice_by_different_extents() -> None:
    verdict = verdict_on(of(WITH_ISBN), of(described(isbn=ISBN, extent="627 hlm.")))
    assert (verdict.same, verdict.strong) == (True, False)


def test_a_number_on_two_titles_says_nothing() -> None:
    verdict = verdict_on(of(WITH_ISBN), of(described("Gadis pantai", isbn=ISBN)))
    assert Reason("identifier-reused", 0.0, (f"isbn {ISBN}",)) in verdict.reasons


def test_an_issn_names_a_serial_and_nothing_else() -> None:
    def codes(**kind: object) -> list[str]:
        prisma = described("Prisma", issn="0301-6269", **kind)
        return [each.code for each in verdict_on(of(prisma), of(prisma)).reasons][:1]

    assert (codes(), codes(type="article"), codes(type="serial")) == (
        ["issn-shared"],
        ["issn-shared"],
        ["identifier-shared"],
    )
    numbered = described("Prisma", issn="0301-6269")
    numbered = replace(numbered, identifiers=(*numbered.identifiers, Identifier("isbn", ISBN)))
    assert "identifier-shared" in {each.code for each in verdict_on(of(numbered), of(numbered)).reasons}


def test_a_title_with_one_thing_more_is_not_enough() -> None:
    bare = described(author="", publisher="", extent="")
    assert [each.code for each in verdict_on(of(bare), of(bare)).reasons][-1] == "agreements-few"
