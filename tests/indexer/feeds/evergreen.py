"""Evergreen: Open-ILS/src/perlmods/lib/OpenILS/WWW/OAI.pm and Application/OAI.pm.

Deletions are kept "yes", granularity has no Z, schema and namespace change places, metadata may be wrapped twice. 852
is one a copy, with letters of its own.
"""

from tests.indexer.feeds.feed import MARC, OAI_DC, OAI_DC_OFFER, Feed
from tests.oai_provider import Item


def _copy(shelf: str, owner: str, barcode: str, status: str) -> str:
    parts = {"a": shelf, "b": owner, "c": "ML 1263 .C65", "d": owner, "g": barcode, "n": status}
    inner = "".join(f'<marc:subfield code="{code}">{text}</marc:subfield>' for code, text in parts.items())
    return f'<marc:datafield tag="852" ind1="4" ind2=" ">{inner}</marc:datafield>'


_COPIES = (
    _copy("Stacks", "BR1", "CONC1", "Available")
    + _copy("Stacks", "BR1", "CONC2", "Checked out")
    + _copy("Stacks", "BR1", "CONC3", "Missing")
    + _copy("Reference", "BR2", "CONC4", "In process")
)
EVERGREEN = Feed(
    offers={
        "oai_dc": (OAI_DC_OFFER[1], OAI_DC),
        "marcxml": ("http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd", MARC),
    },
    items=(
        Item(
            "oai:evergreen.example:301",
            "2026-02-02T00:00:00Z",
            f"""<metadata><marc:record xmlns:marc="{MARC}"><marc:leader>00620cam a2200205 a 4500</marc:leader>
<marc:controlfield tag="001">301</marc:controlfield>
<marc:controlfield tag="008">990101s1999    nyu           000 0 eng d</marc:controlfield>
<marc:datafield tag="245" ind1="0" ind2="4">
    <marc:subfield code="a">The concerto reader /</marc:subfield></marc:datafield>{_COPIES}
<marc:datafield tag="901" ind1=" " ind2=" ">
    <marc:subfield code="a">301</marc:subfield><marc:subfield code="b">System Local</marc:subfield>
    <marc:subfield code="c">301</marc:subfield><marc:subfield code="t">biblio</marc:subfield></marc:datafield>
</marc:record></metadata>""",
            ("CONS", "CONS:BR1"),
        ),
        Item("oai:evergreen.example:302", "2026-02-02T00:00:00Z", deleted=True),
    ),
    query="concerto reader",
    told={
        "title": "The concerto reader",
        "type": "book",
        "carrier": "print",
        "publication": "1999",
        "languages": ["en"],
        "holdings": ["id-a BR1/Stacks/ML 1263 .C65/2 on_loan=1", "id-a BR2/Reference/ML 1263 .C65/1 in_process=1"],
    },
    deletions="yes",
    granularity="YYYY-MM-DDThh:mm:ss",
    title_in="The concerto reader",
)
