"""100, 102, 210 and 214 → where, by whom and when this edition came out."""

from collections.abc import Sequence

from discovery.catalog.names import without_email
from discovery.catalog.places import place_code
from discovery.catalog.publication import Publication
from discovery.catalog.punctuation import trim_brackets, trim_date, trim_isbd
from discovery.catalog.years import EARLIEST, LATEST_HIJRI, NO_YEARS, Years, latest_year, read_years
from indexer.crosswalks.marc.dates import ended, spanned
from indexer.crosswalks.marc.fields import Field, MarcFields
from indexer.crosswalks.unimarc.title import without_marks
from indexer.crosswalks.unsaid import is_unsaid

# 100 $a, position 8. The second date closes the range of a serial that ended (b) and of a set (g); 9999 leaves it open.
_RANGES = "bg"
_CEASED = "b"
_NO_ATTEMPT = "9999"


def map_publication(marc: MarcFields) -> Publication:
    """Place ($a), publisher ($c) and date ($d) of 214 with second indicator 0, else of 210; country of 102 $a.

    The year is that of 100 $a, positions 9-12, unless it is a guess where the imprint is certain, or another calendar's
    where the imprint has ours; in a reproduction (e) date 1 is the reproduction's. Distribution and manufacture stand
    in other 214s and in 210 $e to $h; where nobody knows the publisher, the printer ($e, $g) is named.
    """
    fields = [field for field in marc.get("214") if field.second in "0 "] or [*marc.get("210"), *marc.get("214")]
    places = _said(fields, "a") or _said(marc.get("210"), "e")
    publishers = _said(fields, "c") or _said(marc.get("210"), "g")
    dates = [trim_date(text) for field in fields if (text := field.joined("d"))]
    # A statement in two scripts may give the year of our calendar in one of them alone.
    date = max(dates, key=lambda each: (read_years(each).first or 0) > LATEST_HIJRI, default="")
    date = date or next((trim_date(text) for field in marc.get("214") if (text := field.joined("d"))), "")
    years = _agreed(_coded(marc), read_years(date) if date else NO_YEARS)
    return Publication.of(places, publishers, date, years, _country(marc))


def _said(fields: Sequence[Field], code: str) -> list[str]:
    found = dict.fromkeys(
        trim_brackets(trim_isbd(without_email(without_marks(value)))).strip()
        for field in fields
        for value in field.all(code)
    )
    return [text for text in found if not is_unsaid(text)]


def _country(marc: MarcFields) -> str:
    field = marc.first("102")
    return (place_code(field.get("a")) or "") if field is not None else ""


def _coded(marc: MarcFields) -> Years:
    """100 $a, positions 8-16."""
    field = marc.first("100")
    coded = _raw(field, "a") if field is not None else ""
    kind, first, last = coded[8:9], coded[9:13], coded[13:17]
    year, uncertain = _year(first)
    end = _year(last)[0] if kind in _RANGES and kind and last != _NO_ATTEMPT else None
    return spanned(year, end, has_ended=kind == _CEASED, uncertain=uncertain or kind == "f")


def _raw(field: Field, code: str) -> str:
    """A subfield position by position, its blanks kept."""
    return next((value for each, value in field.raw if each == code), "")


def _year(digits: str) -> tuple[int | None, bool]:
    known = digits.rstrip(" ?-#|")
    if len(known) < 2 or not (known.isascii() and known.isdigit()):
        return None, True
    year = int(known.ljust(4, "0"))
    return (year, len(known) < 4) if EARLIEST <= year <= latest_year() else (None, True)


def _agreed(coded: Years, stated: Years) -> Years:
    if coded.first is None:
        return stated
    if coded.uncertain and stated.first is not None and not stated.uncertain:
        return ended(stated, coded)
    if stated.first is not None and coded.first <= LATEST_HIJRI < stated.first:  # "1386 [1967]"
        return stated
    if coded.last is None and stated.first == coded.first:
        return Years(coded.first, stated.last, coded.uncertain)
    return coded
