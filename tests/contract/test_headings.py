"""Headings, words and facts: what browsing, suggesting and correcting stand on."""

from collections.abc import Iterator

import pytest

from discovery.search.browsing import ListPlace, open_list
from discovery.search.counterparts import Counterpart, counterparts_fact
from discovery.search.engine import IndexWriter, SearchEngine
from discovery.search.request import HeadingKind, Misspelling
from discovery.search.results import Heading, Suggestion, Word
from discovery.search.suggesting_headings import suggest_headings
from tests.contract.builders import heading, record
from tests.contract.conftest import Index, OpenIndex

HEADINGS = (
    heading("author", "Toer, Pramoedya Ananta", 30),
    heading("author", "Toha, Éva", 2),
    heading("author", "Tohari, Ahmad", 12),
    heading("author", "Ahmad, Tohari", 0),
    heading("subject", "Ekonomi", 40, see_also=("Keuangan",)),
    heading("subject", "Economics", 25),
    heading("subject", "Economie", 5),
    heading("subject", "Perekonomian", 1, see=("Ekonomi",)),
    heading("author", "Prawiro, Pramoedya", 0, see=("Toer, Pramoedya Ananta",)),
    heading("title", "Ekonomi mikro", 7),
    heading("title", "Ékonomi sunda", 7),
    heading("title", "東京物語", 1),
    heading("call_number", "330.9598 BOE e", 3),
)
WORDS = tuple(Word(*pair) for pair in (("pelangi", 9), ("pelanggi", 1), ("pelita", 20), ("laskar", 30), ("telangi", 2)))
FACTS = (("partner:ui", '{"records":812}'), ("gone:abc", "Laskar pelangi"), ("long", "x" * 100_000))


COUNTERPARTS = (
    Counterpart("Economics", "equivalent", "parallel", "lcsh", 3, 0.438, ("aaa", "bbb")),
    Counterpart("Économie", "related", "class", "", 14, 0.785, ("ddc 330",)),
)


def fill(writer: IndexWriter) -> None:
    writer.write_headings(HEADINGS)
    writer.write_words(WORDS)
    writer.write_facts([*FACTS, counterparts_fact("ekonomi", COUNTERPARTS)])


@pytest.fixture(scope="module")
def engine(open_index: OpenIndex) -> Iterator[SearchEngine]:
    with open_index() as index:
        index.fill(fill)
        yield index.engine()


def suggested(engine: SearchEngine, prefix: str, *kinds: HeadingKind, size: int = 10) -> list[str]:
    return [suggestion.text for suggestion in engine.suggest(prefix, kinds, size)]


def test_suggestions_go_by_use(engine: SearchEngine) -> None:
    assert engine.suggest("eko", ("subject", "title"), 10) == (
        Suggestion("subject", "Ekonomi", 40),
        Suggestion("title", "Ekonomi mikro", 7),
        Suggestion("title", "Ékonomi sunda", 7),
    )


@pytest.mark.parametrize("typed", ["TOHA", "toha", "Tôhâ", " toha", "toha,"])
def test_suggestions_fold_what_is_typed(engine: SearchEngine, typed: str) -> None:
    assert suggested(engine, typed, "author") == ["Tohari, Ahmad", "Toha, Éva"]


@pytest.mark.parametrize(
    ("prefix", "kinds", "expected"),
    [
        ("toer, pram", ("author",), ["Toer, Pramoedya Ananta"]),
        ("東京", ("title",), ["東京物語"]),
        ("ahmad", ("author",), []),
        ("toh", ("title", "author"), ["Tohari, Ahmad", "Toha, Éva"]),
        ("konomi", ("subject",), []),
        ("eko", (), []),
        ("%", ("title",), ["Ekonomi mikro", "Ékonomi sunda", "東京物語"]),
        ("x" * 10_000, ("title",), []),
        ("e*", ("subject",), ["Ekonomi", "Economics", "Economie"]),
    ],
)
def test_suggestions_of(engine: SearchEngine, prefix: str, kinds: tuple[HeadingKind, ...], expected: list[str]) -> None:
    assert suggested(engine, prefix, *kinds) == expected


