"""A search in one spelling finds the other, on every engine, and other words stay apart."""

from collections.abc import Iterator

import pytest

from discovery.search.engine import SearchEngine
from discovery.search.indexing import index_document
from discovery.search.parse import parse
from discovery.search.query import Scope
from discovery.search.scoring import score
from tests.contract.builders import found
from tests.contract.conftest import OpenIndex
from tests.contract.test_languages import union

UNIONS = (
    union("old", "id", "Sedjarah pergerakan rakjat di Soerabaja", "Soekarno"),
    union("new", "id", "Sejarah pergerakan rakyat di Surabaya", "Sukarno"),
    union("king", "id", "Raja dan jasa"),
    union("great", "id", "Raya dan yasa"),
    union("books", "id", "Buku2 untuk anak"),
    union("malay", "ms", "Filem dan universiti"),
    union("poet", "en", "The poet does major choices", "Poet, Andrew"),
    union("put", "en", "Put dus mayor khoices"),
    union("quran", "id", "Al-Qur'an dan tafsirnya"),
    union("alquran", "en", "Understanding the Alquran"),
    union("ghazali", "en", "Deliverance from error", "al-Ghazālī"),
    union("ghazali2", "en", "Letters to a disciple", "Ghazali"),
    union("ghazali3", "en", "The alchemy of happiness", "Alghazali"),
    union("biography", "en", "Soekarno and Djakarta"),
    union("arabic", "ar", "تهافت الفلاسفة", "الغزالي"),
    union("arabic2", "ar", "كتاب الفلسفة", "غزالي"),
    union("din", "de", "Der Erretter aus dem Irrtum des Ġazālī", "al-Ġazālī"),
    union("revival", "ar", "Iḥyāʾ ʻulūm al-dīn", "Zabīdī, ʻAbd al-Raḥmān"),
    union("revival2", "id", "Ihya Ulumuddin", "Abdurrahman Zaid"),
    union("brother", "ar", "ʻAbd Allāh"),
    union("alone", "en", "Alone at last", "One, Ann"),
    union("umlaut", "de", "Das Müllersche Haus", "Müller, Jörg"),
    union("written", "en", "The Mueller report", "Mueller, Joerg"),
    union("bare", "en", "Flour and mills", "Muller, Jorg"),
    union("blue", "en", "Blu"),
    union("due", "fr", "L’avare du village"),
    union("dutch", "nl", "Beschryving van de vryheid", "Nijhoff, M."),
    union("dutch2", "nl", "Beschrijving van de vrijheid", "Nyhoff, M."),
    union("taipei", "zh", "臺灣圖書館學史"),
    union("beijing", "zh", "台湾图书馆学史"),
    union("kana", "ja", "ガイドブック"),
    union("culture", "en", "Kebudayaan : a yearbook"),
    union("culture2", "en", "Kebudajaan : an older yearbook"),
    union("lessons", "id", "Pelajaran memasak"),
    union("congress", "ar", "المؤتمر الأول"),
    union("affairs", "ar", "الشئون الدينية"),
    union("affairs2", "ar", "شؤون الأسرة"),
    union("wells", "ar", "بؤر الزيت"),
    union("well", "ar", "بئر الماء"),
    union("hatta", "id", "Untuk negeriku", "Hatta, Mohammad"),
    union("hatta2", "id", "Demokrasi kita", "Moh. Hatta"),
    union("hatta3", "id", "Muhammad Hatta : bapak koperasi"),
    union("achmad", "id", "Kesadaran nasional", "Achmad Subardjo"),
    union("caliph", "ar", "Tārīkh ʻUmar ibn al-Khaṭṭāb"),
    union("war", "en", "World War II in the Pacific"),
    union("war2", "en", "World war 2"),
    union("war1", "id", "Sejarah Perang Dunia I"),
    union("robot", "en", "I, robot and five minds"),
    union("hyphens", "id", "Perpus\u00adtakaan seka\u200blangan"),
)
FOUND: dict[str, tuple[str, Scope, str]] = {
    "old spelling typed": ("soerabaja", "all", "old new"),
    "new spelling typed": ("surabaya", "all", "old new"),
    "spelling of 1947": ("sedjarah surabaja", "all", "old new"),
    "a name in an English title": ("sukarno jakarta", "title", "biography"),
    "list and rule": ("sejarah rakyat", "all", "old new"),
    "a name in old spelling": ("soekarno", "author", "old new"),
    "a name in new spelling": ("sukarno", "all", "old new biography"),
    "j and y of today": ("raja", "all", "king"),
    "y and j of today": ("raya", "all", "great"),
    "reduplication with 2": ("buku-buku anak", "all", "books"),
    "Malay by an Indonesian spelling": ("film universitas", "all", "malay"),
    "oe in English": ("put", "all", "put"),
    "oe in English, the other way": ("poet", "all", "poet"),
    "j and ch in English": ("major choices", "all", "poet"),
    "article parted": ("al quran", "all", "quran alquran"),
    "article joined": ("alquran", "all", "quran alquran"),
    "no article": ("ghazali", "author", "ghazali ghazali2 din"),
    "article before a name": ("al-ghazali", "author", "ghazali ghazali2 ghazali3 din"),
    "a compound in one word": ("ihya ulumuddin", "title", "revival revival2"),
    "a name in one word": ("abdurrahman", "author", "revival revival2"),
    "half a name in one word": ("abdul rahman", "author", "revival"),
    "a name without an article": ("abdullah", "all", "brother"),
    "Arabic by another table": ("al-Ġazālī", "author", "din ghazali ghazali2"),
    "Arabic by this table": ("Ghazālī", "title", "din"),
    "article joined to a name": ("Alghazālī", "author", "ghazali ghazali3"),
    "no Arabic article": ("alone", "all", "alone"),
    "Arabic with article": ("الغزالي", "author", "arabic arabic2"),
    "Arabic without article": ("غزالي", "author", "arabic arabic2"),
    "umlaut": ("müller", "author", "umlaut written bare"),
    "umlaut written out": ("mueller", "author", "umlaut written bare"),
    "umlaut left out": ("muller", "author", "umlaut written bare"),
    "umlaut written out, in a title": ("muellersche", "title", "umlaut"),
    "ue that is no umlaut": ("blu", "all", "blue"),
    "French with a curly apostrophe": ("l’avare", "all", "due"),
    "French with a straight one": ("l'avare", "title", "due"),
    "French without the article": ("avare", "all", "due"),
    "Dutch y": ("vryheid", "title", "dutch dutch2"),
    "Dutch ij": ("vrijheid", "title", "dutch dutch2"),
    "a Dutch name": ("nijhoff", "author", "dutch dutch2"),
    "traditional Chinese": ("圖書館", "all", "taipei beijing"),
    "simplified Chinese": ("图书馆", "all", "taipei beijing"),
    "old j in a title that is not Indonesian": ("kebudajaan", "title", "culture culture2"),
    "new y in a title that is not Indonesian": ("kebudayaan", "title", "culture culture2"),
    "a stem on which the engines' algorithms differ": ("pelajar", "title", "lessons"),
    "hamza on another seat, and the article": ("موتمر", "title", "congress"),
    "hamza on waw": ("شؤون", "all", "affairs affairs2"),
    "hamza on ya, with the article": ("الشئون", "title", "affairs affairs2"),
    "hamza in a short word": ("بئر", "all", "well"),
    "a name by another's spelling": ("mohamad hatta", "all", "hatta hatta2 hatta3"),
    "a name abbreviated": ("Moh. Hatta", "all", "hatta hatta2 hatta3"),
    "son of, as Indonesian has it": ("Umar bin Khattab", "title", "caliph"),
    "a name with ch": ("Ahmad Subardjo", "author", "achmad"),
    "a number in digits": ("world war 2", "all", "war war2"),
    "a number in Roman numerals": ("world war II", "title", "war war2"),
    "one Roman letter by its digit": ("perang dunia 1", "all", "war1"),
    "one letter that may be a word": ("sejarah I", "title", "war1"),
    "a number alone": ("5", "all", ""),
    "a number before a word": ("1 robot", "all", ""),
    "invisible characters in a word of the index": ("kepustakaan", "all", "hyphens"),
    "invisible characters in a word of the query": ("ke\u200cpustakaan", "all", "hyphens"),
    "half-width kana": ("ｶﾞｲﾄﾞ", "all", "kana"),
}


