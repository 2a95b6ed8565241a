"""Facts that go out with the index: partners' freshness and quality, and what became of records that are gone."""

from collections.abc import Callable, Collection, Iterable, Mapping

import msgspec

from discovery.catalog.quality import Quality
from discovery.search.partner_facts import (
    Fact,
    Freshness,
    freshness_fact,
    no_suppliers_fact,
    quality_fact,
    suppliers_fact,
)
from indexer.memory import memory_in
from indexer.partners import STALE_AFTER, Partner
from indexer.store.clusters import Cluster
from indexer.store.partner_states import PartnerState


def partner_facts(
    partners: Iterable[Partner], left: Iterable[str], states: Iterable[PartnerState], qualities: Mapping[str, Quality]
) -> tuple[Fact, ...]:
    """Each partner's freshness and quality.

    `confirmed` is the day on which everything the partner still has was confirmed: that of the last full run, or of the
    last comparison of all identifiers. A delta confirms only what it names, which the records themselves say. `left`
    are those that padu.toml has no longer: what stands of theirs grows stale like the rest.
    """
    known = {state.code: state for state in states}
    standing = [(each.code, each.share, each.stale_after) for each in partners]
    standing += [(code, "none", STALE_AFTER) for code in left]
    facts: list[Fact] = []
    for code, share, stale_after in standing:
        state = known.get(code)
        last = (state.last_synced or "") if state else ""
        confirmed = memory_in(state).confirmed if state else ""
        facts.append(freshness_fact(code, Freshness(last, confirmed, share, stale_after)))
        facts.append(quality_fact(code, qualities.get(code, Quality())))
    return tuple(facts)


def library_facts(
    partners: Iterable[Partner], published: Callable[[Collection[str]], Iterable[str]]
) -> tuple[Fact, ...]:
    """For each library the partners that speak for it. `published` adds the libraries of which that was published
    before: where nobody speaks for one any more, it is taken back.
    """
    suppliers: dict[str, list[str]] = {}
    for partner in partners:
        for library in _libraries(partner):
            suppliers.setdefault(library, []).append(partner.code)
    before = (each for each in published(suppliers) if each not in suppliers)
    return (*(suppliers_fact(library, codes) for library, codes in suppliers.items()), *map(no_suppliers_fact, before))


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
