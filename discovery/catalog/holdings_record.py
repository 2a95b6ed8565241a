"""A record that says only what a library holds, of a thing that another record describes."""

import msgspec

from discovery.catalog.holding import Holding


class HoldingsRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """One partner's holdings record. `describing` are the numbers of the records that describe the thing.

    `numbers` are its own, which some systems give to the describing record and all its holdings records alike: so
    `source_id` is the number with a hash of the content.
    """

    id: str
    partner: str
    source_id: str
    numbers: tuple[str, ...] = ()
    describing: tuple[str, ...] = ()
    holdings: tuple[Holding, ...] = ()
