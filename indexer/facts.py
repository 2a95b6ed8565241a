"""Facts that go out with the index: partners' freshness and quality, and what became of records that are gone."""

from collections.abc import Iterable, Mapping

import msgspec

from discovery.catalog.quality import Quality
from discovery.search.partner_facts import Fact, Freshness, freshness_fact, quality_fact, suppliers_fact
from indexer.memory import memory_in
from indexer.partners import Partner
from indexer.store.clusters import Cluster
from indexer.store.partner_states import PartnerState


def partner_facts(
    partners: Iterable[Partner], states: Iterable[PartnerState], qualities: Mapping[str, Quality]
) -> tuple[Fact, ...]:
    """Each partner's freshness and quality, and for each library the partners that speak for it.

    `confirmed` is the day on which everything the partner still has was confirmed: that of the last full run, or of the
    last comparison of all identifiers. A delta confirms only what it names, which the records themselves say.
    """
    known = {state.code: state for state in states}
    suppliers: dict[str, list[str]] = {}
    facts: list[Fact] = []
    for partner in partners:
        state = known.get(partner.code)
        last = (state.last_synced or "") if state else ""
        confirmed = memory_in(state).confirmed if state else ""
        facts.append(freshness_fact(partner.code, Freshness(last, confirmed, partner.share, partner.stale_after)))
        facts.append(quality_fact(partner.code, qualities.get(partner.code, Quality())))
        for library in _libraries(partner):
            suppliers.setdefault(library, []).append(partner.code)
    facts += [suppliers_fact(library, codes) for library, codes in suppliers.items()]
    return tuple(facts)


def _libraries(partner: Partner) -> Iterable[str]:
    """The libraries that this partner's records may name as owners: see `indexer.partners.LibraryRule`."""
    rule = partner.libraries
    return dict.fromkeys((rule.library or partner.code, *(code for _, code in rule.codes)))


def left_facts(partner: str) -> tuple[Fact, ...]:
    """Takes back what was published of a partner that has left."""
    return ((f"partner:{partner}", ""), (f"quality:{partner}", ""))


def gone_facts(clusters: Iterable[Cluster]) -> tuple[Fact, ...]:
    """What was here: the key gone:ID, and the title as JSON, for every id that a vanished record answered to."""
    return tuple(_fact(f"gone:{each}", {"title": cluster.title}) for cluster in clusters for each in cluster.ids)


def returned_facts(clusters: Iterable[Cluster]) -> tuple[Fact, ...]:
    """Takes back what `gone_facts` said of these."""
    return tuple((f"gone:{each}", "") for cluster in clusters for each in cluster.ids)


def _fact(key: str, value: Mapping[str, str]) -> Fact:
    return key, msgspec.json.encode(value).decode()
