"""306 and 382 → how long music plays, and for whom it is written."""

import re
from typing import Final

from indexer.crosswalks.marc.fields import Field

_TIME: Final = re.compile(r"(\d\d)(\d\d)([0-5]\d)")
_HOUR: Final = 60
# $a and $b (a soloist) name who plays or sings, $d what he plays besides, $p what may be played instead, $n how many.
_NAMES: Final = {"a": "", "b": "", "d": "/", "p": " or "}


def playing_time(coded: str) -> str:
    """Six digits as a clock shows them: "000347" → "3:47", "006215" → "1:02:15"; "" for any other or none at all.

    https://www.loc.gov/marc/bibliographic/bd306.html
    """
    found = _TIME.fullmatch(coded.strip())
    if not found or not int(found[0]):
        return ""
    hours, minutes = divmod(int(found[1]) * _HOUR + int(found[2]), _HOUR)
    seconds = int(found[3])
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def medium_of_performance(field: Field) -> str:
    """Voices and instruments: "soprano voice, clarinet (2), flute/piccolo, orchestra".

    https://www.loc.gov/marc/bibliographic/bd382.html. The totals ($r, $s, $t) only count what is named.
    """
    named: list[str] = []
    for code, value in field.subfields:
        joined = _NAMES.get(code)
        if joined and named:
            named[-1] += joined + value
        elif joined is not None:
            named.append(value)
        elif code in "ne" and named and value.isdigit() and int(value) > 1:
            named[-1] += f" ({value})"
    return ", ".join(named)
