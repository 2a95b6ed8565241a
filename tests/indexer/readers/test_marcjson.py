"""MARC-in-JSON is cut into objects as bytes, and each is read by itself."""

from io import BytesIO

import pytest

from indexer.marc_source import PlainField
from indexer.readers import elements
from indexer.readers import json_objects as module
from indexer.readers.iso2709 import Unreadable
from indexer.readers.json_objects import json_objects
from indexer.readers.marcjson import read_marcjson
from tests.growth import LINEAR, TIMES, growth

ONE = (
    b'{"leader":"00000nam a22","fields":[{"001":"1"},'
    b'{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"A {b} \\" c"}]}}]}'
)
TWO = ONE.replace(b'"001":"1"', b'"001":"2"')


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"[" + ONE + b",\n" + TWO + b"]", [ONE, TWO]),
        (ONE + b"\n" + TWO + b"\n", [ONE, TWO]),
        (ONE + TWO, [ONE, TWO]),
        (b"[" + ONE[:40] + b",\n" + TWO + b"]", [ONE[:40], TWO]),
        (ONE + b"\n" + TWO[:30], [ONE, TWO[:30]]),
        (b"\xef\xbb\xbf" + ONE + b"\r\n\x1e" + TWO + b"\x1a", [ONE, TWO]),
        (b"[[" + ONE + b"],[" + TWO + b"]]", [ONE, TWO]),
        (ONE + b"}\n" + TWO, [ONE, TWO]),
        (b"[]", []),
        (b"", []),
        (b'{"total":2,"records":[' + ONE + b"," + TWO + b'],"next":null}\n', [ONE, TWO]),
        (b'{"collection":{"record":[' + ONE + b"," + TWO + b"]}}", [ONE, TWO]),
        (b'{"records":[{"content":' + ONE + b'},{"content":' + TWO + b"}]}", [ONE, TWO]),
        (b'{"record":' + ONE + b"}," + ONE[:90] + b'},{"record":' + TWO + b"}", [ONE, ONE[:90] + b"}", TWO]),
        (ONE + b"\ncatatan 7\n" + TWO + b"\n", [ONE, b"catatan 7", TWO]),
        (b"// ekspor\n[" + ONE + b'"x", 3]', [b"// ekspor", ONE, b'"x", 3']),
        (b"catatan " * 99, [(b"catatan " * 99)[:256].rstrip()]),
    ],
)
def test_each_outermost_object_is_a_record(
    monkeypatch: pytest.MonkeyPatch, content: bytes, expected: list[bytes]
) -> None:
    for chunk in (7, 64, 1 << 20):
        monkeypatch.setattr(elements, "_CHUNK", chunk)
        assert list(json_objects(BytesIO(content))) == expected


OPEN = ONE.replace(b'c"}]', b"c}]")  # the title's string has no end


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"[" + OPEN + b"," + TWO + b"," + ONE + b"]", [OPEN, TWO, ONE]),
        (OPEN + b"\n" + TWO + b"\n" + ONE, [OPEN, TWO, ONE]),
        (OPEN + b"\n {\n" + TWO[1:] + ONE, [OPEN, b"{\n" + TWO[1:], ONE]),
        (
            b'{"fields":[{"001":"1},' + b'{"fields":[{"001":"2"}]}',
            [b'{"fields":[{"001":"1}', b'{"fields":[{"001":"2"}]}'],
        ),
        (b'{"record":["1],' + b'{"record":["2"]}', [b'{"record":["1]', b'{"record":["2"]}']),
        (b'{"leader":"x' + b"\\" * 50 + b"\n" + ONE, [b'{"leader":"x' + b"\\" * 50, ONE]),
        # Nor does it count again as what stands between two records.
        (b"[" + ONE + b"," + OPEN + b"," + TWO + b" " * 300 + b"]", [ONE, OPEN, TWO]),
    ],
)
def test_a_string_that_never_ends_costs_its_own_record(
    monkeypatch: pytest.MonkeyPatch, content: bytes, expected: list[bytes]
) -> None:
    for chunk in (7, 64, 1 << 20):
        monkeypatch.setattr(elements, "_CHUNK", chunk)
        assert list(json_objects(BytesIO(content))) == expected


def test_braces_and_marks_within_a_string_are_text() -> None:
    record = b'{"leader":"x","fields":[{"500":{"subfields":[{"a":"{\\"leader\\":{ \\\\"},{"b":"{{}"}]}}]}'
    assert list(json_objects(BytesIO(record + b"," + ONE))) == [record, ONE]


