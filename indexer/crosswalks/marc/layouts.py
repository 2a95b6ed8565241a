"""The fields in which local systems export one field a copy: 952 (Koha), 949 and 999 (SirsiDynix), 945 (Sierra), 995
(the recommandation) and AVA (Alma), with what their subfields say.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from indexer.crosswalks.marc.fields import Field
from indexer.partners import CopyRule


@dataclass(frozen=True, slots=True)
class Layout:
    """Which subfield of a system's copy field holds what.

    Of several letters for a shelf the first that says something counts; those for a shelf mark are its parts. `needed`:
    the sets of subfields by which such a field is told from a local note under the same tag; `told_by`: what one of
    them looks like, where the letters alone don't tell.
    `flags`: subfields that hold 0 or nothing for a copy that stands on its shelf, each with what else they say;
    `statuses`: subfields with words or codes; `numbers`: with the barcode or the number in the inventory;
    `copies`: with how many there are, where a field is of several. `codes`: what the system's own codes for a status
    mean; `inherits`: whether a copy without a shelf mark has the record's.
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
    told_by: re.Pattern[str] | None = None
    codes: tuple[tuple[str, str], ...] = ()
    inherits: bool = False


# Koha: https://wiki.koha-community.org/wiki/Holdings_data_fields_(9xx): $0 withdrawn, $1 lost, $4 damaged, $5 use
# restricted, $7 not for loan (below 0: not yet, on order), $q due, $c shelf, $8 collection; $x and $z are the staff's
# and the public's notes, $u an address.
# Recommandation 995: https://www.abes.fr. SirsiDynix and its users put the same letters in 949 and 999: $m library,
# $l home location, $k current location, $i barcode, $w class scheme.
# Alma's AVA, a field a holding: $b and $q library, $c and $j shelf, $d mark, $f items, $v what there is of a serial:
# https://developers.exlibrisgroup.com/alma/apis/docs/bibs/
# Innovative's Millennium and Sierra: $l shelf, $a and $b mark, $i barcode, $s status. Which letters there are beside
# these each library sets for itself, but in one of them stands the item's number (".i10592830", the last one a check).
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
_SIERRA_NUMBER = re.compile(r"\.i\d{7,8}[\dx]?")
# The codes that Innovative keeps for the system itself: on the holdshelf, in transit, missing, billed (what was lost,
# and paid for), to be read in the library.
_SIERRA_CODES = (
    ("!", "on_hold"), ("t", "in_transit"), ("m", "gone"), ("n", "gone"), ("$", "gone"), ("o", "not_for_loan"),
)  # fmt: skip
LAYOUTS: tuple[Layout, ...] = (
    Layout("952", "a", "b", "c8", "o", ("ap", "bp", "ao", "bo"), note="z", run="h", flags=_KOHA, numbers="pi"),
    Layout("995", "b", "b", "e8", "k", ("bf", "bk", "cf", "ck"), note="u", flags=_KOHA_995, statuses="o", numbers="f"),
    Layout("949", "m", "m", "l", "a", ("iml", "wil"), statuses="k", numbers="i"),
    Layout("999", "m", "m", "l", "a", ("iml", "wil"), statuses="k", numbers="i"),
    Layout(
        "945",
        library="",
        branch="",
        shelf="l",
        call_number="ab",
        needed=("l",),
        statuses="s",
        numbers="i",
        told_by=_SIERRA_NUMBER,
        codes=_SIERRA_CODES,
        inherits=True,
    ),
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
    if not any(map(codes.issuperset, layout.needed)):
        return False
    return layout.told_by is None or any(layout.told_by.fullmatch(value) for _, value in field.subfields)
