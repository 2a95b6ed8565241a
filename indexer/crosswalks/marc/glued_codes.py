"""Text whose signs a program took for the beginnings of subfields: "Lewiston 1⁰ $x 2⁰ $q uadrangle", "$2 32.31".

Where "$", or a sign that a set of characters lacks, was written as the delimiter, the letter or digit behind it became
a code that the field doesn't have, and all until the next true subfield was nobody's.
"""

from collections.abc import Sequence

from discovery.catalog.text import plain_text
from indexer.crosswalks.marc.fields import Field

# A capital that is a slip of the hand for one of these is no letter of the text.
_SLIPS = "ABCHNP"


def unglued(field: Field, codes: str) -> Sequence[tuple[str, str]]:
    """The field's subfields, cleaned; what stands under none of `codes`, those that the field has, goes on from the one
    before where it reads like the middle of a text: after a letter no capital, after a digit another.
    """
    for code, _ in field.subfields:
        if code not in codes:
            break
    else:
        return field.subfields
    whole: list[tuple[str, str]] = []
    for code, value in field.raw:
        if whole and code not in codes and _is_of_text(code, value):
            before, text = whole[-1]
            whole[-1] = (before, f"{text}{' $' if code.isdigit() else ' '}{code}{value}")
        else:
            whole.append((code, value))
    return [(code, text) for code, value in whole if (text := plain_text(value))]


def _is_of_text(code: str, value: str) -> bool:
    if code.isdigit():
        return value[:1].isdigit() or value[:1] in (".", ",")
    return code not in _SLIPS and value[:1] != "" and not value.lstrip()[:1].isupper()
