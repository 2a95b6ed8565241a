"""Text of the catalogue's languages, from a union record to the hit."""

from collections.abc import Iterator

import pytest

from discovery.analysis.fold import fold
from discovery.analysis.tokens import query_tokens
from discovery.catalog.contributor import Contributor
from discovery.catalog.publication import Publication
from discovery.catalog.record import Description, Member, Title, UnionRecord
from discovery.search.engine import SearchEngine
from discovery.search.fields import STEM_LANGUAGES, StemLanguage
from discovery.search.indexing import headings_of, index_document
from discovery.search.request import SearchRequest
from discovery.search.tree import Combine, Node, Sequence, Starts, Stem, Term
from tests.contract.builders import matching, record
from tests.contract.conftest import OpenIndex


def union(id: str, language: str, title: str, author: str = "", **rest: object) -> UnionRecord:  # noqa: A002
    contributors = (Contributor(author, author, primary=True),) if author else ()
    return UnionRecord(
        id=id,
        ids=(id,),
        work=id,
        description=Description(
            title=Title(title, **rest),  # type: ignore[arg-type]
            contributors=contributors,
            languages=(language,),
            language_basis="coded",
            publication=Publication(year=2000),
        ),
        members=(Member(id, "id-test", id),),
    )


UNIONS = (
    union("id", "id", "Perpustakaan dan pendidikan pertanian di Djakarta", "Soekarno"),
    union("ms", "ms", "Kesusasteraan Melayu"),
    union("jv", "jv", "Sĕrat Cĕnthini"),
    union("en", "en", "Naming libraries: self-help for readers", "Brontë, Charlotte"),
    union("nl", "nl", "De wereldbibliotheken van Nederland", "IJzerman, J. W."),
    union("ar", "ar", "تاريخ المكتبات الإسلامية", "الغزالي"),
    union("translit", "ar", "Iḥyāʾ ʿulūm al-dīn", "al-Ghazālī"),
    union("zh", "zh", "中国图书馆史"),
    union("ja", "ja", "東京大学の図書館", "夏目漱石"),
    union("kana", "ja", "カタカナ辞典"),
    union("ko", "ko", "한국 도서관의 역사"),
    union("ru", "ru", "История библиотек"),
    union("de", "de", "Büchereien und Straßen"),
    union("fr", "fr", "L'histoire des bibliothèques"),
    union("original", "ja", "Kokoro", original="こころ"),
)


@pytest.fixture(scope="module")
def engine(open_index: OpenIndex) -> Iterator[SearchEngine]:
    with open_index() as index:
        index.fill(
            lambda writer: (
                writer.write([index_document(each) for each in UNIONS]),
                writer.write_headings(heading for each in UNIONS for heading in headings_of(each)),
            )
        )
        yield index.engine()


def words(typed: str, field: str = "title") -> Node:
    return Combine(must=tuple(Term(field, token) for token in query_tokens(typed)))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("PERPUSTAKAAN Djakarta", {"id"}),
        ("serat centhini", {"jv"}),
        ("self help", {"en"}),
        ("المكتبات", {"ar"}),
        ("المَكْتَبات", {"ar"}),
        ("ihya ulum", {"translit"}),
        ("Ihyāʼ ‘ulūm", {"translit"}),
        ("图书馆", {"zh", "ja"}),
        ("圖書館", {"zh", "ja"}),
        ("図書館", {"zh", "ja"}),
        ("東京大学", {"ja"}),
        ("ｶﾀｶﾅ", {"kana"}),
        ("도서관", {"ko"}),
        ("ИСТОРИЯ", {"ru"}),
        ("strassen", {"de"}),
        ("bibliotheques histoire", {"fr"}),
        ("こころ", {"original"}),
        ("bücher", set()),
    ],
)
def test_a_title_is_found_however_it_is_typed(engine: SearchEngine, typed: str, expected: set[str]) -> None:
    assert matching(engine, words(typed)) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("bronte", {"en"}), ("IJZERMAN", {"nl"}), ("ghazali", {"translit"}), ("漱石", {"ja"}), ("soekarno", {"id"})],
)
def test_an_author_is_found_however_the_name_is_typed(engine: SearchEngine, typed: str, expected: set[str]) -> None:
    assert matching(engine, words(typed, "author")) == expected


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("id", "pustaka", {"id"}),
        ("id", "didik", {"id"}),
        ("en", "library", {"en"}),
        ("nl", "wereldbibliotheek", {"nl"}),
        ("nl", "fietsen", set()),
        ("de", "bücherei", {"de"}),
        ("fr", "bibliothèque", {"fr"}),
        ("ru", "библиотека", {"ru"}),
        ("ar", "مكتبة", {"ar"}),
    ],
)
def test_a_stem_finds_other_forms_of_its_language(
    engine: SearchEngine, language: str, word: str, expected: set[str]
) -> None:
    assert matching(engine, Stem("title", language, word)) == expected


