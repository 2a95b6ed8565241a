"""Who has it: holdings by library, and the links that open the thing itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from discovery.catalog.holding import Holding, Link
from discovery.catalog.record import UnionRecord
from web.i18n import Words
from web.links import Links

_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """An address outside the catalogue, with the words to click on."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class HoldingLine:
    """Copies at one shelf mark; empty where nothing is known."""

    call_number: str
    place: str
    copies: str
    statuses: str
    run: str
    note: str
    links: tuple[OutsideLink, ...]
    confirmed: str


@dataclass(frozen=True, slots=True)
class LibraryHoldings:
    """One library with everything it has of this."""

    name: str
    url: str
    lines: tuple[HoldingLine, ...]


def library_holdings(record: UnionRecord, links: Links, words: Words) -> tuple[LibraryHoldings, ...]:
    """Holdings grouped by library, in the alphabetical order of the libraries' names."""
    by_library: dict[str, list[Holding]] = {}
    for holding in record.holdings:
        by_library.setdefault(holding.library, []).append(holding)
    grouped = (
        LibraryHoldings(
            words.labels.library(code), links.library(code), tuple(_line(holding, words) for holding in holdings)
        )
        for code, holdings in by_library.items()
    )
    return tuple(sorted(grouped, key=lambda library: library.name.casefold()))


def outside_links(links: Iterable[Link], words: Words) -> tuple[OutsideLink, ...]:
    """Links that a browser may open, each once; a bare address is named by what it leads to."""
    names = {
        "resource": words.gettext("Read or open online"),
        "version": words.gettext("Another version online"),
        "related": words.gettext("Related resource"),
        "contents": words.gettext("Table of contents"),
        "cover": words.gettext("Cover"),
        "manifest": words.gettext("Page images (IIIF)"),
    }
    kept = (link for link in dict.fromkeys(links) if link.url.lower().startswith(_WEB))
    return tuple(OutsideLink(link.url, link.text or names[link.kind]) for link in kept)


def _line(holding: Holding, words: Words) -> HoldingLine:
    copies = words.ngettext("%(number)s copy", "%(number)s copies", holding.copies) if holding.copies else ""
    confirmed = words.gettext("confirmed %(date)s", date=words.date(holding.confirmed)) if holding.confirmed else ""
    return HoldingLine(
        call_number=holding.call_number,
        place=", ".join(filter(None, (holding.branch, holding.shelf))),
        copies=copies,
        statuses=", ".join(_status(*each, holding.copies, words) for each in holding.statuses),
        run=holding.run,
        note=holding.note,
        links=outside_links(holding.links, words),
        confirmed=confirmed,
    )


def _status(status: str, number: int, copies: int, words: Words) -> str:
    label = words.labels.copy_status(status)
    return label if number == copies == 1 else words.gettext("%(number)s %(status)s", number=number, status=label)
