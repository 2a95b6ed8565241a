"""`kill -9` at any moment, then the same command again: the same end as a run that nobody disturbed."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from discovery.search.results import Heading
from discovery.settings import load_settings
from indexer.store.clusters import stored_clusters
from indexer.store.publications import dirty_count, pending
from indexer.store.store import open_store
from tests.indexer.installations import SETTINGS, book, engine_of, indexed, installed, padu

MOMENTS = tuple(index / 10 for index in range(1, 11))
ROOT = Path(__file__).parent.parent.parent

FIRST = [book(str(number), f"Kisah {number} dari negeri {number % 7}") for number in range(60)]
OTHER = [book(f"b{number}", f"Kisah {number} dari negeri {number % 7} /") for number in range(30, 90)]
# A correction, two withdrawals, a new record, and one book that leaves its union record.
CHANGED = [
    *FIRST[2:40],
    book("40", "Hikayat yang sama sekali lain", author="Hamka,", year="1938"),
    book("41", "Kisah 41 dari negeri 6, disempurnakan"),
    *FIRST[42:],
    book("90", "Kisah baru"),
]


def run(settings: Path, last: int) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tests.indexer.killed_run", str(last)]
    env = {**os.environ, "PADU_CONFIG": str(settings), "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)


def write(folder: Path, first: Sequence[bytes], settings: str = SETTINGS) -> Path:
    return installed(folder, {"id-a": first, "id-b": OTHER}, settings=settings)


def end_state(settings: Path) -> tuple[object, ...]:
    """Everything that should not depend on when a run was killed."""
    with open_store(load_settings(settings).store_url()) as store:
        clusters = [
            (cluster.ids, tuple((each.record, each.raw) for each in cluster.members), cluster.title)
            for cluster in stored_clusters(store)
        ]
        assert (dirty_count(store), pending(store)) == (0, ())
    engine = engine_of(settings)
    headings: list[Heading] = []
    for kind in ("author", "title", "subject", "call_number"):
        headings += engine.browse(kind, "", "forward", 1000)
    words = engine.words(prefix="", size=10_000) or engine.words(prefix="k", size=10_000)
    gone = [engine.fact(f"gone:{identity}") for identity, *_ in (cluster[0] for cluster in clusters)]
    engine.close()
    return clusters, indexed(settings), headings, sorted(words, key=lambda word: word.text), gone


def steps_of(finished: "subprocess.CompletedProcess[str]") -> int:
    counted = re.search(r"steps (\d+)", finished.stderr)
    assert finished.returncode == 0, finished.stderr
    assert counted is not None
    return int(counted[1])


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, object, int, object]:
    """The steps and the end state of a first sync, and of a second one with changes."""
    folder = tmp_path_factory.mktemp("undisturbed")
    first_steps = steps_of(run(write(folder, FIRST), 0))
    first = end_state(folder / "padu.toml")
    second_steps = steps_of(run(write(folder, CHANGED), 0))
    return first_steps, first, second_steps, end_state(folder / "padu.toml")


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_first_sync_that_was_killed_ends_as_an_undisturbed_one(
    tmp_path: Path, undisturbed: tuple[int, object, int, object], moment: float
) -> None:
    settings = write(tmp_path, FIRST)
    killed = run(settings, max(1, round(undisturbed[0] * moment)))
    assert killed.returncode == -9
    assert padu(settings, "sync").exit_code == 0
    assert end_state(settings) == undisturbed[1]


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_update_that_was_killed_ends_as_an_undisturbed_one(
    tmp_path: Path, undisturbed: tuple[int, object, int, object], moment: float
) -> None:
    settings = write(tmp_path, FIRST)
    assert padu(settings, "sync").exit_code == 0
    before = indexed(settings)
    write(tmp_path, CHANGED)
    killed = run(settings, max(1, round(undisturbed[2] * moment)))
    assert killed.returncode == -9
    seen = indexed(settings)
    assert seen in (before, undisturbed[3][1])  # type: ignore[index]  # readers see one state or the other
    assert padu(settings, "sync").exit_code == 0
    assert end_state(settings) == undisturbed[3]


@pytest.mark.slow
@pytest.mark.elasticsearch
@pytest.mark.postgresql
@pytest.mark.parametrize("moment", [0.5, 0.8, 0.9, 0.97])
def test_update_on_elasticsearch_and_postgresql_that_was_killed_ends_as_an_undisturbed_one(
    tmp_path: Path,
    undisturbed: tuple[int, object, int, object],
    elasticsearch_engine: str,
    postgresql_schema: str,
    moment: float,
) -> None:
    services = f'[engine]\nurl = "{elasticsearch_engine}"\n[store]\nurl = "{postgresql_schema}"\n'
    settings = write(tmp_path, FIRST, services)
    assert padu(settings, "sync").exit_code == 0
    write(tmp_path, CHANGED, services)
    killed = run(settings, max(1, round(undisturbed[2] * moment)))
    assert killed.returncode == -9, killed.stderr
    again = padu(settings, "sync")
    assert again.exit_code == 0, again.output
    assert end_state(settings) == undisturbed[3]
