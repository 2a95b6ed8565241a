"""One list says for every format what stands for a place or a publisher that a piece doesn't name."""

import pytest

from indexer.crosswalks.marc.publication import map_publication as of_marc
from indexer.crosswalks.unimarc.publication import map_publication as of_unimarc
from indexer.crosswalks.unsaid import is_unsaid
from indexer.partners import LibraryRule
from indexer.readings import DublinCoreReading, ModsReading
from tests.indexer.crosswalks.marc.building import marc
from tests.indexer.crosswalks.table.test_rows import record as row

UNSAID = (
    "S.l.",
    "[s. n.]",
    "T.t.",
    "tanpa penerbit",
    "Verlag nicht ermittelbar",
    "[б. и.]",
    "z.pl.",
    "د. م",
    "n/a",
    "?",
)
RULE = LibraryRule("id-a")


@pytest.mark.parametrize("text", UNSAID)
def test_what_stands_for_no_place_and_no_publisher_is_none_in_any_format(text: str) -> None:
    xml = (
        f"<mods><titleInfo><title>A</title></titleInfo><originInfo><publisher>{text}</publisher></originInfo></mods>",
        f"<dc><title>A</title><publisher>{text}</publisher></dc>",
    )
    mods = ModsReading(xml[0].encode()).record(partner="a", source_id="1", rule=RULE)
    dublin = DublinCoreReading(xml[1].encode()).record(partner="a", source_id="1", rule=RULE)
    assert not isinstance(mods, str)
    assert not isinstance(dublin, str)
    told = {
        "MARC": of_marc(marc(f"260 __ $a {text} : $b {text}")),
        "UNIMARC": of_unimarc(marc(f"210 __ $a {text} $c {text}")),
        "MODS": mods.description.publication,
        "Dublin Core": dublin.description.publication,
        "a table": row(PENERBIT=text, KOTA=text).description.publication,
    }
    assert {name: (each.place, each.publisher) for name, each in told.items()} == dict.fromkeys(told, ("", ""))


@pytest.mark.parametrize("text", ["Slamet", "S.N. Press", "Ort", "T.T. Clark", "SA", "東京"])
def test_a_name_is_said(text: str) -> None:
    assert not is_unsaid(text)
