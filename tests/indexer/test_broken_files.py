"""A broken file through the commands: every record that it held is counted, and what was refused has its place."""

import json
from pathlib import Path

import pytest

from tests.indexer.installations import SETTINGS, book, padu

_JSON = b'{"leader":"00000nam a22","fields":[{"001":"%d"},{"245":{"subfields":[{"a":"Judul %d"}]}}]}'
_MARC = (
    b'<record><leader>00000nam a22</leader><controlfield tag="001">%d</controlfield>'
    b'<datafield tag="245"><subfield code="a">Judul %d</subfield></datafield></record>'
)
_MODS = b"<mods><identifier>%d</identifier><titleInfo><title>Judul %d</title></titleInfo></mods>"
_DC = b"<oai_dc:dc><dc:identifier>%d</dc:identifier><dc:title>Judul %d</dc:title></oai_dc:dc>"
_PARTNER = """\
[[library]]
code = "id-a"
name = "A"
kind = "public"
[[partner]]
code = "id-a"
source = "{0}"
library = "id-a"
"""
CUT_OFF = "the record is cut off: its end is missing. Export or send the file again."


def _many(form: str) -> bytes:
    records = [book(str(number), f"Judul {number}") for number in range(1, 101)]
    if form == "marc21":
        return b"".join(records)
    if form == "marcjson":
        return b"[" + b",".join(_JSON % (number, number) for number in range(1, 101)) + b"]"
    return b"<?xml version='1.0'?><collection>" + b"".join(_MARC % (n, n) for n in range(1, 101)) + b"</collection>"


def _three(record: bytes, between: bytes = b"\n") -> bytes:
    return between.join(record % (number, number) for number in range(3))


@pytest.mark.parametrize(
    ("name", "content", "loaded", "refused"),
    [
        ("array.json", b"[" + _three(_JSON, b",")[:-20], 2, [(3, CUT_OFF)]),
        ("lines.json", _three(_JSON) + b'\n{"leader', 3, [(4, CUT_OFF)]),
        (
            "word.json",
            _three(_JSON, b"\nhabis\n"),
            3,
            [
                (
                    place,
                    "this is no MARC record: it begins with b'habis'. Take what doesn't belong there out of the file.",
                )
                for place in (2, 4)
            ],
        ),
        ("answer.json", b'{"total":3,"records":[' + _three(_JSON, b",") + b'],"next":null}', 3, []),
        ("utf-16.json", _three(_JSON).decode().encode("utf-16"), 3, []),
        ("marc.xml", b"<collection>" + _three(_MARC) + b"<record>\n", 3, [(4, CUT_OFF)]),
        ("tag.xml", b"<collection>" + _three(_MARC) + b"<record", 3, [(4, CUT_OFF)]),
        ("middle.xml", b"<collection><record>" + _three(_MARC) + b"</collection>", 3, [(1, CUT_OFF)]),
        ("mods.xml", b"<modsCollection>" + _three(_MODS) + b"<mods>", 3, [(4, CUT_OFF)]),
        ("dc.xml", b"<records>" + _three(_DC) + b"<oai_dc:dc", 3, [(4, CUT_OFF)]),
    ],
)
def test_broken_file_loses_no_record_from_the_sync_to_the_list_of_the_refused(
    tmp_path: Path, name: str, content: bytes, loaded: int, refused: list[tuple[int, str]]
) -> None:
    (tmp_path / name).write_bytes(content)
    settings = tmp_path / "padu.toml"
    settings.write_text(SETTINGS + _PARTNER.format(name), encoding="utf-8")
    last_is_cut_off = bool(refused) and refused[-1] == (loaded + len(refused), CUT_OFF)
    assert padu(settings, "sync", "--dry-run").exit_code == (2 if last_is_cut_off else bool(refused))
    for expected in ((loaded, 0), (0, loaded)):
        (partner,) = json.loads(padu(settings, "sync", "--json").stdout)["partners"]
        counted = {key: partner[key] for key in ("loaded", "unchanged", "deleted", "skipped", "rejected")}
        assert tuple(counted.values()) == (*expected, 0, 0, len(refused))
    listed = json.loads(padu(settings, "rejected", "id-a", "--json").stdout)
    assert [(each["position"], each["reason"]) for each in listed] == refused


@pytest.mark.parametrize("form", ["marc21", "marcxml", "marcjson"])
def test_catalogue_that_lost_its_end_takes_out_none_of_what_is_missing(tmp_path: Path, form: str) -> None:
    source, settings = tmp_path / "katalog", tmp_path / "padu.toml"
    settings.write_text(SETTINGS + _PARTNER.format("katalog"), encoding="utf-8")
    content = _many(form)
    source.write_bytes(content)
    assert padu(settings, "sync").exit_code == 0
    for further in (20, 200):
        source.write_bytes(content[: len(content) * 95 // 100 + further])
        for arguments in (("sync", "--dry-run"), ("sync",)):
            result = padu(settings, *arguments)
            assert result.exit_code == 2
            assert "katalog is cut off" in result.output
    source.write_bytes(content)
    (partner,) = json.loads(padu(settings, "sync", "--json").stdout)["partners"]
    assert (partner["loaded"], partner["unchanged"], partner["failure"]) == (0, 100, "")