@pytest.mark.parametrize(
    "endless",
    [
        b'"' + b"lorem " * 300,
        b"[" * 2_000,
        b'{"a":' * 400,
        b"{" * 2_000,
        b'"' + b"\\" * 2_001,
        b'"' * 2_001,
        b" " * 2_000,
    ],
)
def test_an_overlong_object_comes_as_its_beginning_and_reading_goes_on_at_the_next(
    monkeypatch: pytest.MonkeyPatch, endless: bytes
) -> None:
    monkeypatch.setattr(elements, "_CHUNK", 300)
    monkeypatch.setattr(module, "MAX_PIECE", 1_000)
    overlong = b'{"leader":' + endless
    content = b"[" + ONE + b"," + overlong + b"," + TWO + b"," + ONE + b"]"
    assert list(json_objects(BytesIO(content))) == [ONE, overlong[:1_000], TWO, ONE]


def test_a_string_without_end_is_cut_in_the_time_of_its_length() -> None:
    def content(words: int) -> bytes:
        return b'{"leader":"' + b"lorem ipsum \\u0041" * words

    def cut(given: bytes) -> None:
        assert list(json_objects(BytesIO(given))) == [given]

    assert growth(cut, content(60_000), content(60_000 * TIMES)) < LINEAR


def test_the_communitys_shape_and_catmandus_are_read_alike() -> None:
    title = PlainField(None, "10", (("a", 'A {b} " c'),))
    fields = {"001": [PlainField("1", None)], "245": [title]}
    arrays = (
        b'{"_id":"1","record":[["LDR"," "," ","_","00000nam a22"],["001"," "," ","_","1"],'
        b'["245","1","0","a","A {b} \\" c"]]}'
    )
    for raw in (ONE, arrays):
        read = read_marcjson(raw)
        assert (read.leader, read.fields, read.problems) == ("00000nam a22".ljust(24), fields, ())


@pytest.mark.parametrize(
    "content",
    [
        '"fields":[{"tag":"001","data":"1"},{"tag":"245","ind1":"1","ind2":"0",'
        '"subfields":[{"code":"a","data":"Q"},{"code":"c","value":"R"}]},{"tag":"650","subfields":[{"code":"a","data":"S"}]}]',
        '"controlfield":[{"tag":"001","data":1}],"datafield":[{"tag":"245","ind":"10",'
        '"subfield":[{"code":"a","data":"Q"},{"code":"c","data":"R"}]},{"tag":"650","subfield":{"code":"a","data":"S"}}]',
        '"fields":{"001":"1","245":{"ind1":"1","ind2":"0","subfields":{"a":"Q","c":"R"}},"650":[{"subfields":{"a":"S"}}]}',
        '"type":"marc-hash","fields":[["001","1"],["245","1","0",[["a","Q"],["c","R"]]],["650"," "," ",[["a","S"]]]]',
        '"fields":[["001","1"],["245","10",[["a","Q"],["c","R"]]],["650","",[["a","S"]]]]',
        '"fields":[["001","1"],["245","10","a","Q","c","R"],["650","  ","a","S"]]',
        '"fields":[{"001":"1","245":{"ind1":1,"ind2":0,"subfields":[{"a":"Q","c":"R"}]}},{"650":{"subfields":[{"a":"S"}]}}]',
        '"fields":[{"001":"1"}],"fields":[{"245":{"ind1":1,"ind2":0,"subfields":[{"a":"Q"},{"c":"R"}]}},'
        '{"650":{"ind1":"","ind2":null,"subfields":[{"a":"S"}]}}]',
    ],
)
def test_other_dialects_say_the_same(content: str) -> None:
    read = read_marcjson(f'{{"leader":"00000nam a22",{content}}}'.encode())
    assert read.fields == {
        "001": [PlainField("1", None)],
        "245": [PlainField(None, "10", (("a", "Q"), ("c", "R")))],
        "650": [PlainField(None, "  ", (("a", "S"),))],
    }
    assert (read.leader.rstrip(), read.problems) == ("00000nam a22", ())


def test_what_stands_twice_in_an_object_is_read_twice() -> None:
    read = read_marcjson(
        b'{"fields":[{"650":{"subfields":[{"a":"x","a":"y"},{"x":["z","w"]}]},"650":{"subfields":{"a":"v"}}}]}'
    )
    repeated = (("a", "x"), ("a", "y"), ("x", "z"), ("x", "w"))
    assert read.fields == {"650": [PlainField(None, "  ", repeated), PlainField(None, "  ", (("a", "v"),))]}
    assert read.problems == ()


