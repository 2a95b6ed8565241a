"""Whole catalogues' unlike twins: what looks the same and is two, what looks different and is one."""

import pytest

from discovery.catalog.record import Description
from indexer.match.rematch import rematch
from indexer.store.store import Store
from tests.indexer.match.descriptions import described, of
from tests.indexer.store.records import loaded, union_records

ISBN = "9789790289376"


def romanised(title: str, author: str, **others: object) -> Description:
    return described(title, author=author, languages=("ar",), publisher="", extent="", **others)  # type: ignore[arg-type]


# One union record each, however many partners describe it.
ONE: dict[str, tuple[Description, ...]] = {
    "one Arabic book under the romanisations of four libraries": (
        romanised("Tārīkh al-Jazāʼir al-ʻāmm", "Jīlālī, ʻAbd al-Raḥmān"),
        romanised("Tārīkh al-Jazā‘ir al-‘āmm", "Jilali, ʼAbd al-Rahman"),
        romanised("Taʾrīḫ al-Ǧazāʾir al-ʿāmm", "Ǧīlālī, ʿAbd ar-Raḥmān"),
        romanised("Tarikh el Djazair el aam", "Djilali, Abderrahmane"),
    ),
    "one Arabic book, romanised twice and in its own script": (
        romanised("Ḥayāt Muḥammad", "Haykal, Muḥammad Ḥusayn", original="حياة محمد"),
        romanised("Hayat Mohamed", "Heikal, Mohamed Hussein", original="حَيَاة مُحَمَّد"),
    ),
    "one book with its ISBN and without": (described(isbn=ISBN), described(), described(isbn=ISBN)),
    "one book as a partner's rows of copies": tuple(described(isbn=ISBN) for _ in range(3)),
}
# As many union records as descriptions.
APART: dict[str, tuple[Description, ...]] = {
    "one ISBN on two books": (described("Gegar budaya", isbn=ISBN), described("Alur laut Nusantara", isbn=ISBN)),
    "one ISBN on two books of one publisher and year that begin alike": (
        described("Pengetahuan dasar kue Indonesia", isbn=ISBN),
        described("Pengetahuan dasar minuman Indonesia", isbn=ISBN),
    ),
    "one ISBN on the volumes of a set": (
        described(parts=("Jilid 1",), isbn=ISBN),
        described(parts=("Jilid 2",), isbn=ISBN),
    ),
    "one ISBN on the print and the online edition": (described(isbn=ISBN), described(isbn=ISBN, carrier="online")),
    "two Arabic books of one author and year": (
        romanised("Tārīkh al-Jazāʼir", "Jīlālī, ʻAbd al-Raḥmān"),
        romanised("Tārīkh al-Maghrib", "Jīlālī, ʻAbd al-Raḥmān"),
    ),
}


VOLUMES = (described(isbn=ISBN, extent="627 hlm."), described(isbn=ISBN, extent="935 hlm."))


def groups(store: Store, descriptions: tuple[Description, ...]) -> int:
    for number, each in enumerate(descriptions):
        loaded(store, f"p{number}", of(each, f"p{number}"))
    rematch(store)
    return len([members for _, members in union_records(store).values() if members])


@pytest.mark.parametrize("descriptions", ONE.values(), ids=ONE)
def test_unlike_descriptions_of_one_book_become_one(store: Store, descriptions: tuple[Description, ...]) -> None:
    assert groups(store, descriptions) == 1


@pytest.mark.parametrize("descriptions", APART.values(), ids=APART)
def test_twins_that_are_two_books_stay_two(store: Store, descriptions: tuple[Description, ...]) -> None:
    assert groups(store, descriptions) == len(descriptions)


def test_two_extents_under_one_isbn_are_two_volumes_in_one_catalogue(store: Store) -> None:
    loaded(store, "p0", *(of(each, "p0", str(number)) for number, each in enumerate(VOLUMES)))
    rematch(store)
    assert len([members for _, members in union_records(store).values() if members]) == 2


def test_two_extents_under_one_isbn_are_one_book_in_two_catalogues(store: Store) -> None:
    assert groups(store, VOLUMES) == 1