def test_a_stem_finds_nothing_in_records_of_another_language(engine: SearchEngine) -> None:
    assert matching(engine, Stem("title", "id", "libraries")) == set()


def test_a_possessive_stems_as_its_word_does(open_index: OpenIndex) -> None:
    languages = ("de", "en", "es", "fr", "nl")
    written = [
        union(f"{language}-{number}", language, f"The {word} thesis")
        for language in languages
        for number, word in enumerate(("author's", "author’s"))
    ]
    with open_index() as index:
        index.fill(lambda writer: writer.write([index_document(each) for each in written]))
        found = {language: matching(index.engine(), Stem("title", language, "author")) for language in languages}
    assert found == {
        language: {f"{language}-0", f"{language}-1"} if language != "es" else set() for language in languages
    }


# Of one language: a title of one word, words that find it, and words that don't. Left to themselves the engines' own
# stemmers disagree on each.
FORMS: tuple[tuple[StemLanguage, str, str, str], ...] = (
    ("en", "psychologists", "psychology psychologist", "psyche"),
    ("en", "organics", "organic", "organ"),
    ("en", "university's", "university universities", "universe"),
    ("en", "animal's", "animal animals", "animate"),
    ("en", "change", "changes changing", "ch'ang ch’ang"),
    ("en", "lateral", "lateral", "later"),
    ("fr", "française", "france français françaises", "francisque"),
    ("fr", "palais", "palais", "pal"),
    ("de", "bürgerinnen", "bürger bürgerin", "bürgschaft"),
    ("de", "inseln", "insel", "ins"),
    ("de", "verwaltete", "verwaltung verwaltet", "gewalt"),
    ("de", "budgets", "budget", "buch"),
    ("de", "market", "market markets", "mark marke"),
)


@pytest.mark.parametrize(("language", "title", "finding", "others"), FORMS, ids=[each[1] for each in FORMS])
def test_a_form_on_which_stemmers_disagree_is_found_by_the_same_words_everywhere(
    open_index: OpenIndex, language: StemLanguage, title: str, finding: str, others: str
) -> None:
    with open_index() as index:
        index.publish(record("it", title, language=language), record("other", "nihil", language=language))
        engine = index.engine()
        found = [word for word in f"{finding} {others}".split() if matching(engine, Stem("title", language, word))]
    assert found == finding.split()


@pytest.mark.parametrize("language", [*STEM_LANGUAGES, "tlh"])
def test_a_stem_of_any_word_is_answered(engine: SearchEngine, language: str) -> None:
    for word in ("", "x" * 5_000, "東京", "a b", "'", "\0"):
        assert engine.search(SearchRequest(Stem("title", language, word))).total == 0


def test_a_phrase_of_chinese_keeps_its_order(engine: SearchEngine) -> None:
    assert matching(engine, Sequence("title", tuple(query_tokens("国图书")))) == {"zh"}
    assert matching(engine, Sequence("title", tuple(reversed(query_tokens("国图书"))))) == set()


def test_one_character_finds_all_words_that_it_begins(engine: SearchEngine) -> None:
    assert matching(engine, Starts("title", fold("図"))) == {"zh", "ja"}
    assert matching(engine, Starts("title", fold("館"))) == {"zh", "ja"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("bronte", "Brontë, Charlotte"), ("夏目", "夏目漱石"), ("الغز", "الغزالي"), ("ijz", "IJzerman, J. W.")],
)
def test_a_heading_is_suggested_however_it_is_typed(engine: SearchEngine, typed: str, expected: str) -> None:
    assert [suggestion.text for suggestion in engine.suggest(typed, ("author",), 5)] == [expected]
