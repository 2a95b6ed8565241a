"""Readers who have too much, and make it less."""

from tests.readers.conftest import Arrive


def test_results_of_1990_to_1999_only(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("borobudur")
    assert len(reader.titles) > 1
    reader.fill("From year", "1990")
    reader.fill("To year", "1999")
    reader.press("Apply")
    assert reader.titles == ["Borobudur : golden tales of the Buddhas"]
    assert "Year: 1990–1999" in reader.part("Narrowed to")


def test_tanpa_terjemahan(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.search("pramoedya", field="Pengarang")
    assert "Aarde der mensen : roman" in reader.titles
    reader.unfold("Terjemahan")
    reader.press("Tanpa Karya terjemahan")
    assert "Bumi manusia : sebuah roman" in reader.titles
    assert not {"Aarde der mensen : roman", "This earth of mankind : a novel"} & set(reader.titles)


def test_dua_bahasa_sekaligus_lalu_salah_satunya_dilepas(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.search("gamelan")
    reader.tick("Inggris", within="Bahasa")
    reader.tick("Indonesia", within="Bahasa")
    reader.press("Terapkan")
    both = set(reader.titles)
    reader.follow("Hapus: Bahasa: Inggris")
    assert "Gamelan : interaksi budaya dan perkembangan musikal di Jawa" in reader.titles
    assert "Gamelan gong kebyar : the art of twentieth-century Balinese music" in both - set(reader.titles)


def test_everything_but_what_my_library_has(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("gamelan")
    theirs = reader.titles
    reader.press("Without Kembang Demo Public Library")
    assert reader.titles
    assert set(reader.titles) < set(theirs)
    assert all("Kembang" not in reader.hit(title) for title in reader.titles)


def test_how_much_of_it_my_library_has_and_how_much_there_is_in_all(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.follow("My libraries")
    reader.tick("Kembang Demo Public Library")
    reader.press("These are my libraries")
    reader.search("geertz", field="Author")
    assert reader.count == "1–9 of 9 editions 1 in yours · 9 in all"
    reader.follow("1 in yours")
    assert reader.titles == ["Abangan, santri, priyayi dalam masyarakat Jawa"]


def test_is_there_anything_online_by_this_author(arrive: Arrive) -> None:
    reader = arrive("ar")
    reader.search("Multatuli", field="المؤلف")
    reader.unfold("الإتاحة على الشبكة")
    reader.tick("متاح على الشبكة")
    reader.press("طبّق")
    assert reader.titles == ["Max Havelaar"]
    reader.follow("Max Havelaar")
    assert reader.address_of("Lees bij Project Gutenberg") == "https://www.gutenberg.org/ebooks/11024"


def test_hanya_peta_dan_atlas(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.follow("Peta", within="Jenis")
    reader.search("jawa")
    assert reader.titles == ["Kaart van het eiland Java : uit de beste bronnen samengesteld"]


def test_a_value_too_rare_for_the_panel_is_found_within_the_facet(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("indonesia")
    reader.follow("More Subject")
    reader.fill("Beginning with", "mangr")
    reader.press("Show")
    reader.tick("Mangrove forests")
    reader.press("Apply")
    assert reader.titles == ["Panduan pengenalan mangrove di Indonesia"]
    assert reader.heading == "Results for indonesia"


def test_books_for_children_in_one_step(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.follow("Advanced search")
    reader.tick("Children and young people", within="Audience")
    reader.press("Search", within="Advanced search")
    assert "Hujan" in reader.titles
    assert reader.part("Narrowed to") == "Remove: Audience: Children and young people"


def test_one_line_a_work_and_then_its_editions(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("bumi manusia")
    reader.unfold("Show: every edition")
    reader.follow("one line a work")
    assert "5 editions" in reader.hit("Bumi manusia : sebuah roman")
    reader.follow("Bumi manusia : sebuah roman")
    assert reader.lines("Other editions and translations") == [
        "Aarde der mensen : roman Amsterdam : Manus Amici, 1981 · Book · Dutch",
        "Ningen no daichi Tōkyō : Mekon, 1986 · Book · Japanese",
        "This earth of mankind : a novel New York : Penguin Books, 1996 · Book · English",
        "Bumi manusia : roman tetralogi Buru 1 Jakarta : Lentera Dipantara, 2005 · Book · Indonesian",
    ]


def test_every_serial_is_reached_by_leafing(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.follow("Serial", within="Type")
    seen = reader.titles
    while "Next" in reader.links("Pages"):
        reader.follow("Next", within="Pages")
        seen += reader.titles
    assert reader.count == f"{len(seen) // 20 * 20 + 1}–{len(seen)} of {len(seen)} editions"
    assert {"Prisma", "Tempo", "Poedjangga Baroe"} <= set(seen)


def test_all_limits_go_at_once_and_the_words_stay(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("java")
    everything = reader.count
    reader.tick("Book", within="Type")
    reader.tick("English", within="Language")
    reader.press("Apply")
    assert reader.count != everything
    reader.follow("Remove all")
    assert (reader.heading, reader.count) == ("Results for java", everything)


def test_sesuatu_yang_dapat_dibaca_di_rumah_tentang_perikanan(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.search("perikanan")
    reader.unfold("Akses daring")
    reader.tick("Tersedia daring")
    reader.press("Terapkan")
    assert "The state of world fisheries and aquaculture 2020 : sustainability in action" in reader.titles
    reader.follow("The state of world fisheries and aquaculture 2020 : sustainability in action")
    assert reader.address_of("Teks lengkap (FAO)").startswith("https://doi.org/")
