"""Two records each as the systems that libraries run write them in OAI-PMH; envelopes and oddities are theirs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.oai_provider import NAMESPACE, Item

_XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
_PLAIN = f'<OAI-PMH xmlns="{NAMESPACE}">'
_LOCATED = (
    f'<OAI-PMH xmlns="{NAMESPACE}" {_XSI} xsi:schemaLocation="{NAMESPACE} '
    'http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">'
)
_DC = "http://purl.org/dc/elements/1.1/"
_OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_MARC = "http://www.loc.gov/MARC21/slim"
_MODS = "http://www.loc.gov/mods/v3"
_METS = "http://www.loc.gov/METS/"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a provider of this system offers and holds, and how `padu search` finds its first record."""

    offers: Mapping[str, tuple[str, str]]
    items: tuple[Item, ...]
    query: str
    found: Mapping[str, object]
    envelope: str = _PLAIN
    deletions: str = "persistent"
    granularity: str = "YYYY-MM-DDThh:mm:ssZ"
    settings: Mapping[str, object] = field(default_factory=dict)


# Koha's oai.pl: identifiers by archive and biblionumber, which 001 is not; items in 952; MARC inside <record> again.
KOHA = Feed(
    offers={
        "oai_dc": (_OAI_DC, "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"),
        "marcxml": (_MARC, "http://www.loc.gov/MARC21/slim http://www.loc.gov/standards/marcxml/schema/MARC21slim"),
    },
    items=(
        Item(
            "KOHA-OAI-TEST:17",
            "2026-05-02T10:11:12Z",
            f"""<record {_XSI} xsi:schemaLocation="{_MARC} http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd"
  xmlns="{_MARC}">
  <leader>00714nam a22002057a 4500</leader>
  <controlfield tag="001">9912</controlfield>
  <controlfield tag="008">100101s2005    io a          000 1 ind d</controlfield>
  <datafield tag="020" ind1=" " ind2=" "><subfield code="a">9789793062792</subfield></datafield>
  <datafield tag="100" ind1="1" ind2=" "><subfield code="a">Hirata, Andrea</subfield></datafield>
  <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Laskar pelangi /</subfield></datafield>
  <datafield tag="260" ind1=" " ind2=" ">
    <subfield code="b">Bentang,</subfield>
    <subfield code="c">2005.</subfield></datafield>
  <datafield tag="952" ind1=" " ind2=" ">
    <subfield code="b">CPL</subfield>
    <subfield code="o">813 HIR l</subfield>
    <subfield code="7">0</subfield></datafield>
  <datafield tag="999" ind1=" " ind2=" "><subfield code="c">17</subfield><subfield code="d">17</subfield></datafield>
</record>""",
            ("BUKU",),
        ),
        Item("KOHA-OAI-TEST:18", "2026-05-03T00:00:00Z", deleted=True),
    ),
    query="laskar pelangi",
    found={"title": "Laskar pelangi", "call_number": "813 HIR l", "year": 2005},
    envelope=f"<?xml-stylesheet type='text/xsl' href='/opac-tmpl/xslt/OAI.xslt' ?>\n{_LOCATED}",
)  # fmt: skip

