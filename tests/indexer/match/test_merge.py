"""Several members' descriptions as one."""

import msgspec
import pytest
from msgspec.structs import replace

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding
from discovery.catalog.identifiers import Identifier
from discovery.catalog.publication import Publication
from discovery.catalog.record import (
    Description,
    Member,
    Note,
    Record,
    Relation,
    Series,
    Title,
    Type,
    UnionRecord,
    VariantTitle,
)
from discovery.catalog.subject import Subject
from indexer.match.merge import merge_descriptions, merge_records
from indexer.match.work import work_id
from indexer.store.clusters import StoredMember
from tests.indexer.match.descriptions import described, of

BUMI = described()


def member(record: Record, confirmed: str) -> StoredMember:
    return StoredMember(record.id, record.partner, confirmed, "marc21", b"", msgspec.json.encode(record))


def test_a_union_record_has_all_members_holdings_with_their_dates() -> None:
    ui = Record("ui1aaaaaaaaaa", "ui", "1", described(), (Holding("ui", call_number="899.221 TOE b"),))
    itb = Record("itb1aaaaaaaaa", "itb", "9", described(subtitle="sebuah novel"), (Holding("itb", copies=2),))
    members = (member(ui, "2026-11-20"), member(itb, "2026-11-21"))
    union = merge_records((ui.id, itb.id, "formeraaaaaaa"), members, (ui, itb))
    assert union == UnionRecord(
        id=ui.id,
        ids=(ui.id, itb.id, "formeraaaaaaa"),
        work=work_id(described(), ""),
        description=merge_descriptions((ui, itb)),
        members=(Member(ui.id, "ui", "1", "2026-11-20"), Member(itb.id, "itb", "9", "2026-11-21")),
        holdings=(
            Holding("ui", call_number="899.221 TOE b", confirmed="2026-11-20", partner="ui"),
            Holding("itb", copies=2, confirmed="2026-11-21", partner="itb"),
        ),
    )


def test_what_one_partner_says_in_two_records_is_one_holding_of_the_later_day() -> None:
    first, again = (Record(f"ui{n}aaaaaaaaaa", "ui", str(n), described(), (Holding("ui", copies=1),)) for n in (1, 2))
    for days in (("2026-11-20", "2026-11-21"), ("2026-11-21", "2026-11-20"), ("2026-11-21", "2026-11-21")):
        members = (member(first, days[0]), member(again, days[1]))
        union = merge_records((first.id, again.id), members, (first, again))
        assert union.holdings == (Holding("ui", copies=1, confirmed="2026-11-21", partner="ui"),)


def test_a_single_member_is_shown_as_it_is() -> None:
    record = of(described(subtitle="sebuah novel"))
    assert merge_records((record.id,), (member(record, "2026-11-21"),), (record,)).description == record.description


def test_the_title_is_the_one_most_members_have_in_its_fullest_form_and_not_in_capitals() -> None:
    titles = (
        described("BUMI MANUSIA", subtitle="SEBUAH NOVEL", stated="OLEH PRAMOEDYA"),
        described("Bumi manusia"),
        described("Bumi Manusia", subtitle="sebuah novel", original="ꦧꦸꦩꦶ"),
        described("Bumi manusya", subtitle="roman", stated="Pramoedya"),
    )
    merged = merge_descriptions([of(each, number=str(number)) for number, each in enumerate(titles)])
    assert merged.title == Title("Bumi Manusia", "sebuah novel", original="ꦧꦸꦩꦶ")
    assert merged.variants == (VariantTitle("Bumi manusya"),)


def test_a_series_has_the_name_under_which_any_member_files_it() -> None:
    stated, filed = Series("Buletin", "2"), Series("Buletin.", "2", name="Balai Bahasa")
    for told in ((stated, filed), (filed, stated)):
        members = [of(replace(described(), series=(each,)), number=each.name) for each in told]
        assert [each.heading for each in merge_descriptions(members).series] in (
            ["Balai Bahasa. Buletin"],
            ["Balai Bahasa. Buletin."],
        )


def test_a_title_in_its_own_script_comes_with_who_is_said_there_to_have_made_it() -> None:
    titles = (
        described("Kitab", subtitle="uraian", original="كتاب"),
        msgspec.structs.replace(
            described(), title=Title("Kitab", original="كتاب : شرح", original_responsibility="تأليف س")
        ),
    )
    merged = merge_descriptions([of(each, number=str(number)) for number, each in enumerate(titles)])
    assert merged.title == Title("Kitab", "uraian", original="كتاب : شرح", original_responsibility="تأليف س")


