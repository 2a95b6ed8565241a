"""Stretches of time are halved without losing or repeating a moment, down to the provider's own unit."""

import pytest

from discovery.errors import SourceUnreadable
from indexer.sources.oai_pmh.formats import chosen_format
from indexer.sources.oai_pmh.windows import Window, halves, since

NOW = "2026-11-21T08:00:00Z"
METS, MODS = "http://www.loc.gov/METS/", "http://www.loc.gov/mods/v3"
MARC = "http://www.loc.gov/MARC21/slim"


@pytest.mark.parametrize(
    ("window", "earliest", "granularity", "parts"),
    [
        (Window("2026-01-01", "2026-01-04"), "", "day", (("2026-01-01", "2026-01-02"), ("2026-01-03", "2026-01-04"))),
        (Window("2026-01-01", "2026-01-02"), "", "day", (("2026-01-01", "2026-01-01"), ("2026-01-02", "2026-01-02"))),
        (Window("2026-01-01", "2026-01-01"), "", "day", ()),
        (Window("", ""), "2026-11-20", "day", (("", "2026-11-20"), ("2026-11-21", ""))),
        (Window("", "1990-01-02"), "0000-00-00", "day", (("", "1990-01-01"), ("1990-01-02", "1990-01-02"))),
        (
            Window("2026-11-21T07:59:59Z", ""),
            "",
            "second",
            (("2026-11-21T07:59:59Z", "2026-11-21T07:59:59Z"), ("2026-11-21T08:00:00Z", "")),
        ),
        (Window("2026-11-21T08:00:00Z", ""), "", "second", ()),
        (
            Window("2026-01-01", "2026-01-01"),
            "",
            "second",
            (("2026-01-01T00:00:00Z", "2026-01-01T11:59:59Z"), ("2026-01-01T12:00:00Z", "2026-01-01T23:59:59Z")),
        ),
    ],
)
def test_window_is_halved(window: Window, earliest: str, granularity: str, parts: tuple[tuple[str, str], ...]) -> None:
    assert halves(window, earliest, NOW, granularity) == tuple(Window(*each) for each in parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("began", "granularity", "expected"),
    [
        (NOW, "second", "2026-11-19T08:00:00Z"),
        (NOW, "day", "2026-11-19"),
        ("2026-11-21", "day", "2026-11-19"),
        ("soon", "day", ""),
    ],
)
def test_next_harvest_starts_two_days_before_the_last_began(began: str, granularity: str, expected: str) -> None:
    assert since(began, granularity) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "offered", "chosen"),
    [
        ("", {"oai_dc": "x oai_dc.xsd", "marc21": f"{MARC} x"}, ("marc21", "oai")),
        ("", {"oai_dc": "x oai_dc.xsd", "mods": f"{MODS} x", "mets": f"{METS} x"}, ("mods", "mods")),
        ("", {"oai_dc": "x oai_dc.xsd", "rdf": "x y"}, ("oai_dc", "dc")),
        ("", {}, ("oai_dc", "dc")),
        ("", {"oai_dc": "x oai_dc.xsd", "oai_marc": "http://openarchives.org/OAI/1.1/oai_marc x"}, ("oai_dc", "dc")),
        ("oai_dc", {"oai_dc": "x oai_dc.xsd", "marc21": f"{MARC} x"}, ("oai_dc", "dc")),
        ("marcxml", {}, ("marcxml", "oai")),
        ("katalog", {"katalog": f"{MARC} x"}, ("katalog", "oai")),
        ("dim", {"dim": "http://www.dspace.org/xmlns/dspace/dim x"}, ("dim", "dc")),
    ],
)  # fmt: skip
def test_format_is_the_one_wanted_or_the_richest(wanted: str, offered: dict[str, str], chosen: tuple[str, str]) -> None:
    assert chosen_format(wanted, offered) == chosen


@pytest.mark.parametrize(
    ("wanted", "offered", "chosen"),
    [
        ("", {"oai_dc": "x oai_dc.xsd", "marcxml": f"{MARC} x"}, ("oai_dc", "dc")),
        ("", {"marcxml": f"{MARC} x"}, ("marcxml", "oai")),
        ("marcxml", {"oai_dc": "x oai_dc.xsd", "marcxml": f"{MARC} x"}, ("marcxml", "oai")),
    ],
)
def test_journals_are_asked_for_dublin_core_unless_somebody_wants_another(
    wanted: str, offered: dict[str, str], chosen: tuple[str, str]
) -> None:
    assert chosen_format(wanted, offered, of_journals=True) == chosen


def test_format_that_cannot_be_read_says_what_can() -> None:
    with pytest.raises(
        SourceUnreadable, match=r"can't read records in the form 'rdf'; of what it offers, oai_dc can be"
    ):
        chosen_format("rdf", {"rdf": "x y", "oai_dc": "x oai_dc.xsd"})
