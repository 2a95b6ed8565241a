"""What says which one of several a thing is: "jilid 2", "edisi ke-7", "kelas XI", "2nd edition"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from discovery.analysis.fold import fold

# "Nomor 13" and "tahun 2003" aren't here: by those a law is known.
_NAMES = frozenset(
    map(
        fold,
        (
            *("jilid", "jil", "volume", "vol", "bd", "band", "tome", "tom", "deel", "bagian", "bag", "part", "pt"),
            *("edisi", "edition", "ed", "auflage", "aufl", "druk", "cetakan", "cet", "kelas", "kls", "grade"),
            *("semester", "smt", "مجلد", "المجلد", "جزء", "الجزء", "طبعة", "الطبعة"),
        ),
    )
)
_BEHIND_ORDINALS = frozenset({"ed", "edition", "volume", "vol", "grade", "auflage", "aufl", "druk", "semester"})
_COUNTED = re.compile(
    r"(?:ke)?\d{1,4}|[ivxl]+|pertama|ke(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)"
    r"|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh"
)
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th|e)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")
_BETWEEN = "ke"


def designations(tokens: Sequence[str]) -> frozenset[str]:
    """Those of some folded tokens that are the name of a part, an edition or a school year, or its number beside it.

    A number or a name by itself tells something: "UU 13", "band".
    """
    told = [token for token in tokens if token != _BETWEEN]
    found = (pair for pair in pairwise(told) if _is_designation(*pair))
    return frozenset(token for pair in found for token in pair)


def _is_designation(one: str, other: str) -> bool:
    named = one in _NAMES and (_COUNTED.fullmatch(other) or _ORDINAL.fullmatch(other))
    return bool(named or (_ORDINAL.fullmatch(one) and other in _BEHIND_ORDINALS))
