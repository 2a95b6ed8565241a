"""Translations join their original's work by what the original's record says of them (767), whichever came first."""

from io import BytesIO
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pymarc
import pytest
from pymarc import Field, Indicators, Subfield

from discovery.search.document import decode_display
from discovery.search.request import SearchRequest
from discovery.search.tree import All
from discovery.settings import load_settings
from indexer.store.batches import insert_rows
from indexer.store.schema import translations
from indexer.store.store import open_store
from tests.indexer.installations import SETTINGS, book, engine_of, installed, padu

MANY = [book(f"x{number}", f"Judul {number}", author=f"Pengarang {number}") for number in range(30)]


def naming(record: bytes, *translations: str) -> bytes:
    """The record with a 767 for each translation."""
    read = next(iter(pymarc.MARCReader(BytesIO(record))))
    assert read is not None
    for title in translations:
        read.add_field(Field(tag="767", indicators=Indicators("0", " "), subfields=[Subfield("t", title)]))
    written: bytes = read.as_marc()
    return written


ORIGINAL = naming(book("1", "Bumi manusia"), "This earth of mankind : a novel", "Aarde der mensen")
ENGLISH, DUTCH = book("2", "This earth of mankind", year="1982"), book("3", "Aarde der mensen", year="1981")


def works(settings: Path) -> set[tuple[str, ...]]:
    """The titles of each work that has several."""
    engine = engine_of(settings)
    try:
        unions = [decode_display(hit.display) for hit in engine.search(SearchRequest(All(), size=100)).hits]
    finally:
        engine.close()
    told = sorted((union.work, union.description.title.main) for union in unions)
    grouped = [tuple(title for _, title in group) for _, group in groupby(told, key=itemgetter(0))]
    return {titles for titles in grouped if len(titles) > 1}


ALL = {("Aarde der mensen", "Bumi manusia", "This earth of mankind")}


@pytest.mark.parametrize("order", [(ORIGINAL, ENGLISH, DUTCH), (ENGLISH, DUTCH, ORIGINAL)])
def test_translations_join_the_work_that_names_them(tmp_path: Path, order: tuple[bytes, ...]) -> None:
    settings = installed(tmp_path, {"ui": MANY}, mode="delta")
    padu(settings, "sync")
    assert works(settings) == set()
    for record in order:
        (tmp_path / "ui.mrc").write_bytes(record)
        assert padu(settings, "sync").exit_code == 0
    assert works(settings) == ALL
    assert padu(settings, "rebuild").exit_code == 0
    assert works(settings) == ALL


def test_a_translation_leaves_the_work_that_names_it_no_longer(tmp_path: Path) -> None:
    settings = installed(tmp_path, {"ui": [*MANY, ENGLISH, DUTCH], "itb": ORIGINAL}, mode="delta")
    padu(settings, "sync")
    assert works(settings) == ALL
    (tmp_path / "itb.mrc").write_bytes(naming(book("1", "Bumi manusia"), "Aarde der mensen"))
    padu(settings, "sync", "itb")
    assert works(settings) == {("Aarde der mensen", "Bumi manusia")}
    padu(settings, "sync", "--remove", "itb", "--yes")
    assert works(settings) == set()


def test_records_that_name_each_other_are_one_work(tmp_path: Path) -> None:
    pair = [naming(book("1", "Bumi manusia"), "This earth of mankind"), naming(ENGLISH, "Bumi manusia")]
    settings = installed(tmp_path, {"ui": [*pair, *MANY]})
    padu(settings, "sync")
    assert works(settings) == {("Bumi manusia", "This earth of mankind")}


def test_a_translation_of_a_translation_belongs_to_the_original(tmp_path: Path) -> None:
    chain = [naming(book("1", "Bumi manusia"), "This earth of mankind"), naming(ENGLISH, "Aarde der mensen"), DUTCH]
    settings = installed(tmp_path, {"ui": [*chain, *MANY]})
    padu(settings, "sync")
    assert works(settings) == ALL


def test_what_is_translated_from_a_translation_follows_it_to_another_work(tmp_path: Path) -> None:
    alone, first = book("1", "Bumi manusia"), naming(book("1", "Bumi manusia"), "This earth of mankind")
    rest = [naming(ENGLISH, "Aarde der mensen"), DUTCH, *MANY]
    settings = installed(tmp_path, {"ui": [alone, *rest]})
    padu(settings, "sync")
    for original, joined in ((first, ALL), (alone, {("Aarde der mensen", "This earth of mankind")})):
        installed(tmp_path, {"ui": [original, *rest]})
        padu(settings, "sync")
        assert works(settings) == joined


def test_editions_with_the_uniform_title_of_a_named_translation_join_the_work_too(tmp_path: Path) -> None:
    read = next(iter(pymarc.MARCReader(BytesIO(book("2", "Child of all nations")))))
    assert read is not None
    uniform = [Subfield("a", "This earth of mankind")]
    read.add_field(Field(tag="240", indicators=Indicators("1", "0"), subfields=uniform))
    settings = installed(tmp_path, {"ui": [*MANY, read.as_marc()], "itb": book("1", "Bumi manusia")}, mode="delta")
    padu(settings, "sync")
    for record, joined in ((ORIGINAL, {("Bumi manusia", "Child of all nations")}), (book("1", "Bumi manusia"), set())):
        (tmp_path / "itb.mrc").write_bytes(record)
        padu(settings, "sync")
        assert works(settings) == joined


def test_a_namesake_by_somebody_else_is_no_translation(tmp_path: Path) -> None:
    stranger = book("2", "This earth of mankind", author="Hamka")
    settings = installed(tmp_path, {"ui": [ORIGINAL, stranger, *MANY]})
    padu(settings, "sync")
    assert works(settings) == set()


@pytest.mark.elasticsearch
def test_more_translations_than_elasticsearch_is_asked_for_at_once_are_told(
    tmp_path: Path, elasticsearch_engine: str
) -> None:
    services = SETTINGS.replace("embedded:index", elasticsearch_engine)
    settings = installed(tmp_path, {"ui": MANY}, mode="delta", settings=services)
    assert padu(settings, "sync").exit_code == 0
    with open_store(load_settings(settings).store_url()) as store, store.transaction() as connection:
        told = [(1, f"{number:013}", f"x{number:012}", number) for number in range(70_000)]
        insert_rows(connection, translations, told)
    (tmp_path / "ui.mrc").write_bytes(ORIGINAL + ENGLISH + DUTCH)
    result = padu(settings, "sync")
    assert result.exit_code == 0, result.output
    assert works(settings) == ALL
