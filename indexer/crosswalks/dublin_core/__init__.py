"""Dublin Core, simple and qualified → Record: one file a concern.

| element | goes to | file |
| --- | --- | --- |
| title, title.alternative | title, variants | title |
| creator, contributor | contributors | contributors |
| publisher, date and its refinements; of SLiMS coverage, hasVersion | publication (place); edition | publication |
| type, format, language | type, carrier, extent, languages | form |
| identifier | identifiers, links, shelf mark | identifiers |
| subject, coverage and its refinements | subjects; class numbers among them: classifications | subjects |
| description, its refinements abstract and tableOfContents | notes, abstract, contents | notes |
| rights, audience, identifier.citation | notes | notes |
| source, relation.ispartofseries, "Series;12"; relation and its refinements | series; relations | notes |
| relation, image, identifier.thumbnail: addresses | links: what is related, the cover | identifiers |
| of SLiMS relation.hasPart: barcodes | how many copies | record |

Source: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/; what systems put where the terms leave room
is said at each, after their own source: DSpace's dspace/config/crosswalks/oai/metadataFormats, Koha's
xslt/MARC21slim2OAIDC.xsl, SLiMS's lib/oaipmh/record_dc.php and lib/detail.inc.php, Greenstone's OAIPMH.java,
Islandora's includes/handler.inc. Not kept: description.provenance, .sponsorship and .version, contributor.department,
and the dates on which a repository took a thing in.
"""
