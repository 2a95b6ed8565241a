"""What a search box offers while somebody types: the options of its list, as a fragment of a page."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from discovery.search.browsing import heading_search
from discovery.search.explain import TERMS
from discovery.search.request import Filter, HeadingKind
from discovery.search.results import Suggestion
from web.i18n import Words
from web.links import Links, SearchState

SHOWN = 8
# Which lists a field's words may be headings of; the other fields have none.
KINDS: dict[str, tuple[HeadingKind, ...]] = {
    "all": ("title", "author", "subject"),
    "title": ("title",),
    "author": ("author",),
    "subject": ("subject",),
}


@dataclass(frozen=True, slots=True)
class SuggestedHeading:
    """An option; `see` is the heading behind a variant, or ""."""

    text: str
    see: str
    told: str
    url: str


@dataclass(frozen=True, slots=True)
class SuggestFragment:
    """The options, in the order in which they serve best."""

    options: tuple[SuggestedHeading, ...]


def suggest_fragment(
    suggestions: Iterable[Suggestion], links: Links, words: Words, limits: tuple[Filter, ...] = ()
) -> SuggestFragment:
    """Headings with their kind and how many records stand under them, within the limits of the search if it has any."""
    names: dict[HeadingKind, str] = {
        "title": words.gettext("Title"),
        "author": words.gettext("Author"),
        "subject": words.gettext("Subject"),
        "call_number": words.labels.sentence(TERMS["call_number"]),
    }
    return SuggestFragment(
        tuple(
            SuggestedHeading(
                each.text,
                each.see,
                f"{names[each.kind]} · {words.number(each.count)}",
                links.search(SearchState(replace(heading_search(each.kind, each.see or each.text), filters=limits))),
            )
            for each in suggestions
        )
    )
