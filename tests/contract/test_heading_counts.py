"""A heading's count is the number of records that its link finds, on every engine."""

from collections.abc import Iterator

import pytest

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding
from discovery.catalog.record import Classification, Title, UnionRecord, VariantTitle
from discovery.search.browsing import ListPlace, heading_search, list_search, open_list
from discovery.search.explain import explain_query
from discovery.search.params import Row, SearchParams, read_params, write_params
from discovery.search.request import HeadingKind
from discovery.search.service import SearchService
from discovery.search.shelf import shelf_around
from discovery.search.suggesting_headings import suggest_headings
from tests.catalogues import union
from tests.contract.conftest import OpenIndex
from tests.contract.services import service_over

NAVIS = Contributor("Navis, A. A.", "A. A. Navis", primary=True)
JUNIOR = Contributor("Navis, A. A. Jr.", "A. A. Navis Jr.", primary=True)
CATALOGUE = (
    union(1, "Islam", author=None, subjects=("Islam", "Qurʼan")),
    union(2, "Islam dan politik", author=NAVIS, subjects=("Islam and politics", "Qur'an")),
    union(3, "Islam di Jawa : sejarah", author=JUNIOR, subjects=("Islam — Indonesia",)),
    union(4, 'Apa itu "Islam"?', author=None, subjects=("Islam", "Hukum (Islam)")),
    union(5, "Robohnya surau kami", author=NAVIS, subjects=("Fiksi $ 2",)),
)
MAHFUZ = Contributor("Maḥfūẓ, Najīb", "Najīb Maḥfūẓ", original="محفوظ، نجيب", primary=True)
# What a heading's link finds beside the records that stand under it: other forms of their titles and names.
OTHERWISE_KNOWN = (
    union(11, "Bayn al-qaṣrayn", author=MAHFUZ, variants=(VariantTitle("Palace walk"),)),
    union(12, "Palace walk", author=Contributor("Najīb Maḥfūẓ", "Najīb Maḥfūẓ", primary=True)),
    union(13, Title("Palace walk", subtitle="a novel"), author=Contributor("محفوظ، نجيب", "نجيب محفوظ", primary=True)),
)


def shelved(number: int, *call_numbers: str, ddc: str = "") -> UnionRecord:
    """A record with these shelf marks, each in another library."""
    return union(
        number,
        f"Buku {number}",
        holdings=tuple(Holding(f"id-{at}", call_number=each) for at, each in enumerate(call_numbers)),
        classifications=(Classification("ddc", ddc),) if ddc else (),
    )


SHELVES = (
    shelved(21, "320.959 8 Ara. P", "320.959 8"),
    shelved(22, "320.9598 ARA p"),
    shelved(23, "320", ddc="320.9598"),
    shelved(24, "WA", "WA 320 B4", ddc="320"),
    shelved(25, "QA76.9 K5"),
    shelved(26, "QA 76.9 K5", "QA 76.9"),
    shelved(27, 'K "2"'),
)


@pytest.fixture(scope="module")
def service(open_index: OpenIndex) -> Iterator[SearchService]:
    with service_over(open_index, CATALOGUE) as service:
        yield service


@pytest.mark.parametrize("kind", ["author", "title", "subject"])
def test_a_heading_s_link_finds_as_many_records_as_its_count_says(service: SearchService, kind: HeadingKind) -> None:
    headings = open_list(service.engine, kind, ListPlace(), 50).headings
    told = {heading.display: heading.count for heading in headings}
    links = {heading.display: read_params(write_params(heading_search(kind, heading.display))) for heading in headings}
    assert len(told) >= 2
    assert {display: service.search(link, facets=()).total for display, link in links.items()} == told


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("author", {"Maḥfūẓ, Najīb": 1, "Najīb Maḥfūẓ": 2, "محفوظ، نجيب": 2}),
        ("title", {"Bayn al-qaṣrayn": 1, "Palace walk": 3, "Palace walk : a novel": 1}),
    ],
)
def test_what_is_known_under_a_heading_by_another_form_is_counted(
    open_index: OpenIndex, kind: HeadingKind, told: dict[str, int]
) -> None:
    with service_over(open_index, OTHERWISE_KNOWN) as service:
        for place in (ListPlace(), ListPlace(before="\U0010ffff")):
            headings = open_list(service.engine, kind, place, 50).headings
            assert {heading.display: heading.count for heading in headings} == told
        assert {display: service.search(heading_search(kind, display)).total for display in told} == told
        suggested = [
            each
            for typed in ("ma", "na", "pal", "bay", "محفو")
            for each in suggest_headings(service.engine, typed, [kind], 5)
        ]
        assert {each.text: each.count for each in suggested} == told


