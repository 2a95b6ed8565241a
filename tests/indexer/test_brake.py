"""A run that would take out much of a partner's catalogue takes out nothing, and says which command does."""

from pathlib import Path

import msgspec
import pytest

from indexer.store.withdrawal import Departure
from tests.indexer.installations import PARTNER, SETTINGS, book, indexed, installed, padu

BOOKS = [book(str(number), f"Kisah {number}") for number in range(60)]
SAID = (
    "This would take out 20 of 60 records (33 %), more than max_deleted = 0.1 allows; if that is right, "
    "run `padu sync id-a --allow-deletions`."
)


def report(settings: Path, *arguments: str) -> tuple[int, dict[str, object]]:
    """The exit status of a sync, and what it says of the one partner."""
    result = padu(settings, "sync", "--json", *arguments)
    return result.exit_code, msgspec.json.decode(result.stdout)["partners"][0]


def deleted(record: bytes) -> bytes:
    """The record with leader/05 d."""
    return record[:5] + b"d" + record[6:]


def test_full_file_that_lost_much_takes_out_nothing_until_it_is_allowed(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": BOOKS})
    assert report(settings)[0] == 0
    installed(tmp_path, {"id-a": [*BOOKS[:40], book("60", "Kisah baru")]})
    previewed = padu(settings, "sync", "--dry-run")
    assert SAID in previewed.output.replace("\n", " ")
    status, told = report(settings)
    assert (status, told["failure"], told["withdrawn"]) == (2, SAID, 0)
    assert len(indexed(settings)) == 61  # what was new is there all the same
    status, told = report(settings, "--allow-deletions")
    assert (status, told["failure"], told["withdrawn"], len(indexed(settings))) == (0, "", 20, 41)


def test_a_larger_file_of_another_library_takes_out_nothing_however_often_it_comes(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": BOOKS[:20]})
    report(settings)
    installed(tmp_path, {"id-a": [book(f"x{number}", f"Riwayat {number}") for number in range(300)]})
    for arguments in (("--dry-run",), (), ("--dry-run",), ()):
        result = padu(settings, "sync", "--json", *arguments)
        assert "This would take out 20 of 20 records (100 %)" in result.stdout
    assert len(indexed(settings)) == 320


def test_what_comes_twice_after_a_run_that_was_refused_may_not_leave_unasked_either(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": BOOKS[:20]})
    report(settings)
    installed(tmp_path, {"id-a": BOOKS[20:]})
    assert report(settings)[1]["failure"] == SAID.replace("60", "20").replace("33", "100")
    installed(tmp_path, {"id-a": BOOKS[:20]})
    for arguments in (("--dry-run",), ()):
        result = padu(settings, "sync", "--json", *arguments)
        assert "This would take out 40 of 60 records (67 %)" in result.stdout


def test_records_marked_as_deleted_count_as_well(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": BOOKS}, mode="delta")
    report(settings)
    installed(tmp_path, {"id-a": [deleted(each) for each in BOOKS[:20]]}, mode="delta")
    status, told = report(settings)
    assert (status, told["failure"]) == (2, SAID)
    assert (told["deleted"], told["skipped"], len(indexed(settings))) == (0, 20, 60)
    status, told = report(settings, "--allow-deletions")
    assert (status, told["deleted"], len(indexed(settings))) == (0, 20, 40)


def test_deletion_lists_count_as_well(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": BOOKS}, mode="delta")
    report(settings)
    (tmp_path / "gone.csv").write_text("id\n" + "\n".join(str(number) for number in range(20)), encoding="utf-8")
    settings.write_text(settings.read_text(encoding="utf-8") + 'deletions = "gone.csv"\n', encoding="utf-8")
    (tmp_path / "id-a.mrc").write_bytes(BOOKS[59])
    status, told = report(settings)
    assert (status, told["failure"], len(indexed(settings))) == (2, SAID, 60)
    status, told = report(settings, "--allow-deletions")
    assert (status, told["deleted"], len(indexed(settings))) == (0, 20, 40)


def test_partner_sets_its_own_share(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": BOOKS})
    settings.write_text(settings.read_text(encoding="utf-8") + "max_deleted = 0.5\n", encoding="utf-8")
    report(settings)
    (tmp_path / "id-a.mrc").write_bytes(b"".join(BOOKS[:40]))
    status, told = report(settings)
    assert (status, told["failure"], told["withdrawn"]) == (0, "", 20)


def test_damaged_file_takes_out_what_it_names_and_nothing_that_is_missing(tmp_path: Path) -> None:
    folder = tmp_path / "katalog"
    folder.mkdir()
    (folder / "a.mrc").write_bytes(b"".join(BOOKS))
    settings = tmp_path / "padu.toml"
    settings.write_text(SETTINGS + PARTNER.format(code="id-a", source="katalog", mode="full"), encoding="utf-8")
    report(settings)
    (folder / "a.mrc").write_bytes(b"".join([deleted(BOOKS[0]), *BOOKS[2:]]))
    (folder / "b.mrc.gz").write_bytes(b"\x1f\x8bcut off")
    status, told = report(settings)
    assert (status, told["deleted"], told["withdrawn"], len(indexed(settings))) == (2, 1, 0, 59)


@pytest.mark.parametrize(
    ("going", "living", "share", "exceeds"),
    [(11, 100, 0.1, True), (10, 100, 0.1, False), (10, 10, 0.1, False), (11, 11, 1.0, False), (11, 11, 0.0, True),
     (100, 1000, 0.1, False), (101, 1000, 0.1, True), (0, 0, 0.0, False)],
)  # fmt: skip
def test_departure_exceeds_a_share_and_what_nobody_asks_about(
    going: int, living: int, share: float, exceeds: bool
) -> None:
    assert Departure(going, living).exceeds(share, 10) is exceeds


def test_full_file_without_a_single_record_takes_out_nothing(tmp_path: Path) -> None:
    """Ten records would be let through: a file that lost all of them is no smaller catalogue."""
    settings = installed(tmp_path, {"id-a": [book(str(number), f"Kisah {number}") for number in range(5)]})
    assert padu(settings, "sync").exit_code == 0
    (tmp_path / "id-a.mrc").write_bytes(b"<collection></collection>")
    for command in (("sync", "--dry-run"), ("sync",), ("sync", "--full")):
        result = padu(settings, *command)
        assert result.exit_code == 2
        assert "There isn't a single record in the source" in result.stderr
    assert len(indexed(settings)) == 5


def test_file_of_changes_without_a_single_record_is_no_failure(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": [book("1", "Bumi manusia")]}, mode="delta")
    assert padu(settings, "sync").exit_code == 0
    (tmp_path / "id-a.mrc").write_bytes(b"<collection></collection>")
    assert padu(settings, "sync").exit_code == 0
    assert len(indexed(settings)) == 1
