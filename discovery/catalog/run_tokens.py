"""The words of a serial's run as tokens: volumes, years, dashes and commas; what isn't of the run is left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from discovery.catalog.numerals import roman_number
from discovery.catalog.run_words import CAPTION, MONTH

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
# The comma of "Dec. 3, 1852" separates nothing.
_DAY_BEFORE_YEAR = re.compile(rf"\b{MONTH}\s*\d{{1,2}},\s*(?=\d{{4}})", re.IGNORECASE)
# The end of a stretch within one year, as in "1991:Mar.-Dec.", which is no open end; not that of "1970-May, 1974".
_UNTIL_MONTH = re.compile(
    rf"(?!(?<=\d{{4}})-{MONTH}\s*,\s*\d{{4}})-{MONTH}(?:\s*\d{{1,2}}(?!\d))?(?=\s*(?:[,);\n]|$))", re.IGNORECASE
)
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
    r"|(?P<issue>\b(?:no|nr|num|nomor|nomer|nummer|issue|iss|ed(?:isi)?(?!\.?\s*\d{4}(?!\d))|heft|h|part|pt|afl"
    r"|aflevering|fasc|fasz|bil|bilangan|#)s?\.?\s*\d+[a-z]?(?:\s*[-/,&]\s*\d{1,3}[a-z]?(?!\d))*(?!\d))"
    rf"|\b(?:{CAPTION}|ser)['’ʼʾ]?(?:\.\s*|\s+|(?=[\d-]))(?:ke\b[ -]*)?-?"
    rf"(?P<volume>(?:\d{{1,4}}(?!\d)|{_ROMAN_NUMBER}))(?:/(?P<double>\d{{1,3}})(?!\d))?"
    rf"|(?P<years>\({_NO_YEAR}(?P<from>\d{{4}})(?:/\d{{2,4}})?{_NO_YEAR}-{_NO_YEAR}"
    rf"(?P<until>\d{{4}}(?:/(?:\d{{4}}|\d\d)(?!\d))?){_NO_YEAR}\))"
    r"|(?P<year>(?<!\d)(?<!\d{4}/)\d{4}(?:/(?:\d{4}|\d\d)(?!\d))?(?![\d/]))"
    r"|(?P<bare>(?<![\w./:-])\d{1,3}(?=\s*\(\d{4}|\.\d{4}(?!\d)))"
    rf"|(?P<short>(?<=-)\s*(?:\d{{1,4}}(?!\d|st|nd|rd|th|/\d{{4}})|{_ROMAN_NUMBER}))(?:/(?P<also>\d{{1,3}})(?!\d))?"
    r"|(?P<dash>-)|(?P<end>;|\n)|(?P<comma>,|\+|&| dan )",
    re.IGNORECASE,
)
# A number's own year behind it: "4.1953", "10 (1959)".
_DATED = re.compile(r"\s*[.(]\s*\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Token:
    """A token's kind, its number, and its second: 1998/99 is 1998 and 1999, "(1950-1959)" both years, v.25/26 both.

    `digits` are those of a number behind a dash, which may be a volume or the end of a year: 98, 04.
    """

    kind: Kind
    number: int = 0
    second: int | None = None
    digits: str = ""


def parts_of(text: str) -> Iterator[str]:
    """The statements of a run in plain words, without those on other titles, supplements and indexes."""
    for part in _OTHER_TITLES.sub(";", text).split(";"):
        if not _APART.match(part) and not _PASSING.match(part):
            yield _UNTIL_MONTH.sub("", _DAY_BEFORE_YEAR.sub("", _SERIES_BEFORE.sub("", part)))


def tokens_of(part: str) -> Iterator[Token]:
    """The tokens of one statement, issues left out, and so are commas between what isn't read and its year: the stretch
    of "no. 1, 1970-no. 24, 1974" has an end.
    """
    dash: int | None = None
    for found in _read(part):
        kind = str(found.lastgroup)
        if kind == "comma" and dash is not None and any(map(str.isalnum, part[dash : found.start()])):
            continue
        if kind != "issue":
            dash = found.end() if kind == "dash" else None
        if kind in ("dash", "end", "comma"):
            yield Token(kind)  # type: ignore[arg-type]  # one of the three
        elif kind == "years":
            yield Token("years", int(found["from"]), _years(found["until"])[-1])
        elif kind in ("volume", "double"):
            yield _volume(_number(found["volume"]), found["double"])
        elif kind == "bare":
            yield Token("volume", int(found["bare"]))
        elif kind in ("short", "also"):
            digits = found["short"].strip()
            yield Token("short", _number(digits), _later(_number(digits), found["also"]), digits)
        elif kind in ("year", "date"):
            first, *second = _years(found[kind][:4] if kind == "date" else found[kind])
            yield Token("year", first, second[0] if second else None)


def _read(part: str) -> Iterator[re.Match[str]]:
    """What of a statement is read, without numbers on both sides of a dash that nothing says are volumes.

    The issues of "40.1990,1-12" and "10 (1990): 1-12" aren't the years until 2012; "2.1951,2-4.1953" goes on to its
    fourth volume.
    """
    held: re.Match[str] | None = None
    end = 0
    for found in _TOKENS.finditer(part):
        is_issue = held is not None and found.lastgroup in ("short", "also") and not _DATED.match(part, found.end())
        if held is not None and not is_issue:
            yield held
        held = None
        if found.lastgroup == "dash" and any(map(str.isdigit, part[end : found.start()])):
            held = found
        elif not is_issue:
            yield found
        end = found.end()
    if held is not None:
        yield held


def _volume(number: int, second: str | None) -> Token:
    """A volume or two in one, "v.25/26"; with a caption before it "Th. 1998/99" is a year all the same."""
    return Token("volume", number, completed(number, second) if second and number > 999 else _later(number, second))


def _later(number: int, second: str | None) -> int | None:
    """What stands behind a volume's stroke if it is the next one: "v.25/26"; "v.3/12" is an issue's number."""
    return number + 1 if second and int(second) == number + 1 else None


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
