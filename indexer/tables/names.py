"""What libraries call the columns of their spreadsheets: the fields a table may fill, and the names known for each.

The names are those of SLiMS's catalogue and item exports (https://github.com/slims/slims9_bulian, "admin/modules/
bibliography/export.php" and "item_export.php"), of INLISLite's `catalogs` and `collections` tables and their screens,
of Koha's reports, Zotero, Calibre, LibraryThing and Goodreads, and the words that Indonesian, English, Dutch, German,
Arabic and East Asian libraries type themselves. They are compared without case, punctuation and a number at their end
("Author 2", "SUBJEK_1").
"""

# Field → the names of its columns, most telling first. A name stands under one field only.
COLUMN_NAMES: dict[str, str] = {
    "id": "biblio id|biblionumber|bib id|bibid|control number|controlnumber|nomor kontrol|no kontrol|record id"
          "|id judul|id katalog|id buku|id bibliografi|catalog id|id|book id|idbuku"
          "|mms id|bib number|bib record id|catalog key|record biblio|biblio number",
    "title": "judul|judul utama|judul buku|judul koleksi|judul bahan pustaka|judul pustaka|judul skripsi|judul asli"
          "|nama buku|title|book title|main title|title proper|titel|hoofdtitel|haupttitel|titre|judul kitab"
          "|nama kitab|judul majalah|nama majalah|judul tesis|judul disertasi|judul tugas akhir|judul karya ilmiah"
          "|judul penelitian|judul film|العنوان|عنوان الكتاب|اسم الكتاب|judul paralel|judul alternatif|judul lain"
          "|judul sampul|judul seragam|judul terjemahan|parallel title|alternative title|original title"
          "|uniform title|other title|题名|書名|书名|タイトル|題名|name of the book|title of the book"
          "|title of book|book name"
          "|boektitel|عنوان"
          "|item title",
    "subtitle": "anak judul|sub judul|subjudul|judul tambahan|subtitle|sub title|ondertitel|untertitel"
          "|العنوان الفرعي"
          "|title remainder",
    "part": "jilid|volume|vol|nomor jilid|no jilid|bagian|part|band|deel|jilid volume|vol jilid|الجزء|المجلد|jil"
          "|volume no|vol no",
    "level": "kelas|tingkat|semester|kelas semester|kelas tingkat|tingkat kelas|untuk kelas|grade"
          "|kls|smt|smtr",
    "other_titles": "judul lainnya|varian judul|variant title|other titles",
    "addition": "zusatz|zusätze|titelzusatz|zusatz zum titel|addition|additions",
    "responsibility": "sor|pernyataan tanggung jawab|penanggung jawab|statement of responsibility|pertanggungjawaban"
          "|responsibility stmt",
    "authors": "pengarang|penulis|nama pengarang|nama penulis|pengarang utama|pengarang penulis|pengarang tambahan"
          "|tajuk pengarang|authors|author|author s|main author|creator|writer|auteur|autor|verfasser|nama mahasiswa"
          "|penyusun|nama penyusun|peneliti|nama peneliti|المؤلف|اسم المؤلف|المصنف|primary author|secondary author"
          "|additional authors|责任者|作者|著者|著者名|author name|authors name|name of author|name of the author"
          "|co author"
          "|co authors|auteurs|schrijver|schrijvers|naam auteur|المؤلفون|تأليف|other authors|other author|added authors"
          "|added author|pengarang lain|penulis lain|pengarang kedua|penulis kedua"
          "|item author|creators|pencipta|nama pengarang buku",
    "organisations": "badan korporasi|badan korporat|pengarang badan|tajuk badan korporasi|corporate author"
                     "|corporate body",
    "editors": "editor|editors|penyunting|redaktur|herausgeber|hrsg|redacteur|المحقق|redactie|تحقيق",
    "translators": "penerjemah|penterjemah|alih bahasa|translator|translators|vertaler|übersetzer|المترجم|ترجمة",
    "illustrators": "ilustrator|illustrator|illustrators",
    "publisher": "penerbit|nama penerbit|publisher|publisher name|verlag|uitgever|éditeur|الناشر|دار النشر"
          "|publishercode|publisher code|المطبعة|uitgeverij|出版社|出版者|name of publisher|name of the publisher",
    "place": "tempat terbit|kota terbit|tempat penerbitan|kota|kota penerbit|place|place name|publish location"
          "|publishlocation|publish place|place of publication|city|ort|verlagsort|plaats|مكان النشر|出版地"
          "|publication place|pub place|pubplace|plaats van uitgave|بلد النشر"
          "|tpt terbit|tmp terbit|tmpt terbit",
    "year": "tahun terbit|tahun|thn terbit|thn|tahun penerbitan|publish year|publishyear|year|year of publication"
          "|publication year|pub year|published|jahr|erscheinungsjahr|jaar|date|th|th terbit|tahun cetak|thn cetak"
          "|tahun lulus|tahun buku|سنة النشر|تاريخ النشر|السنة|copyrightdate|copyright date|publicationyear"
          "|copyright|copyright year"
          "|year published|pubdate|出版年|出版年月|year of pub|year of publishing|publication date|date of publication"
          "|jaar van uitgave|uitgavejaar|jaar uitgave|publicatiejaar|سنة الطبع|pub date|date published|publish date"
          "|published date"
          "|tanggal terbit|tgl terbit",
    "imprint": "publikasi|penerbitan|data penerbitan|keterangan penerbitan|publishment|impresum|imprint"
          "|publication details|publication info"
          "|pub info",
    "edition": "edisi|الطبعة|cetakan edisi|edisi cetakan|cet edisi|edisi cet|cetakan|cetakan ke|cet|cet ke|edisi ke"
          "|edition|auflage|druk|版|版次|edn|رقم الطبعة"
          "|editionstatement|edition statement",
    "extent": "deskripsi fisik|kolasi|collation|physical description|physicaldescription|jumlah halaman|jml halaman"
          "|jml hal|halaman|hal|tebal|pages|extent|umfang|seiten|pagina s|number of pages|num pages|page count"
          "|aantal pagina s|عدد الصفحات|ページ数|页数|頁数|no of pages|total pages|pp|tebal buku|blz|bladzijden"
          "|aantal blz"
          "|aantal bladzijden|omvang|collatie|الصفحات|pagination|hlm|jumlah hlm|jml hlm|jumlah hal|halaman buku",
    "series": "seri|judul seri|nama seri|series title|series|reihe|reeks|السلسلة"
          "|seriestitle|series statement",
    "series_number": "nomor seri|no seri|series number|reeksnummer",
    "isbn": "isbn|isbn 13|isbn 10|no isbn|nomor isbn|isbn13|isbn10|isbns|ردمك|isbn no|isbn number|isbn nummer"
          "|isbn cetak|e isbn|eisbn|isbn elektronik|isbn digital"
          "|ean isbn",
    "issn": "issn|no issn|nomor issn|issn cetak|p issn|pissn|print issn|issn online|e issn|eissn|online issn"
          "|issn elektronik",
    "isbn_issn": "isbn issn|issn isbn"
          "|standard number|standard no",
    "language": "bahasa|language|language name|languages|bahasa buku|kode bahasa|bhs|sprache|taal|اللغة|اللغه"
          "|language code|lang",
    "subjects": "subjek|subyek|subject|subjects|topics|topik|tajuk subjek|tajuk subyek|kata kunci|keywords|keyword"
          "|schlagwort|schlagwörter|onderwerp|trefwoorden|الموضوع|manual tags|الموضوعات|subject heading"
          "|subject headings|onderwerpen|trefwoord|mata pelajaran|mapel|bidang studi|bidang ilmu|tema"
          "|topic",
    "class": "klasifikasi|nomor klasifikasi|no klasifikasi|nomor klas|no klas|kelas ddc|no ddc|nomor ddc|ddc|dewey"
          "|deweyno|dewey no|classification|class number|class|no class|notasi|udc|klas|kode klasifikasi|kode klas"
          "|kode ddc|no kelas|nomor kelas|dewey decimal|رقم التصنيف|التصنيف|class no|classification no"
          "|classification number",
    "call_number": "no panggil|nomor panggil|nomor panggil setempat|call number|callnumber|call no|no rak buku"
          "|signatur|signature|standort|plaatskenmerk|shelfmark|nomor panggil katalog|itemcallnumber"
          "|item call number|رقم الطلب|رقم الاستدعاء|請求記号|索书号|索書號|plaatsnummer|kode panggil"
          "|call|shelf mark|classmark|class mark"
          "|permanent call number|copy call number|call number label|call reconstructed|call nmbr|no punggung"
          "|nomor punggung",
    "type": "item type|itemtype|itype|jenis bahan|jenis bahan pustaka|gmd|gmd name|material type|format|worksheet|kind"
            "|type|bentuk|media|worksheet id|media type|resource type|document type|jenis dokumen|jenis media"
          "|mat type",
    "collection": "jenis koleksi|jenis|jenis buku|tipe koleksi|coll type name|collection type|jenis pustaka|genre"
          "|kategori|category|golongan|rubriek"
          "|kategori koleksi|assigned collection",
    "carrier": "bentuk fisik|carrier|carrier type|tipe pembawa|medium",
    "notes": "catatan|keterangan isi|notes|note|anmerkung|opmerkingen|opmerking|ملاحظات|備考|备注|annotatie|الملاحظات",
    "abstract": "abstrak|sinopsis|ringkasan|abstract|summary|deskripsi|description|uraian|samenvatting"
          "|abstract note|annotation|anotasi|isi ringkas|deskripsi buku|resensi",
    "contents": "daftar isi|isi|contents|table of contents",
    "url": "url|tautan|link|alamat web|file digital|link buku|link ebook|link e book|link buku digital|link download"
          "|link unduh|link baca|link akses|link file|link pdf|link google drive|google drive|tautan buku|tautan unduh"
          "|url buku|alamat url|download link",
    "cover": "cover url|coverurl|cover|sampul|gambar sampul|url sampul|link cover|link sampul|foto sampul",
    "library": "perpustakaan|nama perpustakaan|lokasi perpustakaan|library|library name|institusi",
    "branch": "cabang|nama cabang|branch|bibliothek|unit|kampus|location library|location name|homebranch|home branch"
              "|holdingbranch|home library|holding library|current library"
          "|circulating library|owning library|assigned branch|branch name|sub library|home site",
    "shelf": "lokasi|lokasi rak|rak|no rak|nomor rak|ruang|lokasi ruang|lokasi ruangan|letak|letak buku|location"
          "|shelf|shelf location|lemari|collection|koleksi|site|الرف|shelf no|shelving location|almari|kast|plank"
          "|locatie|standplaats|رقم الرف|الخزانة|kode rak|posisi rak|no lemari|nomor lemari|home location"
          "|current location"
          "|sublocation|physical location|permanent physical location",
    "copies": "jumlah|jml|jumlah eksemplar|jml eksemplar|jumlah eks|jml eks|eksemplar|eks|jumlah buku|jml buku"
          "|jumlah copy|copies|number of copies|quantity|qty|stok|exemplare|jumlah koleksi|exemplar|jumlah exemplar"
          "|jml exemplar|exp|eksp|jml exp|jumlah exp|jumlah stok|banyaknya|عدد النسخ|النسخ|aantal|aantal exemplaren"
          "|冊数|册数|no of copies|total copies|banyak|aantal ex|exemplaren"
              "|stok buku|jml stok"
          "|jlh|jlh eks|jlh buku|jlh eksemplar|jmlh|jmlh eks|jmlh buku|ex|jml bk|jumlah bk|banyak buku",
    "copy": "item code|kode eksemplar|no induk|nomor induk|nomor induk buku|no induk buku|no inventaris|kode barcode"
          "|nomor inventaris|inventory code|barcode|no barcode|nomor barcode|nomorbarcode|noinduk|kode item|rfid"
          "|no rfid|accession number|accession no|no registrasi|nomor registrasi|kode inventaris|inventarnummer"
          "|no inv|nomor inv|no register|nomor register|no reg|no induk inventaris|登録番号|資料番号|条码号"
          "|acc no|acc|acc number"
          "|accession nos|accession numbers|item barcode|inventarisnummer|inv nr|الرقم العام|accession|accn no"
          "|barcode no|barcode number"
          "|copy barcode|item id|ibarcode|barcode nbr|inventory number|nomor inventarisasi"
          "|no inventarisasi|nomor rfid|kode inventarisasi",
    "status": "status|status koleksi|status eksemplar|ketersediaan|kondisi|kondisi buku|keadaan|item status name"
          "|availability|item status|kondisi fisik|akses|ket|keterangan|itemlost|withdrawn|damaged|notforloan"
          "|not for loan|onloan|on loan|lost|lost status"
              "|withdrawn status|damaged status|not for loan status|checked out|remark|remarks"
          "|copy status|circulation status|loan status|holding status|condition|book condition|status cd",
    "public": "isopac|is opac|tampil di opac|tampil opac|tampilkan di opac"
          "|opac visible",
    "hidden": "opac hide|opachide|hide in opac|sembunyikan di opac",
    "run": "kepemilikan|edisi serial|holdings|nomor terbitan|edisiserial|volume dimiliki",
    "row_number": "no|no urut|nomor|nomor urut|number|nr|lfd nr|row|nomer|index|رقم|الرقم|م|番号|序号|s no|sl no|sr no"
          "|serial no|ت|رقم التسلسل|الرقم التسلسلي",
}  # fmt: skip

