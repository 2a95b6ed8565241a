"""What a cell shows beside its number: zeros before it, and words around it ("00017/PERPUS/2020" of 17).

The reader of workbooks gives the number alone. Who formats a column of inventory numbers, classes or ISBNs as `00000`
sees the zeros, and writes them on the books. ECMA-376, part 1, 18.8.30 and 18.8.31 (numFmt).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[([^\]]*)\]|(.)', re.DOTALL)
_COLOUR = re.compile(r"black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|\$-[0-9a-f,]+", re.IGNORECASE)
_BARE = frozenset(" -+/():!^&'~{}<>=")
# One digit is shown in any case by most formats; a second is there for the zeros' sake.
_LEAST_ZEROS = 2
_DIGIT = ""
# https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
_MOST_DIGITS = 15
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
# Zeros before it, and the decimals that it is rounded to.
_FILLED = re.compile(r"([^\d.,]*)(0\d+)(?:[.,]\d+)?(\D*)")
_SCIENTIFIC = re.compile(r"\dE[+-]?\d")
_SEPARATED, _GROUPED = re.compile(r"[\d /-]*\d"), re.compile(r"[1-9]\d{0,2}(?: \d{3})+")

# What cells of a sheet show, by row from 1 and column from 0.
Texts = dict[int, dict[int, str]]


def plain_number(number: float) -> str:
    """As a spreadsheet shows it in a cell without a format: a whole number without a point, at most fifteen digits.

    A whole number of more has lost the rest, and says so; of a broken one the digits beyond are what reckoning left
    there (3.3000000000000003).
    """
    if not number.is_integer():
        return f"{number:.{_MOST_DIGITS}g}"
    return str(int(number)) if abs(number) < 10**_MOST_DIGITS else f"{number:.5E}"


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """`places` are the digits that are shown in any case, each as "", and what stands before and among them; `behind`
    is what stands behind the number.
    """

    places: tuple[str, ...]
    behind: str

    def shown(self, number: str) -> str:
        """A plain number with its zeros and words, its decimals as they are; any but of digits and a point as it is."""
        if not _PLAIN.fullmatch(number):
            return number
        whole, point, decimals = number.partition(".")
        left = self.places.count(_DIGIT)
        digits = list(whole.zfill(left))
        written: list[str] = []
        for place in reversed(self.places):
            if place != _DIGIT:
                written.append(place)
                continue
            left -= 1
            written.append(digits.pop() if left else "".join(digits))
        return "".join(reversed(written)) + point + decimals + self.behind


def read_format(code: str) -> NumberFormat | None:
    """The format of such a code; None of one that shows the plain number, and of dates, amounts and fractions."""
    words: list[str] = []
    behind: list[str] = []
    into, in_decimals = words, False
    for quoted, escaped, bracket, bare in _TOKEN.findall(code):
        if bare == ";":  # what follows is for negative numbers
            break
        if bare == "." and into is words:
            into, in_decimals = behind, True
        elif in_decimals and bare in tuple("0#?"):
            continue
        elif bare == "0" and into is words:
            words.append(_DIGIT)
        elif literal := quoted or escaped or (bare in _BARE and bare):
            into.append(literal)
            in_decimals = False
        elif bare or (bracket and not _COLOUR.fullmatch(bracket)):
            return None
    return _format(words, behind)


def _format(words: Sequence[str], behind: Sequence[str]) -> NumberFormat | None:
    if _DIGIT not in words:
        return None
    end = len(words) - list(reversed(words)).index(_DIGIT)
    worded = any(map(str.isalnum, "".join((*words, *behind))))
    if not worded and words.count(_DIGIT) < _LEAST_ZEROS:
        return None
    return NumberFormat(tuple(words[:end]), "".join((*words[end:], *behind)))


def shown_number(shown: str, number: str) -> str:
    """A number as its cell shows it, where the file says that too; the number alone where only its form differs: as an
    amount, rounded, with blanks.
    """
    whole, point, decimals = number.partition(".")
    if not whole.isdecimal() or _SCIENTIFIC.search(shown):
        return number
    if (found := _FILLED.fullmatch(shown)) and abs(int(found[2]) - float(number)) < 1:
        return f"{found[1]}{whole.zfill(len(found[2]))}{point}{decimals}{found[3]}"
    if point:
        return number
    if _SEPARATED.fullmatch(shown) and int(re.sub(r"\D", "", shown)) == int(whole):
        return number if _GROUPED.fullmatch(shown) else shown
    found = re.search(rf"(?<![\d.,])(0*){int(whole)}(?![.,]?\d)", shown)
    worded = found and (found[1] or any(map(str.isalpha, shown)))
    return shown if worded else number
