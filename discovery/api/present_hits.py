"""Search outcomes in the API's words."""

from collections.abc import Sequence

from discovery.api.catalogue import Catalogue
from discovery.api.parameters import MAX_OFFSET
from discovery.api.present_counterparts import offered_counterparts
from discovery.api.schemas import Bucket, Facet, FacetPage, Hit, HoldingLibrary, SearchAnswer, SearchSuggestion
from discovery.catalog.record import UnionRecord
from discovery.export.parts import identifier_values
from discovery.labels.imprint import imprint
from discovery.labels.labels import Labels
from discovery.search import results
from discovery.search.explain import explain_query
from discovery.search.notes import note_text
from discovery.search.outcome import FoundRecord, Outcome
from discovery.search.params import SearchParams
from discovery.search.ranking import ranking_reasons, reason_text
from discovery.search.suggesting import SuggestedQuery, suggestion_text

LIBRARIES_IN_A_HIT = 5


def search_answer(outcome: Outcome, catalogue: Catalogue, labels: Labels) -> SearchAnswer:
    """The whole answer to /search."""
    params = outcome.params
    answer = SearchAnswer(
        query=params.rows[0].text,
        understood=explain_query(outcome.query, labels),
        notes=[note_text(note, labels.sentence) for note in outcome.notes],
        total=outcome.total,
        works=outcome.works,
        page=params.page,
        size=params.size,
        took_ms=outcome.took_ms,
        hits=[_hit(found, outcome, catalogue, labels) for found in outcome.hits],
        facets={facet.facet: _facet(facet, params, labels) for facet in outcome.facets},
        suggestions=[_suggestion(each, catalogue, labels) for each in outcome.suggestions],
    )
    if outcome.widening:
        answer.counterparts = offered_counterparts(outcome.widening, catalogue)
    return answer


def facet_page(facet: results.Facet, params: SearchParams, labels: Labels, *, offset: int, size: int) -> FacetPage:
    """A facet further down; where no further offset may be asked for there is no more, so that who follows it ends."""
    return FacetPage(
        facet=facet.facet,
        label=labels.facet(facet.facet),
        more=facet.more and offset + size <= MAX_OFFSET,
        buckets=_buckets(facet, params, labels),
        offset=offset,
        size=size,
    )


def _suggestion(suggested: SuggestedQuery, catalogue: Catalogue, labels: Labels) -> SearchSuggestion:
    return SearchSuggestion(
        kind=suggested.kind,
        text=suggested.text,
        label=suggestion_text(suggested, labels),
        count=suggested.count,
        url=catalogue.search_url(suggested.params),
    )


def _facet(facet: results.Facet, params: SearchParams, labels: Labels) -> Facet:
    return Facet(label=labels.facet(facet.facet), more=facet.more, buckets=_buckets(facet, params, labels))


def _buckets(facet: results.Facet, params: SearchParams, labels: Labels) -> list[Bucket]:
    selected = {value for each in params.filters if each.facet == facet.facet for value in each.values}
    return [
        Bucket(
            value=bucket.value,
            label=labels.value(facet.facet, bucket.value),
            count=bucket.count,
            selected=bucket.value in selected,
        )
        for bucket in facet.buckets
    ]


def _hit(found: FoundRecord, outcome: Outcome, catalogue: Catalogue, labels: Labels) -> Hit:
    record, description = found.record, found.record.description
    people = [each for each in description.contributors if not each.work]
    hit = Hit(
        id=record.id,
        title=description.title.full,
        authors=[each.name for each in people],
        published=imprint(description),
        year=description.publication.year,
        type=description.type,
        carrier=description.carrier,
        languages=list(description.languages),
        subjects=list(dict.fromkeys(subject.heading for subject in description.subjects)),
        isbns=list(identifier_values(description, "isbn")),
        libraries=_libraries(record, record.libraries[:LIBRARIES_IN_A_HIT], labels),
        library_count=len(record.libraries),
        highlights=dict(found.highlights),
        url=catalogue.site.record_url(record.id),
    )
    if description.title.original:
        hit.original_title = description.title.original
    if any(each.original for each in people):
        hit.original_authors = [each.original for each in people]
    if outcome.params.explain:
        hit.ranking = [reason_text(each, labels) for each in ranking_reasons(outcome.query, record)]
        hit.explanation = found.explanation
    return hit


def _libraries(record: UnionRecord, codes: Sequence[str], labels: Labels) -> list[HoldingLibrary]:
    call_numbers: dict[str, str] = {}
    for holding in record.holdings:
        call_numbers[holding.library] = call_numbers.get(holding.library) or holding.call_number
    return [HoldingLibrary(code=code, name=labels.library(code), call_number=call_numbers[code]) for code in codes]
