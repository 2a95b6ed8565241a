"""UNIMARC → Record: one file a concern, each field read directly and none by way of MARC 21.

| field | goes to | file |
| --- | --- | --- |
| 001 | source id | (MARC 21's source_id) |
| leader, 100, 105, 106, 115, 130, 135, 200 $b, 230, 328, 856 | type, carrier, audience | form |
| 010, 011, 013-017, 020, 035, 040, 071, 073 | identifiers; cancelled ones ($y, $z) are no keys | identifiers |
| 100, 102, 210 and 214 $a $c $d | publication: places, publishers, date, years, country | publication |
| 101 $a; $b $c | languages; original languages | languages |
| 200 $a $e $h $i $f $g | title, subtitle, parts, responsibility, what filing skips | title |
| 461, 462 where 200 only counts a volume | title, with the volume as its part | sets |
| 200 $c $d and what follows them, 500-545, 560 | variants by kind | variants |
| 205 $a $b; 215 $a $c $d $e | edition; extent | edition |
| 225 $a $h $i $v $x, 410 | series: title, number, ISSN | relations |
| 206, 207, 230, 300-326, 328, 333, 334, 336, 337, 371, 620; 327, 359; 330 | notes; contents; abstract | notes |
| 421-488, embedded ($1) or plain ($t $a $x $y $v $d) | relations | linked, relations |
| 600-617 with $j $x $y $z and $2 | subjects: heading, divisions, vocabulary | subjects |
| 675, 676, 680, 686 | classifications | classifications |
| 70X, 71X, 72X, 730 with $4 | names, fuller forms, dates, roles | contributors, relators |
| $6 of two 200s, 6XXs, 7XXs | the original script | scripts |
| 856 | links | links |
| 852, 899, 930, 952, 995 | holdings and their states | holdings |
| 955 $r | runs of holdings | holdings |

Source: IFLA's UNIMARC manual, bibliographic format (3rd edition and updates),
https://www.ifla.org/unimarc-bibliographic-format/; the copy fields are national (995 the French recommandation, 930 the
French and 899 the Italian union catalogue).
"""
