"""EPrints 3: perl_lib/EPrints/Plugin/Export/DC.pm and cgi/oai2.

Relation has the page of the thing, identifier its files and then how it is cited, with the only word of the university
or the journal; each file brings a format and a language with it. Subjects are the Library of Congress's classes.
"""

from tests.indexer.feeds.feed import DC_BEGIN, LOCATED, OAI_DC_OFFER, Feed
from tests.oai_provider import Item

_PAGE = "http://eprints.example/1234/"
_ABSTRACT = (
    "Penelitian ini menelaah pengaruh upah dan motivasi terhadap kinerja karyawan sebuah pabrik di Surabaya. " * 2
)
_CITED = "Rahman, Abdul (2018) Pengaruh upah terhadap kinerja. Undergraduate thesis, Universitas Nusantara."
_SETS = ("7374617475733D707562", "7375626A656374733D4844")

EPRINTS = Feed(
    offers={
        "oai_dc": OAI_DC_OFFER,
        "oai_bibl": ("http://namespace.example/bibl/", "http://namespace.example/bibl.xsd"),
        "didl": ("urn:mpeg:mpeg21:2002:02-DIDL-NS", "http://standards.iso.org/didl.xsd"),
    },
    items=(
        Item(
            "oai:eprints.example:1234",
            "2026-02-03T04:05:06Z",
            f"""{DC_BEGIN}
        <dc:relation>{_PAGE}</dc:relation>
        <dc:title>PENGARUH UPAH TERHADAP KINERJA</dc:title>
        <dc:creator>Rahman, Abdul</dc:creator><dc:creator>NIM. 1501070010, Sari Dewi</dc:creator>
        <dc:subject>HD Industries. Land use. Labor</dc:subject>
        <dc:description>  {_ABSTRACT}  </dc:description>
        <dc:date>2018-07-12</dc:date><dc:type>Thesis</dc:type><dc:type>NonPeerReviewed</dc:type>
        <dc:format>text</dc:format><dc:language>id</dc:language>
        <dc:identifier>{_PAGE}1/COVER.pdf</dc:identifier>
        <dc:format>text</dc:format><dc:language>id</dc:language>
        <dc:identifier>{_PAGE}2/BAB%20I.pdf</dc:identifier>
        <dc:identifier>   Rahman, Abdul  (2018) Pengaruh upah terhadap kinerja.  Undergraduate thesis, Universitas
Nusantara.    </dc:identifier></oai_dc:dc>""",
            _SETS,
        ),
        Item("oai:eprints.example:1200", "2026-02-04T04:05:06Z", "", _SETS, deleted=True),
    ),
    query="pengaruh upah",
    told={
        "title": "PENGARUH UPAH TERHADAP KINERJA",
        "type": "thesis",
        "carrier": "online",
        "names": ["Rahman, Abdul *", "Sari Dewi"],
        "publication": "2018",
        "languages": ["id"],
        "subjects": ["topic HD Industries. Land use. Labor"],
        "abstract": _ABSTRACT.strip(),
        "notes": [_CITED],
        "links": [f"resource {_PAGE}1/COVER.pdf", f"resource {_PAGE}2/BAB%20I.pdf", f"resource {_PAGE}"],
        "holdings": ["id-a ///0"],
    },
    envelope=LOCATED,
    title_in="PENGARUH UPAH",
)