def test_a_variant_is_suggested_with_the_heading_it_leads_to(engine: SearchEngine) -> None:
    assert engine.suggest("prawiro", ("author",), 5) == (
        Suggestion("author", "Prawiro, Pramoedya", 30, "Toer, Pramoedya Ananta"),
    )


def test_a_variant_comes_after_headings_and_not_beside_its_own(index: Index) -> None:
    headings = [
        heading("subject", "Laut", 1),
        heading("subject", "Lautan", 0, see=("Laut",)),
        heading("subject", "Laba"),
    ]
    index.fill(lambda writer: writer.write_headings(headings))
    assert suggested(index.engine(), "la", "subject") == ["Laba", "Laut"]
    assert suggested(index.engine(), "lauta", "subject") == ["Lautan"]


def test_suggestions_stop_at_their_size(engine: SearchEngine) -> None:
    assert suggested(engine, "e", "subject", "title", size=2) == ["Ekonomi", "Economics"]


def browsed(engine: SearchEngine, at: str, direction: str, size: int, kind: HeadingKind = "subject") -> list[str]:
    return [found.display for found in engine.browse(kind, at, direction, size)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("at", "direction", "size", "expected"),
    [
        ("", "forward", 10, ["Economics", "Economie", "Ekonomi", "Perekonomian"]),
        ("ekonomi", "forward", 1, ["Ekonomi"]),
        ("ekonomi", "forward", 10, ["Ekonomi", "Perekonomian"]),
        ("f", "forward", 10, ["Perekonomian"]),
        ("ekonomi", "backward", 10, ["Economics", "Economie"]),
        ("ekonomi", "backward", 1, ["Economie"]),
        ("", "backward", 10, []),
        ("zzz", "forward", 10, []),
        ("zzz", "backward", 2, ["Ekonomi", "Perekonomian"]),
        ("x" * 10_000, "backward", 1, ["Perekonomian"]),
    ],
)
def test_browsing_opens_at_a_key_in_either_direction(
    engine: SearchEngine, at: str, direction: str, size: int, expected: list[str]
) -> None:
    assert browsed(engine, at, direction, size) == expected


def test_browsing_gives_whole_headings(engine: SearchEngine) -> None:
    assert engine.browse("subject", "ekonomi", "forward", 2) == (HEADINGS[4], HEADINGS[7])


def test_browsing_keeps_to_its_kind(engine: SearchEngine) -> None:
    assert browsed(engine, "", "forward", 10, "call_number") == ["330.9598 BOE e"]


def test_counterparts_are_the_headings_of_the_other_vocabularies(engine: SearchEngine) -> None:
    assert engine.counterparts("Ekonomi") == COUNTERPARTS
    assert engine.counterparts("  ÉKONOMI.") == COUNTERPARTS
    assert [engine.counterparts(heading) for heading in ("Economie", "Astronomi", "")] == [(), (), ()]


def test_counterparts_outlive_a_change_of_their_headings_count(index: Index) -> None:
    index.fill(fill)
    index.change(lambda writer: writer.write_headings([heading("subject", "Ekonomi", 41)]))
    assert index.engine().counterparts("Ekonomi") == COUNTERPARTS


def near_words(engine: SearchEngine, typed: Misspelling) -> list[str]:
    (found,) = engine.words_near((typed,))
    return [word.text for word in found]


def test_words_by_their_beginning_go_by_use(engine: SearchEngine) -> None:
    assert engine.words(prefix="pel") == (Word("pelita", 20), Word("pelangi", 9), Word("pelanggi", 1))
    assert engine.words(prefix="pel", size=1) == (Word("pelita", 20),)
    assert engine.words(prefix="zz") == ()


