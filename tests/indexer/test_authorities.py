"""Authority records from a partner's file to searches and lists, and what becomes of them when they change."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pymarc import Field, Indicators, Record, Subfield

from discovery.search.browsing import ListPlace, open_list
from discovery.search.engine import SearchEngine
from discovery.search.params import Row, RowScope, SearchParams
from discovery.search.request import HeadingKind
from discovery.search.service import SearchService
from indexer.store.authorities import stored_authorities
from indexer.store.store import open_store
from tests.indexer.installations import book, engine_of, indexed, installed, padu

MULTATULI = (("100", "Multatuli"), ("400", "Douwes Dekker, Eduard"), ("500", "Toer, Pramoedya Ananta"))


def authority(number: str, *headings: tuple[str, str], status: str = "n") -> bytes:
    """An authority record in ISO 2709."""
    record = Record(force_utf8=True)
    record.leader = f"00000{status}z  a2200000n  4500"
    record.add_field(Field(tag="001", data=number))
    for tag, text in headings:
        record.add_field(Field(tag=tag, indicators=Indicators("1", " "), subfields=[Subfield("a", text)]))
    return record.as_marc()


BOOKS = (
    book("1", "Max Havelaar", author="Multatuli,"),
    book("2", "Bumi manusia", author="Toer, Pramoedya Ananta,"),
    *(book(str(number), f"Buku ke {number}", author="Hirata, Andrea,") for number in range(3, 30)),
)


@contextmanager
def opened(settings: Path) -> Iterator[SearchEngine]:
    engine = engine_of(settings)
    try:
        yield engine
    finally:
        engine.close()


def found(settings: Path, typed: str, scope: RowScope = "all") -> list[str]:
    with opened(settings) as engine:
        outcome = SearchService(engine).search(SearchParams(rows=(Row(typed, scope),)), facets=())
        return [hit.record.description.title.main for hit in outcome.hits] if outcome.total else []


def listed(settings: Path, kind: HeadingKind = "author") -> list[tuple[str, int, tuple[str, ...], tuple[str, ...]]]:
    with opened(settings) as engine:
        page = open_list(engine, kind, ListPlace(), 50)
        return [(line.display, line.count, line.see, line.see_also) for line in page.headings]


def synced(settings: Path, *, status: int = 0) -> None:
    result = padu(settings, "sync")
    assert result.exit_code == status, result.output


HIRATA = ("Hirata, Andrea", 27, (), ())


def test_an_authority_leads_to_headings_and_finds_their_records(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"amn": [*BOOKS, authority("a1", *MULTATULI)]})
    synced(settings)
    assert len(indexed(settings)) == 29
    assert listed(settings) == [
        ("Douwes Dekker, Eduard", 0, ("Multatuli",), ()),
        HIRATA,
        ("Multatuli", 1, (), ("Toer, Pramoedya Ananta",)),
        ("Toer, Pramoedya Ananta", 1, (), ()),
    ]
    assert found(settings, "Douwes Dekker, Eduard") == ["Max Havelaar"]
    assert found(settings, "eduard dekker havelaar") == ["Max Havelaar"]
    assert found(settings, '"Eduard Douwes Dekker"', "author") == []
    assert found(settings, "dekker", "title") == []
    with opened(settings) as engine:
        assert [word.text for word in engine.words(prefix="dek")] == ["dekker"]


def test_an_authority_file_may_come_from_a_partner_of_its_own_and_later(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"amn": BOOKS})
    synced(settings)
    assert found(settings, "dekker") == []
    settings = installed(tmp_path, {"amn": BOOKS, "names": [authority("a1", *MULTATULI)]})
    synced(settings)
    assert found(settings, "dekker") == ["Max Havelaar"]
    assert listed(settings)[0] == ("Douwes Dekker, Eduard", 0, ("Multatuli",), ())
    assert [each.name for each in stored_authorities(open_store(f"sqlite:///{tmp_path}/store.db", writing=False))] == [
        "Multatuli"
    ]


@pytest.mark.parametrize(
    ("change", "finds", "lines"),
    [
        (
            [authority("a1", ("100", "Multatuli"), ("400", "Dekker, E. D."))],
            {"eduard": False, "dekker": True},
            [("Dekker, E. D.", 0, ("Multatuli",), ()), HIRATA, ("Multatuli", 1, (), ())],
        ),
        ([], {"dekker": False}, [HIRATA, ("Multatuli", 1, (), ())]),
        ([authority("a1", status="d")], {"dekker": False}, [HIRATA, ("Multatuli", 1, (), ())]),
        (
            [authority("a1", ("100", "Hirata, Andrea"), ("400", "Douwes Dekker, Eduard"))],
            {"dekker": False},
            [("Douwes Dekker, Eduard", 0, ("Hirata, Andrea",), ()), HIRATA, ("Multatuli", 1, (), ())],
        ),
    ],
    ids=["another variant", "withdrawn", "deleted", "another heading"],
)
@pytest.mark.parametrize("rebuilt", [False, True])
def test_a_changed_authority_changes_what_it_led_to(
    tmp_path: Path,
    change: list[bytes],
    finds: dict[str, bool],
    lines: list[tuple[str, int, tuple[str, ...], tuple[str, ...]]],
    *,
    rebuilt: bool,
) -> None:
    synced(installed(tmp_path, {"amn": [*BOOKS, authority("a1", *MULTATULI)]}))
    settings = installed(tmp_path, {"amn": [*BOOKS, *change]})
    synced(settings)
    if rebuilt:
        assert padu(settings, "rebuild").exit_code == 0
    assert {typed: "Max Havelaar" in found(settings, typed) for typed in finds} == finds
    assert listed(settings) == [*lines, ("Toer, Pramoedya Ananta", 1, (), ())]


def test_words_of_variants_are_counted_once_however_often_a_record_is_corrected(tmp_path: Path) -> None:
    def counts() -> list[tuple[str, int]]:
        with opened(tmp_path / "padu.toml") as engine:
            return [
                (word.text, word.count)
                for prefix in ("dek", "edu", "mult")
                for word in engine.words(prefix=prefix, size=5)
            ]

    names = authority("a1", *MULTATULI)
    synced(installed(tmp_path, {"amn": [*BOOKS, names]}))
    expected = [("dekker", 1), ("eduard", 1), ("multatuli", 1)]
    assert counts() == expected
    for year in ("1981", "1982"):
        synced(
            installed(tmp_path, {"amn": [book("1", "Max Havelaar", author="Multatuli,", year=year), *BOOKS[1:], names]})
        )
        assert counts() == expected
    synced(installed(tmp_path, {"amn": [*BOOKS[1:], names]}))
    assert counts() == []
    synced(installed(tmp_path, {"amn": [*BOOKS, names]}))
    assert counts() == expected
    assert padu(tmp_path / "padu.toml", "rebuild").exit_code == 0
    assert counts() == expected


def test_a_heading_is_spelt_anew_where_its_records_are_and_so_is_what_leads_to_it(tmp_path: Path) -> None:
    names, others = authority("a1", *MULTATULI), BOOKS[1:]
    shouted, spoken = (book("1", "Max Havelaar", author=name) for name in ("MULTATULI,", "Multatuli,"))
    synced(installed(tmp_path, {"amn": [shouted, *others, names]}))
    settings = tmp_path / "padu.toml"
    rest = [HIRATA, ("Toer, Pramoedya Ananta", 1, (), ())]

    def named(name: str, count: int) -> list[tuple[str, int, tuple[str, ...], tuple[str, ...]]]:
        leading = ("Douwes Dekker, Eduard", 0, (name,), ())
        return [leading, HIRATA, (name, count, (), ("Toer, Pramoedya Ananta",)), rest[1]]

    assert listed(settings) == named("MULTATULI", 1)
    synced(installed(tmp_path, {"amn": [spoken, *others, names]}))
    assert listed(settings) == named("Multatuli", 1)
    # One of two is no majority of which anybody could know; two of three are.
    second, third = (book(number, f"Minnebrieven {number}", author="MULTATULI,") for number in ("90", "91"))
    synced(installed(tmp_path, {"amn": [spoken, *others, second, names]}))
    assert listed(settings) == named("Multatuli", 2)
    synced(installed(tmp_path, {"amn": [spoken, *others, names]}))
    synced(installed(tmp_path, {"amn": [spoken, *others, second, third, names]}))
    assert listed(settings) == named("MULTATULI", 3)
    assert padu(settings, "rebuild").exit_code == 0
    assert listed(settings) == named("MULTATULI", 3)


def test_a_reference_stands_as_long_as_its_goal_has_records(tmp_path: Path) -> None:
    names = authority("a1", *MULTATULI)
    synced(installed(tmp_path, {"amn": [*BOOKS, names]}))
    synced(installed(tmp_path, {"amn": [*BOOKS[1:], names]}))
    settings = tmp_path / "padu.toml"
    pramoedya = ("Toer, Pramoedya Ananta", 1, (), ())
    assert listed(settings) == [HIRATA, pramoedya]
    synced(installed(tmp_path, {"amn": [*BOOKS, names]}))
    assert listed(settings) == [
        ("Douwes Dekker, Eduard", 0, ("Multatuli",), ()),
        HIRATA,
        ("Multatuli", 1, (), ("Toer, Pramoedya Ananta",)),
        pramoedya,
    ]
    synced(installed(tmp_path, {"amn": [BOOKS[0], *BOOKS[2:], names]}))
    assert listed(settings)[2] == ("Multatuli", 1, (), ())


def test_counts_change_and_references_stay(tmp_path: Path) -> None:
    names = authority("a1", *MULTATULI)
    synced(installed(tmp_path, {"amn": [*BOOKS, names]}))
    settings = installed(tmp_path, {"amn": [*BOOKS, book("99", "Minnebrieven", author="Multatuli,"), names]})
    synced(settings)
    assert listed(settings)[2] == ("Multatuli", 2, (), ("Toer, Pramoedya Ananta",))
    assert sorted(found(settings, "douwes dekker")) == ["Max Havelaar", "Minnebrieven"]


def test_an_authority_without_a_heading_is_refused_with_its_reason(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"amn": [*BOOKS, authority("a1", ("400", "Dekker"))]})
    synced(settings, status=1)
    assert "no heading" in padu(settings, "rejected", "amn").output
