"""What a library is strong in, and which libraries are strong in what somebody searches for."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Literal, get_args

from discovery.catalog.library import Library
from discovery.catalog.record import UnionRecord
from discovery.search.outcome import Outcome
from discovery.search.params import SearchParams
from discovery.search.request import FacetRequest, Filter, SearchRequest
from discovery.search.results import Facet, Strength
from discovery.search.scoring import score
from discovery.search.service import SearchService
from discovery.search.tree import All

ReferralOrder = Literal["titles", "unique", "newest"]
REFERRAL_ORDERS: tuple[ReferralOrder, ...] = get_args(ReferralOrder)

# Dewey has ten hundreds; of subjects as many as somebody reads through.
_CLASSES, _SUBJECTS = 10, 15
_TYPES, _LANGUAGES = 12, 10
_LATEST = 5
_SERIAL = "serial"


@dataclass(frozen=True, slots=True)
class LibraryProfile:
    """What one library brings. `whole` is all of it; `classes` and `subjects` are the largest, the largest first.

    `latest` are records with the newest years.
    """

    whole: Strength
    serials: int
    types: Facet
    languages: Facet
    classes: tuple[Strength, ...]
    subjects: tuple[Strength, ...]
    latest: tuple[UnionRecord, ...]
    took_ms: int


@dataclass(frozen=True, slots=True)
class Referral:
    """An answered search with the libraries that have something of it, the strongest first."""

    outcome: Outcome
    order: ReferralOrder
    libraries: tuple[Strength, ...]


def records_by_library(service: SearchService, libraries: Collection[Library]) -> dict[str, int]:
    """How many records each library has a copy of, by its code; none for one that has nothing. Raises EngineError."""
    counted = service.facet(SearchParams(), "library", size=max(1, len(libraries)))
    return {bucket.value: bucket.count for bucket in counted.buckets}


def library_profile(service: SearchService, code: str) -> LibraryProfile:
    """The profile of a library; all zeros for one of which nothing has been loaded. Raises EngineError only."""
    own = (Filter("library", (code,)),)
    facets = (
        FacetRequest("type", _TYPES),
        FacetRequest("language", _LANGUAGES),
        FacetRequest("class", _CLASSES),
        FacetRequest("subject", _SUBJECTS),
    )
    outcome = service.search(SearchParams(filters=own, sort="newest", size=_LATEST), facets=facets)
    found = {facet.facet: facet for facet in outcome.facets}
    request = SearchRequest(All(), filters=own)
    engine = service.engine

    def strengths(facet: str) -> tuple[Strength, ...]:
        return engine.strengths(request, facet, tuple(bucket.value for bucket in found[facet].buckets))

    return LibraryProfile(
        whole=engine.strengths(request, "library", (code,))[0],
        serials=next((bucket.count for bucket in found["type"].buckets if bucket.value == _SERIAL), 0),
        types=found["type"],
        languages=found["language"],
        classes=strengths("class"),
        subjects=strengths("subject"),
        latest=tuple(each.record for each in outcome.hits),
        took_ms=outcome.took_ms,
    )


def refer(service: SearchService, params: SearchParams, order: ReferralOrder, most: int) -> Referral:
    """Whom to ask about a search: at most `most` libraries by the rule of docs/adr/0036. Raises EngineError only.

    A library that the search is limited to stands among the others, as it does in its facet.
    """
    asked = service.search(replace(params, page=1, size=1), facets=(FacetRequest("library", most),))
    outcome = replace(asked, params=replace(asked.params, size=params.size))
    codes = tuple(bucket.value for facet in outcome.facets for bucket in facet.buckets if bucket.count)
    answered = outcome.params
    request = SearchRequest(
        tree=score(outcome.query),
        filters=answered.filters,
        exclusions=answered.exclusions,
        years=answered.years,
    )
    strengths = service.engine.strengths(request, "library", codes)
    return Referral(outcome, order, tuple(sorted(strengths, key=_RANKS[order])))


def referral_order(text: str) -> ReferralOrder:
    """The order that an address asks for; by titles where it asks for none that there is."""
    return next((order for order in REFERRAL_ORDERS if order == text), "titles")


def _year(strength: Strength) -> int:
    """The newest year, turned round; those without any come last."""
    return 10_000 if strength.newest is None else -strength.newest


_RANKS: dict[ReferralOrder, Callable[[Strength], tuple[int, int, int, str]]] = {
    "titles": lambda each: (-each.count, -each.unique, _year(each), each.value),
    "unique": lambda each: (-each.unique, -each.count, _year(each), each.value),
    "newest": lambda each: (_year(each), -each.count, -each.unique, each.value),
}
