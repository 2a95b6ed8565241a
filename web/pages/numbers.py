"""The numbers that a description carries, by whose they are."""

from collections.abc import Iterator

from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Description
from web.i18n import Words


def numbers(description: Description, words: Words) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A label with its numbers, the international ones first; control numbers are of use to catalogues alone."""
    names = {"isbn": "ISBN", "issn": "ISSN", "doi": "DOI", "ismn": "ISMN", "lccn": "LCCN", "oclc": "OCLC"}
    for scheme, name in names.items():
        yield name, _shown(each for each in description.identifiers if each.scheme == scheme and each.is_key)
    invalid = (each.value for each in description.identifiers if each.scheme == "isbn" and not each.is_key)
    yield words.gettext("ISBN of another edition, or wrong"), tuple(invalid)
    agencies = {
        "publisher": words.gettext("Publisher's number"),
        "report": words.gettext("Report number"),
        "isrc": "ISRC",
        "upc": "UPC",
        "ean": "EAN",
    }
    for agency, name in agencies.items():
        yield name, _shown(each for each in description.identifiers if (each.scheme, each.agency) == ("other", agency))


def _shown(found: Iterator[Identifier]) -> tuple[str, ...]:
    """Each once, with what stood beside it."""
    return tuple(dict.fromkeys(f"{each.value} ({each.qualifier})" if each.qualifier else each.value for each in found))
