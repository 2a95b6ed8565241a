"""DSpace: dspace/config/crosswalks/oai/xoai.xml and oai/metadataFormats/*.xsl.

Identifiers are handles, sets are collections and communities, what is withdrawn is deleted for a time. Of its formats
dim has all; each other leaves something out, and MARC has one leader for everything.
"""

from collections.abc import Mapping

from tests.indexer.feeds.feed import DC, DC_BEGIN, LOCATED, MARC, METS, MODS, OAI_DC_OFFER, XSI, Feed
from tests.oai_provider import Item

_OFFERS = {
    "uketd_dc": ("http://naca.central.cranfield.ac.uk/ethos-oai/2.0/", "http://naca.example/uketd_dc.xsd"),
    "qdc": ("http://purl.org/dc/terms/", "http://dublincore.org/schemas/xmls/qdc/2006/01/06/dcterms.xsd"),
    "didl": ("urn:mpeg:mpeg21:2002:02-DIDL-NS", "http://standards.iso.org/didl.xsd"),
    "mods": (MODS, "http://www.loc.gov/standards/mods/v3/mods-3-1.xsd"),
    "ore": ("http://www.w3.org/2005/Atom", "http://tweety.lanl.gov/public/schemas/2008-06/atom-tron.sch"),
    "mets": (METS, "http://www.loc.gov/standards/mets/mets.xsd"),
    "oai_dc": OAI_DC_OFFER,
    "rdf": ("http://www.openarchives.org/OAI/2.0/rdf/", "http://www.openarchives.org/OAI/2.0/rdf.xsd"),
    "marc": (MARC, "http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd"),
    "dim": ("http://www.dspace.org/xmlns/dspace/dim", "http://www.dspace.org/schema/dim.xsd"),
    "etdms": ("http://www.ndltd.org/standards/metadata/etdms/1.0/", "http://www.ndltd.org/etdms.xsd"),
}
_ABSTRACT = "Penelitian ini menelaah harga biji kopi di tingkat petani dan pengaruhnya terhadap belanja rumah tangga."
_HANDLE = "http://repository.example/handle/123456789/42"


def _feed(prefix: str, metadata: str, told: Mapping[str, object], *, asked: bool = True) -> Feed:
    """A thesis in this format, another, and one that was withdrawn."""
    thesis = Item("oai:repository.example:123456789/42", "2026-03-01T04:05:06Z", metadata, _SETS)
    withdrawn = Item("oai:repository.example:123456789/40", "2026-03-02T04:05:06Z", "", _SETS, deleted=True)
    return Feed(
        offers=_OFFERS,
        items=(thesis, withdrawn),
        query="kopi gayo",
        told={**_THESIS, **told},
        envelope=f'<?xml-stylesheet type="text/xsl" href="static/style.xsl"?>{LOCATED}',
        deletions="transient",
        settings={"prefix": prefix} if asked else {},
        title_in="Pengaruh kopi terhadap",
    )


_SETS = ("com_123456789_1", "col_123456789_7")
_THESIS: Mapping[str, object] = {
    "title": "Pengaruh kopi terhadap ekonomi desa Gayo",
    "type": "thesis",
    "carrier": "online",
    "names": ["Aulia, Rina *", "Sari, Dewi"],
    "publication": "Universitas Syiah Kuala 2019",
    "languages": ["id"],
    "subjects": ["topic kopi", "topic Gayo"],
    "abstract": _ABSTRACT,
    "links": [f"resource {_HANDLE}"],
    "holdings": ["id-a ///0"],
}


def _field(element: str, qualifier: str, text: str, language: str = "") -> str:
    """A field of dim: no qualifier and no language where there is none."""
    refined = f' qualifier="{qualifier}"' if qualifier else ""
    spoken = f' lang="{language}"' if language else ""
    return f'<dim:field mdschema="dc" element="{element}"{refined}{spoken}>{text}</dim:field>\n'


