import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from discovery.catalog.contributor import Contributor
from discovery.catalog.identifiers import Identifier
from discovery.catalog.ids import record_id
from discovery.catalog.record import Title, VariantTitle
from discovery.engines.embedded.writer import EmbeddedWriter
from discovery.errors import Gone, NotFound
from discovery.search.explain import explain_query
from discovery.search.indexing import index_document, words_of
from discovery.search.notes import Note
from discovery.search.params import Row, SearchParams
from discovery.search.query import Everything
from discovery.search.request import FacetRequest, Filter, YearRange
from discovery.search.results import Bucket, Word
from discovery.search.service import SearchService
from tests.catalogues import publish, union

HIRATA = Contributor("Hirata, Andrea", "Andrea Hirata", roles=("aut",), primary=True)
MILNE = Contributor("Milne, A. A.", "A. A. Milne", roles=("aut",), primary=True)
GLUED = Contributor("Milne, AA", "AA Milne", roles=("aut",), primary=True)
GONE = record_id("test", "bibliographic", "gone")

CATALOGUE = (
    union(1, "Laskar pelangi", author=HIRATA, year=2005, libraries=("id-amn", "id-nus"), subjects=("Novel",)),
    union(2, "Laskar pelangi : the phenomenon", author=None, year=2008, subjects=("Laskar pelangi", "Film")),
    union(3, "Kemerdekaan Indonesia", author=None, year=1945, subjects=("Indonesia", "Sejarah")),
    union(4, "Merdeka", author=None, year=1946, subjects=("Indonesia", "Sejarah")),
    union(5, "Winnie the Pooh", author=MILNE, languages=("en",), type="serial"),
    union(6, "When we were very young", author=GLUED, languages=("en",)),
    union(7, "Programming in C++", author=None, languages=("en",)),
    union(8, "Programming in C", author=None, languages=("en",)),
    union(9, Title("Nihon no rekishi", original="日本の歴史"), author=None, languages=("ja",)),
    union(10, "Crime & punishment", author=None, languages=("en",)),
    union(11, "It", author=None, languages=("en",)),
    union(12, "How it works", author=None, languages=("en",), libraries=("id-amn", "id-nus")),
    union(13, "Apa itu demokrasi?", author=None),
    union(14, "Madilog", author=None, identifiers=(Identifier("isbn", "9789793062792"),)),
    union(15, "Catatan 9789793062792 dan ISBN", author=None),
    union(16, "To be or not to be", author=None, languages=("en",)),
    union(17, "2001: a space odyssey", author=None, languages=("en",)),
    union(18, "Bumi manusia", variants=(VariantTitle("This earth of mankind"),), subjects=("Novel",)),
    union(19, "Al-Qurʼān al-karīm", author=None, languages=("ar",)),
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    folder: Path = tmp_path_factory.mktemp("service")
    fact = (f"gone:{GONE}", json.dumps({"title": "Kitab lama"}))
    service = publish(folder, CATALOGUE, facts=[fact])
    writer = EmbeddedWriter(folder)
    writer.current()
    words = words_of(map(index_document, CATALOGUE))
    writer.write_words(Word(word, count) for word, count in words.items())
    writer.publish()
    writer.close()
    yield service
    service.engine.close()


def search(service: SearchService, text: str, **given: object) -> list[str]:
    """The main titles of what is found, in order."""
    outcome = service.search(SearchParams(rows=(Row(text),), **given))  # type: ignore[arg-type]
    return [hit.record.description.title.main for hit in outcome.hits]


FOUND_FIRST = {
    "laskar pelangi": "Laskar pelangi",
    "hirata pelangi": "Laskar pelangi",
    "LASKAR PELANGI": "Laskar pelangi",
    "merdeka": "Merdeka",
    "kemerdekaan": "Kemerdekaan Indonesia",
    "A.A. Milne pooh": "Winnie the Pooh",
    "AA Milne pooh": "Winnie the Pooh",
    "A A Milne young": "When we were very young",
    "c++": "Programming in C++",
    "日本": "Nihon no rekishi",
    "史": "Nihon no rekishi",
    "crime and punishment": "Crime & punishment",
    "crime & punishment": "Crime & punishment",
    '"crime and punishment"': "Crime & punishment",
    "It": "It",
    "Apa itu": "Apa itu demokrasi?",
    "9789793062792": "Madilog",
    "979-3062-79-7": "Madilog",
    "9789793062790": "Madilog",
    "to be or not to be": "To be or not to be",
    "2001: a space odyssey": "2001: a space odyssey",
    "this earth of mankind": "Bumi manusia",
    "al-qur'an": "Al-Qurʼān al-karīm",
    "quran karim": "Al-Qurʼān al-karīm",
    "pramoed*": "Bumi manusia",
    "author:toer title:bumi": "Bumi manusia",
    "year:1946": "Merdeka",
}


@pytest.mark.parametrize(("text", "title"), FOUND_FIRST.items())
def test_search_finds_first(service: SearchService, text: str, title: str) -> None:
    assert search(service, text)[:1] == [title]


FOUND = {
    "merdeka": {"Merdeka", "Kemerdekaan Indonesia"},
    '"merdeka"': {"Merdeka"},
    "laskar -film": {"Laskar pelangi"},
    "laskar -novel": {"Laskar pelangi : the phenomenon"},
    "author:pelangi": set[str](),
    "subject:pelangi": {"Laskar pelangi : the phenomenon"},
    "merdeka ATAU madilog": {"Merdeka", "Kemerdekaan Indonesia", "Madilog"},
    "milne": {"Winnie the Pooh", "When we were very young"},
    "aa milne": {"Winnie the Pooh", "When we were very young"},
    "a.a. milne": {"Winnie the Pooh", "When we were very young"},
    "***": set[str](),
}


@pytest.mark.parametrize(("text", "titles"), FOUND.items())
def test_search_finds_nothing_else(service: SearchService, text: str, titles: set[str]) -> None:
    assert set(search(service, text)) == titles


def test_search_of_nothing_lists_everything_by_title(service: SearchService) -> None:
    outcome = service.search(SearchParams(size=3))
    assert (outcome.total, outcome.query, outcome.notes) == (len(CATALOGUE), Everything(), ())
    assert [hit.record.description.title.main for hit in outcome.hits] == [
        "2001: a space odyssey",
        "Al-Qurʼān al-karīm",
        "Apa itu demokrasi?",
    ]


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        ((Row("laskar"), Row("hirata", "author")), {"Laskar pelangi"}),
        ((Row("laskar"), Row("film", "subject", "not")), {"Laskar pelangi"}),
        ((Row("madilog", "title"), Row("merdeka", "title", "or")), {"Madilog", "Merdeka", "Kemerdekaan Indonesia"}),
        ((Row("laskar"), Row("***")), set()),
        ((Row("laskar hirata"), Row("***", "all", "or")), {"Laskar pelangi"}),
        ((Row("***"), Row("madilog", "all", "or")), {"Madilog"}),
        ((Row("laskar hirata"), Row("***", "all", "not")), {"Laskar pelangi"}),
    ],
)
def test_search_joins_rows_from_left_to_right(service: SearchService, rows: tuple[Row, ...], titles: set[str]) -> None:
    outcome = service.search(SearchParams(rows=rows))
    assert {hit.record.description.title.full for hit in outcome.hits} == titles