@pytest.fixture(scope="module")
def engine(open_index: OpenIndex) -> Iterator[SearchEngine]:
    with open_index() as index:
        index.publish(*map(index_document, UNIONS))
        yield index.engine()


@pytest.mark.parametrize(("typed", "scope", "expected"), FOUND.values(), ids=FOUND.keys())
def test_one_spelling_finds_the_other_and_no_other_word(
    engine: SearchEngine, typed: str, scope: Scope, expected: str
) -> None:
    assert set(found(engine, score(parse(typed, scope)), size=100)) == set(expected.split())


@pytest.mark.parametrize(
    ("typed", "scope", "first"),
    [
        ("soerabaja", "all", "old"),
        ("surabaya", "all", "new"),
        ("sukarno", "author", "new"),
        ("mueller", "author", "written"),
        ("vryheid", "title", "dutch"),
        ("world war 2", "all", "war2"),
        ("world war ii", "all", "war"),
        ("al-quran", "all", "quran"),
    ],
)
def test_the_spelling_as_typed_comes_first(engine: SearchEngine, typed: str, scope: Scope, first: str) -> None:
    assert found(engine, score(parse(typed, scope)))[0] == first


def test_exact_words_leave_other_spellings_out(engine: SearchEngine) -> None:
    assert found(engine, score(parse('"soekarno"', "author"))) == ["old"]
