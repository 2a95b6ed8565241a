"""Web editors of partner libraries, and the cooperation's technician."""

import json
from datetime import UTC, datetime
from xml.etree import ElementTree

from babel.dates import format_date

from discovery.examples import examples_folder
from tests.readers.conftest import Arrive


def test_apa_yang_baru_di_perpustakaan_ini(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.follow("Perpustakaan")
    reader.follow("Perpustakaan Umum Contoh Kembang")
    reader.follow("Terbaru lebih dahulu")
    assert reader.titles[0] == "Revolusi : Indonesia dan lahirnya dunia modern"


def test_a_feed_of_new_books_for_our_own_site(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("gamelan")
    reader.unfold("Take the whole result with you")
    file = reader.take("What is new (Atom)")
    assert file.media_type == "application/atom+xml"
    assert len(ElementTree.fromstring(file.text).findall("{http://www.w3.org/2005/Atom}entry")) == 10


def test_the_same_search_for_a_program(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.follow("For programmers: JSON API")
    assert "GET /api/v1/search" in reader.text
    paths = json.loads(reader.take("openapi.json").text)["paths"]
    assert {"/search", "/suggest"} <= set(paths)


def test_which_records_of_ours_have_no_identifier(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.follow("Libraries")
    reader.follow("Cendana Demo School Library")
    reader.follow("What they say, and what is the matter")
    assert "74 records: The record has no identifier of its own" in reader.part("What is the matter")
    example = reader.links("What is the matter")[0]
    reader.follow(example)
    assert reader.heading == example


def test_how_fresh_is_what_is_said_of_a_library(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.follow("Libraries")
    reader.follow("Demo Library of the Sea and Food")
    # A file says what its library has on the day on which it was written: the demo's, when Padu was checked out.
    written = datetime.fromtimestamp((examples_folder() / "catalogues" / "bahari.xml").stat().st_mtime, UTC)
    assert reader.facts["Catalogue last fetched"] == [format_date(datetime.now(UTC), "medium", locale="en")]
    assert reader.facts["Holdings last confirmed"] == [format_date(written, "medium", locale="en")]


def test_a_record_as_data(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("belenggu")
    reader.follow("Belenggu")
    record = json.loads(reader.take("JSON", within="Take it with you").text)
    assert (record["title"]["full"], record["publication"]["year"]) == ("Belenggu", 1991)
    assert {holding["library"] for holding in record["holdings"]} >= {"id-nus", "id-mrp", "id-kbg", "id-cdn"}


def test_mengapa_cantuman_kami_ditolak(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.follow("Perpustakaan")
    reader.follow("Perpustakaan Umum Contoh Kembang")
    reader.follow("Isinya, dan apa yang perlu dibenahi")
    refused = reader.part("Yang ditolak")
    assert "3 cantuman ditolak pada pengambilan terakhir" in refused
    assert "kembang.mrc, cantuman 21 (kbg-tanpa-judul): tidak ada judul" in refused
    assert "Ekspor ulang" in refused