_DIM = "".join(
    (
        f'<dim:dim xmlns:dim="http://www.dspace.org/xmlns/dspace/dim" {XSI} xsi:schemaLocation="'
        'http://www.dspace.org/xmlns/dspace/dim http://www.dspace.org/schema/dim.xsd">\n',
        _field("contributor", "advisor", "Sari, Dewi", "-"),
        _field("contributor", "author", "Aulia, Rina"),
        _field("date", "accessioned", "2021-02-03T01:02:03Z"),
        _field("date", "available", "2021-02-03T01:02:03Z"),
        _field("date", "issued", "2019-08"),
        _field("identifier", "citation", "Aulia, R. (2019). Pengaruh kopi.", "en_US"),
        _field("identifier", "other", "1501070010", "en_US"),
        _field("identifier", "uri", _HANDLE),
        _field("description", "abstract", _ABSTRACT, "en_US"),
        _field("description", "provenance", "Submitted by Rina (rina@kampus.example) on 2021-02-03", "en"),
        _field("description", "sponsorship", "Beasiswa", "en_US"),
        _field("language", "iso", "id", "en_US"),
        _field("publisher", "", "Universitas Syiah Kuala", "en_US"),
        _field("relation", "ispartofseries", "Skripsi Ekonomi;12", "en_US"),
        _field("subject", "", "kopi", "en_US"),
        _field("subject", "", "Gayo", "en_US"),
        _field("coverage", "spatial", "Aceh Tengah", "en_US"),
        _field("title", "", "Pengaruh kopi terhadap ekonomi desa Gayo", "en_US"),
        _field("title", "alternative", "Coffee and the village economy", "en_US"),
        _field("type", "", "Thesis", "en_US"),
        "THESIS Universitas</dim:dim>",  # what other schemas hold falls out of the stylesheet as bare text
    )
)

# What is asked for where nobody says.
DSPACE = _feed(
    "dim",
    _DIM,
    {
        "names": ["Aulia, Rina (aut) *", "Sari, Dewi (ths)"],
        "variants": ["Coffee and the village economy"],
        "series": ["Skripsi Ekonomi 12"],
        "subjects": ["topic kopi", "topic Gayo", "place Aceh Tengah"],
        "notes": ["Aulia, R. (2019). Pengaruh kopi."],
        "publication": "Universitas Syiah Kuala 2019",
    },
    asked=False,
)

# Everything without its refinement: the embargo among the dates, the student's number among the identifiers.
DSPACE_DUBLIN_CORE = _feed(
    "oai_dc",
    f"""{DC_BEGIN}
<dc:title>Pengaruh kopi terhadap ekonomi desa Gayo</dc:title><dc:title>Coffee and the village economy</dc:title>
<dc:creator>Aulia, Rina</dc:creator><dc:contributor>Sari, Dewi</dc:contributor>
<dc:subject>kopi</dc:subject><dc:subject>Gayo</dc:subject>
<dc:description>{_ABSTRACT} {_ABSTRACT}</dc:description>
<dc:date>2021-02-03T01:02:03Z</dc:date><dc:date>2026-02-03</dc:date><dc:date>2021-02-03T01:02:03Z</dc:date>
<dc:date>2019-08</dc:date><dc:type>Thesis</dc:type>
<dc:identifier>1501070010</dc:identifier><dc:identifier>{_HANDLE}</dc:identifier>
<dc:language>id</dc:language><dc:relation>Skripsi Ekonomi;12</dc:relation><dc:format>application/pdf</dc:format>
<dc:coverage>Aceh Tengah</dc:coverage><dc:publisher>Universitas Syiah Kuala</dc:publisher></oai_dc:dc>""",
    {
        "variants": ["Coffee and the village economy"],
        "series": ["Skripsi Ekonomi 12"],
        "subjects": ["topic kopi", "topic Gayo", "place Aceh Tengah"],
        "abstract": f"{_ABSTRACT} {_ABSTRACT}",
    },
)

