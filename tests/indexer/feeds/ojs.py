"""OJS 3: plugins/oaiMetadataFormats/dc and plugins/metadata/dc11/filter/Dc11SchemaArticleAdapter, and lib-pkp's OAI.

Sets are journals and their sections; each text comes in each language of the journal, its abstract as HTML within XML.
Source has the journal with volume and pages, then its ISSNs; relation the addresses of the files; contributor who paid;
a creator's name comes in each language. Its MARCXML has less of all this, and is offered all the same.
"""

from tests.indexer.feeds.feed import DC_BEGIN, LOCATED, MARC, OAI_DC_OFFER, Feed
from tests.oai_provider import Item

_PAGE = "https://jurnal.example/index.php/jp/article/view/12"
_ENGLISH = "Reading aloud helps the pupils of the first grades more than exercises do. " * 3
_INDONESIAN = "Membaca nyaring menolong murid kelas awal lebih daripada latihan. " * 4
_SETS = ("jp", "jp:ART")
_IDENTIFIER = (
    '<description><oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier"><scheme>oai</scheme>'
    "<repositoryIdentifier>ojs.jurnal.example</repositoryIdentifier><delimiter>:</delimiter>"
    "<sampleIdentifier>oai:ojs.jurnal.example:article/1</sampleIdentifier></oai-identifier></description>"
)

OJS = Feed(
    offers={
        "oai_dc": OAI_DC_OFFER,
        "oai_marc": (
            "http://www.openarchives.org/OAI/1.1/oai_marc",
            "http://www.openarchives.org/OAI/1.1/oai_marc.xsd",
        ),
        "marcxml": (MARC, "https://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd"),
        "rfc1807": (
            "http://info.internet.isi.edu:80/in-notes/rfc/files/rfc1807.txt",
            "http://www.openarchives.org/OAI/1.1/rfc1807.xsd",
        ),
        "jats": ("https://jats.nlm.nih.gov/publishing/1.1/", "https://jats.example/JATS-journalpublishing1.xsd"),
    },
    items=(
        Item(
            "oai:ojs.jurnal.example:article/12",
            "2026-02-03T04:05:06Z",
            f"""{DC_BEGIN}
<dc:title xml:lang="en-US">Pupils&amp;rsquo; reading: A &amp;lt;em&amp;gt;case&amp;lt;/em&amp;gt; study</dc:title>
<dc:title xml:lang="id-ID">Bacaan murid</dc:title><dc:creator xml:lang="en-US">Suryani, Ani</dc:creator>
<dc:creator xml:lang="id-ID">Suryani, Ani</dc:creator>
<dc:subject xml:lang="en-US">reading; pupils</dc:subject><dc:subject xml:lang="id-ID">membaca</dc:subject>
<dc:description xml:lang="en-US">&lt;p&gt;{_ENGLISH}&lt;/p&gt;</dc:description>
<dc:description xml:lang="id-ID">&lt;p&gt;{_INDONESIAN}&lt;/p&gt;</dc:description>
<dc:publisher xml:lang="en-US">Universitas Nusantara</dc:publisher><dc:date>2020-06-30</dc:date>
<dc:contributor xml:lang="en-US">This research was paid for by LPPM Universitas Nusantara</dc:contributor>
<dc:type>info:eu-repo/semantics/article</dc:type><dc:type>info:eu-repo/semantics/publishedVersion</dc:type>
<dc:type xml:lang="en-US">Peer-reviewed Article</dc:type><dc:format>application/pdf</dc:format>
<dc:identifier>{_PAGE}</dc:identifier><dc:identifier>10.12345/jp.v5i2.12</dc:identifier>
<dc:source xml:lang="en-US">Jurnal Pendidikan; Vol. 5 No. 2 (2020): June; 101-115</dc:source>
<dc:source xml:lang="id-ID">Jurnal Pendidikan; Vol 5 No 2 (2020): Juni; 101-115</dc:source>
<dc:source>1411-0989</dc:source><dc:language>eng</dc:language><dc:relation>{_PAGE}/34</dc:relation>
<dc:rights xml:lang="en-US">Copyright (c) 2020 Jurnal Pendidikan</dc:rights>
<dc:rights xml:lang="en-US">http://creativecommons.org/licenses/by/4.0</dc:rights></oai_dc:dc>""",
            _SETS,
        ),
        Item("oai:ojs.jurnal.example:article/9", "2026-02-04T04:05:06Z", "", _SETS, deleted=True),
    ),
    query="pupils reading",
    told={
        "title": "Pupils’ reading: A case study",
        "type": "article",
        "carrier": "online",
        "names": ["Suryani, Ani *"],
        "publication": "Universitas Nusantara 2020",
        "languages": ["en"],
        "identifiers": ["doi 10.12345/jp.v5i2.12", "issn 1411-0989"],
        "subjects": ["topic reading", "topic pupils", "topic membaca"],
        "variants": ["Bacaan murid"],
        "abstract": f"{_ENGLISH}{_INDONESIAN}".strip(),
        "notes": ["Copyright (c) 2020 Jurnal Pendidikan", "http://creativecommons.org/licenses/by/4.0"],
        "relations": [
            {
                "kind": "host",
                "title": "Jurnal Pendidikan",
                "identifiers": [{"scheme": "issn", "value": "1411-0989", "is_key": False}],
                "note": "Vol. 5 No. 2 (2020): June; 101-115",
            }
        ],
        "links": [f"resource {_PAGE}", f"resource {_PAGE}/34"],
        "holdings": ["id-a ///0"],
    },
    envelope=f'<?xml-stylesheet type="text/xsl" href="https://jurnal.example/lib/pkp/xml/oai2.xsl"?>{LOCATED}',
    description=_IDENTIFIER,
    title_in="Pupils&amp;rsquo; reading",
)
