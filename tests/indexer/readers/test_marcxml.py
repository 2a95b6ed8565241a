"""MARCXML is cut into records as bytes, and each is parsed by itself."""

from io import BytesIO

import pytest

from indexer.readers import elements as module
from indexer.readers.iso2709 import Unreadable
from indexer.readers.marcxml import parse_marcxml, read_marcxml, record_elements

FIELDS = (
    '<leader>00000nam a2200000 a 4500</leader><controlfield tag="001">x1</controlfield>'
    '<datafield tag="245" ind1="1" ind2="0"><subfield code="a">Negeri 5 menara</subfield></datafield>'
)
PLAIN = f"<record>{FIELDS}</record>".encode()
PREFIXED = PLAIN.replace(b"</", b"</marc:").replace(b"<r", b"<marc:r").replace(b"<l", b"<marc:l").replace(
    b"<c", b"<marc:c").replace(b"<d", b"<marc:d").replace(b"<s", b"<marc:s")  # fmt: skip


def elements(content: bytes) -> list[bytes]:
    return list(record_elements(BytesIO(content)))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", []),
        (b"<collection/>", []),
        (b"<collection>" + PLAIN + b"\n" + PLAIN + b"</collection>", [PLAIN, PLAIN]),
        (b"\xef\xbb\xbf<?xml version='1.0'?>" + PLAIN, [PLAIN]),
        (b"<marc:collection>" + PREFIXED + b"</marc:collection>", [PREFIXED]),
        (b"<record><header/><metadata>" + PLAIN + b"</metadata></record>", [PLAIN]),
        (b"<c>" + PLAIN[:-9] + PLAIN + b"</c>", [PLAIN[:-9], PLAIN]),
        (b"<c>" + PLAIN + PLAIN[:-30], [PLAIN, PLAIN[:-30]]),
        (b"<c>" + PLAIN + b"<record>\n ", [PLAIN, b"<record>\n "]),
        (b"<c>" + PLAIN + b"<record><lea", [PLAIN, b"<record><lea"]),
        (b"<c>" + PLAIN + b"<m:record id='", [PLAIN, b"<m:record id='"]),
        (b"<c>" + PLAIN + b"<record", [PLAIN, b"<record"]),
        (b"<c>" + PLAIN + b"</c><records", [PLAIN]),
        (b"<c><record>" + PLAIN + b"<record><lea" + PLAIN + b"</c>", [b"<record>", PLAIN, b"<record><lea", PLAIN]),
        (b"<record><header/><metadata>" + PLAIN[:40], [PLAIN[:40]]),
        (b"<record><header/><metadata>", [b"<record><header/><metadata>"]),
        (b"<records><recorded/></records>", []),
    ],
)
def test_marcxml_is_cut_at_its_innermost_records(content: bytes, expected: list[bytes]) -> None:
    assert elements(content) == expected


@pytest.mark.parametrize(
    "raw",
    [b"<record>", b"<record><lea", b"<m:record", b"<record>\n<leader>000", PLAIN[:-9], b"<record><datafield tag='2"],
)
def test_marcxml_record_without_its_end_is_refused_as_cut_off(raw: bytes) -> None:
    with pytest.raises(Unreadable, match="the record is cut off: its end is missing"):
        parse_marcxml(raw)


_BOOK = "080101s2019    io a          000 0 ind d"
_BARE = "080101s2019    io            000 0 ind  "
_UNDATED = "      s2019    io            000 0 ind d"


@pytest.mark.parametrize(
    ("tag", "given", "expected"),
    [
        ("008", f"\n      {_BOOK}\n    ", _BOOK),
        ("008", f"    {_BOOK}", _BOOK),
        ("008", f"\t{_BARE}\n", _BARE),
        ("008", f"\n  {_BARE.rstrip()}\n", _BARE),
        ("001", "\n  x1\n  ", "x1"),
        ("007", "\n  ta\n", "ta"),
        # Nothing tells the field's own blanks from the others, or it is none.
        ("008", f"\n      {_UNDATED}\n", f"\n      {_UNDATED}\n"),
        ("008", f"{_BOOK}{_BOOK}", f"{_BOOK}{_BOOK}"),
    ],
)
def test_what_a_tool_indented_stands_where_it_belongs_and_is_marked(tag: str, given: str, expected: str) -> None:
    raw = f"<record>{FIELDS}<controlfield tag='{tag}'>{given}</controlfield></record>".encode()
    read = read_marcxml(raw)
    assert read.fields[tag][-1].data == expected
    assert read.problems == ("structure",)


