"""XML is cut as bytes, and an element is mended where that is certain."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest

from indexer.readers import elements, marcxml
from indexer.readers.elements import cut_elements, parse_element
from indexer.readers.iso2709 import Unreadable
from indexer.readers.marcxml import record_elements


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<c><m:mods>1</m:mods><mods x='y'>2</mods></c>", [b"<m:mods>1</m:mods>", b"<mods x='y'>2</mods>"]),
        (b"<record><mods>1</mods></record>", [b"<record><mods>1</mods></record>"]),
        (b"<mods>1<mods>2</mods>", [b"<mods>1", b"<mods>2</mods>"]),
        (b"<c><mods>1", [b"<mods>1"]),
        (b"<c><mods>1</mods><m:mods>", [b"<mods>1</mods>", b"<m:mods>"]),
        (b"<c><mods>1</mods><mods version='", [b"<mods>1</mods>", b"<mods version='"]),
        (b"<c><mods>1</mods><mods", [b"<mods>1</mods>", b"<mods"]),
        (b"<c><mods>1</mods></c><modsCollection", [b"<mods>1</mods>"]),
        (b"<modsCollection><mods/></modsCollection>", [b"<mods/>"]),
    ],
)
def test_outermost_elements_are_cut_whatever_wraps_them(content: bytes, expected: list[bytes]) -> None:
    assert list(cut_elements(BytesIO(content), ("record", "mods"))) == expected


@pytest.mark.parametrize(
    ("raw", "text", "problems"),
    [
        (b"<x:a>Adat &amp; hukum</x:a>", "Adat & hukum", ()),
        (b"<a>Adat & hukum</a>", "Adat & hukum", ("encoding",)),
        (b"<a>caf&eacute; ?p=1&id=2 &#0;\x01</a>", "café ?p=1&id=2 ", ("encoding",)),
        (b"<a>caf\xe9 \xfcber</a>", "caf\xe9 \xfcber", ("encoding",)),
        (b"<a>caf\xc3\xa9 caf\xc3</a>", "caf\xe9 caf\ufffd", ("encoding",)),
        (b"<a>rusak \xff</a>", "rusak \ufffd", ("encoding",)),
    ],
)
def test_what_is_certain_is_mended_and_said(raw: bytes, text: str, problems: tuple[str, ...]) -> None:
    element, found = parse_element(raw)
    assert ("".join(map(str, element.itertext())), found) == (text, problems)


@pytest.mark.parametrize(
    ("raw", "identifier"),
    [
        (b'<record><controlfield tag="001">x&amp;1</controlfield><a></record>', "x&1"),
        (b"<record><header><identifier> oai:x:1 </identifier></header><a></record>", "oai:x:1"),
        (b"<record><a></record>", ""),
        (b"<record><a>&bogus;</a></record>", ""),
        (b"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", ""),
    ],
)
def test_what_is_ill_formed_is_refused_under_its_own_identifier(raw: bytes, identifier: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_element(raw)
    assert refused.value.identifier == identifier


@pytest.mark.parametrize("declared", ["utf-16", "UTF-16LE", "utf-32", "hex", "idna", "utf8mb4", "cp037"])
def test_encoding_that_a_file_cannot_be_in_is_not_believed(declared: str) -> None:
    content = f'<?xml version="1.0" encoding="{declared}"?><c><mods>caf\u00e9</mods></c>'.encode()
    assert list(cut_elements(BytesIO(content), ("mods",))) == ["<mods>caf\u00e9</mods>".encode()]


@pytest.mark.parametrize("cut", [lambda stream: cut_elements(stream, ("record",)), record_elements])
def test_record_without_end_costs_one_piece_whatever_it_unpacks_to(
    cut: Callable[[BytesIO], Iterator[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elements, "MAX_PIECE", 3 << 20)
    monkeypatch.setattr(marcxml, "MAX_PIECE", 3 << 20)
    sound = b"<record><leader/></record>"
    pieces = list(cut(BytesIO(b"<c>" + sound + b"<record><leader>" + b"x" * (9 << 20) + b"</leader>" + sound)))
    assert [len(each) for each in pieces] == [len(sound), 3 << 20, len(sound)]
    assert pieces[0] == pieces[2] == sound
