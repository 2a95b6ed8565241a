import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discovery.labels.labels import make_labels
from discovery.labels.translations import LOCALES
from discovery.search.explain import TERMS, explain_query
from discovery.search.field_names import FIELD_NAMES, every_field, field_named
from discovery.search.notes import Note
from discovery.search.params import Row, SearchParams
from discovery.search.parse import parse, read_query
from discovery.search.query import (
    MAX_DEPTH,
    MAX_TERMS,
    And,
    Everything,
    Exactly,
    Not,
    Nothing,
    Number,
    Or,
    Phrase,
    Prefix,
    Query,
    Words,
    Years,
)
from discovery.search.question import ask
from discovery.search.scoring import count_terms
from tests.catalogues import SITE


def words(text: str, scope: str = "all") -> Words:
    return Words(tuple(text.split()), scope)  # type: ignore[arg-type]


UNDERSTOOD: dict[str, Query] = {
    "laskar pelangi": words("laskar pelangi"),
    "Laskar, Pelangi! / oleh Hirata ; [1].": words("Laskar Pelangi oleh Hirata 1"),
    '"laskar pelangi"': Phrase("laskar pelangi"),
    "“laskar pelangi”": Phrase("laskar pelangi"),
    '"laskar pelangi': words("laskar pelangi"),
    'sang "laskar pelangi" kecil': And((words("sang kecil"), Phrase("laskar pelangi"))),
    "laskar AND pelangi": And((words("laskar"), words("pelangi"))),
    "laskar DAN pelangi": And((words("laskar"), words("pelangi"))),
    "laskar dan pelangi": words("laskar dan pelangi"),
    "laskar pelangi ATAU bumi manusia": Or((words("laskar pelangi"), words("bumi manusia"))),
    "a OR b AND c d": Or((words("a"), And((words("b"), words("c d"))))),
    "laskar NOT film": And((words("laskar"), Not(words("film")))),
    "laskar AND NOT film": And((words("laskar"), Not(words("film")))),
    "laskar TIDAK film": And((words("laskar"), Not(words("film")))),
    "laskar BUKAN film": And((words("laskar"), Not(words("film")))),
    "laskar -film": And((words("laskar"), Not(words("film")))),
    "-film": Not(words("film")),
    "-self-help": Not(words("self help")),
    '-"the film"': Not(Phrase("the film")),
    "NOT NOT laskar": words("laskar"),
    "Indonesia - sejarah -- 1945": words("Indonesia sejarah 1945"),
    "Ekonomi Indonesia 2018 -2030: reorientasi": words("Ekonomi Indonesia 2018 2030 reorientasi"),
    "Mozart, 1756  -1791": words("Mozart 1756 1791"),
    "laskar 2005 -film": And((words("laskar 2005"), Not(words("film")))),
    "laskar -2005": And((words("laskar"), Not(words("2005")))),
    "(1945 -1949)": words("1945 1949"),
    "maʻānī al -tanzīl": words("maʻānī al tanzīl"),
    "buku-buku": words("buku buku"),
    "TO BE OR NOT TO BE": words("TO BE OR NOT TO BE"),
    "LASKAR AND PELANGI": words("LASKAR AND PELANGI"),
    "東京 AND 大学": And((words("東京"), words("大学"))),
    "AND": words("AND"),
    "this OR": words("this OR"),
    "DAN Brown novels": words("DAN Brown novels"),
    "x NOT": words("x NOT"),
    "pustaka*": Prefix("pustaka"),
    "ilmu pustak*": And((words("ilmu"), Prefix("pustak"))),
    "a*": words("a"),
    "*": Nothing("nothing-searchable"),
    "(laskar OR bumi) AND hirata": And((Or((words("laskar"), words("bumi"))), words("hirata"))),
    "((laskar)": words("laskar"),
    "laskar) pelangi (": words("laskar pelangi"),
    "author:hirata": words("hirata", "author"),
    "pengarang:hirata pelangi": And((words("pelangi"), words("hirata", "author"))),
    "Author:Hirata": words("Hirata", "author"),
    "pengarang: hirata": words("hirata", "author"),
    "laskar pengarang:  hirata": And((words("laskar"), words("hirata", "author"))),
    "judul: (laskar OR bumi)": Or((words("laskar", "title"), words("bumi", "title"))),
    "tahun: 1990-1999": Years(1990, 1999),
    "tahun:١٩٩٠-۱۹۹۹": Years(1990, 1999),
    "Sejarah Indonesia / M.C. Ricklefs. -- Yogyakarta : UGM Press, 1991. -- ISBN 979-420-187-X": Or(
        (Number("979-420-187-X"), words("Sejarah Indonesia M C Ricklefs Yogyakarta UGM Press 1991"))
    ),
    "Sejarah Indonesia oleh M.C. Ricklefs 9794201871": Or(
        (Number("9794201871"), words("Sejarah Indonesia oleh M C Ricklefs 9794201871"))
    ),
    "Sejarah Indonesia modern isbn:979-420-187-X": And((words("Sejarah Indonesia modern"), Number("979-420-187-X"))),
    "tahun: 1990 - 1999": Years(1990, 1999),
    "year:1990 -1999": Years(1990, 1999),
    "tahun:1990– 1999 laskar": And((words("laskar"), Years(1990, 1999))),
    "year:1990 - laskar": And((words("laskar"), Years(1990, 1990))),
    "bahasa: indonesia": Exactly("language", "id"),
    "library: an unquiet history": words("library an unquiet history"),
    "Language: an introduction": words("Language an introduction"),
    "author: ": words("author"),
    "tahun: dua": words("tahun dua"),
    "title：東京 author：夏目": And((words("東京", "title"), words("夏目", "author"))),
    "図書館＊": Prefix("図書館"),
    "日本史 －近世編－": words("日本史 近世編"),
    "9 789793 062792": Or((Number("9 789793 062792"), Phrase("9 789793 062792"))),
    "issn:14120331": Number("1412-0331"),
    "14120331": Or((Number("14120331"), Number("1412-0331"), words("14120331"))),
    "1412033x": Or((Number("1412033x"), words("1412033x"))),
    'judul:"laskar pelangi"': Phrase("laskar pelangi", "title"),
    "subjek:(sejarah OR ekonomi)": Or((words("sejarah", "subject"), words("ekonomi", "subject"))),
    "seri:angkasa": words("angkasa", "series"),
    "penerbit:bentang": words("bentang", "publisher"),
    "call:959.8": words("959.8", "call_number"),
    "call:QA76.9": Or((words("QA76.9", "call_number"), Phrase("QA 76.9", "call_number"))),
    'call:"QA 76.9 B45"': Or((Phrase("QA 76.9 B45", "call_number"), Phrase("QA76.9 B45", "call_number"))),
    'call:"899.221 TOE b"': Phrase("899.221 TOE b", "call_number"),
    "call:2X4.1": words("2X4.1", "call_number"),
    "title:self-help": words("self help", "title"),
    "author:A.A.": words("A A", "author"),
    "-author:hirata": Not(words("hirata", "author")),
    "year:1990-1999": Years(1990, 1999),
    "tahun:1998": Years(1998, 1998),
    "tahun:1998-": Years(1998, None),
    "year:-1945": Years(None, 1945),
    "year:(1990 OR 1992)": Or((Years(1990, 1990), Years(1992, 1992))),
    "year:unknown": words("unknown"),
    "year:(1990-1995 OR 2001)": Or((Years(1990, 1995), Years(2001, 2001))),
    "year:(1990 1992)": Or((Years(1990, 1990), Years(1992, 1992))),
    "year:(1990-1999 NOT 1995)": And((Years(1990, 1999), Not(Years(1995, 1995)))),
    "year:1990-95": Years(1990, 1995),
    "tahun:1405H": Years(1984, 1985),
    "tahun: 1405 H fikih": And((words("fikih"), Years(1984, 1985))),
    "year:1400 - 1410 AH": Years(1979, 1990),
    "السنة:١٤٠٥": Years(1984, 1985),
    "السنة: ١٤٠٥ هـ فقه": And((words("فقه"), Years(1984, 1985))),
    "tahun:1990 H. Agus Salim": And((words("H Agus Salim"), Years(1990, 1990))),
    "laskar year:-": words("laskar"),
    "language:id": Exactly("language", "id"),
    "lang:(id OR inggris)": Or((Exactly("language", "id"), Exactly("language", "en"))),
    "isbn:(979-3062-79-7 OR 9789793062792)": Or((Number("979-3062-79-7"), Number("9789793062792"))),
    "المؤلف:محفوظ": words("محفوظ", "author"),
    'المولف: محفوظ العنوان:"بين القصرين"': And((words("محفوظ", "author"), Phrase("بين القصرين", "title"))),
    "موضوع:(فقه OR تفسير)": Or((words("فقه", "subject"), words("تفسير", "subject"))),
    "اللغة:العربية": Exactly("language", "ar"),
    "المكتبة: دراسة في التاريخ": words("المكتبة دراسة في التاريخ"),
    "والسنة:1990": words("والسنة 1990"),
    "رقم الطلب:959.8": words("959.8", "call_number"),
    "nomor  panggil: 959.8": words("959.8", "call_number"),
    "Call number: a history": words("Call number a history"),
    "ردمك 979-3062-79-7": Number("979-3062-79-7"),
    "ردمد:14120331": Number("1412-0331"),
    "\u200fالمؤلف\u200f:\u2067محفوظ\u2069": words("محفوظ", "author"),
    "bahasa:Inggris": Exactly("language", "en"),
    "language:ind": Exactly("language", "id"),
    "language:klingonish": words("klingonish"),
    "perpustakaan:id-amn": Exactly("library", "id-amn"),
    "isbn:979-3062-79-7": Number("979-3062-79-7"),
    "ISBN 979-3062-79-7": Number("979-3062-79-7"),
    "issn:0378-5955": Number("0378-5955"),
    'subject:"^Islam$"': Phrase("Islam", "subject", whole=True),
    '"^Islam$" hukum': And((words("hukum"), Phrase("Islam", whole=True))),
    '"^Islam"': Phrase("^Islam"),
    '"Islam$"': Phrase("Islam$"),
    '"^ $"': Nothing("nothing-searchable"),
    "979-3062-79-7": Or((Number("979-3062-79-7"), Phrase("979-3062-79-7"))),
    "978-979-22-8064-7": Or((Number("978-979-22-8064-7"), Phrase("978-979-22-8064-7"))),
    "978 979 3062 79 2": Or((Number("978 979 3062 79 2"), Phrase("978 979 3062 79 2"))),
    "9789793062792 laskar": And((words("laskar"), Or((Number("9789793062792"), words("9789793062792"))))),
    "bumi manusia toer 9789799731234": And(
        (words("bumi manusia toer"), Or((Number("9789799731234"), words("9789799731234"))))
    ),
    "bumi manusia pramoedya toer 9789799731234": Or(
        (Number("9789799731234"), words("bumi manusia pramoedya toer 9789799731234"))
    ),
    "2001: a space odyssey": words("2001 a space odyssey"),
    "Title: a novel": words("Title a novel"),
    "title:": words("title"),
    "foo:bar": words("foo bar"),
    "http://x.id/y": words("http x id y"),
    "C++": words("C++"),
    "crime & punishment": words("crime & punishment"),
    "It": words("It"),
    "  ": Everything(),
    "": Everything(),
    '""': Nothing("nothing-searchable"),
    "- / : ;": Nothing("nothing-searchable"),
    "title:)": Nothing("nothing-searchable"),
}


