"""What is new under a search, as an Atom feed: https://www.rfc-editor.org/rfc/rfc4287"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from discovery.export.text import xml_characters
from discovery.labels.imprint import imprint
from discovery.search.arrivals import Arrival
from discovery.search.explain import explain_query
from discovery.search.outcome import Outcome
from discovery.search.params import MAX_SIZE
from web.i18n import Words
from web.links import SearchState
from web.pages.constraints import constraints
from web.pages.layout import Frame

# A feed needs an instant and the catalogue keeps days; a reader sorts by it.
_MIDNIGHT = "T00:00:00Z"
_UNDATED = "1970-01-01"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A record; `updated` is the instant at which the day began on which it arrived."""

    url: str
    title: str
    updated: str
    authors: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Feed:
    """`address` is the feed's own, `page` the search's."""

    title: str
    locale: str
    address: str
    page: str
    updated: str
    entries: tuple[FeedEntry, ...]


def feed(outcome: Outcome, arrivals: Sequence[Arrival], frame: Frame) -> Feed:
    """The hits of a search that arrived last (`arrivals.latest`), the latest first."""
    words, links = frame.words, frame.links
    # No address asks for the order of arrival; this one is the feed's name and never changes.
    state = SearchState(replace(outcome.params, sort="newest")).sized(MAX_SIZE)
    return Feed(
        title=xml_characters(f"{words.labels.site_name}: {_asked(outcome, words)}"),
        locale=words.locale,
        address=links.absolute(links.feed(state)),
        page=links.absolute(links.search(state)),
        updated=_instant(arrivals[0].day if arrivals else ""),
        entries=tuple(_entry(arrival, frame) for arrival in arrivals),
    )


def _asked(outcome: Outcome, words: Words) -> str:
    """What was searched for and what it was limited to: by that a reader tells one feed from another."""
    limits = constraints(replace(outcome.params, rows=outcome.params.rows[:1]), words, lambda _: "")
    told = [
        " ".join(filter(None, (each.joined, f"{each.label}: {words.labels.isolated(each.value)}"))) for each in limits
    ]
    query = explain_query(outcome.query, words.labels)
    return " · ".join(filter(None, (query, *told))) or words.gettext("All records")


def _instant(day: str) -> str:
    return f"{day or _UNDATED}{_MIDNIGHT}"


def _entry(arrival: Arrival, frame: Frame) -> FeedEntry:
    record = arrival.record
    description = record.description
    made = imprint(description)
    libraries = frame.words.listed(frame.words.labels.library(code) for code in record.libraries[:5])
    return FeedEntry(
        url=frame.links.absolute(frame.links.permanent.record(record.id)),
        title=xml_characters(description.title.full),
        updated=_instant(arrival.day),
        authors=tuple(xml_characters(each.name) for each in description.contributors if each.primary)
        or (frame.words.labels.site_name,),
        # Some imprints end in a full stop of their own: "1951 M."
        summary=xml_characters((" " if made.endswith(".") else ". ").join(filter(None, (made, libraries)))),
    )
