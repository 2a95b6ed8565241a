"""MARC 21, INDOMARC's local practice among it → Record: one file a field, or a closely bound group of fields.

| field | goes to | file |
| --- | --- | --- |
| leader/05, /06 | alive or deleted; bibliographic, authority or holdings | kind |
| 001 | source id; the content's hash where it is missing | source_id |
| leader, 006, 007, 008, 33X, 245 $h, 502 | type, carrier, audience | form |
| 008/06-14, 008/15-17, 260, 264 | publication | dates, publication |
| 008/35-37, 041 | languages, original languages | languages |
| 001/003, 010, 015, 016, 020, 022, 024, 028, 030, 035, 074, 088 | identifiers | identifiers |
| 050-092, 096 | classifications | classifications |
| 1XX, 7XX, 720 | contributors | contributors |
| 130, 210, 222, 240-247, 730, 740 | variants | variants |
| 245 | title | title |
| 250, 300 | edition, extent | edition, extent |
| 440, 490, 8XX | series | series |
| 5XX on the list | notes, contents, abstract | notes |
| 600-662, 69X | subjects | subjects |
| 760-787 | relations | relations |
| 856 | links | links |
| 852, 942, 949, 952, 995, 999, a partner's own field | holdings | holdings, items, copies |
| 853, 863, 866-868 | runs of holdings | runs |
| 004, 014 of a holdings record | whose holdings it has | holdings_record |
| 084, else 090-099 or 050, where no field has copies | shelf mark | holdings |
| 880 | each value's original script | fields |
| 1XX, 4XX, 5XX of an authority record | headings and references | authorities |

Sources: https://www.loc.gov/marc/bibliographic/, https://www.loc.gov/marc/holdings/, https://www.loc.gov/marc/authority/;
*INDOMARC: format MARC Indonesia* (Perpustakaan Nasional RI, edition of 2006 and later, which follows MARC 21);
https://wiki.koha-community.org/wiki/Holdings_data_fields_(9xx).
"""
