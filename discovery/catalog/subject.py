"""Subject headings: strings that a vocabulary fixed, never loose words."""

from typing import Literal

import msgspec

from discovery.catalog.one_line import whole_heading

SubjectKind = Literal["topic", "person", "organisation", "meeting", "title", "place", "period", "genre"]
SubdivisionKind = Literal["general", "place", "period", "form"]


class Subdivision(msgspec.Struct, frozen=True, omit_defaults=True):
    """One $x, $z, $y or $v of a heading."""

    text: str
    kind: SubdivisionKind = "general"


class Subject(msgspec.Struct, frozen=True, omit_defaults=True):
    """One heading with its subdivisions in order.

    `scheme` is the vocabulary's MARC source code ("lcsh", "mesh", "gnd"), or "" when the record doesn't say.
    `original` is the heading in its own script (880), or "".
    """

    term: str
    kind: SubjectKind = "topic"
    scheme: str = ""
    subdivisions: tuple[Subdivision, ...] = ()
    original: str = ""

    @property
    def heading(self) -> str:
        """The whole string as a reader meets it: "Indonesia — History — 1945-1949"."""
        return whole_heading(self)
