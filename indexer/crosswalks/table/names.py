"""A cell of names → each name without titles and degrees, and what its bearer did."""

import re
from functools import lru_cache

from discovery.catalog.names import DEGREE_FORM, DEGREES, is_only_titles, is_title, without_dates, without_email
from discovery.catalog.punctuation import trim_brackets, trim_isbd
from discovery.catalog.roles import role_codes

_OTHERS = re.compile(
    r"(?:\s*(?:\.{3}|…))?[\s,;&]*[(\[]?\b(?:dkk|d\.k\.k|et\.? ?al|et\.? ?all?|dan kawan[- ]kawan|and others|u\.\s?a|usw"
    r"|(?-i:e\.\s?a)|en anderen)\b\.?[)\]]?\s*$",
    re.IGNORECASE,
)
# "1. Putu Wijaya", one of several lines of a cell.
_LISTED = re.compile(r"\s*\(?\d{1,2}[.)]\s*(?=\D)")
_BY = re.compile(r"\A\s*(?:di(?:susun|tulis|karang)\s+)?oleh\b[\s:]*", re.IGNORECASE)
_STATED = re.compile(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]\s*$")
# "(Penyunting) Siti Maryam".
_STATED_FIRST = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*(\S.*)")
# "alih bahasa, Listiana Srisanti", as a statement of responsibility has it; "Penyusun, Tim" is inverted.
_STATED_BEFORE = re.compile(r"\s*([^\W\d][\w. ]{1,24}?)\s*,(?!\s*(?:tim|team|panitia)\W*$)\s*(.+)", re.IGNORECASE)
# The years of a life, which end a heading: "Toer, Pramoedya Ananta, 1925-2006".
_LIFE = re.compile(
    r",\s*(?:(?:b|d|ca)\.\s*)?\d{4}\??(?:\s*[-–]\s*(?:(?:ca\.\s*)?\d{4}\??)?)?\.?(?=\s*(?:[,&/(\[\n]|$))"
    r"(?P<end>(?!\s*[(\[]))?",
    re.IGNORECASE,
)
_PREFIXED = re.compile(r"([^\W\d][\w. ]{1,24}?)\s*:\s*(.+)")
# "terj. Moh. Zuhri", "Penerjemah Angie Kilbane": words that begin no name.
_BEFORE = re.compile(
    r"((?:terj|penerj|ed|peny|ilus|vert|übers|transl|trans|hrsg)\.(?=\W*\w)|(?:terjemahan|penerjemah|penterjemah"
    r"|alih bahasa|translator|editor|penyunting|ilustrator|illustrator)(?=\s))\s*(?:(?:oleh|door|by|von)\s+)?"
    r"([^\W\d_].*)",
    re.IGNORECASE,
)
# "Dale Varberg (terj. I Nyoman Susila)": a second name behind the first.
_BEHIND = re.compile(
    r"\s*[(\[]\s*((?:terj|penerj|alih bahasa|penerjemah|penterjemah|terjemahan|peny|penyunting|ilus|vert|übers)\b"
    r"\.?\s*(?:oleh\s+|door\s+|by\s+|von\s+|:\s*)?[^\W\d_][^()\[\]]+)[)\]]",
    re.IGNORECASE,
)
# What Japanese and Chinese write behind a name: 夏目漱石著, 円地文子訳.
_WRITTEN_BEHIND = re.compile(
    r"([\u3040-\u30ff\u3400-\u9fff・\s]{2,}?)\s*(編著|编著|監修|主編|主编|共著|原著|著|訳|譯|译|編|编|絵)"
)
_ROLES_BEHIND = {
    "訳": "trl", "譯": "trl", "译": "trl", "編": "edt", "编": "edt",
    "監修": "edt", "主編": "edt", "主编": "edt", "絵": "ill",
}  # fmt: skip
_SHORT_ROLES = {
    "terj.": "trl", "terjemahan": "trl", "penerj.": "trl", "peny.": "edt", "ilus.": "ill", "vert.": "trl",
    "übers.": "trl", "transl.": "trl", "trans.": "trl", "hrsg.": "edt",
}  # fmt: skip
# An author's initials after the surname: "Rowling, J.K."; without points one letter only, since "CMA" is a degree,
# as three with points often are ("S.A.P.", "M.S.I.").
_INITIALS = re.compile(r"(?![SM]\.[^\W\d_]\.[^\W\d_]\.)(?:[^\W\d_]\.[\s-]?){1,4}|[^\W\d_]")
# An initial, unless a title stands before it or two names after it.
_HAJI = ("H.", "Hj.", "K.H.", "KH.")
# "Drs.H.Suparman": titles without the blank behind them, with or without the pilgrim's.
_GLUED = re.compile(
    r"(?<!\w)(Prof|Drs|Dra|Dr|Ir|Hj|KH|Drg|Drh|(?<=Drs\.)H|(?<=Dr\.)H|(?<=Ir\.)H)\.(?=[^\W\d_]{2}|H\.)", re.IGNORECASE
)
# "و" is Arabic for "and"; the Dutch "en" is one before another whole name, and none in "fiscalité en Europe".
_JOINED = re.compile(r"\s+(?:dan|and|&|und|et|/|و)\s+|\s*&\s*|\n|\s+en\s+(?=[A-Z]\.|[A-Z][\w-]+ (?:van|de|[A-Z]))")
# "Ausschuss 'Recht und Verwaltung'": what stands in quotation marks is one name's.
_QUOTED = re.compile(r"""(?<!\w)(?:"[^"]+"|„[^“”"]+[“”"]|“[^”]+”|«[^»]+»|»[^«]+«|(?<=\w )[‘‚'][^'‘’]+['‘’])(?!\w)""")
_HELD, _FREED = str.maketrans(" &/,", "\x01\x02\x03\x04"), str.maketrans("\x01\x02\x03\x04", " &/,")
# A surname of several words keeps its initials: "de Graaf, H.J.", "Reid-van der Kroef, J.M.".
_PARTICLE = re.compile(r"(?:van|von|de|den|der|du|da|di|la|le|ten|ter|te|al|el|bin|ibn)\b", re.IGNORECASE)
# Such a surname, before any name; "al Ghazali, Hamka" are two.
_SURNAME = re.compile(r"(?:van|von|de|den|der|du|la|le|ten|ter|te|'t)\s+(?=[^\W\d_])")
# Ranks behind a ruler's or a noble's name, which invert nothing and name nobody else: "Pakubuwana IV, Sunan".
_RANK = re.compile(
    r"(?:sunan|susuhunan|sultan|pangeran(?: adipati| arya)?|adipati|raja|ratu|raden(?: mas| ajeng| ayu| adjeng)?)"
    r"|k\.?g\.?p\.?a\.?a?\.?",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"\b(?:kementeri?an|departemen|badan|universitas|university|direktorat|direktur jenderal|pusat|tim|team|lembaga"
    r"|dinas|yayasan|komisi|perpustakaan|institut|institute|bank|dewan|majelis|sekretariat|pemerintah|republik|indonesia"
    r"|balai|asosiasi|ikatan|himpunan|persatuan|redaksi|penerbit|organisasi|organization|association|society|council|ministry"
    r"|department|pt|cv|bpk|bps|depdikbud|kemdikbud|kemendikbud|depag|kemenag|ri|oecd|fakultas|jurusan|sekolah|kantor|biro|press|studio|creative|enterprise|group)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def names_of(text: str) -> tuple[str, ...]:
    """The names in one cell: "Mira R, Linda Irawati" are two; "Toer, Pramoedya Ananta", "Suharto, S.H." and "Reid,
    A.J." are one each.
    """
    if (before := _STATED_BEFORE.fullmatch(text)) and role_codes(before[1]):
        return tuple(f"{before[1]}: {name}" for name in names_of(before[2]))
    text = _GLUED.sub(r"\1. ", text)
    text = _OTHERS.sub("", without_email(_BEHIND.sub(r"\n\1", _BY.sub("", _LISTED.sub("\n", text)))))
    text = _LIFE.sub(lambda life: "" if life["end"] is None else "\n", text)
    if ORGANISATION.search(text.partition(",")[0]):
        return (text,)
    names: list[str] = []
    for part in _JOINED.split(_QUOTED.sub(lambda found: found[0].translate(_HELD), text)):
        pieces: list[str] = []
        for piece in filter(None, map(str.strip, part.split(","))):
            if pieces and (_is_generation(piece) or _are_initials(piece, pieces[-1])):
                pieces[-1] += f", {piece}"
            elif not pieces or not _adds_nothing(piece, pieces[-1], text):
                behind = _STATED.fullmatch(piece) if pieces else None
                if behind and _roles_said(behind[2]) and _adds_nothing(behind[1], pieces[-1], text):
                    pieces[-1] += f" ({behind[2]})"  # "Siti Maryam, S.Ag. (Penyunting)"
                else:
                    pieces.append(piece)
        names += [", ".join(pieces)] if len(pieces) == 2 and _is_surname(pieces[0]) else pieces
    return tuple(_unquoted(name.translate(_FREED)) for name in names)


def _is_surname(piece: str) -> bool:
    """Whether what stands before the only comma is no whole name."""
    return not set(" \x01") & set(piece) or _SURNAME.match(piece) is not None


def _unquoted(name: str) -> str:
    """The name without quotation marks around all of it: of a list that somebody wrote as a program would."""
    return name[1:-1] if name[:1] == name[-1:] == '"' and name.count('"') == 2 else name


def _adds_nothing(piece: str, before: str, text: str) -> bool:
    """Whether a piece of `text` behind a comma is a degree or a rank, and no part of a name."""
    is_degree = _is_degree(piece, shouted=text.isupper()) and not _are_initials(piece, before)
    return is_degree or _is_rank(piece, before)


def _is_generation(piece: str) -> bool:
    return piece.casefold().rstrip(".") in ("jr", "sr")


def _are_initials(piece: str, before: str) -> bool:
    """Whether a surname and these letters are one name; letters that are a known degree are that degree."""
    surname = " " not in before or _PARTICLE.match(before) is not None
    return surname and not is_only_titles(piece) and _INITIALS.fullmatch(piece) is not None


def _is_rank(piece: str, before: str) -> bool:
    """Whether this is a rank behind a name that is whole without it; "Diponegoro, Pangeran" is inverted, and stays."""
    return " " in before and _RANK.fullmatch(piece) is not None


def _is_degree(piece: str, *, shouted: bool) -> bool:
    """Whether what stands after a comma is no name: "S.H.", "M. Hum", "CMA"; in a text in capitals only the known."""
    bare = piece.replace(" ", "")
    return (
        is_only_titles(piece)
        or is_title(bare)
        or DEGREE_FORM.fullmatch(piece) is not None
        or (piece.endswith(".") and bare.rstrip(".").casefold() in DEGREES)  # "Lc."
        or (len(bare.replace(".", "")) <= 4 and bare.isupper() and not shouted)
    )


def _roles_said(words: str) -> tuple[str, ...]:
    code = _SHORT_ROLES.get(words.casefold())
    return (code,) if code else role_codes(words)


@lru_cache(maxsize=8192)
def name_and_roles(text: str) -> tuple[str, tuple[str, ...]]:
    """One name of a cell without titles, degrees and years, and the relator codes that stand beside it."""
    roles: tuple[str, ...] = ()
    stated = _STATED.match(text)
    first = _STATED_FIRST.fullmatch(text)
    if stated and (codes := _roles_said(stated[2])):
        text, roles = _OTHERS.sub("", stated[1]), codes
    elif stated and is_only_titles(stated[2]):  # "Hamka (Prof. Dr.)"
        text = stated[1]
    elif first and (codes := _roles_said(first[1])):
        text, roles = first[2], codes
    prefixed = _PREFIXED.match(text)
    if prefixed and (codes := role_codes(prefixed[1])):
        text, roles = prefixed[2], codes
    elif before := _BEFORE.fullmatch(text.strip()):
        text, roles = before[2], _roles_said(before[1])
    elif behind := _WRITTEN_BEHIND.fullmatch(text.strip()):
        text, roles = behind[1], tuple(filter(None, [_ROLES_BEHIND.get(behind[2])]))
    words = trim_isbd(without_dates(trim_brackets(trim_isbd(text)))).split()
    titled = False
    while len(words) > 1 and (is_title(words[0]) or (words[0] in _HAJI and (titled or len(words) > 2))):
        words.pop(0)
        titled = True
    while len(words) > 1 and is_title(words[-1]) and "." in words[-1].rstrip("."):
        words.pop()
    return trim_isbd(" ".join(words)), roles
