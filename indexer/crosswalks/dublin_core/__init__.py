"""Dublin Core, simple and qualified → Record: one file a concern.

| element | goes to | file |
| --- | --- | --- |
| title, title.alternative | title, variants | title |
| creator, contributor | contributors | contributors |
| publisher, date, coverage (SLiMS: place) | publication | publication |
| type, format, language | type, carrier, extent, languages | form |
| identifier | identifiers, links, shelf mark | identifiers |
| subject, coverage | subjects; class numbers among them are classifications | subjects |
| description, rights, source, relation | abstract, contents, notes, series, relations | notes |

Source: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/; what systems put where the terms leave room
is said at each.
"""
