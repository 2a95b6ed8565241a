"""People, organisations and meetings that made a thing, as catalogued."""

from typing import Literal

import msgspec

ContributorKind = Literal["person", "organisation", "meeting"]


class Contributor(msgspec.Struct, frozen=True, omit_defaults=True):
    """One name with its roles.

    `name` is the heading in the order the catalogue files it ("Toer, Pramoedya Ananta"), without dates and
    relator; `direct` is the order in which it is said ("Pramoedya Ananta Toer"). An Indonesian name entered in
    direct order has both the same. `roles` are MARC relator codes ("aut", "trl"); empty when nobody said.
    `original` is the name in its own script (880), or "". `fuller` is what its initials stand for ("David Herbert" of
    "Lawrence, D. H."), or "". `work` is the title of a contained or related work
    ($t of a 700), or "".
    """

    name: str
    direct: str
    kind: ContributorKind = "person"
    roles: tuple[str, ...] = ()
    primary: bool = False
    dates: str = ""
    original: str = ""
    work: str = ""
    fuller: str = ""
