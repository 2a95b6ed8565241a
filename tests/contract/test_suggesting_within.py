"""What a box offers that searches one library: that library's headings only, counted there."""

from collections.abc import Iterator

import pytest

from discovery.catalog.contributor import Contributor
from discovery.search.request import HeadingKind
from discovery.search.results import Suggestion
from discovery.search.service import SearchService
from discovery.search.suggesting_within import suggest_within
from tests.catalogues import union
from tests.contract.conftest import OpenIndex
from tests.contract.services import service_over

EKAWATI = Contributor("Ekawati, Rina", "Rina Ekawati", roles=("aut",), primary=True)
EKONOMI, HUKUM = ("Ekonomi",), ("Hukum",)
AMN, NUS = ("id-amn",), ("id-nus",)
ALL: tuple[HeadingKind, ...] = ("title", "author", "subject")

CATALOGUE = (
    union(1, "Ekonomi mikro", author=EKAWATI, subjects=EKONOMI, libraries=AMN),
    union(2, "EKONOMI MIKRO", author=EKAWATI, subjects=EKONOMI, libraries=AMN),
    union(3, "Pengantar ilmu", author=None, subjects=EKONOMI, libraries=(*AMN, *NUS)),
    union(4, "Ekologi hutan", author=None, subjects=HUKUM, libraries=NUS),
    *(union(number, f"Ekonomi {number}", author=None, subjects=EKONOMI, libraries=NUS) for number in range(5, 45)),
)


@pytest.fixture(scope="module")
def service(open_index: OpenIndex) -> Iterator[SearchService]:
    with service_over(open_index, CATALOGUE) as service:
        yield service


@pytest.mark.parametrize(
    ("typed", "kinds", "libraries", "offered"),
    [
        (
            "eko",
            ALL,
            AMN,
            (
                Suggestion("subject", "Ekonomi", 3),
                Suggestion("title", "Ekonomi mikro", 2),
            ),
        ),
        ("ÉKA", ALL, AMN, (Suggestion("author", "Ekawati, Rina", 2),)),
        ("eko", ("subject",), (*AMN, *NUS), (Suggestion("subject", "Ekonomi", 43),)),
        ("ekol", ALL, NUS, (Suggestion("title", "Ekologi hutan", 1),)),
        ("ekonomi mi", ALL, AMN, (Suggestion("title", "Ekonomi mikro", 2),)),
        ("ekol", ALL, AMN, ()),
        ("huk", ALL, AMN, ()),
        ("eko", ALL, ("tidak-ada",), ()),
        ('" OR *', ALL, AMN, ()),
        ("***", ALL, AMN, ()),
        ("", ALL, AMN, ()),
    ],
)
def test_a_library_is_offered_its_own_headings(
    service: SearchService,
    typed: str,
    kinds: tuple[HeadingKind, ...],
    libraries: tuple[str, ...],
    offered: tuple[Suggestion, ...],
) -> None:
    assert suggest_within(service.engine, typed, kinds, 10, libraries) == offered


def test_no_more_is_offered_than_was_asked_for(service: SearchService) -> None:
    assert len(suggest_within(service.engine, "ekonomi", ALL, 4, NUS)) == 4
