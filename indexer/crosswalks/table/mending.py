"""What spreadsheets and exports do to cells, and what of it can be undone for certain."""

import re

from discovery.catalog.text import plain_text, text_problem
from indexer.letters import mended_letters

# https://support.microsoft.com/office/error-values: what a formula that lost its source leaves in its cell.
_ERRORS = re.compile(
    r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|ERROR!|GETTING_DATA)|Err:\d{3}", re.IGNORECASE
)
# What people and exports write where nothing is to be written.
_NOTHING = frozenset(
    {"", "-", "--", "---", "null", "(null)", "\\n", "n/a", "na", "nan", "none", "nil", "tidak ada", "?"}
)
# A number as a spreadsheet shows it when it is too long: "9.78602E+12", in Indonesian settings "9,78602E+12".
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,2}", re.IGNORECASE)
# The same number once more, opened: 9.78602E+12 is 9786020000000. One ISBN in a million ends so by itself.
_ROUNDED = re.compile(r"97[89]\d{4}0{6}")
_DECIMALS = re.compile(r"(\d+)[.,]0+")


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
    if text.isascii():
        return plain_text(text.replace("\\n", " ") if "\\n" in text else text), ""
    problem = ""
    if text_problem(text) == "mojibake":
        mended = mended_letters(text)
        if mended != text:
            text, problem = mended, "mojibake-mended"
    return plain_text(text.replace("\\n", " ") if "\\n" in text else text), problem
