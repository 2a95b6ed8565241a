"""The report on a partner's records, on both databases."""

import pytest
from sqlalchemy import text

from discovery.catalog.quality import ASPECTS, Example, Found, Refused
from indexer.match.keys import match_keys
from indexer.quality import quality_bits
from indexer.report import Rejected, SourceRecord
from indexer.store.packing import PackedRecord, pack_record
from indexer.store.quality import assess, assessed
from indexer.store.runs import begin_run
from indexer.store.store import Store, open_store
from tests.indexer.store.records import NOON, record


def looked_at(
    number: str, *problems: str, partner: str = "id-a", isbn: str = "", year: int | None = 1980
) -> PackedRecord:
    described = record(partner, number, f"Judul {number}", isbn=isbn, year=year)
    source = SourceRecord("katalog.mrc", int(number), "marc21", number.encode())
    return pack_record(source, described, match_keys(described), quality=quality_bits(described, problems))


def load(store: Store, *items: PackedRecord, rejected: int = 0, partner: str = "id-a") -> None:
    run = begin_run(store, partner, NOON)
    run.load(items)
    run.reject([Rejected("katalog.mrc", 100 + each, str(each), "no title.") for each in range(rejected)])
    run.finish(full=True, finished=NOON)


def test_report_counts_what_stands_and_shows_examples(store: Store) -> None:
    load(
        store,
        looked_at("1", isbn="9789799731234"),
        looked_at("2", "isbn-invalid", year=None),
        looked_at("3", "isbn-invalid", "mojibake-mended"),
        rejected=25,
    )
    load(store, looked_at("9", "letters-lost", partner="id-b"), partner="id-b")
    quality = assess(store, "id-a")
    assert (quality.records, quality.unassessed, quality.rejected) == (3, 0, 25)
    assert dict(quality.having) == {
        "title": 3, "author": 3, "identifiers": 1, "subjects": 0, "language": 0, "class": 0, "year": 2, "holdings": 3,
    }  # fmt: skip
    assert quality.share("identifiers") == pytest.approx(1 / 3)
    assert quality.problems == (
        Found("mojibake-mended", 1, (Example("3", "Judul 3"),)),
        Found("isbn-invalid", 2, (Example("2", "Judul 2"), Example("3", "Judul 3"))),
    )
    assert quality.refused[0] == Refused("katalog.mrc", 100, "0", "no title.")
    assert len(quality.refused) == 20


def test_correction_and_withdrawal_change_the_report(store: Store) -> None:
    load(store, looked_at("1", "isbn-invalid"), looked_at("2", "isbn-invalid"))
    load(store, looked_at("1", isbn="9789799731234"))
    assert assess(store, "id-a").problems == ()
    assert assess(store, "id-a").records == 1


def test_report_is_kept_until_the_partner_is_looked_at_again(store: Store) -> None:
    load(store, looked_at("1"))
    first = assessed(store, "id-a")
    load(store, looked_at("1"), looked_at("2"))
    assert assessed(store, "id-a") == first
    assert assess(store, "id-a").records == 2
    assert assessed(store, "id-a").records == 2


def test_partner_without_records_has_an_empty_report(store: Store) -> None:
    quality = assess(store, "id-z")
    assert (quality.records, quality.problems, dict(quality.having)) == (0, (), dict.fromkeys(ASPECTS, 0))
    assert quality.share("title") == 0.0


def test_store_of_the_version_before_is_brought_up_to_date_with_its_records_unassessed(store_url: str) -> None:
    with open_store(store_url) as store:
        load(store, looked_at("1"), looked_at("2"))
        with store.transaction() as connection:
            connection.execute(text("ALTER TABLE source_records DROP COLUMN quality"))
            connection.execute(text("UPDATE properties SET value = '3' WHERE name = 'schema'"))
    with open_store(store_url) as store:
        assert assess(store, "id-a").unassessed == 2
        load(store, looked_at("1"), looked_at("2", "isbn-invalid"), looked_at("3"))
        quality = assess(store, "id-a")
    assert (quality.records, quality.unassessed) == (1, 2)
