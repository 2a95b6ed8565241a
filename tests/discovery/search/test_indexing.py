import pytest
from msgspec.structs import replace

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding, Link
from discovery.catalog.identifiers import Identifier
from discovery.catalog.publication import Publication
from discovery.catalog.record import (
    Classification,
    Description,
    Member,
    Note,
    Relation,
    Series,
    Title,
    UnionRecord,
    VariantTitle,
)
from discovery.catalog.subject import Subdivision, Subject
from discovery.search.document import SourceCopy, decode_display
from discovery.search.fields import KEYWORD_BYTES, TEXT_FIELDS, keyword_field
from discovery.search.indexing import headings_of, index_document, words_of
from discovery.search.keyword_fields import decade, is_translation

RICH = UnionRecord(
    id="aaaaaaaaaaaaa",
    ids=("aaaaaaaaaaaaa", "bbbbbbbbbbbbb"),
    work="wwwwwwwwwwwww",
    description=Description(
        title=Title("The Café", "a guide", ("Jilid 2",), "oleh A.A. Milne ; editor Ali", 4, "مقهى", sort="cafe guide"),
        variants=(VariantTitle("Kafe"), VariantTitle("Qahwah", "parallel", "قهوة")),
        contributors=(
            Contributor("Milne, A. A.", "A. A. Milne", roles=("aut",), primary=True),
            Contributor("Ali", "Ali", roles=("edt",), work="Warung"),
        ),
        publication=Publication("Jakarta", "Bentang", "[199-?]", 1995, places=("Jakarta",), publishers=("Bentang",)),
        edition="Cet. 2",
        series=(Series("Seri kopi", "7", "0378-5955"), Series("Buletin", name="Balai")),
        identifiers=(Identifier("isbn", "9789793062792"), Identifier("doi", "10.1000/x-1")),
        languages=("en", "ms"),
        subjects=(
            Subject("Indonesia", "place", "lcsh", (Subdivision("History"), Subdivision("Java", "place"))),
            Subject("Javanese (Indonesian people)"),
        ),
        classifications=(Classification("ddc", "2X4.1"), Classification("udc", "641")),
        audience="juvenile",
        contents=("Kopi luwak",),
        abstract="Children's cafés.",
        notes=(Note("Indeks"),),
        relations=(Relation("original", "Kaffe", "Berg", (Identifier("issn", "2434-561X"),)),),
        links=(Link("https://x.example/1"),),
    ),
    members=(
        Member("aaaaaaaaaaaaa", "id-amn", "1", since="2026-11-20"),
        Member("bbbbbbbbbbbbb", "id-nus", "2", since="1970-01-03"),
    ),
    holdings=(Holding("id-amn", call_number="2X4.1 MIL c"), Holding("id-nus"), Holding("id-amn", branch="B")),
)
PROSE = "kopi luwak children's cafés indeks berg kaffe cet 2 199 1995 juvenile"


def test_index_document_holds_every_text_folded_and_the_languages_own_words() -> None:
    text = dict(index_document(RICH).text)
    stems = {name: text.pop(name) for name in sorted(text) if "_stem_" in name}
    assert text == {
        "title": "the cafe a guide jilid 2 | مقهي",
        "variant": "kafe | qahwah | قهوه | warung",
        "author": "milne a a | a a milne | ali | oleh a a milne editor ali | aa",
        "subject": "indonesia history java | javanese indonesian people",
        "series": "seri kopi 7 | balai buletin",
        "publisher": "bentang | jakarta",
        "contents": "kopi luwak | childrens cafes | indeks | berg kaffe | cet 2 199 1995 juvenile",
        "call_number": "2x4.1 | 641 | 2x4.1 mil c",
    }
    assert stems == {
        f"{field}_stem_{language}": words
        for language in ("en", "id")
        for field, words in {
            "title": "the café a guide jilid 2 مقهى",
            "subject": "indonesia history java javanese indonesian people",
            "contents": PROSE,
        }.items()
    }


def test_index_document_holds_every_keyword_number_and_order() -> None:
    document = index_document(RICH)
    assert {name.removesuffix("_kw"): values for name, values in document.keywords.items()} == {
        "id": ("aaaaaaaaaaaaa",),
        "ids": ("aaaaaaaaaaaaa", "bbbbbbbbbbbbb"),
        "work": ("wwwwwwwwwwwww",),
        "partner": ("id-amn", "id-nus"),
        "identifier": ("9789793062792", "9793062797", "101000x1", "~03785955", "~2434561x"),
        "title_exact": (
            *("the cafe", "the cafe a guide jilid 2", "the cafe a guide", "cafe", "cafe a guide jilid 2"),
            *("مقهي", "kafe", "qahwah", "قهوه", "warung"),
        ),
        "author_exact": ("milne a a", "a a milne", "ali"),
        "subject_exact": ("indonesia", "indonesia history java", "javanese indonesian people"),
        "call_number_exact": ("2x4.1 mil c",),
        "library": ("id-amn", "id-nus"),
        "author": ("milne a a", "ali"),
        "subject": ("indonesia", "indonesia history java", "javanese indonesian people"),
        "type": ("book",),
        "carrier": ("print",),
        "language": ("en", "ms"),
        "decade": ("1990-1999",),
        "class": ("200",),
        "place": ("jakarta",),
        "about": ("indonesia", "java", "javanese indonesian people"),
        "audience": ("juvenile",),
        "online": ("online",),
        "translation": ("translation",),
    }
    assert document.numbers == {"holders": 2, "year": 1995, "arrived": 20777_1995}
    assert document.orders == {
        "title_order": "cafe guide\0aaaaaaaaaaaaa",
        "author_order": "milne a a\0cafe guide\0aaaaaaaaaaaaa",
    }