def test_an_edition_in_its_own_script_is_that_of_the_edition_shown() -> None:
    editions = (("Cet. 2", ""), ("cet. 2.", "الطبعة 2"), ("Cet. 3", "الطبعة 3"))
    given = [
        msgspec.structs.replace(described(), edition=edition, original_edition=original)
        for edition, original in editions
    ]
    merged = merge_descriptions([of(each, number=str(number)) for number, each in enumerate(given)])
    assert (merged.edition, merged.original_edition) == ("Cet. 2", "الطبعة 2")


def test_relations_without_a_title_are_told_apart_by_their_numbers() -> None:
    online, film = (
        Relation("carrier", "", identifiers=(Identifier("oclc", number, is_key=False),)) for number in ("12", "13")
    )
    members = (described(relations=(online, film)), described(relations=(film,)))
    merged = merge_descriptions([of(each, number=str(number)) for number, each in enumerate(members)])
    assert set(merged.relations) == {online, film}


def test_how_a_serial_became_another_is_told_once() -> None:
    told = (Relation("absorbed_by", "Bintang timur"), Relation("formed_from", "Bintang", "Anak"))
    bare = (Relation("continued_by", "Bintang Timur"), Relation("continues", "Bintang"), Relation("related", "Bintang"))
    members = (described(relations=told, subtitle="surat kabar"), described(relations=bare))
    merged = merge_descriptions([of(each, number=str(number)) for number, each in enumerate(members)])
    assert merged.relations == (*told, Relation("related", "Bintang"))


def test_the_publication_is_that_of_the_year_most_members_give() -> None:
    given = (
        described(year=1981, publisher="Hasta Mitra"),
        described(year=1980, publisher=""),
        described(year=1980, publisher="HASTA MITRA"),
        described(year=1980, publisher="Hasta Mitra"),
    )
    merged = merge_descriptions([of(each, number=str(number)) for number, each in enumerate(given)])
    assert merged.publication == Publication("Jakarta", "Hasta Mitra", "1980", 1980)


def test_a_publisher_in_capitals_is_shown_where_no_other_is_and_one_of_another_year_where_none_is() -> None:
    def shown(*given: Publication) -> Publication:
        members = [of(described(publication=each), number=str(number)) for number, each in enumerate(given)]
        return merge_descriptions(members).publication

    bare, loud = Publication("", "", "1980", 1980), Publication("Jakarta", "ERLANGGA", "1980", 1980)
    assert shown(bare, loud) == loud
    later = Publication("Jakarta", "Erlangga", "1981", 1981, publishers=("Erlangga",))
    assert shown(bare, bare, later) == replace(later, date="1980", year=1980)


def test_a_serial_has_ended_where_a_member_knows_it() -> None:
    def shown(kind: Type, *given: Publication) -> Publication:
        members = [of(described(publication=each, type=kind), number=str(at)) for at, each in enumerate(given)]
        return merge_descriptions(members).publication

    going, ended = Publication("Jakarta", "LIPI", "1950-", 1950), Publication("", "", "1950-1989", 1950, 1989)
    other = Publication("", "", "1960-1970", 1960, 1970)
    assert shown("serial", going, going, ended) == replace(going, date="1950-1989", last_year=1989)
    assert shown("serial", going, going, replace(ended, date="")) == replace(going, last_year=1989)
    assert shown("serial", going, going, other) == going
    assert shown("book", going, going, ended) == going


def test_a_title_in_its_own_script_is_kept_though_another_romanisation_or_title_is_shown() -> None:
    def merged(*given: Title) -> Description:
        return merge_descriptions([of(replace(described(), title=each), number=each.main) for each in given])

    plain = Title("Ḥijjat al-Muṣṭafá", responsibility="Ṭabarī")
    assert merged(plain, Title("Ḥujjat al-Muṣṭafá", original="حجة المصطفى")).title == replace(
        plain, original="حجة المصطفى"
    )
    german = Title("Das Lehrbuch der sieben Koranlesungen", responsibility="Dānī")
    union = merged(german, Title("Kitāb al-Taysīr", original="كتاب التيسير"))
    assert union.title == german
    assert union.variants == (VariantTitle("Kitāb al-Taysīr", original="كتاب التيسير"),)


