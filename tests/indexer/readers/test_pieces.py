"""A file is cut at the record terminator and nowhere else."""

from io import BytesIO

import pytest

from indexer.readers import pieces as module
from indexer.readers.pieces import pieces
from tests.indexer.readers.iso2709_builder import iso2709

ONE = iso2709(((b"001", b"one"), (b"245", b"10\x1faSatu")))
TWO = iso2709(((b"001", b"two"), (b"245", b"10\x1faDua")))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", []),
        (b"\r\n \x00\x1a", []),
        (ONE, [ONE]),
        (ONE + TWO, [ONE, TWO]),
        (ONE + b"\r\n" + TWO + b"\n", [ONE, TWO]),
        (b"\xef\xbb\xbf" + ONE, [ONE]),
        (ONE + TWO[:-20], [ONE, TWO[:-20]]),
        (b"<html></html>", [b"<html></html>"]),
        (ONE + b"rubbish\x1d" + TWO, [ONE, b"rubbish\x1d", TWO]),
    ],
)
def test_pieces_are_cut_at_the_terminator_without_what_lies_between(content: bytes, expected: list[bytes]) -> None:
    assert list(pieces(BytesIO(content))) == expected


def test_pieces_do_not_depend_on_where_the_reads_fall(monkeypatch: pytest.MonkeyPatch) -> None:
    content = ONE + b"\n" + TWO + b"\r\n" + ONE
    for chunk in range(1, 60):
        monkeypatch.setattr(module, "_CHUNK", chunk)
        assert list(pieces(BytesIO(content))) == [ONE, TWO, ONE]


def test_pieces_pass_over_the_rest_of_an_endless_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CHUNK", 64)
    monkeypatch.setattr(module, "MAX_PIECE", 128)
    found = list(pieces(BytesIO(b"x" * 1000 + b"\x1d" + TWO)))
    assert [len(found[0]), found[1:]] == [128, [TWO]]
