"""Authority records: https://www.loc.gov/marc/authority/."""

import pytest

from discovery.catalog.authority import Authority, AuthorityForm, LinkedHeading
from discovery.catalog.ids import record_id
from indexer.crosswalks.marc.authorities import NO_HEADING, map_authority
from tests.indexer.crosswalks.marc.building import marc

LEADER = "00000nz  a2200000n  4500"


def authority(*fields: str) -> Authority:
    mapped = map_authority(marc(*fields, leader=LEADER), partner="id-amn", source_id="a1")
    assert isinstance(mapped, Authority)
    return mapped


def test_a_name_is_an_author_without_its_dates_and_a_subject_with_them() -> None:
    mapped = authority(
        "008 021205n| azaannaabn         |n aaa      ",
        "100 1_ $a Multatuli, $d 1820-1887",
        "400 1_ $a Douwes Dekker, Eduard, $d 1820-1887",
        "400 1_ $a Dekker, Eduard Douwes $w nnea",
        "500 1_ $a Dekker, E. F. E. Douwes",
    )
    assert mapped == Authority(
        record_id("id-amn", "authority", "a1"),
        "id-amn",
        "a1",
        AuthorityForm("Multatuli", "", "Multatuli, 1820-1887"),
        "person",
        "lcsh",
        (
            AuthorityForm("Douwes Dekker, Eduard", "", "Douwes Dekker, Eduard, 1820-1887"),
            AuthorityForm("Dekker, Eduard Douwes", "", "Dekker, Eduard Douwes"),
        ),
        (AuthorityForm("Dekker, E. F. E. Douwes", "", "Dekker, E. F. E. Douwes"),),
    )


@pytest.mark.parametrize(
    ("field", "kind", "form"),
    [
        (
            "110 2_ $a Indonesia. $b Departemen Agama.",
            "organisation",
            AuthorityForm("Indonesia. Departemen Agama", "", "Indonesia. Departemen Agama"),
        ),
        ("130 _0 $a Serat Centhini", "title", AuthorityForm("", "Serat Centhini", "Serat Centhini")),
        ("150 __ $a Ekonomi $x Sejarah", "topic", AuthorityForm(subject="Ekonomi — Sejarah")),
        ("151 __ $a Jakarta (Indonesia)", "place", AuthorityForm(subject="Jakarta (Indonesia)")),
        ("155 __ $a Novel", "genre", AuthorityForm(subject="Novel")),
        (
            "100 1_ $a Toer, Pramoedya Ananta. $t Bumi manusia",
            "person",
            AuthorityForm(subject="Toer, Pramoedya Ananta. Bumi manusia"),
        ),
    ],
)
def test_every_kind_of_heading_has_its_lists(field: str, kind: str, form: AuthorityForm) -> None:
    mapped = authority(field)
    assert (mapped.kind, mapped.heading) == (kind, form)


def test_a_heading_in_its_own_script_is_a_variant() -> None:
    mapped = authority(
        "100 1_ $6 880-01 $a Mao, Dun",
        "400 1_ $a Shen, Yanbing",
        "880 1_ $6 100-01/$1 $a 茅盾",
        "880 1_ $6 400-00/$1 $a 沈雁冰",
    )
    assert [form.author for form in mapped.variants] == ["Shen, Yanbing", "沈雁冰", "茅盾"]


def test_a_tracing_that_is_not_to_be_shown_leads_nowhere_and_still_finds() -> None:
    mapped = authority("150 __ $a Laut", "450 __ $a Samudra $w nnna", "550 __ $a Air $w nnna", "550 __ $a Pantai $w g")
    assert [form.subject for form in mapped.variants] == ["Samudra"]
    assert [form.subject for form in mapped.related] == ["Pantai"]


def test_linked_headings_name_their_vocabulary() -> None:
    mapped = authority(
        "150 __ $a Ekonomi", "750 _0 $a Economics $0 (DLC)sh 85040850", "750 _7 $a Economie $2 gtt", "751 _4 $a Java"
    )
    assert mapped.links == (
        LinkedHeading("Economics", "topic", "lcsh", "(DLC)sh 85040850"),
        LinkedHeading("Economie", "topic", "gtt"),
        LinkedHeading("Java", "place"),
    )


def test_a_thesaurus_in_two_languages_links_its_translation() -> None:
    mapped = authority(
        "103 _0 $a Religie $b Religion", "403 _0 $a Godsdienst $b Divine worship", "503 _0 $a Voeding $b Food"
    )
    assert mapped.heading == AuthorityForm(subject="Religie")
    assert mapped.variants == (AuthorityForm(subject="Godsdienst"),)
    assert mapped.related == (AuthorityForm(subject="Voeding"),)
    assert mapped.links == (LinkedHeading("Religion"),)


@pytest.mark.parametrize(
    ("fields", "scheme"),
    [
        (("008 021205n| a||nnaabn         |n aaa      ", "150 __ $a A"), ""),
        (("008 021205n| azcnnaabn          |n aaa      ", "150 __ $a A"), "mesh"),
        (("040 __ $a IISG $f gtt", "150 __ $a A"), "gtt"),
        (("008 021205n| azannaabn          |n aaa      ", "103 _0 $a Religie $b Religion"), ""),
    ],
)
def test_the_vocabulary_is_that_of_008_or_040(fields: tuple[str, ...], scheme: str) -> None:
    assert authority(*fields).scheme == scheme


@pytest.mark.parametrize("fields", [(), ("180 __ $x Sejarah",), ("100 1_ $a ,",), ("245 00 $a Judul",)])
def test_without_a_heading_there_is_a_reason(fields: tuple[str, ...]) -> None:
    assert map_authority(marc(*fields, leader=LEADER), partner="p", source_id="1") == NO_HEADING
