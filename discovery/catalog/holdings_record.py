"""A record that says only what a library holds, of a thing that another record describes."""

import msgspec

from discovery.catalog.holding import Holding


class Reference(msgspec.Struct, frozen=True, omit_defaults=True):
    """What names a bibliographic record: its 001, "" where that isn't said, and what its other numbers may be."""

    number: str = ""
    others: tuple[str, ...] = ()


class HoldingsRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """One partner's holdings record. `references` name the records that describe the thing; where there are none,
    `system_numbers` may be one's.

    `own` is its own number, which some systems give to the describing record and all its holdings records alike: so
    `source_id` is the number with a hash of the content.
    """

    id: str
    partner: str
    source_id: str
    own: Reference = Reference()
    references: tuple[Reference, ...] = ()
    system_numbers: tuple[str, ...] = ()
    holdings: tuple[Holding, ...] = ()
