"""MODS → Record: one file a concern.

| element | goes to | file |
| --- | --- | --- |
| titleInfo | title, variants | titles |
| name, role | contributors | names |
| typeOfResource, genre, targetAudience | type, carrier, audience | form |
| physicalDescription, language | extent, carrier, languages | form |
| originInfo | publication, edition | origin |
| identifier, location/url | identifiers, links | identifiers |
| subject, genre, classification | subjects, classifications | subjects |
| abstract, tableOfContents, note | abstract, contents, notes | notes |
| relatedItem | relations; type="series" is series | related |
| location | holdings | holdings |
| recordInfo/recordIdentifier | source id | record |

Source: https://www.loc.gov/standards/mods/userguide/
"""
