"""675, 676, 680 and 686 → class numbers with their schemes."""

from discovery.catalog.classes import dewey_number
from discovery.catalog.record import Classification
from indexer.crosswalks.marc.fields import MarcFields


def map_classifications(marc: MarcFields) -> tuple[Classification, ...]:
    """675 is UDC, 676 Dewey, 680 the Library of Congress's, 686 of the scheme in $2."""
    found: dict[Classification, None] = {}
    for tag, scheme in (("676", "ddc"), ("675", "udc"), ("680", "lcc"), ("686", "")):
        for field in marc.get(tag):
            for value in field.all("a"):
                number = value.strip(" .")
                if not any(map(str.isdigit, number)):
                    continue
                found[_number(scheme or field.get("2").casefold() or "local", number)] = None
    return tuple(found)


def _number(scheme: str, number: str) -> Classification:
    if scheme != "ddc":
        return Classification(scheme, number)
    dewey = dewey_number(number)
    return Classification("ddc", dewey) if dewey else Classification("local", number)
