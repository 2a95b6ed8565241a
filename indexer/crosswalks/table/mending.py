"""What spreadsheets and exports do to cells, and what of it can be undone for certain."""

import re
from urllib.parse import unquote

from discovery.catalog.text import plain_text, text_problem
from indexer.letters import mended_letters

# https://support.microsoft.com/office/error-values: what a formula that lost its source leaves in its cell.
_ERRORS = re.compile(
    r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|ERROR!|GETTING_DATA)|Err:\d{3}", re.IGNORECASE
)
# What people and exports write where nothing is to be written.
_NOTHING = frozenset(
    {"", "-", "--", "---", "–", "—", "null", "(null)", "\\n", "n/a", "na", "nan", "none", "nil", "tidak ada", "?"}
)
# A number as a spreadsheet shows it when it is too long: "9.78602E+12", in Indonesian settings "9,78602E+12".
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,2}", re.IGNORECASE)
# The same number once more, opened: 9.78602E+12 is 9786020000000. One ISBN in a million ends so by itself. Some had a
# digit too many before, or were the number of a serial's issue (977).
_ROUNDED = re.compile(r"(?=\d{13,15}\Z)97[789]\d*0{6}")
# A blank, or a letter beyond ASCII, as an address has it.
_PERCENTS = re.compile(r"%20|%[C-F][0-9A-F]%[89AB][0-9A-F]", re.IGNORECASE)
# What SLiMS's export leaves of the end of a line, "\\r\\n" without its backslashes (`stripslashes` in its
# admin/modules/bibliography/export.php): between sentences, or of an empty line.
_LINE_ENDS = re.compile(r"(?:(?<=[.!?:;)\"”])(?:rn)+|(?:rn){2,})(?=[^\W_a-z]|[-•*(\"“]|$)")
_DECIMALS = re.compile(r"(\d+)[.,]0+")

# A stretch of pages as a spreadsheet shows the date that it took it for: 9-46 is "Sep 46", 3-11 "03. Nov".
_DATED = re.compile(r"(?:(\d{1,2})[. -]+([^\W\d]{3})[^\W\d]*|([^\W\d]{3})[^\W\d]*[. -]+(\d\d))\.?")
# In Indonesian, English and German, by their first three letters.
_MONTHS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "mär": 3, "apr": 4, "mei": 5, "may": 5, "mai": 5, "jun": 6, "jul": 7,
    "agu": 8, "ags": 8, "agt": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12,
    "dez": 12,
}  # fmt: skip


# A day as a workbook gives it, and as spreadsheets show it in text: "2024-05-02", "02/05/2024".
_DAY = re.compile(
    r"(?:19|20)\d\d-(?P<month>\d\d)-(?P<day>\d\d)(?: .*)?|(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?:19|20)\d\d"
)


def cell_error(text: str) -> str:
    """The spreadsheet's error that the cell holds ("#REF!"), or ""."""
    found = _ERRORS.fullmatch(text.strip()) if "#" in text or "Err" in text else None
    return found[0].upper() if found else ""


def says_nothing(text: str) -> bool:
    """Whether the cell only says that there is nothing: "-", "NULL", "?"."""
    return text.strip().casefold() in _NOTHING


def is_scientific(text: str) -> bool:
    """Whether a number lost its last digits to the spreadsheet's floating point."""
    return bool(_SCIENTIFIC.fullmatch(text.strip()) or _ROUNDED.fullmatch(text.strip()))


def whole_number(text: str) -> str:
    """A whole number without the decimals that a data program gave it: "2019.0" → "2019"; else the text itself."""
    found = _DECIMALS.fullmatch(text.strip())
    return found[1] if found else text


def mended_text(text: str) -> tuple[str, str]:
    """The cell as one line of plain text, and what was mended: "mojibake-mended" or "".

    Letters that were read in the wrong character set are read back where that is certain.
    """
    if "%" in text:
        text = _without_percents(text)
    if text.isascii():
        return plain_text(text.replace("\\n", " ") if "\\n" in text else text), ""
    problem = ""
    if text_problem(text) == "mojibake":
        mended = mended_letters(text)
        if mended != text:
            text, problem = mended, "mojibake-mended"
    return plain_text(text.replace("\\n", " ") if "\\n" in text else text), problem


def with_line_ends(text: str) -> str:
    """A note of several lines with blanks where an export glued them together: "Bagus.rnMemuat indeks"."""
    return _LINE_ENDS.sub(" ", text).strip() if "rn" in text else text


def _without_percents(text: str) -> str:
    """A text that was written for an address ("Bumi%20Manusia") as it reads, where it has no blanks of its own."""
    if "://" in text or not _PERCENTS.search(text) or len(text.split()) > 1:
        return text
    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError:
        return text


def is_date(text: str) -> bool:
    """Whether a cell that can't hold a date does: a spreadsheet takes class 2.5 for the 2nd of May ("02-Mei")."""
    return _DAY.fullmatch(text) is not None or ("-" in text and _day_and_month(text) is not None)


def pages_of_date(text: str) -> str:
    """The pages that a spreadsheet made a date of, where that is certain: "10-22" of "Okt 22", or of any 22 October;
    else "".

    Pages go from a lower number to a higher. The first day of a month is also what becomes of "3-95".
    """
    if found := _DAY.fullmatch(text):
        first, last = sorted((int(found["day"] or found["one"]), int(found["month"] or found["two"])))
        return f"{first}-{last}" if 1 < first < last else ""
    first, last = _day_and_month(text) or (0, 0)
    return f"{first}-{last}" if 0 < first < last else ""


def _day_and_month(text: str) -> tuple[int, int] | None:
    """The numbers of a date with a month by its name, in their order; None for any other text."""
    found = _DATED.fullmatch(text)
    month = _MONTHS.get((found[2] or found[3]).casefold()) if found else None
    if found is None or month is None:
        return None
    return (int(found[1]), month) if found[1] else (month, int(found[4]))