def test_search_limits_by_filters_exclusions_and_years(service: SearchService) -> None:
    years = YearRange(1940, 1950)
    assert search(service, "", years=years, sort="newest") == ["Merdeka", "Kemerdekaan Indonesia"]
    assert search(service, "winnie OR young", filters=(Filter("type", ("serial",)),)) == ["Winnie the Pooh"]
    excluded = (Filter("type", ("serial",)),)
    assert search(service, "milne", exclusions=excluded) == ["When we were very young"]


def test_search_says_how_it_was_understood(service: SearchService) -> None:
    outcome = service.search(SearchParams(rows=(Row("laskar -film"), Row("hirata", "author"))))
    assert explain_query(outcome.query) == "laskar AND NOT film AND author: hirata"


def test_search_highlights_what_matched(service: SearchService) -> None:
    (hit,) = service.search(SearchParams(rows=(Row("laskar hirata"),))).hits
    assert hit.highlights == (
        ("title", "<mark>Laskar</mark> pelangi"),
        ("authors", "<mark>Hirata</mark>, Andrea"),
    )


def test_search_has_the_ten_largest_values_of_every_facet_in_page_order(service: SearchService) -> None:
    facets = service.search(SearchParams(rows=(Row("laskar"),))).facets
    assert [facet.facet for facet in facets] == [
        *("library", "author", "subject", "type", "carrier", "language", "year"),
        *("class", "place", "about", "audience", "online", "translation"),
    ]
    assert facets[0].buckets == (Bucket("id-amn", 2), Bucket("id-nus", 1))
    assert facets[6].buckets == (Bucket("2000-2009", 2),)


