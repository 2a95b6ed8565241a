"""Languages: from the codes that cataloguers use to BCP 47, and from there to names in the reader's language."""

import re
from functools import lru_cache

from babel import Locale
from babel.core import UnknownLocaleError, get_global

# MARC codes withdrawn since, with their successors: https://www.loc.gov/marc/languages/language_code.html
# ("Discontinued codes"). Only those that the CLDR alias table doesn't already know or reads otherwise.
_DISCONTINUED = {
    "ajm": "arc", "cam": "km", "esk": "ypk", "esp": "eo", "eth": "gez", "far": "fo", "fri": "fy",
    "gae": "gd", "gag": "gl", "gal": "om", "gua": "gn", "int": "ia", "iri": "ga", "jew": "he", "kus": "kos",
    "lan": "oc", "lap": "smi", "max": "gv", "mla": "mg", "mol": "ro", "sao": "sm", "scc": "sr", "scr": "hr",
    "sho": "sn", "snh": "si", "sso": "st", "swz": "ss", "tag": "tl", "taj": "tg", "tar": "tt", "tru": "chk",
    "tsw": "tn",
}  # fmt: skip

# Codes that CLDR has no name for: groups of ISO 639-2 and the regional languages of Indonesia.
_NAMES = {
    "abs": ("Melayu Ambon", "Ambonese Malay"), "afa": ("Afro-Asia", "Afro-Asiatic"),
    "akb": ("Batak Angkola", "Batak Angkola"), "alg": ("Algonkin", "Algonquian"), "apa": ("Apache", "Apache"),
    "art": ("Bahasa buatan", "Artificial language"), "ath": ("Athapaska", "Athapascan"),
    "aus": ("Aborigin Australia", "Australian"), "bad": ("Banda", "Banda"), "bai": ("Bamileke", "Bamileke"),
    "bat": ("Baltik", "Baltic"), "ber": ("Berber", "Berber"), "bnt": ("Bantu", "Bantu"),
    "btd": ("Batak Dairi", "Batak Dairi"), "btk": ("Batak", "Batak"), "btm": ("Batak Mandailing", "Batak Mandailing"),
    "bts": ("Batak Simalungun", "Batak Simalungun"), "btx": ("Batak Karo", "Batak Karo"),
    "btz": ("Batak Alas-Kluet", "Batak Alas-Kluet"), "cai": ("Indian Amerika Tengah", "Central American Indian"),
    "cau": ("Kaukasia", "Caucasian"), "cel": ("Kelt", "Celtic"), "cmc": ("Chamik", "Chamic"),
    "cpe": ("Kreol Inggris", "English-based creole"), "cpf": ("Kreol Prancis", "French-based creole"),
    "cpp": ("Kreol Portugis", "Portuguese-based creole"), "crp": ("Kreol dan pijin", "Creole or pidgin"),
    "cus": ("Kushitik", "Cushitic"), "day": ("Dayak", "Dayak"), "dra": ("Dravida", "Dravidian"),
    "fiu": ("Finno-Ugrik", "Finno-Ugrian"), "gem": ("Jermanik", "Germanic"), "ijo": ("Ijo", "Ijo"),
    "inc": ("Indo-Arya", "Indic"), "ine": ("Indo-Eropa", "Indo-European"), "ira": ("Iran", "Iranian"),
    "iro": ("Irokes", "Iroquoian"), "kar": ("Karen", "Karen"), "kge": ("Komering", "Komering"),
    "khi": ("Khoisan", "Khoisan"), "kro": ("Kru", "Kru"), "lbw": ("Tolaki", "Tolaki"),
    "ljp": ("Lampung", "Lampung"), "map": ("Austronesia", "Austronesian"), "mkh": ("Mon-Khmer", "Mon-Khmer"),
    "mkn": ("Melayu Kupang", "Kupang Malay"), "mno": ("Manobo", "Manobo"), "mui": ("Palembang", "Palembang Malay"),
    "mun": ("Munda", "Munda"), "myn": ("Maya", "Mayan"), "nah": ("Nahuatl", "Nahuatl"),
    "nai": ("Indian Amerika Utara", "North American Indian"), "nic": ("Niger-Kongo", "Niger-Congo"),
    "nij": ("Ngaju", "Ngaju"), "nub": ("Nubia", "Nubian"), "osi": ("Osing", "Osing"),
    "oto": ("Otomi", "Otomian"), "paa": ("Papua", "Papuan"), "phi": ("Filipina", "Philippine"),
    "pmy": ("Melayu Papua", "Papuan Malay"), "pra": ("Prakrit", "Prakrit"), "rej": ("Rejang", "Rejang"),
    "roa": ("Roman", "Romance"), "sai": ("Indian Amerika Selatan", "South American Indian"),
    "sal": ("Salish", "Salishan"), "sem": ("Semit", "Semitic"), "sgn": ("Bahasa isyarat", "Sign language"),
    "sio": ("Siouan", "Siouan"), "sit": ("Sino-Tibet", "Sino-Tibetan"), "sla": ("Slavia", "Slavic"),
    "smi": ("Sami", "Sami"), "son": ("Songhai", "Songhai"), "ssa": ("Nilo-Sahara", "Nilo-Saharan"),
    "tai": ("Tai", "Tai"), "tup": ("Tupi", "Tupi"), "tut": ("Altai", "Altaic"), "wak": ("Wakash", "Wakashan"),
    "wen": ("Sorb", "Sorbian"), "ypk": ("Yupik", "Yupik"), "znd": ("Zande", "Zande"),
}  # fmt: skip

