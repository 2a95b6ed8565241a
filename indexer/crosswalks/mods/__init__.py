"""MODS → Record: one file a concern.

| element | goes to | file |
| --- | --- | --- |
| titleInfo: nonSort, title, subTitle, partNumber, partName; type | title, variants by kind | titles |
| name: namePart by type, role, usage | contributors: names, dates, roles | names |
| altRepGroup of titleInfo and name | the original script | scripts |
| typeOfResource, genre, targetAudience | type, carrier, audience | form |
| physicalDescription: form, digitalOrigin, extent; language | carrier, extent, languages, original languages | form |
| originInfo: place, publisher, agent, dates; edition | publication; edition | origin |
| identifier, location/url, relatedItem/location/url | identifiers, links | identifiers |
| subject, genre, classification | subjects, classifications | subjects |
| abstract, tableOfContents, note, accessCondition, frequency, scale | abstract, contents, notes | notes |
| relatedItem: titleInfo, name, identifier, part; type="series" | relations; series | related |
| location: physicalLocation, shelfLocator, copyInformation | holdings, their runs and addresses | holdings |
| recordInfo/recordIdentifier | source id | record |

Source: https://www.loc.gov/standards/mods/userguide/
"""