def test_people_are_united_by_their_names_with_roles_dates_and_script_from_all() -> None:
    fuller = described(
        contributors=(
            Contributor("Toer, Pramoedya Ananta", "Pramoedya Ananta Toer", roles=("aut",), primary=True),
            Contributor("Teeuw, A.", "A. Teeuw", roles=("win",)),
        ),
        extent="354 hlm.",
        abstract="Minke dan Annelies.",
    )
    other = described(
        contributors=(
            Contributor("Pramoedya Ananta Toer", "Pramoedya Ananta Toer", dates="1925", original="ꦥꦿ", primary=True),
            Contributor("Lane, Max", "Max Lane", roles=("trl",)),
        ),
    )
    assert merge_descriptions([of(other), of(fuller, number="2")]).contributors == (
        Contributor(
            "Toer, Pramoedya Ananta",
            "Pramoedya Ananta Toer",
            roles=("aut",),
            primary=True,
            dates="1925",
            original="ꦥꦿ",
        ),
        Contributor("Teeuw, A.", "A. Teeuw", roles=("win",)),
        Contributor("Lane, Max", "Max Lane", roles=("trl",)),
    )


def test_subjects_identifiers_and_notes_are_united_without_near_duplicates() -> None:
    one = described(
        subjects=(Subject("Fiksi Indonesia"), Subject("Novel")),
        identifiers=(Identifier("isbn", "9789799731234", is_key=False),),
        notes=(Note("Bibliografi: hlm. 350"),),
    )
    other = described(
        subjects=(Subject("Fiksi Indonesia.", scheme="lcsh"), Subject("Kolonialisme")),
        identifiers=(Identifier("isbn", "9789799731234", qualifier="jil. 1"), Identifier("oclc", "7")),
        notes=(Note("Bibliografi, hlm. 350"), Note("Terjemahan")),
    )
    merged = merge_descriptions([of(one), of(other, number="2")])
    assert (merged.subjects, merged.identifiers, {note.text for note in merged.notes}) == (
        (Subject("Fiksi Indonesia.", scheme="lcsh"), Subject("Kolonialisme"), Subject("Novel")),
        (Identifier("isbn", "9789799731234", qualifier="jil. 1"), Identifier("oclc", "7")),
        {"Bibliografi, hlm. 350", "Terjemahan"},
    )


def test_coded_languages_win_over_detected_ones() -> None:
    coded = described(languages=("id", "jv"))
    detected = described(languages=("ms",), language_basis="detected")
    merged = merge_descriptions([of(detected), of(coded, number="2")])
    assert (merged.languages, merged.language_basis) == (("id", "jv"), "coded")
    only = merge_descriptions([of(detected), of(described(languages=(), language_basis="undecided"), number="2")])
    assert (only.languages, only.language_basis) == (("ms",), "detected")


def test_editions_and_translations_of_one_work_have_one_work_number() -> None:
    first = work_id(described(), "aaaaaaaaaaaaa")
    editions = (
        described(year=2005, publisher="Lentera Dipantara", subtitle="sebuah novel"),
        described("BUMI MANUSIA", author="Toer, P.A."),
        described("This earth of mankind", uniform="Bumi manusia", languages=("en",)),
    )
    assert {work_id(each, "bbbbbbbbbbbbb") for each in editions} == {first}
    strangers = (
        described(author="Hamka"),
        described("Anak semua bangsa"),
        described(parts=("Jilid 2",)),
        described(type="video"),
        described(author=""),
    )
    assert len({work_id(each, "bbbbbbbbbbbbb") for each in strangers} | {first}) == len(strangers) + 1


ORIGINAL = Relation("original", "Bumi manusia : roman")


@pytest.mark.parametrize(
    ("edition", "of_the_work"),
    [
        (described("This earth of mankind", uniform="Bumi manusia. English"), True),
        (described("Arḍ al-bashar", uniform="Bumi manusia. Arabic & English. 1999"), True),
        (described("This earth of mankind", relations=(ORIGINAL,)), True),
        (described("This earth of mankind", uniform="Works. Selections. English", relations=(ORIGINAL,)), True),
        (described("This earth of mankind", uniform="Laws, etc. (Earth)"), False),
        (described("This earth of mankind", uniform="Bumi manusia. Selections. English"), False),
        (described("This earth of mankind", relations=(Relation("related", "Bumi manusia"),)), False),
    ],
)
def test_a_translation_is_joined_to_its_work_by_uniform_title_or_original(
    edition: Description, of_the_work: bool
) -> None:
    assert (work_id(edition, "bbbbbbbbbbbbb") == work_id(BUMI, "aaaaaaaaaaaaa")) is of_the_work


