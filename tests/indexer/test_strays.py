"""Holdings under a code that padu.toml doesn't know are told, not only shown under a library that nobody described."""

import json
from pathlib import Path

import pytest

from tests.indexer.installations import SETTINGS, padu

LIBRARY = '[[library]]\ncode = "{code}"\nname = "{code}"\nkind = "public"\n'
PARTNER = '[[partner]]\ncode = "bersama"\nsource = "buku.csv"\nlibrary_from = "UNIT"\n'
ROWS = "NO,JUDUL,PENGARANG,UNIT\n1,Bumi manusia,Toer,SD\n2,Jejak langkah,Toer,SMP\n3,Rumah kaca,Toer,\n"
TOLD = (
    "holdings of no library in padu.toml: no code (1 record), 'SMP' (1 record), by UNIT; say under libraries whose "
    'they are, or add a [[library]] with code = "bersama" for them.'
)


def installed(folder: Path, *libraries: str, rule: str) -> Path:
    (folder / "buku.csv").write_text(ROWS, encoding="utf-8")
    path = folder / "padu.toml"
    path.write_text(SETTINGS + "".join(LIBRARY.format(code=code) for code in libraries) + PARTNER + rule)
    return path


@pytest.mark.parametrize("command", [("sync", "--dry-run", "--json"), ("sync", "--json")])
def test_code_that_is_no_librarys_is_told_with_its_records(tmp_path: Path, command: tuple[str, ...]) -> None:
    told = json.loads(padu(installed(tmp_path, "sd", rule='libraries = { SD = "sd" }\n'), *command).stdout)
    (partner,) = told if isinstance(told, list) else told["partners"]
    assert partner["remarks"] == [TOLD]


def test_it_is_told_when_records_are_mapped_anew(tmp_path: Path) -> None:
    padu(installed(tmp_path, "sd", "smp", rule='libraries = { SD = "sd", SMP = "smp" }\n'), "sync")
    (partner,) = json.loads(
        padu(installed(tmp_path, "sd", rule='libraries = { SD = "sd" }\n'), "rebuild", "--remap", "--json").stdout
    )["partners"]
    assert partner["remarks"] == [TOLD]


@pytest.mark.parametrize(
    ("libraries", "rule"),
    [
        (("sd", "bersama"), 'libraries = { SD = "sd" }\n'),
        (("sd", "smp"), 'libraries = { SD = "sd", SMP = "smp" }\nlibrary = "sd"\n'),
        (("bersama",), ""),
    ],
)
def test_code_that_is_a_branch_is_none_of_that(tmp_path: Path, libraries: tuple[str, ...], rule: str) -> None:
    told = json.loads(padu(installed(tmp_path, *libraries, rule=rule), "sync", "--dry-run", "--json").stdout)
    assert told[0]["remarks"] == []