def test_index_document_carries_the_record_and_its_sources() -> None:
    sources = (SourceCopy("aaaaaaaaaaaaa", "marc21", b"x"),)
    document = index_document(RICH, sources)
    assert (decode_display(document.display), document.sources) == (RICH, sources)


def test_index_document_of_a_bare_title_fills_every_text_field() -> None:
    bare = UnionRecord("ccccccccccccc", ("ccccccccccccc",), "ccccccccccccc", Description(Title("Apa itu?")), ())
    document = index_document(bare)
    assert document.text == {field.name: "~" for field in TEXT_FIELDS} | {"title": "apa itu"}
    assert document.numbers == {"holders": 0}
    assert document.orders == {
        "title_order": "apa itu\0ccccccccccccc",
        "author_order": "\uf8ff\0apa itu\0ccccccccccccc",
    }
    assert not [name for name, values in document.keywords.items() if not values]


def test_a_name_is_found_by_what_its_initials_stand_for_in_either_order() -> None:
    lawrence = Contributor("Lawrence, D. H.", "D. H. Lawrence", fuller="David Herbert")
    told = replace(RICH, description=Description(Title("Pelangi"), contributors=(lawrence,)))
    assert index_document(told).text["author"] == (
        "lawrence d h | d h lawrence | lawrence david herbert | david herbert lawrence | dh"
    )


def test_index_document_cuts_long_values_between_characters() -> None:
    title = replace(RICH.description.title, main="مقهى" * 300)
    long = replace(RICH, description=replace(RICH.description, title=title, contributors=(Contributor("é" * 999, ""),)))
    keywords = index_document(long).keywords
    sizes = {len(value.encode()) for values in keywords.values() for value in values}
    assert max(sizes) == KEYWORD_BYTES
    assert keywords[keyword_field("author")] == ("e" * 999,)


@pytest.mark.parametrize(
    ("year", "value"),
    [(1990, "1990-1999"), (1999, "1990-1999"), (5, "0-9"), (0, "0-9"), (-1, "-10--1"), (-45, "-50--41")],
)
def test_decade_of_a_year(year: int, value: str) -> None:
    assert decade(year) == value


def test_headings_of_a_record_are_one_for_each_name_subject_place_title_and_call_number() -> None:
    found = [(each.kind, each.key, each.display, each.value, each.count) for each in headings_of(RICH)]
    assert found == [
        ("title", "cafe a guide jilid 000002", "The Café : a guide. Jilid 2", "the cafe a guide jilid 2", 1),
        ("title", "مقهي", "مقهى", "مقهي", 1),
        ("author", "milne a a", "Milne, A. A.", "milne a a", 1),
        ("author", "ali", "Ali", "ali", 1),
        ("subject", "indonesia", "Indonesia", "indonesia", 1),
        ("subject", "indonesia history java", "Indonesia — History — Java", "indonesia history java", 1),
        ("subject", "javanese indonesian people", "Javanese (Indonesian people)", "javanese indonesian people", 1),
        ("place", "jakarta", "Jakarta", "jakarta", 1),
        ("place", "indonesia", "Indonesia", "indonesia", 1),
        ("place", "java", "Java", "java", 1),
        ("place", "javanese indonesian people", "Javanese (Indonesian people)", "javanese indonesian people", 1),
        ("call_number", "2x4.1 mil c", "2X4.1 MIL c", "2X4.1 MIL c", 1),
    ]


def test_headings_that_differ_by_a_diacritic_are_one() -> None:
    twice = (Subject("Café"), Subject("Cafe"))
    record = replace(RICH, description=replace(RICH.description, subjects=twice))
    assert [each.key for each in headings_of(record) if each.kind == "subject"] == ["cafe"]


def test_words_of_a_document_are_its_words_of_three_letters_and_more() -> None:
    found = " ".join(sorted(words_of([index_document(RICH)])))
    assert found == (
        "ali balai buletin cafe editor guide history indonesia indonesian java javanese jilid kafe kopi milne oleh"
        " people qahwah seri the warung قهوه مقهي"
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, False),
        ({"original_languages": ("en",)}, True),
        ({"relations": (Relation("original", "Max Havelaar"),)}, True),
        ({"relations": (Relation("translation", "Max Havelaar"),)}, False),
    ],
)
def test_translation_is_known_by_what_it_is_from(told: dict[str, tuple[object, ...]], expected: bool) -> None:
    assert is_translation(Description(Title("Max Havelaar"), **told)) is expected  # type: ignore[arg-type]
