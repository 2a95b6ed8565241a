"""MARC-in-JSON is cut into objects as bytes, and each is read by itself."""

import time
from io import BytesIO

import pytest

from indexer.readers import marcjson
from indexer.readers.fields import PlainField
from indexer.readers.iso2709 import Unreadable
from indexer.readers.marcjson import json_objects, read_marcjson

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
        (b"[]", []),
        (b"", []),
    ],
)
def test_each_outermost_object_is_a_record(
    monkeypatch: pytest.MonkeyPatch, content: bytes, expected: list[bytes]
) -> None:
    for chunk in (7, 64, 1 << 20):
        monkeypatch.setattr(marcjson, "_CHUNK", chunk)
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
    ],
)
def test_a_string_that_never_ends_costs_its_own_record(
    monkeypatch: pytest.MonkeyPatch, content: bytes, expected: list[bytes]
) -> None:
    for chunk in (7, 64, 1 << 20):
        monkeypatch.setattr(marcjson, "_CHUNK", chunk)
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
    monkeypatch.setattr(marcjson, "_CHUNK", 300)
    monkeypatch.setattr(marcjson, "MAX_PIECE", 1_000)
    overlong = b'{"leader":' + endless
    content = b"[" + ONE + b"," + overlong + b"," + TWO + b"," + ONE + b"]"
    assert list(json_objects(BytesIO(content))) == [ONE, overlong[:1_000], TWO, ONE]


def test_a_string_without_end_is_cut_in_the_time_of_its_length() -> None:
    content = b'{"leader":"' + b"lorem ipsum \\u0041" * 250_000
    began = time.process_time()
    assert list(json_objects(BytesIO(content))) == [content]
    assert time.process_time() - began < 2


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


def test_what_has_another_shape_is_left_out_and_said() -> None:
    read = read_marcjson(b'{"fields":[{"001":"1"},{"24":"x"},{"245":7},{"100":{"subfields":[{"ab":"x"},{"a":"y"}]}}]}')
    assert read.fields == {"001": [PlainField("1", None)], "100": [PlainField(None, "  ", (("a", "y"),))]}
    assert read.problems == ("structure",)


@pytest.mark.parametrize("raw", [b"{", b'{"leader":"x"}', b'{"fields":{}}', b"[1]", b'{"record":7}'])
def test_what_is_no_record_is_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        read_marcjson(raw)
