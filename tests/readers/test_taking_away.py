"""Readers who take something with them: lists, citations, files, requests."""

from tests.readers.conftest import Arrive
from tests.readers.reader import Reader

FIVE = ("Bumi manusia : sebuah roman", "Sitti Nurbaya : kasih tak sampai", "Belenggu", "Atheis : roman", "Salah asuhan")


def with_list(reader: Reader, put: str) -> Reader:
    """Somebody who has put five records on their list."""
    for title in FIVE:
        reader.search(title)
        reader.follow(title)
        reader.follow(put)
    return reader


def test_export_five_records_to_zotero(arrive: Arrive) -> None:
    reader = with_list(arrive("en"), "Put it on my list")
    reader.follow("My list (5)")
    file = reader.take("RIS")
    assert (file.name, file.media_type) == ("list.ris", "application/x-research-info-systems")
    titles = [line[6:].rstrip() for line in file.text.splitlines() if line.startswith("TI  - ")]
    assert sorted(titles) == sorted(FIVE)


def test_bagikan_daftar_saya(arrive: Arrive) -> None:
    reader = with_list(arrive("id"), "Masukkan ke daftar saya")
    reader.follow("Daftar saya (5)")
    shared = reader.links("Simpan atau bagikan")[0]
    assert "Alamat daftar sebagai kode QR" in reader.part("Simpan atau bagikan")
    friend = arrive("en")
    friend.receive(shared)
    assert sorted(friend.titles) == sorted(FIVE)
    assert friend.heading == "My list"


def test_rencanakan_kunjungan_ke_perpustakaan_sesedikit_mungkin(arrive: Arrive) -> None:
    reader = with_list(arrive("id"), "Masukkan ke daftar saya")
    reader.follow("Daftar saya (5)")
    first, second = reader.lines("Ke mana untuk semuanya")
    assert [title for title in FIVE if title in first + second] == list(FIVE)
    assert "Perpustakaan Sekolah Contoh Cendana Kupang, Nusa Tenggara Timur 899.2213 PAN b Belenggu" in first


def test_rencana_kunjungan_dimulai_dari_perpustakaan_saya(arrive: Arrive) -> None:
    reader = with_list(arrive("id"), "Masukkan ke daftar saya")
    reader.follow("Daftar saya (5)")
    reader.follow("Sebutkan perpustakaan Anda, dan yang terdekat didahulukan")
    reader.tick("Perpustakaan Umum Contoh Kembang")
    reader.press("Inilah perpustakaan saya")
    reader.follow("Daftar saya (5)")
    assert "yang terdekat lebih dahulu" in reader.part("Ke mana untuk semuanya")
    first, _ = reader.lines("Ke mana untuk semuanya")
    assert first == (
        "Perpustakaan Umum Contoh Kembang Bandung, Jawa Barat 899.2213 PAN b Belenggu 899.2213 MOE s Salah asuhan"
    )


def test_cite_this_in_apa(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("imagined communities reflections")
    reader.follow("Imagined communities : reflections on the origin and spread of nationalism")
    reader.follow("Cite")
    assert reader.facts["APA (7)"] == [
        "Anderson, B. R. O. (1991). Imagined communities: reflections on the origin and spread of nationalism "
        "(Rev. and extended ed.). Verso."
    ]


def test_ask_another_library_for_it_through_my_own(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("on thrones of gold")
    reader.follow("On thrones of gold : three Javanese shadow plays")
    reader.follow("Write a request", beside="Merapi Demo University Library")
    reader.follow("Your own library may ask for it through interlending.")
    letter = reader.letter("Open it as an e-mail")
    assert letter["to"] == "rujukan@merapi.perpustakaan.example"
    assert letter["subject"] == "Request: On thrones of gold : three Javanese shadow plays"
    assert "We should like to borrow this from your library for one of our readers:" in letter["body"]
    assert "Call number: 791.53 BRA o" in letter["body"]


def test_tanya_pustakawan_rujukan(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.follow("Perpustakaan")
    reader.follow("Perpustakaan Nusantara Contoh")
    assert reader.facts["Pustakawan rujukan"] == ["rujukan@nusantara.perpustakaan.example"]
    assert reader.letter("rujukan@nusantara.perpustakaan.example")["to"] == "rujukan@nusantara.perpustakaan.example"


def test_take_a_whole_result_as_a_table(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("gamelan")
    found = len(reader.titles)
    reader.unfold("Take the whole result with you")
    file = reader.take("CSV")
    assert (file.media_type, len(file.text.splitlines())) == ("text/csv", found + 1)


def test_a_record_for_my_own_catalogue_in_marc(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("belenggu")
    reader.follow("Belenggu")
    file = reader.take("MARCXML", within="Take it with you")
    assert file.media_type == "application/marcxml+xml"
    assert '<subfield code="a">Belenggu' in file.text


def test_one_title_is_taken_off_the_list(arrive: Arrive) -> None:
    reader = with_list(arrive("en"), "Put it on my list")
    reader.follow("My list (5)")
    reader.follow("Take off the list: Belenggu")
    assert (reader.count, "Belenggu" in reader.titles) == ("4 records", False)


def test_the_list_and_my_libraries_go_along_into_another_language(arrive: Arrive) -> None:
    reader = with_list(arrive("en"), "Put it on my list")
    reader.follow("Bahasa Indonesia")
    reader.follow("Daftar saya (5)")
    assert (reader.heading, sorted(reader.titles)) == ("Daftar saya", sorted(FIVE))


def test_my_list_stands_in_filing_order_for_the_way_along_the_shelves(arrive: Arrive) -> None:
    reader = with_list(arrive("en"), "Put it on my list")
    reader.follow("My list (5)")
    assert reader.titles == sorted(FIVE)
