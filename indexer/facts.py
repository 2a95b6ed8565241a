"""Facts that go out with the index: how fresh each partner is, and what became of records that are gone."""

from collections.abc import Iterable, Mapping

import msgspec

from indexer.memory import memory_in
from indexer.partners import Partner
from indexer.store.clusters import Cluster
from indexer.store.runs import PartnerState

Fact = tuple[str, str]


def partner_facts(partners: Iterable[Partner], states: Iterable[PartnerState]) -> tuple[Fact, ...]:
    """Each partner's freshness: the key partner:CODE, and last_synced, confirmed and share as JSON.

    `confirmed` is the day on which everything the partner still has was confirmed: that of the last full run, or of the
    last comparison of all identifiers. A delta confirms only what it names, which the records themselves say.
    """
    known = {state.code: state for state in states}
    synced = {code: state.last_synced or "" for code, state in known.items()}
    confirmed = {code: memory_in(state).confirmed for code, state in known.items()}
    return tuple(
        _fact(
            f"partner:{partner.code}",
            {
                "last_synced": synced.get(partner.code, ""),
                "confirmed": confirmed.get(partner.code, ""),
                "share": partner.share,
            },
        )
        for partner in partners
    )


def gone_facts(clusters: Iterable[Cluster]) -> tuple[Fact, ...]:
    """What was here: the key gone:ID, and the title as JSON, for every id that a vanished record answered to."""
    return tuple(_fact(f"gone:{each}", {"title": cluster.title}) for cluster in clusters for each in cluster.ids)


def returned_facts(clusters: Iterable[Cluster]) -> tuple[Fact, ...]:
    """Takes back what `gone_facts` said of these."""
    return tuple((f"gone:{each}", "") for cluster in clusters for each in cluster.ids)


def _fact(key: str, value: Mapping[str, str]) -> Fact:
    return key, msgspec.json.encode(value).decode()