@pytest.mark.parametrize(
    ("near", "expected"),
    [
        ("pelangi", ["pelangi", "telangi", "pelanggi"]),
        ("pelagni", ["pelangi", "telangi", "pelanggi"]),
        ("elangi", ["pelangi", "telangi", "pelanggi"]),
        ("pelanggi", ["pelanggi", "pelangi", "telangi"]),
        ("laskra", ["laskar"]),
        ("lasskkar", ["laskar"]),
        ("lasssskar", []),
        ("x" * 10_000, []),
    ],
)
def test_words_within_two_edits_go_by_edits_then_use(engine: SearchEngine, near: str, expected: list[str]) -> None:
    assert near_words(engine, Misspelling(near)) == expected


def test_near_words_can_be_those_within_one_edit_and_of_one_beginning(engine: SearchEngine) -> None:
    assert near_words(engine, Misspelling("pelangi", edits=1)) == ["pelangi", "telangi", "pelanggi"]
    assert near_words(engine, Misspelling("elangi", edits=1)) == ["pelangi", "telangi"]
    assert near_words(engine, Misspelling("pelagni", "p", 1)) == ["pelangi"]
    assert near_words(engine, Misspelling("pelangi", "x")) == []


def test_facts_come_back_as_they_were_written(engine: SearchEngine) -> None:
    assert [engine.fact(key) for key, _ in FACTS] == [value for _, value in FACTS]
    assert [engine.fact(key) for key in ("partner:ugm", "", "x" * 10_000)] == [None] * 3


def test_a_change_adds_replaces_and_takes_out(index: Index) -> None:
    def change(writer: IndexWriter) -> None:
        writer.write_headings([heading("subject", "Ekonomi", 0), heading("subject", "Economie", 6)])
        writer.write_words([Word("pelita", 0), Word("pelangi", 10), Word("baru", 1)])
        writer.write_facts([("gone:abc", ""), ("partner:ui", "{}")])

    index.fill(fill)
    index.change(change)
    engine = index.engine()
    assert browsed(engine, "", "forward", 10) == ["Economics", "Economie", "Perekonomian"]
    assert suggested(engine, "e", "subject") == ["Economics", "Economie"]
    assert engine.words(prefix="") == (
        Word("laskar", 30),
        Word("pelangi", 10),
        Word("telangi", 2),
        Word("baru", 1),
        Word("pelanggi", 1),
    )
    assert near_words(engine, Misspelling("pelita")) == []
    assert [engine.fact(key) for key in ("gone:abc", "partner:ui")] == [None, "{}"]


def test_a_writer_knows_what_stands(index: Index) -> None:
    keys: list[tuple[HeadingKind, str]] = [("subject", "ekonomi"), ("subject", "laut"), ("author", "ekonomi")]
    more = heading("subject", "Ekonomi", 41, see_also=("Uang",))
    index.fill(fill)
    writer = index.writer()
    assert writer.current() is not None
    assert writer.standing(keys) == (HEADINGS[4], None, None)
    assert writer.word_counts(["laskar", "nihil", "pelita"]) == (30, 0, 20)
    writer.write_headings([heading("subject", "Laut", 1), more])
    writer.write_words([Word("nihil", 1), Word("pelita", 0)])
    assert writer.standing(keys) == (more, heading("subject", "Laut", 1), None)
    assert writer.word_counts(["laskar", "nihil", "pelita"]) == (30, 1, 0)


def test_a_new_generation_starts_without_headings(index: Index) -> None:
    index.fill(fill)
    writer = index.writer()
    writer.begin()
    assert writer.standing([("subject", "ekonomi")]) == (None,)
    assert writer.word_counts(["laskar"]) == (0,)


