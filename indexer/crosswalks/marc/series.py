"""440, 490 and 8XX → the series a thing belongs to."""

import re

from discovery.catalog.identifiers import parse_issn
from discovery.catalog.punctuation import trim_isbd, trim_leading_isbd
from discovery.catalog.record import Series
from indexer.crosswalks.marc.fields import Field, MarcFields

# The controlled forms come first: they are the ones that libraries share.
_TITLES = {"830": "adfgknpst", "440": "anp", "800": "tfknps", "810": "tfknps", "811": "tfknps", "490": "a"}
_NO_LETTERS = re.compile(r"[\W_]+")


def map_series(marc: MarcFields) -> tuple[Series, ...]:
    """Each series once, numbering apart: $v, or what follows " ; " in a 490 that doesn't use it.

    https://www.loc.gov/marc/bibliographic/bd490.html, bd80x83x.html. 490 says what stands on the piece, 8XX how the
    catalogue files it: a 490 whose first indicator says that it is traced gives way to them.
    """
    found: dict[str, Series] = {}
    tags = marc.among(_TITLES)
    traced = any(tag[0] == "8" for tag in tags)
    for tag in tags:
        codes = _TITLES[tag]
        for field in marc.get(tag):
            if tag == "490" and traced and field.first == "1":
                continue
            _add(found, _series(field, codes, marc.original(field)))
        for field in marc.unlinked_originals(tag):
            _add(found, _series(field, codes, None))
    return tuple(found.values())


def _add(found: dict[str, Series], series: Series | None) -> None:
    if series is not None:
        found.setdefault(_NO_LETTERS.sub("", series.title.casefold()), series)


def _series(field: Field, codes: str, original: Field | None) -> Series | None:
    title = trim_isbd(field.joined(codes))
    number = trim_leading_isbd(trim_isbd(field.get("v")))
    if not number and " ; " in title:
        title, _, number = (part.strip() for part in title.rpartition(" ; "))
    if not any(map(str.isalnum, title)):
        return None
    issn = parse_issn(field.get("x")) if field.get("x") else None
    script = trim_isbd(original.joined(codes)) if original is not None else ""
    return Series(trim_isbd(title), number, issn.value if issn else "", script)
