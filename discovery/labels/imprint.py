"""The imprint as one line, in ISBD's order and with its marks."""

from discovery.catalog.publication import Publication


def imprint(publication: Publication) -> str:
    """As in "Jakarta : Hasta Mitra, 1980"; what isn't known leaves no mark behind."""
    date = publication.date or (str(publication.year) if publication.year is not None else "")
    made_by = " : ".join(filter(None, (publication.place, publication.publisher)))
    return ", ".join(filter(None, (made_by, date)))
