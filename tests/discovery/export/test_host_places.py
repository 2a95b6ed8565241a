"""Articles and chapters: where they stand in their journal or book, in every format that cites them."""

import json
from urllib.parse import parse_qs

import pytest

from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Relation, Series, UnionRecord
from discovery.export.bibtex import write_bibtex
from discovery.export.citations import citations
from discovery.export.coins import coins
from discovery.export.csl import write_csl
from discovery.export.host_places import HostPlace, host_place
from discovery.export.json_ld import write_json_ld
from discovery.export.meta_tags import meta_tags
from discovery.export.ris import write_ris
from tests.catalogues import SITE, union

PRISMA = Relation("host", "Prisma : majalah", "", (Identifier("issn", "0301-6269"),), "Vol 3, No 1 (2018); 12-20")
ANTHOLOGY = Relation("host", "Bunga rampai", "", (Identifier("isbn", "9789799731234"),), "hlm. 12-20")


def article(host: Relation, extent: str = "") -> UnionRecord:
    return union(1, "Gamelan", type="article", relations=(host,), extent=extent)


@pytest.mark.parametrize(
    ("note", "place"),
    [
        ("v. 25 (1975) no. 3, p. 195-221", HostPlace("25", "3", "195", "221")),
        ("Vol 3, No 1 (2018); 1-10", HostPlace("3", "1", "1", "10")),
        ("Vol. 10 No. 1 (2020): 15–27", HostPlace("10", "1", "15", "27")),
        ("Volume 12, Nomor 3, Desember 2019, halaman 100-115", HostPlace("12", "3", "100", "115")),
        ("Jg. 41, H. 2 (April 1992), S. 137-146", HostPlace("41", "2", "137", "146")),
        ("no. 1483/1484 (1973) p. 7-11", HostPlace("", "1483/1484", "7", "11")),
        ("tome VI (juin-juill. 1966) no. 8, p. 349", HostPlace("VI", "8", "349")),
        ("141(2000), p. 103-113", HostPlace("141", "", "103", "113")),
        ("3 Mei 1998, hlm. 4", HostPlace("", "", "4")),
        ("96:4<345-350", HostPlace("96", "4", "345", "350")),
        ("93-118", HostPlace("", "", "93", "118")),
        ("1990-1995", HostPlace()),
        ("Roll 94, Item 5", HostPlace()),
        ("", HostPlace()),
    ],
)
def test_a_place_is_read_out_of_what_catalogues_write(note: str, place: HostPlace) -> None:
    assert host_place(article(Relation("host", "Prisma", note=note)).description) == place


@pytest.mark.parametrize(("extent", "pages"), [("Hlm. 57-76 : ilus. ; 27 cm", "57-76"), ("76 p. ; 20 cm", "")])
def test_an_extent_gives_pages_only_where_it_names_them(extent: str, pages: str) -> None:
    assert host_place(article(Relation("host", "Prisma"), extent).description).pages == pages


def test_a_book_in_a_series_has_no_place_in_a_host() -> None:
    assert host_place(union(1, "Judul", relations=(PRISMA,)).description) == HostPlace()


def test_an_article_is_exported_with_volume_issue_and_pages() -> None:
    record = article(PRISMA, "9 hlm.")
    ris = write_ris([record], SITE, "id").split("\r\n")
    assert [line for line in ris if line[:2] in ("VL", "IS", "SP", "EP", "SN")] == [
        "VL  - 3", "IS  - 1", "SP  - 12", "EP  - 20", "SN  - 0301-6269",
    ]  # fmt: skip
    entry = write_bibtex([record], SITE, "id").splitlines()
    assert {"  volume = {3},", "  number = {1},", "  pages = {12--20},", "  issn = {0301-6269},"} <= set(entry)
    (item,) = json.loads(write_csl([record], SITE, "id"))
    assert (item["container-title"], item["volume"], item["issue"], item["page"], item["ISSN"]) == (
        "Prisma: majalah", "3", "1", "12-20", "0301-6269",
    )  # fmt: skip
    span = parse_qs(coins(record, SITE))
    assert [span[f"rft.{name}"] for name in ("volume", "issue", "pages", "issn")] == [
        ["3"], ["1"], ["12-20"], ["0301-6269"],
    ]  # fmt: skip
    assert {("citation_volume", "3"), ("citation_firstpage", "12"), ("citation_lastpage", "20")} <= set(
        meta_tags(record, SITE)
    )
    assert citations(record, SITE, "id")[0].text == "Toer, P. A. (1980). Gamelan. Prisma: majalah, 3(1), 12–20."


