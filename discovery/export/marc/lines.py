"""A MARC field as a line for people to read. Knows no MARC library, so that pages may know it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarcLine:
    """Blank indicators are "#"; a control field has none, and one subfield without a code."""

    tag: str
    indicators: str
    subfields: tuple[tuple[str, str], ...]
