"""What a broken disk, a killed writer or a second process can do to an embedded index: nothing lasting."""

import errno
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from discovery.engines.embedded.engine import EmbeddedEngine
from discovery.engines.embedded.failures import translated
from discovery.engines.embedded.writer import EmbeddedWriter
from discovery.errors import EngineError, EngineUnavailable
from discovery.search.engine import Position
from discovery.search.request import SearchRequest
from discovery.search.tree import All
from tests.contract.builders import found, record


def publish(folder: Path, *ids: str) -> Position:
    writer = EmbeddedWriter(folder)
    writer.begin()
    writer.write([record(record_id) for record_id in ids])
    return writer.publish()


def change(folder: Path, *ids: str) -> Position:
    writer = EmbeddedWriter(folder)
    assert writer.current() is not None
    writer.write([record(record_id) for record_id in ids])
    return writer.publish()


def test_the_folder_is_made_when_it_is_missing(tmp_path: Path) -> None:
    publish(tmp_path / "not" / "there" / "yet", "a")
    engine = EmbeddedEngine(tmp_path / "not" / "there" / "yet")
    assert found(engine, All()) == ["a"]
    engine.close()


def test_a_published_generation_takes_the_older_ones_away(tmp_path: Path) -> None:
    publish(tmp_path, "a")
    second = publish(tmp_path, "b")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["CURRENT", "writer.lock", second.generation])


def test_a_published_change_takes_the_older_records_away(tmp_path: Path) -> None:
    position = publish(tmp_path, "a")
    for number in range(3):
        change(tmp_path, f"b{number}")
    assert sorted(path.name for path in (tmp_path / position.generation).iterdir()) == ["headings.db", "records-3"]


def test_sixty_changes_leave_few_segments(tmp_path: Path) -> None:
    position = publish(tmp_path, *(f"a{number}" for number in range(50)))
    for number in range(60):
        change(tmp_path, f"b{number}")
    segments = list((tmp_path / position.generation / "records-60").glob("*.store"))
    assert len(segments) <= 20


def test_a_reader_keeps_what_it_opened_while_its_files_are_taken_away(tmp_path: Path) -> None:
    publish(tmp_path, "a")
    engine = EmbeddedEngine(tmp_path)
    held = engine._snapshot()
    publish(tmp_path, "b")
    assert [held.searcher.doc(held.searcher.search(held.compiler.node(All()), 1).hits[0][1]).get_first("id_kw")] == [
        "a"
    ]
    assert found(engine, All()) == ["b"]
    engine.close()


def test_a_new_generation_is_on_the_disk_before_it_is_pointed_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What a power cut does can't be tried here; tantivy's own files are brought to the disk by tantivy.
    synced: list[str] = []

    def noted(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)

    monkeypatch.setattr("os.fsync", noted)
    position = publish(tmp_path, "a")
    assert synced == ["headings.db", position.generation, "CURRENT.new", tmp_path.name]


@pytest.mark.parametrize("others", [0o022, 0o077])
def test_who_may_read_an_index_may_read_all_of_it(tmp_path: Path, others: int) -> None:
    before = os.umask(others)
    try:
        publish(tmp_path, "a")
        change(tmp_path, "b")
    finally:
        os.umask(before)
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o666 & ~others}


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from discovery.engines.embedded.writer import EmbeddedWriter
    from discovery.search.results import Word
    from tests.contract.builders import record

    folder, start, moment = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    writer = EmbeddedWriter(folder)
    getattr(writer, start)()
    writer.write([record("new")])
    writer.delete(["old"])
    writer.write_words([Word("baru", 1)])
    if moment == "after the records":
        writer._draft.headings.commit = die
    if moment == "after the headings":
        writer._folder.point_at = die
    if moment != "before publishing":
        writer.publish()
    die()
