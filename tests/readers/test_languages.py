"""Readers of four scripts, in three languages of the interface."""

from discovery.labels.translations import without_isolates
from tests.readers.conftest import Arrive


def test_find_it_in_the_original_script(arrive: Arrive) -> None:
    reader = arrive("ar")
    reader.search("إحياء علوم الدين")
    reader.follow("Iḥyāʾ ʿulūm al-dīn")
    assert "إحياء علوم الدين" in reader.text
    assert reader.facts["المؤلف"] == ["Ghazzālī, Abū Ḥāmid, 1058-1111 الغزالي، أبو حامد في القائمة"]


def test_a_japanese_novel_by_its_letters_and_by_their_romanisation(arrive: Arrive) -> None:
    reader = arrive("en")
    for typed in ("源氏物語", "genji monogatari", "Genji Monogatari"):
        reader.search(typed)
        assert reader.titles[0] == "Genji monogatari"
        assert "源氏物語" in reader.hit("Genji monogatari")


def test_all_by_an_author_in_arabic_the_newest_first(arrive: Arrive) -> None:
    reader = arrive("ar")
    reader.search("الغزالي", field="المؤلف")
    reader.unfold("الترتيب: الصلة بالبحث")
    reader.follow("الأحدث أولًا")
    assert reader.titles == ["Iḥyāʾ ʿulūm al-dīn", "al-Munqidh min al-dalal", "Tahāfut al-falāsifah"]


def test_romanised_without_its_marks(arrive: Arrive) -> None:
    reader = arrive("id")
    for typed in ("ihya ulum al din", "Iḥyāʾ ʿulūm al-dīn", "ihya' 'ulum al-din"):
        reader.search(typed)
        assert "Iḥyāʾ ʿulūm al-dīn" in reader.titles, typed


def test_the_search_goes_along_into_another_language_of_the_pages(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("gamelan")
    titles = reader.titles
    reader.follow("العربية")
    assert (reader.titles, without_isolates(reader.heading)) == (titles, "نتائج البحث عن gamelan")
    reader.follow(titles[0])
    assert reader.facts["اللغة"] == ["الإندونيسية"]


def test_sastra_jawa_dalam_bahasa_jawa(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.follow("Jawa", within="Bahasa")
    assert reader.titles
    assert all("Jawa" in reader.hit(title) for title in reader.titles)


def test_a_chinese_classic_by_simplified_or_traditional_characters(arrive: Arrive) -> None:
    reader = arrive("en")
    for typed in ("論語", "论语"):
        reader.search(typed)
        assert reader.titles == ["Lun yu yi zhu"], typed


def test_dari_terjemahan_ke_naskah_aslinya(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.search("muqaddimah ibn khaldun")
    reader.follow("Muqaddimah Ibn Khaldun")
    assert reader.facts["Diterjemahkan dari"] == ["Arab"]
    reader.follow("al-Muqaddimah", within="Edisi dan terjemahan lain")
    assert "المقدمة" in reader.text


def test_my_list_has_the_original_script_too(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.search("源氏物語")
    reader.follow("Genji monogatari")
    reader.follow("Masukkan ke daftar saya")
    reader.follow("Daftar saya (1)")
    assert "Genji monogatari 源氏物語" in reader.hit("Genji monogatari")


def test_music_without_words_is_in_no_language(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("court gamelan pura paku alaman")
    hit = reader.hit("Java : court gamelan from the Pura Paku Alaman, Jogyakarta")
    assert "New York : Nonesuch, 1971 Audio recording Nusantara Demo Library" in hit
