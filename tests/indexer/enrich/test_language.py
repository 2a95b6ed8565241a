"""Languages that nobody coded: undecided rather than wrong, the same in any process and any order."""

import subprocess
import sys

import pytest
from msgspec import structs

from discovery.catalog.contributor import Contributor
from discovery.catalog.publication import Publication
from discovery.catalog.record import Description, Note, Record, Title, VariantTitle
from indexer.enrich.language import LanguagePrior, decide_languages
from indexer.enrich.record import enriched

NO_PRIOR = LanguagePrior()
INDONESIAN = LanguagePrior.of(["id"] * 90 + ["en"] * 10)


def decided(title: str, prior: LanguagePrior = NO_PRIOR, original: str = "") -> tuple[tuple[str, ...], str]:
    return decide_languages(Description(Title(title, original=original)), prior)


def test_coded_language_is_never_asked_again() -> None:
    coded = Description(Title("The history of the Dutch East Indies"), languages=("id",), language_basis="coded")
    assert decide_languages(coded, NO_PRIOR) == (("id",), "coded")


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Sejarah perkembangan pendidikan Islam di Indonesia", "id"),
        ("The development of education in the outer islands", "en"),
        ("De geschiedenis van de Nederlandse koloniën in de Oost", "nl"),
        ("Die Geschichte der niederländischen Kolonien in Asien", "de"),
        ("SEJARAH PERKEMBANGAN PENDIDIKAN ISLAM DI INDONESIA", "id"),
    ],
)
def test_language_of_a_long_title_is_detected(title: str, language: str) -> None:
    assert decided(title, INDONESIAN) == ((language,), "detected")


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("日本経済史", "ja"),
        ("日本語の歴史", "ja"),
        ("中国经济史", "zh"),
        ("汉语大词典", "zh"),
        ("雪国 ゆきぐに", "ja"),
        ("토지", "ko"),
        ("Преступление и наказание", "ru"),
        ("Тіні забутих предків", "uk"),
        ("كتاب الأم", "ar"),
        ("شاهنامه‌ی گرانمایه", "fa"),
        ("هكاية ڤڠ‌ليما", "ms"),
        ("ספר הזוהר", "he"),
        ("ทวิภพ", "th"),
        ("ꦧꦧꦢ꧀", "jv"),
        ("ᬓᬓᬯᬶᬦ᭄", "ban"),
        ("Ἰλιάς", "el"),
    ],
)
def test_script_that_gives_its_language_away_needs_no_length(title: str, language: str) -> None:
    assert decided(title) == ((language,), "detected")


def test_original_script_tells_more_than_its_romanisation() -> None:
    assert decided("Rashomon", original="羅生門のはなし") == (("ja",), "detected")


def test_partners_own_records_decide_where_languages_share_a_script() -> None:
    of_japan, of_china = (LanguagePrior.of([most, most, least]) for most, least in (("ja", "zh"), ("zh", "ja")))
    assert [decided("羅生門", prior)[0] for prior in (of_japan, of_china, LanguagePrior.of(["ja", "zh"]))] == [
        ("ja",),
        ("zh",),
        (),
    ]


@pytest.mark.parametrize(
    ("beside", "languages"),
    [
        ({}, ()),
        ({"contributors": (Contributor("紫式部", "紫式部"), Contributor("むらさき", "むらさき"))}, ("ja",)),
        ({"variants": (VariantTitle("Genji monogatari", original="げんじものがたり"),)}, ("ja",)),
        ({"publication": Publication(country="ja")}, ("ja",)),
        ({"publication": Publication(country="ch")}, ("zh",)),
        ({"publication": Publication("東京都")}, ("ja",)),
        ({"publication": Publication("Taibei Shi")}, ("zh",)),
        ({"publication": Publication("東京", places=("東京", "北京"))}, ()),
        ({"publication": Publication("Jakarta", country="io")}, ()),
    ],
)
def test_title_in_characters_of_two_languages_is_of_neither_unless_the_record_says_more(
    beside: dict[str, object], languages: tuple[str, ...]
) -> None:
    described = structs.replace(Description(Title("源氏物語")), **beside)  # type: ignore[arg-type]
    assert decide_languages(described, NO_PRIOR)[0] == languages


def test_malay_partner_has_malay_where_indonesian_is_meant() -> None:
    malay = LanguagePrior.of(["ms"] * 20 + ["id"] * 3)
    assert decided("Sejarah perkembangan pendidikan Islam di negeri Johor", malay) == (("ms",), "detected")


@pytest.mark.parametrize(
    "title",
    [
        "Java",
        "Carita Parahiyangan",
        "",
        "12345 67890 12345 67890 12345",
        "Tārīkh Miṣr al-Islāmīyah min al-fatḥ al-ʻArabī",
    ],
)
def test_short_or_romanised_title_stays_undecided(title: str) -> None:
    assert decided(title, INDONESIAN) == ((), "undecided")


def test_short_title_is_helped_by_the_words_around_it() -> None:
    description = Description(
        Title("Java"), abstract="An account of the island and of the people who live there", notes=(Note("Indeks."),)
    )
    assert decide_languages(description, NO_PRIOR) == (("en",), "detected")


def test_latin_title_of_a_partner_in_undetectable_languages_stays_undecided() -> None:
    assert decided("Sure success in elementary civics for examination", LanguagePrior.of(["ne"] * 9 + ["en"])) == (
        (),
        "undecided",
    )


def test_prior_is_counted_in_any_order() -> None:
    assert (
        LanguagePrior.of(["id", "en", "id"])
        == LanguagePrior.of(["en", "id", "id"])
        == LanguagePrior((("id", 2), ("en", 1)))
    )


def test_detection_answers_the_same_in_another_process_and_order() -> None:
    titles = [
        "Pelajaran bahasa Belanda untuk pemula",
        "Gedenkboek voor Nederlandsch Indië",
        "Economia e política do império",
    ]
    here = [decided(title, INDONESIAN) for title in titles]
    program = (
        "from tests.indexer.enrich.test_language import decided, INDONESIAN\n"
        f"print([decided(title, INDONESIAN) for title in {titles[::-1]!r}][::-1])"
    )
    there = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert there.strip() == repr(here)


def test_enriched_record_has_its_languages_and_its_filing_key() -> None:
    record = enriched(
        Record(
            "x",
            "ui",
            "1",
            Description(Title("The hobbit : there and back again", nonfiling=4, original_responsibility="托爾金")),
        ),
        NO_PRIOR,
    )
    description = record.description
    assert description.title.original_responsibility == "托爾金"
    assert (description.title.sort, description.languages, description.language_basis) == (
        "hobbit there and back again",
        ("en",),
        "detected",
    )


def test_enriched_title_counts_the_article_that_its_source_did_not() -> None:
    title = enriched(
        Record("x", "ui", "1", Description(Title("The hobbit"), languages=("en",), language_basis="coded")), NO_PRIOR
    )
    assert title.description.title.nonfiling == len("The ")
