"""Freshness: which day counts, and when it is too long ago."""

from datetime import date

import pytest
from msgspec.structs import replace

from discovery.catalog.holding import Holding
from discovery.search.partner_facts import UNKNOWN, Freshness, with_confirmations
from tests.catalogues import union


@pytest.mark.parametrize(
    ("own", "harvest", "shown"),
    [
        ("2026-01-01", "2026-11-20", "2026-11-20"),
        ("2026-11-21", "2026-11-20", "2026-11-21"),
        ("2026-01-01", "", "2026-01-01"),
        ("", "", ""),
    ],
)
def test_the_later_of_a_records_own_day_and_the_last_full_harvest_counts(own: str, harvest: str, shown: str) -> None:
    record = union(1, "Bumi manusia")
    record = replace(
        record,
        members=tuple(replace(each, partner="id-amn", confirmed=own) for each in record.members),
        holdings=(Holding("id-nus", confirmed=own, partner="id-amn"), Holding("id-nus", confirmed=own, partner="lain")),
    )
    told = with_confirmations(record, {"id-amn": Freshness(confirmed=harvest)})
    assert {member.confirmed for member in told.members} == {shown}
    assert [holding.confirmed for holding in told.holdings] == [shown, own]


def test_what_two_partners_say_is_confirmed_by_whichever_was_harvested_last() -> None:
    holding = Holding("id-amn", confirmed="2026-11-01", partner="id-amn", also=("uni", "lain"))
    record = replace(union(1, "Bumi manusia"), holdings=(holding,))
    for partner in ("id-amn", "uni"):
        told = with_confirmations(record, {partner: Freshness(confirmed="2026-11-20")})
        assert told.holdings[0].confirmed == "2026-11-20"


@pytest.mark.parametrize(
    ("day", "limit", "stale"),
    [
        ("2026-11-20", 30, False),
        ("2026-10-22", 30, False),
        ("2026-10-21", 30, True),
        ("2020-01-01", 0, False),
        ("", 30, False),
        ("kemarin", 30, False),
    ],
)
def test_what_is_older_than_the_partners_limit_is_stale(day: str, limit: int, stale: bool) -> None:
    assert Freshness(stale_after=limit).is_stale(day, date(2026, 11, 21)) is stale
    assert not UNKNOWN.is_stale(day, date(2026, 11, 21))