@pytest.mark.parametrize(("text", "query"), UNDERSTOOD.items(), ids=UNDERSTOOD.keys())
def test_parse_understands(text: str, query: Query) -> None:
    assert parse(text) == query


def test_parse_gives_words_without_a_prefix_the_scope_of_their_row() -> None:
    assert parse('hirata "andrea" title:laskar', "author") == And(
        (words("hirata", "author"), Phrase("andrea", "author"), words("laskar", "title"))
    )


def test_parse_in_the_identifier_field_takes_everything_for_numbers() -> None:
    assert parse("978 979 3062 79 2", "identifier") == Number("978 979 3062 79 2")
    assert parse("AB-12 77", "identifier") == Or((Number("AB-12"), Number("77")))


EXPLAINED = {
    "laskar pelangi": "laskar pelangi",
    'pengarang:hirata AND judul:"laskar pelangi" -film': 'author: hirata AND title: "laskar pelangi" AND NOT film',
    "(laskar OR bumi) tahun:1990-1999": "(laskar OR bumi) AND year: 1990-1999",
    "bahasa:Inggris pustak*": "language: en AND pustak*",
    "isbn:979-3062-79-7": "number: 979-3062-79-7",
    "call:959.8": "call number: 959.8",
    "NOT (a OR b)": "NOT (a OR b)",
    "": "",
    "***": "",
}


