"""What is remembered of a partner from one run to the next, as its state in the store."""

import msgspec

from indexer.enrich.language import LanguagePrior
from indexer.store.runs import PartnerState, partner_states
from indexer.store.store import Store


class PartnerMemory(msgspec.Struct, frozen=True):
    """`prior` is of the last full source; `source` is the source's own; `confirmed` is the day (ISO) on which all that
    the partner still has was last confirmed, "" if never.
    """

    prior: LanguagePrior | None = None
    source: str = ""
    confirmed: str = ""


def memory_of(store: Store, code: str) -> PartnerMemory:
    """What the partner's last finished run left; empty before there was one."""
    return next((memory_in(state) for state in partner_states(store) if state.code == code), PartnerMemory())


def memory_in(state: PartnerState) -> PartnerMemory:
    """What a state holds; empty where it was written otherwise."""
    try:
        return msgspec.json.decode(state.state or "{}", type=PartnerMemory)
    except msgspec.MsgspecError:
        return PartnerMemory()
