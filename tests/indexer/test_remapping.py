"""A new mapping is worked out from the stored sources, without a harvest, and goes on where it was killed."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select, text

from discovery.settings import load_settings
from indexer.configured import partners_of
from indexer.progress import Unwatched
from indexer.remapping import remap
from indexer.store.quality import assess
from indexer.store.remapping import forget_place
from indexer.store.schema import source_records
from indexer.store.store import Store, open_store
from indexer.workers import Workers
from tests.indexer.installations import book, indexed, installed, padu

BOOKS = "KODE,NAMA,ISI,TAHUN\n1,Bumi manusia,Jakarta 1900,1980\n2,Anak semua bangsa,Surabaya,1981\n"
PARTNER = """\
[[library]]
code = "id-a"
name = "Sekolah A"
kind = "school"
[[partner]]
code = "id-a"
source = "buku.csv"
library = "id-a"
[partner.columns]
id = "KODE"
title = "NAMA"
"""
SETTINGS = '[engine]\nurl = "embedded:index"\n[store]\nurl = "{store}"\n' + PARTNER


def school(folder: Path, extra: str = "", store: str = "sqlite:///store.db") -> Path:
    (folder / "buku.csv").write_text(BOOKS)
    path = folder / "padu.toml"
    path.write_text(SETTINGS.format(store=store) + extra)
    return path


def rows(store: Store) -> list[tuple[object, ...]]:
    columns = source_records.c
    with store.transaction() as connection:
        listed = select(columns.id, columns.confirmed, columns.run, columns.live).order_by(columns.sequence)
        return [tuple(row) for row in connection.execute(listed)]


def test_new_column_map_reaches_the_index_without_the_file(tmp_path: Path) -> None:
    settings = school(tmp_path)
    padu(settings, "sync")
    before = indexed(settings)
    school(tmp_path, 'subtitle = "ISI"\n')
    (tmp_path / "buku.csv").unlink()
    result = padu(settings, "rebuild", "--remap", "--json")
    assert result.exit_code == 0, result.output
    (partner,) = json.loads(result.stdout)["partners"]
    assert (partner["loaded"], partner["unchanged"]) == (2, 0)
    assert indexed(settings).keys() == before.keys()
    assert "Anak semua bangsa : Surabaya" in padu(settings, "search", "surabaya").stdout


def test_same_mapping_changes_nothing(tmp_path: Path) -> None:
    settings = installed(
        tmp_path, {"id-a": [book("1", "Bumi manusia"), book("2", "ThÃ©Ã¢tre")], "id-b": [book("9", "Lain")]}
    )
    padu(settings, "sync")
    before = indexed(settings)
    partners = json.loads(padu(settings, "rebuild", "--remap", "--json").stdout)["partners"]
    assert [(each["code"], each["loaded"], each["unchanged"]) for each in partners] == [("id-a", 0, 2), ("id-b", 0, 1)]
    assert indexed(settings) == before


def test_uncoded_records_keep_the_language_that_the_partners_others_told(tmp_path: Path) -> None:
    coded = [book(str(number), f"Judul {number}").replace(b" ind d", b" jpn d") for number in range(10)]
    uncoded = book("10", "羅生門").replace(b" ind d", b"     d")
    settings = installed(tmp_path, {"id-a": [*coded, uncoded]})
    padu(settings, "sync")
    assert json.loads(padu(settings, "search", "lang:ja 羅生門", "--json").stdout)["total"] == 1
    (partner,) = json.loads(padu(settings, "rebuild", "--remap", "--json").stdout)["partners"]
    assert (partner["loaded"], partner["unchanged"]) == (0, 11)


def test_record_that_would_have_another_identifier_stays_and_is_listed(tmp_path: Path) -> None:
    settings = school(tmp_path)
    padu(settings, "sync")
    before = indexed(settings)
    settings.write_text(settings.read_text().replace('id = "KODE"', 'id = "TAHUN"'))
    (partner,) = json.loads(padu(settings, "rebuild", "--remap", "--json").stdout)["partners"]
    assert partner["skipped"] == 2
    assert indexed(settings) == before
    assert "another identifier" in padu(settings, "rejected", "id-a").stdout


def test_remapping_keeps_when_records_were_confirmed_and_looks_at_their_quality(tmp_path: Path, store_url: str) -> None:
    settings = school(tmp_path, store=store_url)
    padu(settings, "sync")
    partners = partners_of(load_settings(settings))
    with open_store(load_settings(settings).store_url()) as store, Workers(1) as workers:
        with store.transaction() as connection:
            connection.execute(text("UPDATE source_records SET confirmed = '2020-01-01', quality = 0"))
        before = rows(store)
        (report,) = remap(store, partners, workers, Unwatched())
        assert (report.counts.unchanged, rows(store)) == (2, before)
        assert assess(store, "id-a").records == 2
        assert assess(store, "id-a").unassessed == 0


def test_killed_remapping_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.remapping._TASK", 2)
    many = [book(str(number), f"Judul {number}") for number in range(1, 8)]
    settings = installed(tmp_path, {"id-a": many, "id-b": [book("9", "Lain")]})
    padu(settings, "sync")
    partners = partners_of(load_settings(settings))

    class Killed(Unwatched):
        def advance(self, items: int) -> None:
            raise KeyboardInterrupt

    with open_store(load_settings(settings).store_url()) as store, Workers(1) as workers:
        with pytest.raises(KeyboardInterrupt):
            remap(store, partners, workers, Killed())
        rest = remap(store, partners, workers, Unwatched())
        assert [(each.partner, each.counts.unchanged) for each in rest] == [("id-a", 5), ("id-b", 1)]
        assert [each.counts.unchanged for each in remap(store, partners, workers, Unwatched())] == [0]
        forget_place(store)
        again = remap(store, partners, workers, Unwatched())
        assert [(each.partner, each.counts.unchanged) for each in again] == [("id-a", 7), ("id-b", 1)]


REMARK = "id-a: some of its records are mapped as padu.toml, or an earlier Padu, had it before; `padu rebuild --remap`"


@pytest.mark.parametrize(("mode", "told"), [("delta", True), ("full", False)])
def test_sync_says_where_only_a_remapping_brings_a_change_of_the_settings_to_all_records(
    tmp_path: Path, mode: str, told: bool
) -> None:
    books = [book("1", "Bumi manusia"), book("2", "Anak semua bangsa")]
    settings = installed(tmp_path, {"id-a": books}, mode=mode)
    assert REMARK not in padu(settings, "sync").stderr
    (tmp_path / "id-a.mrc").write_bytes(b"".join(books[told:]))
    text = settings.read_text("utf-8").replace('code = "id-a"', 'code = "id-b"', 1)
    settings.write_text(text.replace('library = "id-a"', 'library = "id-b"'), encoding="utf-8")
    assert [REMARK in padu(settings, "sync").stderr for _ in range(2)] == [told, told]
    padu(settings, "rebuild", "--remap")
    assert REMARK not in padu(settings, "sync").stderr
    assert {libraries for _, _, libraries in indexed(settings).values()} == {("id-b",)}


@pytest.mark.parametrize(("mode", "told"), [("delta", True), ("full", False)])
def test_a_padu_that_maps_otherwise_says_that_a_remapping_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str, told: bool
) -> None:
    settings = installed(tmp_path, {"id-a": [book("1", "Bumi manusia")]}, mode=mode)
    padu(settings, "sync")
    monkeypatch.setattr("indexer.memory.MAPPING_VERSION", 0)
    assert (REMARK in padu(settings, "sync").stderr) is told
    padu(settings, "rebuild", "--remap")
    assert REMARK not in padu(settings, "sync").stderr
