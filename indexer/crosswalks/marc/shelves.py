"""852 → a copy: as MARC 21 has it, and as Evergreen's provider of OAI-PMH writes it."""

from collections.abc import Mapping

from discovery.catalog.punctuation import trim_isbd
from indexer.crosswalks.marc.fields import Field
from indexer.crosswalks.marc.items import Copy
from indexer.crosswalks.statuses import is_gone, status_in, translated

_HIDDEN = frozenset({"suppressed", "suppress", "hidden", "invisible", "not visible", "n"})
# Evergreen puts a copy's switches into $x, and its state in words into $z.
_SWITCHES = frozenset({"visible", "hidden", "circulating", "noncirculating"})
_NOT_LENT = frozenset({"noncirculating", "nocirculate", "reference"})
MOST_COPIES = 9_999


def copy_of_852(field: Field, statuses: Mapping[str, str]) -> Copy:
    """The copy, or the copies of one shelf mark, that an 852 describes: $x is private, and may hide it or say that it
    isn't lent.
    """
    if _is_of_evergreen(field):
        return _copy_of_evergreen(field, statuses)
    private = {value.casefold() for value in field.all("x")}
    said = [
        ("gone" if is_gone(value) else "") if (meant := translated(code, value, statuses)) is None else meant
        for code, value in field.subfields
        if code in "cxz" and (code != "x" or statuses)
    ]
    status = "gone" if private & _HIDDEN or "gone" in said else next(filter(None, said), "")
    states = [state for value in field.all("z") if (state := status_in(value))] if private & _SWITCHES else []
    if not status:
        status = next(iter(states), "not_for_loan" if private & _NOT_LENT else "")
    places = tuple(dict.fromkeys(field.all("b"))) or (field.get("a"),)
    call_number = trim_isbd(field.joined("khim")) or trim_isbd(field.get("j") or field.get("l"))
    notes = [note for note in field.all("z") if note.casefold() != "available" and not (states and status_in(note))]
    copies = _counted(field)
    return Copy(field.get("a"), ", ".join(places), field.get("c"), call_number, "; ".join(notes), "", copies, status)


def barcodes_of_852(field: Field) -> list[str]:
    """$p, or Evergreen's $g."""
    return field.all("g" if _is_of_evergreen(field) else "p")


def _counted(field: Field) -> int:
    """How many copies one 852 stands for: a barcode or a copy number is one, "1-3" in $t three, else nobody counted."""
    first, dash, last = field.get("t").partition("-")
    if dash and first.isdecimal() and last.isdecimal():
        return min(max(int(last) - int(first) + 1, 1), MOST_COPIES)
    return 1 if field.get("p") or first else 0


def _is_of_evergreen(field: Field) -> bool:
    """Whether $c is a shelf mark and $g a barcode: first indicator 4 without the mark that it stands for ($j).

    Open-ILS/src/perlmods/lib/OpenILS/Application/OAI.pm, whose letters are these unless a library sets others.
    """
    if field.first != "4":
        return False
    codes = {code for code, _ in field.subfields}
    return codes >= {"b", "c", "g"} and codes.isdisjoint("hijkp")


def _copy_of_evergreen(field: Field, statuses: Mapping[str, str]) -> Copy:
    """$a shelf, $b who owns it, $c shelf mark, $d who lends it, $g barcode, $n status in words."""
    status = field.get("n")
    meant = translated("n", status, statuses)
    shelf, owner = field.get("a"), field.get("b")
    return Copy(
        owner, owner, shelf, trim_isbd(field.get("c")), "", "", 1, status_in(status) if meant is None else meant
    )
