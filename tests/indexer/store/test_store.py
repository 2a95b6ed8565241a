"""Opening and closing the store, and what goes wrong with it."""

import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, inspect, make_url, select, text
from sqlalchemy.exc import OperationalError

from discovery.errors import StoreError, StoreLocked
from indexer.store.clusters import stored_clusters, union_record_count
from indexer.store.connection import IN_MEMORY
from indexer.store.faults import translated
from indexer.store.schema import OLDEST_VERSION, SCHEMA_VERSION, properties, source_records
from indexer.store.store import Store, open_store, property_of, set_property
from tests.indexer.store.records import loaded, record

HOLD = """
import sys, time
from indexer.store.store import open_store
held = open_store(sys.argv[1])
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def other_run(store_url: str) -> Iterator["subprocess.Popen[str]"]:
    """Another process that holds the store."""
    command = [sys.executable, "-c", HOLD, store_url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_store_that_another_run_holds_says_so(store_url: str, other_run: "subprocess.Popen[str]") -> None:
    with pytest.raises(StoreLocked, match="in use by another run of padu: wait until it has finished"):
        open_store(store_url)


def test_a_look_at_a_blank_store_makes_no_tables(store_url: str) -> None:
    url = make_url(store_url)
    if url.database and url.get_backend_name() == "sqlite":
        Path(url.database).touch()
    with open_store(store_url, writing=False) as store:
        assert (stored_records(store), union_record_count(store)) == (0, 0)
    engine = create_engine(url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_tables_of_an_older_version_are_changed_by_who_holds_the_lock_alone(store_url: str) -> None:
    with open_store(store_url) as writing:
        with writing.transaction() as connection:
            set_property(connection, "schema", str(OLDEST_VERSION))
        with pytest.raises(StoreLocked):
            open_store(store_url, writing=False)
    for _ in ("changes them", "finds them changed"):
        with open_store(store_url, writing=False) as store, store.transaction() as connection:
            assert property_of(connection, "schema") == str(SCHEMA_VERSION)


def test_a_killed_run_gives_the_store_back(store_url: str, other_run: "subprocess.Popen[str]") -> None:
    other_run.kill()
    other_run.wait()
    with open_store(store_url) as store:
        assert union_record_count(store) == 0


@pytest.mark.postgresql
def test_lock_is_not_held_by_a_transaction_that_a_server_ends_for_idling(postgresql_schema: str) -> None:
    of_lock = text(
        "SELECT state FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND objid::bigint = "
        "hashtext(current_database() || '.' || current_schema())::bigint & 4294967295"
    )
    with open_store(postgresql_schema) as store, store.transaction() as connection:
        assert connection.scalars(of_lock).all() == ["idle"]


@pytest.mark.postgresql
def test_a_server_that_ends_who_is_idle_ends_neither_a_run_nor_its_lock(postgresql_schema: str) -> None:
    """A partner is harvested for hours between two transactions."""
    impatient = make_url(postgresql_schema)
    options = f"{impatient.query['options']} -cidle_session_timeout=100"
    url = impatient.update_query_dict({"options": options}).render_as_string(hide_password=False)
    with open_store(url) as store:
        time.sleep(0.5)
        loaded(store, "ui", record("ui", "1"))
        with pytest.raises(StoreLocked):
            open_store(url)


def test_reading_goes_on_while_another_run_writes(store_url: str, store: Store) -> None:
    loaded(store, "ui", record("ui", "1"), record("ui", "2"))
    with open_store(store_url, writing=False) as reading:
        with reading.transaction() as connection:
            rows = connection.execute(select(source_records.c.source_id))
            half_read = [rows.fetchone()]
            loaded(store, "itb", record("itb", "3"))
            assert len([*half_read, *rows]) == 2
        assert stored_records(reading) == 3


def stored_records(store: Store) -> int:
    with store.transaction() as connection:
        return connection.scalar(select(func.count()).select_from(source_records)) or 0


def test_a_closed_store_can_be_opened_again_with_all_it_held(store_url: str) -> None:
    with open_store(store_url) as store:
        loaded(store, "ui", record("ui", "1"))
    with open_store(store_url) as store:
        assert union_record_count(store) == 1


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("1", r"made by another version of padu .* `padu sync --full`"),
        ("999", r"made by a newer padu .* install the newer one again; nothing was changed"),
    ],
)
def test_a_store_of_another_version_says_what_to_do(store_url: str, version: str, told: str) -> None:
    with open_store(store_url) as store, store.transaction() as connection:
        set_property(connection, "schema", version)
    with pytest.raises(StoreError, match=told):
        open_store(store_url)


def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_text("<html>not a database, but long enough to look like a file of one</html>" * 50)
    with pytest.raises(StoreError) as caught:
        open_store(f"sqlite:///{path}")
    assert str(caught.value) == (
        f"The record store {path}: the file is no SQLite database: put it aside, or name another in store.url."
    )


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="its folder can't be made"):
        open_store(f"sqlite:///{tmp_path}/file/store.db")


def test_a_store_that_this_user_may_not_look_at_says_so(tmp_path: Path) -> None:
    # A circle of links is refused to everybody, also to root; a folder of somebody else's is told in the same way.
    (tmp_path / "data").symlink_to("data")
    with pytest.raises(StoreError, match="the file can't be looked at"):
        open_store(f"sqlite:///{tmp_path}/data/store.db", writing=False)


def test_a_full_disk_says_so_and_loses_nothing(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/store.db") as store:
        loaded(store, "ui", record("ui", "1"))
        with store.transaction() as connection:
            pages = connection.scalar(text("PRAGMA page_count"))
            # SQLite's own limit stands in for the disk's: the fault it raises is the same.
            connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        with pytest.raises(StoreError, match="the disk is full: make room, then run the same command again"):
            loaded(store, "ui", *(record("ui", str(number), "Judul " * 200) for number in range(2, 60)))
        assert union_record_count(store) == 1


def test_a_disk_so_full_that_a_store_cannot_be_read_says_so() -> None:
    fault = OperationalError("SELECT 1", {}, sqlite3.OperationalError("disk I/O error"))
    with pytest.raises(StoreError, match="the disk is full or broken: make room, then run"), translated(IN_MEMORY):
        raise fault


@pytest.mark.parametrize(("standing", "page", "pages"), [(None, 16_384, 8_192), (4_096, 4_096, 32_768)])
def test_a_stores_log_holds_as_many_bytes_whatever_its_pages(
    tmp_path: Path, standing: int | None, page: int, pages: int
) -> None:
    path = tmp_path / "store.db"
    if standing:
        with closing(sqlite3.connect(path)) as before:
            before.execute(f"PRAGMA page_size = {standing}")
            before.execute("CREATE TABLE one (number INTEGER)")
    with open_store(f"sqlite:///{path}") as store, store.transaction() as connection:
        assert connection.scalar(text("PRAGMA page_size")) == page
        assert connection.scalar(text("PRAGMA wal_autocheckpoint")) == pages


@pytest.mark.parametrize(
    ("address", "complaint"),
    [
        ("", "what stands there is no address"),
        ("store.db", "what stands there is no address"),
        ("mysql://root:rahasia@db/padu", "mysql isn't one of them"),
        ("sqlite://", "sqlite isn't one of them"),
    ],
)
def test_an_address_of_another_kind_says_what_is_allowed(address: str, complaint: str) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(address)
    allowed = "store.url must be like sqlite:///padu-data/store.db or postgresql://user@host/padu"
    assert str(caught.value) == f"{allowed}; {complaint}."


def test_a_server_that_does_not_answer_is_named_without_its_credentials() -> None:
    with pytest.raises(StoreError) as caught:
        open_store("postgresql://padu:rahasia@127.0.0.1:1/padu?application_name=kunci")
    assert str(caught.value) == (
        "The record store postgresql://127.0.0.1:1/padu: the server doesn't answer: "
        "look whether it runs and whether store.url is right."
    )


@pytest.mark.postgresql
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"database": "nowhere"}, "the server has no such database: create it, or name another in store.url."),
        ({"username": "nobody"}, "the server refuses the user or the password in store.url."),
    ],
)
def test_a_server_that_lets_nobody_in_is_not_called_silent(
    postgresql_url: str, wrong: dict[str, str], told: str
) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(make_url(postgresql_url).set(**wrong).render_as_string(hide_password=False))
    assert str(caught.value).endswith(f": {told}")


@pytest.mark.postgresql
def test_a_database_made_without_an_encoding_is_one_too(postgresql_url: str) -> None:
    server = make_url(postgresql_url).set(drivername="postgresql+psycopg")
    name = f"store_{uuid.uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        made = f"CREATE DATABASE {name} ENCODING 'SQL_ASCII' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"
        connection.execute(text(made))
        with open_store(server.set(database=name).render_as_string(hide_password=False)) as store:
            loaded(store, "ui", record("ui", "1", "Ĉiam Ḥasan"))
            [cluster] = stored_clusters(store)
            assert cluster.members[0].record.description.title.main == "Ĉiam Ḥasan"
        connection.execute(text(f"DROP DATABASE {name}"))
    engine.dispose()


@pytest.mark.postgresql
def test_a_server_that_is_ended_while_a_run_writes_is_one_sentence(postgresql_url: str) -> None:
    name = f"padu-{uuid.uuid4().hex}"
    server = make_url(postgresql_url).set(drivername="postgresql+psycopg")
    address = server.update_query_dict({"application_name": name})
    ended = text("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = :name")
    engine = create_engine(server)

    def a_run() -> None:
        with open_store(address.render_as_string(hide_password=False)) as store, engine.begin() as connection:
            assert connection.execute(ended, {"name": name}).scalars().all() == [True, True]
            union_record_count(store)

    with pytest.raises(StoreError) as caught:
        a_run()
    engine.dispose()
    assert str(caught.value).partition(": ")[2] == (
        "the server was ended meanwhile: when it runs, run the same command again; nothing was lost."
    )


def test_a_store_whose_making_met_a_full_disk_is_made_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    with monkeypatch.context() as full_disk:
        # SQLite's own limit stands in for the disk's: the fault it raises is the same.
        full_disk.setattr("indexer.store.connection._SQLITE_SETTINGS", ("PRAGMA max_page_count = 20",))
        with pytest.raises(StoreError, match="the disk is full"):
            open_store(url)
    engine = create_engine(url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
    with open_store(url) as store:
        loaded(store, "ui", record("ui", "1"))
        assert union_record_count(store) == 1


def test_a_store_that_has_its_tables_and_no_version_is_finished_where_it_is_empty(store_url: str) -> None:
    with open_store(store_url) as store, store.transaction() as opened:
        opened.execute(properties.delete())
    with open_store(store_url) as store:
        loaded(store, "ui", record("ui", "1"))
        with store.transaction() as opened:
            opened.execute(properties.delete())
    with pytest.raises(StoreError, match="made by another version of padu"):
        open_store(store_url)


def test_who_may_only_read_the_folder_reads_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path}/store 100%.db"
    with open_store(url) as store:
        loaded(store, "ui", record("ui", "1"))
    standing = sorted(tmp_path.iterdir())
    monkeypatch.setattr("indexer.store.connection.os.access", lambda *_: False)
    with open_store(url, writing=False) as store:
        assert union_record_count(store) == 1
        assert sorted(tmp_path.iterdir()) == standing
        with pytest.raises(StoreError, match="it can't be written: give this user the right"):
            loaded(store, "ui", record("ui", "2"))
    with open_store(url) as writing:
        loaded(writing, "ui", record("ui", "2"))
        with open_store(url, writing=False) as store:
            assert stored_records(store) == 2


def test_store_that_changed_under_who_may_only_read_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.db"
    with open_store(f"sqlite:///{path}") as store:
        loaded(store, "ui", *(record("ui", str(number), "Judul " * 50) for number in range(200)))
    monkeypatch.setattr("indexer.store.connection.os.access", lambda *_: False)
    with open_store(f"sqlite:///{path}", writing=False) as store:
        content = path.read_bytes()
        path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
        with pytest.raises(StoreError, match="changed while it was read: run the same command again"):
            list(stored_clusters(store))
