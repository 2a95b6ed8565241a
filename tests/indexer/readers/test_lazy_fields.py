"""Fields decoded late are the fields that pymarc decodes at once."""

from pathlib import Path

import pytest

from discovery.examples import examples_folder
from indexer.marc_source import LazyField
from indexer.readers.iso2709 import Unreadable
from indexer.readers.lazy_fields import lazy_fields
from indexer.readers.marc21 import ReadRecord, parse_marc21, read_marc21, read_parsed
from indexer.readers.pieces import pieces
from tests.indexer.readers.iso2709_builder import iso2709

CATALOGUES = sorted((examples_folder() / "catalogues").glob("*.mrc"))


def plain(read: ReadRecord) -> dict[str, list[object]]:
    return {
        tag: [field.data if tag < "010" else (list(field.indicators or ()), list(field.subfields)) for field in fields]
        for tag, fields in read.fields.items()
    }


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.name)
def test_lazy_fields_are_those_of_pymarc_in_every_example(catalogue: Path) -> None:
    compared = 0
    with catalogue.open("rb") as stream:
        for raw in pieces(stream):
            try:
                expected = read_parsed(parse_marc21(raw))
            except Unreadable:
                continue
            read = read_marc21(raw)
            assert (plain(read), read.leader[:5], read.leader[10:], read.problems) == (
                plain(expected), expected.leader[:5], expected.leader[10:], expected.problems,
            )  # fmt: skip
            compared += 1
    assert compared > 10


def test_sound_utf8_record_is_read_lazily() -> None:
    read = read_marc21(iso2709())
    assert {type(field) for fields in read.fields.values() for field in fields} == {LazyField}


@pytest.mark.parametrize(
    "raw",
    [
        iso2709(length=b"99999"),
        iso2709(base=b"00000"),
        iso2709().replace(b"2450043", b"2450093"),
        iso2709(((b"245", b"Judul saja"),)),
        iso2709(((b"245", b"1\xc3\xa9\x1faJudul"),)),
        iso2709(leader_prefix=b" "),
        b"00026nam a2200025 a 4500\x1e\x1d",
    ],
)
def test_unsound_record_is_left_to_the_mending_reader(raw: bytes) -> None:
    assert lazy_fields(raw) is None
