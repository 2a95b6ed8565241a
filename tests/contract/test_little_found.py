"""What a search does when it finds little: the same on every engine, always said, always undone by a link."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discovery.catalog.contributor import Contributor
from discovery.search.explain import explain_query
from discovery.search.notes import Note
from discovery.search.outcome import Outcome
from discovery.search.params import Row, SearchParams, read_params
from discovery.search.request import FacetRequest, Filter, YearRange
from discovery.search.service import SearchService
from tests.catalogues import union
from tests.contract.conftest import OpenIndex
from tests.contract.services import service_over

ACTON = Contributor("Acton, H. B.", "H. B. Acton", roles=("aut",), primary=True)
HIRATA = Contributor("Hirata, Andrea", "Andrea Hirata", roles=("aut",), primary=True)
HAMKA = Contributor("Hamka", "Hamka", roles=("aut",), primary=True)

CATALOGUE = (
    union(1, "Laskar pelangi", author=HIRATA, year=2005, libraries=("id-amn", "id-nus")),
    union(2, "Sang pemimpi", author=HIRATA, year=2006),
    union(3, "Surat dari Soekarno", author=None),
    union(4, "The mouse and the house", author=None, languages=("en",)),
    union(5, "Form and content", author=None, languages=("en",)),
    union(6, "From the earth to the moon", author=None, languages=("en",)),
    union(7, "Sejara kota", author=None),
    union(8, "Syarah hadis", author=None),
    union(9, "Kura-kura belimbing", author=None, abstract="Telur penyu di pantai Sukamade dijaga nelayan."),
    union(40, "Pantai utara", author=None, year=1999),
    union(42, "Zamrud khatulistiwa", author=None),
    union(43, "Batu", author=None, abstract="Zamrud dari khatulistiwa."),
    union(44, "Permata", author=None, abstract="Zamrud."),
    union(45, "Olahraga", author=None),
    union(46, "Pendidikan pra-sekolah", author=None),
    union(47, "Raga dan jiwa", author=None),
    union(48, "Olah tubuh", author=None),
    union(49, "Nasihat", author=HAMKA),
    union(50, "Kenangan untuk Prof. Dr. Rasjidi", author=None),
    union(51, "Multi media", author=None),
    *(union(number, f"Multimedia {number}", author=None) for number in (52, 53, 54)),
    union(41, "Ada and the calculus", author=ACTON, languages=("en",)),
    *(union(number, f"Sejarah {number} Indonesia", author=None, year=1900 + number) for number in range(10, 40)),
)


@pytest.fixture(scope="module")
def service(open_index: OpenIndex) -> Iterator[SearchService]:
    with service_over(open_index, CATALOGUE) as service:
        yield service


def search(service: SearchService, text: str, **given: object) -> Outcome:
    return service.search(SearchParams(rows=(Row(text),), **given), facets=())  # type: ignore[arg-type]


def titles(outcome: Outcome) -> list[str]:
    return [hit.record.description.title.main for hit in outcome.hits]


def offered(outcome: Outcome) -> list[tuple[str, str, int | None]]:
    return [(each.kind, each.text, each.count) for each in outcome.suggestions]


INSTEAD = {
    "laskr pelangi": ("nearest-words", "laskar pelangi"),
    "lasakr pelangi": ("nearest-words", "laskar pelangi"),
    "Laskr, pelangi!": ("nearest-words", "Laskar, pelangi!"),
    "LASKR PELANGI": ("nearest-words", "LASKAR PELANGI"),
    "laskr pelamgi": ("nearest-words", "laskar pelangi"),
    "waskar pelangi": ("nearest-words", "laskar pelangi"),
    "laskar pmimpa OR pelamgii": ("nearest-words", "laskar pmimpa OR pelangi"),
    "title:laskr AND author:hirata": ("nearest-words", "title:laskar AND author:hirata"),
    '"laskr pelangi"': ("nearest-words", '"laskar pelangi"'),
    "pelanggiiii laskar": ("fewer-words", "pelanggiiii"),
    "sharah hadis": ("other-spelling", "syarah hadis"),
    "olah raga": ("other-spelling", "olahraga"),
    "Olah-raga sekolah": ("any-word", "Olah, raga, sekolah"),
    "Prasekolah": ("other-spelling", '"pra sekolah"'),
    "pendidikan prasekolah": ("other-spelling", 'pendidikan "pra sekolah"'),
    "Prof. Dr. H. Hamka": ("any-word", "Hamka"),
    "form the earth": ("nearest-words", "from the earth"),
    "laskar mouse": ("any-word", "laskar, mouse"),
    "mouse calculuss": ("any-near-word", "mouse, calculus"),
    "laskar pelangi calculuss": ("fewer-words", "calculuss"),
    "laskar pelangi qqqzzzxyz": ("fewer-words", "qqqzzzxyz"),
    "Siapakah penulis Laskar pelangi?": ("any-word", "penulis, Laskar, pelangi"),
    "APAKAH PELANGI": ("any-word", "PELANGI"),
}


@pytest.mark.parametrize(("typed", "instead"), INSTEAD.items())
def test_nothing_found_is_searched_in_another_wording_and_says_so(
    service: SearchService, typed: str, instead: tuple[str, str]
) -> None:
    outcome = search(service, typed)
    code, searched = instead
    assert outcome.total > 0
    assert [(note.code, note.values[:2]) for note in outcome.notes] == [(code, (typed, searched))]
    assert outcome.params == SearchParams(rows=(Row(typed),))
    back = outcome.suggestions[0]
    assert (back.kind, back.text, back.params) == ("as-typed", typed, replace(outcome.params, verbatim=True))
    assert service.search(back.params, facets=()).total == 0


def test_a_word_that_the_catalogue_writes_as_one_is_offered_where_few_write_it_as_two(service: SearchService) -> None:
    outcome = search(service, "multi media")
    assert outcome.notes == ()
    assert offered(outcome) == [("spelling", "multimedia", 3)]
    assert search(service, "multimedia").suggestions == ()


def test_missing_word_and_slip_are_both_said(service: SearchService) -> None:
    outcome = search(service, "laskr qqqzzzxyz pelangi")
    assert titles(outcome) == ["Laskar pelangi"]
    values = ("laskr qqqzzzxyz pelangi", "qqqzzzxyz", "laskar pelangi")
    assert outcome.notes == (Note("fewer-and-nearest-words", values),)


def test_fewer_words_stand_below_those_that_have_enough(service: SearchService) -> None:
    typed = "telur penyu pantai"
    outcome = search(service, typed)
    assert titles(outcome) == ["Kura-kura belimbing", "Pantai utara"]
    assert (outcome.total, outcome.notes) == (2, (Note("fewer-words-below", (typed, "1")),))
    back = outcome.suggestions[0]
    assert (back.kind, back.count, titles(service.search(back.params))) == ("as-typed", 1, titles(outcome)[:1])
    second = search(service, typed, size=1, page=2)
    assert (second.total, titles(second), second.notes) == (2, ["Pantai utara"], outcome.notes)
    assert search(service, typed, sort="newest").total == 1


def test_of_two_words_that_one_record_has_those_with_one_stand_below(service: SearchService) -> None:
    outcome = search(service, "nelayan pantai")
    assert titles(outcome) == ["Kura-kura belimbing", "Pantai utara"]
    assert outcome.notes == (Note("fewer-words-below", ("nelayan pantai", "1")),)
    assert titles(search(service, "nelayan pantai", verbatim=True)) == ["Kura-kura belimbing"]


@pytest.mark.parametrize(
    "typed",
    ["telur penyu pantai", "zamrud khatulistiwa", "utara penyu sukamade", "telr penyu pantai", "sejarah indonesia"],
)
def test_a_facet_leads_to_as_many_as_it_counts(service: SearchService, typed: str) -> None:
    """However few they are, and whatever words they were found by."""
    whole = service.search(SearchParams(rows=(Row(typed),)))
    buckets = [(facet.facet, bucket) for facet in whole.facets for bucket in facet.buckets]
    assert buckets
    for facet, bucket in buckets:
        chosen = (Filter(facet, (bucket.value,)),)
        assert search(service, typed, filters=chosen).total == bucket.count
        assert search(service, typed, exclusions=chosen).total == whole.total - bucket.count


def test_what_has_all_the_words_is_counted_within_the_filter(service: SearchService) -> None:
    typed = "telur penyu pantai"
    below = search(service, typed, years=YearRange(1990, 1999))
    assert titles(below) == ["Pantai utara"]
    assert below.notes == (Note("any-word", (typed, "telur, penyu, pantai")),)
    assert offered(below) == [("as-typed", typed, 0)]
    above = search(service, typed, years=YearRange(1980, 1989))
    assert (titles(above), above.notes) == (
        ["Kura-kura belimbing"], (Note("fewer-words-below", (typed, "1")),),
    )  # fmt: skip
    assert offered(above) == [("as-typed", typed, 1)]


def test_few_of_many_within_a_filter_have_nothing_below_them(service: SearchService) -> None:
    narrow = search(service, "sejarah indonesia", years=YearRange(1910, 1912))
    assert (narrow.total, narrow.notes, narrow.suggestions) == (3, (), ())


def test_a_page_further_on_is_of_the_same_hits(service: SearchService) -> None:
    """Of the first page's first hit it is asked whether it was looked for, not of this page's."""
    pages = [search(service, "zamrud khatulistiwa", size=1, page=page) for page in (1, 2)]
    assert [(page.total, titles(page)) for page in pages] == [(2, ["Zamrud khatulistiwa"]), (2, ["Batu"])]


def test_words_that_no_record_has_together_find_what_has_any(service: SearchService) -> None:
    outcome = search(service, "utara penyu sukamade")
    assert set(titles(outcome)) == {"Kura-kura belimbing", "Pantai utara"}
    assert outcome.notes == (Note("any-word", ("utara penyu sukamade", "utara, penyu, sukamade")),)


@pytest.mark.parametrize(
    "typed",
    [
        "Sejarah 12 Indonesia",
        "Laskar pelangi Andrea",
        "andrea hirata laskar pelangi",
        "hirata laskar",
        "dari Soekarno",
        "surat dari",
        "earth to the moon",
    ],
)
def test_nothing_stands_below_what_is_just_what_was_typed(service: SearchService, typed: str) -> None:
    outcome = search(service, typed)
    assert (outcome.total, outcome.notes) == (1, ())


def test_words_of_the_catalogue_are_not_changed_into_others_unless_that_is_a_title(service: SearchService) -> None:
    outcome = search(service, "form mouse surat")
    assert [note.code for note in outcome.notes] == ["any-word"]
    assert {*titles(outcome)} == {"Form and content", "The mouse and the house", "Surat dari Soekarno"}


def test_initials_alone_stand_for_nobody(service: SearchService) -> None:
    unknown = search(service, "H.B. Qqqzzzxyz")
    assert (unknown.total, unknown.notes) == (0, ())
    known = search(service, "H.B. Hirata")
    assert set(titles(known)) == {"Laskar pelangi", "Sang pemimpi"}
    assert known.notes == (Note("any-word", ("H.B. Hirata", "Hirata")),)


@pytest.mark.parametrize(
    ("typed", "code", "title"),
    [
        ("AA calculus", "any-word", "Ada and the calculus"),
        ("ca calculus", "any-word", "Ada and the calculus"),
        ("th mouse", "nearest-words", "The mouse and the house"),
    ],
)
def test_two_letters_are_a_slip_for_a_function_word_only(
    service: SearchService, typed: str, code: str, title: str
) -> None:
    outcome = search(service, typed)
    assert (titles(outcome)[0], [note.code for note in outcome.notes]) == (title, [code])


def test_the_next_nearest_words_are_offered_with_what_they_find(service: SearchService) -> None:
    outcome = search(service, "fom")
    assert (titles(outcome), outcome.notes) == (["Form and content"], (Note("nearest-words", ("fom", "form")),))
    assert offered(outcome) == [("as-typed", "fom", 0), ("spelling", "from", 1)]
    assert titles(service.search(outcome.suggestions[1].params)) == ["From the earth to the moon"]


def test_an_offer_counts_what_stands_below_too(service: SearchService) -> None:
    outcome = search(service, "telur penyu pantai", filters=(Filter("language", ("zh",)),))
    assert offered(outcome) == [("without-limit", "telur penyu pantai", 2)]
    assert service.search(outcome.suggestions[0].params).total == 2


@pytest.mark.parametrize(
    "typed",
    [*("978-12-13-14151-6", "12-13-14151-7", "978 12 13 14151 6"), "https://doi.org/10.1200/kota", "doi:10.1200/kota"],
)
def test_a_number_that_no_record_has_isnt_taken_apart(service: SearchService, typed: str) -> None:
    assert search(service, "12").total == 1
    assert search(service, typed).total == 0


def test_verbatim_search_finds_what_was_typed_and_offers_the_rest(service: SearchService) -> None:
    outcome = search(service, "laskr pelangi", verbatim=True)
    assert (outcome.total, outcome.notes) == (0, ())
    assert offered(outcome) == [("spelling", "laskar pelangi", 1)]
    assert titles(service.search(outcome.suggestions[0].params)) == ["Laskar pelangi"]


def test_pages_of_another_wording_go_on(service: SearchService) -> None:
    second = search(service, "sejarrah indonesia", size=20, page=2)
    assert (second.total, len(second.hits), second.params.page) == (30, 10, 2)


def test_suspiciously_little_is_shown_with_the_more_usual_word(service: SearchService) -> None:
    outcome = search(service, "sejara")
    assert (outcome.notes, titles(outcome), offered(outcome)) == ((), ["Sejara kota"], [("spelling", "sejarah", 30)])


def test_a_word_too_short_for_the_catalogues_list_is_no_slip(open_index: OpenIndex) -> None:
    lees = (union(number, f"Lee dan dexter {number}", author=None) for number in range(1, 26))
    with service_over(open_index, (union(30, "Le dexter", author=None), *lees)) as service:
        outcome = search(service, "le dexter")
        assert (titles(outcome), offered(outcome)) == (["Le dexter"], [])
        assert offered(search(service, "lea dexter"))[0] == ("as-typed", "lea dexter", 0)


def test_enough_found_offers_nothing(service: SearchService) -> None:
    for text in ("sejarah", "indonesia", "laskar pelangi", "hirata"):
        assert (search(service, text).suggestions, search(service, text).notes) == ((), ())


def test_filters_that_took_everything_are_named_with_what_lies_behind_them(service: SearchService) -> None:
    filters = (Filter("library", ("id-nus",)), Filter("language", ("id",)))
    outcome = search(service, "sang pemimpi", filters=filters)
    assert (outcome.total, outcome.notes) == (0, ())
    (offer,) = outcome.suggestions
    assert (offer.kind, offer.limit, offer.count) == ("without-limit", filters[0], 1)
    assert offer.params.filters == (filters[1],)


def test_years_and_filters_that_together_took_everything_go_together(service: SearchService) -> None:
    limits = {"filters": (Filter("library", ("id-nus",)),), "years": YearRange(1800, 1801)}
    outcome = search(service, "sang pemimpi", **limits)
    assert offered(outcome) == [("without-limits", "sang pemimpi", 1)]
    nothing = search(service, "", years=YearRange(1800, 1801))
    assert [(each.kind, each.limit) for each in nothing.suggestions] == [
        ("without-limit", Filter("year", ("1800-1801",)))
    ]


@pytest.mark.parametrize(
    ("typed", "left", "limit", "count"),
    [
        ("author:hirata year:1800", "author:hirata", Filter("year", ("1800",)), 2),
        ("tahun:1800-1810 pengarang:hirata", "pengarang:hirata", Filter("year", ("1800-1810",)), 2),
        ("sang pemimpi language:arab", "sang pemimpi", Filter("language", ("ar",)), 1),
        ('"sang pemimpi" library:id-nus', '"sang pemimpi"', Filter("library", ("id-nus",)), 1),
    ],
)
def test_a_typed_limit_is_offered_to_be_left_out_before_the_words_are(
    service: SearchService, typed: str, left: str, limit: Filter, count: int
) -> None:
    """Of "author:hirata year:1800" all of 1800 was shown, or nothing, and never Hirata's books."""
    outcome = search(service, typed)
    assert (outcome.total, outcome.notes) == (0, ())
    assert [(each.kind, each.text, each.limit, each.count) for each in outcome.suggestions] == [
        ("without-limit", left, limit, count)
    ]


