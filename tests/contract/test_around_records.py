"""What stands around a record: its other editions, its shelf, and its neighbours among the hits."""

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding
from discovery.catalog.record import Relation, UnionRecord, VariantTitle
from discovery.search.neighbours import Neighbours, neighbours
from discovery.search.params import Row, SearchParams
from discovery.search.service import SearchService
from discovery.search.shelf import shelf_around
from discovery.search.versions import versions_of
from tests.catalogues import union, write_catalogue
from tests.contract.conftest import Index

MULTATULI = Contributor("Multatuli", "Multatuli", primary=True)
FIRST = union(1, "Bumi manusia", year=1980)
SECOND = union(2, "Bumi manusia", year=2005)
DUTCH = union(3, "Aarde der mensen", year=1981, relations=(Relation("original", "Bumi manusia"),))
ENGLISH = union(4, "This earth of mankind", year=1996, variants=(VariantTitle("Bumi manusia. Inggris", "uniform"),))
STUDY = union(5, "Bumi manusia dan sesudahnya", year=1990)
NAMESAKE = union(6, "Bumi manusia", author=MULTATULI, year=1970)
SHELF = [
    union(number, f"Rak {number}", holdings=(Holding("id-amn", call_number=f"899 A{number}"),))
    for number in range(10, 16)
]


def service(index: Index, *records: UnionRecord) -> SearchService:
    index.fill(lambda writer: write_catalogue(writer, records))
    return SearchService(index.engine())


def test_editions_and_translations_know_each_other(index: Index) -> None:
    engine = service(index, FIRST, SECOND, DUTCH, ENGLISH, STUDY, NAMESAKE).engine
    work = [FIRST, DUTCH, ENGLISH, SECOND]
    found = {record.id: versions_of(engine, record) for record in (*work, STUDY, NAMESAKE)}
    assert found == {
        **{record.id: tuple(other for other in work if other is not record) for record in work},
        STUDY.id: (),
        NAMESAKE.id: (),
    }


def test_neighbours_on_the_shelf_stand_on_either_side(index: Index) -> None:
    engine = service(index, *SHELF).engine
    assert [(each.call_number, each.record.id) for each in shelf_around(engine, SHELF[3], size=2)] == [
        (f"899 A{number}", SHELF[number - 10].id) for number in (11, 12, 14, 15)
    ]
    assert shelf_around(engine, union(99, "Tanpa rak", holdings=())) == ()


def test_hits_lead_to_the_ones_before_and_after(index: Index) -> None:
    catalogue = service(index, FIRST, *SHELF)
    params = SearchParams(rows=(Row("rak", "title"),), sort="title", size=2, page=3)
    ids = [each.id for each in SHELF]

    def around(number: int, record_id: str) -> Neighbours | None:
        return neighbours(catalogue.engine, catalogue.names, params, number, record_id)

    assert around(1, ids[0]) == Neighbours(1, 6, "", ids[1])
    assert around(4, ids[3]) == Neighbours(4, 6, ids[2], ids[4])
    assert around(6, ids[5]) == Neighbours(6, 6, ids[4], "")
    assert [around(number, ids[0]) for number in (0, 2, 7, 99_999)] == [None] * 4


def test_neighbours_are_those_of_the_wording_that_was_shown(index: Index) -> None:
    catalogue = service(index, FIRST, *SHELF)
    params = SearchParams(rows=(Row("rak qqqzzz", "title"),), sort="title")
    found = neighbours(catalogue.engine, catalogue.names, params, 2, SHELF[1].id)
    assert found == Neighbours(2, 6, SHELF[0].id, SHELF[2].id)
