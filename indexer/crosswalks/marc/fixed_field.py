"""008 as it was, where a system wrote several blanks as one: https://www.loc.gov/marc/bibliographic/bd008a.html."""

import re
from typing import Final

from discovery.catalog.languages import language_code
from discovery.catalog.places import country_code

_LENGTH_TO_LANGUAGE: Final = 36
_MATERIAL: Final = " " * 17
# "000127s1999 oncuuu eng d": day, kind of date and dates as they stand, then place, form and language between blanks.
_COLLAPSED: Final = re.compile(
    r"(\d{6}[a-z|])([\du|]{4})?([\du|]{4})? ?([a-z]{2,3})[a-z|]*(?: [\w|]+)*? ([a-z]{3})(?: ([a-z|]{0,2}))?"
)


def respaced(text: str) -> str:
    """`text` with dates, place and language where they belong; what stood between them can't be told any more.

    As it came unless it is too short, and its place and language are codes of MARC's lists.
    """
    if not text or len(text) >= _LENGTH_TO_LANGUAGE:
        return text
    found = _COLLAPSED.fullmatch(text.strip())
    if not found:
        return text
    entered, first, last, place, language, rest = found.groups(default="")
    if not country_code(place) or not language_code(language):
        return text
    return f"{entered}{first:4}{last:4}{place:3}{_MATERIAL}{language} {rest}"
