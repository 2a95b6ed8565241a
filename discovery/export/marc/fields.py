"""A data field in one expression, with the text made safe for both serialisations."""

from collections.abc import Iterable, Sequence

from pymarc import Field, Indicators, Subfield

from discovery.export.text import single_line, xml_characters

# Codes with their values, in order.
Subfields = Sequence[tuple[str, str]]


def in_script(text: str, responsibility: str = "") -> Subfields:
    """What an 880 says: a text in $a, and a title's responsibility in $c with ISBD's mark before it; () for nothing."""
    if not responsibility:
        return (("a", text),) if text else ()
    return (("a", f"{text} /" if text else ""), ("c", responsibility))


def data_field(tag: str, indicators: str, subfields: Iterable[tuple[str, str]]) -> Field | None:
    """The field without its empty subfields; None when nothing is left.

    Control characters go: 1D, 1E and 1F are ISO 2709's own separators, and XML has none of them.
    """
    kept = [Subfield(code, single_line(xml_characters(value))) for code, value in subfields if value.strip()]
    if not kept:
        return None
    return Field(tag=tag, indicators=Indicators(indicators[0], indicators[1]), subfields=kept)
