"""Omeka Classic and S: the module OaiPmhRepository, src/Metadata/{OaiDc,Mets}.

Its METS has the Dublin Core without a wrapper, no OBJID, and the files by size. Where the IIIF server's module is there
too, the manifest is a relation.
"""

from tests.indexer.feeds.feed import DC, DC_BEGIN, LOCATED, METS, OAI_DC_OFFER, XSI, Feed
from tests.oai_provider import Item

_PAGE, _MANIFEST = "http://omeka.example/s/foto/item/12", "http://omeka.example/iiif/3/12/manifest"
_FILE, _THUMB = "http://omeka.example/files/original/a.jpg", "http://omeka.example/files/medium/a.jpg"
_STATEMENTS = f"""<dc:title>Pasar Johar</dc:title><dc:creator>Tillema, H.F.</dc:creator><dc:subject>Pasar</dc:subject>
<dc:date>ca. 1910</dc:date><dc:type>Still Image</dc:type><dc:format>image/jpeg</dc:format>
<dc:language>Nederlands; Bahasa Indonesia</dc:language><dc:coverage>Semarang; Jawa Tengah</dc:coverage>
<dc:relation>{_MANIFEST}</dc:relation><dc:identifier>{_PAGE}</dc:identifier>"""
_PHOTOGRAPH = {
    "title": "Pasar Johar",
    "type": "image",
    "carrier": "online",
    "names": ["Tillema, H.F. *"],
    "publication": "1910",
    "languages": ["nl", "id"],
    "subjects": ["topic Pasar", "place Semarang", "place Jawa Tengah"],
    "holdings": ["id-a ///0"],
}
_OFFERS = {"oai_dc": OAI_DC_OFFER, "mets": (METS, "http://www.loc.gov/standards/mets/mets.xsd")}


def _feed(prefix: str, metadata: str, links: list[str]) -> Feed:
    return Feed(
        offers=_OFFERS,
        items=(Item("oai:omeka.example:12", "2026-02-03T04:05:06Z", metadata, ("1",)),),
        query="pasar johar",
        told={**_PHOTOGRAPH, "links": links},
        envelope=LOCATED,
        deletions="no",
        settings={"prefix": prefix},
        title_in="Pasar Johar",
    )


OMEKA = _feed("oai_dc", f"{DC_BEGIN}{_STATEMENTS}</oai_dc:dc>", [f"resource {_PAGE}", f"manifest {_MANIFEST}"])
OMEKA_METS = _feed(
    "mets",
    f"""<mets xmlns="{METS}" xmlns:xlink="http://www.w3.org/1999/xlink" {XSI}><dmdSec ID="dmd-12">
<mdWrap MDTYPE="DC"><xmlData xmlns:dc="{DC}">{_STATEMENTS}</xmlData></mdWrap></dmdSec><dmdSec ID="dmd-file-30">
<mdWrap MDTYPE="DC"><xmlData xmlns:dc="{DC}"><dc:title>a.jpg</dc:title></xmlData></mdWrap></dmdSec>
<fileSec><fileGrp USE="ORIGINAL"><file ID="f-30" MIMETYPE="image/jpeg" dmdID="dmd-file-30"><FLocat LOCTYPE="URL"
 xlink:type="simple" xlink:title="a.jpg" xlink:href="{_FILE}"/></file></fileGrp>
<fileGrp USE="THUMBNAIL"><file ID="t-30"><FLocat LOCTYPE="URL" xlink:href="{_THUMB}"/></file></fileGrp></fileSec>
<structMap><div DMDID="dmd-12"><fptr FILEID="f-30"/></div></structMap></mets>""",
    [f"resource {_FILE}", f"cover {_THUMB}", f"resource {_PAGE}", f"manifest {_MANIFEST}"],
)