# DSpace's XOAI: several formats of Dublin Core beside METS and MODS, "doc:" around dim-like metadata, handles.
DSPACE = Feed(
    offers={
        "oai_dc": (_OAI_DC, "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"),
        "qdc": ("http://purl.org/dc/terms/", "http://dublincore.org/schemas/xmls/qdc/2006/01/06/dcterms.xsd"),
        "xoai": ("http://www.lyncode.com/xoai", "http://www.lyncode.com/xsd/xoai.xsd"),
        "mods": (_MODS, "http://www.loc.gov/standards/mods/v3/mods-3-1.xsd"),
    },
    items=(
        Item(
            "oai:repository.example:123456789/42",
            "2026-03-01T04:05:06Z",
            f"""<oai_dc:dc xmlns:oai_dc="{_OAI_DC}" xmlns:doc="http://www.lyncode.com/xoai" {_XSI} xmlns:dc="{_DC}"
  xsi:schemaLocation="{_OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
<dc:title>Pengaruh kopi terhadap ekonomi desa Gayo</dc:title><dc:creator>Aulia, Rina</dc:creator>
<dc:contributor>Universitas Syiah Kuala</dc:contributor><dc:subject>kopi</dc:subject>
<dc:date>2021-02-03T01:02:03Z</dc:date><dc:date>2019</dc:date><dc:type>Thesis</dc:type>
<dc:identifier>http://hdl.handle.net/123456789/42</dc:identifier><dc:language>id</dc:language></oai_dc:dc>""",
            ("com_123456789_1", "col_123456789_7"),
        ),
    ),
    query="kopi gayo",
    found={"title": "Pengaruh kopi terhadap ekonomi desa Gayo", "call_number": "", "year": 2019},
    envelope=f'<?xml-stylesheet type="text/xsl" href="static/style.xsl"?>{_LOCATED}',
    deletions="transient",
    settings={"prefix": "oai_dc"},
)

# Evergreen's OAI: "marc:" bound at the record, 901 $c the record's number, 852 the copies.
EVERGREEN = Feed(
    offers={
        "oai_dc": (_OAI_DC, "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"),
        "marcxml": (_MARC, "http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd"),
    },
    items=(
        Item(
            "oai:evergreen.example:biblio/301",
            "2026-02-02T00:00:00Z",
            f"""<marc:record xmlns:marc="{_MARC}"><marc:leader>00620cam a2200205 a 4500</marc:leader>
<marc:controlfield tag="001">301</marc:controlfield>
<marc:controlfield tag="008">990101s1999    nyu           000 0 eng d</marc:controlfield>
<marc:datafield tag="245" ind1="0" ind2="4">
    <marc:subfield code="a">The concerto reader /</marc:subfield></marc:datafield>
<marc:datafield tag="852" ind1="4" ind2=" ">
    <marc:subfield code="b">BR1</marc:subfield>
    <marc:subfield code="h">ML 1263</marc:subfield></marc:datafield>
<marc:datafield tag="901" ind1=" " ind2=" ">
    <marc:subfield code="c">301</marc:subfield></marc:datafield></marc:record>""",
        ),
    ),
    query="concerto reader",
    found={"title": "The concerto reader", "call_number": "ML 1263", "year": 1999},
    granularity="YYYY-MM-DD",
)  # fmt: skip

# Greenstone: no deleted records, days, identifiers with the collection's name, dates without a day.
GREENSTONE = Feed(
    offers={"oai_dc": (_OAI_DC, "http://www.openarchives.org/OAI/2.0/oai_dc.xsd")},
    items=(
        Item(
            "oai:greenstone.example:naskah:HASH01a4",
            "2026-01-15T00:00:00Z",
            f"""<oai_dc:dc xmlns:oai_dc="{_OAI_DC}" xmlns="{_DC}" {_XSI}>
<title>Hikayat Hang Tuah</title><creator>Anonim</creator><date>187-?</date><format>text/html</format>
<identifier>http://greenstone.example/library?a=d&amp;c=naskah&amp;d=HASH01a4</identifier></oai_dc:dc>""",
            ("naskah",),
        ),
    ),
    query="hang tuah",
    found={"title": "Hikayat Hang Tuah", "call_number": "", "year": 1870},
    deletions="no",
    granularity="YYYY-MM-DD",
)