"""


@pytest.mark.parametrize("start", ["begin", "current"])
@pytest.mark.parametrize("moment", ["before publishing", "after the records", "after the headings", "published"])
def test_a_killed_writer_leaves_the_old_or_the_new_whole(tmp_path: Path, start: str, moment: str) -> None:
    publish(tmp_path, "old")
    killed = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(tmp_path), start, moment], check=False, timeout=60
    )
    assert killed.returncode == -signal.SIGKILL
    engine = EmbeddedEngine(tmp_path)
    assert (found(engine, All()), len(engine.words(prefix="baru"))) in ((["old"], 0), (["new"], 1))
    change(tmp_path, "next")
    assert "next" in found(engine, All())
    assert publish(tmp_path, "last").revision == 0
    assert found(engine, All()) == ["last"]
    assert len(list(tmp_path.iterdir())) == 3
    engine.close()


def test_a_writer_in_another_process_is_seen(tmp_path: Path) -> None:
    publish(tmp_path, "old")
    engine = EmbeddedEngine(tmp_path)
    assert found(engine, All()) == ["old"]
    subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(tmp_path), "current", "published"], check=False, timeout=60
    )
    assert (found(engine, All()), engine.revision().revision) == (["new"], 1)
    engine.close()


def without_records(generation: Path) -> None:
    for file in (generation / "records-0").iterdir():
        file.unlink()


def with_cut_records(generation: Path) -> None:
    for file in (generation / "records-0").glob("*.store"):
        os.truncate(file, 3)


def without_headings(generation: Path) -> None:
    (generation / "headings.db").unlink()


def with_other_headings(generation: Path) -> None:
    (generation / "headings.db").write_bytes(b"no database at all" * 1_000)


def with_empty_headings(generation: Path) -> None:
    (generation / "headings.db").write_bytes(b"")


def with_nonsense_to_point_at(generation: Path) -> None:
    (generation.parent / "CURRENT").write_text("nonsense")


@pytest.mark.parametrize(
    "damage",
    [
        without_records,
        with_cut_records,
        without_headings,
        with_other_headings,
        with_empty_headings,
        with_nonsense_to_point_at,
    ],
)
def test_a_damaged_index_is_one_sentence_and_can_be_rebuilt(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    damage(tmp_path / publish(tmp_path, "a").generation)
    engine = EmbeddedEngine(tmp_path)
    with pytest.raises(EngineUnavailable, match=r"padu rebuild"):
        engine.search(SearchRequest(All()))
    assert not engine.health().ok
    publish(tmp_path, "b")
    assert found(engine, All()) == ["b"]
    engine.close()


def test_a_file_where_the_folder_should_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("not a folder")
    with pytest.raises(EngineError, match="can't be written"):
        publish(tmp_path / "index", "a")
    with pytest.raises(EngineUnavailable, match="can't be read"):
        EmbeddedEngine(tmp_path / "index").search(SearchRequest(All()))


FULL = """
    import resource, signal, sys
    from pathlib import Path
    from discovery.engines.embedded.writer import EmbeddedWriter
    from discovery.errors import EngineError
    from discovery.search.document import SourceCopy
    from tests.contract.builders import record

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    writer = EmbeddedWriter(Path(sys.argv[1]))
    writer.begin() if sys.argv[2] == "begin" else writer.current()
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    try:
        for batch in range(40):
            writer.write([
                record(f"{batch}-{at}", "judul", display=bytes(5_000), sources=(SourceCopy("m", "f", bytes(2_000)),))
                for at in range(50)
            ])
        writer.publish()
    except EngineError as error:
        print(error)
"""


@pytest.mark.parametrize("start", ["begin", "current"])
def test_a_full_disk_is_one_sentence_and_leaves_what_was_published(tmp_path: Path, start: str) -> None:
    """A limit on the size of files stands for the full disk: both end a write in the middle."""
    publish(tmp_path, "a")
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(FULL), str(tmp_path), start],
        check=False,
        timeout=60,
        capture_output=True,
        text=True,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert len(run.stdout.splitlines()) == 1
    engine = EmbeddedEngine(tmp_path)
    assert found(engine, All()) == ["a"]
    engine.close()


def test_readers_leave_no_connection_open_once_closed(tmp_path: Path) -> None:
    position = publish(tmp_path, "a")
    engine = EmbeddedEngine(tmp_path)
    engine.words(prefix="a")
    engine.close()
    with sqlite3.connect(tmp_path / position.generation / "headings.db") as connection:
        connection.execute("BEGIN EXCLUSIVE")
    connection.close()


def test_who_may_only_read_the_folder_searches_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index, temporary = tmp_path / "index", tmp_path / "tmp"
    temporary.mkdir()
    position = publish(index, "a", "b")
    for lock in (index / position.generation / "records-0").glob(".tantivy-*.lock"):
        lock.unlink()
    standing = sorted(index.rglob("*"))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.setattr("discovery.engines.embedded.snapshot.os.access", lambda *_: False)
    engine = EmbeddedEngine(index)
    assert sorted(found(engine, All())) == ["a", "b"]
    assert (sorted(index.rglob("*")), list(temporary.iterdir())) == (standing, [])
    engine.close()


WRITER_KILLED = ValueError("An error occurred in a thread: 'An index writer was killed.. A worker thread …'")
TOLD_FULL = "The disk that holds the index in FOLDER, or temporary files in TEMPORARY, is full. Make room"


@pytest.mark.parametrize(
    ("fault", "free", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 1 << 40, TOLD_FULL),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), 1 << 40, TOLD_FULL),
        (sqlite3.OperationalError("database or disk is full"), 1 << 40, TOLD_FULL),
        (WRITER_KILLED, 4096, TOLD_FULL),
        (WRITER_KILLED, 1 << 40, "The index in FOLDER failed: An error occurred in a thread"),
        (FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']"), 0, "No folder takes temp"),
        (PermissionError(errno.EACCES, "Permission denied"), 0, "The index in FOLDER can't be read or written: give"),
        (ValueError("Lockfile: Read-only file system"), 0, "The index in FOLDER can't be read or written: give"),
    ],
)
def test_a_fault_of_the_disk_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, free: int, sentence: str
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    monkeypatch.setattr("discovery.engines.embedded.failures.temporary_folder", lambda: "TEMPORARY")
    with pytest.raises(EngineError) as caught, translated(tmp_path, EngineError):
        raise fault
    assert str(caught.value).replace(str(tmp_path), "FOLDER").startswith(sentence)
