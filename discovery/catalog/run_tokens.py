"""The words of a serial's run as tokens: volumes, years, dashes and commas; what isn't of the run is left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from discovery.catalog.numerals import roman_number

Kind = Literal["volume", "years", "year", "short", "dash", "end", "comma"]

# Supplements and indexes are no part of the run itself ("suppl. 1990", "index v.1-10").
_APART = re.compile(r"^\s*(?:suppl?|supplement|index|indeks)\b", re.IGNORECASE)
# Only the latest are kept, so there is no run ("Current 2 weeks only").
_PASSING = re.compile(
    r"^\s*(?:(?:only|hanya) )?(?:current|latest|most recent|last \d|(?:nomor|terbitan) ter(?:baru|akhir))\b",
    re.IGNORECASE,
)
# What a run's words say of other titles, whose years aren't this one's ("*Continued by: Blatt (Wien : 1896)").
_OTHER_TITLES = re.compile(
    r"\*?\s*\b(?:continue[sd]|merged|absorb(?:s|ed)|superseded?s?|formerly|lanjutan|dilanjutkan|menjadi)\b"
    r"(?: (?:by|with|into|dari|oleh))?\s*:[^();]*(?:\([^()]*\)?)?",
    re.IGNORECASE,
)
_LACKING = re.compile(
    r"\b(?:lack(?:ing|s)|missing|except|excluding|without|wanting|kecuali|kurang|tanpa|tidak ada|hilang)\b([^;)\]]*)",
    re.IGNORECASE,
)
_DASHES = re.compile(
    r"\s*(?:-|[\u2010-\u2015]|--+|\bs\.?\s?d\b\.?(?=\s*(?:\d|v|th|tahun|jil|no))|\bs/d\b\.?|\bsampai(?: dengan)?\b"
    r"|\bthrough\b|\bto (?=\d|v))\s*",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"-?\s*(?:\bto date\b|\bpresent\b|\btill now\b|\bsekarang\b|\bkini\b|\bdst\b|\bff\b|\bcurrent\b(?! issue))\.?",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan|feb|peb|mar|mär|apr|mei|may|mai|jun|jul|agu|aug|agt|sep|okt|oct|nov|nop|des|dec|dez|spring|summer|autumn"
    r"|fall|winter)[a-z]*\.?"
)
# The comma of "Dec. 3, 1852" separates nothing.
_DAY_BEFORE_YEAR = re.compile(rf"\b{_MONTH}\s*\d{{1,2}},\s*(?=\d{{4}})", re.IGNORECASE)
# The end of a stretch within one year, as in "1991:Mar.-Dec.", which is no open end.
_UNTIL_MONTH = re.compile(rf"-{_MONTH}(?:\s*\d{{1,2}}(?!\d))?(?=\s*(?:[,);\n]|$))", re.IGNORECASE)
# "Sér. 3, v. 18", "2d Ser. t.1", "n.s. v.4": volumes begin again in each series, and its number is no volume's.
_SERIES_BEFORE = re.compile(
    r"(?:(?<![\w./-])\d{1,2}(?:st|n?d|r?d|th)? |(?<=[-–])\s*\d{1,2}(?:st|n?d|r?d|th)? )?"
    r"\b(?:n\. ?s\b\.?|s[eé]r(?:\b\.?|ies?\b|i\b))\s*\d*\s*[,:]?\s*"
    r"(?=(?:v|vol|no|nr|th|t|jil|bd)(?:\b|\d))",
    re.IGNORECASE,
)
_ROMAN_NUMBER = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?!\w)"
_NO_YEAR = r"(?:[^()\d-]|\d{1,2}(?!\d))*"
_TOKENS = re.compile(
    r"(?P<date>(?<!\d)\d{4}-\d\d-\d\d(?!\d))"
    r"|(?P<issue>\b(?:no|nr|num|nomor|issue|iss|edisi|heft|h|part|pt|#)s?\.?\s*\d+[a-z]?"
    r"(?:\s*[-/,&]\s*\d{1,3}[a-z]?(?!\d))*(?!\d))"
    r"|\b(?:v|vol|vols|volume|jil|jilid|th|thn|tahun|tahun ke|bd|band|jg|jahrg|jahrgang|t|tome|tom|an|année|jaarg"
    r"|jaargang|jrg|deel|dl|ser|juz|jild|mujallad)['’ʼʾ]?(?:\.\s*|\s+|(?=[\d-]))-?"
    rf"(?P<volume>\d{{1,4}}(?!\d)|{_ROMAN_NUMBER})(?:/\d+(?!\d))?"
    rf"|(?P<years>\({_NO_YEAR}(?P<from>\d{{4}})(?:/\d{{2,4}})?{_NO_YEAR}-{_NO_YEAR}"
    rf"(?P<until>\d{{4}}(?:/(?:\d{{4}}|\d\d)(?!\d))?){_NO_YEAR}\))"
    r"|(?P<year>(?<!\d)(?<!\d{4}/)\d{4}(?:/(?:\d{4}|\d\d)(?!\d))?(?![\d/]))"
    r"|(?P<bare>(?<![\w./:-])\d{1,3}(?=\s*\(\d{4}|\.\d{4}(?!\d)))"
    rf"|(?P<short>(?<=-)\s*(?:\d{{1,4}}(?!\d|st|nd|rd|th|/\d{{4}})|{_ROMAN_NUMBER}))"
    r"|(?P<dash>-)|(?P<end>;|\n)|(?P<comma>,|\+|&| dan )",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token's kind, its number, and its second: 1998/99 is 1998 and 1999, "(1950-1959)" both years.

    `digits` are those of a number behind a dash, which may be a volume or the end of a year: 98, 04.
    """

    kind: Kind
    number: int = 0
    second: int | None = None
    digits: str = ""


