"""Other searches that may serve better than the one that was asked for."""

from dataclasses import dataclass
from typing import Literal

from discovery.search.explain import ENGLISH, Wording
from discovery.search.params import SearchParams
from discovery.search.request import Filter

# as-typed: undoes what was searched instead; spelling: the same words, some of them spelt otherwise; heading: the
# records under a heading that begins so; all-fields: the same words anywhere; without-limit, without-limits: all that
# was typed, and one or none of the filters.
SuggestionKind = Literal["as-typed", "spelling", "heading", "all-fields", "without-limit", "without-limits"]


# What each kind offers, in English; `{0}` is the words, or the name of the filter with its values.
OFFERS: dict[SuggestionKind, str] = {
    "as-typed": "Search only for “{0}”, as it was typed",
    "spelling": "Did you mean “{0}”?",
    "heading": "Look under the heading “{0}”",
    "all-fields": "Search for “{0}” in every field",
    "without-limit": "Search without the limit {0}",
    "without-limits": "Search without any limits",
}


@dataclass(frozen=True, slots=True)
class SuggestedQuery:
    """Another search, as words to show and parameters to run.

    `count` is how many records it finds, where that is known. `limit` is the filter, or the exclusion, that it does
    without; that of years holds them as `parse_years` reads them.
    """

    text: str
    params: SearchParams
    kind: SuggestionKind = "spelling"
    count: int | None = None
    limit: Filter | None = None


def suggestion_text(suggested: SuggestedQuery, wording: Wording = ENGLISH) -> str:
    """What a suggestion offers, as a sentence in a reader's language."""
    limit, named = suggested.limit, suggested.text
    if limit:
        values = (wording.value(limit.facet, value) for value in limit.values)
        named = f"{wording.facet(limit.facet)}: {', '.join(values)}"
    return wording.sentence(OFFERS[suggested.kind]).format(named)
