"""Dublin Core, simple and qualified → Record: one file a concern.

| element | goes to | file |
| --- | --- | --- |
| title, title.alternative | title, variants | title |
| creator, contributor | contributors | contributors |
| publisher, date and its refinements, coverage (SLiMS: place) | publication | publication |
| type, format, language | type, carrier, extent, languages | form |
| identifier | identifiers, links, shelf mark | identifiers |
| subject, coverage.spatial, coverage.temporal | subjects; class numbers among them: classifications | subjects |
| description, its refinements abstract and tableOfContents | notes, abstract, contents | notes |
| rights, audience, identifier.citation | notes | notes |
| source, relation.ispartofseries; relation and its refinements | series; relations | notes |
| relation, image: addresses | links: what is related, the cover | identifiers |

Source: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/; what systems put where the terms leave room
is said at each. Not kept: description.provenance, .sponsorship and .version, contributor.department, and the dates on
which a repository took a thing in.
"""
