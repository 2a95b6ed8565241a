"""The concordance from partners' files to the engine: learnt when a generation is built, kept by small changes."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pymarc import Field, Indicators, Record, Subfield

from discovery.search.counterparts import Counterpart
from tests.indexer.installations import SETTINGS, book, engine_of, installed, padu

PARALLEL = (("0", "Economics"), ("4", "Ekonomi"))


def economics(number: str, *, headings: Sequence[tuple[str, str]] = PARALLEL, title: str = "") -> bytes:
    """A work with these 650s, each with its second indicator."""
    record = Record(book(number, title or f"Karangan {number}", author=f"Pengarang{number}, A.", isbn=""))
    for vocabulary, heading in headings:
        record.add_field(Field("650", Indicators(" ", vocabulary), [Subfield("a", heading)]))
    return record.as_marc()


def counterparts(settings: Path, heading: str) -> list[tuple[str, str, int]]:
    engine = engine_of(settings)
    try:
        found: tuple[Counterpart, ...] = engine.counterparts(heading)
        return [(each.text, each.kind, each.support) for each in found]
    finally:
        engine.close()


@pytest.fixture(params=["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def services(request: pytest.FixtureRequest) -> str:
    """The settings of the engine under test and a store."""
    if request.param == "embedded":
        return SETTINGS
    return SETTINGS.replace("embedded:index", request.getfixturevalue("elasticsearch_engine"))


def test_a_sync_publishes_the_counterparts_that_its_records_show(tmp_path: Path, services: str) -> None:
    settings = installed(tmp_path, {"ui": [economics("1"), economics("2"), book("3", "Lain")]}, settings=services)
    assert padu(settings, "sync").exit_code == 0
    assert counterparts(settings, "economics") == [("Ekonomi", "equivalent", 2)]
    assert counterparts(settings, "Ekonomi") == [("Economics", "equivalent", 2)]


def test_a_small_change_keeps_the_concordance_and_a_rebuild_learns_it_anew(tmp_path: Path, services: str) -> None:
    rest = [book(str(number), f"Judul {number}", author=f"Nama{number}, B.") for number in range(10, 40)]
    settings = installed(tmp_path, {"ui": [economics("1"), economics("2"), *rest]}, settings=services)
    assert padu(settings, "sync").exit_code == 0
    changed = economics("2", headings=(("0", "Economics"), ("4", "Keuangan")))
    (tmp_path / "ui.mrc").write_bytes(b"".join([economics("1"), changed, *rest]))
    assert padu(settings, "sync").exit_code == 0
    assert counterparts(settings, "Economics") == [("Ekonomi", "equivalent", 2)]
    assert padu(settings, "rebuild").exit_code == 0
    assert counterparts(settings, "Economics") == []


def test_authority_links_join_headings_that_have_records_and_no_others(tmp_path: Path, services: str) -> None:
    authority = Record(force_utf8=True)
    authority.leader = "00000nz  a2200000n  4500"
    authority.add_field(Field(tag="001", data="a1"))
    authority.add_field(Field(tag="008", data="800101n| azannaabn          |a aaa      "))
    authority.add_field(Field("150", Indicators(" ", " "), [Subfield("a", "Economics")]))
    for heading, source in (("Wirtschaft", "gnd"), ("Oekonomie", "swd")):
        authority.add_field(Field("750", Indicators(" ", "7"), [Subfield("a", heading), Subfield("2", source)]))
    works = [economics("1", headings=(("0", "Economics"),)), economics("2", headings=(("4", "Wirtschaft"),))]
    settings = installed(tmp_path, {"ui": [*works, authority.as_marc()]}, settings=services)
    assert padu(settings, "sync").exit_code == 0
    assert counterparts(settings, "Economics") == [("Wirtschaft", "equivalent", 0)]
    assert counterparts(settings, "Wirtschaft") == [("Economics", "equivalent", 0)]
