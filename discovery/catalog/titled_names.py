"""Names in one piece as repositories have them, with titles and degrees: "Prof. Dr. H. Ahmad Fauzi, M.Si., Ph.D".

Who types a degree one day and none the next would be two authors. Only what can be nothing else goes: letters that may
be initials ("Smith, M.A."; "García Pérez, S.E.") stay, unless another title or degree stands beside them.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from discovery.catalog.names import DEGREE_FORM, is_only_titles, is_title

# Titles that stand before a name, and are no name's first word: "Sir" and "Haji" are parts of some.
_BEFORE: Final = frozenset({"prof", "professor", "dr", "dra", "drs", "ir", "drh", "drg", "apt", "hj", "kh"})
_PILGRIM: Final = frozenset({"h.", "h", "hj.", "kh.", "k.h."})
# Degrees without a point behind them, which the form of a degree needs: "M.Kep". Whoever adds to those of
# `discovery.catalog.names` changes how works are told apart.
_WITHOUT_POINT: Final = frozenset(
    {"mkep", "skeb", "mkeb", "sfarm", "mfarm", "sfil", "mfil", "spar", "mpar", "mgizi", "sgizi", "mars"}
)
_INITIAL: Final = re.compile(r"[^\W\d_]\.?(?:[^\W\d_]\.?)?")
# Titles without the blank behind them: "Drs.H.Suparman".
_GLUED: Final = re.compile(r"\b(prof|drs|dra|dr|ir|drg|drh)\.(?=[^\W\d_])", re.IGNORECASE)
_GLUED_PILGRIM: Final = re.compile(r"(?<=[rs]\. )(Hj?)\.(?=[^\W\d_]{2})")
# Those that are titles without their point, too.
_PLAIN: Final = frozenset({"prof", "drs", "dra", "dr", "kh", "hj"})
# What may follow degrees though no list has it: "IPU", "CA", "Ak.".
_ABBREVIATION: Final = re.compile(r"[A-Z]{2,5}|[A-Z][A-Za-z]{0,4}\.")
_SMALL: Final = re.compile(r"[a-z]")
# What a list of whole names in direct order doesn't have: "Charles Philip Arthur, Prince of Wales, King of England".
_BETWEEN: Final = re.compile(r"(?:^|\s)(?:of|de|van|der|von|the|and|dan|di|jr|sr)\b", re.IGNORECASE)
_LEAST_LISTED: Final = 3


def names_within(text: str) -> tuple[str, ...]:
    """The names in a text that lists several with commas between, where that is certain; else the text alone.

    It is where a name follows another's degree ("Ahmad Yani, S.Pd., Budi Santoso, M.Pd."), and where there are three or
    more and each has several words ("Ahmad Yani, Budi Santoso, Citra Dewi"): what is inverted has a comma of its own.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < _LEAST_LISTED:
        return (text,)
    if all(" " in each and not _is_degree(each) and not _BETWEEN.search(each) for each in parts):
        return tuple(parts)
    names = [[parts[0]]]
    for at, (before, part) in enumerate(pairwise(parts), 2):
        is_name = not _is_degree(part) and not _ABBREVIATION.fullmatch(part) and (" " in part or at < len(parts))
        if is_name and _is_certain(before) and len(names[-1]) > 1:
            names.append([])
        names[-1].append(part)
    return tuple(", ".join(each) for each in names) if len(names) > 1 else (text,)


@lru_cache(maxsize=16_384)
def without_titles(name: str) -> str:
    """A person's name without the titles before it and the degrees behind it, inverted or not; `name` if it has none.

    "Hidayat, Dr. Nur, M.Si" → "Hidayat, Nur"; "M.Pd., Suharto" → "Suharto". What is left is never empty.
    """
    if " " not in name and "," not in name and "." not in name:
        return name
    parted = _GLUED_PILGRIM.sub(r"\1. ", _GLUED.sub(r"\1. ", name))
    first, *rest = [part.strip() for part in parted.split(",") if part.strip()] or [name]
    if rest and _is_certain(first) and not _is_certain(rest[0]):
        return without_titles(", ".join(rest))
    kept = rest[: _names_before(first, rest)]
    degrees = rest[len(kept) :]
    words, before = _leading(first, titled=len(degrees) > 0)
    if kept:
        given, within = _leading(kept[0], titled=True)
        before, kept = before + within, [given, *kept[1:]]
    words, behind = _trailing(words)
    if degrees and not (before or behind or kept or len(degrees) > 1 or any(map(_is_certain, degrees))):
        return name
    found = ", ".join([words, *kept])
    return name if not (before or behind or degrees) else found


def _names_before(first: str, rest: list[str]) -> int:
    """How many of the parts behind a comma are names: those before the degrees, if all that follows is degrees."""
    begin = next((at for at, part in enumerate(rest) if _is_degree(part)), len(rest))
    others = rest[begin + 1 :]
    return begin if all(_is_degree(each) or _ABBREVIATION.fullmatch(each) for each in others) else len(rest)


def _is_degree(part: str) -> bool:
    joined = part.replace(" ", "")
    return (
        is_only_titles(part)
        or is_title(joined)
        or DEGREE_FORM.fullmatch(part) is not None
        or ("." in part and joined.replace(".", "").casefold() in _WITHOUT_POINT)
    )


def _is_certain(part: str) -> bool:
    """Whether it is a degree or titles, and can be neither initials nor a name: "M.Si.", "Ph.D", "Prof. Dr."."""
    return "." in part and _SMALL.search(part) is not None and _is_degree(part)


def _leading(text: str, *, titled: bool) -> tuple[str, int]:
    """`text` without its first titles, and how many they were; `titled` says that others are known.

    One alone before one word is a name: "Dr. Seuss".
    """
    words = text.split()
    count = 0
    while count < len(words) - 1 and _stands_before(words[count], words[count + 1], titled=titled or count > 0):
        count += 1
    alone = count == 1 and len(words) == 2 and not titled
    return (text, 0) if alone or not count else (" ".join(words[count:]), count)


def _stands_before(word: str, following: str, *, titled: bool) -> bool:
    plain = word.casefold()
    if titled and plain in _PILGRIM:
        return _INITIAL.fullmatch(following) is None
    return plain.rstrip(".") in _BEFORE and ("." in word or plain in _PLAIN) and is_title(word)


def _trailing(text: str) -> tuple[str, int]:
    """`text` without degrees that follow no comma, and how many they were: "Ahmad Fauzi S.Kom"."""
    words = text.split()
    count = 0
    while len(words) - count > 1 and _is_certain(words[-1 - count]) and "." in words[-1 - count].rstrip("."):
        count += 1
    return (" ".join(words[: len(words) - count]), count) if count else (text, 0)
