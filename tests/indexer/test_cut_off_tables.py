"""A table whose end didn't come isn't a smaller catalogue: what is missing from it stays."""

import json
from pathlib import Path

import pytest

from tests.indexer.installations import PARTNER, SETTINGS, indexed, padu

HEADER = "ID,JUDUL,PENGARANG,TAHUN"
ROWS = [f'{number},"Kisah, jilid {number}",Toer,1980' for number in range(1, 7)]
WHOLE = "\r\n".join([HEADER, *ROWS]) + "\r\n"
CUT_OFF = {
    "within a cell": WHOLE[: WHOLE.index("jilid 6") + 7],
    "before the last cells": WHOLE[: WHOLE.index(",Toer,1980\r\n6") + 3],
    "after the first of a row": WHOLE[: WHOLE.index("5,") + 1],
}
NOT_CUT_OFF = {
    "without an end of its last line": WHOLE[: WHOLE.index("\r\n6")],
    "with a short row at the end": WHOLE[: WHOLE.index("6,")] + "6,Kisah\r\n",
    "with short rows before": WHOLE.replace("Toer,1980", "Toer", 1)[: WHOLE.index("\r\n6") - 5] + "\r\n6,Kisah,Toer",
}


def sync(folder: Path, text: str, encoding: str) -> tuple[int, str, int, int]:
    """How a run ends: its status, what failed, how many rows were refused, and how many titles there are."""
    settings = folder / "padu.toml"
    settings.write_text(SETTINGS + PARTNER.format(code="sd", source="buku.csv", mode="full"), encoding="utf-8")
    (folder / "buku.csv").write_bytes(text.encode(encoding))
    result = padu(settings, "sync", "--json")
    (partner,) = json.loads(result.stdout)["partners"]
    return result.exit_code, partner["failure"], partner["rejected"], len(indexed(settings))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("text", CUT_OFF.values(), ids=CUT_OFF)
def test_table_that_is_cut_off_takes_nothing_out(tmp_path: Path, text: str, encoding: str) -> None:
    assert sync(tmp_path, WHOLE, encoding) == (0, "", 0, 6)
    told = "buku.csv is cut off: its end is missing. Have it exported or sent again."
    assert sync(tmp_path, text, encoding) == (2, told, 1, 6)


def test_table_of_copies_that_is_cut_off_leaves_everything_as_it_is(tmp_path: Path) -> None:
    assert sync(tmp_path, WHOLE, "utf-8")[0] == 0
    copies = "\r\n".join(["ID,BARCODE,RAK", *(f"{number},B{number},A" for number in range(1, 7))])
    settings = tmp_path / "padu.toml"
    settings.write_text(settings.read_text() + 'copies_source = "eksemplar.csv"\n', encoding="utf-8")
    for text, status in ((copies + "\r\n", 0), (copies[:-3], 2)):
        (tmp_path / "eksemplar.csv").write_bytes(text.encode())
        result = padu(settings, "sync", "--json")
        assert (result.exit_code, len(indexed(settings))) == (status, 6)
    assert json.loads(result.stdout)["partners"][0]["failure"].startswith("eksemplar.csv is cut off")


@pytest.mark.parametrize("text", NOT_CUT_OFF.values(), ids=NOT_CUT_OFF)
def test_table_that_somebody_wrote_so_is_whole(tmp_path: Path, text: str) -> None:
    status, failure, refused, _ = sync(tmp_path, text, "utf-8")
    assert (status, failure, refused) == (0, "", 0)
