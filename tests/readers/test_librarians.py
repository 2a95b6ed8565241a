"""Reference librarians and cataloguers: fields, lists of headings, other vocabularies, holdings, the records behind."""

from tests.readers.conftest import Arrive


def test_author_and_subject_but_not_a_word_and_the_form_reads_it_back(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.follow("Advanced search")
    reader.choose("Where to look for row 1", "Author")
    reader.fill("Words of row 1", "geertz")
    reader.choose("Where to look for row 2", "Subject")
    reader.fill("Words of row 2", "java")
    reader.choose("How row 3 joins the rows before", "but not")
    reader.fill("Words of row 3", "religion")
    reader.press("Search", within="Advanced search")
    assert "Agricultural involution : the process of ecological change in Indonesia" in reader.titles
    assert "The religion of Java" not in reader.titles
    reader.follow("Advanced search")
    assert [reader.filled(f"Words of row {row}") for row in (1, 2, 3, 4)] == ["geertz", "java", "religion", ""]
    assert reader.chosen("How row 3 joins the rows before") == "but not"


def test_more_rows_keep_what_was_typed(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.follow("Advanced search")
    reader.fill("Words of row 1", "wayang")
    reader.press("More rows")
    assert (reader.filled("Words of row 1"), reader.filled("Words of row 6")) == ("wayang", "")


def test_tajuk_subjek_dijelajahi_dari_suatu_tempat_dalam_daftar(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.follow("Subjek A–Z")
    reader.fill("Mulai dari", "nasionalisme")
    reader.press("Buka")
    reader.follow("Nasionalisme — Indonesia")
    assert "Imagined communities : komunitas-komunitas terbayang" in reader.titles


def test_the_same_subject_in_other_vocabularies(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("nasionalisme", field="Subject")
    narrow = set(reader.titles)
    reader.follow("Include: Nationalism")
    assert narrow <= set(reader.titles)
    assert "Leave out: Nationalism" in reader.text


def test_who_has_which_years_of_a_periodical(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("prisma")
    reader.follow("Prisma")
    lines = reader.lines("Who holds which years")
    assert "Kembang Demo Public Library 1980–1995 1980-1995, tidak lengkap – –" in lines
    assert "Merapi Demo University Library 1971–1998 v.1-27 (1971-1998) – –" in lines


def test_semua_terbitan_berkala_di_satu_perpustakaan(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.search("prisma")
    reader.follow("Prisma")
    reader.follow("Katalog induk terbitan berkala")
    reader.choose("Perpustakaan", "Perpustakaan Akademi Seni Contoh Widya (5)")
    reader.press("Tampilkan")
    reader.follow("Horison : madjalah sastra")
    assert any(
        line.startswith("Perpustakaan Akademi Seni Contoh Widya") for line in reader.lines("Siapa memiliki tahun mana")
    )


def test_what_continues_a_periodical(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("indonesia circle")
    reader.follow("Indonesia circle")
    reader.follow("Indonesia and the Malay world", within="Description")
    reader.follow("Indonesia and the Malay world")
    assert reader.facts["Continues"] == ["Indonesia circle"]


def test_why_three_libraries_records_are_one(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("prisma")
    reader.follow("Prisma")
    reader.unfold("Where this description comes from")
    reader.follow("Why are these one record?")
    assert reader.lines("The libraries' own records")[0] == (
        "Nusantara Demo Library, record nus2210041329 Prisma Jakarta : LP3ES, 1971-"
    )
    assert "+6.0 They share a standard number: issn 0301-6269" in reader.part("Compared two by two")


def test_what_one_library_has_written_of_it_in_marc(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("prisma")
    reader.follow("Prisma")
    reader.follow("MARC fields", within="Take it with you")
    reader.follow("Merapi Demo University Library")
    assert "245 00 Title statement $a Prisma" in reader.text
    assert "001 Control number mrp2210041329" in reader.text
    assert '<controlfield tag="001">mrp2210041329' in reader.take("MARCXML").text


def test_along_the_shelf_from_a_class_number(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.follow("Along the shelf")
    reader.fill("Begin at", "2X4")
    reader.press("Go")
    reader.follow("2X4 IBN s")
    assert reader.titles == ["Safinat al-najah"]


def test_who_is_strong_in_a_subject(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("wayang", field="Subject")
    reader.follow("Whom to ask")
    assert reader.heading == "Libraries strong in “wayang”"
    assert "Ask: layanan@widya.perpustakaan.example" in reader.text


def test_how_a_query_with_fields_was_understood(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.search("pengarang:geertz subjek:jawa tahun:1960-1979")
    assert "Dipahami sebagai: pengarang: geertz DAN subjek: jawa DAN tahun: 1960-1979" in reader.text
    assert "The religion of Java" in reader.titles


def test_a_truncated_word_and_a_phrase(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search('"theatre state" OR nasionalis*')
    assert "Negara : the theatre state in nineteenth-century Bali" in reader.titles
    assert "Nasionalisme dan revolusi di Indonesia" in reader.titles


def test_a_dutch_book_is_found_by_its_indonesian_subject(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.search("perkebunan", field="Subjek")
    reader.follow("Sertakan semuanya")
    assert "Dipahami sebagai: subjek: perkebunan ATAU subjek: Plantages ATAU subjek: Plantations" in reader.text
    assert {"Rubber : roman uit Deli", "Heren van de thee"} <= set(reader.titles)


def test_why_the_results_stand_in_this_order(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.search("gamelan")
    reader.follow("Why this order?")
    reader.unfold("Why it ranks here", beside="Bothekan karawitan. I")
    assert reader.hit("Bothekan karawitan. I").endswith(
        "Why it ranks here Exactly what was asked for: subject. “gamelan”: subject. More than one library has it."
    )
    reader.follow("Hide why this order")
    assert "Why it ranks here" not in reader.text


def test_satu_pengarang_bagaimanapun_namanya_ditulis(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.follow("Pengarang A–Z")
    reader.fill("Mulai dari", "ibnu rusyd")
    reader.press("Buka")
    reader.follow("Averroës", beside="Ibnu Rusyd")
    reader.follow("Averroës", beside="Averroës 2")
    assert {"Tahāfut al-tahāfut", "Bidāyat al-mujtahid wa-nihāyat al-muqtaṣid"} <= set(reader.titles)


def test_a_subject_leads_to_its_neighbours(arrive: Arrive) -> None:
    reader = arrive("en")
    reader.follow("Subjects from A to Z")
    reader.fill("Begin at", "sufisme")
    reader.press("Go")
    reader.follow("Tasawuf", beside="Sufisme")
    assert reader.heading == "Subjects from A to Z"
    reader.follow("Tasawuf", beside="see also")
    assert "Iḥyāʾ ʿulūm al-dīn" in reader.titles
    reader.follow("Browse")
    reader.follow("Subjects from A to Z")
    reader.fill("Begin at", "wayang")
    reader.press("Go")
    assert "Wayang 8 see also Gamelan Tari" in reader.text


def test_a_name_that_no_catalogue_prints_finds_its_books(arrive: Arrive) -> None:
    reader = arrive("id")
    reader.search("bung karno", field="Pengarang")
    assert "Sarinah : kewajiban wanita dalam perjuangan Republik Indonesia" in reader.titles