# One of its two wrappers, the one that is called a record again; its dates of acceptance and creation are those of
# availability.
_TERMS = f'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="{DC}"'
DSPACE_QUALIFIED = _feed(
    "qdc",
    f"""<dcterms:record {_TERMS} {XSI}>
<dc:title>Pengaruh kopi terhadap ekonomi desa Gayo</dc:title>
<dc:creator>Aulia, Rina</dc:creator><dc:contributor>Sari, Dewi</dc:contributor>
<dc:subject>kopi</dc:subject><dc:subject>Gayo</dc:subject><dcterms:abstract>{_ABSTRACT}</dcterms:abstract>
<dcterms:dateAccepted>2021-02-03T01:02:03Z</dcterms:dateAccepted>
<dcterms:available>2021-02-03T01:02:03Z</dcterms:available><dcterms:created>2021-02-03T01:02:03Z</dcterms:created>
<dcterms:issued>2019-08</dcterms:issued><dc:type>Thesis</dc:type><dc:identifier>{_HANDLE}</dc:identifier>
<dc:language>id</dc:language><dc:publisher>Universitas Syiah Kuala</dc:publisher></dcterms:record>""",
    {},
)
DSPACE_THESIS = _feed(
    "etdms",
    f"""<thesis xmlns="http://www.ndltd.org/standards/metadata/etdms/1.0/" {XSI}>
<title>Pengaruh kopi terhadap ekonomi desa Gayo</title><creator>Aulia, Rina</creator>
<contributor>Sari, Dewi</contributor><subject>kopi</subject><subject>Gayo</subject>
<description>{_ABSTRACT} {_ABSTRACT}</description><date>2021-02-03</date><date>2019-08</date><type>Thesis</type>
<identifier>{_HANDLE}</identifier><language>id</language><publisher>Universitas Syiah Kuala</publisher>
<degree><name>Sarjana</name><grantor>Universitas Syiah Kuala</grantor></degree></thesis>""",
    # Which of the dates it is that it came out on nobody can tell any more.
    {"abstract": f"{_ABSTRACT} {_ABSTRACT}", "publication": "Universitas Syiah Kuala 2021"},
)
DSPACE_MODS = _feed(
    "mods",
    f"""<mods:mods xmlns:mods="{MODS}" {XSI}>
<mods:name><mods:namePart>Aulia, Rina</mods:namePart></mods:name>
<mods:extension><mods:dateAvailable encoding="iso8601">2021-02-03T01:02:03Z</mods:dateAvailable></mods:extension>
<mods:originInfo><mods:dateIssued encoding="iso8601">2019-08</mods:dateIssued></mods:originInfo>
<mods:identifier type="other">1501070010</mods:identifier><mods:identifier type="uri">{_HANDLE}</mods:identifier>
<mods:abstract>{_ABSTRACT}</mods:abstract><mods:language><mods:languageTerm>id</mods:languageTerm></mods:language>
<mods:subject><mods:topic>kopi</mods:topic></mods:subject><mods:subject><mods:topic>Gayo</mods:topic></mods:subject>
<mods:titleInfo><mods:title>Pengaruh kopi terhadap ekonomi desa Gayo</mods:title></mods:titleInfo>
<mods:genre>Thesis</mods:genre></mods:mods>""",
    {"names": ["Aulia, Rina *"], "publication": "2019"},
)
DSPACE_METS = _feed(
    "mets",
    f"""<mets xmlns="{METS}" xmlns:xlink="http://www.w3.org/1999/xlink" {XSI} TYPE="DSpace ITEM"
  PROFILE="DSpace METS SIP Profile 1.0" OBJID="&#10;&#9;hdl:123456789/42" ID="&#10;DSpace_ITEM_123456789-42">
<metsHdr CREATEDATE="2026-03-01T00:00:00Z"><agent ROLE="CUSTODIAN" TYPE="ORGANIZATION"><name>R</name></agent></metsHdr>
<dmdSec ID="DMD_123456789_42"><mdWrap MDTYPE="MODS"><xmlData xmlns:mods="{MODS}"><mods:mods>
<mods:name><mods:role><mods:roleTerm type="text">advisor</mods:roleTerm></mods:role>
<mods:namePart>Sari, Dewi</mods:namePart></mods:name>
<mods:name><mods:role><mods:roleTerm type="text">author</mods:roleTerm></mods:role>
<mods:namePart>Aulia, Rina</mods:namePart></mods:name>
<mods:originInfo><mods:dateIssued encoding="iso8601">2019-08</mods:dateIssued></mods:originInfo>
<mods:identifier type="uri">{_HANDLE}</mods:identifier><mods:abstract>{_ABSTRACT}</mods:abstract>
<mods:language><mods:languageTerm authority="rfc3066">id</mods:languageTerm></mods:language>
<mods:accessCondition type="useAndReproduction"/><mods:subject><mods:topic>kopi</mods:topic></mods:subject>
<mods:subject><mods:topic>Gayo</mods:topic></mods:subject>
<mods:titleInfo><mods:title>Pengaruh kopi terhadap ekonomi desa Gayo</mods:title></mods:titleInfo>
<mods:genre>Thesis</mods:genre></mods:mods></xmlData></mdWrap></dmdSec>
<amdSec ID="TMD_123456789_42"><rightsMD ID="RIG_123456789_42"><mdWrap MIMETYPE="text/plain" MDTYPE="OTHER"
  OTHERMDTYPE="DSpaceDepositLicense"><binData>TElTRU5TSQ==</binData></mdWrap></rightsMD></amdSec>
<fileSec><fileGrp USE="ORIGINAL"><file ID="B1" MIMETYPE="application/pdf" SEQ="1" SIZE="9"><FLocat LOCTYPE="URL"
  xlink:type="simple" xlink:href="http://repository.example/bitstream/123456789/42/1/skripsi.pdf"/></file></fileGrp>
<fileGrp USE="TEXT"><file ID="T1" MIMETYPE="text/plain" SEQ="2" SIZE="9"><FLocat LOCTYPE="URL" xlink:type="simple"
  xlink:href="http://repository.example/bitstream/123456789/42/2/skripsi.pdf.txt"/></file></fileGrp></fileSec>
<structMap LABEL="DSpace Object" TYPE="LOGICAL"><div TYPE="DSpace Object Contents" ADMID="DMD_123456789_42">
<div TYPE="DSpace BITSTREAM"><fptr FILEID="B1"/></div></div></structMap></mets>""",
    {
        "names": ["Sari, Dewi (ths)", "Aulia, Rina (aut) *"],
        "publication": "2019",
        "links": ["resource http://repository.example/bitstream/123456789/42/1/skripsi.pdf", f"resource {_HANDLE}"],
    },
)
DSPACE_MARC = _feed(
    "marc",
    f"""<record xmlns="{MARC}" xmlns:dcterms="http://purl.org/dc/terms/" {XSI}>
<leader>00925njm 22002777a 4500</leader>
<datafield ind2=" " ind1=" " tag="042"><subfield code="a">dc</subfield></datafield>
<datafield ind2=" " ind1=" " tag="720"><subfield code="a">Aulia, Rina</subfield>
<subfield code="e">author</subfield></datafield>
<datafield ind2=" " ind1=" " tag="260"><subfield code="c">2019-08</subfield></datafield>
<datafield ind2=" " ind1=" " tag="520"><subfield code="a">{_ABSTRACT}</subfield></datafield>
<datafield ind1="8" ind2=" " tag="024"><subfield code="a">1501070010</subfield></datafield>
<datafield ind1="8" ind2=" " tag="024"><subfield code="a">{_HANDLE}</subfield></datafield>
<datafield tag="653" ind2=" " ind1=" "><subfield code="a">kopi</subfield></datafield>
<datafield tag="653" ind2=" " ind1=" "><subfield code="a">Gayo</subfield></datafield>
<datafield ind2="0" ind1="0" tag="245">
<subfield code="a">Pengaruh kopi terhadap ekonomi desa Gayo</subfield></datafield>
</record>""",
    # The student's number is an unknown system's; that it is a thesis, and online, MARC of DSpace doesn't say.
    {
        "type": "book",
        "carrier": "print",
        "names": ["Aulia, Rina (aut)"],
        "publication": "2019",
        "identifiers": ["other 1501070010"],
    },
)