def test_what_is_written_in_its_own_script_beside_a_romanised_form_stands_in_the_lists_too(
    open_index: OpenIndex,
) -> None:
    """A reader who types Arabic or kanji was shown the few records without a romanised form, and no suggestion."""
    soseki = Contributor("Natsume, Sōseki", "Sōseki Natsume", original="夏目漱石", primary=True)
    romanised = (
        union(41, Title("Khān al-Khalīlī", original="خان الخليلي"), author=MAHFUZ),
        union(42, Title("Khan al-Khalili", original="خان الخليلي")),
        union(43, "Kokoro", author=soseki),
        union(44, "Mulakhkhaṣ", author=Contributor("Ṭabbākh, Rāghib", "Rāghib Ṭabbākh", original="447 pages")),
    )
    with service_over(open_index, romanised) as service:
        authors = open_list(service.engine, "author", ListPlace(typed="محفوظ"), 5).headings
        assert [(each.display, each.count) for each in authors] == [("محفوظ، نجيب", 1), ("夏目漱石", 1)]
        assert service.search(list_search(authors[0])).total == 1
        told = {
            "خان": ("title", "خان الخليلي", 2),
            "夏": ("author", "夏目漱石", 1),
            "natsu": ("author", "Natsume, Sōseki", 1),
        }
        assert suggest_headings(service.engine, "447", ["author"], 5) == ()
        for typed, expected in told.items():
            (found,) = suggest_headings(service.engine, typed, ["author", "title"], 5)
            assert (found.kind, found.text, found.count) == expected


@pytest.mark.parametrize(
    "titles", [("The theory of rain", "Theory of rain"), ("al-ʻĀlam", "ʻĀlam"), ("L'Homme", "Homme")]
)
def test_a_title_s_link_finds_those_without_its_article_too(open_index: OpenIndex, titles: tuple[str, str]) -> None:
    with_article, without = titles
    skipped = len(with_article) - len(without)
    catalogue = [union(at, Title(with_article, nonfiling=skipped)) for at in (31, 32)]
    with service_over(open_index, (union(33, without), *catalogue)) as service:
        headings = open_list(service.engine, "title", ListPlace(), 5).headings
        assert [(each.display, each.count) for each in headings] == [(with_article, 3)]
        assert service.search(list_search(headings[0])).total == 3


def test_a_call_number_s_link_finds_what_stands_at_its_place_on_the_shelf(open_index: OpenIndex) -> None:
    with service_over(open_index, SHELVES) as service:
        headings = open_list(service.engine, "call_number", ListPlace(), 50).headings
        told = {heading.display: heading.count for heading in headings}
        assert sorted(told.values()) == [1, 1, 1, 1, 1, 1, 2, 2]
        links = {display: read_params(write_params(heading_search("call_number", display))) for display in told}
        assert {display: service.search(link).total for display, link in links.items()} == told
        assert [each.record.description.title.main for each in service.search(links["WA"]).hits] == ["Buku 24"]
        # What stands beside it isn't crowded out by what only begins so.
        beside = shelf_around(service.engine, service.search(links["WA"]).hits[0].record, 1)
        assert [each.record.description.title.main for each in beside] == ["Buku 26"]


def test_one_word_more_is_another_heading(service: SearchService) -> None:
    found = service.search(heading_search("subject", "ISLAM"), facets=())
    assert {hit.record.description.title.main for hit in found.hits} == {"Islam", 'Apa itu "Islam"?'}
    assert explain_query(found.query) == 'subject: "ISLAM" (whole heading)'
    assert all(dict(hit.highlights)["subjects"].startswith("<mark>Islam</mark>") for hit in found.hits)


def test_a_whole_heading_stands_among_other_words(service: SearchService) -> None:
    found = service.search(SearchParams(rows=(Row('subject:"^Islam$" -politik title:islam'),)), facets=())
    assert found.total == 2
    assert service.search(SearchParams(rows=(Row('"^islam$"'),)), facets=()).total == 2
