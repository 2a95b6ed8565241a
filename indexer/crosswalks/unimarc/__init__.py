"""UNIMARC → Record: one file a concern, each field read directly and none by way of MARC 21.

| field | goes to | file |
| --- | --- | --- |
| leader, 100, 105, 106, 110, 115, 135, 200 $b, 230, 328 | type, carrier, audience | form |
| 001, 010-017, 020, 033, 035, 040, 071, 073 | identifiers | identifiers |
| 100, 102, 210, 214 | publication | publication |
| 101 | languages, original languages | languages |
| 200 | title | title |
| 200 $c $d, 5XX | variants | variants |
| 205, 215 | edition, extent | edition |
| 225, 410 | series | relations |
| 3XX on the list | notes, contents, abstract | notes |
| 4XX | relations | linked, relations |
| 600-617 | subjects | subjects |
| 675, 676, 680, 686 | classifications | classifications |
| 70X, 71X, 72X, 730 with $4 | contributors | contributors, relators |
| 856 | links | links |
| 852, 899, 930, 952, 995 | holdings | holdings |

Source: IFLA's UNIMARC manual, bibliographic format (3rd edition and updates),
https://www.ifla.org/unimarc-bibliographic-format/; the copy fields are national (995 the French recommandation, 930 the
French and 899 the Italian union catalogue).
"""
