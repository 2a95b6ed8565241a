"""260, 264 and 008 → where, by whom and when this edition came out."""

import re
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from discovery.catalog.calendars import is_same_year
from discovery.catalog.names import without_email
from discovery.catalog.places import country_code
from discovery.catalog.publication import Publication
from discovery.catalog.punctuation import trim_brackets, trim_date, trim_isbd
from discovery.catalog.record import Carrier
from discovery.catalog.years import LATEST_HIJRI, NO_YEARS, Years, read_years
from indexer.crosswalks.marc.dates import coded_years, ended
from indexer.crosswalks.marc.fields import Field, MarcFields
from indexer.crosswalks.marc.imprint import stated as stated_in
from indexer.crosswalks.unsaid import is_unsaid

_MARKS: Final = " :;,/=،؛"
# What stands with a name to say that it is the distributor's: "For sale by the Survey", "Kluwer [distributor]".
_DISTRIBUTES: Final = re.compile(
    r"(?:exclusively |(?:printed|sold|published) and )?(?:distributed|sold|for sale)(?: and distributed)?"
    r"(?: in [\w., &]{2,50}?)? by |(?:didistribusikan|dijual) oleh |(?:distribué|diffusé) par |vertrieb(?: durch)?:? ",
    re.IGNORECASE,
)
# The pattern tries every place of a name; hardly any has the letters that it needs, which are found in a tenth of that.
_DISTRIBUTOR: Final = ("butor", "buteur", "ffuseur", "vertrieb")
_IS_DISTRIBUTOR: Final = re.compile(
    r"[,\s]*[\[(]?\b(?:sole )?(?:distributor|distributeur|diffuseur|vertrieb)s?[\])]?\.?$", re.IGNORECASE
)
# 008/06 of what was printed or filmed again. A film or a file is described as the book it shows, a reprint as itself.
_REPRODUCED: Final = "r"
_COPIES: Final = frozenset({"microform", "online"})
# An edition statement with the year of another edition: "Repr. of the 1905 ed.", "Cetak ulang edisi 1950".
_REPEATS: Final = re.compile(r"\b(?:repr|facsim|faks|nachdr|fotomech|ristampa|cetak ulang)|\bof the\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
# 264's second indicator, most telling first: publication, distribution, manufacture, production; copyright has no name.
_FUNCTIONS: Final = ("1", " ", "2", "3", "0")


def map_publication(marc: MarcFields, carrier: Carrier = "print") -> Publication:
    """Places and publishers from 264 or 260, the year from 008 and the date statement together.

    https://www.loc.gov/marc/bibliographic/bd264.html, bd260.html. The year is that of the edition in hand; where 008
    repeats the Hijri or other year of the statement, the statement's common-era year wins; where 008 knows only the
    decade, an exact year in the statement does, and where nobody knows more than the century, the edition's. A film or
    file of an old book is coded by its own year and described as the book: the year is the book's, as the statement
    shows. Who printed it ($e and $f of 260) stands behind the publisher, and so does a distributor, by its mere name.
    """
    fields = _statements(marc)
    places, publishers = _names(marc, fields, "ae"), _names(marc, fields, "bf")
    date = _date(marc, fields)
    field008 = marc.control("008")
    copied = field008[6:7] == _REPRODUCED and carrier in _COPIES
    coded, stated = coded_years(field008), read_years(date) if date else NO_YEARS
    years = _agreed(coded, stated, date, copied=copied)
    if years.first is None:
        years = _serial_years(marc)
    elif years.first % 100 == 0 and (coded.uncertain or stated.uncertain):
        years = _of_edition(marc, years.first) or years
    country = field008[15:18].strip(" #|^\\").lower()
    return Publication.of(places, publishers, date, years, country if country_code(country) else "")


def _statements(marc: MarcFields) -> list[Field]:
    """The publication statement first; 260 stands beside or instead of 264."""
    fields = [*marc.get("264"), *marc.get("260")]
    if len(fields) == 1:
        return fields
    if len(fields) > 1:
        fields = sorted(
            (field for field in fields if field.tag == "260" or field.second != "4"),
            key=lambda field: (
                _FUNCTIONS.index(field.second) if field.tag == "264" and field.second in _FUNCTIONS else 1
            ),
        )
    return fields or [*marc.unlinked_originals("264"), *marc.unlinked_originals("260")]


def _names(marc: MarcFields, fields: list[Field], codes: str) -> tuple[str, ...]:
    """Every place or publisher once, each followed by its form in the original script; the second of the codes is
    260's alone.
    """
    names: list[str] = []
    for field in fields:
        original = marc.original(field)
        own = codes if field.tag == "260" else codes[0]
        originals = _values(original, own) if original is not None else []
        for at, value in enumerate(_values(field, own)):
            names.append(_name(value))
            if at < len(originals):
                names.append(_name(originals[at]))
    if len(names) < 2:
        return tuple(names) if names and names[0] else ()
    return tuple(dict.fromkeys([name for name in names if name]))


def _values(field: Field, codes: str) -> list[str]:
    return [value for code, value in stated_in(field) if code in codes]


@lru_cache(maxsize=16_384)
def _name(value: str) -> str:
    body = value.rstrip(_MARKS)
    # A mark after the full stop shows that the stop belongs to the word: "Reston, Va. :".
    name = trim_brackets(body if body != value else trim_isbd(value)).strip(" :;,")
    if "[" in value:
        name = name.rstrip("? ")
    # Who manufactured it stands in brackets, place and name together: "(Depok : $b Percetakan)".
    opened, closed = name.count("("), name.count(")")
    if opened != closed:
        name = name.lstrip("(") if opened > closed else name.rstrip(")")
    elif opened and name[0] == "(" and name[-1] == ")" and name.find("(", 1) <= name.find(")", 0, -1):
        name = name[1:-1]
    if is_unsaid(name):
        return ""
    return without_email(_without_function(name))


def _without_function(name: str) -> str:
    """The name without the words that say that it distributes; itself where nothing else is left."""
    bare = _DISTRIBUTES.sub("", name, count=1) if _DISTRIBUTES.match(name) else name
    folded = bare.casefold()
    if any(letters in folded for letters in _DISTRIBUTOR):
        bare = _IS_DISTRIBUTOR.sub("", bare)
    bare = bare.strip()
    return bare[0].upper() + bare[1:] if bare != name and any(map(str.isalnum, bare)) else name


def _date(marc: MarcFields, fields: list[Field]) -> str:
    """The date of publication as text, else that of copyright ($c of 264 with second indicator 4)."""
    for field in fields or marc.get("264"):
        date = " ".join(_values(field, "c"))
        if date:
            return trim_date(date)
    return next((trim_date(date) for field in marc.get("264") if (date := field.joined("c"))), "")


def _agreed(coded: Years, stated: Years, date: str, *, copied: bool) -> Years:
    if coded.first is None:
        return stated
    if stated.first is None or coded == stated:
        return coded
    if coded.uncertain and not stated.uncertain:
        return ended(stated, coded)
    if coded.first == stated.first:
        return coded if coded.last is not None or stated.last is None else replace(coded, last=stated.last)
    if str(coded.first) in date:
        is_other_calendar = coded.first <= LATEST_HIJRI < stated.first or is_same_year(coded.first, stated.first)
        return stated if is_other_calendar else coded
    return stated if copied and stated.first < coded.first else coded


def _of_edition(marc: MarcFields, century: int) -> Years | None:
    """The year in the edition statement of what came out "between 1900 and 1999": the last one, since maps and manuals
    count their revisions. None where it says none of these, or that of the book it repeats.
    """
    statements = [statement for field in marc.get("250") if not _REPEATS.search(statement := field.joined("ab"))]
    told = [int(year) for statement in statements for year in _YEAR.findall(statement)]
    last = max((year for year in told if century < year < century + 100), default=None)
    return None if last is None else Years(last, None, uncertain=True)


def _serial_years(marc: MarcFields) -> Years:
    """362: the dates of a serial that neither 008 nor the imprint dates."""
    field = marc.first("362")
    return read_years(field.get("a")) if field is not None else NO_YEARS
