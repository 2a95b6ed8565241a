"""Lists that live in their address, whole results as files, and what machines fetch by themselves."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace
from pymarc import MARCReader
from starlette.testclient import TestClient

from discovery.catalog.holding import Holding
from discovery.catalog.library import Library, Translated
from discovery.catalog.publication import Publication
from discovery.catalog.record import UnionRecord
from tests.catalogues import SITE, publish, union
from tests.web.browsing import Page, visit
from tests.web.conftest import GONE, PAST
from web.app import create_app

ANAK = union(2, "")


def with_two(reader: TestClient, bumi: UnionRecord) -> Page:
    """The list that a reader makes by two clicks and a search between them."""
    first = visit(reader, f"/record/{bumi.id}?lang=en").click("Put it on my list")
    found = first.submit("search", q="anak semua bangsa")
    return found.click("Anak semua bangsa").click("Put it on my list").click("My list (2)")


def test_a_list_is_filled_by_clicks_and_goes_along(reader: TestClient, bumi: UnionRecord) -> None:
    page = with_two(reader, bumi)
    assert page.texts(".hit h2") == ["Anak semua bangsa", "Bumi <manusia> : sebuah roman"]
    assert page.texts(".result-count") == ["2 records"]
    shorter = page.click("Take off the list")
    assert shorter.texts(".hit h2") == ["Bumi <manusia> : sebuah roman"]
    off = shorter.click("Bumi <manusia>").click("Take it off my list")
    assert [link for link in off.texts("header nav a") if "list" in link] == []


def test_a_list_says_where_to_go_for_all_of_it(reader: TestClient, bumi: UnionRecord) -> None:
    page = with_two(reader, bumi)
    assert page.texts(".plan > li") == [
        "AMN Library Surabaya, Jawa Timur 899 2 Anak semua bangsa 899 PRA Bumi <manusia> : sebuah roman"
    ]


def test_a_list_names_the_readers_own_library_and_says_how_many_more_have_it(tmp_path: Path) -> None:
    """Of eight libraries five stood there, as if they were all, and the reader's own wasn't among them."""
    codes = tuple(f"id-{number}" for number in range(8))
    copies = tuple(copy for code in codes for copy in (Holding(code), Holding(code, call_number=f"899 {code}")))
    record = union(1, "Bumi manusia", libraries=codes, holdings=copies)
    site = replace(SITE, libraries=tuple(Library(code, Translated((("id", code),)), "public") for code in codes))
    with TestClient(create_app(publish(tmp_path, [record]), site)) as client:
        page = visit(client, f"/list?id={record.id}&home=id-7&lang=en")
        frame = visit(client, "/widget/frame?library=id-7&results=here&q=bumi&lang=en")
    owners = [f"{code} 899 {code}" for code in ("id-7", *codes[:4])]
    assert page.texts(".owners li") == [*owners, "and 3 more libraries"]
    # There too the shelf mark is the first that there is, though the first copy has none.
    assert "id-7 899 id-7" in " ".join(frame.texts("ol li"))


def test_a_list_is_shared_by_its_address_or_its_code(reader: TestClient, bumi: UnionRecord) -> None:
    page = with_two(reader, bumi)
    permalink = page.texts("[aria-labelledby=share] a")[0]
    assert permalink == f"https://katalog.example/list?id={ANAK.id}.{bumi.id}"
    code = reader.get(str(page.html.select_one("[aria-labelledby=share] img")["src"]))
    assert (code.headers["content-type"], code.text[:4]) == ("image/svg+xml", "<svg")
    assert visit(reader, permalink.removeprefix("https://katalog.example")).texts(".hit h2") == page.texts(".hit h2")


@pytest.mark.parametrize("extension", ["ris", "bib", "csv", "csl", "mrc", "xml"])
def test_a_list_is_taken_away_in_every_format(reader: TestClient, bumi: UnionRecord, extension: str) -> None:
    answer = reader.get(f"/list.{extension}?id={bumi.id}.{ANAK.id}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="list.{extension}"'
    assert answer.text.count("Anak semua bangsa") >= 1


def test_a_list_knows_past_ids_and_says_what_is_lost(reader: TestClient, bumi: UnionRecord) -> None:
    ids = f"{PAST}.{bumi.id},{GONE}&id=ccccccccccccc&id=javascript:"
    page = visit(reader, f"/list?id={ids}&lang=en")
    assert page.texts(".hit h2") == ["Bumi <manusia> : sebuah roman"]
    assert page.texts(".note") == ["2 records are no longer in the catalogue."]


def test_an_empty_list_says_how_to_fill_it(reader: TestClient) -> None:
    page = visit(reader, "/list?lang=en")
    assert page.texts("main p")[1].startswith("Nothing is on it yet.")


def test_a_whole_result_is_a_file_in_its_own_order(reader: TestClient) -> None:
    found = visit(reader, "/search?q=jejak&sort=title&size=10&page=2&lang=en")
    (link,) = [a for a in found.html.select(".downloads a") if a.get_text() == "MARC 21"]
    records = list(MARCReader(reader.get(str(link["href"])).content))
    titles = [str(record["245"]["a"]) for record in records if record]
    assert (len(titles), titles[0], titles[-1]) == (27, "Jejak langkah 10", "Jejak langkah 9")
    assert reader.get("/search/export.exe?q=jejak").status_code == 404


def test_what_is_new_under_a_search_is_a_feed(reader: TestClient, bumi: UnionRecord) -> None:
    page = visit(reader, "/search?q=bumi&lang=en")
    link = page.html.select_one("link[type='application/atom+xml']")
    answer = reader.get(str(link["href"]))
    atom = BeautifulSoup(answer.text, "xml")
    assert answer.headers["content-type"] == "application/atom+xml"
    assert atom.feed.title.text == "Test Catalogue: bumi"
    (entry,) = atom.select("entry")
    assert (entry.id.text, entry.updated.text, entry.find("name").text) == (
        f"https://katalog.example/record/{bumi.id}",
        "2026-11-19T00:00:00Z",
        "Toer, Pramoedya Ananta",
    )


def test_an_imprint_that_ends_in_a_full_stop_gets_no_second_one(tmp_path: Path) -> None:
    described = Publication(place="Kairo", publisher="Dar al-Fikr", date="1951 M.", year=1951)
    with TestClient(create_app(publish(tmp_path, (union(1, "Tafsir", publication=described),)), SITE)) as client:
        atom = BeautifulSoup(client.get("/feed?q=tafsir&lang=en").text, "xml")
    assert atom.entry.summary.text == "Kairo : Dar al-Fikr, 1951 M. AMN Library"  # type: ignore[union-attr]


def test_an_old_book_that_came_today_is_the_first_of_a_feed(tmp_path: Path) -> None:
    came_first = [union(number, f"Buku {number}", year=2020 + number % 6) for number in range(1, 600)]
    old = union(600, "Buku lama", year=1899, since="2026-11-22")
    shared = union(601, "Buku bersama", year=1950, libraries=("id-amn", "id-nus"))
    first, second = shared.members
    bought_elsewhere = replace(shared, members=(first, replace(second, since="2026-11-21")))
    with TestClient(create_app(publish(tmp_path, (*came_first, bought_elsewhere, old)), SITE)) as client:
        atom = BeautifulSoup(client.get("/feed?q=buku&sort=oldest&lang=en").text, "xml")
    entries = [(entry.title.text, entry.updated.text[:10]) for entry in atom.select("entry")]
    assert len(entries) == 50
    assert entries[:3] == [("Buku lama", "2026-11-22"), ("Buku bersama", "2026-11-21"), ("Buku 101", "2026-11-19")]
    assert {link["href"] for link in atom.select("feed > link")} == {
        "https://katalog.example/feed?q=buku&sort=newest&size=100&lang=en",
        "https://katalog.example/search?q=buku&sort=newest&size=100&lang=en",
    }


def test_a_librarys_feed_has_what_it_got_last_and_not_what_others_bought_since(tmp_path: Path) -> None:
    held = (Holding("id-amn", partner="id-amn"), Holding("id-nus", partner="id-nus"))

    def came(number: int, amn: str, nus: str) -> UnionRecord:
        shared = union(number, f"Buku {number}", libraries=("id-amn", "id-nus"), holdings=held)
        first, second = shared.members
        return replace(shared, members=(replace(first, since=amn), replace(second, since=nus)))

    bought_elsewhere = tuple(came(number, "2026-11-19", "2026-11-22") for number in range(1, 131))
    records = (*bought_elsewhere, came(600, "2026-11-20", "2026-11-18"), came(601, "2026-11-21", "2026-11-22"))
    with TestClient(create_app(publish(tmp_path, records), SITE)) as client:
        told = {}
        for limits in ("f.library=id-amn", "f.library=id-nus", "f.library=id-amn&f.library=id-nus", ""):
            atom = BeautifulSoup(client.get(f"/feed?{limits}").text, "xml")
            entries = [(entry.title.text, entry.updated.text[:10]) for entry in atom.select("entry")]
            assert len(entries) == 50
            assert atom.select_one("feed > updated").text[:10] == entries[0][1]  # type: ignore[union-attr]
            told[limits] = entries
    assert told["f.library=id-amn"][:3] == [
        ("Buku 601", "2026-11-21"),
        ("Buku 600", "2026-11-20"),
        ("Buku 1", "2026-11-19"),
    ]
    assert {day for _, day in told["f.library=id-nus"]} == {"2026-11-22"}
    assert told["f.library=id-amn&f.library=id-nus"] == told[""]


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("", "All records"),
        ("f.library=id-amn", "Library: AMN Library"),
        (
            "q=bumi&f.library=id-amn&x.language=ar&year=1980",
            "bumi · Library: AMN Library · not Language: Arabic · Year: 1980",
        ),
        ("q=%22bumi%08+manusia%EF%BF%BE%22&f.library=%00", '"bumi manusia" · Library: '),
    ],
)
def test_a_feed_is_named_by_all_that_was_asked_and_is_well_formed(reader: TestClient, asked: str, title: str) -> None:
    atom = ET.fromstring(reader.get(f"/feed?{asked}&lang=en").content)
    assert atom.findtext("{http://www.w3.org/2005/Atom}title") == f"Test Catalogue: {title}"


def test_the_map_of_the_site_leads_to_every_record_once(reader: TestClient) -> None:
    index = BeautifulSoup(reader.get("/sitemap.xml").text, "xml")
    maps = [loc.text.removeprefix("https://katalog.example") for loc in index.select("loc")]
    assert maps == ["/sitemap-pages.xml", "/sitemap-records-.xml"]
    records = BeautifulSoup(reader.get(maps[1]).text, "xml")
    assert len({loc.text for loc in records.select("loc")}) == 30
    assert {day.text for day in records.select("lastmod")} == {"2026-11-20"}
    pages = BeautifulSoup(reader.get(maps[0]).text, "xml")
    mapped = {loc.text.removeprefix("https://katalog.example") for loc in pages.select("loc")}
    assert {"/libraries/id-amn", "/serials"} <= mapped


@pytest.mark.parametrize("name", ["records-A", "records-abcde", "nix", "records-%2e"])
def test_a_map_that_is_none_is_not_there(reader: TestClient, name: str) -> None:
    assert reader.get(f"/sitemap-{name}.xml").status_code == 404


def test_crawlers_are_kept_out_of_searches_and_shown_the_map(reader: TestClient) -> None:
    rules = reader.get("/robots.txt").text.splitlines()
    assert {
        "User-agent: *",
        "Disallow: /search",
        "Disallow: /libraries?",
        "Disallow: /serials?",
        "Disallow: /serials.csv",
        "Disallow: /list",
        "Disallow: /record/*?",
    } <= set(rules)
    assert rules[-1] == "Sitemap: https://katalog.example/sitemap.xml"


def test_facets_tell_crawlers_not_to_follow(reader: TestClient) -> None:
    page = visit(reader, "/search?q=jejak&lang=en")
    followed = [
        str(a["href"]) for a in page.html.select("main a[href^='/search']") if "nofollow" not in a.get("rel", [])
    ]
    assert followed == []
