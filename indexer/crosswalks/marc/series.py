"""440, 490 and 8XX → the series a thing belongs to."""

import re
from functools import lru_cache
from typing import NamedTuple
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
_DIGITS = re.compile(r"\d+")
_NO_LETTERS = re.compile(r"[\W_]+")
# Since when a serial or a set is in this series: "<1990->: Pub.".
_YEARS = re.compile(r"<[\d,\s-]+>\s*:\s*")
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
            for series in _all_series(field, codes, marc.original(field)):
                if not (filed and tag == "490" and field.first == "1" and _lends(series, found)):
                    _add(found, series)
        for field in marc.unlinked_originals(tag):
            for series in _all_series(field, codes, None):
                _add(found, series)
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


def _add(found: dict[str, Series], series: Series) -> None:
    """Add a series that isn't there yet, or its other number; titles of two bodies' own are two ("Bulletin")."""
    key = _letters(series.title)
    known = found.setdefault(key, series)
    if known is not series and known.name == series.name and _is_another(known.number, series.number):
        known = found[key] = replace(known, number=f"{known.number}, {series.number}")
    if series.name and known.name != series.name:
        if known.name:
            found.setdefault(f"{key}/{series.name}", series)
        else:
            found[key] = replace(known, name=series.name)


def _is_another(numbers: str, number: str) -> bool:
    """Whether the thing has this number in the series too: "vol. 10" is "v. 10"."""
    known = set(_DIGITS.findall(numbers))
    return bool(known) and not known.issuperset(_DIGITS.findall(number))


# A catalogue repeats its series: without the cache this was a hundredth of what mapping a record takes.
@lru_cache(maxsize=4096)
def _letters(title: str) -> str:
    return _NO_LETTERS.sub("", title.casefold())


class _Stated(NamedTuple):
    """A series as a field states it, marks and all."""

    title: str
    number: str
    issn: str


def _all_series(field: Field, codes: str, original: Field | None) -> list[Series]:
    """The series of one field: a 490 may state several."""
    if field.tag == "490" and len(field.all("a")) > 1:
        several = _several(field)
        scripts = [each.title for each in _several(original)] if original is not None else []
        if len(scripts) != len(several):
            scripts = [""] * len(several)
        found = [_series(stated, script, "") for stated, script in zip(several, scripts, strict=True)]
        return [series for series in found if series is not None]
    stated = _Stated(_title(field, codes), field.get("v"), field.get("x"))
    script = _title(original, codes) if original is not None else ""
    series = _series(stated, script, contributor_name(field) if field.tag in _NAMED else "")
    return [] if series is None else [series]


def _several(field: Field) -> list[_Stated]:
    """The series of a 490 with several $a. Behind "=" a title is the same series' in another language; of titles that
    have numbers both, each is a series; one without is a part of the series before it.

    "Bulletin ; $v 230. $a Hygiene series ; $v 16" is two, "Safety series ; $v 54. $a Recommendations" one.
    """
    found: list[_Stated] = []
    for piece in _pieces(field):
        numbers = [value for code, value in piece if code == "v"]
        stated = _Stated(_value(piece, "a"), numbers[0] if numbers else "", _value(piece, "x"))
        before = found[-1] if found else None
        if before is None or not before.title or (before.number and stated.number and not _is_parallel(before)):
            found.append(stated)
            continue
        mark = " = " if _is_parallel(before) else ". "
        title, number = trim_isbd(before.title) + mark + stated.title, before.number.rstrip(" =") or stated.number
        if number and _is_parallel(stated):
            number = f"{number.rstrip(' =')} ="  # a third language follows
        found[-1] = _Stated(title, number, before.issn or stated.issn)
    return found


def _pieces(field: Field) -> list[list[tuple[str, str]]]:
    """The subfields, cut before each $a but the first."""
    pieces: list[list[tuple[str, str]]] = [[]]
    for code, value in field.subfields:
        if code == "a" and any(each == "a" for each, _ in pieces[-1]):
            pieces.append([])
        pieces[-1].append((code, value))
    return pieces


def _value(piece: list[tuple[str, str]], code: str) -> str:
    return next((value for each, value in piece if each == code), "")


def _is_parallel(before: _Stated) -> bool:
    """Whether what follows is the same series' title in another language."""
    return (before.number or before.title).endswith("=")


def _series(stated: _Stated, script: str, name: str) -> Series | None:
    title = trim_isbd(_YEARS.sub("", stated.title) if stated.title.startswith("<") else stated.title)
    number = trim_leading_isbd(trim_isbd(stated.number))
    if not number and " ; " in title:
        title, _, number = (part.strip() for part in title.rpartition(" ; "))
    if not any(map(str.isalnum, title)):
        return None
    issn = parse_issn(stated.issn) if stated.issn else None
    return Series(trim_isbd(title), number, issn.value if issn else "", trim_isbd(script) if script else "", name)


def _title(field: Field, codes: str) -> str:
    """What the subfields say; before $t the number and the form ($n, $k) of a meeting or a body are the name's."""
    if field.tag in _NAMED:
        given = [code for code, _ in field.subfields]
        if "t" in given:
            own = field.subfields[given.index("t") :]
            return " ".join(value for code, value in own if code in codes)
    return field.joined(codes)
