"""The International Standard Music Number of printed music: read in any form, kept in one."""

import re
from typing import Final

from stdnum import ismn

from discovery.catalog.identifiers import Identifier

_ISMN: Final = re.compile(r"(?:ISMN:?\s*)?((?:M|979[ -]?0)[\d -]*\d)(.*)", re.IGNORECASE | re.DOTALL)


def parse_ismn(text: str) -> Identifier | None:
    """The number as 13 digits: "M-2306-7118-7", as it was written until 2007, is 9790230671187; "(Bd. 1)" qualifies it.

    What is none, or has a wrong check digit, stays as it came and is no key; None where there is no number.
    """
    text = text.strip(" .,:;")
    if not any(map(str.isdigit, text)):
        return None
    found = _ISMN.fullmatch(text)
    if not found or not ismn.is_valid(found[1]):
        return Identifier("ismn", text.replace("-", "").replace(" ", ""), is_key=False)
    return Identifier("ismn", ismn.compact(ismn.to_ismn13(found[1])), found[2].strip(" ():;,"))
