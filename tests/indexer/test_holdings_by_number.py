"""Holdings records that name their record by another number than its 001: MARC from the file to the union record."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from pymarc import Field, Indicators, Record, Subfield, record_to_xml
from sqlalchemy import func, select, text

from discovery.catalog.ids import record_id
from indexer.loading import load_partner
from indexer.match.rematch import rematch
from indexer.partners import LibraryRule, Partner
from indexer.progress import Unwatched
from indexer.remapping import remap
from indexer.store.clusters import stored_clusters
from indexer.store.holdings import settle_links
from indexer.store.publications import confirm, confirm_all, dirty_clusters
from indexer.store.rejections import stored_rejections
from indexer.store.removal import remove_partner
from indexer.store.schema import number_marks, properties, system_numbers
from indexer.store.store import Store, open_store, set_property
from indexer.workers import Workers
from tests.indexer.store.records import NOON


def marc(leader: str, *fields: str) -> bytes:
    """A record of fields like "001 12" or "035 (X)1": what stands in subfield a, unless it begins with "$"."""
    record = Record(force_utf8=True)
    record.leader = leader
    for written in fields:
        tag, _, content = written.partition(" ")
        if tag < "010":
            record.add_field(Field(tag=tag, data=content))
            continue
        parts = content.split("$")[1:] if content.startswith("$") else ["a" + content]
        subfields = [Subfield(part[0], part[1:].strip()) for part in parts]
        marks = Indicators("1" if tag == "014" else " ", "0")
        record.add_field(Field(tag=tag, indicators=marks, subfields=subfields))
    return record.as_marc()


def serial(title: str, *fields: str) -> bytes:
    return marc("00000nas a2200000 a 4500", *fields, f"245 {title}")


def harvested(identifier: str, record: Record) -> bytes:
    header = f"<record><header><identifier>{identifier}</identifier></header><metadata>".encode()
    return header + record_to_xml(record, namespace=True) + b"</metadata></record>"


def holdings(branch: str, *fields: str) -> bytes:
    return marc("00000ny  a2200000zn 4500", *fields, f"852 $b {branch}")


@pytest.fixture
def partner(tmp_path: Path) -> Partner:
    """A partner that sends what changed."""
    return Partner("ui", str(tmp_path / "ui.mrc"), None, LibraryRule("ui"), mode="delta", max_deleted=1.0)


def sync(store: Store, partner: Partner, *records: bytes) -> None:
    Path(partner.source).write_bytes(b"".join(records))
    with Workers(1) as workers:
        assert load_partner(store, partner, workers, NOON, Unwatched()).failure == ""
    rematch(store)


def branches(store: Store) -> dict[str, list[str]]:
    """Title → where it is."""
    return {
        cluster.title: [holding.branch for member in cluster.members for holding in member.record.holdings]
        for cluster in stored_clusters(store)
        if cluster.members
    }


def waiting(store: Store) -> list[str]:
    return [each.reason for each in stored_rejections(store, "ui")]


GLOBE = "Globe"
OTHERS = (serial("Lain", "001 x9", "003 ID-L", "035 (Sirsi) b1", "035 (OCoLC)99"),)


@pytest.mark.parametrize(
    ("described", "named"),
    [
        (("001 x1", "035 (OCoLC)ocm00000012"), ("001 h1", "003 OCoLC", "004 12")),
        (("001 x1", "003 ID-L"), ("001 h1", "003 OCoLC", "014 $a x1 $b ID-L")),
        (("001 x1", "035 (OCoLC)12"), ("001 h1", "014 $a 12 $b OCoLC")),
        (("001 x1", "035 LIAS128"), ("001 h1", "003 SIRSI", "004 LIAS128")),
        (("001 x1", "035 (CaOEAGC)53426191"), ("001 h1", "035 (CaOEAGC)53426191")),
        (("001 a7",), ("001 h1", "035 (Sirsi) a7")),
        (("001 x1", "035 (Sirsi) a7"), ("001 a7",)),
        (("035 (Sirsi) a7",), ("001 a7", "001 44368")),
        (("001 x1", "901 $a a7 $b Sirsi_Auto $c 7"), ("001 a7", "001 44368")),
        (("001 x1", "901 $a a7 $b System $c 7 $t biblio"), ("001 h1", "004 7")),
        (("001 x1", "901 $a a7 $b System $c 7 $t biblio"), ("001 x9", "901 $c 31 $t serial $o 1 $r 7")),
    ],
)
def test_holdings_join_by_what_numbers_both_have(
    store: Store, partner: Partner, described: tuple[str, ...], named: tuple[str, ...]
) -> None:
    """Whichever comes first, and whatever else the partner has."""
    for order in permutations((serial(GLOBE, *described), holdings("FIB", *named), *OTHERS)):
        remove_partner(store, "ui")
        for each in order:
            sync(store, partner, each)
        assert branches(store) == {GLOBE: ["FIB"], "Lain": [""]}
        assert waiting(store) == []


@pytest.mark.parametrize(
    ("described", "named"),
    [
        (("001 x1", "035 (OCoLC)12"), ("001 h1", "003 ID-L", "004 12")),
        (("001 x1", "035 (OCoLC)12"), ("001 12",)),
        (("001 x1", "901 $a 12 $c catatan"), ("001 12",)),
        (("001 x1", "901 $c 12"), ("001 h1", "004 12")),
    ],
)
def test_a_number_of_another_system_joins_nothing(
    store: Store, partner: Partner, described: tuple[str, ...], named: tuple[str, ...]
) -> None:
    sync(store, partner, serial(GLOBE, *described), holdings("FIB", *named))
    assert branches(store) == {GLOBE: [""]}
    assert waiting(store) == [
        "no record of this partner has the number that 004, 014, 035 or 001 gives; the holdings are kept, and join "
        "their bibliographic record when it comes."
    ]


def test_a_harvested_records_own_001_is_a_number_beside_the_identifier_of_its_header(
    store: Store, partner: Partner
) -> None:
    described = harvested("oai:ui:1", Record(serial(GLOBE, "001 x1")))
    told = harvested("oai:ui:2", Record(holdings("FIB", "001 h1", "004 x1")))
    sync(store, replace(partner, format="oai"), b"<ListRecords>" + described + told + b"</ListRecords>")
    assert [each.id for each in stored_clusters(store)] == [record_id("ui", "bibliographic", "oai:ui:1")]
    assert branches(store) == {GLOBE: ["FIB"]}


def test_014_that_is_a_holdings_records_number_names_no_record(store: Store, partner: Partner) -> None:
    told = holdings("FIB", "001 h1", "014 x1").replace(b"\x1e10\x1fax1", b"\x1e00\x1fax1")
    sync(store, partner, serial(GLOBE, "001 x1"), told)
    assert branches(store) == {GLOBE: [""]}


def test_001_comes_before_other_numbers_and_what_is_said_before_the_own_number(store: Store, partner: Partner) -> None:
    both = (serial("Satu", "001 7"), serial("Dua", "001 x2", "035 7", "035 (X)8"), serial("Tiga", "001 h2"))
    sync(store, partner, *both, holdings("A", "001 h1", "004 7"), holdings("B", "001 h2", "035 (X)8"))
    assert branches(store) == {"Satu": ["A"], "Dua": ["B"], "Tiga": [""]}


def test_each_thing_in_one_volume_is_found_by_its_own_numbers(store: Store, partner: Partner) -> None:
    titles = (serial("Satu", "001 1"), serial("Dua", "001 2", "035 (OCoLC)22"), serial("Tiga", "001 3", "035 (X)33"))
    bound = holdings("FIB", "001 h1", "003 ID", "004 1", "014 $a 22 $b OCoLC", "014 $a 33 $b X")
    sync(store, partner, *titles, bound)
    assert branches(store) == {"Satu": ["FIB"], "Dua": ["FIB"], "Tiga": ["FIB"]}


def test_a_number_that_two_records_have_joins_neither_and_says_which(store: Store, partner: Partner) -> None:
    first, second = serial("Satu", "001 x1", "035 (X)8"), serial("Dua", "001 x2", "035 (X)8")
    sync(store, partner, first, second, holdings("FIB", "001 h1", "035 (X)8"))
    assert branches(store) == {"Satu": [""], "Dua": [""]}
    assert waiting(store) == [
        "the number by which this holdings record names its bibliographic record stands in 2 of them (x1, x2): nobody "
        "can say which is meant; take it out of all but one, or write that one's 001 into 004."
    ]
    confirm_all(store)
    sync(store, partner, serial("Dua", "001 x2", "035 (X)9"))
    assert branches(store) == {"Satu": ["FIB"], "Dua": [""]}
    assert waiting(store) == []


def test_corrections_and_deletions_move_the_holdings_and_publish_nothing_else(store: Store, partner: Partner) -> None:
    globe, told = serial(GLOBE, "001 x1", "035 (X)8"), holdings("FIB", "001 h1", "035 (X)8")
    sync(store, partner, globe, *OTHERS, told)
    confirm_all(store)
    sync(store, partner, globe, told)
    assert dirty_clusters(store) == ()
    sync(store, partner, holdings("FEB", "001 h1", "035 (X)8"))
    assert branches(store) == {GLOBE: ["FEB"], "Lain": [""]}
    published = dirty_clusters(store)
    assert [each.title for each in published] == [GLOBE]
    confirm(store, published)
    sync(store, partner, serial(GLOBE, "001 x1", "035 (X)9"))
    assert branches(store) == {GLOBE: [""], "Lain": [""]}
    assert len(waiting(store)) == 1
    sync(store, partner, globe.replace(b"nas a", b"das a"))
    sync(store, partner, serial("Lain", "001 x9", "035 (X)8"))
    assert branches(store) == {"Lain": ["FEB"]}


def test_a_new_mapping_of_what_is_stored_joins_them_again(store: Store, partner: Partner) -> None:
    sync(store, partner, serial(GLOBE, "001 x1", "035 (X)8"), holdings("FIB", "001 h1", "035 (X)8"))
    elsewhere = Partner("ui", partner.source, None, LibraryRule("ui2"), mode="delta")
    with Workers(1) as workers:
        (report,) = remap(store, [elsewhere], workers, Unwatched())
    assert report.counts.loaded == 2
    assert branches(store) == {GLOBE: ["FIB"]}
    assert waiting(store) == []


def test_only_partners_whose_holdings_need_them_have_their_numbers_kept(store: Store, partner: Partner) -> None:
    sync(store, partner, serial(GLOBE, "001 x1", "035 (X)8"), *OTHERS, holdings("FIB", "001 h1", "003 I", "004 x1"))
    assert _kept(store) == (0, 0, 0)
    sync(store, partner, holdings("FEB", "001 h2", "035 (X)8"))
    assert _kept(store) == (4, 0, 1)
    remove_partner(store, "ui")
    assert _kept(store) == (0, 0, 0)


def test_a_store_made_before_numbers_were_kept_is_brought_up_to_date(
    store_url: str, store: Store, partner: Partner
) -> None:
    sync(store, partner, serial(GLOBE, "001 x1", "035 (X)8"), holdings("FIB", "001 h1", "004 x1"))
    with store.transaction() as connection:
        for change in ("DROP TABLE system_numbers", "DROP TABLE number_marks"):
            connection.execute(text(change))
        connection.execute(text("ALTER TABLE holdings_links DROP COLUMN reference"))
        set_property(connection, "schema", "6")
    store.close()
    with open_store(store_url) as later:
        sync(later, partner, holdings("FEB", "001 h2", "035 (X)8"))
        assert branches(later) == {GLOBE: ["FIB", "FEB"]}


def test_numbers_that_a_killed_run_left_unread_are_read_by_the_next(store: Store, partner: Partner) -> None:
    sync(store, partner, *OTHERS, holdings("FIB", "001 h1", "035 (X)8"))
    with Workers(1) as workers, pytest.MonkeyPatch.context() as patch:
        patch.setattr("indexer.loading.join_by_numbers", _killed)
        Path(partner.source).write_bytes(serial(GLOBE, "001 x1", "035 (X)8"))
        with pytest.raises(KeyboardInterrupt):
            load_partner(store, partner, workers, NOON, Unwatched())
    with store.transaction() as connection:
        settle_links(connection, "ui")
    rematch(store)
    assert branches(store) == {GLOBE: [""], "Lain": [""]}
    sync(store, partner, *OTHERS)
    assert branches(store) == {GLOBE: ["FIB"], "Lain": [""]}


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def _kept(store: Store) -> tuple[int, int, int]:
    """Numbers, records whose numbers are still to be read, and partners whose numbers are kept."""
    with store.transaction() as connection:
        counts = [
            connection.scalar(select(func.count()).select_from(table)) for table in (system_numbers, number_marks)
        ]
        partners = connection.scalar(select(func.count()).where(properties.c.name.startswith("numbers kept:")))
    return counts[0] or 0, counts[1] or 0, partners or 0