def test_typed_limits_that_together_took_everything_go_together(service: SearchService) -> None:
    outcome = search(service, "hirata year:1800 language:en", filters=(Filter("library", ("id-nus",)),))
    assert offered(outcome) == [("without-limits", "hirata", 2)]


@pytest.mark.parametrize(
    "typed", ["hirata -year:2005", "hirata OR year:1800", "year:1800", f"hirata {'year:1800 ' * 60}"]
)
def test_what_else_was_said_of_a_year_is_no_limit_to_be_left_out(service: SearchService, typed: str) -> None:
    kinds = {each.kind for each in search(service, typed).suggestions}
    assert kinds.isdisjoint({"without-limit", "without-limits"})


def test_words_in_the_wrong_field_are_offered_in_every_field(service: SearchService) -> None:
    outcome = search(service, "title:hirata", verbatim=True)
    assert ("all-fields", "hirata", 2) in offered(outcome)


def test_nothing_at_all_names_headings_that_begin_so(service: SearchService) -> None:
    outcome = search(service, "hirata andr", verbatim=True)
    assert ("heading", "Hirata, Andrea", 2) in offered(outcome)


@pytest.mark.parametrize("typed", ["***", '""', "- / : ;"])
def test_nothing_searchable_finds_nothing_says_why_and_asks_for_nothing_else(
    service: SearchService, typed: str
) -> None:
    outcome = search(service, typed)
    assert (outcome.total, outcome.suggestions, outcome.notes) == (0, (), (Note("nothing-searchable", (typed,)),))


