"""Words by which two titles are told apart, or come together, across spellings, scripts and what lies beside a book."""

import pytest
from msgspec.structs import replace

from discovery.catalog.contributor import Contributor
from discovery.catalog.publication import Publication
from discovery.catalog.record import Description, VariantTitle
from indexer.match.drawn_features import features_of
from indexer.match.keys import keys_of
from indexer.match.own_words import all_words
from indexer.match.work import work_id
from tests.indexer.match.descriptions import described, of, verdict_on


def serial(title: str, published: Publication, *, body: str = "", edition: str = "") -> Description:
    entered = (Contributor(body, body, primary=True, kind="organisation"),) if body else ()
    return described(title, type="serial", extent="", edition=edition, publication=published, contributors=entered)


def from_jakarta(publisher: str, date: str = "1990", last: int | None = None, place: str = "Jakarta") -> Publication:
    return Publication(place, publisher, date, int(date[:4]), last)


def film(extent: str) -> Description:
    return described("Laskar pelangi", author="Riza, Riri", type="video", carrier="other", extent=extent)


def recording(extent: str) -> Description:
    return described("Badai pasti berlalu", author="Djarot, Eros", type="audio", carrier="other", extent=extent)


def score_of(publisher: str, extent: str = "1 score (32 p.)") -> Description:
    return described("Sonata", subtitle="piano", publisher=publisher, type="score", extent=extent)


def japanese(title: str, author: str, *, original: str = "", of_author: str = "", publisher: str) -> Description:
    description = described(title, original=original, extent="500 p.", languages=("ja",))
    return replace(
        description,
        contributors=(Contributor(author, author, original=of_author, primary=True),),
        publication=Publication("", publisher, "1938", 1938),
    )


