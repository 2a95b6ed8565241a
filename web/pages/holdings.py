"""Who has it: holdings by library."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from discovery.catalog.holding import Holding, Link
from discovery.catalog.library import Library, Translated
from discovery.catalog.outside import cover_url, own_catalogue_url
from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.search.partner_facts import UNKNOWN, Freshness
from web.i18n import Words
from web.pages.distances import Distances
from web.pages.freshness import confirmed_text, today
from web.pages.layout import Frame
from web.pages.lending import lending_terms
from web.pages.outside_links import OutsideLink, outside_links

UNNAMED = Translated(())
# A newspaper stands in sixty places of one university; the first few are what most people go to.
_SHOWN_LINES = 8


@dataclass(frozen=True, slots=True)
class HoldingLine:
    """Copies at one shelf mark; empty where nothing is known. `confirmed` is "" where its library says it for all."""

    call_number: str
    place: str
    copies: str
    statuses: str
    run: str
    note: str
    links: tuple[OutsideLink, ...]
    confirmed: str


_NOTHING = HoldingLine("", "", "", "", "", "", (), "")


@dataclass(frozen=True, slots=True)
class LibraryHoldings:
    """One library with everything it has of this. What padu.toml doesn't say of it is "" or empty.

    `place` is its city and province, `distance` how far that is from the reader's own library, `terms` how to get at
    a copy, `own_catalogue` where its own catalogue shows this, `asking` where a request for it is ready. `more_lines`
    are folded away under `more`; `confirmed` is the day of all lines, "" where they differ.
    """

    name: str
    url: str
    place: str
    distance: str
    terms: tuple[str, ...]
    own_catalogue: str
    cover: OutsideLink | None
    asking: str
    lines: tuple[HoldingLine, ...]
    more_lines: tuple[HoldingLine, ...]
    more: str
    confirmed: str


def library_holdings(
    record: UnionRecord, freshness: Mapping[str, Freshness], site: Site, frame: Frame
) -> tuple[LibraryHoldings, ...]:
    """Holdings by library: the nearest to the reader's own first, of equally near ones in the order of their names.

    `freshness` is the partners', by code.
    """
    by_library: dict[str, list[Holding]] = {}
    for holding in record.holdings:
        by_library.setdefault(holding.library, []).append(holding)
    distances = Distances(site, frame.links.homes)
    names = frame.words.labels.library
    codes = sorted(by_library, key=lambda code: (distances.rank(code), frame.words.filed(names(code))))
    known = {library.code: library for library in site.libraries}
    return tuple(
        _of_library(
            record,
            known.get(code) or Library(code, UNNAMED, "special"),
            tuple(_line(holding, freshness, frame.words) for holding in by_library[code]),
            distances,
            frame,
        )
        for code in codes
    )


def holding_count(libraries: int, words: Words) -> str:
    """How many libraries have it."""
    if not libraries:
        return words.gettext("No library has a copy any more")
    return words.ngettext("In %(number)s library", "In %(number)s libraries", libraries)


def _of_library(
    record: UnionRecord, library: Library, lines: tuple[HoldingLine, ...], distances: Distances, frame: Frame
) -> LibraryHoldings:
    links, words, code = frame.links, frame.words, library.code
    cover = cover_url(library, record)
    days = {line.confirmed for line in lines}
    confirmed = days.pop() if len(days) == 1 else ""
    lines = tuple(replace(line, confirmed="") for line in lines) if confirmed else lines
    # That it has the thing is all that some catalogues say: no list of nothing, which is read aloud.
    lines = tuple(line for line in lines if line != _NOTHING)
    # Nobody presses a button for one more.
    shown = _SHOWN_LINES if len(lines) > _SHOWN_LINES + 1 else len(lines)
    rest = len(lines) - shown
    return LibraryHoldings(
        name=words.labels.library(code),
        url=links.library(code),
        place=library.town,
        distance=distances.told(code, words),
        terms=tuple(term.text for term in lending_terms(library, words)),
        own_catalogue=own_catalogue_url(library, record),
        cover=outside_links([Link(cover, kind="cover")], words)[0] if cover else None,
        asking=links.asking(record.id, code),
        lines=lines[:shown],
        more_lines=lines[shown:],
        more=words.ngettext("%(number)s more place", "%(number)s more places", rest) if rest else "",
        confirmed=confirmed,
    )


def _line(holding: Holding, freshness: Mapping[str, Freshness], words: Words) -> HoldingLine:
    copies = words.ngettext("%(number)s copy", "%(number)s copies", holding.copies) if holding.copies else ""
    day = confirmed_text(holding.confirmed, freshness.get(holding.partner, UNKNOWN), today(), words)
    return HoldingLine(
        call_number=holding.call_number,
        place=", ".join(filter(None, (holding.branch, holding.shelf))),
        copies=copies,
        statuses=words.listed(_status(*each, holding.copies, words) for each in holding.statuses),
        run=holding.run,
        note=holding.note,
        links=outside_links(holding.links, words),
        confirmed=words.gettext("confirmed %(date)s", date=day) if day else "",
    )


def _status(status: str, number: int, copies: int, words: Words) -> str:
    label = words.labels.copy_status(status)
    return label if number == copies == 1 else words.gettext("%(number)s %(status)s", number=number, status=label)
