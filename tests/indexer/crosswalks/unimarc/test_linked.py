"""UNIMARC's links: what 4XX embeds, sets whose volumes have no names, and statements in two scripts ($6)."""

import pytest

from discovery.catalog.contributor import Contributor
from discovery.catalog.record import Relation, Series, Title, VariantTitle
from discovery.catalog.subject import Subdivision, Subject
from tests.indexer.crosswalks.unimarc.test_record import record


@pytest.mark.parametrize(
    ("field", "relation"),
    [
        (  # edition, extent, languages and the editor of the other thing are no authors of it
            "451 _1 $1001X1$12001 $aOeuvres$1101 0$afre$1205  $a2e ed.$1215  $a3 vol.$1700 1$aHugo$bVictor"
            "$1702 1$aDurand$bJean",
            Relation("edition", "Oeuvres", "Hugo, Victor"),
        ),
        (  # the first of several authors
            "451 _1 $12001 $aOeuvres$1700 1$aHugo$bVictor$1701 1$aSand$bGeorge",
            Relation("edition", "Oeuvres", "Hugo, Victor"),
        ),
        (
            "451 _1 $12001 $aOeuvres$hTome 2$iPoésies$v2$1225 2$aClassiques$v14",
            Relation("edition", "Oeuvres. Tome 2. Poésies", note="2"),
        ),
        ("451 _1 $12001 $aOeuvres$1210  $cSeuil$d1990$v3", Relation("edition", "Oeuvres", note="3, 1990")),
        ("451 _1 $1001X1$tOeuvres$aHugo$d1990", Relation("edition", "Oeuvres", "Hugo", note="1990")),
    ],
)
def test_linked_entry_names_the_other_thing_and_nothing_of_its_description(field: str, relation: Relation) -> None:
    assert record(field).description.relations == (relation,)


def test_series_with_a_part_is_one_in_225_and_410() -> None:
    found = record("410 _1 $12001 $aBulletin$hA$iLettres$v12", "225 2_ $a Bulletin $h A $i Lettres $v 12").description
    assert found.series == (Series("Bulletin. A. Lettres", "12"),)


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        (
            ("200 1_ $a Т. 1 $e Детство $f Л. Н. Толстой", "461 _1 $12001 $aСобрание сочинений$v1"),
            Title("Собрание сочинений", "Детство", ("Т. 1",), "Л. Н. Толстой", leading=1),
        ),
        (
            ("200 1_ $a Vol. II $i Le feu", "461 _1 $12001 $a\x88Les \x89rois maudits"),
            Title("Les rois maudits", "", ("Vol. II", "Le feu"), nonfiling=4),
        ),
        (("200 1_ $a 3", "462 _1 $t Sejarah"), Title("Sejarah", "", ("3",))),
        # A name of its own, a year that is one, nothing above it, and nothing but another number there.
        (("200 1_ $a Tome des rois", "461 _1 $t Chroniques"), Title("Tome des rois")),
        (("200 1_ $a 1984", "461 _1 $t Orwell"), Title("1984")),
        (("200 1_ $a Tome 1",), Title("Tome 1")),
        (("200 1_ $a Tome 1", "461 _1 $t Tome 2"), Title("Tome 1")),
    ],
)
def test_volume_without_a_name_is_a_part_of_its_set(fields: tuple[str, ...], title: Title) -> None:
    assert record(*fields).description.title == title


def test_article_called_by_its_number_stays_so_in_its_journal() -> None:
    found = record("200 1_ $a Part 2", "461 _1 $t Jurnal", leader="00000naa0 2200000   450 ")
    assert found.description.title == Title("Part 2")


def test_one_statement_in_two_scripts_is_one() -> None:
    told = record(
        "200 1_ $6 a01 $7 fa $a تاريخ الأدب $f طه حسين",
        "200 1_ $6 a01 $7 ba $a Tārīkh al-adab $f Ṭāhā Ḥusayn",
        "606 __ $6 a02 $7 ba $a Adab $y Miṣr",
        "606 __ $6 a02 $7 fa $a أدب $y مصر",
        "700 _1 $6 a03 $7 ba $a Ḥusayn $b Ṭāhā $4 070",
        "700 _1 $6 a03 $7 fa $a حسين $b طه $4 070",
    ).description
    assert told.title == Title(
        "Tārīkh al-adab", "", (), "Ṭāhā Ḥusayn", original="تاريخ الأدب", original_responsibility="طه حسين"
    )
    assert told.variants == ()
    assert told.subjects == (Subject("Adab", subdivisions=(Subdivision("Miṣr", "place"),), original="أدب"),)
    assert told.contributors == (
        Contributor("Ḥusayn, Ṭāhā", "Ṭāhā Ḥusayn", roles=("aut",), primary=True, original="حسين, طه"),
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [("01", "02"), ("a00", "a00"), ("", "")],
)
def test_statements_that_nothing_links_stay_two(first: str, second: str) -> None:
    told = record(f"200 1_ $6 {first} $a Voyna", f"200 1_ $6 {second} $a Война").description
    assert (told.title, told.variants) == (Title("Voyna"), (VariantTitle("Война"),))


def test_two_linked_titles_of_one_script_stay_two() -> None:
    told = record("200 1_ $6 a01 $a Voyna", "200 1_ $6 a01 $a Vojna").description
    assert (told.title, told.variants) == (Title("Voyna"), (VariantTitle("Vojna"),))


def test_initials_are_written_out_where_the_record_does() -> None:
    (author,) = record("700 _1 $a Толстой $b Л. Н. $g Лев Николаевич $4 070").description.contributors
    assert (author.name, author.fuller) == ("Толстой, Л. Н.", "Лев Николаевич")


@pytest.mark.parametrize(
    ("field", "texts", "originals"),
    [
        ("101 0_ $a fre $c fre", ("fr",), ()),
        ("101 1_ $a fre $c eng", ("fr",), ("en",)),
        ("101 2_ $a fre $a eng $c eng", ("fr", "en"), ("en",)),
    ],
)
def test_what_is_in_its_original_language_is_no_translation(
    field: str, texts: tuple[str, ...], originals: tuple[str, ...]
) -> None:
    told = record(field).description
    assert (told.languages, told.original_languages) == (texts, originals)


def test_dissertation_in_subfields_has_commas_between_them() -> None:
    (note,) = record("328 _0 $b Thèse de doctorat $c Droit $e Paris 4 $d 1999").description.notes
    assert note.text == "Thèse de doctorat, Droit, Paris 4, 1999"


@pytest.mark.parametrize(
    ("fields", "year", "date"),
    [
        (("210 __ $d 1386 [1967]",), 1967, "1386 [1967]"),
        (("210 __ $6 a01 $d 1386", "210 __ $6 a01 $d 1386 [1967]"), 1967, "1386 [1967]"),
        (("210 __ $d 1386",), 1386, "1386"),
    ],
)
def test_year_of_our_calendar_beats_the_coded_one_of_another(fields: tuple[str, ...], year: int, date: str) -> None:
    found = record("100 __ $a 19670101d1386    m  y0pery50      ba", *fields).description.publication
    assert (found.year, found.date) == (year, date)