@pytest.mark.parametrize("name", ["id-nus", "ID-NUS", "nusantara", '"Perpustakaan Nusantara"'])
@pytest.mark.parametrize("prefix", ["library", "perpustakaan"])
def test_libraries_are_asked_for_by_code_or_name(service: SearchService, prefix: str, name: str) -> None:
    assert titles(search(service, f"{prefix}:{name}")) == ["Laskar pelangi"]


def test_unknown_library_is_said(service: SearchService) -> None:
    outcome = search(service, "laskar library:ugm", verbatim=True)
    assert (outcome.total, outcome.notes) == (0, (Note("no-such-library", ("ugm",)),))


PIECES = (
    *("(", ")", '"', "-", "*", ":", " ", " AND ", " OR ", " NOT ", " TIDAK ", "author:", "year:", "isbn:", "1990-"),
    *("laskr", "pelangi", "e\u0301", "東京大学", "&", "C++", "\x00", "\u202e", "\ud800", "𝔘", "'", "A.A.", "library:"),
    *("ﷺ", "½", "ß", "İ", "ǅ", "ﬁ", "الكتاب", "\u200d", "_", "9", "\n", "%s", "{0}"),
)
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=200)


@given(HOSTILE, HOSTILE, st.sampled_from(["all", "author", "identifier"]), st.sampled_from(["and", "or", "not"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_is_an_error(service: SearchService, first: str, second: str, scope: str, operator: str) -> None:
    pairs = (("q", first), ("in", scope), ("q2", second), ("op2", operator))
    for params in (read_params(pairs), read_params((*pairs, ("f.author", first), ("year", second)))):
        outcome = service.search(params)
        assert outcome.total >= len(outcome.hits)
        assert isinstance(explain_query(outcome.query), str)


@pytest.mark.parametrize(
    "asked",
    [
        {"rows": (Row("laskr pelangi"),)},
        {"rows": (Row("sejara indonesia"),), "page": 2, "size": 7},
        {"rows": (Row("earth moon house"),)},
        {"rows": (Row("Soekarno"),), "filters": (Filter("library", ("id-amn",)),)},
        {"rows": (Row("laskr pelangi"),), "verbatim": True},
        {"rows": (Row("sejarah"),)},
    ],
)
def test_more_of_a_facet_counts_what_the_search_found(service: SearchService, asked: dict[str, object]) -> None:
    """Nearest words, fewer words, no hits and all words: "more" goes on from the facet beside the results."""
    params = SearchParams(**asked)  # type: ignore[arg-type]
    beside = service.search(params, facets=(FacetRequest("type", 5), FacetRequest("year", 5))).facets
    assert tuple(service.facet(params, each.facet, size=5) for each in beside) == beside