# "Undetermined", "uncoded" and codes kept for local use say nothing about the text.
_SAYS_NOTHING = frozenset({"und", "mis", "xxx", "qaa"})
_NOT_LETTERS = re.compile(r"[^a-z]+")


@lru_cache(maxsize=2048)
def language_code(code: str) -> str | None:
    """The BCP 47 code for one MARC, ISO 639-2 (B or T), ISO 639-1 or BCP 47 code, withdrawn ones included.

    "ger", "deu" and "de" → "de"; "scr" → "hr"; "min" → "min". None for what is no known language: "###", "|||",
    "N/A", "und". "zxx" (no linguistic content) and "mul" say something and stay.
    """
    code = code.strip().lower().replace("_", "-").split("-")[0]
    if code in _DISCONTINUED:
        return _DISCONTINUED[code]
    if code in _SAYS_NOTHING or not code.isascii() or not code.isalpha() or not 2 <= len(code) <= 3:
        return None
    alias = get_global("language_aliases").get(code)
    if alias:
        return str(alias).replace("_", "-").split("-")[0]
    return code if code in _NAMES or code in _names("en") else None


@lru_cache(maxsize=1024)
def language_codes(text: str) -> tuple[str, ...]:
    """Every language in one subfield of codes, run together in threes as once was the rule: "engind" → en, id.

    https://www.loc.gov/marc/bibliographic/bd041.html ("subfields contained more than one code until 2001"). SLiMS
    writes names there: "Malay" isn't Malayalam, and "Arabic" isn't Arabic and Bir.
    """
    named = language_from_name(text) if len(text.strip()) > 3 else None
    if named:
        return (named,)
    codes: list[str] = []
    for run in _NOT_LETTERS.split(text.lower()):
        whole = language_code(run) if len(run) == 3 or run == text.strip().lower() else None
        found = [whole] if whole else [language_code(run[at : at + 3]) for at in range(0, len(run) - 2, 3)]
        codes.extend(code for code in found if code)
    return tuple(dict.fromkeys(codes))


@lru_cache(maxsize=16)
def _names(locale: str) -> dict[str, str]:
    try:
        names = Locale.parse(locale, sep="-").languages
    except (UnknownLocaleError, ValueError):
        names = Locale("en").languages
    return {str(code).replace("_", "-"): str(name) for code, name in names.items()}


def language_name(code: str, locale: str) -> str:
    """What speakers of `locale` call the language, else its English name, else the code itself."""
    names = _names(locale)
    if code in names:
        return names[code]
    if code in _NAMES:
        indonesian, english = _NAMES[code]
        return indonesian if locale.split("-")[0] in ("id", "ms") else english
    return _names("en").get(code, code)


# What lists write for want of room, and names that Unicode has otherwise.
_SHORT_NAMES = {
    "ned": "nl", "ing": "en", "ingg": "en", "indo": "id", "jw": "jv", "mandarin": "zh", "minang": "min",
    "jawa kuno": "kaw", "jawa kuna": "kaw", "old javanese": "kaw",
    "ina": "id", "indon": "id", "عربي": "ar", "عربية": "ar", "العربية": "ar", "العربي": "ar",
    "انجليزي": "en", "إنجليزي": "en", "انجليزية": "en", "الانجليزية": "en", "اندونيسي": "id", "إندونيسي": "id",
    "اندونيسية": "id", "الاندونيسية": "id", "فرنسي": "fr", "هولندي": "nl", "فارسي": "fa", "تركي": "tr",
}  # fmt: skip


# "Bahasa Inggris", "Bhs. Inggris", "B.Inggris".
_LANGUAGE_WORD = re.compile(r"^(?:bahasa |bhs\b\.? ?|b\. ?)")


@lru_cache(maxsize=1)
def _codes_by_name() -> dict[str, str]:
    by_name: dict[str, str] = {}
    for locale in ("ar", "nl", "de", "fr", "ms", "en", "id"):  # the later ones win where two agree on a word
        by_name.update({name.casefold(): code for code, name in _names(locale).items() if "-" not in code})
    for code, names in _NAMES.items():
        by_name.update({name.casefold(): code for name in names})
    return by_name | _SHORT_NAMES


@lru_cache(maxsize=1024)
def language_from_name(text: str) -> str | None:
    """The code of a language written out, as tables have it: "Indonesia", "Bahasa Inggris", "Dutch" → "nl"."""
    name = _LANGUAGE_WORD.sub("", " ".join(text.casefold().split()).strip(" .;,"))
    return _codes_by_name().get(name) or (language_code(name) if len(name) in (2, 3) else None)
