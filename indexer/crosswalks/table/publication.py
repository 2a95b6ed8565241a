"""KOTA TERBIT, PENERBIT and TAHUN TERBIT, or PUBLIKASI in one → where, by whom and when."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from discovery.catalog.names import without_email
from discovery.catalog.publication import Publication
from discovery.catalog.punctuation import trim_brackets, trim_isbd
from discovery.catalog.years import EARLIEST, LATEST_HIJRI, NO_YEARS, Years, latest_year, read_years
from indexer.crosswalks.table.fields import TableFields
from indexer.crosswalks.table.mending import whole_number
from indexer.crosswalks.unsaid import is_unsaid
from indexer.tables.columns import composed_of

# Day 0 of a spreadsheet's calendar, which believes that 1900 was a leap year.
_DAY_ZERO = date(1899, 12, 30)
# Days from 1982 to 2036; "20119" is rather a year with a digit too many.
_SERIAL = re.compile(r"[34]\d{4}")
# The same in the order of a day in most of the world: "05/07/1905" may be the 5th of July or the 7th of May.
_SHORT_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](190[0-5])")
_ISO_DAY = re.compile(r"(19\d\d|20\d\d)-(\d\d)-(\d\d)(?: .*)?")
# "Jakarta : Gramedia, 2014", which INLISLite has in one column; the year may be "[198-?]", "1415 H [1994]".
_IMPRINT = re.compile(
    r"(?:(?P<place>[^:]+?)\s*:\s*)?(?P<publisher>[^:]+?)"
    r"(?:\s*,\s*(?P<year>\D{0,4}\d{2}[\d-]{2}\D{0,4}(?:\d{4}\D{0,3})?))?"
)
# The day that Calibre writes for none.
_MOMENT, _CALIBRES_NONE = re.compile(r"(\d{4}-\d\d-\d\d)T[\d:.]+(?:Z|[+-][\d:]+)?"), "0101-01-01"
_HIJRI = re.compile(r"(?:H\.?\s*)?(1[2-4]\d\d)", re.IGNORECASE)
_THOUSANDS = re.compile(r"[12][.,]\d{3}")
_STATED_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")
_BETWEEN = re.compile(r"\s*[/,;:]\s*")
# Indonesian and English, by their first three letters.
_MONTHS = frozenset("jan feb peb mar apr mei may jun jul agu ags agt aug sep okt oct nov nop des dec".split())  # noqa: SIM905
_SHORT_DATE = re.compile(r"(?:\d{1,2}[-/ .])?([A-Za-z]{3,9})[-/ .'’]*(\d\d)")


def map_publication(row: TableFields, problems: list[str]) -> Publication:
    """The year is that of the edition in hand; a date that a spreadsheet made of it is undone where that is certain.

    What no column of its own says is taken from the imprint in one piece.
    """
    stated = _imprint(trim_isbd(row.text("imprint")), composed_of(row.column("imprint")))
    date_text = _whole_year(trim_isbd(row.text("year") or stated.get("year", "")), problems)
    if not date_text.strip("0"):  # "0000", which databases write for none
        date_text = ""
    years = (
        NO_YEARS if _is_ambiguous(date_text) else mended_year(date_text, problems) or read_years(_with_era(date_text))
    )
    if date_text and years.first is None and any(map(str.isdigit, date_text)):
        problems.append("year-unreadable")
    place = _name(row.text("place") or stated.get("place", ""))
    publisher = _name(row.text("publisher") or stated.get("publisher", ""))
    shown = str(years.first) if "date-mended" in problems and years.first is not None else date_text
    return Publication.of((place,) if place else (), (publisher,) if publisher else (), shown, years)


def _with_era(text: str) -> str:
    """A year before printing is one of the Hijra, which lists of Arabic books give without saying so: "1422"."""
    hijri = _HIJRI.fullmatch(text)
    return f"{hijri[1]} H" if hijri and int(hijri[1]) <= LATEST_HIJRI else text


def _whole_year(text: str, problems: list[str]) -> str:
    """The year without the mark that a spreadsheet puts between thousands ("2.015"), a day without its hours."""
    if moment := _MOMENT.fullmatch(text):
        return "" if moment[1] == _CALIBRES_NONE else moment[1]
    if _THOUSANDS.fullmatch(text):
        problems.append("date-mended")
        return text[0] + text[2:]
    return whole_number(text)


def _imprint(text: str, fields: Sequence[str]) -> dict[str, str]:
    """Place, publisher and year of one cell; `fields` are those that its column names, in their order, if it does."""
    if not fields:
        imprint = _IMPRINT.fullmatch(text)
        return {name: said for name, said in imprint.groupdict().items() if said} if imprint else {}
    stated: dict[str, str] = {}
    if "year" in fields and (years := list(_STATED_YEAR.finditer(text))):
        stated["year"] = years[-1][0]
        text = text[: years[-1].start()] + text[years[-1].end() :]
    names = [name for part in _BETWEEN.split(text) if (name := part.strip(" .()[]-"))]
    others = [field for field in fields if field != "year"]
    if len(names) < len(others):  # one name alone is rather the publisher's
        others = ["publisher"]
    return stated | dict(zip(others, names, strict=False))


def _name(text: str) -> str:
    name = trim_brackets(trim_isbd(without_email(text)))
    return "" if is_unsaid(name) else name


def mended_year(text: str, problems: list[str]) -> Years | None:
    """The year behind a date that a spreadsheet made: None when there is none to mend.

    43101 is the serial number of a day in 2018. A day in 1902 to 1905 whose serial number is a likely year
    ("1905-07-07", "07/07/1905" and "25/06/1905" are 2015, 2015 and 2003) is a year in a cell formatted as a date;
    "Sep-17" is September 2017.
    """
    year = None
    iso = _ISO_DAY.fullmatch(text)
    day = _SHORT_DAY.fullmatch(text)
    short = _SHORT_DATE.fullmatch(text)
    if _SERIAL.fullmatch(text):
        year = (_DAY_ZERO + timedelta(days=int(text))).year
    elif iso:
        year = _year_of_day(int(iso[1]), int(iso[2]), int(iso[3]))
    elif day:
        year = next(iter(_years_of_short_day(day)), None)
    elif short and short[1][:3].casefold() in _MONTHS:
        century = 2000 if int(short[2]) + 2000 <= latest_year() else 1900
        year = century + int(short[2])
    if year is None or not EARLIEST <= year <= latest_year():
        return None
    problems.append("date-mended")
    return Years(year)


def _is_ambiguous(text: str) -> bool:
    """Whether a day in 1902 to 1905 is another year by each of the two orders of day and month."""
    day = _SHORT_DAY.fullmatch(text)
    return day is not None and len(_years_of_short_day(day)) > 1


def _years_of_short_day(day: re.Match[str]) -> set[int]:
    one, other, year = int(day[1]), int(day[2]), int(day[3])
    return {found for pair in ((one, other), (other, one)) if (found := _year_of_day(year, *pair)) is not None}


def _year_of_day(year: int, month: int, day: int) -> int | None:
    try:
        serial = (date(year, month, day) - _DAY_ZERO).days
    except ValueError:
        return None
    return serial if year < 1906 and 1000 <= serial <= latest_year() else None
