"""Where an installation stands: each partner's records, the union, the engine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from discovery.search.results import Health
from indexer.partners import Partner
from indexer.report import Counts
from indexer.store.clusters import union_record_count
from indexer.store.failures import Failure, failures
from indexer.store.partner_states import PartnerState, partner_states
from indexer.store.removal import left_partners
from indexer.store.source_counts import loaded_counts
from indexer.store.store import Store


@dataclass(frozen=True, slots=True)
class PartnerStatus:
    """`counts.loaded` is what stands in the store now; the other counts are of the last run that went well, which
    `last_synced` dates. `failure` is the run after that, None where none failed.
    """

    code: str
    counts: Counts
    last_synced: str | None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """`engine_url` is free of credentials. `left` are partners that stand in the store and not in padu.toml."""

    partners: tuple[PartnerStatus, ...]
    union_records: int
    engine_url: str
    engine: Health
    left: tuple[str, ...] = ()


def status_of(store: Store, partners: Sequence[Partner], engine: Health, engine_url: str) -> Status:
    """The state of the configured partners, and of those that the store still knows."""
    states = {state.code: state for state in partner_states(store)}
    standing, failed = loaded_counts(store), failures(store)
    codes = dict.fromkeys([*(partner.code for partner in partners), *states])
    return Status(
        partners=tuple(_partner_status(code, states, standing, failed.get(code)) for code in codes),
        union_records=union_record_count(store),
        engine_url=without_credentials(engine_url),
        engine=engine,
        left=left_partners(store, states.values(), [partner.code for partner in partners]),
    )


def without_credentials(url: str) -> str:
    """The address without user and password."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl() if "@" in parts.netloc else url


def _partner_status(
    code: str, states: Mapping[str, PartnerState], standing: Mapping[str, int], failure: Failure | None
) -> PartnerStatus:
    state = states.get(code)
    counts = replace(state.counts if state else Counts(), loaded=standing.get(code, 0))
    return PartnerStatus(code, counts, state.last_synced if state else None, failure)
