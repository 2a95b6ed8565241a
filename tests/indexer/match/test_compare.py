"""Whether two records describe one edition, and the reasons given."""

import pytest

from discovery.catalog.record import Description
from indexer.match.compare import Reason, compare_records
from tests.indexer.match.descriptions import described, of

ISBN, OTHER_ISBN = "9789799731234", "9789799731241"
PLAIN = described()
WITH_ISBN = described(isbn=ISBN)

SAME = {
    "ISBN and title": (WITH_ISBN, described(isbn=ISBN, author="", year=None, publisher="", extent="")),
    "ISBN and title, though the year is a reprint's": (WITH_ISBN, described(isbn=ISBN, year=2005)),
    "ISBN and title, though one has a subtitle": (WITH_ISBN, described(isbn=ISBN, subtitle="sebuah novel")),
    "title, author, year and publisher": (described(extent=""), described("BUMI MANUSIA", extent="")),
    "title, author, year and extent": (described(publisher=""), described(publisher="")),
    "a name in another order and spelling": (
        described(author="Soekarno"),
        described(author="Dr. Ir. H. Sukarno, 1901-1970"),
    ),
    "initials": (described(author="Toer, Pramoedya Ananta"), described(author="Toer, P.A.")),
    "an author who is only in the statement of responsibility": (
        PLAIN,
        described(author="", stated="Pramoedya Ananta Toer"),
    ),
    "a year beside": (PLAIN, described(year=1981)),
    "another word for the volume": (described(parts=("Jilid II",)), described(parts=("Jil. 2",))),
    "one original script under two romanisations": (
        described("Taʼrīkh al-Jazāʼir", original="تاريخ الجزائر"),
        described("Tarikh el Djazair", original="تَارِيخ الجزائر"),
    ),
}
APART = {
    "one ISBN on two books": (WITH_ISBN, described("Gadis pantai", isbn=ISBN)),
    "another ISBN, and all else equal": (WITH_ISBN, described(isbn=OTHER_ISBN)),
    "a generic title and nothing else": (
        described("Laporan tahunan", author="", year=None, publisher="", extent=""),
        described("Laporan tahunan", author="", year=None, publisher="", extent=""),
    ),
    "a generic title with year and publisher": (
        described("Prosiding seminar", author="", extent=""),
        described("Prosiding seminar", author="", extent=""),
    ),
    "a title alone": (
        described(author="", year=None, publisher="", extent=""),
        described(author="", year=None, publisher="", extent=""),
    ),
    "another author": (PLAIN, described(author="Hamka")),
    "another year without an identifier": (PLAIN, described(year=1990)),
    "another volume": (described(parts=("Jilid 1",)), described(parts=("Jilid 2",))),
    "another volume under one ISBN": (
        described(parts=("Jilid 1",), isbn=ISBN),
        described(parts=("Jilid 2",), isbn=ISBN),
    ),
    "a set and its volume": (described(extent="3 jil."), described(parts=("Jilid 2",))),
    "another edition": (described(edition="Ed. 1"), described(edition="Ed. ke-3")),
    "print and online": (PLAIN, described(carrier="online")),
    "a book and its film": (PLAIN, described(type="video")),
    "an article and the whole": (PLAIN, described(is_component=True)),
    "another year in the title": (described("Statistik Jawa Barat 1998"), described("Statistik Jawa Barat 1999")),
    "another language": (PLAIN, described(languages=("nl",))),
    "another extent and publisher": (PLAIN, described(publisher="Lentera Dipantara", extent="535 hlm.")),
    "two serials of one name": (
        described("Kalam", type="serial", issn="0854-1868"),
        described("Kalam", type="serial", issn="0126-1606"),
    ),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_records_of_one_edition_are_the_same(one: Description, other: Description) -> None:
    assert compare_records(of(one), of(other)).same
    assert compare_records(of(other), of(one)).same


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_strangers_are_kept_apart(one: Description, other: Description) -> None:
    assert not compare_records(of(one), of(other)).same
    assert not compare_records(of(other), of(one)).same


def test_a_verdict_gives_every_reason_with_its_weight_and_values() -> None:
    verdict = compare_records(of(WITH_ISBN), of(described(isbn=ISBN, year=1981, publisher="Lentera", edition="Cet. 2")))
    assert (verdict.same, verdict.strong, verdict.contradicted, verdict.score) == (True, True, False, 14.0)
    assert verdict.reasons == (
        Reason("identifier-shared", 6.0, (f"isbn {ISBN}",)),
        Reason("title-equal", 4.0, ("bumi manusia", "bumi manusia")),
        Reason("author-agrees", 2.5),
        Reason("year-near", 0.5, ("1980", "1981")),
        Reason("publisher-differs", -1.0),
        Reason("pages-equal", 2.0, ("354", "354")),
    )


def test_a_contradiction_outweighs_everything_else() -> None:
    verdict = compare_records(of(WITH_ISBN), of(described(isbn=ISBN, carrier="online")))
    assert (verdict.same, verdict.strong, verdict.contradicted) == (False, False, True)
