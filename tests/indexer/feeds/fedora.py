"""Fedora: its provider (fcrepo3/oaiprovider, src/java and src/config/proai.properties), and Islandora's
(islandora_oai, includes/request.inc and handler.inc).

The DC datastream goes out as it is, PIDs and all; Islandora adds the object's page and picture, writes "_" for the ":"
of a PID, and sends a record without metadata where a datastream is missing.
"""

from tests.indexer.feeds.feed import DC_BEGIN, LOCATED, METS, MODS, OAI_DC_OFFER, XSI, Feed
from tests.oai_provider import Item

FEDORA = Feed(
    offers={"oai_dc": OAI_DC_OFFER, "formatX": ("http://example.org/formatX/", "http://example.org/formatX.xsd")},
    items=(
        Item(
            "oai:fedora.example:demo:7",
            "2026-04-04T00:00:00.123Z",
            f"""{DC_BEGIN}
  <dc:title>Peta Batavia</dc:title><dc:creator>Ehrenberg, P.</dc:creator><dc:date>1910</dc:date>
  <dc:type>StillImage</dc:type><dc:identifier>demo:7</dc:identifier><dc:identifier>info:fedora/demo:7</dc:identifier>
  <dc:relation>info:fedora/demo:peta</dc:relation><dc:coverage>Batavia</dc:coverage>
  <dc:coverage>1900-1910</dc:coverage><dc:coverage>-6.13, 106.8</dc:coverage></oai_dc:dc>""",
            ("peta",),
        ),
        Item("oai:fedora.example:demo:8", "2026-04-04T00:00:00.123Z", deleted=True),
    ),
    query="peta batavia",
    told={
        "title": "Peta Batavia",
        "type": "image",
        "carrier": "print",
        "names": ["Ehrenberg, P. *"],
        "publication": "1910",
        "subjects": ["place Batavia", "period 1900-1910"],
        "holdings": ["id-a ///0"],
    },
    deletions="persistent",
    title_in="Peta Batavia",
)
_PICTURE = "http://islandora.example/islandora/object/peta%3A7"

ISLANDORA = Feed(
    offers={"oai_dc": OAI_DC_OFFER, "mods": (MODS, "http://www.loc.gov/standards/mods/v3/mods-3-4.xsd")},
    items=(
        Item(
            "oai:islandora.example:peta_7",
            "2026-04-04T00:00:00Z",
            f"""<mods xmlns="{MODS}" {XSI} version="3.4"><titleInfo><title>Peta Batavia</title></titleInfo>
<name type="personal"><namePart>Ehrenberg, P.</namePart>
<role><roleTerm type="text">cartographer</roleTerm></role></name>
<typeOfResource>cartographic</typeOfResource><originInfo><dateIssued>1910</dateIssued></originInfo>
<subject><hierarchicalGeographic><country>Indonesia</country><city>Jakarta</city></hierarchicalGeographic></subject>
<location><physicalLocation>Perpustakaan</physicalLocation><shelfLocator>KK 41-05-06</shelfLocator></location>
<location><url usage="primary display">{_PICTURE}</url></location></mods>""",
            ("islandora_sp_large_image_collection",),
        ),
    ),
    query="peta batavia",
    told={
        "title": "Peta Batavia",
        "type": "map",
        "carrier": "print",
        "names": ["Ehrenberg, P. (ctg)"],
        "publication": "1910",
        "subjects": ["place Jakarta"],
        "links": [f"resource {_PICTURE}"],
        "holdings": ["id-a Perpustakaan//KK 41-05-06/0"],
    },
    deletions="no",
    envelope=LOCATED,
    title_in="Peta Batavia",
)

ISLANDORA_DUBLIN_CORE = Feed(
    offers={"oai_dc": OAI_DC_OFFER},
    items=(
        Item(
            "oai:islandora.example:peta_7",
            "2026-04-04T00:00:00Z",
            f"""{DC_BEGIN}<dc:title>Peta Batavia</dc:title><dc:creator>Ehrenberg, P.</dc:creator><dc:date>1910</dc:date>
<dc:type>cartographic</dc:type><dc:identifier>peta:7</dc:identifier>
<dc:identifier.thumbnail>{_PICTURE}/datastream/TN/view/Peta.jpg</dc:identifier.thumbnail>
<dc:identifier>{_PICTURE}</dc:identifier></oai_dc:dc>""",
            ("islandora_sp_large_image_collection",),
        ),
    ),
    query="peta batavia",
    told={
        "title": "Peta Batavia",
        "type": "map",
        "carrier": "online",
        "names": ["Ehrenberg, P. *"],
        "publication": "1910",
        "links": [f"cover {_PICTURE}/datastream/TN/view/Peta.jpg", f"resource {_PICTURE}"],
        "holdings": ["id-a ///0"],
    },
    deletions="no",
    envelope=LOCATED,
    title_in="Peta Batavia",
)

# METS with MODS in a section, as Fedora and others keep it.
FEDORA_METS = Feed(
    offers={"mets": (METS, "http://www.loc.gov/standards/mets/mets.xsd")},
    items=(
        Item(
            "oai:fedora.example:foto_1",
            "2026-04-04T00:00:00Z",
            f"""<METS:mets xmlns:METS="{METS}" xmlns:xlink="http://www.w3.org/1999/xlink" OBJID="foto:1">
<METS:dmdSec ID="D1"><METS:mdWrap MDTYPE="MODS"><METS:xmlData><mods:mods xmlns:mods="{MODS}">
<mods:titleInfo><mods:title>Pasar Baru</mods:title></mods:titleInfo>
<mods:originInfo><mods:dateIssued>1925</mods:dateIssued></mods:originInfo>
</mods:mods></METS:xmlData></METS:mdWrap></METS:dmdSec>
<METS:structMap><METS:div DMDID="D1"/></METS:structMap></METS:mets>""",
        ),
    ),
    query="pasar baru",
    told={
        "title": "Pasar Baru",
        "type": "book",
        "carrier": "print",
        "publication": "1925",
        "holdings": ["id-a ///0"],
    },
    title_in="Pasar Baru",
)