@pytest.mark.parametrize(("mine", "yours"), [("Koelie", "Koelie"), ("Sitti Noerbaja", "Sitti Nurbaya")])
def test_a_work_has_one_spelling_whatever_the_language_of_its_editions(mine: str, yours: str) -> None:
    dutch, indonesian = described(mine, languages=("nl",)), described("Kuli", uniform=yours, languages=("id",))
    assert work_id(dutch, "aaaaaaaaaaaaa") == work_id(indonesian, "bbbbbbbbbbbbb")


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Bible. English. Authorized King James version. 1997", "Bible. German", True),
        ("Bible. N.T. Arabic. 1905", "Bible. New Testament. Yiddish. Einspruch. 1962", True),
        ("Bible. O.T. Psalms. Syriac. 1904", "Bible. Psalms. Polish. 1983", True),
        ("Bible. N.T. English. Tyndale. Selections. 1939", "Bible. New Testament. Selections", True),
        ("Bible. N.T. English. Tyndale. Selections. 1939", "Bible. New Testament", False),
        ("Bible. Arabic. 1932. Selections", "Bible. Arabic", False),
        ("Bible. O.T", "Bible. N.T", False),
        ("Bible. O.T", "Bible", False),
        ("Bible. N.T. John. Arabic", "Bible. N.T. Mark. Arabic", False),
    ],
)
def test_the_bible_and_its_books_are_one_work_each_in_all_translations(one: str, other: str, is_one: bool) -> None:
    """King James' was another work than all other Bibles, and a book by the older rules another than by RDA."""
    works = {work_id(described(title, uniform=title, author=""), "") for title in (one, other)}
    assert (len(works) == 1) is is_one


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (described("Hikayat Hang Tuah", author=""), described("Hikajat Hang Tuah", author="", publisher="DBP"), True),
        (described("Babad Tanah Jawi", author=""), described("Babad tanah djawi", author="", publisher="DBP"), True),
        (described("Sjair Siti Noerbaja", author=""), described("Syair Siti Nurbaya", author="", publisher="X"), True),
        (described("Kaba Cindua Mato", author=""), described("X", author="", uniform="Kaba Cindua Mato"), True),
        (described("Hikayat Hang Tuah", author=""), described("Hikayat Hang Tuah", publisher="DBP"), False),
        (described("Hikayat", author=""), described("Hikayat", author="", publisher="DBP"), False),
        (described("Serat optik", author=""), described("Serat optik", author="", publisher="DBP"), False),
    ],
)
def test_a_text_handed_down_without_an_author_is_one_work_whoever_brings_it_out(
    one: Description, other: Description, is_one: bool
) -> None:
    assert (work_id(one, "a") == work_id(other, "b")) is is_one


def test_a_collective_uniform_title_groups_nothing() -> None:
    laws = (described(title, uniform="Laws, etc.", author="Iraq") for title in ("Press law", "Land law"))
    assert len({work_id(each, "") for each in laws}) == 2


def test_a_uniform_title_of_nothing_but_languages_names_no_work() -> None:
    assert len({work_id(described(title, uniform="English. Arabic"), "") for title in ("Latin", "Greek")}) == 2


def test_a_generic_title_without_an_author_is_a_work_of_its_own() -> None:
    assert work_id(described("Prosiding", author=""), "aaaaaaaaaaaaa") == "aaaaaaaaaaaaa"


FEMA = (Contributor("Federal Emergency Management Agency", "", kind="organisation", primary=True),)


@pytest.mark.parametrize(
    ("title", "one", "other", "is_one"),
    [
        ("Flood insurance study", "town of Bath, New Hampshire", "town of Oxford, New Hampshire", False),
        ("Kecamatan dalam angka", "Kecamatan Ubud", "Kecamatan Kuta", False),
        ("Federal licensing of corporations", "", "hearings before the committee on commerce", True),
        ("Fifty paintings", "the anniversary exhibition, May 14-June 12", "the anniversary exhibition, May 14", True),
        ("The conservation of the migratory birds of the Baltic basin", "", "held in Haapsalu", True),
    ],
)
def test_a_telling_subtitle_belongs_to_a_bodys_short_title(title: str, one: str, other: str, is_one: bool) -> None:
    works = {work_id(described(title, subtitle=each, contributors=FEMA), "") for each in (one, other)}
    assert (len(works) == 1) is is_one
