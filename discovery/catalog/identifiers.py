"""Standard numbers: read in any form, kept in one."""

from dataclasses import dataclass
from typing import Literal

IdentifierScheme = Literal["isbn", "issn", "lccn", "oclc", "doi", "ismn", "nbn", "control", "other"]


@dataclass(frozen=True, slots=True)
class Identifier:
    """`value` is the one normal form (ISBN as 13 digits, ISSN as 1234-567X); `qualifier` is what stood beside it.

    `is_key` says that it may identify this edition: valid, and from a field that names the thing itself. The
    others ($z, $y, 76X-78X, a set's ISBN on a volume) can be searched and never match records. `agency` tells
    numbers of scheme "control", "nbn" and "other" apart (the prefix of 035, the source of 024 $2).
    """

    scheme: IdentifierScheme
    value: str
    qualifier: str = ""
    is_key: bool = True
    agency: str = ""
