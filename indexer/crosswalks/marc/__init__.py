"""MARC 21, INDOMARC's local practice among it → Record: one file a field, or a closely bound group of fields.

| field | goes to | file |
| --- | --- | --- |
| leader/05, /06 | alive or deleted; bibliographic, authority or holdings | kind |
| 001 | source id; the content's hash where it is missing | source_id |
| leader/06-07, 006, 007, 008, 300 $a, 336-338 $a $b, 245 $h, 502, 533 | type, carrier, users | form, carrier |
| 008 that lost its blanks | the same with them | fixed_field |
| 008/06-17, 250, 260 and 264 $a $b $c, 260 $e $f, 362 | imprint, years, country | dates, imprint, publication |
| 008/35-37, 041 $a $d; $h $n | languages; original languages | languages |
| 001 and 003, 010, 015, 016, 019-024, 027-035, 074, 086 $z, 088 | identifiers, cancelled ones no keys | identifiers |
| 050, 055, 060, 070, 080, 082, 083, 084, 086, 090, 092, 096 $a | classifications | classifications |
| 100-111, 700-711, 720: $a $b $c $d $n $q, $e and $4, $t | names, fuller forms, dates, roles, works | contributors |
| 130, 210, 222, 240, 242, 243, 246, 247, 730, 740, 245 after " = " | variants by kind | variants |
| 245 $a $b $n $p $c, second indicator | title, subtitle, parts, responsibility, what filing skips | title |
| 250 $a $b, 254 $a; 300 $a $b $c $e $f $g | edition; extent | edition, extent |
| 440, 490, 800-830: title, $v, $x | series: title, number, ISSN | series |
| 255, 306, 310, 321, 362, 382, 500-586 on the list, 752 | notes | notes, performance |
| 505; 520 $a $b $c | contents; abstract | notes |
| 600-662, 690-698, with $x $y $z $v, second indicator, $2 | headings, their divisions and vocabularies | subjects |
| 760-787: $t $s $a $x $z $w, $b $c $d $g $i $n | relations | relations |
| 856 $u $y $3 $z, second indicator; 024 with an address | links | links |
| 852, 942 $n, 945-952, 995, 999, AVA, a partner's own | holdings, states | holdings, shelves, items, layouts, copies |
| 852 $p, 945, 949 and 999 $i, 952 $p $i, 995 $f, a partner's own | numbers of copies, never shown | copy_numbers |
| 853-855, 863-868 | runs of holdings | runs, enumeration |
| 004, 014, 035 and 901 of a holdings record | whose holdings it has | holdings_record, control_numbers |
| 084, else 090-099 or 050, where no field has copies | shelf mark | call_numbers |
| 245, 505, 520 cut at a "$" of their text | the same whole | glued_codes |
| each subfield | composed (NFC), without markup and doubled blanks | cleaning |
| OJS's leaders, with its 008, 022, 546, 655, 720, 786 | the article that they mean | ojs |
| 880 | each value's original script; by itself where nothing is linked | fields |
| 880 in MARC-8 without its escape characters | the same | lost_escapes |
| 1XX, 4XX, 5XX, 7XX of an authority record | headings and references | authorities |

What no line names stays in the partner's own record, which readers get where the partner shares it: 541, 561 and 583
that aren't marked as public, 59X, 9XX, and what cataloguers write for each other (040, 588);
and the area codes of 043: of 10,197 real records that have them, subjects name a place in all but 735, and of those
two in three have n-us alone, mostly of government documents.

Sources: https://www.loc.gov/marc/bibliographic/, https://www.loc.gov/marc/holdings/, https://www.loc.gov/marc/authority/;
*INDOMARC: format MARC Indonesia* (Perpustakaan Nasional RI, edition of 2006 and later, which follows MARC 21);
https://wiki.koha-community.org/wiki/Holdings_data_fields_(9xx).
"""
