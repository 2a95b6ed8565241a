"""Authority and holdings records by OAI-PMH: they stay while they are listed, and go when their provider says so."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pymarc
import pytest
import stamina

from indexer.sources.oai_pmh import gaps
from tests.indexer.installations import book, engine_of, padu
from tests.indexer.test_authorities import authority
from tests.indexer.test_harvesting import joined, told
from tests.indexer.test_holdings_records import holdings, shown
from tests.oai_provider import Item, OaiProvider, running

OFFERS = {"marcxml": ("http://www.loc.gov/MARC21/slim", "http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd")}
LATE, LATER = "2025-11-21T09:00:00Z", "2025-11-22T09:00:00Z"


@pytest.fixture(autouse=True)
def impatient() -> Iterator[None]:
    """Two attempts without waiting."""
    with stamina.set_testing(True, attempts=2):
        yield


def marc_item(number: str, record: bytes) -> Item:
    """A record under the provider's own identifier."""
    read = next(iter(pymarc.MARCReader(BytesIO(record))))
    return Item(f"oai:katalog:{number}", metadata=pymarc.record_to_xml(read, namespace=True).decode())


def catalogue() -> list[Item]:
    """Three books; the holdings records of the first two have a number in common."""
    books = [marc_item(f"b{number}", book(str(number), f"Judul {number}")) for number in range(1, 4)]
    return books + [marc_item(f"h{number}", holdings("7", str(number), f"FIB {number}")) for number in (1, 2)]


def test_holdings_records_stay_while_their_provider_lists_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gaps, "MANY", 0)  # one that seems unknown would have everything asked for
    with running(OaiProvider(catalogue(), offers=OFFERS, deletions="no")) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai")
        assert told(settings) == {"loaded": 5}
        held = {"Judul 1": [("FIB 1", "")], "Judul 2": [("FIB 2", "")], "Judul 3": [("", "")]}
        for _ in range(3):
            assert told(settings) == {}
            assert shown(settings) == held
        assert all(each.parameters["verb"] != "GetRecord" for each in server.asked)


@pytest.mark.parametrize("policy", ["persistent", "no"])
def test_holdings_record_goes_alone_when_its_provider_says_so(tmp_path: Path, policy: str) -> None:
    provider = OaiProvider(catalogue(), offers=OFFERS, deletions=policy)
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai")
        told(settings)
        first = provider.items[3]
        better = replace(marc_item("h1", holdings("7", "1", "FEB 1")), datestamp=LATE)
        provider.items[3] = better
        assert told(settings) == {"loaded": 1}
        assert shown(settings) == {"Judul 1": [("FEB 1", "")], "Judul 2": [("FIB 2", "")], "Judul 3": [("", "")]}
        if policy == "no":
            del provider.items[3]
        else:
            provider.items[3] = replace(first, deleted=True, datestamp=LATER)
        assert "1 removed" in padu(settings, "sync", "--dry-run").stdout
        assert told(settings) == {"deleted" if policy != "no" else "withdrawn": 1}
        assert shown(settings) == {"Judul 1": [("", "")], "Judul 2": [("FIB 2", "")], "Judul 3": [("", "")]}
        assert told(settings) == ({} if policy == "no" else {"unchanged": 1})


def test_authority_record_goes_when_its_providers_header_says_so(tmp_path: Path) -> None:
    items = [
        marc_item("1", book("1", "Max Havelaar", author="Multatuli")),
        marc_item("a1", authority("a1", ("100", "Multatuli"), ("400", "Dekker, Eduard Douwes"))),
    ]
    provider = OaiProvider(items, offers=OFFERS)
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai")
        told(settings)
        assert authors(settings) == ["Dekker, Eduard Douwes", "Multatuli"]
        provider.items = [items[0], replace(items[1], deleted=True, datestamp=LATE)]
        assert told(settings) == {"deleted": 1}
        assert authors(settings) == ["Multatuli"]
        assert told(settings) == {"unchanged": 1}
        provider.items = [items[0], replace(items[1], datestamp=LATER)]
        assert told(settings) == {"loaded": 1}
        assert authors(settings) == ["Dekker, Eduard Douwes", "Multatuli"]


def test_first_of_a_deletion_and_its_record_in_one_harvest_counts(tmp_path: Path) -> None:
    sound = marc_item("a1", authority("a1", ("100", "Multatuli"), ("400", "Dekker, Eduard Douwes")))
    gone = replace(sound, deleted=True)
    with running(
        OaiProvider([marc_item("1", book("1", "Saidjah", author="Multatuli")), sound, gone], offers=OFFERS)
    ) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai")
        assert told(settings)["skipped"] == 1
        assert authors(settings) == ["Dekker, Eduard Douwes", "Multatuli"]
        assert "Dekker" not in padu(settings, "rejected", "id-a").stdout


def authors(settings: Path) -> list[str]:
    """The headings of the list of authors."""
    engine = engine_of(settings)
    try:
        return [each.display for each in engine.browse("author", "", "forward", 10)]
    finally:
        engine.close()