def test_json_ld_parts_an_articles_volume_from_its_journal() -> None:
    (node,) = json.loads(write_json_ld([article(PRISMA)], SITE, "id"))["@graph"]
    journal = {"@type": "Periodical", "name": "Prisma : majalah", "issn": ["0301-6269"]}
    assert (node["@type"], node["pageStart"], node["pageEnd"]) == ("Article", "12", "20")
    assert node["isPartOf"] == {"@type": "PublicationVolume", "volumeNumber": "3", "isPartOf": journal}


def test_a_chapter_is_one_in_every_format() -> None:
    record = article(ANTHOLOGY)
    entry = write_bibtex([record], SITE, "id")
    assert entry.startswith("@incollection{")
    assert "  booktitle = {Bunga rampai}," in entry.splitlines()
    assert json.loads(write_csl([record], SITE, "id"))[0]["type"] == "chapter"
    assert write_ris([record], SITE, "id").startswith("TY  - CHAP")
    (node,) = json.loads(write_json_ld([record], SITE, "id"))["@graph"]
    assert node["@type"] == "Chapter"
    assert node["isPartOf"] == {"@type": "Book", "name": "Bunga rampai", "isbn": ["9789799731234"]}
    span = parse_qs(coins(record, SITE))
    told = ("rft_val_fmt", "rft.genre", "rft.atitle", "rft.btitle", "rft.isbn", "rft.pages")
    assert [span[name] for name in told] == [
        ["info:ofi/fmt:kev:mtx:book"], ["bookitem"], ["Gamelan"], ["Bunga rampai"], ["9789799731234"], ["12-20"],
    ]  # fmt: skip
    assert "rft.jtitle" not in span
    tags = dict(meta_tags(record, SITE))
    assert (tags["citation_inbook_title"], tags["citation_isbn"]) == ("Bunga rampai", "9789799731234")
    assert "citation_journal_title" not in tags


COLLECTION = Relation("host", "Koleksi laporan daring", "", (Identifier("control", "77"),))
SERIES = Series("Laporan", number="12")


@pytest.mark.parametrize(
    ("series", "cited"),
    [((SERIES,), ("Laporan", "12")), ((), ("Koleksi laporan daring", ""))],
    ids=["with a series", "without"],
)
def test_a_book_of_a_collection_is_cited_as_a_book(series: tuple[Series, ...], cited: tuple[str, str]) -> None:
    record = union(1, "Gamelan", type="book", relations=(COLLECTION,), series=series)
    title, number = cited
    assert "citation_journal_title" not in dict(meta_tags(record, SITE))
    (item,) = json.loads(write_csl([record], SITE, "id"))
    assert "container-title" not in item
    assert (item["collection-title"], item.get("collection-number", "")) == cited
    assert not any(run.text.startswith("In ") or ". In " in run.text for run in citations(record, SITE, "en")[:1])
    ris = write_ris([record], SITE, "id").split("\r\n")
    assert [line[6:] for line in ris if line[:2] in ("T2", "VL")] == [each for each in cited if each]
    entry = write_bibtex([record], SITE, "id")
    assert f"  series = {{{title}}}," in entry.splitlines()
    assert (f"  number = {{{number}}}," in entry.splitlines()) == bool(number)
    assert "journal" not in entry
    assert parse_qs(coins(record, SITE))["rft.series"] == [title]


def test_a_map_stays_in_its_atlas() -> None:
    record = union(1, "Jawa", type="map", relations=(Relation("host", "Atlas tropisch Nederland"),))
    (item,) = json.loads(write_csl([record], SITE, "id"))
    assert item["container-title"] == "Atlas tropisch Nederland"
    assert "citation_journal_title" not in dict(meta_tags(record, SITE))
