"""952, 949, 995, 999 and 945 → the copies of systems that export one field a copy."""

from collections.abc import Mapping
from typing import NamedTuple

from discovery.catalog.punctuation import trim_isbd
from indexer.crosswalks.marc.fields import Field
from indexer.crosswalks.marc.layouts import Layout
from indexer.crosswalks.statuses import GONE, status_in, translated


class Copy(NamedTuple):
    """One copy, or the copies of one shelf mark, as one field gives it. `library` is the partner's own code.

    `status` is a `CopyStatus`, "gone", or "" for a copy that stands on its shelf.

    A frozen dataclass takes ten times as long to make, once compiled, and some records have a hundred copies.
    """

    library: str = ""
    branch: str = ""
    shelf: str = ""
    call_number: str = ""
    note: str = ""
    run: str = ""
    counted: int = 0
    status: str = ""


def copy_of(field: Field, layout: Layout, statuses: Mapping[str, str]) -> Copy:
    """The copy that the field describes. `statuses` are the partner's own words for what may be said of one."""
    return Copy(
        field.get(layout.library),
        field.get(layout.branch) or field.get(layout.library),
        _shelf(field, layout),
        trim_isbd(_mark(field, layout.call_number)),
        field.get(layout.note) if layout.note else "",
        field.get(layout.run) if layout.run else "",
        _counted(field, layout),
        _status(field, layout, statuses),
    )


def _mark(field: Field, codes: str) -> str:
    return field.get(codes) if len(codes) < 2 else " ".join(filter(None, map(field.get, codes)))


def _counted(field: Field, layout: Layout) -> int:
    number = field.get(layout.copies) if layout.copies else ""
    return int(number) if number.isdecimal() and len(number) < 5 else 1


def _status(field: Field, layout: Layout, statuses: Mapping[str, str]) -> str:
    """What hinders most of what the field says: a copy that is lost isn't on loan.

    padu.toml may name any subfield and value ("y=REF": a type of item that isn't lent).
    """
    said = [_flagged(field, code, meaning, statuses) for code, meaning in layout.flags]
    if statuses:
        read = {code for code, _ in layout.flags} | {*layout.statuses, layout.shelf[:1]}
        others = ((code, value) for code, value in field.subfields if code not in read)
        said += [meant for code, value in others if (meant := _named(code, value, statuses))]
    for code in layout.statuses:
        for value in field.all(code):
            meant = translated(code, value, statuses)
            said.append(_meaning(value, layout) if meant is None else meant)
    shelf = _shelf(field, layout)
    meant = translated(layout.shelf[:1], shelf, statuses)
    if meant is None:
        # That copies on a shelf called "Reference" can't be borrowed is likely, but nobody said so.
        meant = status_in(shelf) if status_in(shelf) != "not_for_loan" else ""
    said.append(meant)
    return "gone" if "gone" in said else next(filter(None, said), "")


def _meaning(value: str, layout: Layout) -> str:
    return next((meaning for code, meaning in layout.codes if code == value), "") or status_in(value)


def _shelf(field: Field, layout: Layout) -> str:
    return next((shelf for code in layout.shelf if (shelf := field.get(code))), "")


def _named(code: str, value: str, statuses: Mapping[str, str]) -> str | None:
    """What padu.toml says of this value in this subfield, and not of the value anywhere."""
    return translated(code, value, statuses) if f"{code}={value}" in statuses else None


def _flagged(field: Field, code: str, meaning: str, statuses: Mapping[str, str]) -> str:
    value = field.get(code).strip()
    meant = translated(code, value, statuses)
    if meant is not None:
        return meant
    if value in ("", "0") or not value.lstrip("-")[:1].isdigit():
        return ""  # flags are numbers, due dates begin with one; words are no flags
    if meaning == "not_for_loan" and value.startswith("-"):
        return "on_order"
    return "gone" if meaning in GONE else meaning
