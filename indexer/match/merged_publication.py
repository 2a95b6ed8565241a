"""Members' imprints as one: what most say, and the end that only one of them knows of."""

from collections.abc import Sequence

from msgspec.structs import replace

from discovery.catalog.publication import Publication
from discovery.catalog.record import Description
from indexer.match.choice import is_all_capitals, most_agreed


def agreed_publication(told: Sequence[Description]) -> Publication:
    """That of the year on which most agree, with the publisher of another year where none of this one names any.

    `told` come from the fullest member first.
    """
    return _with_end(_agreed(told), told)


def _agreed(told: Sequence[Description]) -> Publication:
    given = [each.publication for each in told]
    agreed = most_agreed([each for each in given if each.year is not None], lambda each: each.year, lambda _: False)
    fullest = max(given, key=_said)
    if agreed is None:
        return fullest
    shown = max((each for each in given if each.year == agreed.year), key=_said)
    if shown.publisher or not fullest.publisher:
        return shown
    return replace(
        shown,
        place=shown.place or fullest.place,
        publisher=fullest.publisher,
        country=shown.country or fullest.country,
        places=shown.places or fullest.places,
        publishers=fullest.publishers,
    )


def _with_end(publication: Publication, told: Sequence[Description]) -> Publication:
    """A serial's, with its end where a member knows it: who still has "1950-" didn't hear that it ended in 1989."""
    if publication.last_year is not None or publication.year is None:
        return publication
    serials = (each.publication for each in told if each.type == "serial")
    given = [each for each in serials if each.year == publication.year]
    ended = [each for each in given if each.last_year is not None]
    closed = most_agreed(ended, lambda each: each.last_year, lambda each: not each.date)
    if closed is None:
        return publication
    return replace(publication, date=closed.date or publication.date, last_year=closed.last_year)


def _said(publication: Publication) -> tuple[bool, bool, int]:
    """A publisher in capitals is better than none, and one that isn't is better than both."""
    texts = (publication.place, publication.publisher, publication.date, publication.country)
    return bool(publication.publisher), not is_all_capitals(publication.publisher), sum(map(bool, texts))
