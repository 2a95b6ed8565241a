"""880s in MARC-8 whose escape characters a program took out: "$1!9>!Bd(B" is 奥斯.

XML can't hold the character U+001B, and programs that write XML leave it out; the sets' own marks stay, and the letters
of their codes. What set it is, $6 says: https://www.loc.gov/marc/bibliographic/ecbdcntf.html,
https://www.loc.gov/marc/specifications/speccharmarc8.html.
"""

import re
from collections.abc import Sequence
from contextlib import redirect_stderr
from io import StringIO
from typing import Final

from pymarc.marc8 import marc8_to_unicode

# $6's codes of scripts: Arabic, Hebrew, Cyrillic, Greek, and what East Asia shares, of three bytes a character.
_SETS: Final = ("(3", "(4", "(2", "(N", "(Q", "(S", "$1")
_END: Final = "(B"
_RUNS: Final = {
    mark: re.compile(rf"{re.escape(mark)}({'(?:[!-~]{3})+?' if mark == '$1' else '[ -~]+?'})\(B") for mark in _SETS
}


def has_lost_escapes(six: str, subfields: Sequence[tuple[str, str]]) -> bool:
    """Whether an 880 with this $6 is in a set of MARC-8 still, and in ASCII alone, as no other text of it would be."""
    return six[7:9] in _SETS and any(_END in text and text.isascii() for _, text in subfields)


def with_letters(six: str, subfields: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The subfields in Unicode; one that can't be read so stays as it is."""
    runs = _RUNS[six[7:9]]
    return [(code, runs.sub(_letters, text) if text.isascii() else text) for code, text in subfields]


def _letters(found: re.Match[str]) -> str:
    written = found[0][:-2].encode("ascii")
    try:
        with redirect_stderr(StringIO()):  # pymarc complains there of codes that no table has
            return str(marc8_to_unicode(b"\x1b" + written + b"\x1b(B"))
    except (UnicodeDecodeError, ValueError, IndexError, KeyError):
        return found[0]