@pytest.mark.parametrize(("text", "explained"), EXPLAINED.items())
def test_query_is_explained_in_words(text: str, explained: str) -> None:
    assert explain_query(parse(text)) == explained


@pytest.mark.parametrize("locale", LOCALES)
def test_a_field_is_explained_by_a_name_that_can_be_typed(locale: str) -> None:
    labels = make_labels(SITE, locale)
    for field in every_field():
        if field not in ("identifier", "all"):
            assert labels.sentence(TERMS[field]) in FIELD_NAMES[locale][field]


def test_no_name_means_two_fields() -> None:
    named = {(name, field) for fields in FIELD_NAMES.values() for field, names in fields.items() for name in names}
    assert len({name for name, _ in named}) == len(named)
    assert all(field_named(name.upper()) == field for name, field in named)
    assert set(FIELD_NAMES) == set(LOCALES)


UNREAD = {
    "year:199* hukum": ("no-year", "199*"),
    "year:1990..1999": ("no-year", "1990..1999"),
    'tahun:"awal abad"': ("no-year", "awal abad"),
    "year:(1990 OR 199x)": ("no-year", "199x"),
    "language:klingonish": ("no-language", "klingonish"),
}


@pytest.mark.parametrize(("text", "told"), UNREAD.items())
def test_a_value_that_its_field_cant_have_is_told(text: str, told: tuple[str, str]) -> None:
    assert read_query(text).notes == (Note(told[0], (told[1],)),)


