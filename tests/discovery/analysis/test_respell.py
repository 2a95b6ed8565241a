import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.analysis.respell import respell, respell_text, spellings
from discovery.analysis.stem import overrides, stem

# Of one language: words that meet, with the stem they meet at.
MEET = {
    "oe, 1947": ("id", "soekarno sukarno", "sukarno"),
    "dj, 1972": ("id", "djakarta jakarta", "jakarta"),
    "tj": ("id", "tjerita cerita", "cerita"),
    "sj": ("id", "sjarat syarat", "syarat"),
    "nj at the beginning": ("id", "njonja nyonya", "nyonya"),
    "nj that only a list tells": ("id", "banjak banyak", "banyak"),
    "nj beside dj": ("id", "mendjadi menjadi", "jadi"),
    "ch": ("id", "achir akhir", "akhir"),
    "j beside other old letters": ("id", "soerabaja tjahaja surabaya cahaya", None),
    "j alone that only a list tells": ("id", "kebudajaan kebudayaan budaya", "budaya"),
    "all at once": ("id", "perdjoeangan perdjuangan perjuangan", "juang"),
    "the clitic": ("id", "sedjarahnja sejarahnya sejarah", "sejarah"),
    "a city of many spellings": ("id", "djokjakarta jogjakarta jogja yogyakarta", "yogyakarta"),
    "a word said twice": ("id", "buku2 buku2nya buku²", "buku"),
    "spellings that are not standard": ("id", "obyek objek", "objek"),
    "Malay": ("id", "universiti universitas", "universitas"),
    "Arabic loans": ("id", "hadits hadith hadis", "hadis"),
    "the Qur'an": ("id", "alquran qur'an qur’an quran", "quran"),
    "a proclitic": ("id", "kurindukan rindu", "rindu"),
    "Dutch ij": ("nl", "vryheid vrijheid", "vrijheid"),
    "Dutch ÿ": ("nl", "ÿzer ijzer", "ijzer"),
    "who studies it": ("en", "psychologists psychologist psychologist's psychology psychological", "psycholog"),
    "whose it is": ("en", "marketing marketing's marketing’s", "marketing"),
    "French of a country": ("fr", "françaises française français france", "franc"),
    "German women": ("de", "bürgerinnen bürgerin bürger", "burg"),
    "German plurals in -eln": ("de", "inseln insel", "insel"),
    "German participles in -et": ("de", "verwaltete verwaltet verwaltung", "verwalt"),
    "borrowed words in -et": ("de", "budgets budget", "budg"),
}
# Of one language: words that stay apart.
APART = {
    "j and y of today": ("id", "raja raya saja saya jasa yasa"),
    "lesson and voyage": ("id", "pelajaran pelayaran"),
    "to net and to filter": ("id", "menjaring menyaring"),
    "to promise and to sing": ("id", "menjanjikan menyanyikan"),
    "English in Indonesian titles": ("id", "chapter choice major mayor does jobs"),
    "mosque and its misspelling": ("id", "masjid masyarakat"),
    "English": ("en", "poet put does dus major mayor choice khoice"),
    "German": ("de", "boeren buren"),
    "German words that end as participles do": ("de", "internet intern planet plan market mark"),
    "French nouns that end as adjectives do": ("fr", "chaise chair palais pal"),
}


@pytest.mark.parametrize(("language", "words", "expected"), MEET.values(), ids=MEET.keys())
def test_spellings_of_one_word_have_one_stem(language: str, words: str, expected: str | None) -> None:
    stems = {word: stem(word, language) for word in words.split()}
    if expected is None:
        assert list(stems.values()) == ["surabaya", "cahaya", "surabaya", "cahaya"]
    else:
        assert stems == dict.fromkeys(words.split(), expected)


@pytest.mark.parametrize(("language", "words"), APART.values(), ids=APART.keys())
def test_spellings_of_different_words_have_different_stems(language: str, words: str) -> None:
    assert len({stem(word, language) for word in words.split()}) == len(words.split())


@pytest.mark.parametrize(
    "word", ["belanja", "masjid", "panjang", "menjadi", "kerja", "koefisien", "makroekonomi", "poe"]
)
def test_words_of_today_keep_their_spelling(word: str) -> None:
    assert respell(word, "id") == word


def test_listed_spellings_are_in_order_and_lead_to_words_that_stay() -> None:
    listed = spellings("id")
    assert len(listed) > 300
    assert list(listed) == sorted(word.lower() for word in listed)
    assert {old: new for old, new in listed.items() if respell(new, "id") != new} == {}


@pytest.mark.parametrize("language", ["id", "en", "fr", "de"])
def test_overrides_are_words_as_they_are_respelt(language: str) -> None:
    fixed = overrides(language)
    assert fixed
    assert [word for word in fixed if respell(word, language) != word] == []


def test_languages_without_rules_lose_their_apostrophes_and_english_has_one_of_them() -> None:
    assert respell_text("o’clock o'clock qurʼan", "en") == "o'clock o'clock qur'an"
    assert respell_text("author’s djakarta été", "fr") == "authors djakarta été"
    assert dict(spellings("nl")) == {}


@given(st.lists(st.text(alphabet=st.characters(blacklist_categories=("Z", "C"))), min_size=1))
def test_respelt_text_has_as_many_words(words: list[str]) -> None:
    text = " ".join(words)
    assert respell_text(text, "id").split(" ") == [respell(word, "id") for word in words]
