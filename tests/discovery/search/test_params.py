import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.search.fields import FACETS
from discovery.search.keyword_fields import decade
from discovery.search.notes import MESSAGES, Note, note_text
from discovery.search.params import (
    MAX_FILTERS,
    MAX_PAGE,
    MAX_ROWS,
    MAX_SIZE,
    Row,
    SearchParams,
    read_params,
    write_params,
)
from discovery.search.request import Filter, YearRange
from discovery.search.year_ranges import parse_years


def test_params_of_a_full_query_string_are_read() -> None:
    pairs = [
        ("q", "laskar"), ("in", "title"), ("q2", "hirata"), ("in2", "author"), ("op2", "or"), ("q5", "film"),
        ("op5", "not"), ("f.library", "id-amn"), ("f.library", "id-bpk"), ("f.language", "id"), ("x.type", "video"),
        ("year", "1990-1999"), ("sort", "newest"), ("by", "work"), ("page", "3"), ("size", "50"), ("lang", "en"),
        ("explain", "1"), ("utm_source", "x"),
    ]  # fmt: skip
    assert read_params(pairs) == SearchParams(
        rows=(Row("laskar", "title"), Row("hirata", "author", "or"), Row("film", "all", "not")),
        filters=(Filter("library", ("id-amn", "id-bpk")), Filter("language", ("id",))),
        exclusions=(Filter("type", ("video",)),),
        years=YearRange(1990, 1999),
        sort="newest",
        by="work",
        page=3,
        size=50,
        language="en",
        explain=True,
    )


def test_params_of_nothing_are_the_defaults() -> None:
    assert read_params([]) == SearchParams()
    assert write_params(SearchParams()) == ()


CHANGED = {
    "unknown sort": (("sort", "price"), SearchParams(), Note("value-changed", ("sort", "price", "relevance"))),
    "unknown field": (("in", "shelf"), SearchParams(), Note("value-changed", ("in", "shelf", "all"))),
    "page zero": (("page", "0"), SearchParams(), Note("value-changed", ("page", "0", "1"))),
    "page of letters": (("page", "x"), SearchParams(), Note("value-changed", ("page", "x", "1"))),
    "negative size": (("size", "-5"), SearchParams(size=1), Note("value-changed", ("size", "-5", "1"))),
    "great size": (("size", "5000000"), SearchParams(size=MAX_SIZE), Note("value-changed", ("size", "5000000", "100"))),
    "great page": (
        ("page", "99999999"),
        SearchParams(page=MAX_PAGE),
        Note("value-changed", ("page", "99999999", "10000")),
    ),
    "year in words": (("year", "sembilan"), SearchParams(), Note("value-ignored", ("year", "sembilan"))),
    "a year for a decade": (("f.year", "1990"), SearchParams(), Note("value-ignored", ("year", "1990"))),
    "words for a decade": (("x.year", "lama"), SearchParams(), Note("value-ignored", ("year", "lama"))),
    "more than a decade": (("f.year", "1990-2009"), SearchParams(), Note("value-ignored", ("year", "1990-2009"))),
    "a month": (("year", "2020-08"), SearchParams(), Note("value-ignored", ("year", "2020-08"))),
    "language of no form": (("lang", "../x"), SearchParams(), Note("value-ignored", ("lang", "../x"))),
    "unknown facet": (("f.colour", "red"), SearchParams(), Note("value-ignored", ("colour", "red"))),
}


@pytest.mark.parametrize(("pair", "params", "note"), CHANGED.values(), ids=CHANGED.keys())
def test_params_with_a_bad_value_are_mended_with_a_note(
    pair: tuple[str, str], params: SearchParams, note: Note
) -> None:
    read = read_params([pair])
    assert read == params
    assert read.notes == (note,)


def test_params_keep_twenty_filters_in_all() -> None:
    pairs = [("f.author", f"a{number}") for number in range(15)] + [("x.author", f"b{number}") for number in range(15)]
    read = read_params(pairs)
    assert [len(read.filters[0].values), len(read.exclusions[0].values)] == [15, MAX_FILTERS - 15]
    assert read.notes == (Note("filters-left-out", ("5",)),)


def test_params_keep_eight_rows() -> None:
    read = read_params([(f"q{number}", "kata") for number in range(2, 20)])
    assert read.rows == (Row("kata"),) * MAX_ROWS
    assert read.notes == (Note("rows-left-out", (str(MAX_ROWS),)),)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1990", YearRange(1990, 1990)),
        ("1990-1999", YearRange(1990, 1999)),
        ("1990 – 1999", YearRange(1990, 1999)),
        ("1990-", YearRange(1990, None)),
        ("-1945", YearRange(None, 1945)),
        ("1999-1990", YearRange(1990, 1999)),
        ("-50--41", YearRange(-50, -41)),
        ("--41", YearRange(None, -41)),
        ("-", None),
        ("199?", None),
        ("", None),
        ("1990-1999-2000", None),
        ("١٩٩٠", YearRange(1990, 1990)),
        ("۱۹۹۰–۱۹۹۹", YearRange(1990, 1999)),
        ("1990-95", YearRange(1990, 1995)),
        ("1998-03", YearRange(1998, 2003)),
        ("2020-08", None),
        ("1405 H", YearRange(1984, 1985)),
        ("1405H", YearRange(1984, 1985)),
        ("1405 A.H.", YearRange(1984, 1985)),
        ("1405هـ", YearRange(1984, 1985)),
        ("١٤٠٥", YearRange(1984, 1985)),
        ("1405 Hijriah", YearRange(1984, 1985)),
        ("1429 H", YearRange(2008, 2008)),
        ("1405-1410 H", YearRange(1984, 1990)),
        ("1405-10 H", YearRange(1984, 1990)),
        ("1410-1405 H", YearRange(1984, 1990)),
        ("1405- H", YearRange(1984, None)),
        ("1405", YearRange(1405, 1405)),
        ("1990 H", None),
        ("200 H", None),
        ("H", None),
    ],
)
def test_years_are_parsed(text: str, years: YearRange | None) -> None:
    assert parse_years(text) == years


