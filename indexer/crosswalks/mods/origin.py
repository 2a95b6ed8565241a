"""originInfo → where, by whom and when, and which edition: https://www.loc.gov/standards/mods/userguide/origininfo.html"""

from collections.abc import Iterator

from discovery.catalog.names import without_email
from discovery.catalog.places import country_code
from discovery.catalog.publication import Publication
from discovery.catalog.punctuation import trim_brackets, trim_isbd
from discovery.catalog.years import NO_YEARS, Years, read_years
from indexer.crosswalks.unsaid import is_unsaid
from indexer.crosswalks.xml.elements import Element, attribute, children, descendants, text_of, texts

# Most telling first; a date captured or modified is no date of the thing.
_DATES = ("dateIssued", "copyrightDate", "dateCreated", "dateOther")
_ALL_DATES = (*_DATES, "dateCaptured")
_PUBLISHED = ("", "publication", "publisher")


def map_publication(mods: Element) -> Publication:
    """Place as text, publisher, country as MARC's code, and the years of dateIssued, else of the others.

    Of several originInfos those of a publication count before those of production, distribution and manufacture
    (eventType); a publisher may be an agent (MODS 3.8).
    An article that has none is of the date of its part of the host, or of the host.
    A date encoded (marc, w3cdtf) is the year, one without the words on the piece; "start" and "end" are a range.
    """
    stated = list(children(mods, "originInfo"))
    origins = [
        each for each in stated if attribute(each, "eventType") in _PUBLISHED and not _is_digitisation(each)
    ] or stated
    places = _said(text for text, code in _places(origins) if not code)
    publishers = _said(text for origin in origins for text in _publishers(origin))
    date, years = _dated(origins)
    if years.first is None:
        date, years = _dated(stated)
    if years.first is None:
        date, years = _dated_by_host(mods)
    country = next((text for text, code in _places(origins) if code and country_code(text)), "")
    return Publication.of(places, publishers, date, years, country)


def _is_digitisation(origin: Element) -> bool:
    """Whether it tells of the making of a copy: by its event, or, as before MODS 3.5, by no other date than the
    capture's (https://dfg-viewer.de/metadaten).
    """
    event = attribute(origin, "eventType").casefold()
    dates = {name for each in _within(origin) for name in _ALL_DATES if next(children(each, name), None) is not None}
    return event.startswith(("digiti", "captur")) or (not event and dates == {"dateCaptured"})


def _dated_by_host(mods: Element) -> tuple[str, Years]:
    """An article's date where it stands with the part of the journal that it is, or with the book."""
    hosts = [item for item in children(mods, "relatedItem") if attribute(item, "type") == "host"]
    parts = [part for item in (mods, *hosts) for part in children(item, "part")]
    for date in (text for part in parts for text in texts(part, "date")):
        if (years := read_years(date)).first is not None:
            return trim_isbd(date), years
    return _dated([origin for item in hosts for origin in children(item, "originInfo")])


def map_edition(mods: Element) -> str:
    """originInfo/edition; that of a digitisation is "[Electronic ed.]" of every book."""
    origins = [each for each in children(mods, "originInfo") if not _is_digitisation(each)]
    stated = (trim_isbd(text_of(each)) for origin in origins for each in children(origin, "edition"))
    return "; ".join(dict.fromkeys(filter(None, stated)))


def _publishers(origin: Element) -> Iterator[str]:
    for each in _within(origin):
        yield from texts(each, "publisher")
    for agent in children(origin, "agent"):
        yield from texts(agent, "namePart")


def _within(origin: Element) -> list[Element]:
    """Where publisher and dates stand: SLiMS's results have them within the place (SearchEngine's toXML)."""
    return [origin, *children(origin, "place")]


def _places(origins: list[Element]) -> Iterator[tuple[str, bool]]:
    for origin in origins:
        for place in children(origin, "place"):
            for term in descendants(place, "placeTerm"):
                yield text_of(term), attribute(term, "type") == "code"


def _said(stated: Iterator[str]) -> tuple[str, ...]:
    found = dict.fromkeys(trim_brackets(trim_isbd(without_email(text))) for text in stated)
    return tuple(text for text in found if not is_unsaid(text))


def _dated(origins: list[Element]) -> tuple[str, Years]:
    for name in _DATES:
        within = [part for origin in origins for part in _within(origin)]
        dates = [each for part in within for each in children(part, name) if text_of(each)]
        words = next((text_of(each) for each in dates if not attribute(each, "encoding")), "")
        coded = [each for each in dates if attribute(each, "encoding")] or dates
        years = _years(coded)
        if years.first is None:
            years = read_years(words) if words else NO_YEARS
        if years.first is not None:
            return trim_isbd(words) or text_of(coded[0]), years
    return "", NO_YEARS


def _years(dates: list[Element]) -> Years:
    read = [(attribute(each, "point"), attribute(each, "qualifier"), read_years(text_of(each))) for each in dates]
    begin = next((item for item in read if item[0] != "end" and item[2].first is not None), None)
    if begin is None:
        return NO_YEARS
    last = next((years.first for point, _, years in read if point == "end"), None) or begin[2].last
    first = begin[2].first
    return Years(
        first,
        last if first is not None and last is not None and last > first else None,
        bool(begin[1]) or begin[2].uncertain,
    )