# Fedora's provider: "info:fedora/" in identifiers, MODS by name, datestamps with milliseconds in its own records.
FEDORA = Feed(
    offers={
        "oai_dc": (_OAI_DC, "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"),
        "mods": (_MODS, "http://www.loc.gov/standards/mods/v3/mods-3-4.xsd"),
        "mets": (_METS, "http://www.loc.gov/standards/mets/mets.xsd"),
    },
    items=(
        Item(
            "oai:fedora.example:peta_7",
            "2026-04-04T00:00:00Z",
            f"""<mods xmlns="{_MODS}" {_XSI} version="3.4"><titleInfo><title>Peta Batavia</title></titleInfo>
<name type="personal"><namePart>Ehrenberg, P.</namePart>
<role><roleTerm type="text">cartographer</roleTerm></role></name>
<typeOfResource>cartographic</typeOfResource><originInfo><dateIssued>1910</dateIssued></originInfo>
<location><shelfLocator>KK 41-05-06</shelfLocator></location></mods>""",
        ),
    ),
    query="peta batavia",
    found={"title": "Peta Batavia", "call_number": "KK 41-05-06", "year": 1910},
    deletions="no",
)

# METS from Fedora and others: MODS in a section, files beside it.
METS = Feed(
    offers={"mets": (_METS, "http://www.loc.gov/standards/mets/mets.xsd")},
    items=(
        Item(
            "oai:fedora.example:foto_1",
            "2026-04-04T00:00:00Z",
            f"""<METS:mets xmlns:METS="{_METS}" xmlns:xlink="http://www.w3.org/1999/xlink" OBJID="foto:1">
<METS:dmdSec ID="D1"><METS:mdWrap MDTYPE="MODS"><METS:xmlData><mods:mods xmlns:mods="{_MODS}">
<mods:titleInfo><mods:title>Pasar Baru</mods:title></mods:titleInfo>
<mods:originInfo><mods:dateIssued>1925</mods:dateIssued></mods:originInfo>
</mods:mods></METS:xmlData></METS:mdWrap></METS:dmdSec>
<METS:structMap><METS:div DMDID="D1"/></METS:structMap></METS:mets>""",
        ),
    ),
    query="pasar baru",
    found={"title": "Pasar Baru", "call_number": "", "year": 1925},
)

# SLiMS's oai2.php: Dublin Core of its own making (dc:identifier_isbn, a bare image), class in dc:subject, call number
# in dc:identifier, extent in dc:format, series in dc:source.
SLIMS = Feed(
    offers={"oai_dc": (_OAI_DC, "http://www.openarchives.org/OAI/2.0/oai_dc.xsd")},
    items=(
        Item(
            "oai:slims/slims-11",
            "2026-06-06T00:00:00Z",
            f"""<oai_dc:dc xmlns:oai_dc="{_OAI_DC}" xmlns:dc="{_DC}" {_XSI}
  xsi:schemaLocation="{_OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
<dc:title><![CDATA[Bumi manusia]]></dc:title><dc:creator><![CDATA[Pramoedya Ananta Toer]]></dc:creator>
<dc:subject><![CDATA[Fiksi Indonesia]]></dc:subject><dc:subject><![CDATA[899.221 3]]></dc:subject>
<dc:publisher><![CDATA[Hasta Mitra]]></dc:publisher><dc:date><![CDATA[1980]]></dc:date>
<dc:language><![CDATA[Indonesia]]></dc:language><dc:type><![CDATA[Text]]></dc:type>
<dc:identifier_isbn><![CDATA[9789799731234]]></dc:identifier_isbn>
<dc:identifier><![CDATA[899.2213 PRA b]]></dc:identifier><dc:format><![CDATA[535 hlm.; 20 cm]]></dc:format>
<dc:source><![CDATA[Tetralogi Buru]]></dc:source><dc:coverage><![CDATA[Jakarta]]></dc:coverage>
<image>bumi.jpg</image></oai_dc:dc>""",
        ),
    ),
    query="bumi manusia",
    found={"title": "Bumi manusia", "call_number": "899.2213 PRA b", "year": 1980},
    deletions="transient",
)

FEEDS = {
    "Koha": KOHA, "DSpace": DSPACE, "Evergreen": EVERGREEN, "Greenstone": GREENSTONE, "Fedora": FEDORA, "METS": METS,
    "SLiMS": SLIMS,
}  # fmt: skip
