"""NO. KLASIFIKASI, and the shelf mark where there is none → class numbers; what the spreadsheet ate of either."""

import re

from discovery.catalog.classes import dewey_number
from discovery.catalog.names import is_east_asian
from discovery.catalog.record import Classification
from indexer.crosswalks.table.fields import TableFields
from indexer.crosswalks.table.mending import is_date

# The number a shelf mark begins with: "2X4.1/Adl/M"; behind a collection's letters only where an author's follow, as in
# "R 551.46 NON l": "EG 143" is the 143rd of its shelf, and no class.
_SHELF_MARK = re.compile(
    r"(?:[A-Z]{1,3}[ .](?=[\dX.,]+[\s/.]+[A-Z]{2}))?((?:2X\d?|\d{1,3})(?:[.,]\d+)*)(?=[\s/.]+[A-Z]|$)", re.IGNORECASE
)
# The letters of an author and a title, which stand below the number on a book's label.
_LETTERS = re.compile(r"[^\W\d_]{1,3}\.?")
_BETWEEN = re.compile(r"\s*/\s*|\s+(?=[^\W\d_])")
_NUMBER = re.compile(r"(\d{1,3})(?:[.,](\d+))?")
_MOST_LINES = 2
# "5.133 BEL" under class 5.133: both lost their zeros, as no shortened number has so many decimals.
_FEWEST_DECIMALS = 2


def map_classifications(row: TableFields, problems: list[str]) -> tuple[Classification, ...]:
    """Dewey numbers and 2X; anything else is the library's own scheme.

    A spreadsheet keeps 005.36 as 5.36: its zeros are given back where the shelf mark proves them, and where it
    doesn't, the number says nothing ("5.36" may be a decimal comma too, and a school writes 51 for 510). A column with
    an East Asian name holds that country's own decimal classes, of which 913.6 are novels.
    """
    label = [] if row.text("call_number") else _of_label(row)
    marked = row.text("call_number") or " ".join(label)
    own_classes = is_east_asian(row.column("call_number"))
    shelf = None if own_classes or is_date(marked) else _SHELF_MARK.match(marked)
    on_shelf = shelf[1].replace(",", ".") if shelf else ""
    found: dict[Classification, None] = {}
    for text in label[:1] or row.texts("class"):
        if is_date(text):
            problems.append("date-damaged")
            continue
        number = _restored(text.strip(" ."), on_shelf, problems)
        if number is None:
            problems.append("class-damaged")
        elif number:
            dewey = dewey_number(number)
            found[Classification("ddc", dewey) if dewey else Classification("local", number)] = None
    if not found and on_shelf and (dewey := dewey_number(on_shelf)) is not None:
        found[Classification("ddc", dewey)] = None
    return tuple(found)


def _restored(text: str, on_shelf: str, problems: list[str]) -> str | None:
    """The number with its zeros; None when they are lost."""
    parts = _NUMBER.fullmatch(text)
    if parts is None or (len(parts[1]) == 3 and "," not in text):
        return text
    number = f"{parts[1]}.{parts[2]}" if parts[2] else parts[1]
    if len(parts[1]) == 3:
        problems.append("class-mended")  # 658,4 is how a spreadsheet with a decimal comma shows 658.4
        return number
    restored = number.zfill(len(number) + 3 - len(parts[1]))
    if on_shelf.startswith(restored) or (on_shelf == number and len(parts[2] or "") >= _FEWEST_DECIMALS):
        problems.append("class-mended")
        return restored
    return None


def _of_label(row: TableFields) -> list[str]:
    """The lines of a label that stand in the column of classes, or in several of them: "813 / HIR / l"; [] where there
    is only a number.
    """
    pieces = [piece for text in row.texts("class") for piece in _BETWEEN.split(text) if piece]
    letters = pieces[1:]
    is_label = bool(letters) and pieces[0][0].isdigit() and all(map(_LETTERS.fullmatch, letters))
    return pieces if is_label and len(letters) <= _MOST_LINES else []


def mended_call_number(row: TableFields, problems: list[str]) -> str:
    """The shelf mark, with the zeros that the class number proves: "5.36 SAK m" under class 005.36."""
    text = row.text("call_number") or " ".join(_of_label(row))
    if is_date(text):
        problems.append("date-damaged")
        return ""
    parts = re.match(r"(\d{1,2})((?:\.\d+)?)(?=[ /])", text)
    if parts:
        for number in row.texts("class"):
            if len(number) > 2 and number.startswith("0") and number.lstrip("0") == parts[1].lstrip("0") + parts[2]:
                problems.append("class-mended")
                return number + text[parts.end() :]
    return text
