"""Dublin Core, simple and qualified → Record: one file a concern.

| element | goes to | file |
| --- | --- | --- |
| title, title.alternative | title, variants | title |
| creator, contributor | contributors | contributors |
| publisher, date and its refinements; of SLiMS coverage, hasVersion | publication (place); edition | publication |
| date.embargo, available | the end of an embargo, with the rights | notes |
| type (a term of eu-repo, DCMI, COAR, DSpace or EPrints, else words), format | type | types, form |
| format and its refinements, language | carrier, extent, languages | form |
| identifier | identifiers, links, shelf mark | identifiers |
| subject, coverage and its refinements | subjects; class numbers among them: classifications | subjects |
| description, its refinements abstract and tableOfContents | notes, abstract, contents | notes |
| rights, license, accessRights, rightsHolder, accrualPeriodicity | notes | notes |
| bibliographicCitation, identifier.citation, of EPrints an identifier in words | notes | notes |
| audience, educationLevel, mediator | notes for an audience | notes |
| source, relation.ispartofseries, "Series;12"; relation and its refinements | series; relations | notes |
| relation: OpenAIRE's altIdentifier | identifiers | identifiers |
| relation, source, image, identifier.thumbnail: addresses | links: related, its own files, the cover | identifiers |
| of SLiMS relation.hasPart: barcodes | how many copies | record |

Source: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/; what systems put where the terms leave room
is said at each, after their own source: DSpace's dspace/config/crosswalks/oai/metadataFormats, Koha's
xslt/MARC21slim2OAIDC.xsl, SLiMS's lib/oaipmh/record_dc.php and lib/detail.inc.php, Greenstone's OAIPMH.java,
Islandora's includes/handler.inc, OJS's plugins/metadata/dc11, EPrints' perl_lib/EPrints/Plugin/Export/DC.pm, and the
guidelines of OpenAIRE (https://guidelines.openaire.eu/en/latest/literature/). Not kept: description.provenance,
.sponsorship and .version, contributor.department, provenance, instructionalMethod, accrualMethod and accrualPolicy,
codes for rights that keep nobody out, numbers of other kinds (arXiv, ARK, URN), where OJS's authors work and who paid
for them, and the dates on which a repository took a thing in. In any XML format titles, degrees and a student's or an
employee's number go from a name.
"""
