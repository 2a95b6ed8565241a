"""SLiMS: oai2.php with lib/oaipmh/{oaidp-config,listrecords,record_dc}.php, and the older oai.php with
lib/oai-pmh.inc.php and DublinCoreOutput of lib/detail.inc.php.

Both make Dublin Core of their own. oai2.php's datestamp is the day on which a title was entered, so that corrections
never show; it deletes what the OPAC hides. oai.php has no datestamps, takes no notice of any, and quotes its tokens as
for an address.
"""

from tests.indexer.feeds.feed import DC_BEGIN, LOCATED, OAI_DC_OFFER, Feed
from tests.oai_provider import Faults, Item

_SITE = "http://pustaka.example/slims"
_SAMPLE = "<sampleIdentifier>oai:pustaka.example:slims-1</sampleIdentifier>"
_BOOK = {
    "title": "Bumi manusia",
    "type": "book",
    "carrier": "print",
    "names": ["Pramoedya Ananta Toer *"],
    "publication": "Jakarta Hasta Mitra 1980",
    "languages": ["id"],
    "identifiers": ["isbn 9789799731234"],
    "subjects": ["topic Fiksi Indonesia"],
    "classifications": ["ddc 899.221"],
    "series": ["Tetralogi Buru 1"],
    "extent": "535 hlm.; 20 cm",
    "notes": ["Cetakan pertama disita."],
    "holdings": ["id-a //899.221 PRA b/0"],
}

SLIMS = Feed(
    offers={"oai_dc": OAI_DC_OFFER},
    items=(
        Item(
            "oai:pustaka.example:slims-11",
            "2026-06-06T00:00:00Z",
            f"""{DC_BEGIN}<dc:title>Bumi manusia</dc:title><dc:creator>Pramoedya Ananta Toer</dc:creator>
<dc:subject>Fiksi Indonesia</dc:subject><dc:relation>{_SITE}/index.php?p=show_detail&amp;id=12</dc:relation>
<dc:publisher>Hasta Mitra</dc:publisher><dc:date>1980</dc:date><dc:language>id</dc:language><dc:type>Text</dc:type>
<dc:identifier>{_SITE}/index.php?p=show_detail&amp;id=11</dc:identifier>
<dc:identifier_isbn>979-97312-3-2</dc:identifier_isbn><dc:identifier>899.221 PRA b</dc:identifier>
<dc:description>Cetakan pertama disita.</dc:description><dc:coverage>Jakarta</dc:coverage>
<dc:identifier>{_SITE}/lib/phpthumb/phpThumb.php?src=../../images/docs/bumi.jpg</dc:identifier>
<dc:source>Tetralogi Buru ; 1</dc:source><dc:format>535 hlm.; 20 cm</dc:format><dc:subject>899.221</dc:subject>
</oai_dc:dc>""",
            ("1980",),
        ),
        Item("oai:pustaka.example:slims-10", "2026-06-06T00:00:00Z", deleted=True),
    ),
    query="bumi manusia",
    told={
        **_BOOK,
        "links": [
            f"related {_SITE}/index.php?p=show_detail&id=11",
            f"cover {_SITE}/lib/phpthumb/phpThumb.php?src=../../images/docs/bumi.jpg",
            f"related {_SITE}/index.php?p=show_detail&id=12",
        ],
    },
    envelope=f'<?xml-stylesheet type="text/xsl" href="./oai2.xsl"?>\n{LOCATED}',
    deletions="transient",
    description=_SAMPLE,
    title_in="Bumi manusia",
)


def _statements(number: int, title: str, rest: str = "") -> Item:
    page = f"{_SITE}/index.php?p=show_detail&amp;id={number}"
    return Item(
        f"oai:slims/{number}",
        "",
        f"{DC_BEGIN}<dc:title>{title}</dc:title>{rest}<dc:identifier>{page}</dc:identifier></oai_dc:dc>",
    )


OLD_SLIMS = Feed(
    offers={"oai_dc": OAI_DC_OFFER},
    items=(
        _statements(
            11,
            "Bumi manusia",
            """<dc:creator>Pramoedya Ananta Toer</dc:creator>
<dc:publisher>Hasta Mitra</dc:publisher><dc:date>1980</dc:date><dc:hasVersion>Cet. 2</dc:hasVersion>
<dc:language>Indonesia</dc:language><dc:medium>Text</dc:medium><dc:format>Text</dc:format>
<dc:extent>535 hlm.; 20 cm</dc:extent><dc:isPartOf>Tetralogi Buru ; 1</dc:isPartOf>
<dc:description>Cetakan pertama disita.</dc:description><dc:abstract>Cetakan pertama disita.</dc:abstract>
<dc:subject>Fiksi Indonesia</dc:subject><dc:subject>899.221</dc:subject>
<dc:identifier>9789799731234</dc:identifier><dc:identifier>899.221 PRA b</dc:identifier>
<dc:hasPart>B00011</dc:hasPart><dc:hasPart>B00012</dc:hasPart>
<dc:relation>http://pustaka.example:80/slims/repository/kutipan.pdf</dc:relation>
<dc:relation>http://pustaka.example:80/slims/images/docs/bumi.jpg</dc:relation>""",
        ),
        _statements(12, "Majalah kota", "<dc:format>Text</dc:format><dc:format>serial</dc:format>"),
        # Every title is encoded once more than it should be (utf8_encode).
        _statements(13, "Étude sur l’Islam".encode().decode("latin-1")),
        *(_statements(number, f"Judul {number}") for number in range(14, 19)),
    ),
    query="bumi manusia",
    told={
        **_BOOK,
        "edition": "Cet. 2",
        "publication": "Hasta Mitra 1980",
        "links": [
            f"related {_SITE}/index.php?p=show_detail&id=11",
            "resource http://pustaka.example:80/slims/repository/kutipan.pdf",
            "cover http://pustaka.example:80/slims/images/docs/bumi.jpg",
        ],
        "holdings": ["id-a //899.221 PRA b/2"],
    },
    deletions="transient",
    faults=Faults(dates_ignored=True, tokens_quoted=True),
    title_in="Bumi manusia",
)