@pytest.mark.parametrize("given", [_BOOK, _BARE, _UNDATED, "080101s2019    io"])
def test_a_fixed_field_without_a_margin_stays_as_it_is(given: str) -> None:
    for broken in ("", "<?pi?>"):  # with it, the record goes the way of the parser
        raw = f"<record>{FIELDS}{broken}<controlfield tag='008'>{given}</controlfield></record>".encode()
        read = read_marcxml(raw)
        assert (read.fields["008"][-1].data, read.problems) == (given, ())


def test_an_indented_leader_keeps_its_positions() -> None:
    read = read_marcxml(PLAIN.replace(b"<leader>", b"<leader>\n    ").replace(b"</leader>", b"\n  </leader>"))
    assert (read.leader, read.problems) == ("00000nam a2200000 a 4500", ("structure",))


def test_marcxml_cuts_do_not_depend_on_where_the_reads_fall(monkeypatch: pytest.MonkeyPatch) -> None:
    content = b"<collection>" + PLAIN + b" \n" + PREFIXED + b"</collection>"
    for chunk in (*range(1, 40), 97, 211):
        monkeypatch.setattr(module, "_CHUNK", chunk)
        assert elements(content) == [PLAIN, PREFIXED]


def test_marcxml_in_utf_16_and_latin_1_is_read() -> None:
    text = PLAIN.decode().replace("menara", "ménara")
    for encoding in ("utf-16", "iso-8859-1"):
        content = f'<?xml version="1.0" encoding="{encoding}"?><c>{text}</c>'.encode(encoding)
        assert [parse_marcxml(each).record["245"]["a"] for each in elements(content)] == ["Negeri 5 ménara"]


@pytest.mark.parametrize(
    ("raw", "problems"),
    [
        (PLAIN, ()),
        (PREFIXED, ()),
        (PLAIN.replace(b"menara", b"menara\x1b"), ("encoding",)),
        (PLAIN.replace(b"menara", b"menara&#x1F;"), ("encoding",)),
        (PLAIN.replace(b"<leader>", b"<datafield><subfield code='a'>x</subfield></datafield><leader>"), ("structure",)),
        (PLAIN.replace(b"</datafield>", b"<subfield>lost</subfield></datafield>"), ("structure",)),
    ],
)
def test_marcxml_record_is_read_or_mended(raw: bytes, problems: tuple[str, ...]) -> None:
    parsed = parse_marcxml(raw)
    assert (parsed.record["001"].data, parsed.record["245"]["a"], parsed.problems) == (
        "x1",
        "Negeri 5 menara",
        problems,
    )


def test_marcxml_bomb_never_reaches_a_parser() -> None:
    bomb = b'<!DOCTYPE c [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><c>' + PLAIN.replace(b"menara", b"&b;") + b"</c>"
    (element,) = elements(bomb)
    with pytest.raises(Unreadable, match="Entity 'b' not defined"):
        parse_marcxml(element)


def test_marcxml_record_that_is_not_well_formed_says_why() -> None:
    with pytest.raises(Unreadable, match="the XML is not well-formed: Opening and ending tag mismatch"):
        parse_marcxml(PLAIN.replace(b"</leader>", b"</lead>"))


@pytest.mark.parametrize("code", ["¿", " "])
def test_a_letter_that_was_taken_for_a_subfields_code_stays_with_its_text(code: str) -> None:
    """As yaz writes a subfield whose code is missing or damaged, which is read as text where nothing was converted."""
    raw = PLAIN.replace(b"</datafield>", f'<subfield code="{code}">c Anwar</subfield></datafield>'.encode())
    read = read_marcxml(raw)
    assert [tuple(each) for each in read.fields["245"][0].subfields] == [
        ("a", "Negeri 5 menara"),
        ("a", f"{code}c Anwar"),
    ]
    assert read.problems == ("structure",)


def test_a_control_field_that_was_written_as_a_data_field_keeps_what_it_says() -> None:
    """As yaz writes 001 with a subfield in it, of danMARC2 for one: without it there would be no identifier."""
    number = '<datafield tag="001" ind1="0" ind2="0"><subfield code="a">D000015937</subfield></datafield>'
    read = read_marcxml(PLAIN.replace(b'<controlfield tag="001">x1</controlfield>', number.encode()))
    assert [each.data for each in read.fields["001"]] == ["D000015937"]
    assert read.problems == ("structure",)