def parts_of(text: str) -> Iterator[str]:
    """The statements of a run, each with plain dashes, without those on other titles, supplements and indexes."""
    for part in _OTHER_TITLES.sub(";", _LACKING.sub("", text)).split(";"):
        if not _APART.match(part) and not _PASSING.match(part):
            dashed = _OPEN.sub("-", _DASHES.sub("-", _SERIES_BEFORE.sub("", part)))
            yield _UNTIL_MONTH.sub("", _DAY_BEFORE_YEAR.sub("", dashed))


def lacking_in(text: str) -> tuple[str, ...]:
    """What a run's words say is missing from it: "1971-1998, kecuali 1980"."""
    return tuple(_LACKING.findall(text))


def tokens_of(part: str) -> Iterator[Token]:
    """The tokens of one statement, issues left out."""
    for found in _TOKENS.finditer(part):
        kind = str(found.lastgroup)
        if kind in ("dash", "end", "comma"):
            yield Token(kind)  # type: ignore[arg-type]  # one of the three
        elif kind == "years":
            yield Token("years", int(found["from"]), _years(found["until"])[-1])
        elif kind == "volume":
            yield Token("volume", _number(found["volume"]))
        elif kind == "bare":
            yield Token("volume", int(found["bare"]))
        elif kind == "short":
            digits = found["short"].strip()
            yield Token("short", _number(digits), digits=digits)
        elif kind in ("year", "date"):
            first, *second = _years(found[kind][:4] if kind == "date" else found[kind])
            yield Token("year", first, second[0] if second else None)


def _number(volume: str) -> int:
    """Digits, or a Roman number up to 89."""
    return int(volume) if volume.isdigit() else roman_number(volume)


def _years(said: str) -> list[int]:
    """One year or two: "1998", "1998/99", "1999/00", "1983/1984"."""
    first, _, second = said.partition("/")
    return [int(first), completed(int(first), second)] if second else [int(first)]


def completed(first: int, ending: str) -> int:
    """The year that two digits after another year mean: 98 after 1971, 00 after 1999; four are one themselves."""
    year = int(ending) if len(ending) == 4 else first // 100 * 100 + int(ending)
    return year if len(ending) == 4 or year > first else year + 100
