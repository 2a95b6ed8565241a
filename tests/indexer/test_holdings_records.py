"""Holdings records from a partner's file to the index: in any order, by small updates, and told while they wait."""

from pathlib import Path

from pymarc import Field, Indicators, Leader, Record, Subfield

from discovery.catalog.holding import Holding
from discovery.search.document import decode_display
from discovery.search.request import SearchRequest
from discovery.search.tree import All
from tests.indexer.installations import book, engine_of, installed, padu


def holdings(number: str, host: str, branch: str, run: str = "") -> bytes:
    """A holdings record in ISO 2709."""
    record = Record(force_utf8=True)
    record.leader = Leader("00000ny  a2200000zn 4500")
    record.add_field(Field(tag="001", data=number), Field(tag="004", data=host))
    for tag, code, text in (("852", "b", branch), ("866", "a", run)):
        if text:
            record.add_field(Field(tag=tag, indicators=Indicators(" ", "0"), subfields=[Subfield(code, text)]))
    return record.as_marc()


def shown(settings: Path) -> dict[str, list[tuple[str, str]]]:
    """Title → branch and run of each holding in the index."""
    engine = engine_of(settings)
    try:
        unions = [decode_display(hit.display) for hit in engine.search(SearchRequest(All(), size=100)).hits]
    finally:
        engine.close()
    return {each.description.title.main: [_place(holding) for holding in each.holdings] for each in unions}


def _place(holding: Holding) -> tuple[str, str]:
    return holding.branch, holding.run


def test_holdings_records_reach_the_index_and_small_updates_do_too(tmp_path: Path) -> None:
    titles = [book(str(number), f"Judul {number}") for number in range(1, 30)]
    file = tmp_path / "ui.mrc"
    settings = installed(tmp_path, {"ui": [holdings("h1", "1", "FIB", "1971-1980"), *titles]}, mode="delta")
    assert padu(settings, "sync").exit_code == 0
    assert shown(settings)["Judul 1"] == [("FIB", "1971-1980")]
    assert shown(settings)["Judul 2"] == [("", "")]
    file.write_bytes(holdings("h1", "1", "FIB", "1971-1990") + holdings("h2", "2", "FEB") + holdings("h3", "99", "FT"))
    report = padu(settings, "sync")
    assert "holdings without their record 1" in report.stdout
    assert (shown(settings)["Judul 1"], shown(settings)["Judul 2"]) == ([("FIB", "1971-1990")], [("FEB", "")])
    told = padu(settings, "rejected", "ui").stdout
    assert "waiting" in told
    assert "h3" in told
    file.write_bytes(book("99", "Judul 99"))
    padu(settings, "sync")
    assert shown(settings)["Judul 99"] == [("FT", "")]
    assert "waiting" not in padu(settings, "rejected", "ui").stdout
