"""A partner gives its records other identifiers: a new system, or a list that gets a column of numbers."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest
from pymarc import Record
from sqlalchemy import select

from discovery.settings import load_settings
from indexer.store.matching import renew_keys
from indexer.store.packed_keys import MatchKeys, pack_keys
from indexer.store.schema import source_records
from indexer.store.store import open_store, set_property
from tests.indexer.installations import PARTNER, SETTINGS, book, engine_of, indexed, installed, padu

TITLES = [f"Kisah {name}" for name in ("Aceh", "Bali", "Cirebon", "Demak", "Ende", "Flores", "Garut", "Halmahera")]
TITLES += [f"Riwayat {title.removeprefix('Kisah ')}" for title in TITLES]
BOOKS = [book(str(number), title, author=f"Penulis {number},") for number, title in enumerate(TITLES)]
RENUMBERED = [book(f"koha-{number}", title, author=f"Penulis {number},") for number, title in enumerate(TITLES)]


def report(settings: Path, *arguments: str) -> tuple[int, dict[str, object]]:
    """The exit status of a sync, and what it says of the one partner."""
    result = padu(settings, "sync", "--json", *arguments)
    told = msgspec.json.decode(result.stdout)
    return result.exit_code, (told["partners"] if isinstance(told, dict) else told)[0]


def found_at(settings: Path, identifiers: Iterable[str]) -> set[str]:
    """The shown ids that these lead to."""
    engine = engine_of(settings)
    try:
        return {found.id for each in identifiers if (found := engine.get(each))}
    finally:
        engine.close()


def test_another_system_with_other_numbers_needs_no_permission_and_keeps_the_addresses(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": BOOKS})
    report(settings)
    before = indexed(settings)
    installed(tmp_path, {"id-a": RENUMBERED})
    status, told = report(settings, "--dry-run")
    assert (status, told["failure"], told["removed"], told["renumbered"]) == (0, "", 16, 16)
    status, told = report(settings)
    assert (status, told["failure"], told["withdrawn"], told["renumbered"]) == (0, "", 16, 16)
    after = indexed(settings)
    assert after.keys() == before.keys()
    assert all(len(ids) == 2 for _, ids, _ in after.values())
    assert report(settings)[1]["unchanged"] == 16


def test_other_numbers_are_recognised_by_the_first_sync_of_a_version_with_other_keys(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": BOOKS})
    report(settings)
    before = indexed(settings)
    with open_store(load_settings(settings).store_url()) as store, store.transaction() as connection:
        rows = connection.execute(select(source_records.c.sequence, source_records.c.source_id)).all()
        renew_keys(
            connection, [(row.sequence, pack_keys(MatchKeys(row.source_id.encode(), unites=False))) for row in rows]
        )
        set_property(connection, "matching", "1")
    installed(tmp_path, {"id-a": RENUMBERED})
    for arguments in (("--dry-run",), ()):
        status, told = report(settings, *arguments)
        assert (status, told["failure"], told["renumbered"]) == (0, "", 16)
    assert indexed(settings).keys() == before.keys()


def listed(number: str, title: str, author: str, year: str = "1980") -> bytes:
    """A book as small lists have it: title, year, and sometimes an author."""
    record = Record(data=book(number, title, author=author, year=year))
    record.remove_fields("260")
    return record.as_marc()


NAMED = [listed(f"koha-{number}", title, f"Penulis {number},") for number, title in enumerate(TITLES)]


def test_titles_that_get_an_author_keep_their_addresses_under_other_numbers(tmp_path: Path) -> None:
    """A list without identifiers is known by its titles, years and authors: a column of these may get a known name."""
    settings = installed(tmp_path, {"id-a": [listed(str(number), title, "") for number, title in enumerate(TITLES)]})
    report(settings)
    before = indexed(settings)
    installed(tmp_path, {"id-a": NAMED})
    for arguments in (("--dry-run",), ()):
        status, told = report(settings, *arguments)
        assert (status, told["failure"], told["renumbered"]) == (0, "", 16)
    assert indexed(settings).keys() == before.keys()


def test_titles_that_get_an_author_and_another_year_are_others(tmp_path: Path) -> None:
    dated = [listed(str(number), title, "", "1931") for number, title in enumerate(TITLES)]
    settings = installed(tmp_path, {"id-a": dated})
    report(settings)
    installed(tmp_path, {"id-a": NAMED})
    assert report(settings)[0] == 2


def test_the_document_of_a_duplicate_that_leaves_goes_with_it(tmp_path: Path) -> None:
    first, second = (book(number, "Kisah Jambi") for number in ("100", "101"))
    settings = installed(tmp_path, {"id-a": [*BOOKS, first, second]})
    report(settings)
    before = indexed(settings)
    installed(tmp_path, {"id-a": [*BOOKS, first]})
    for arguments in (("--dry-run",), ()):
        assert report(settings, *arguments)[1]["renumbered"] == 1
    after = indexed(settings)
    assert len(after) == len(before) - 1
    assert found_at(settings, before) == after.keys()
    assert padu(settings, "rebuild").exit_code == 0
    assert indexed(settings) == after


def test_going_back_to_the_old_system_needs_no_permission_either(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": BOOKS})
    report(settings)
    before = indexed(settings)
    otherwise = [book(f"koha-{n}", f"{title} : cerita", author=f"Penulis {n},") for n, title in enumerate(TITLES)]
    installed(tmp_path, {"id-a": otherwise})
    assert report(settings)[1]["renumbered"] == 16
    between = indexed(settings)
    installed(tmp_path, {"id-a": BOOKS})
    assert report(settings, "--dry-run")[1]["failure"] == ""
    status, told = report(settings)
    assert (status, told["failure"], told["withdrawn"], told["renumbered"]) == (0, "", 16, 16)
    assert indexed(settings).keys() == before.keys() == between.keys()
    assert {each: ids for each, (_, ids, _) in indexed(settings).items()} == {
        each: ids for each, (_, ids, _) in between.items()
    }


@pytest.mark.parametrize("dry", [True, False])
def test_only_what_is_lost_counts_for_the_brake(tmp_path: Path, *, dry: bool) -> None:
    settings = installed(tmp_path, {"id-a": BOOKS})
    report(settings)
    installed(tmp_path, {"id-a": RENUMBERED[:5]})
    status, told = report(settings, *(["--dry-run"] if dry else []))
    assert status == 2
    assert str(told["failure"]).startswith("This would take out 11 of ")
    assert len(indexed(settings)) == (16 if dry else 21)


def test_old_numbers_on_a_deletion_list_lead_to_the_new_ones(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": BOOKS}, mode="delta")
    report(settings)
    before = indexed(settings)
    (tmp_path / "gone.csv").write_text("\n".join(str(number) for number in range(16)), encoding="utf-8")
    settings.write_text(settings.read_text(encoding="utf-8") + 'deletions = "gone.csv"\n', encoding="utf-8")
    (tmp_path / "id-a.mrc").write_bytes(b"".join(RENUMBERED))
    assert report(settings, "--dry-run")[1]["failure"] == ""
    status, told = report(settings)
    assert (status, told["failure"], told["deleted"], told["renumbered"]) == (0, "", 16, 16)
    assert indexed(settings).keys() == before.keys()


def test_deleted_duplicates_of_what_stays_unsaid_are_no_loss_in_a_dry_run_either(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [*BOOKS, *RENUMBERED]}, mode="delta")
    report(settings)
    (tmp_path / "gone.csv").write_text("\n".join(f"koha-{number}" for number in range(16)), encoding="utf-8")
    settings.write_text(settings.read_text(encoding="utf-8") + 'deletions = "gone.csv"\n', encoding="utf-8")
    (tmp_path / "id-a.mrc").write_bytes(book("16", "Kisah baru") + book("0", "Kisah lain"))
    for arguments in (("--dry-run",), ()):
        status, told = report(settings, *arguments)
        assert (status, told["failure"], told["deleted"], told["renumbered"]) == (0, "", 16, 15)


def test_a_list_that_gets_a_column_of_numbers_keeps_its_addresses(tmp_path: Path) -> None:
    settings = tmp_path / "padu.toml"
    settings.write_text(SETTINGS + PARTNER.format(code="sd", source="daftar.csv", mode="full"), encoding="utf-8")
    rows = [f"{title},Penulis {number},Balai Pustaka,19{number + 50}" for number, title in enumerate(TITLES)]
    listed = tmp_path / "daftar.csv"
    listed.write_text("\n".join(["Judul,Pengarang,Penerbit,Tahun", *rows]), encoding="utf-8")
    report(settings)
    before = indexed(settings)
    numbered = [f"INV-{number:03},{row}" for number, row in enumerate(rows[1:], 1)]
    listed.write_text("\n".join(["Kode,Judul,Pengarang,Penerbit,Tahun", *numbered]), encoding="utf-8")
    settings.write_text(settings.read_text(encoding="utf-8") + '[partner.columns]\nid = "Kode"\n', encoding="utf-8")
    result = padu(settings, "sync")
    assert "sd: 16 records taken out, no longer in its source." in result.output
    assert (
        "sd: 15 of those taken out are there under another identifier, and found at the old address." in result.output
    )
    after = indexed(settings)
    assert len(after) == 15
    assert after.keys() < before.keys()
    assert found_at(settings, before) == after.keys()
