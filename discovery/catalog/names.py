"""Personal names: from the order in which a catalogue files them to the order in which they are said.

Indonesian practice (the national library's *Daftar kendali nama pengarang*, and field experience): most names have
no surname and are entered in direct order; titles and degrees (*gelar*) are no part of the name, and a comma before
a degree inverts nothing.
"""

import re
from functools import lru_cache
from typing import Final

# Titles, ranks and degrees without stops and blanks. The first set is nothing else wherever it stands; those of the
# second are also names or initials, and count only when their capitals or stops show a degree ("S.H.", "M.Si", "MA").
TITLES: Final = frozenset(
    {
        "prof", "professor", "dr", "dra", "drs", "ir", "haji", "hajjah", "hj", "kh", "kiai", "kyai", "ustadz", "ustaz",
        "tgk", "tengku", "teungku", "rm", "phd", "sir", "dame", "rev", "mr", "mrs", "dkk", "drh", "drg", "apt",
        "jenderal", "letjen", "mayjen", "brigjen", "kolonel", "laksamana", "msc", "bsc", "mba", "mpd", "spd", "mhum",
        "spdi", "mkom",
        "skom", "ssos", "mkes", "skep", "mpsi", "spsi", "mmed", "ners", "sthi", "shum", "msi", "ssi", "mpdi",
    }
)  # fmt: skip
DEGREES: Final = frozenset(
    {
        "ba", "bba", "be", "ma", "mag", "mm", "mt", "mp", "mh", "med", "md", "mn", "mcs", "mph", "mpa", "mta",
        "mak", "msn", "msa", "me", "mei", "sag", "sh", "shi", "se", "sei", "ss", "st", "sp", "sip", "skm", "sked",
        "ssn", "spt", "stp", "stt", "sak", "sst", "spog", "spa", "llm", "llb", "amd", "amk", "ak", "cpa", "lc", "psi",
        "mkn", "mth", "sth", "dth", "mphil", "mcom", "mec", "mlib", "meng", "msos", "macc", "magr", "mds", "bed",
        "mikom", "sikom", "msced", "drph", "akt",
    }
)  # fmt: skip
# Degrees by their form, of which there are more than any list has: "M.Sc.Ed.", "Sp.OG(K)", "CIQaR"; a priest's "Pr".
DEGREE_FORM: Final = re.compile(
    r"(?:[ABCDLMS]|Dr)\.(?:[A-Z][A-Za-z]{0,3}\.)+[A-Z]?[A-Za-z]{0,3}|Sp\.?[A-Z][A-Za-z]{0,5}\.?(?: ?\(K\))?"
    r"|C[A-Z]{2,3}[A-Za-z][A-Z]\.?|(?:Pr|Lc|Akt|Ak|Kons)\.?"
)
# Titles of one word, which have no stop within: "Benda, H.J." has initials, "Hj. Siti" made the pilgrimage.
_AS_INITIALS: Final = frozenset({"hj", "dr", "ir", "mr"})
_GENERATIONS: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "fils", "père", "bin", "binti"})
_DATES: Final = re.compile(r"[,\s]*\(?\b(?:b\. |d\. |ca\. )?\d{3,4}\??\s*[-–]\s*(?:ca\. )?(?:\d{3,4}\??)?\)?\.?$")
_EMAIL: Final = re.compile(r"[<(\[]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)\]]?")
_CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SPACES: Final = re.compile(r"\s+")


def is_east_asian(text: str) -> bool:
    """Whether there is a Chinese, Japanese or Korean letter in it."""
    return _CJK.search(text) is not None


def is_title(word: str) -> bool:
    """Whether `word` is a title, rank or degree and no name: "Dr.", "S.H.", "MSi", "Prof"; not "Ma", "H." or "H.J."."""
    bare = word.replace(".", "").strip("(),").casefold()
    if bare in TITLES:
        return bare not in _AS_INITIALS or "." not in word.strip("(),").rstrip(".")
    return bare in DEGREES and len(bare) > 1 and ("." in word.rstrip(".") or _has_capitals(word))


def _has_capitals(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1


def is_only_titles(text: str) -> bool:
    """Whether there is no name in `text`: "Prof. Dr. H." is titles, "H." alone may be an initial."""
    words = text.replace(",", " ").split()
    return any(map(is_title, words)) and all(
        is_title(word) or word.casefold() in ("h", "h.", "k.", "r.") for word in words
    )


def without_email(text: str) -> str:
    """`text` without e-mail addresses: a catalogue of names is no address book."""
    return _SPACES.sub(" ", _EMAIL.sub("", text)).strip() if "@" in text else text


def without_dates(text: str) -> str:
    """`text` without the years of birth and death that end it ("Toer, Pramoedya Ananta, 1925-2006")."""
    return _DATES.sub("", text) if text and (text[-1] in "-)." or text[-1].isdigit()) else text


@lru_cache(maxsize=16_384)
def direct_name(heading: str) -> str:
    """The name as it is said: "Toer, Pramoedya Ananta" → "Pramoedya Ananta Toer".

    A direct name stays, as does one whose comma only sets off degrees ("Suharto, S.H., M.Hum."). Chinese, Japanese
    and Korean names keep the family name in front ("村上, 春樹" → "村上春樹").
    """
    if "," not in heading and "،" not in heading:
        return heading
    family, *rest = [part.strip() for part in heading.replace("،", ",").split(",") if part.strip()] or [heading]
    if not rest or is_only_titles(rest[0]):
        return heading
    given, *additions = rest
    if is_east_asian(family):
        return family + given
    kept = [part for part in additions if not is_only_titles(part)]
    if given.casefold().rstrip(".") in _GENERATIONS:
        return heading
    return ", ".join([f"{given} {family}", *kept])
