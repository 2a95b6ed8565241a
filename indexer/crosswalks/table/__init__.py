"""Rows of tables to records, one file a field. Columns are known by `columns` in padu.toml, else by their names.

| column, by name or setting | goes to | file |
| --- | --- | --- |
| JUDUL, ANAK JUDUL, JILID, statement of responsibility | title | title |
| PENGARANG, PENERJEMAH, EDITOR and the like | contributors | contributors |
| KOTA TERBIT, PENERBIT, TAHUN TERBIT, EDISI | publication, edition | publication, record |
| ISBN, ISSN, or both in one | identifiers | identifiers |
| NO. KLASIFIKASI, NO. PANGGIL | classifications, shelf mark | classifications |
| SUBJEK | subjects | subjects |
| JENIS BAHAN, GMD, BAHASA | type, carrier, languages | form |
| NO. PANGGIL, LOKASI, JUMLAH EKSEMPLAR, NO. INDUK, STATUS | holdings | holdings |

What spreadsheets ate is mended in `mending` and `identifiers`. Sources: RFC 4180; the exports of SLiMS
(https://github.com/slims/slims9_bulian, columns in `indexer.tables.names`) and INLISLite, which have no other manual
than the files that they write.
"""
