"""What libraries call the state of a copy → what it means for a reader."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import cast, get_args

from discovery.catalog.holding import CopyStatus

# A copy of which one of these is said is no longer the library's, or not to be shown.
GONE = frozenset({"withdrawn", "lost", "missing", "cancelled", "suppressed"})

_GONE_WORDS = (
    r"withdrawn|withdrawal|lost|missing|discard|weeded|suppress|cance?l+ed(?! transit)|ord-cancld|hilang|afkir"
    r"|disiangi|ditarik|dihapus|verloren|makuliert|vermisst|perdu|pilonné|vermist|afgeschreven"
)
# Whole words in the languages that partners write, the narrower sense first: "tidak dipinjamkan" is no loan.
_WORDS = (
    ("gone", _GONE_WORDS),
    (
        "not_for_loan",
        r"not for loan|no loan|non-?circ|reference|in[- ]library use"
        r"|tidak (?:(?:dapat|bisa|untuk|boleh) dipinjam|dipinjamkan)|(?:baca|hanya) di ?tempat|referensi|rujukan"
        r"|präsenz|nicht ausleihbar|exclu du prêt|consultation sur place",
    ),
    (
        "on_loan",
        r"checked[- ]?out|on[- ]loan|loaned[- ]out|\Aout(?:-ill)?\Z|sedang di ?pinjam|dipinjam(?: oleh|\W*$)"
        r"|ausgeliehen|en prêt|uitgeleend",
    ),
    ("on_hold", r"on[- ]?hold|\Aheld\Z|on reserve shelf|dipesan|vorgemerkt"),
    ("in_transit", r"in[- ]?transit|dalam perjalanan|unterwegs|en transit"),
    ("on_order", r"on[- ]?order|dalam pemesanan|bestellt|en commande"),
    ("in_process", r"in[- ]?process|dalam (?:proses|pengolahan)|sedang diolah|in bearbeitung|en traitement"),
    ("in_repair", r"bindery|at binder|repair|perbaikan|diperbaiki|penjilidan|dijilid|buchbinder|reliure"),
    ("damaged", r"damaged|rusak|beschädigt|endommagé|beschadigd"),
)
_ANY = re.compile("|".join(f"(?P<{name}>(?<![^\\W_])(?:{words}))" for name, words in _WORDS), re.IGNORECASE)
# "dapat dipinjam" says that the copy may be borrowed.
_AVAILABLE = re.compile(r"(?<!tidak )\b(?:dapat|bisa|boleh) dipinjam", re.IGNORECASE)


@lru_cache(maxsize=8192)
def status_in(words: str) -> str:
    """The `CopyStatus` that a status or a shelf's name says, "gone" for a copy that is no longer there, or ""."""
    if not words or _AVAILABLE.search(words):
        return ""
    return narrowest(match.lastgroup or "" for match in _ANY.finditer(words))


def narrowest(statuses: Iterable[str]) -> str:
    """Of what several statements mean for one copy, that which leaves a reader least; "" where none says anything."""
    said = set(statuses)
    return next((name for name, _ in _WORDS if name in said), "")


def is_gone(words: str) -> bool:
    """Whether a status or shelf says that the library no longer has the copy."""
    return status_in(words) == "gone"


def translated(code: str, value: str, statuses: Mapping[str, str]) -> str | None:
    """What padu.toml says that this value means, in this subfield ("7=2") or anywhere; None where it says nothing.

    "available" takes back what the words would say.
    """
    if not statuses:
        return None
    meaning = statuses.get(f"{code}={value}", statuses.get(value))
    return None if meaning is None else "gone" if meaning in GONE else "" if meaning == "available" else meaning


def counted(statuses: list[str]) -> tuple[tuple[CopyStatus, int], ...]:
    """How many copies are in each state, in the order of `CopyStatus`."""
    return tuple(
        (cast(CopyStatus, status), statuses.count(status)) for status in get_args(CopyStatus) if status in statuses
    )
