"""440, 490 and 8XX → the series a thing belongs to."""

import re
from functools import lru_cache
from unicodedata import category, normalize

from msgspec.structs import replace

from discovery.catalog.identifiers import parse_issn
from discovery.catalog.punctuation import trim_isbd, trim_leading_isbd
from discovery.catalog.record import Series
from indexer.crosswalks.marc.contributors import contributor_name
from indexer.crosswalks.marc.fields import Field, MarcFields

# The controlled forms come first: they are the ones that libraries share.
_TITLES = {"830": "adfgknpst", "440": "anp", "800": "tfknps", "810": "tfknps", "811": "tfknps", "490": "a"}
_NAMED = ("800", "810", "811")
_NO_LETTERS = re.compile(r"[\W_]+")
# Words that a series is found without: articles and prepositions have three letters at most.
_ARTICLE = 3


def map_series(marc: MarcFields) -> tuple[Series, ...]:
    """Each series once, numbering apart: $v, or what follows " ; " in a 490 that doesn't use it.

    https://www.loc.gov/marc/bibliographic/bd490.html, bd80x83x.html. 490 says what stands on the piece, 8XX how the
    catalogue files it. A 490 whose first indicator says that it is traced gives way to an 8XX with its words, and lends
    it number and ISSN; one in other words ("IF" for "In focus", a session of parliament, a second series that 8XX
    hasn't) stands beside them, for readers look for what they see. 800, 810 and 811 have the title in $t, behind the
    name of whose series it is.
    """
    found: dict[str, Series] = {}
    tags = marc.among(_TITLES)
    filed = [tag for tag in tags if tag[0] == "8"]
    for tag in tags:
        codes = _TITLES[tag]
        for field in marc.get(tag):
            series = _series(field, codes, marc.original(field))
            if not (filed and tag == "490" and field.first == "1" and series is not None and _lends(series, found)):
                _add(found, series)
        for field in marc.unlinked_originals(tag):
            _add(found, _series(field, codes, None))
    return tuple(found.values())


def _lends(stated: Series, found: dict[str, Series]) -> bool:
    """Whether one of the series has the stated one's words; it gets number and ISSN where it has none."""
    words = _words(stated.title)
    for key, series in found.items():
        if _has(_words(series.heading), words):
            number, issn = series.number or stated.number, series.issn or stated.issn
            if (number, issn) != (series.number, series.issn):
                found[key] = replace(series, number=number, issn=issn)
            return True
    return False


@lru_cache(maxsize=4096)
def _words(title: str) -> frozenset[str]:
    """Its words without marks: romanisations write "Jazāʾir" in many ways."""
    letters = [each for each in normalize("NFKD", title.casefold()) if category(each) not in ("Mn", "Lm")]
    return frozenset(_NO_LETTERS.sub(" ", "".join(letters)).split())


def _has(filed: frozenset[str], stated: frozenset[str]) -> bool:
    """Whether nothing is stated but articles and what is filed, in another number at most ("report", "reports")."""
    missing = [word for word in stated - filed if not any(_is_like(word, each) for each in filed)]
    return len(missing) < len(stated) and all(len(word) <= _ARTICLE and word.isalpha() for word in missing)


def _is_like(one: str, other: str) -> bool:
    return min(len(one), len(other)) > _ARTICLE and (one.startswith(other) or other.startswith(one))


def _add(found: dict[str, Series], series: Series | None) -> None:
    """Add a series that isn't there yet; titles of two bodies' own are two ("Bulletin")."""
    if series is None:
        return
    key = _letters(series.title)
    known = found.setdefault(key, series)
    if series.name and known.name != series.name:
        if known.name:
            found.setdefault(f"{key}/{series.name}", series)
        else:
            found[key] = replace(known, name=series.name)


# A catalogue repeats its series: without the cache this was a hundredth of what mapping a record takes.
@lru_cache(maxsize=4096)
def _letters(title: str) -> str:
    return _NO_LETTERS.sub("", title.casefold())


def _series(field: Field, codes: str, original: Field | None) -> Series | None:
    title = trim_isbd(_title(field, codes))
    number = trim_leading_isbd(trim_isbd(field.get("v")))
    if not number and " ; " in title:
        title, _, number = (part.strip() for part in title.rpartition(" ; "))
    if not any(map(str.isalnum, title)):
        return None
    issn = parse_issn(field.get("x")) if field.get("x") else None
    script = trim_isbd(_title(original, codes)) if original is not None else ""
    name = contributor_name(field) if field.tag in _NAMED else ""
    return Series(trim_isbd(title), number, issn.value if issn else "", script, name)


def _title(field: Field, codes: str) -> str:
    """What the subfields say; before $t the number and the form ($n, $k) of a meeting or a body are the name's."""
    if field.tag in _NAMED:
        given = [code for code, _ in field.subfields]
        if "t" in given:
            own = field.subfields[given.index("t") :]
            return " ".join(value for code, value in own if code in codes)
    return field.joined(codes)
