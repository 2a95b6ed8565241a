"""What kind of thing it is, and in what form: two axes that readers filter by, apart from any format's codes.

A map can be online and a book on microfilm; one list of "formats" would make readers choose between the two.
"""

import re
from functools import lru_cache

from discovery.catalog.record import Carrier, Type

# Words of catalogues and spreadsheets in Indonesian, English, Dutch, German and French, most telling first: the
# terms of RDA content (https://www.rdaregistry.info/termList/RDAContentType/), of the old medium designators and of
# local systems. A word is looked for as the beginning of a word.
_TYPE_WORDS: tuple[tuple[Type, str], ...] = (
    ("thesis", "thesis|theses|dissertation|skripsi|tesis|disertasi|tugas akhir|hochschulschrift|proefschrift"
               "|proyek akhir|karya ilmiah akhir|kti\\b"
               # the reports of students on their work outside: a school's theses
               "|laporan (?:(?:pkl|kp|kkn|ppl)\\b|prakerin|magang|prakti[kc]um|kerja prakt|prakt[ei]k kerja"
               "|kuliah kerja)"
               "|karya tulis|scriptie|رسالة (?:ماجستير|دكتوراه|جامعية)|[أا]طروحة"),
    ("article", "e?article|artikel|aufsatz|bab buku|book chapter|makalah seminar"  # the last five are Zotero's
                "|journalarticle|magazinearticle|newspaperarticle|booksection|conferencepaper|مقال"),
    ("serial", "serial|periodical|journal|jurnal|majalah|newspaper|surat kabar|koran|terbitan berkala|buletin"
               "|zeitschrift|tijdschrift|revue|magazine|bulletin|krant|مجلة|جريدة|صحيفة"),
    ("map", "map|peta|atlas|cartographic|kartografi|karte|carte|globe|(?:land)?kaart(?!spel)|خريطة"),
    ("score", "score|notated music|musik bernotasi|partitur|sheet music|notasi|musiknoten|musikalien|musique notée"),
    ("audio", "audio|sound|spoken|performed music|rekaman suara|suara|kaset|musik|music|lydopptak|enregistrement sonore"
              "|kata (?:yang )?(?:lisan|diucapkan)"
              "|gesprochenes|hörbuch|piringan|luisterboek"),
    ("video", "video|moving image|two-dimensional moving|film|motion picture|(?:gambar|citra) bergerak|rekaman video"
              "|dvd|vcd|bewegte|movingimage"),
    ("software", "software|computer program|computer dataset|dataset|data set|perangkat lunak|program komputer"
                 "|computer file|interactive|berkas komputer|computerdaten"),
    ("image", "still image|image|gambar|picture|photograph|foto|poster|lukisan|slide|bild|gravure|citra diam"
              "|art original|chart|technical drawing|transparency|transparansi|grafis|bahan grafis"),
    ("object", "three-dimensional|(?:bentuk|objek) tiga dimensi|object|realia|kit(?!ab)|toy|game|specimen|model|benda"
               "|permainan|alat peraga|physicalobject|diorama|equipment"),
    ("manuscript", "manuscript|naskah kuno|manuskrip|handschrift|مخطوط"),
    ("book", "book|buku|kitab|text|teks|monograph|monografi|novel|referensi|boek|livre|buch|texte|fiksi|makalah|كتاب"),
)  # fmt: skip
_CARRIER_WORDS: tuple[tuple[Carrier, str], ...] = (
    ("microform", "microf|mikrof|microopaque|aperture card|mikrobentuk|bentuk mikro"),
    ("online", "online|daring|electronic res|electronic book|e-book|ebook|e-journal|sumber elektronik"
               "|ressource électronique|elektronische ressource|internet|website"
               "|digital(?! (?:versatile|video|audio|dis[ck]))"),
    ("print", "volume|volum|printed|print|cetak|tercetak|band|unmediated|tanpa perantara|ohne hilfsmittel"
              "|large print|sheet|lembar|card"),
    ("other", "audio|video|digital (?:versatile|dis[ck])|computer|komputer|disc|disk|[vd]?cds?\\b|dvd|cdrom|cakram"
              "|kaset|cassette|film|slide|object|kit(?!ab)|braille|luisterboek|قرص|شريط"
              "|projected"),
)  # fmt: skip


def _compile(table: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>(?<!\\w)(?:{words}))" for name, words in table), re.IGNORECASE)


_TYPE = _compile(_TYPE_WORDS)
_CARRIER = _compile(_CARRIER_WORDS)


def _earliest_in_table(pattern: re.Pattern[str], table: tuple[tuple[str, str], ...], text: str) -> str | None:
    """The first row of the table that any word of the text belongs to, wherever in the text it stands."""
    found = {match.lastgroup for match in pattern.finditer(text)}
    return next((name for name, _ in table if name in found), None)


@lru_cache(maxsize=1024)
def type_from_words(text: str) -> Type | None:
    """The type that a catalogue's own words name ("Skripsi", "[sound recording]", "cartographic image"), or None."""
    name = _earliest_in_table(_TYPE, _TYPE_WORDS, text)
    return next((kind for kind, _ in _TYPE_WORDS if kind == name), None)


@lru_cache(maxsize=1024)
def carrier_from_words(text: str) -> Carrier | None:
    """The carrier that a catalogue's own words name ("online resource", "volume", "mikrofilm"), or None."""
    name = _earliest_in_table(_CARRIER, _CARRIER_WORDS, text)
    return next((kind for kind, _ in _CARRIER_WORDS if kind == name), None)
