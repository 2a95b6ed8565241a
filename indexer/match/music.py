"""What tells two scores or recordings of one name apart: how they are presented, and which piece they are of."""

import re
from functools import lru_cache
from typing import Final

from discovery.catalog.record import Description

# A vocal score has other music than the full one, and a cassette is no disc: cataloguers say so of either. A study
# score is the full one in small print, and many don't call it so.
_SCORES: Final = (
    ("vocal score", r"\bvocal scores?\b|\bpiano[- /]vocal\b|klavierauszug|chant et piano|canto e piano"),
    ("chorus score", r"\bchor(?:us|al) scores?\b|chorpartitur"),
    ("score", r"\bscores?\b|\bpartitions?\b|\b(?:\w+)?partitur\b|\bpartitura\b"),
)
_CASSETTE: Final = ("cassette", r"cassette|kassette|\bkaset\b")
_REEL: Final = ("reel", r"\breels?\b|\bbobines?\b")
_DISC: Final = ("disc", r"\bdis[ck]s?\b|\bdisques?\b|\bcakram\b|\bkeping\b|\bschijf|vid[eé]o ?dis")
# By its size, as RDA describes a disc: https://www.loc.gov/marc/bibliographic/bd300.html ($c).
_RECORDINGS: Final = (
    (
        "analogue disc",
        r"\b33 ?(?:1/3|⅓)|\b(?:45|78) (?:rpm|rev)|\blps?\b|\bvinyl|schallplatte|piringan hitam"
        r"|\bdis[ck]s?\b.*; (?:30 cm|12 in)\b",
    ),
    _CASSETTE,
    (
        "digital disc",
        r"compact dis[ck]|disques? compacts?|\bcds?\b|\bdvd|\bblu-?ray|\bdigital\b"
        r"|\bdis[ck]s?\b.*; (?:12 cm|4 3/4 in)\b",
    ),
    _REEL,
    _DISC,
)
_FILMS: Final = (
    _CASSETTE,
    ("Blu-ray", r"\bblu-?rays?\b"),
    ("DVD", r"\bdvds?\b"),
    ("VCD", r"\bs?vcds?\b|\bvid[eé]o ?(?:cds?|compact dis[ck]s?)\b"),
    _REEL,
    _DISC,
)
# Who says no more of it than that it is a disc may mean any.
_DISCS: Final = frozenset({"disc", "analogue disc", "digital disc", "Blu-ray", "DVD", "VCD"})
_PATTERNS: Final = {
    kind: tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in table)
    for kind, table in (("score", _SCORES), ("audio", _RECORDINGS), ("video", _FILMS))
}
# "no. 1, op. 3", "K. 466", "BWV 971": the numbers of a composer's works, each with the list that it is of.
_NUMBERED: Final = re.compile(r"\b(op|no|nr|k|kv|bwv|hwv|rv|woo|d|s|h|hob)\b\.? ?(\d+\w?)\b", re.IGNORECASE)


def presentation(described: Description) -> str:
    """A vocal score, a cassette: what edition and extent, in scores the subtitle too, say of it; "" for nothing."""
    if described.type not in _PATTERNS:
        return ""
    stated = f"{described.title.subtitle} {described.edition}" if described.type == "score" else described.edition
    return _presented(described.type, stated, described.extent)


@lru_cache(maxsize=4_096)
def _presented(kind: str, stated: str, extent: str) -> str:
    said = f"{stated} {extent.partition(' + ')[0]}"
    return next((name for name, pattern in _PATTERNS[kind] if pattern.search(said)), "")


def presented_otherwise(mine: str, yours: str, *, same_pages: bool) -> bool:
    """Whether both say how they are presented, and differ; scores of as many pages may be one, less well described, and
    what is called a disc may be of any kind.
    """
    if mine == yours or not (mine and yours) or same_pages:
        return False
    return "disc" not in (mine, yours) or not _DISCS.issuperset((mine, yours))


def work_numbers(described: Description) -> frozenset[tuple[str, str]]:
    """The numbers by which uniform titles tell a composer's pieces apart, in music alone."""
    if described.type not in ("score", "audio"):
        return frozenset()
    titles = (each.text for each in described.variants if each.kind == "uniform")
    return frozenset([(found[1].casefold(), found[2]) for title in titles for found in _NUMBERED.finditer(title)])


def are_other_works(mine: frozenset[tuple[str, str]], yours: frozenset[tuple[str, str]]) -> bool:
    """Whether one list of works counts the two differently, as op. 1 and op. 9; "no. 8" may well be "op. 13"."""
    lists = {name for name, _ in mine} & {name for name, _ in yours}
    return any(
        {number for name, number in mine if name == each}.isdisjoint({number for name, number in yours if name == each})
        for each in lists
    )
