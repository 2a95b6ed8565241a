"""The imprint as one line, in ISBD's order and with its marks."""

from discovery.catalog.publication import Publication


def imprint(publication: Publication) -> str:
    """As in "Jakarta : Hasta Mitra, 1980"; what isn't known leaves no mark behind."""
    made_by = " : ".join(filter(None, (publication.place, publication.publisher)))
    return ", ".join(filter(None, (made_by, publication.date or _years(publication))))


def _years(publication: Publication) -> str:
    """What was only coded: a serial's first and last year, where its imprint has no date; "2000?" of a mere "20uu"."""
    first, last = publication.year, publication.last_year
    if first is None:
        return ""
    begun = f"{first}?" if publication.uncertain else str(first)
    return f"{begun}-{last}" if last is not None and 0 < first < last else begun