# SLiMS writes no header unless it is told to; these are its columns in its order.
SLIMS_CATALOGUE = (
    "title", "gmd_name", "edition", "isbn_issn", "publisher_name", "publish_year", "collation", "series_title",
    "call_number", "language_name", "place_name", "classification", "notes", "image", "sor", "authors", "topics",
    "item_code",
)  # fmt: skip
SLIMS_ITEMS = (
    "item_code", "call_number", "coll_type_name", "inventory_code", "received_date", "supplier_name", "order_no",
    "location_name", "order_date", "item_status_name", "site", "source", "invoice", "price", "price_currency",
    "invoice_date", "input_date", "last_update", "title",
)  # fmt: skip

# Fields that several columns fill together; of the others the first column that says something counts.
GATHERED = frozenset(
    {"authors", "organisations", "editors", "translators", "illustrators", "subjects", "notes", "url", "copy", "isbn",
     "issn", "isbn_issn", "class", "status", "other_titles", "level"}
)  # fmt: skip
# Columns that name a part and its volume are told together too; but a title is known by the first alone, as it always
# was, so that it keeps its identifier.
TOLD_TOGETHER = GATHERED | {"part"}
# What settings may call a field besides its own name.
SYNONYMS = {
    "author": "authors", "subject": "subjects", "languages": "language", "classification": "class", "note": "notes",
    "editor": "editors", "translator": "translators", "illustrator": "illustrators", "location": "shelf",
    "barcode": "copy", "volume": "part", "publishers": "publisher", "places": "place", "format": "type",
    "summary": "abstract", "collation": "extent", "organisation": "organisations",
}  # fmt: skip
