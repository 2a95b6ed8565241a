"""952, 949, 995 and 999 → the copies of systems that export one field a copy."""

import re
from dataclasses import dataclass
from functools import lru_cache

from discovery.catalog.punctuation import trim_isbd
from indexer.crosswalks.marc.fields import Field

# What libraries call a copy they no longer have. A copy on loan, on order or at the binder's is theirs.
_GONE = re.compile(
    r"(?<![a-z])(?:withdrawn|withdrawal|lost|missing|discard|weeded|suppress|cance?l+ed|ord-cancld|hilang|afkir"
    r"|disiangi|ditarik|dihapus|verloren|makuliert|perdu|pilonné)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy, or the copies of one shelf mark, as one field gives it. `library` is the partner's own code."""

    library: str = ""
    branch: str = ""
    shelf: str = ""
    call_number: str = ""
    note: str = ""
    run: str = ""
    counted: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """Which subfield of a system's copy field holds what.

    `needed`: the sets of subfields by which such a field is told from a local note under the same tag.
    `flags`: subfields that hold 0 for a copy that is there; `statuses`: subfields that may hold a word for "gone".
    """

    tag: str
    library: str
    branch: str
    shelf: str
    call_number: str
    needed: tuple[str, ...]
    note: str = ""
    run: str = ""
    flags: str = ""
    statuses: str = ""


# Koha: https://wiki.koha-community.org/wiki/Holdings_data_fields_(9xx); $x and $z of 952 are the staff's and the
# public's notes. Recommandation 995: https://www.abes.fr. SirsiDynix and its users put the same letters in 949 and 999.
LAYOUTS: tuple[Layout, ...] = (
    Layout("952", "a", "b", "c", "o", ("ap", "bp", "ao", "bo"), note="z", run="h", flags="01"),
    Layout("995", "b", "b", "e", "k", ("bf", "bk", "cf", "ck"), note="u", statuses="o"),
    Layout("949", "m", "m", "l", "a", ("iml", "wil"), statuses="lk"),
    Layout("999", "m", "m", "l", "a", ("iml", "wil"), statuses="lk"),
)


def is_copy(field: Field, layout: Layout) -> bool:
    """Whether the field has the subfields of a copy; the tags 9XX are everybody's, and many hold local notes."""
    codes = {code for code, _ in field.subfields}
    return any(map(codes.issuperset, layout.needed))


@lru_cache(maxsize=8192)
def is_gone(words: str) -> bool:
    """Whether a status or shelf says that the library no longer has the copy."""
    return bool(_GONE.search(words))


def copy_of(field: Field, layout: Layout) -> Copy | None:
    """The copy that the field describes; None when it is withdrawn, lost, missing, cancelled or suppressed."""
    if layout.flags and any(value.strip() not in ("", "0") for value in field.all(layout.flags)):
        return None
    if layout.statuses and any(is_gone(value) for value in field.all(layout.statuses)):
        return None
    branch = field.get(layout.branch) or field.get(layout.library)
    return Copy(
        field.get(layout.library),
        branch,
        field.get(layout.shelf),
        trim_isbd(field.get(layout.call_number)),
        field.get(layout.note) if layout.note else "",
        field.get(layout.run) if layout.run else "",
        1,
    )
