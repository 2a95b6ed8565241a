"""One damaged place costs what it holds, and is named."""

import pytest

from indexer.readers.iso2709 import Unreadable
from indexer.readers.marc21 import Parsed, parse_marc21
from tests.indexer.readers.iso2709_builder import DEFAULT_FIELDS, iso2709

TITLE = "Bumi manusia /"


def title(parsed: Parsed) -> str:
    return parsed.record["245"]["a"]


def with_title(content: bytes) -> tuple[tuple[bytes, bytes], ...]:
    return ((b"001", b"rec-1"), (b"245", b"10\x1fa" + content))


@pytest.mark.parametrize(
    ("raw", "expected", "problems"),
    [
        pytest.param(iso2709(), TITLE, (), id="sound"),
        pytest.param(iso2709(length=b"99999"), TITLE, ("structure",), id="length too large"),
        pytest.param(iso2709(length=b"00001"), TITLE, (), id="length too small"),
        pytest.param(iso2709(length=b"abcde"), TITLE, ("structure",), id="length no number"),
        pytest.param(iso2709(base=b"00000"), TITLE, ("structure",), id="base address zero"),
        pytest.param(iso2709(leader_prefix=b" "), TITLE, ("structure",), id="leader one byte too long"),
        pytest.param(iso2709()[1:], TITLE, ("structure",), id="leader one byte short"),
        pytest.param(iso2709().replace(b"2450043", b"2450093"), TITLE, ("structure",), id="field length wrong"),
        pytest.param(iso2709(with_title("Café Ūñïcode ﷽".encode())), "Café Ūñïcode ﷽", (), id="UTF-8 and says so"),
        pytest.param(iso2709(with_title("Café".encode()), scheme=b" "), "Café", (), id="UTF-8 and denies it"),
        pytest.param(iso2709(with_title(b"Caf\xe2e"), scheme=b" "), "Café", (), id="MARC-8"),
        pytest.param(iso2709(with_title(b"Caf\xe2e"), scheme=b"a"), "Café", (), id="MARC-8 and denies it"),
        pytest.param(
            iso2709(with_title("Café déjà".encode() + b" vu\xff"), scheme=b"a"),
            "Café déjà vu\ufffd",
            ("encoding",),
            id="UTF-8 with one bad byte",
        ),
        pytest.param(
            iso2709(with_title(b"Stra\xdfe"), scheme=b"a"), "Straße", ("encoding",), id="Windows-1252 called UTF-8"
        ),
        pytest.param(
            iso2709(((b"001", b"x"), (b"245", b"10\x1f\xc3\xa9Judul"))), "éJudul", (), id="subfield code beyond ASCII"
        ),
        pytest.param(iso2709(((b"245", b"Judul saja"),)), "Judul saja", (), id="no subfield mark"),
    ],
)
def test_marc21_record_is_read_or_mended(raw: bytes, expected: str, problems: tuple[str, ...]) -> None:
    parsed = parse_marc21(raw)
    assert (title(parsed), parsed.problems) == (expected, problems)


def test_marc21_record_beyond_99999_bytes_is_read_whole() -> None:
    notes = tuple((b"500", b"  \x1fa" + b"x" * 9000) for _ in range(20))
    raw = iso2709((*DEFAULT_FIELDS, *notes), length=b"99999", base=b"00301")
    assert len(raw) > 150_000
    parsed = parse_marc21(raw)
    assert (title(parsed), len(parsed.record.get_fields("500"))) == (TITLE, 20)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"<html><body>404 Not Found</body></html>", "this is no MARC record: it begins with '<html>"),
        (b"short", "this is no MARC record: only 5 bytes"),
        (iso2709()[:40], "the record is cut off before its directory ends"),
        (iso2709()[:-22] + b"\x1e\x1e\x1d", "the directory lists 2 fields but the record holds"),
        (b"00026nam a2200025 a 4500\x1e\x1d", "the directory is empty"),
        (iso2709().replace(b"2450043", b"24500\xff3"), "the directory can't be read"),
    ],
)
def test_marc21_record_beyond_mending_says_why(raw: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        parse_marc21(raw)
