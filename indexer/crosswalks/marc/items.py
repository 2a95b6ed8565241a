"""952, 949, 995 and 999 → the copies of systems that export one field a copy."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from discovery.catalog.punctuation import trim_isbd
from indexer.crosswalks.marc.fields import Field
from indexer.crosswalks.statuses import GONE, status_in, translated
from indexer.partners import CopyRule


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


@dataclass(frozen=True, slots=True)
class Layout:
    """Which subfield of a system's copy field holds what.

    Of several letters for a shelf the first that says something counts. `needed`: the sets of subfields by which such a
    field is told from a local note under the same tag.
    `flags`: subfields that hold 0 or nothing for a copy that stands on its shelf, each with what else they say;
    `statuses`: subfields with words or codes; `numbers`: with the barcode or the number in the inventory;
    `copies`: with how many there are, where a field is of several.
    """

    tag: str
    library: str
    branch: str
    shelf: str
    call_number: str
    needed: tuple[str, ...]
    note: str = ""
    run: str = ""
    flags: tuple[tuple[str, str], ...] = ()
    statuses: str = ""
    numbers: str = ""
    copies: str = ""


# Koha: https://wiki.koha-community.org/wiki/Holdings_data_fields_(9xx): $0 withdrawn, $1 lost, $4 damaged, $5 use
# restricted, $7 not for loan (below 0: not yet, on order), $q due, $c shelf, $8 collection; $x and $z are the staff's
# and the public's notes, $u an address.
# Recommandation 995: https://www.abes.fr. SirsiDynix and its users put the same letters in 949 and 999: $m library,
# $l home location, $k current location, $i barcode, $w class scheme.
# Alma's AVA, a field a holding: $b and $q library, $c and $j shelf, $d mark, $f items, $v what there is of a serial:
# https://developers.exlibrisgroup.com/alma/apis/docs/bibs/
_KOHA = (
    ("0", "withdrawn"),
    ("1", "lost"),
    ("q", "on_loan"),
    ("7", "not_for_loan"),
    ("5", "not_for_loan"),
    ("4", "damaged"),
)
# Koha's own 995 of UNIMARC: $0 withdrawn, $2 lost, $3 use restricted, $n due, $o not for loan.
_KOHA_995 = (
    ("0", "withdrawn"),
    ("2", "lost"),
    ("n", "on_loan"),
    ("o", "not_for_loan"),
    ("3", "not_for_loan"),
)
LAYOUTS: tuple[Layout, ...] = (
    Layout("952", "a", "b", "c8", "o", ("ap", "bp", "ao", "bo"), note="z", run="h", flags=_KOHA, numbers="pi"),
    Layout("995", "b", "b", "e8", "k", ("bf", "bk", "cf", "ck"), note="u", flags=_KOHA_995, statuses="o", numbers="f"),
    Layout("949", "m", "m", "l", "a", ("iml", "wil"), statuses="k", numbers="i"),
    Layout("999", "m", "m", "l", "a", ("iml", "wil"), statuses="k", numbers="i"),
    Layout("AVA", "b", "q", "cj", "d", ("b", "q"), run="v", copies="f"),
)


@lru_cache(maxsize=64)
def layout_of(rule: CopyRule) -> Layout:
    """The kind of copy field that padu.toml describes; known by one of the subfields that it names, and by the number
    alone where it names no other.
    """
    codes = (rule.library, rule.branch, rule.shelf, rule.call_number, rule.status)
    return Layout(
        rule.field,
        rule.library,
        rule.branch or rule.library,
        rule.shelf,
        rule.call_number,
        tuple(dict.fromkeys(filter(None, codes))) or (rule.number,),
        rule.note,
        rule.run,
        statuses=rule.status,
        numbers=rule.number,
    )


def is_copy(field: Field, layout: Layout) -> bool:
    """Whether the field has the subfields of a copy; the tags 9XX are everybody's, and many hold local notes."""
    codes = {code for code, _ in field.subfields}
    return any(map(codes.issuperset, layout.needed))


def copy_of(field: Field, layout: Layout, statuses: Mapping[str, str]) -> Copy:
    """The copy that the field describes. `statuses` are the partner's own words for what may be said of one."""
    return Copy(
        field.get(layout.library),
        field.get(layout.branch) or field.get(layout.library),
        _shelf(field, layout),
        trim_isbd(field.get(layout.call_number)),
        field.get(layout.note) if layout.note else "",
        field.get(layout.run) if layout.run else "",
        _counted(field, layout),
        _status(field, layout, statuses),
    )


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
            said.append(status_in(value) if meant is None else meant)
    shelf = _shelf(field, layout)
    meant = translated(layout.shelf[:1], shelf, statuses)
    if meant is None:
        # That copies on a shelf called "Reference" can't be borrowed is likely, but nobody said so.
        meant = status_in(shelf) if status_in(shelf) != "not_for_loan" else ""
    said.append(meant)
    return "gone" if "gone" in said else next(filter(None, said), "")


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