@pytest.mark.parametrize(
    ("values", "years"),
    [
        (("1990", "1999"), YearRange(1990, 1999)),
        (("1999", " 1990 "), YearRange(1990, 1999)),
        (("1990", ""), YearRange(1990, None)),
        (("", "1999"), YearRange(None, 1999)),
        (("-50", "-41"), YearRange(-50, -41)),
        (("", ""), None),
        (("1990-1999", ""), YearRange(1990, 1999)),
        (("", "1990-1999"), YearRange(1990, 1999)),
        (("١٩٩٠", "١٩٩٩"), YearRange(1990, 1999)),
        (("1405 H", "1410 H"), YearRange(1984, 1990)),
        (("1410 H", "1405 H"), YearRange(1984, 1990)),
        (("", "1410 H"), YearRange(None, 1990)),
        (("1405 H", ""), YearRange(1984, None)),
    ],
)
def test_params_take_years_from_two_fields_of_a_form(values: tuple[str, str], years: YearRange | None) -> None:
    read = read_params([("year", value) for value in values])
    assert (read.years, read.notes) == (years, ())


@pytest.mark.parametrize("typed", ["1990-1999", "1990–1999", "١٩٩٠-١٩٩٩"])
def test_a_decade_is_one_value_however_it_is_typed(typed: str) -> None:
    read = read_params([("f.year", typed), ("f.year", "-50--41"), ("f.year", "")])
    assert (read.filters, read.notes) == ((Filter("year", ("1990-1999", "-50--41")),), ())


def test_an_end_of_a_range_that_is_no_year_is_told_with_the_other() -> None:
    read = read_params([("year", "1990"), ("year", "sembilan")])
    assert (read.years, read.notes) == (None, (Note("value-ignored", ("year", "1990-sembilan")),))


@pytest.mark.parametrize("code", MESSAGES)
def test_note_is_a_sentence_in_english(code: str) -> None:
    places = MESSAGES[code].count("{")
    assert note_text(Note(code, ("20", "30", "40")[: max(places, 1)])).endswith((".",))
    assert "{" not in note_text(Note(code, ("20", "30", "40")))


TEXTS = st.text(min_size=1, max_size=20).filter(lambda text: text.strip() != "")
SCOPES = st.sampled_from(("all", "title", "author", "subject", "series", "identifier"))
ROWS = st.lists(
    st.builds(Row, TEXTS, SCOPES, st.sampled_from(("and", "or", "not"))), min_size=1, max_size=MAX_ROWS
).map(tuple)
DECADES = st.integers(-100, 300).map(lambda number: decade(10 * number))
FILTERS = st.lists(
    st.builds(
        Filter,
        st.sampled_from([facet for facet in FACETS if facet != "year"]),
        st.lists(TEXTS, min_size=1, max_size=3, unique=True).map(tuple),
    )
    | st.builds(Filter, st.just("year"), st.lists(DECADES, min_size=1, max_size=3, unique=True).map(tuple)),
    max_size=3,
    unique_by=lambda limit: limit.facet,
).map(tuple)
YEARS = st.integers(-9_999, 99_999)
RANGES = st.one_of(
    st.none(),
    st.tuples(YEARS, YEARS).map(lambda ends: YearRange(min(ends), max(ends))),
    YEARS.map(lambda year: YearRange(year, None)),
    YEARS.map(lambda year: YearRange(None, year)),
)
PARAMS = st.builds(
    SearchParams,
    rows=ROWS | st.just((Row(""),)),
    filters=FILTERS,
    exclusions=FILTERS,
    years=RANGES,
    sort=st.sampled_from(("relevance", "newest", "oldest", "title", "author", "holdings")),
    by=st.sampled_from(("edition", "work")),
    page=st.integers(1, MAX_PAGE),
    size=st.integers(1, MAX_SIZE),
    language=st.sampled_from(("", "id", "en", "zh-Hant")),
    explain=st.booleans(),
)


@given(PARAMS)
def test_params_written_are_read_as_they_were(params: SearchParams) -> None:
    assert read_params(write_params(params)) == params


@given(st.lists(st.tuples(st.sampled_from(["q", "q2", "op", "year", "page", "f.year", "x.", "f.", "sort"]), st.text())))
def test_params_of_any_pairs_are_read(pairs: list[tuple[str, str]]) -> None:
    read = read_params(pairs)
    assert read_params(write_params(read)) == read