ISBN = "9789799731234"
SAME = {
    "an edition in the title, and where it belongs": (
        described("Manajemen pemasaran edisi ketiga belas", extent=""),
        described("Manajemen pemasaran", edition="Ed. 13", extent=""),
    ),
    "an edition in the title before the volume": (
        described("Metalurgi mekanik edisi ketiga, jilid 2", extent=""),
        described("Metalurgi mekanik", parts=("Jilid 2",), edition="Ed. 3", extent=""),
    ),
    "an edition as the subtitle": (
        described("Physical science", subtitle="Seventh Edition", extent=""),
        described("Physical science", edition="7th ed.", extent=""),
    ),
    "a textbook that holds exercises": (
        described("Kostenrechnung im Betrieb", extent=""),
        described("Kostenrechnung im Betrieb", subtitle="mit Übungen und Lösungen", extent=""),
    ),
    "theory and exercises": (
        described("Fisika modern", extent=""),
        described("Fisika modern", subtitle="teori dan soal", extent=""),
    ),
    "exercises that only one names, of as many pages": (
        described("Fisika modern", extent="220 hlm."),
        described("Fisika modern", subtitle="latihan soal", extent="220 hlm."),
    ),
    "a diary that is called a journal": (
        described("Journal of a tour", extent="300 p."),
        described("Journal of a tour", subtitle="through the island of Java", extent="300 p."),
    ),
    "a serial with its publisher in the title": (
        described("Kajian perdagangan Bank Indonesia", author="Bank Indonesia", type="serial", extent=""),
        described("Kajian perdagangan", author="Bank Indonesia", type="serial", extent=""),
    ),
    "a serial of a faculty, and of the same one by its initials": (
        serial("Jurnal hukum", from_jakarta("Fakultas Hukum Universitas Indonesia")),
        serial("Jurnal hukum", from_jakarta("Fakultas Hukum UI")),
    ),
    "a serial of a ministry that is called otherwise now": (
        serial("Buletin kesehatan", from_jakarta("Departemen Kesehatan RI")),
        serial("Buletin kesehatan", from_jakarta("Kementerian Kesehatan Republik Indonesia")),
    ),
    "a serial of an office with those that it is under": (
        serial(
            "Census bulletin", from_jakarta("U.S. Dept. of Commerce, Bureau of the Census; sold by the U.S. G.P.O.")
        ),
        serial("Census bulletin", from_jakarta("U.S. Census Bureau")),
    ),
    "a newspaper from its first issue, and from the first that a library has": (
        serial("Kompas", from_jakarta("Kompas Media Nusantara", "1965-")),
        serial("Kompas", from_jakarta("PT Kompas Media Nusantara", "1970-")),
    ),
    "a serial in two spellings, from two years": (
        serial("Madjalah kedokteran Indonesia", from_jakarta("Ikatan Dokter Indonesia", "1950-")),
        serial("Majalah kedokteran Indonesia", from_jakarta("Ikatan Dokter Indonesia", "1952-")),
    ),
    "a film on what is only called a disc": (film("1 videodisc (125 min.)"), film("1 DVD (125 min.)")),
    "a recording on what is only called a disc": (recording("1 cakram audio"), recording("1 CD")),
    "a score of a publisher in two forms": (score_of("Schott"), score_of("B. Schott's Söhne")),
    "romanised with its own script, and in that alone": (
        japanese(
            "Wagahai wa neko de aru",
            "Natsume, Sōseki",
            original="吾輩は猫である",
            of_author="夏目漱石",
            publisher="Iwanami",
        ),
        japanese("吾輩は猫である", "夏目漱石", publisher="岩波書店"),
    ),
    "romanised with its own script, and in that alone under a name in Latin letters": (
        japanese("Wagahai wa neko de aru", "Natsume, Sōseki", original="吾輩は猫である", publisher="Iwanami"),
        japanese("吾輩は猫である", "夏目漱石", publisher="岩波書店"),
    ),
    "Van Ophuijsen's spelling": (
        described("Siti Noerbaja", author="Roesli, Marah"),
        described("Siti Nurbaya", author="Rusli, Marah"),
    ),
    "a number in letters": (described("Seratus tahun kesunyian"), described("100 tahun kesunyian")),
    "a number in letters, in the title that the other has beside its own": (
        described("Negeri lima menara"),
        described("The land of five towers", variants=(VariantTitle("Negeri lima menara", "parallel"),)),
    ),
    "a number of several words": (
        described("Kisah 25 nabi dan rasul", extent=""),
        described("Kisah dua puluh lima nabi dan rasul", extent=""),
    ),
    "a volume in Roman figures": (
        described("Sejarah nasional Indonesia jilid 2", extent=""),
        described("Sejarah nasional Indonesia. Jilid II", extent=""),
    ),
    "a class in letters and in Roman figures": (
        described("Matematika untuk SMA kelas sebelas", extent=""),
        described("Matematika untuk SMA kelas XI", extent=""),
    ),
    "all volumes together": (
        described("Sejarah nasional Indonesia", extent="6 jilid"),
        described("Sejarah nasional Indonesia jilid I-VI", extent="6 jilid"),
    ),
    "a volume's number at the end of its title, or as its part": (
        described("Fisika dasar 2", extent=""),
        described("Fisika dasar", parts=("Jilid 2",), extent=""),
    ),
    "a comic's volume, with a word before its number and without": (
        described("Naruto 5", extent=""),
        described("NARUTO jilid 05", extent=""),
    ),
    "a comic's volume in its title, and as its part": (
        described("Naruto no. 5", extent=""),
        described("Naruto", parts=("Vol. 5",), extent=""),
    ),
    "a comic's volume in its title, and after it": (
        described("Naruto IV", extent=""),
        described("Naruto", subtitle="volume 4", extent=""),
    ),
    "a class and its half-year, of which one counts without a word": (
        described("Matematika kelas VIII semester 1", extent=""),
        described("Matematika 8 semester 1", extent=""),
    ),
    "a textbook whose title one cataloguer cut short, with all the rest alike": (
        described("Fisika untuk universitas"),
        described("Fisika"),
    ),
    "a title cut short that is no subject's": (
        described("Kafepedia A-Z tentang bisnis kafe", isbn=ISBN, extent=""),
        described("Kafepedia", isbn=ISBN, extent=""),
    ),
    "abbreviations that another cataloguer wrote out": (
        described("IPA SD kelas IV", extent=""),
        described("Ilmu Pengetahuan Alam SD kelas 4", extent=""),
    ),
    "an abbreviation inside a title": (
        described("Manajemen SDM", extent=""),
        described("Manajemen sumber daya manusia", extent=""),
    ),
    "a level that is a subtitle to one": (
        described("Akuntansi keuangan lanjutan", extent=""),
        described("Akuntansi keuangan", subtitle="lanjutan", extent=""),
    ),
    "words written together and apart, where nothing tells the pages": (
        described("Manajemen sumber daya manusia", extent=""),
        described("Manajemen sumberdaya manusia", extent=""),
    ),
    "a word that tells nothing among the first": (
        described("Matematika SMP/MTs kelas VII", extent=""),
        described("Matematika untuk SMP/MTs kelas 7", extent=""),
    ),
    "a title that another cataloguer gave in full": (
        described("Dilan 1990", extent=""),
        described("Dilan", subtitle="dia adalah Dilanku tahun 1990", extent=""),
    ),
    "a number that one cataloguer left out, with all the rest alike": (
        described("Fisika dasar 1"),
        described("Fisika dasar"),
    ),
    "a number and what it counts, together and apart": (
        described("5 cm", author="Dhirgantoro, Donny", extent=""),
        described("5cm", author="Donny Dhirgantoro", extent=""),
    ),
    "the Qur'an with its article and without": (
        described("Tafsir Alquran", extent=""),
        described("Tafsir al-Qur'an", extent=""),
    ),
    "Soewandi's spelling": (
        described("Tjerita rakjat", author="Hamka", extent=""),
        described("Cerita rakyat", author="Hamka", extent=""),
    ),
    "a name transcribed by another rule": (
        described("Anna Karenina", author="Tolstoy, Leo"),
        described("Anna Karenina", author="Tolstoj, Lev Nikolaevič"),
    ),
    "an Arabic volume's number": (
        described("صحيح البخاري", parts=("المجلد الثاني",)),
        described("صحيح البخاري", parts=("ج ٢",)),
    ),
}
APART = {
    "serials of two universities": (
        serial("Jurnal hukum", from_jakarta("Fakultas Hukum Universitas Indonesia")),
        serial("Jurnal hukum", from_jakarta("Fakultas Hukum Universitas Diponegoro")),
    ),
    "serials of two universities, of which one has a word more": (
        serial("Jurnal hukum", from_jakarta("Universitas Indonesia"), body="Universitas Indonesia"),
        serial("Jurnal hukum", from_jakarta("Universitas Islam Indonesia"), body="Universitas Islam Indonesia"),
    ),
    "serials of an office in two provinces": (
        serial("Berita resmi statistik", from_jakarta("BPS Provinsi Jawa Timur")),
        serial("Berita resmi statistik", from_jakarta("BPS Provinsi Jawa Barat")),
    ),
    "a serial's editions for two provinces": (
        serial("Warta desa", from_jakarta("Kementerian Desa"), edition="Edisi Aceh"),
        serial("Warta desa", from_jakarta("Kementerian Desa"), edition="Edisi Papua"),
    ),
    "a serial that ended, and one that began later": (
        serial("Bintang Timur", from_jakarta("Bintang Timur", "1926-1942", 1942)),
        serial("Bintang Timur", from_jakarta("Bintang Timur", "1953-")),
    ),
    "serials of one name in two cities": (
        serial("Suara rakyat", from_jakarta("Suara Rakyat", "1950-")),
        serial("Suara rakyat", from_jakarta("Suara Rakyat", "1957-", place="Medan")),
    ),
    "a film on a DVD and on a VCD": (film("1 DVD (125 min.)"), film("2 VCD (125 min.)")),
    "a film on a DVD and on a Blu-ray disc": (film("1 videodisc (DVD)"), film("1 Blu-ray disc")),
    "a recording on a disc and on a cassette": (recording("1 cakram audio"), recording("1 kaset audio")),
    "a recording on a long-playing record and on a compact disc, by their size": (
        recording("1 audio disc ; 12 in."),
        recording("1 audio disc ; 4 3/4 in."),
    ),
    "a score by two publishers": (score_of("Schott"), score_of("Bärenreiter")),
    "a set in a box and its book": (
        described("Belajar membaca", extent="1 paket (1 buku, 2 kaset)"),
        described("Belajar membaca", extent="40 hlm."),
    ),
    "two editions that lists have in the title": (
        described("Business forecasting 8th edition", extent=""),
        described("Business forecasting", edition="Ed. 9", extent=""),
    ),
    "two issues of a periodical that calls them editions": (
        described("Buletin permukiman edisi 3", issn="23380001", extent=""),
        described("Buletin permukiman edisi 4", issn="23380001", extent=""),
    ),
    "a book, and another on its first edition": (
        described("Don Quixote", author="Cervantes", extent=""),
        described("Don Quixote: a history of the first edition", author="Cervantes", year=1984, extent=""),
    ),
    "a textbook and its exercises": (
        described("Hukum pajak", extent=""),
        described("Hukum pajak", subtitle="latihan soal", extent=""),
    ),
    "reports of a court, and their index": (
        described("Yurisprudensi pajak 2000", extent="211 p."),
        described("Yurisprudensi pajak", subtitle="Register 1991-2000", extent="150 p."),
    ),
    "a textbook and its exercises under the set's ISBN": (
        described("Steuern Schweiz", isbn=ISBN, extent="1037 p."),
        described("Steuern Schweiz", subtitle="Übungen", isbn=ISBN, extent="383 p."),
    ),
    "an issue among the books, and another of which the theme is told": (
        described("Jurnal konstitusi", extent=""),
        described("Jurnal konstitusi", subtitle="pemilihan umum", extent=""),
    ),
    "two serials of one office": (
        described("Labor productivity", type="serial", extent="volumes"),
        described("Labor productivity in mining", type="serial", extent="volumes"),
    ),
    "the two halves of one number": (
        described("Hukum pajak internasional", subtitle="Vol. LXVIa (1981)", extent=""),
        described("Hukum pajak internasional", subtitle="Vol. LXVIb (1981)", extent=""),
    ),
    "two years' halves": (
        described("Aktuelle juristische Praxis 2015 A", extent=""),
        described("Aktuelle juristische Praxis 2015 B", extent=""),
    ),
    "two parcels of a course, of which one is called by an article": (
        described("Bahasa Inggris Paket A", extent=""),
        described("Bahasa Inggris Paket B", extent=""),
    ),
    "romanised titles of which a short word is another in its own script": (
        described(
            "al-Imām al-Hādī, qudwah wa-uswah",
            original="الإمام الهادي، قدوة وأسوة",
            languages=("ar",),
            extent="71 p.",
        ),
        described(
            "al-Imām al-Riḍā, qudwah wa-uswah",
            original="الإمام الرضا، قدوة وأسوة",
            languages=("ar",),
            extent="72 p.",
        ),
    ),
    "a dictionary the other way round": (
        described("Kamus Inggris-Indonesia", author="Echols, John M."),
        described("Kamus Indonesia-Inggris", author="Echols, John M."),
    ),
    "a sequel and the first": (
        described("Ketika cinta bertasbih", extent="477 hlm."),
        described("Ketika cinta bertasbih 2", extent="411 hlm."),
    ),
    "a set and a volume that is told in its title": (
        described("Sejarah nasional Indonesia", extent=""),
        described("Sejarah nasional Indonesia. Jilid 2", extent=""),
    ),
    "volumes of a comic, one in its title and one as its part": (
        described("Naruto 5", extent=""),
        described("Naruto", parts=("Vol. 6",), extent=""),
    ),
    "a comic and one of its volumes": (described("Naruto", extent=""), described("Naruto jilid 5", extent="")),
    "a class and one of its half-years": (
        described("Matematika kelas 8", extent=""),
        described("Matematika kelas 8 semester 1", extent=""),
    ),
    "a subject and a class and half-year of it": (
        described("Matematika", extent=""),
        described("Matematika kelas 8 semester 1", extent=""),
    ),
    "years of a yearbook": (
        described("Statistik Indonesia 1998", year=1999, extent=""),
        described("Statistik Indonesia no. 1999", year=1999, extent=""),
    ),
    "a course and the one after it": (
        described("Akuntansi keuangan 1", extent=""),
        described("Akuntansi keuangan lanjutan 1", extent=""),
    ),
    "a subject and a part of it": (described("Hukum", extent=""), described("Hukum pidana", extent="")),
    "a subject of two words and a part of it": (
        described("Kimia dasar", extent="300 hlm."),
        described("Kimia dasar untuk perawat", extent=""),
    ),
    "a book and its second, in letters": (
        described("Ronggeng dukuh paruk", extent=""),
        described("Ronggeng dukuh paruk, buku kedua", extent=""),
    ),
    "a textbook and that of one class": (
        described("Matematika untuk SMP", extent=""),
        described("Matematika untuk SMP kelas 8 semester 1", extent=""),
    ),
    "words that look alike": (
        described("Pengantar ekonomi mikro", extent=""),
        described("Pengantar ekonomi makro", extent=""),
    ),
    "words that look alike in long titles": (
        described("Metode penelitian kuantitatif dalam pendidikan", extent=""),
        described("Metode penelitian kualitatif dalam pendidikan", extent=""),
    ),
    "numbers of which one is a part of the other": (
        described("Kumpulan soal nomor satu", extent=""),
        described("Kumpulan soal nomor sebelas", extent=""),
    ),
    "a word of its own in each, among many that are alike": (
        described("Kumpulan soal dan jawaban kimia", extent=""),
        described("Kumpulan soal dan jawaban matematika dasar", extent=""),
    ),
    "a teacher's book": (
        described("English for Indonesian schools", extent="120 p."),
        described("English for Indonesian schools. Teacher's book", extent="80 p."),
    ),
    "a supplement": (
        described("Kamus Jawa Kuna Indonesia", extent="1500 hlm."),
        described("Kamus Jawa Kuna Indonesia. Suplemen", extent="100 hlm."),
    ),
    "other numbers in letters": (described("Dua dunia"), described("Tiga dunia")),
    "two reports of one body, of which one speaks of teachers": (
        described("Textbooks in the West Bank", subtitle="how reports had gaps before funding ended"),
        described("Reserve officers' training corps", subtitle="teachers and their recruitment and pay in schools"),
    ),
    "a teacher's book in German": (
        described("Deutsch als Fremdsprache", extent="220 S."),
        described("Deutsch als Fremdsprache. Lehrerhandbuch", extent="120 S."),
    ),
    "a law and its bill": (
        described("Undang-undang republik Indonesia tentang perpustakaan", extent=""),
        described("Rancangan undang-undang republik Indonesia tentang perpustakaan", extent=""),
    ),
    "a statement and its draft": (
        described("Environmental impact statement, Bow Lake dam", extent=""),
        described("Draft environmental impact statement, Bow Lake dam", extent=""),
    ),
    "towns of one county, one of which it is called by": (
        described("Flood insurance study", subtitle="town of Addison, Vermont, Addison County", extent="14 p."),
        described("Flood insurance study", subtitle="town of Waltham, Vermont, Addison County", extent="12 p."),
    ),
    "two kinds of school, told by a word that is a number too": (
        described("Fisika untuk SMP kelas 1", extent=""),
        described("Fisika untuk SMA kelas 1", extent=""),
    ),
    "two towns, one to the north of the other": (
        described("Flood insurance study", subtitle="town of North Hampton", extent="23 p."),
        described("Flood insurance study", subtitle="town of Hampton", extent="22 p."),
    ),
    "a district and the one to its west": (
        described("Kabupaten Bandung dalam angka 2019", extent=""),
        described("Kabupaten Bandung Barat dalam angka 2019", extent=""),
    ),
    "other lengths": (described("5cm", extent=""), described("6 cm", extent="")),
    "maps of two scales": (
        described("Peta Jawa Barat", subtitle="skala 1:250.000", type="map", extent="1 peta"),
        described("Peta Jawa Barat", subtitle="skala 1:50.000", type="map", extent="1 peta"),
    ),
    "two languages of a letter each": (
        described("Pemrograman C", extent=""),
        described("Pemrograman C++", extent=""),
    ),
    "exercises with their answers and without": (
        described("English grammar in use", subtitle="with answers", extent=""),
        described("English grammar in use", subtitle="without answers", extent=""),
    ),
    "another book in that script": (
        japanese("Wagahai wa neko de aru", "Natsume, Sōseki", original="吾輩は猫である", publisher="Iwanami"),
        japanese("坊っちゃん", "夏目漱石", publisher="岩波書店"),
    ),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_one_book_in_other_words_is_one(one: Description, other: Description) -> None:
    assert verdict_on(of(one, "ui"), of(other, "itb")).same
    assert not set(keys_of(features_of(of(one)))).isdisjoint(keys_of(features_of(of(other))))


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_two_books_in_nearly_the_same_words_stay_two(one: Description, other: Description) -> None:
    assert not verdict_on(of(one, "ui"), of(other, "itb")).same


def test_a_number_of_several_words_is_one_wherever_it_stands() -> None:
    features = features_of(
        of(described("Dua puluh lima nabi", subtitle="tiga belas kisah", stated="oleh dua belas penulis"))
    )
    assert {"25", "13", "12"} <= all_words(features)


MINISTRY = Contributor("Indonesia. Departemen Agama", "Departemen Agama", kind="organisation", primary=True)
WORKS = {
    "a name in direct order, as spreadsheets have it": (
        described("Laskar pelangi", author="Hirata, Andrea"),
        described("Laskar pelangi", author="Andrea Hirata"),
        True,
    ),
    "a name with its degrees": (
        described("Hukum adat", author="Prof. Dr. Soepomo, S.H."),
        described("Hukum adat", author="Soepomo"),
        True,
    ),
    "another word for the volume": (described(parts=("Jilid 1",)), described(parts=("Jil. 1",)), True),
    "another volume": (described(parts=("Jilid 1",)), described(parts=("Jilid 2",)), False),
    "a uniform title without an author": (
        described("The Koran", author="", publisher="Penguin", uniform="Qurʼan. English"),
        described("Al-Qur'an", author="", publisher="Toha Putra", uniform="Qurʼan"),
        True,
    ),
    "the uniform title of older rules": (
        described("The Koran", author="", publisher="Penguin", uniform="Koran. English"),
        described("القرآن الكريم", author="", publisher="مجمع الملك فهد", uniform="القرآن"),
        True,
    ),
    "a newspaper that is called so": (
        described("Koran Tempo", author="", publisher="Tempo", uniform="Koran Tempo (Jakarta)"),
        described("Al-Qur'an", author="", publisher="Tempo", uniform="Qurʼan"),
        False,
    ),
    "the Qur'an under a ministry, and under its publisher": (
        described("Al-Qur'an dan terjemahannya", contributors=(MINISTRY,), publisher="Depag"),
        described("Alquran dan terjemahnya", author="", publisher="Toha Putra"),
        True,
    ),
    "a part of the Qur'an, and a book about it": (
        described("Al-Qur'an dan sains", author="", publisher="Depag"),
        described("Al-Qur'an dan terjemahannya", author="", publisher="Depag"),
        False,
    ),
    "Soewandi's spelling, and that of 1972": (
        described("Sedjarah tjerita rakjat", author="Hamka"),
        described("Sejarah cerita rakyat", author="Hamka"),
        True,
    ),
    "a name in the old spelling, in a title of today": (
        described("Perjalanan Soeharto", author="Hamka"),
        described("Perjalanan Suharto", author="Hamka"),
        True,
    ),
    "a number and what it counts, together and apart": (
        described("5 cm", author="Dhirgantoro, Donny"),
        described("5cm.", author="Dhirgantoro, Donny"),
        True,
    ),
    "no author, and other publishers": (
        described("Kumpulan doa", author="", publisher="Karya Ilmu"),
        described("Kumpulan doa", author="", publisher="Mitra Umat"),
        False,
    ),
    "another person of that surname": (
        described("Sejarah", author="Pramoedya Ananta Toer"),
        described("Sejarah", author="Toer, Soesilo"),
        False,
    ),
}


@pytest.mark.parametrize(("one", "other", "is_one"), WORKS.values(), ids=WORKS)
def test_editions_meet_in_their_work(one: Description, other: Description, is_one: bool) -> None:
    assert (work_id(one, "aaaaaaaaaaaaa") == work_id(other, "bbbbbbbbbbbbb")) is is_one