def test_search_shows_selected_values_however_rare(service: SearchService) -> None:
    chosen = Filter("subject", ("Sejarah", "Tiada"))
    outcome = service.search(SearchParams(filters=(chosen,)), facets=(FacetRequest("subject", 1),))
    assert outcome.facets[0].buckets == (Bucket("Indonesia", 2), Bucket("Sejarah", 2), Bucket("Tiada", 0))


def test_page_past_the_last_is_empty_and_says_so(service: SearchService) -> None:
    outcome = service.search(SearchParams(rows=(Row("laskar"),), page=7))
    assert (outcome.total, outcome.hits, outcome.notes) == (2, (), (Note("past-end", ("7", "1")),))


def test_page_past_the_window_becomes_the_last_of_the_window(service: SearchService) -> None:
    outcome = service.search(SearchParams(page=9_000, size=30))
    assert outcome.params.page == 334
    assert outcome.notes == (Note("past-window", ("10000",)), Note("past-end", ("334", "1")))


def test_search_with_nothing_searchable_finds_nothing_and_says_why(service: SearchService) -> None:
    outcome = service.search(SearchParams(rows=(Row("***"),)))
    assert (outcome.total, outcome.notes) == (0, (Note("nothing-searchable", ("***",)),))


def test_search_by_work_counts_works(service: SearchService) -> None:
    outcome = service.search(SearchParams(rows=(Row("milne"),), by="work"))
    assert (outcome.total, outcome.works, [hit.editions for hit in outcome.hits]) == (2, 2, [1, 1])


def test_search_explains_when_asked(service: SearchService) -> None:
    asked = service.search(SearchParams(rows=(Row("madilog"),), explain=True))
    plain = service.search(SearchParams(rows=(Row("madilog"),)))
    assert [bool(hit.explanation) for hit in (*asked.hits, *plain.hits)] == [True, False]


def test_search_explains_the_first_two_hits_of_a_page(service: SearchService) -> None:
    hits = service.search(SearchParams(rows=(Row(""),), explain=True)).hits
    assert [bool(hit.explanation) for hit in hits[:3]] == [True, True, False]


def test_record_is_found_by_its_id(service: SearchService) -> None:
    assert service.record(CATALOGUE[0].id) == CATALOGUE[0]


def test_record_that_was_withdrawn_says_what_it_was(service: SearchService) -> None:
    with pytest.raises(Gone, match="Kitab lama"):
        service.record(GONE)


@pytest.mark.parametrize("unknown", ["aaaaaaaaaaaaa", "", "../etc/passwd", "x" * 5_000])
def test_record_that_never_was_is_not_found(service: SearchService, unknown: str) -> None:
    with pytest.raises(NotFound):
        service.record(unknown)


def test_facet_can_be_leafed_through_and_narrowed(service: SearchService) -> None:
    params = SearchParams()
    assert service.facet(params, "subject", size=2).buckets == (Bucket("Indonesia", 2), Bucket("Novel", 2))
    assert service.facet(params, "subject", size=2, offset=2).buckets == (Bucket("Sejarah", 2), Bucket("Film", 1))
    assert service.facet(params, "subject", prefix="LAS").buckets == (Bucket("Laskar pelangi", 1),)
    with pytest.raises(NotFound):
        service.facet(params, "colour")


def test_similar_records_share_headings_or_telling_words_and_leave_out_the_record(service: SearchService) -> None:
    def titles(number: int) -> list[str]:
        return [record.description.title.full for record in service.similar(CATALOGUE[number])]

    assert titles(2) == ["Merdeka"]
    assert titles(0) == ["Laskar pelangi : the phenomenon", "Bumi manusia"]
    assert service.similar(CATALOGUE[10]) == ()
