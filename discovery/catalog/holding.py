"""Who owns a thing, where it stands, and how to get at it."""

from typing import Literal

import msgspec

LinkKind = Literal["resource", "version", "related", "contents", "cover", "manifest"]
# What stands in the way of a copy that the library still has. One that stands on its shelf has no status.
CopyStatus = Literal[
    "on_loan", "on_hold", "in_transit", "on_order", "in_process", "in_repair", "damaged", "not_for_loan"
]
# What may be said of a copy: one that is available stands on its shelf, the others are no longer there to be had.
CopyState = Literal[CopyStatus, "available", "withdrawn", "lost", "missing", "cancelled", "suppressed"]


class Link(msgspec.Struct, frozen=True, omit_defaults=True):
    """An http(s) address with the words it was given. `kind` follows 856's second indicator."""

    url: str
    text: str = ""
    kind: LinkKind = "resource"


class Stretch(msgspec.Struct, frozen=True, omit_defaults=True):
    """An unbroken part of a serial's run: its years and volumes, each end None where it isn't said.

    `is_open` says that it goes on to this day.
    """

    first: int | None = None
    last: int | None = None
    first_volume: int | None = None
    last_volume: int | None = None
    is_open: bool = False


class Holding(msgspec.Struct, frozen=True, omit_defaults=True):
    """One library's copies at one shelf mark.

    `library` is the cooperation's code. `run` is the text of a serial's holdings ("1971-1998, 2003-"), and
    `stretches` is what of it can be read as years and volumes. `copies` is 0 when the partner doesn't count them;
    `statuses` says of how many of them something is to be told, as of the partner's last word.
    `confirmed` is the ISO date on which the partner last said it has this, or "" before the store knows; `partner` is
    the code of that partner, "" before records are united. `also` are other partners that say the same.
    """

    library: str
    branch: str = ""
    shelf: str = ""
    call_number: str = ""
    copies: int = 0
    run: str = ""
    note: str = ""
    links: tuple[Link, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    statuses: tuple[tuple[CopyStatus, int], ...] = ()
    confirmed: str = ""
    partner: str = ""
    also: tuple[str, ...] = ()
