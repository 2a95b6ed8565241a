"""How much may be refused of what a partner gives, before a command's exit status says so."""

from pathlib import Path

import pytest

from indexer.command_end import exit_status
from indexer.partners import LibraryRule, Partner
from indexer.pipeline import RunReport
from indexer.report import Counts, PartnerReport
from tests.indexer.installations import book, installed, padu

_BOOKS = [book(str(each), f"Judul nomor {each}") for each in range(100, 160)]


@pytest.mark.parametrize(
    ("rejected", "given", "standing", "status"),
    [
        (0, 0, 0, 0),
        (2, 100, 0, 0),
        (3, 100, 0, 1),
        (1, 5, 0, 1),
        (1, 5, 1000, 0),  # of changes
        (1, 1, 1000, 0),
        (1, 5, 40, 1),
        (15, 40, 1000, 0),
        (15, 20, 1000, 1),  # most of what came
        (21, 100, 1000, 1),
    ],
)
def test_tolerance_is_a_share_of_what_came_and_of_changes_one_of_the_catalogue(
    rejected: int, given: int, standing: int, status: int
) -> None:
    report = PartnerReport("id-a", counts=Counts(unchanged=given - rejected, rejected=rejected), standing=standing)
    partner = Partner("id-a", "a.mrc", None, LibraryRule("id-a"), tolerance=0.02)
    assert exit_status(RunReport([report]), [partner]) == status


def test_one_bad_record_among_few_changes_ends_no_run_with_status_1(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"id-a": _BOOKS}, mode="delta")
    assert padu(settings, "sync").exit_code == 0
    installed(tmp_path, {"id-a": [book("100", "Judul yang baru"), book("9", "")]}, mode="delta")
    assert padu(settings, "sync", "--dry-run").exit_code == 0
    assert padu(settings, "sync").exit_code == 0
    assert "9" in padu(settings, "rejected", "id-a").stdout
    assert padu(settings, "sync", "--full").exit_code == 2  # two records are no catalogue of sixty