def test_a_heading_that_nothing_has_stands_while_it_leads_to_another(index: Index) -> None:
    reference = heading("subject", "Samudra", 0, see=("Laut",))
    index.fill(lambda writer: writer.write_headings([reference, heading("subject", "Laut", 2)]))
    assert browsed(index.engine(), "s", "forward", 5) == ["Samudra"]
    index.change(lambda writer: writer.write_headings([heading("subject", "Samudra", 0)]))
    assert browsed(index.engine(), "", "forward", 5) == ["Laut"]


def test_a_writer_finds_published_records_by_a_value(index: Index) -> None:
    books = [record(each, facets={"author_exact": (each[:1], "all")}) for each in ("a1", "a2", "b1")]
    assert index.writer().ids_with("author_exact", ["a"]) == ()
    index.publish(*books)
    writer = index.writer()
    assert sorted(writer.ids_with("author_exact", ["a", "c", "x" * 50_000])) == ["a1", "a2"]
    assert sorted(writer.ids_with("author_exact", ["all"])) == ["a1", "a2", "b1"]
    assert writer.ids_with("author_exact", []) == ()


def test_the_last_of_several_headings_with_one_key_stays(index: Index) -> None:
    twice: tuple[Heading, ...] = (heading("subject", "Laut", 1), heading("subject", "LAUT", 2))
    index.fill(lambda writer: writer.write_headings(twice))
    assert index.engine().browse("subject", "", "forward", 5) == (twice[1],)


TITLES = ("Last duel", "Laskar pelangi", "The The", "العربية", "مدرسة الليل", "Bayān", "al-Bayān al-sanawī")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("The last duel", "Last duel"),
        ("the las", "Laskar pelangi"),
        ("The The", "The The"),
        ("the sea", "The The"),
        ("المدرسة", "مدرسة الليل"),
        ("العربية", "العربية"),
        ("al-Bayān", "Bayān"),
        ("al-Bayān al", "al-Bayān al-sanawī"),
        ("al-Bay", "al-Bayān al-sanawī"),
    ],
)
def test_a_list_of_titles_opens_behind_the_article_where_nothing_begins_with_it(
    index: Index, typed: str, first: str
) -> None:
    index.fill(lambda writer: writer.write_headings([heading("title", title) for title in TITLES]))
    page = open_list(index.engine(), "title", ListPlace(typed=typed), 1)
    assert [each.display for each in page.headings] == [first]


NAMES = ("al-Ḥadīthī, Khadījah", "De Vries, Jan", "Ghazālī", "Vries, Hendrik de", "Zayn", "غزالي")


@pytest.mark.parametrize(
    ("place", "first"),
    [
        (ListPlace(typed="al-Ghazali"), "Ghazālī"),
        (ListPlace(typed="al-Hadithi"), "al-Ḥadīthī, Khadījah"),
        (ListPlace(typed="الغزالي"), "غزالي"),
        (ListPlace(typed="de hendrik"), "De Vries, Jan"),
        (ListPlace(at="Ghazali"), "Ghazālī"),
        (ListPlace(at="zayn"), "Zayn"),
    ],
)
def test_a_list_of_names_opens_behind_the_arabic_article_where_nobody_has_it(
    index: Index, place: ListPlace, first: str
) -> None:
    index.fill(lambda writer: writer.write_headings([heading("author", name) for name in NAMES]))
    page = open_list(index.engine(), "author", place, 1)
    assert [each.display for each in page.headings] == [first]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("al-gha", ["Ghazālī"]),
        ("al-ha", ["al-Ḥadīthī, Khadījah"]),
        ("الغزا", ["غزالي"]),
        ("غز", ["غزالي", "الغزل"]),
        ("de v", ["De Vries, Jan"]),
        ('"', []),
        ("...", []),
    ],
)
def test_headings_are_suggested_with_or_without_their_article(index: Index, typed: str, offered: list[str]) -> None:
    headings = [*(heading("author", name) for name in NAMES), heading("subject", "الغزل")]
    index.fill(lambda writer: writer.write_headings(headings))
    found = suggest_headings(index.engine(), typed, ("author", "subject"), 10)
    assert [each.text for each in found] == offered