def test_long_query_is_cut_and_says_so() -> None:
    assert read_query(f"{'kata ' * 2_000}akhir").notes == (Note("query-cut", ("10000",)),)


def test_query_of_many_words_keeps_the_longest_and_says_so() -> None:
    typed = [f"k{'a' * (number % 10)}{number}" for number in range(200)]
    reading = read_query(" ".join(typed))
    longest = set(sorted(typed, key=len, reverse=True)[:MAX_TERMS])
    assert reading.query == Words(tuple(word for word in typed if word in longest))
    assert reading.notes == (Note("words-left-out", (str(MAX_TERMS),)),)


def test_beginnings_past_the_fourth_are_whole_words_and_said() -> None:
    reading = read_query("law* kar* OR xml* law* il* (gunt* OR -dun*) gunt*")
    assert explain_query(reading.query) == "(law* AND kar*) OR (gunt AND xml* AND law* AND il* AND (gunt OR NOT dun))"
    assert reading.notes == (Note("beginnings-as-words", ("4", "gunt, dun")),)
    assert reading.prefixes == 4


def test_rows_share_the_beginnings_of_a_query() -> None:
    params = SearchParams(rows=(Row("law* kar* xml*"), Row("il* gunt*", "title"), Row("dun*", "author")))
    question = ask(params)
    expected = "law* AND kar* AND xml* AND title: gunt AND title: il* AND author: dun"
    assert explain_query(question.query) == expected
    assert [note.values for note in question.notes] == [("4", "gunt"), ("4", "dun")]


def test_parentheses_around_words_group_nothing() -> None:
    assert parse("retrieval systems (MEDLARS) abstract") == words("retrieval systems MEDLARS abstract")
    assert parse("laskar (author:hirata)") == And((words("laskar"), words("hirata", "author")))


def test_running_text_keeps_nothing_but_its_words() -> None:
    text = " ".join(f"kata{number}" for number in range(20))
    assert parse(f'{text} -so "the (end") -- 979-3062-79-7') == words(f"{text} so the end 979 3062 79 7")
    assert isinstance(parse(f'{text} akhir OR "the end"'), Or)


def test_repeated_words_stay_up_to_a_limit_without_a_note() -> None:
    assert read_query("dan " * 100).query == Words(("dan",) * 8)
    assert read_query("dan " * 100).notes == ()


def test_query_with_nothing_searchable_says_so() -> None:
    assert read_query(" *** ").notes == (Note("nothing-searchable", ("***",)),)


def test_thousand_parentheses_are_read() -> None:
    assert parse("(" * 1_000 + "laskar" + ")" * 1_000) == words("laskar")
    assert parse("(a OR " * 1_000 + "laskar" + ")" * 1_000) == Or((words("a"), words("laskar")))


PIECES = (
    *("(", ")", '"', "-", "*", ":", " ", "AND ", " OR ", "NOT ", "TIDAK ", "author:", "year:", "isbn:", "1990-", "9"),
    *("laskar", "e\u0301", "東京大学", "&", "C++", "\x00", "\u202e", "\ud800", "𝔘", "'", "979-3062-79-7", "A.A.", "\n"),
)
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=200).map("".join)


def depth_of(query: Query) -> int:
    match query:
        case And(parts=parts) | Or(parts=parts):
            return 1 + max(map(depth_of, parts))
        case Not(part=part):
            return 1 + depth_of(part)
        case _:
            return 0


@given(HOSTILE | st.text())
@settings(max_examples=300, deadline=None)
def test_parse_never_fails_and_is_bounded(text: str) -> None:
    query = parse(text)
    assert count_terms(query) <= MAX_TERMS
    assert depth_of(query) <= MAX_DEPTH
    assert isinstance(explain_query(query), str)
    assert isinstance(query, Everything) is (not text.strip())
