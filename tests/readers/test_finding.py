"""Readers who look for a book that they know, or know in part."""

from tests.readers.conftest import Arrive


def test_find_who_owns_the_1998_edition_and_how_to_borrow_it(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("hoakiau")
    reader.follow("Hoakiau di Indonesia", beside="1998")
    assert reader.facts["Published"] == ["Jakarta : Garba Budaya, 1998"]
    holdings = reader.part("In 2 libraries")
    assert "Kembang Demo Public Library Bandung, Jawa Barat 305.8951 TOE h Gedung Utama 1 copy" in holdings
    assert "You may borrow here with a West Java identity card." in holdings
    assert "Merapi Demo University Library Yogyakarta, D.I. Yogyakarta 305.8951 TOE h" in holdings


def test_cari_buku_yang_judulnya_hanya_setengah_diingat(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.search("theatre state bali", field="Judul")
    assert reader.titles[0] == "Negara : the theatre state in nineteenth-century Bali"


def test_an_isbn_is_found_with_hyphens_or_without_in_its_old_form_or_its_new_one(arrive: Arrive) -> None:
    reader = arrive("en")
    for number in ("978-0-226-28510-2", "9780226285102", "0226285103", "ISBN 0-226-28510-3"):
        reader.search(number)
        assert reader.titles == ["The religion of Java"], number
        assert f"Understood as: number: {number.removeprefix('ISBN ')} Narrow" in reader.text


def test_undo_a_spelling_correction(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("laskr pelangi")
    assert "Laskar pelangi" in reader.titles
    assert "Nothing was found for “laskr pelangi”." in reader.text
    reader.follow("Search only for “laskr pelangi”, as it was typed")
    assert (reader.titles, reader.count) == ([], "Nothing found")


def test_ejaan_lama_menemukan_ejaan_baru_dan_sebaliknya(arrive: Arrive) -> None:
    reader = arrive("id")
    for typed in ("salah asuhan", "salah asoehan"):
        reader.search(typed)
        assert set(reader.titles) == {"Salah asuhan", "Salah asoehan"}


def test_semua_buku_pengarang_ini_tentang_subjek_ini_yang_terbaru_dahulu(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.search("abangan santri priyayi")
    reader.follow("Geertz, Clifford")
    reader.tick("Jawa", within="Subjek")
    reader.press("Terapkan")
    reader.unfold("Urutan: relevansi")
    reader.follow("terbaru dahulu")
    assert reader.titles == [
        "Involusi pertanian : proses perubahan ekologi di Indonesia",
        "Abangan, santri, priyayi dalam masyarakat Jawa",
        "The religion of Java",
        "Agricultural involution : the process of ecological change in Indonesia",
    ]


def test_di_perpustakaan_mana_di_jawa_barat_ada_buku_ini(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.search("salah asuhan")
    assert "Jawa Barat Perpustakaan Umum Contoh Kembang" in reader.part("Perpustakaan")
    reader.tick("Perpustakaan Umum Contoh Kembang")
    reader.press("Terapkan")
    assert reader.titles == ["Salah asuhan"]
    assert "Perpustakaan Umum Contoh Kembang 899.2213 MOE s" in reader.hit("Salah asuhan")


def test_the_translation_is_reached_from_the_original(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("bumi manusia sebuah roman")
    reader.follow("Bumi manusia : sebuah roman")
    reader.follow("This earth of mankind : a novel", within="Other editions and translations")
    assert reader.facts["Translated from"] == ["Indonesian"]
    assert reader.facts["Translation of"] == ["Bumi manusia"]


def test_other_volumes_of_a_series_are_one_click_away(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("mythology and the tolerance of the javanese")
    reader.follow("Mythology and the tolerance of the Javanese")
    reader.follow("Monograph series", within="Description")
    assert "Mythology and the tolerance of the Javanese" in reader.titles


def test_what_stands_beside_a_book_on_its_shelf(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("negara theatre state")
    reader.follow("Negara : the theatre state in nineteenth-century Bali")
    assert "320.95 ASI a Asian survey" in reader.lines("On the same shelf")
    reader.follow("320.95986", within="More")
    assert reader.heading == "Call numbers in shelf order"
    reader.follow("321.8 HAT d")
    assert reader.titles == ["Demokrasi kita"]


def test_nothing_found_leads_on_to_the_list_of_titles(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("zzyzzx")
    assert reader.count == "Nothing found"
    reader.follow("look through the titles from A to Z")
    reader.fill("Begin at", "laskar")
    reader.press("Go")
    reader.follow("Laskar pelangi")
    assert "Laskar pelangi" in reader.titles


def test_from_a_record_back_to_the_results_and_on_to_the_next(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("gamelan")
    titles = reader.titles
    reader.follow(titles[0])
    reader.follow("Next", within="In the results")
    assert reader.heading == titles[1]
    reader.follow("Back to the results")
    assert reader.titles == titles


def test_what_is_in_the_book(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("carrefour javanais")
    reader.follow("Le carrefour javanais : essai d'histoire globale")
    assert reader.lines("Contents") == [
        "1. Les limites de l'occidentalisation",
        "2. Les réseaux asiatiques",
        "3. L'héritage des royaumes concentriques",
    ]
