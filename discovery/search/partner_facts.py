"""What is published about partners beside their records: how fresh they are, how good, and for which libraries.

Published facts, so that whoever shows them needs nothing but the engine.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from discovery.catalog.holding import Holding
from discovery.catalog.quality import Quality, decode_quality, encode_quality
from discovery.catalog.record import UnionRecord
from discovery.search.engine import SearchEngine

Fact = tuple[str, str]


class Freshness(msgspec.Struct, frozen=True):
    """`confirmed` is the ISO date on which everything that the partner still has was confirmed, by a full harvest;
    "" where there was none. `last_synced` is an ISO time. What is older than `stale_after` days is to be warned of; 0
    means never.
    """

    last_synced: str = ""
    confirmed: str = ""
    share: str = ""
    stale_after: int = 0

    def confirmed_on(self, day: str) -> str:
        """The later of that full harvest and the day on which a record was confirmed by itself."""
        return max(day, self.confirmed)

    def is_stale(self, day: str, today: date) -> bool:
        """Whether what was confirmed on this day (ISO) is past the partner's own limit."""
        try:
            confirmed = date.fromisoformat(day[:10])
        except ValueError:
            return False
        return bool(self.stale_after) and today - confirmed > timedelta(days=self.stale_after)


UNKNOWN = Freshness()


class _Suppliers(msgspec.Struct, frozen=True):
    partners: tuple[str, ...] = ()


def freshness_fact(partner: str, freshness: Freshness) -> Fact:
    """Key and value."""
    return f"partner:{partner}", msgspec.json.encode(freshness).decode()


def quality_fact(partner: str, quality: Quality) -> Fact:
    """Key and value."""
    return f"quality:{partner}", encode_quality(quality)


def suppliers_fact(library: str, partners: Iterable[str]) -> Fact:
    """Key and value: the partners whose records may name this library as owner."""
    return f"library:{library}", msgspec.json.encode(_Suppliers(tuple(partners))).decode()


def no_suppliers_fact(library: str) -> Fact:
    """Takes back what `suppliers_fact` said."""
    return f"library:{library}", ""


def freshness_of(engine: SearchEngine, partners: Iterable[str]) -> dict[str, Freshness]:
    """Each partner's freshness, `UNKNOWN` where nothing is published."""
    codes = tuple(dict.fromkeys(partners))
    facts = engine.facts([f"partner:{code}" for code in codes])
    return {code: _freshness(fact) for code, fact in zip(codes, facts, strict=True)}


def _freshness(fact: str | None) -> Freshness:
    return msgspec.json.decode(fact, type=Freshness) if fact else UNKNOWN


def published_quality(engine: SearchEngine, partner: str) -> Quality | None:
    """The report on a partner's records; None where none was published."""
    fact = engine.fact(f"quality:{partner}")
    return decode_quality(fact) if fact else None


def suppliers_of(engine: SearchEngine, library: str) -> tuple[str, ...]:
    """The partners whose records may name this library as owner."""
    fact = engine.fact(f"library:{library}")
    return msgspec.json.decode(fact, type=_Suppliers).partners if fact else ()


def with_confirmations(record: UnionRecord, freshness: Mapping[str, Freshness]) -> UnionRecord:
    """The record with the day on which each member and each holding was last confirmed, full harvests counted.

    A full harvest of an unchanged catalogue writes no document, so a record's own day may be long past.
    """
    return replace(
        record,
        members=tuple(
            replace(each, confirmed=freshness.get(each.partner, UNKNOWN).confirmed_on(each.confirmed))
            for each in record.members
        ),
        holdings=tuple(replace(each, confirmed=_last_confirmed(each, freshness)) for each in record.holdings),
    )


def _last_confirmed(holding: Holding, freshness: Mapping[str, Freshness]) -> str:
    """By whichever of the partners that tell of it."""
    told = (freshness.get(partner, UNKNOWN) for partner in (holding.partner, *holding.also))
    return max(each.confirmed_on(holding.confirmed) for each in told)
