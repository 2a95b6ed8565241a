"""Koha: Koha/OAI/Server/*.pm, koha-tmpl/intranet-tmpl/prog/en/xslt/MARC21slim2OAIDC.xsl.

Identifiers are archive and biblionumber, which 001 is not; items come in 952 where the YAML file says include_items;
MARC is a <record> within the <record>, or a <collection> in it as long as as_xml was called.
"""

from tests.indexer.feeds.feed import DC, LOCATED, MARC, OAI_DC, OAI_DC_OFFER, XSI, Feed
from tests.oai_provider import Item

_OFFERS = {
    "oai_dc": OAI_DC_OFFER,
    "marcxml": (
        f"{MARC} http://www.loc.gov/ standards/marcxml/schema/MARC21slim",
        f"{MARC} http://www.loc.gov/ standards/marcxml/schema/MARC21slim.xsd",
    ),
}
_STYLED = f"<?xml-stylesheet type='text/xsl' href='/opac-tmpl/xslt/OAI.xslt' ?>\n{LOCATED}"
_RECORD = f"""<record {XSI} xsi:schemaLocation="{MARC} http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd"
  xmlns="{MARC}">
  <leader>00714nam a22002057a 4500</leader>
  <controlfield tag="001">9912</controlfield>
  <controlfield tag="008">100101s2005    io a          000 1 ind d</controlfield>
  <datafield tag="020" ind1=" " ind2=" "><subfield code="a">9789793062792</subfield></datafield>
  <datafield tag="100" ind1="1" ind2=" ">
    <subfield code="9">4521</subfield>
    <subfield code="a">Hirata, Andrea,</subfield>
    <subfield code="e">penulis</subfield></datafield>
  <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Laskar pelangi /</subfield></datafield>
  <datafield tag="260" ind1=" " ind2=" ">
    <subfield code="a">Yogyakarta :</subfield>
    <subfield code="b">Bentang,</subfield>
    <subfield code="c">2005.</subfield></datafield>
  <datafield tag="650" ind1=" " ind2="4">
    <subfield code="9">77</subfield>
    <subfield code="a">Fiksi Indonesia</subfield></datafield>
  <datafield tag="942" ind1=" " ind2=" ">
    <subfield code="2">ddc</subfield>
    <subfield code="c">BK</subfield></datafield>
  {{items}}
  <datafield tag="999" ind1=" " ind2=" "><subfield code="c">17</subfield><subfield code="d">17</subfield></datafield>
</record>"""


def _copy(number: int, **subfields: str) -> str:
    """952 as Koha writes it: flags first, then who has it, and what only staff need."""
    flags = {"0": "0", "1": "0", "4": "0", "7": "0", "9": str(number), "a": "CPL", "b": "CPL", "c": "GEN"}
    rest = {"d": "2011-02-01", "l": "3", "o": "813 HIR l", "p": f"39999{number}", "r": "2024-01-01", "y": "BK"}
    stated = {**flags, **rest, **{code.strip("_"): value for code, value in subfields.items()}}
    inner = "".join(f'<subfield code="{code}">{value}</subfield>' for code, value in sorted(stated.items()))
    return f'<datafield tag="952" ind1=" " ind2=" ">{inner}</datafield>'


_BOOK = {
    "title": "Laskar pelangi",
    "type": "book",
    "carrier": "print",
    "names": ["Hirata, Andrea (aut) *"],
    "publication": "Yogyakarta Bentang 2005",
    "languages": ["id"],
    "identifiers": ["isbn 9789793062792"],
    "subjects": ["topic Fiksi Indonesia"],
}
_DELETED = Item("KOHA-OAI-TEST:18", "2026-05-03T00:00:00Z", deleted=True)

KOHA = Feed(
    offers=_OFFERS,
    items=(
        Item(
            "KOHA-OAI-TEST:17",
            "2026-05-02T10:11:12Z",
            _RECORD.format(items=_copy(1) + _copy(2, q="2026-12-01") + _copy(3, _1="1")),
            ("BUKU",),
        ),
        _DELETED,
    ),
    query="laskar pelangi",
    told={**_BOOK, "holdings": ["id-a CPL/GEN/813 HIR l/2 on_loan=1"]},
    envelope=_STYLED,
    title_in="Laskar pelangi",
)

# Before as_xml_record, without items, days for datestamps, and no word on what is gone.
OLD_KOHA = Feed(
    offers=_OFFERS,
    items=(
        Item(
            "KOHA-OAI-TEST:17",
            "2026-05-02T10:11:12Z",
            f'<collection {XSI} xmlns="{MARC}">{_RECORD.format(items="")}</collection>',
        ),
    ),
    query="laskar pelangi",
    told={**_BOOK, "holdings": ["id-a ///0"]},
    deletions="no",
    granularity="YYYY-MM-DD",
    title_in="Laskar pelangi",
)

# A creator is the whole of its field, an ISBN is a URN, and "collection" runs into the type.
KOHA_DUBLIN_CORE = Feed(
    offers=_OFFERS,
    items=(
        Item(
            "KOHA-OAI-TEST:17",
            "2026-05-02T10:11:12Z",
            f"""<oai_dc:dcCollection xmlns:oai_dc="{OAI_DC}" xmlns:dc="{DC}" {XSI}><oai_dc:dc>
<dc:title>Laskar pelangi /</dc:title>
<dc:creator>
    4521
    Hirata, Andrea,
    1967-
    penulis
  </dc:creator>
<dc:type>collectiontext</dc:type><dc:publisher>Yogyakarta : Bentang,</dc:publisher><dc:date>2005.</dc:date>
<dc:language>ind</dc:language><dc:description>Cetakan ketiga.</dc:description><dc:subject>Fiksi Indonesia</dc:subject>
<dc:identifier>http://opac.example/daftar-isi.pdf</dc:identifier><dc:identifier>URN:ISBN:9789793062792</dc:identifier>
</oai_dc:dc></oai_dc:dcCollection>""",
        ),
        _DELETED,
    ),
    query="laskar pelangi",
    told={
        **_BOOK,
        "notes": ["Cetakan ketiga."],
        "links": ["resource http://opac.example/daftar-isi.pdf"],
        "holdings": ["id-a ///0"],
    },
    envelope=_STYLED,
    settings={"prefix": "oai_dc"},
    title_in="Laskar pelangi",
)
