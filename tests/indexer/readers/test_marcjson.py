"""MARC-in-JSON is cut into objects as bytes, and each is read by itself."""

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
