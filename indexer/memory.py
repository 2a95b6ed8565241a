"""What is remembered of a partner from one run to the next, as its state in the store."""

import hashlib
from importlib.metadata import version

import msgspec

from indexer.crosswalks.version import MAPPING_VERSION
from indexer.enrich.language import LanguagePrior
from indexer.partners import Partner
from indexer.store.partner_states import PartnerState, partner_states, remember_state
from indexer.store.store import Store


class PartnerMemory(msgspec.Struct, frozen=True):
    """`prior` is of the last full source; `source` is the source's own; `confirmed` is the day (ISO) on which all that
    the partner still has was last confirmed, "" if never. `mapping` says by which rules all its records were mapped:
    `mapping_rules`, "" where that isn't known.
    """

    prior: LanguagePrior | None = None
    source: str = ""
    confirmed: str = ""
    mapping: str = ""


def memory_of(store: Store, code: str) -> PartnerMemory:
    """What the partner's last finished run left; empty before there was one."""
    return next((memory_in(state) for state in partner_states(store) if state.code == code), PartnerMemory())


def memory_in(state: PartnerState) -> PartnerMemory:
    """What a state holds; empty where it was written otherwise."""
    try:
        return msgspec.json.decode(state.state or "{}", type=PartnerMemory)
    except msgspec.MsgspecError:
        return PartnerMemory()


def mapping_rules(partner: Partner) -> str:
    """A digest of what decides how a partner's records are mapped: padu.toml's rules for it, and Padu's own."""
    rules = repr((version("padu"), MAPPING_VERSION, partner.libraries, partner.table.columns))
    return hashlib.sha256(rules.encode()).hexdigest()[:16]


def is_mapped_otherwise(store: Store, partner: Partner) -> bool:
    """Whether some of its records may stand in the store as other rules had them: only what is sent again is mapped."""
    return memory_of(store, partner.code).mapping not in ("", mapping_rules(partner))


def note_mapped(store: Store, partner: Partner) -> None:
    """All its records are mapped by the rules of now."""
    memory = msgspec.structs.replace(memory_of(store, partner.code), mapping=mapping_rules(partner))
    remember_state(store, partner.code, msgspec.json.encode(memory).decode())
