"""A subject search in other languages too: offered, included, taken back; and what is like a record."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace as replaced

from discovery.catalog.contributor import Contributor
from discovery.search.counterparts import Counterpart, counterparts_fact
from discovery.search.notes import Note
from discovery.search.params import Row, SearchParams, read_params, write_params
from discovery.search.request import Filter
from discovery.search.service import SearchService
from tests.catalogues import publish, union

SAMUELSON = Contributor("Samuelson, Paul A.", "Paul A. Samuelson", roles=("aut",), primary=True)
CATALOGUE = (
    union(1, "Economics", author=SAMUELSON, subjects=("Economics",), languages=("en",)),
    union(2, "Pengantar ilmu ekonomi", author=None, subjects=("Ekonomi",)),
    union(3, "Dualistische economie", author=None, subjects=("Economie",), languages=("nl",)),
    union(4, "Hukum adat", author=None, subjects=("Hukum",)),
    union(5, "Keuangan negara", author=None, subjects=("Keuangan",)),
    union(6, "Foundations", author=SAMUELSON, subjects=("Analisis",), languages=("en",)),
)
SECOND_EDITION = replaced(union(7, "Economics", subjects=("Economics",), languages=("en",)), work=CATALOGUE[0].work)
EKONOMI = Counterpart("Ekonomi", "equivalent", "parallel", "", 2, 0.342, ("aaa", "bbb"))
ECONOMIE = Counterpart("Economie", "related", "class", "", 6, 0.61, ("ddc 330",))
KEUANGAN = Counterpart("Keuangan", "related", "class", "", 3, 0.438, ("ddc 330",))
ECONOMICS = Counterpart("Economics", "equivalent", "parallel", "lcsh", 2, 0.342, ("aaa", "bbb"))


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    facts = [
        counterparts_fact("economics", (EKONOMI, ECONOMIE, KEUANGAN)),
        counterparts_fact("ekonomi", (ECONOMICS,)),
    ]
    service = publish(tmp_path_factory.mktemp("counterparts"), (*CATALOGUE, SECOND_EDITION), facts=facts)
    yield service
    service.engine.close()


def subject_search(text: str, *also: str, **given: object) -> SearchParams:
    return SearchParams(rows=(Row(text, "subject"),), also=also, **given)  # type: ignore[arg-type]


def titles(service: SearchService, params: SearchParams) -> set[str]:
    return {hit.record.description.title.main for hit in service.search(params).hits}


ASKED = {
    "by its row": SearchParams(rows=(Row("economics", "subject"),)),
    "by its prefix": SearchParams(rows=(Row("subject:economics"),)),
    "by the Indonesian prefix": SearchParams(rows=(Row('subjek: "Economics"'),)),
    "in a later row": SearchParams(rows=(Row("pengantar", "title"), Row("ECONOMICS", "subject", "or"))),
}


@pytest.mark.parametrize("params", ASKED.values(), ids=ASKED)
def test_a_subject_search_is_offered_its_counterparts(service: SearchService, params: SearchParams) -> None:
    widening = service.search(params).widening
    assert widening is not None
    assert [(offer.counterpart, offer.is_included) for offer in widening.offers] == [
        (EKONOMI, False),
        (ECONOMIE, False),
        (KEUANGAN, False),
    ]
    assert [offer.params.also for offer in widening.offers] == [("Ekonomi",), ("Economie",), ("Keuangan",)]
    assert widening.everything is not None
    assert (widening.everything.also, widening.narrow) == (("Ekonomi", "Economie"), None)


@pytest.mark.parametrize(
    "params",
    [
        SearchParams(rows=(Row("economics"),)),
        SearchParams(rows=(Row("economics", "title"),)),
        subject_search("hukum"),
        subject_search(""),
        SearchParams(),
    ],
)
def test_other_searches_are_offered_none(service: SearchService, params: SearchParams) -> None:
    assert service.search(params).widening is None


def test_what_is_included_is_searched_and_can_be_taken_back(service: SearchService) -> None:
    narrow = subject_search("economics")
    assert titles(service, narrow) == {"Economics"}
    wide = service.search(narrow).widening
    assert wide is not None
    assert wide.everything is not None
    assert titles(service, wide.everything) == {"Economics", "Pengantar ilmu ekonomi", "Dualistische economie"}
    back = service.search(wide.everything).widening
    assert back is not None
    assert [offer.is_included for offer in back.offers] == [True, True, False]
    assert (back.everything, back.narrow) == (None, narrow)
    assert back.offers[0].params.also == ("Economie",)


def test_rows_after_the_subject_keep_narrowing(service: SearchService) -> None:
    rows = (Row("economics", "subject"), Row("pengantar", "title"))
    assert titles(service, SearchParams(rows=rows, also=("Ekonomi",))) == {"Pengantar ilmu ekonomi"}


def test_a_heading_that_is_no_longer_known_is_searched_and_can_be_left_out(service: SearchService) -> None:
    outcome = service.search(subject_search("economics", "Hukum"))
    assert {hit.record.description.title.main for hit in outcome.hits} == {"Economics", "Hukum adat"}
    assert outcome.widening is not None
    assert [(offer.counterpart.text, offer.is_included) for offer in outcome.widening.offers][-1] == ("Hukum", True)


def test_without_a_subject_search_headings_are_left_out_and_said(service: SearchService) -> None:
    outcome = service.search(SearchParams(rows=(Row("hukum"),), also=("Ekonomi",)))
    assert [hit.record.description.title.main for hit in outcome.hits] == ["Hukum adat"]
    assert Note("value-ignored", ("also", "Ekonomi")) in outcome.notes


def test_headings_stand_in_the_address() -> None:
    params = subject_search("economics", "Ekonomi", "Economie")
    assert write_params(params)[-2:] == (("also", "Ekonomi"), ("also", "Economie"))
    assert read_params(write_params(params)) == params


@pytest.mark.parametrize("odd", ["***", "—", "x" * 900, "\0", "(((", "a " * 400])
def test_odd_headings_harm_nothing(service: SearchService, odd: str) -> None:
    assert "Economics" in titles(service, subject_search("economics", odd))


def test_of_many_headings_the_first_dozen_counts() -> None:
    read = read_params([("q", "x"), ("in", "subject"), *(("also", f"h{number}") for number in range(14))])
    assert len(read.also) == 12
    assert [note.values for note in read.notes] == [("also", "h12"), ("also", "h13")]


def test_a_chosen_subject_can_be_widened(service: SearchService) -> None:
    chosen = SearchParams(filters=(Filter("subject", ("Economics",)), Filter("language", ("id",))))
    (wider,) = service.search(chosen).wider_facets
    assert (wider.value, wider.others) == ("Economics", ("Ekonomi", "Economie"))
    assert wider.params.filters == (
        Filter("subject", ("Economics", "Ekonomi", "Economie")),
        Filter("language", ("id",)),
    )
    assert service.search(wider.params).wider_facets == ()


def test_a_record_names_its_subjects_counterparts(service: SearchService) -> None:
    assert [(each.heading, each.counterparts) for each in service.counterparts(CATALOGUE[1])] == [
        ("Ekonomi", (ECONOMICS,))
    ]
    assert service.counterparts(CATALOGUE[3]) == ()


def test_similar_records_are_other_works_in_any_language(service: SearchService) -> None:
    record = CATALOGUE[0]
    found = service.similar(record, counterparts=service.counterparts(record))
    assert {each.description.title.main for each in found} == {"Foundations", "Pengantar ilmu ekonomi"}
