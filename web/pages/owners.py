"""The record page's answer to "who has it": the nearest libraries, how many more there are, and who has which years."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.catalog.union_list import listed_serial
from discovery.search.partner_facts import Freshness
from web.links import SearchState
from web.pages.holdings import LibraryHoldings, holding_count, library_holdings
from web.pages.layout import Frame
from web.pages.timeline import Timeline, timeline

# What a page shows before it leads to another; a page stays below 40 kB with these and all contents shown.
_MOST_LIBRARIES = 15


@dataclass(frozen=True, slots=True)
class Owners:
    """`choose_own` is where readers say which libraries are theirs, "" when they have. `more` says how many more
    libraries have it, and `all_libraries` leads there; both "" when all are shown.
    """

    count: str
    choose_own: str
    holdings: tuple[LibraryHoldings, ...]
    more: str
    all_libraries: str
    timeline: Timeline | None


def owners(
    record: UnionRecord, freshness: Mapping[str, Freshness], site: Site, state: SearchState, frame: Frame
) -> Owners:
    """`freshness` is the partners', by code; `state` is the search that led to the record."""
    words, links = frame.words, frame.links
    libraries = library_holdings(record, freshness, site, frame)
    rest = len(libraries) - _MOST_LIBRARIES
    return Owners(
        count=holding_count(len(libraries), words),
        choose_own="" if links.homes else links.own_libraries(state),
        holdings=libraries[:_MOST_LIBRARIES],
        more=words.ngettext("and %(number)s more library", "and %(number)s more libraries", rest) if rest > 0 else "",
        all_libraries=links.holdings(record.id) if rest > 0 else "",
        timeline=_timeline(record, frame),
    )


def _timeline(record: UnionRecord, frame: Frame) -> Timeline | None:
    """Who has which years of a serial; None for all else."""
    if record.description.type != "serial":
        return None
    return timeline(listed_serial(record, datetime.now(UTC).year), frame.links, frame.words)