def test_nulls_and_what_is_half_there_cost_themselves() -> None:
    read = read_marcjson(
        b'{"leader":null,"fields":[null,7,{"001":null},{"008":"x"},[],["245"],["500","a","b"],{"tag":"650"},{"tag":null},'
        b'{"245":{"ind1":null,"subfields":[{"a":"Q"},{"b":null},null,["c"],"d"]}},{"700":{"subfields":null}}]}'
    )
    assert read.fields == {"008": [PlainField("x", None)], "245": [PlainField(None, "  ", (("a", "Q"),))]}
    assert (read.leader.strip(), read.problems) == ("", ("structure",))


NEST = f"{'[' * 400}7{']' * 400}"


@pytest.mark.parametrize("fields", [NEST, f'[{{"245":{NEST}}}]'])
def test_one_thing_within_another_is_no_field(fields: str) -> None:
    with pytest.raises(Unreadable):
        read_marcjson(f'{{"leader":"x","fields":{fields}}}'.encode())


def test_one_thing_within_another_is_no_subfield() -> None:
    read = read_marcjson(f'{{"fields":[{{"tag":"245","subfields":{NEST}}}]}}'.encode())
    assert (read.fields, read.problems) == ({"245": [PlainField(None, "  ")]}, ("structure",))


def test_what_has_another_shape_is_left_out_and_said() -> None:
    read = read_marcjson(b'{"fields":[{"001":"1"},{"24":"x"},{"245":[]},{"100":{"subfields":[{"ab":"x"},{"a":"y"}]}}]}')
    assert read.fields == {"001": [PlainField("1", None)], "100": [PlainField(None, "  ", (("a", "y"),))]}
    assert read.problems == ("structure",)


def test_numbers_and_letters_are_read_as_they_were_meant() -> None:
    record = (
        '{"leader":7,"fields":[{"001":12345678901234567890},{"245":{"ind1":1,"ind2":0,"subfields":[{"a":"Émile"}]}}]}'
    )
    sound = {"001": [PlainField("12345678901234567890", None)], "245": [PlainField(None, "10", (("a", "Émile"),))]}
    read = read_marcjson(record.encode())
    assert (read.fields, read.problems) == (sound, ())
    read = read_marcjson(record.encode("cp1252"))
    assert (read.fields, read.problems) == (sound, ("encoding",))
    (raw,) = json_objects(BytesIO(f"[{record}]".encode("utf-16")))
    assert read_marcjson(raw).fields == sound


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"{", "the record is cut off: its end is missing. Export or send the file again."),
        (ONE[:-2], "the record is cut off: its end is missing. Export or send the file again."),
        (ONE[:60], "the record is cut off: its end is missing. Export or send the file again."),
        (OPEN, "the JSON is not well-formed: Unterminated string"),
        (ONE.replace(b'"245"', b"245"), "the JSON is not well-formed: Expecting property name"),
        (b'{"a":' * 90_000 + b"{}" + b"}" * 90_000, "the JSON is not well-formed: one thing is within another"),
        (b'{"leader":"x"}', 'this is no MARC-in-JSON: there are no "fields" in it.'),
        (b"catatan 7", "this is no MARC record: it begins with b'catatan 7'. Take what"),
        (b'"x"', "this is no MARC-in-JSON: a record is an object."),
    ],
)
def test_what_is_wrong_with_a_record_is_said(raw: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_marcjson(raw)
    assert str(refused.value).startswith(reason)


@pytest.mark.parametrize("raw", [b"{", b'{"leader":"x"}', b'{"fields":{}}', b"[1]", b'{"record":7}'])
def test_what_is_no_record_is_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        read_marcjson(raw)


@pytest.mark.parametrize("code", ["¿", " "])
def test_a_letter_that_was_taken_for_a_subfields_code_stays_with_its_text(code: str) -> None:
    """As yaz writes a subfield whose code is missing or damaged, which is read as text where nothing was converted."""
    field = f'{{"ind1":"1","ind2":"0","subfields":[{{"a":"Banks"}},{{"{code}":"c Sir"}}]}}'
    read = read_marcjson(f'{{"leader":"00000nam a22","fields":[{{"100":{field}}}]}}'.encode())
    assert read.fields == {"100": [PlainField(None, "10", (("a", "Banks"), ("a", f"{code}c Sir")))]}
    assert read.problems == ("structure",)


@pytest.mark.parametrize(
    ("escaped", "meant"),
    [
        (r"a\ud800", "a�"),
        (r"\udc4b\ud83d b", "�� b"),
        (r"\ud83d\ud83d\udc4b", "�\N{WAVING HAND SIGN}"),
        (r"\\ud800", r"\ud800"),
        (r"caf\u00e9", "café"),
    ],
)
def test_half_a_letter_is_a_lost_letter_that_can_be_kept(escaped: str, meant: str) -> None:
    read = read_marcjson(ONE.replace(b'"001":"1"', f'"001":"{escaped}"'.encode()))
    assert read.fields["001"][0].data == meant
