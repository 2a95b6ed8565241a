"""The imprint as one line, in ISBD's order and with its marks."""

from discovery.catalog.publication import Publication
from discovery.catalog.record import Description


def imprint(described: Description) -> str:
    """As in "Jakarta : Hasta Mitra, 1980"; what isn't known leaves no mark behind."""
    publication = described.publication
    made_by = " : ".join(filter(None, (publication.place, publication.publisher)))
    return ", ".join(filter(None, (made_by, shown_date(described))))


def shown_date(described: Description) -> str:
    """As it stands on the piece; one left open of which the end was coded has it in brackets, "1950-[1989]".

    A serial of which only the beginning was coded, "1923-", is no thing of that year.
    """
    publication = described.publication
    first, last, date = publication.year, publication.last_year, publication.date
    if described.type == "serial" and first is not None and last is None and not date:
        return f"{_years(publication)}-"
    if date.endswith("-") and first is not None and last is not None and first < last:
        return f"{date}[{last}]"
    return date or _years(publication)


def _years(publication: Publication) -> str:
    """What was only coded: a serial's first and last year, where its imprint has no date; "2000?" of a mere "20uu", and
    "-1956" where only the end is known.
    """
    first, last = publication.year, publication.last_year
    if first is None:
        return ""
    if publication.uncertain and last == first:
        return f"-{last}"
    begun = f"{first}?" if publication.uncertain else str(first)
    return f"{begun}-{last}" if last is not None and 0 < first < last else begun
