"""What two records must share before they are compared."""

import pytest

from discovery.catalog.contributor import Contributor
from discovery.catalog.record import Description
from indexer.match.keys import match_keys
from indexer.match.names import name_elements, names_agree
from indexer.match.titles import is_generic, title_words
from indexer.store.packed_keys import is_identifier, is_uniting, pack_keys, unpack_keys
from tests.indexer.match.descriptions import described, of

ISBN = "9789799731234"


def test_a_record_is_found_by_its_identifiers_and_by_its_title_with_author_and_with_year_and_by_its_imprint() -> None:
    keys = match_keys(of(described(isbn=ISBN)))
    assert (keys.identifiers, keys.texts, keys.unites) == (
        (f"isbn::{ISBN}",),
        (
            "author:bumi manusia:pramudya",
            "author:bumi manusia:ananta",
            "year:bumi manusia:1980",
            "words:bumi manusia:1980",
            "initials:bm:1980:pramudya",
            "start:bumim:1980:pramudya",
            "extent:bumi manusia:354",
            "imprint:1980:354:pramudya",
        ),
        True,
    )


def test_a_generic_title_makes_no_key_without_an_author() -> None:
    assert match_keys(of(described("Laporan tahunan", author=""))).texts == ()


def test_romanisations_of_one_title_and_name_share_their_keys() -> None:
    one = described("Tārīkh al-Jazāʼir", author="Jīlālī, ʻAbd al-Raḥmān", languages=("ar",), extent="")
    other = described("Tarikh el Djazair", author="Djilali, Abderrahmane", languages=("ar",), extent="")
    assert "year:trh gdr:1980" in set(match_keys(of(one)).texts) & set(match_keys(of(other)).texts)


def test_umlauts_and_what_stands_for_them_share_their_keys() -> None:
    one, other = (described(title, author="Müller, Jürgen") for title in ("Die Höhle", "Die Hoehle"))
    assert match_keys(of(one)).texts == match_keys(of(other)).texts != ()


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        (described(extent="2 jil."), described("Surat", extent="2 v."), "imprint:1980:2v:pramudya"),
        (
            described(contributors=(Contributor("Whittier, John", ""), Contributor("Shackford, Martha", ""))),
            described("Surat", contributors=(Contributor("Shackford, Martha Hale", ""),)),
            "imprint:1980:354:shackford",
        ),
        (
            described(author="", publisher="Merrymount"),
            described(
                "Surat",
                publisher="Merrymount",
                contributors=(Contributor("Gardner Museum", "", kind="organisation", primary=True),),
            ),
            "imprint:1980:354:merrymount",
        ),
    ],
)
def test_an_imprint_finds_what_stands_under_another_title_or_name(
    one: Description, other: Description, key: str
) -> None:
    assert set(match_keys(of(one)).texts) & set(match_keys(of(other)).texts) == {key}


def test_an_original_script_makes_keys_of_its_own() -> None:
    assert "year:تاريخ الجزاير:1980" in match_keys(of(described("Tarikh", original="تاريخ الجزائر"))).texts


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (described(), described(), True),
        (described(), described("Bumi Manusia /"), True),
        (described(), described(year=1981), False),
        (described(), described(carrier="online"), False),
        (described(), described(isbn=ISBN), False),
    ],
)
def test_records_of_one_partner_are_alike_if_matching_cannot_tell_them_apart(
    one: Description, other: Description, alike: bool
) -> None:
    assert (match_keys(of(one)).likeness == match_keys(of(other)).likeness) is alike
    assert match_keys(of(one)).likeness != match_keys(of(one, partner="itb")).likeness


def test_packed_keys_begin_with_the_likeness_and_tell_identifiers_from_texts() -> None:
    likeness, *others = unpack_keys(pack_keys(match_keys(of(described(isbn=ISBN)))))
    assert is_uniting(likeness)
    assert [is_identifier(key) for key in others].count(True) == 1
    assert len(others) == 9
    assert not is_uniting(unpack_keys(pack_keys(match_keys(of(described()))))[0])


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Toer, Pramoedya Ananta", "Pramoedya Ananta Toer", True),
        ("Toer, Pramoedya Ananta", "Toer, P. A.", True),
        ("Prof. Dr. H. Hamka", "Hamka", True),
        ("Soekarno", "Sukarno, 1901-1970", True),
        ("Tjokroaminoto, H.O.S.", "Cokroaminoto", True),
        ("Le Roy, Leslie Walter", "Le Roy, L. W.", True),
        ("Shihab, M. Quraish", "Shihab, Alwi", False),
        ("Hamka", "Toer, Pramoedya Ananta", False),
        ("Smith, John", "Smith, Jane", False),
        ("A. B.", "A. B.", False),
    ],
)
def test_names_agree_by_their_elements(one: str, other: str, agree: bool) -> None:
    assert names_agree(name_elements(one), name_elements(other)) is agree
    assert names_agree(name_elements(other), name_elements(one)) is agree


@pytest.mark.parametrize(
    ("title", "generic"),
    [
        ("Laporan tahunan 1998", True),
        ("Proceedings", True),
        ("Frontmatter", True),
        ("L", True),
        ("", True),
        ("1984", True),
        ("Kata pengantar", True),
        ("Laporan penelitian tanah di Lampung", False),
        ("Bumi manusia", False),
        ("Emma", False),
        ("源氏物語", False),
    ],
)
def test_a_title_is_generic_if_it_says_nothing_by_itself(title: str, generic: bool) -> None:
    assert is_generic(title_words(title)) is generic
