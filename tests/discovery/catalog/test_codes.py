"""Places, roles, classes, types and carriers: a partner's word or code, one of ours."""

import pytest

from discovery.catalog.classes import class_group, dewey_number
from discovery.catalog.formats import carrier_from_words, type_from_words
from discovery.catalog.places import country_code
from discovery.catalog.roles import role_code, role_codes


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("io ", "ID"),
        ("nyu", "US"),
        ("onc", "CA"),
        ("enk", "GB"),
        ("xna", "AU"),
        ("xxu", "US"),
        ("gw", "DE"),
        ("wb ", "DE"),
        ("jki", "ID"),
        ("it#", "IT"),
        ("PL", "PL"),
        ("xx ", None),
        ("|||", None),
        ("uuu", None),
        ("00", None),
        ("eng", None),
        ("", None),
    ],
)
def test_place_code_tells_the_country(place: str, country: str | None) -> None:
    assert country_code(place) == country


@pytest.mark.parametrize(
    ("term", "codes"),
    [
        ("author.", ("aut",)),
        ("penerjemah", ("trl",)),
        ("Ed. and tr.", ("edt", "trl")),
        ("Verfasser", ("aut",)),
        ("مترجم. ", ("trl",)),
        ("composer (expression)", ("cmp",)),
        ("degree granting institution.", ("dgg",)),
        ("choreographer", ("chr",)),
        ("red.", ("edt",)),
        ("samensteller", ("com",)),
        ("tukang kebun", ()),
        ("", ()),
    ],
)
def test_role_in_words_becomes_relator_codes(term: str, codes: tuple[str, ...]) -> None:
    assert role_codes(term) == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("trl", "trl"),
        ("http://id.loc.gov/vocabulary/relators/ill", "ill"),
        ("EDT.", "edt"),
        ("penerjemah", None),
        ("", None),
    ],
)
def test_role_code_is_read_bare_or_from_its_address(text: str, code: str | None) -> None:
    assert role_code(text) == code


@pytest.mark.parametrize(
    ("text", "number", "group"),
    [
        ("899'.2213/2", "899.22132", "800"),
        ("2X4.1", "2X4.1", "200"),
        ("2x", "2X", "200"),
        ("005.133 C++", "005.133", "000"),
        ("[Fic]", None, None),
        ("E", None, None),
        ("5", None, None),
        ("", None, None),
    ],
)
def test_dewey_number_belongs_to_its_hundred_and_2x_to_religion(
    text: str, number: str | None, group: str | None
) -> None:
    assert (dewey_number(text), class_group("ddc", text)) == (number, group)


def test_number_of_another_scheme_has_no_dewey_hundred() -> None:
    assert class_group("udc", "821.111") is None


@pytest.mark.parametrize(
    ("words", "kind", "carrier"),
    [
        ("Skripsi", "thesis", None),
        ("[sound recording] /", "audio", None),
        ("cartographic image", "map", None),
        ("two-dimensional moving image", "video", None),
        ("notated music", "score", None),
        ("teks", "book", None),
        ("Majalah", "serial", None),
        ("Kitab", "book", None),
        ("Science kit", "object", "other"),
        ("journalArticle", "article", None),
        ("Journal:eArticle", "article", None),
        ("Laporan Praktik Kerja Lapangan", "thesis", None),
        ("Laporan PKL", "thesis", None),
        ("Laporan KPK", None, None),
        ("KTI", "thesis", None),
        ("Laporan Penelitian", None, None),
        ("E-Book", "book", "online"),
        ("[electronic resource]", None, "online"),
        ("volume", None, "print"),
        ("microfiche", None, "microform"),
        ("Audio disc", "audio", "other"),
        ("", None, None),
    ],
)
def test_words_of_a_catalogue_name_type_and_carrier_apart(words: str, kind: str | None, carrier: str | None) -> None:
    assert (type_from_words(words), carrier_from_words(words)) == (kind, carrier)
