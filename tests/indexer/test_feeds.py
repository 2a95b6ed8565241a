"""Each system's feed, from its provider to what a search finds: loaded, corrected, deleted, and read as it is meant."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
import stamina

from tests.indexer.feeds import FEEDS
from tests.indexer.feeds.feed import Feed
from tests.indexer.installations import padu
from tests.indexer.test_harvesting import joined, told
from tests.oai_provider import OaiProvider, running

LATER = "2025-11-21T09:00:00Z"


@pytest.fixture(autouse=True)
def impatient() -> Iterator[None]:
    """Two attempts without waiting."""
    with stamina.set_testing(True, attempts=2):
        yield


def provider_of(feed: Feed) -> OaiProvider:
    """A provider that holds the feed."""
    return OaiProvider(
        list(feed.items),
        offers=feed.offers,
        envelope=feed.envelope,
        deletions=feed.deletions,
        granularity=feed.granularity,
        description=feed.description,
        faults=replace(feed.faults),
    )


def found(settings: Path, query: str) -> list[Mapping[str, Any]]:
    return [hit["record"] for hit in msgspec.json.decode(padu(settings, "search", query, "--json").stdout)["hits"]]


def read(record: Mapping[str, Any]) -> dict[str, object]:
    """What a mapped record says, as a cataloguer would note it down; only what is there."""
    told = record["description"]
    published = told.get("publication", {})
    return {
        name: value
        for name, value in {
            "title": told["title"]["main"],
            "type": told.get("type", "book"),
            "carrier": told.get("carrier", "print"),
            "names": [_name(each) for each in told.get("contributors", [])],
            "publication": " ".join(
                str(published[name]) for name in ("place", "publisher", "year") if published.get(name)
            ),
            "edition": told.get("edition", ""),
            "extent": told.get("extent", ""),
            "languages": told.get("languages", []),
            "identifiers": [f"{each['scheme']} {each['value']}" for each in told.get("identifiers", [])],
            "subjects": [f"{each.get('kind', 'topic')} {each['term']}" for each in told.get("subjects", [])],
            "classifications": [f"{each['scheme']} {each['number']}" for each in told.get("classifications", [])],
            "series": [" ".join(filter(None, (each["title"], each.get("number")))) for each in told.get("series", [])],
            "variants": [each["text"] for each in told.get("variants", [])],
            "abstract": told.get("abstract", ""),
            "notes": [each["text"] for each in told.get("notes", [])],
            "relations": told.get("relations", []),
            "links": [f"{each.get('kind', 'resource')} {each['url']}" for each in told.get("links", [])],
            "holdings": [_holding(each) for each in record["holdings"]],
        }.items()
        if value
    }


def _name(each: Mapping[str, Any]) -> str:
    roles = f" ({', '.join(each['roles'])})" if each.get("roles") else ""
    return f"{each['name']}{roles}{' *' if each.get('primary') else ''}"


def _holding(each: Mapping[str, Any]) -> str:
    place = "/".join(str(each.get(name, "")) for name in ("branch", "shelf", "call_number"))
    states = "".join(f" {state}={count}" for state, count in each.get("statuses", []))
    return f"{each['library']} {place}/{each.get('copies', 0)}{states}"


@pytest.mark.parametrize("system", FEEDS)
def test_record_of_a_systems_feed_says_what_its_cataloguer_meant(tmp_path: Path, system: str) -> None:
    feed = FEEDS[system]
    with running(provider_of(feed)) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai", **feed.settings)
        dry = padu(settings, "sync", "--dry-run", "--json")
        first = told(settings)
        again = told(settings)
    living = [each for each in feed.items if not each.deleted]
    assert dry.exit_code == 0, dry.output
    assert first.get("loaded") == len(living)
    assert again == {"unchanged": again.get("unchanged")} or not again
    assert not {"rejected", "failure"} & (first.keys() | again.keys())
    assert [read(each) for each in found(settings, feed.query)] == [feed.told]
    (remapped,) = msgspec.json.decode(padu(settings, "rebuild", "--remap", "--json").stdout)["partners"]
    assert (remapped["loaded"], remapped["unchanged"]) == (0, len(living))


@pytest.mark.parametrize("system", FEEDS)
def test_correction_and_deletion_in_a_systems_feed_come_through(tmp_path: Path, system: str) -> None:
    feed = FEEDS[system]
    provider = provider_of(feed)
    book, *others = [each for each in feed.items if not each.deleted]
    stamp = LATER if book.datestamp else ""
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai", format="oai", compare_days=0, max_deleted=1.0, **feed.settings)
        told(settings)
        corrected = book.metadata.replace(feed.title_in, f"Xylo {feed.title_in}")
        assert corrected != book.metadata
        provider.items = [replace(book, metadata=corrected, datestamp=stamp), *others]
        assert told(settings).get("loaded") == 1
        assert [read(each) for each in found(settings, "xylo")] == [
            {**feed.told, "title": f"Xylo {feed.told['title']}"}
        ]
        if feed.deletions in ("persistent", "transient", "yes") and stamp:
            provider.items = [replace(book, metadata="", datestamp=LATER, deleted=True), *others]
        else:
            provider.items = [*others, replace(book, identifier="oai:another:1", datestamp=stamp)]
        gone = told(settings)
    assert [gone.get("deleted"), gone.get("withdrawn")].count(1) == 1
    assert found(settings, "xylo") == []


def test_what_slims_datestamps_do_not_tell_of_comes_with_the_next_whole_list(tmp_path: Path) -> None:
    feed = FEEDS["SLiMS"]
    provider = provider_of(feed)
    book, hidden = feed.items
    provider.items.append(replace(book, identifier="oai:pustaka.example:slims-9"))
    with running(provider) as server:
        settings = joined(tmp_path, f"{server.url}/oai2.php", format="oai", compare_days=0, max_deleted=1.0)
        assert told(settings) == {"loaded": 2, "deleted": 1}
        provider.items = [replace(book, metadata=book.metadata.replace("Bumi", "Xylo")), hidden]
        again = told(settings)
        assert (again["loaded"], again["withdrawn"]) == (1, 1)
        assert "ListIdentifiers" not in {each.parameters.get("verb") for each in server.asked}
    assert [read(each)["title"] for each in found(settings, "xylo")] == ["Xylo manusia"]


def test_list_whose_tokens_are_quoted_is_read_to_its_end_page_by_page(tmp_path: Path) -> None:
    feed = FEEDS["SLiMS's oai.php"]
    with running(provider_of(feed)) as server:
        settings = joined(tmp_path, f"{server.url}/oai.php", format="oai")
        assert told(settings) == {"loaded": len(feed.items)}
        tokens = [
            each.parameters.get("resumptionToken", "")
            for each in server.asked
            if each.parameters.get("verb") == "ListRecords"
        ]
    assert tokens == ["", "3%7C%7C%7C", "3|||", "6|||"]
    assert [read(each)["title"] for each in found(settings, "islam")] == ["Étude sur l’Islam"]


def test_ojs_is_asked_for_its_dublin_core_though_it_offers_marc(tmp_path: Path) -> None:
    with running(provider_of(FEEDS["OJS"])) as server:
        assert told(joined(tmp_path, f"{server.url}/oai", format="oai")) == {"loaded": 1, "deleted": 1}
        asked = {each.parameters.get("metadataPrefix") for each in server.asked} - {None}
    assert asked == {"oai_dc"}
