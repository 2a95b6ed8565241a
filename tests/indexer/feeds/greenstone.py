"""Greenstone 3: src/java/org/greenstone/gsdl3/service/OAIPMH.java, resources/oai/OAIConfig.xml.in.

Collection and document make the identifier, the collection is the set, and a document without an identifier of its own
gets its page's address. Nothing is said of what is gone, nor, mostly, of the kind of thing.
"""

from tests.indexer.feeds.feed import DC, LOCATED, OAI_DC, OAI_DC_OFFER, XSI, Feed
from tests.oai_provider import Item

_PAGE = "http://greenstone.example:8383/greenstone3/library/collection/naskah/document/HASH01a4"
_SCROLL = {
    "title": "Hikayat Hang Tuah",
    "type": "book",
    "carrier": "online",
    "names": ["Anonim *"],
    "publication": "1870",
    "languages": ["ms"],
    "subjects": ["topic Sastra Melayu", "place Malaka"],
    "links": [f"resource {_PAGE}"],
    "holdings": ["id-a ///0"],
}
_ITEM = Item("naskah:HASH01a4", "2026-01-15T00:00:00Z", sets=("naskah",))
_STATEMENTS = f"""<dc:title>Hikayat Hang Tuah</dc:title><dc:creator>Anonim</dc:creator>
<dc:subject>Sastra Melayu</dc:subject><dc:date>187-?</dc:date><dc:language>ms</dc:language>
<dc:coverage>Malaka</dc:coverage><dc:identifier>{_PAGE}</dc:identifier>"""

GREENSTONE = Feed(
    offers={"oai_dc": OAI_DC_OFFER},
    items=(
        Item(
            _ITEM.identifier,
            _ITEM.datestamp,
            f'<oai_dc:dc xmlns:oai_dc="{OAI_DC}" xmlns:dc="{DC}" {XSI}>{_STATEMENTS}</oai_dc:dc>',
            _ITEM.sets,
        ),
    ),
    query="hang tuah",
    told=_SCROLL,
    envelope=f'<?xml-stylesheet type="text/xsl" href="interfaces/oai/oai2.xsl"?>{LOCATED}',
    deletions="no",
    title_in="Hikayat Hang Tuah",
)

# Greenstone 2 beside it has a format of its own, and the elements without a prefix.
GREENSTONE_QUALIFIED = Feed(
    offers={
        "gsdl_qdc": ("http://www.greenstone.org/gsdl_qdc/", "http://www.greenstone.org/gsdl_qdc.xsd"),
        "oai_dc": OAI_DC_OFFER,
    },
    items=(
        Item(
            f"oai:greenstone.example:{_ITEM.identifier}",
            _ITEM.datestamp,
            f'<gsdl_qdc:gsdl_qdc xmlns:gsdl_qdc="http://www.greenstone.org/gsdl_qdc/" xmlns:dc="{DC}" {XSI}>'
            f"{_STATEMENTS}</gsdl_qdc:gsdl_qdc>",
            _ITEM.sets,
        ),
    ),
    query="hang tuah",
    told=_SCROLL,
    deletions="persistent",
    granularity="YYYY-MM-DD",
    settings={"prefix": "gsdl_qdc"},
    title_in="Hikayat Hang Tuah",
)
