"""Every library that has a record, on a page of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.search.partner_facts import Freshness
from web.pages.holdings import LibraryHoldings, holding_count, library_holdings
from web.pages.layout import Frame, Layout


@dataclass(frozen=True, slots=True)
class AllHoldingsPage:
    """The holdings, the nearest libraries first."""

    layout: Layout
    title: str
    record: str
    holding_count: str
    holdings: tuple[LibraryHoldings, ...]


def all_holdings_page(
    record: UnionRecord, freshness: Mapping[str, Freshness], site: Site, frame: Frame
) -> AllHoldingsPage:
    """The list that the record page only begins; `freshness` is the partners', by code."""
    title = record.description.title.full
    holdings = library_holdings(record, freshness, site, frame)
    return AllHoldingsPage(
        layout=frame.layout(title),
        title=title,
        record=frame.links.record(record.id),
        holding_count=holding_count(len(holdings), frame.words),
        holdings=holdings,
    )
