"""Rows of tables to records, one file a field. Columns are known by `columns` in padu.toml, else by their names.

| column, by name or setting | goes to | file |
| --- | --- | --- |
| ID, BIBID, CONTROL NUMBER | source id; the cells' hash where there is none | (`indexer.tables.reading`) |
| JUDUL, ANAK JUDUL, JILID, KELAS, SEMESTER, SOR | title, subtitle, parts, responsibility | title |
| JUDUL ASLI, JUDUL PARALEL, and what stands behind " = " | variants | title |
| PENGARANG, BADAN KORPORASI, EDITOR, PENERJEMAH, ILUSTRATOR | contributors with their roles | contributors, names |
| KOTA TERBIT, PENERBIT, TAHUN TERBIT, or PUBLIKASI in one | publication | publication |
| ZUSATZ, ADDITION | volume, edition, note | addition |
| EDISI, KOLASI or HALAMAN, SERI, NOMOR SERI | edition, extent, series | record |
| ISBN, ISSN, or both in one | identifiers | identifiers |
| NO. KLASIFIKASI, NO. PANGGIL | classifications, shelf mark | classifications |
| SUBJEK, KATA KUNCI | subjects | subjects |
| JENIS BAHAN, GMD, WORKSHEET_ID, JENIS KOLEKSI, BENTUK FISIK, BAHASA | type, carrier, languages | form |
| CATATAN, ABSTRAK, DAFTAR ISI, URL, COVER | notes, abstract, contents, links | record |
| PERPUSTAKAAN, CABANG, LOKASI, JUMLAH EKSEMPLAR, NO. INDUK, STATUS, KEPEMILIKAN | holdings, states, runs | holdings |
| ISOPAC, OPAC_HIDE | left out where its library hides it | visibility |

What spreadsheets ate is mended in `mending` and `identifiers`. Sources: RFC 4180; the exports of SLiMS
(https://github.com/slims/slims9_bulian, columns in `indexer.tables.names`) and INLISLite, which have no other manual
than the files that they write.
"""
