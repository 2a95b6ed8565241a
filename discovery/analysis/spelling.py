"""Other spellings of a word, and how near two words are.

The other spellings (old Indonesian, umlauts, Dutch ij, romanised Arabic) are guesses about one word without its
language, so most of what they give is no word at all ("put" gives "poet"). Whoever searches for them asks the
catalogue first, or looks in names only, and ranks or labels what they find. What is certain enough to hold in the
index is done by `fold`, `tokens` and `stem`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from discovery.analysis.respell import spellings

# One edit in a short word makes enough other words; in a long one two still leave it recognisable.
_LONGEST_WITH_ONE_EDIT = 7

MOST_VARIANTS = 16
# Shorter words, typed or made, are more often another word than the same: "due" and "du".
_SHORTEST_VARIANT = 3
_SHORTEST_NAME = 5
_MOST_OF_A_NAME = 6
_SHORTEST_LONG = 7

# Indonesian as spelt before 1972 (Keputusan Presiden 57/1972), "oe" before 1947 (the Soewandi reform), each with
# what it became. Writers mixed them: Soeharto, Djokosoetono. Longer signs first, so that "dj" is not read as "j".
_VOWELS = {"oe": "u"}
_DIGRAPHS = {"tj": "c", "dj": "j", "nj": "ny", "sj": "sy", "ch": "kh"}
_OLD = {**_VOWELS, **_DIGRAPHS, "j": "y"}
_MODERN = {modern: old for old, modern in _OLD.items()}
_MODERN_WITH_U = {modern: old for modern, old in _MODERN.items() if old != "oe"}
_RESPELLINGS: tuple[dict[str, str], ...] = (
    # To the modern spelling: all of it, or what one writer keeps (Soejono; jogja; Malay "kechil" is "kecil").
    _OLD,
    _VOWELS,
    {**_VOWELS, **_DIGRAPHS},
    _DIGRAPHS,
    {"dj": "j", "tj": "c"},
    {"j": "y"},
    {"nj": "ny"},
    {"ch": "c"},
    # To the old one, as it was before 1947 and after, and partly.
    _MODERN,
    {"u": "oe"},
    _MODERN_WITH_U,
    {modern: old for old, modern in (_VOWELS | _DIGRAPHS).items()},
    {"j": "dj", "c": "tj"},
    {"y": "j"},
    {"ny": "nj"},
    {"kh": "ch"},
    # Umlauts written out, and left out.
    {"ae": "a", "oe": "o", "ue": "u"},
    # Dutch.
    {"ij": "y"},
    {"y": "ij"},
    # Romanised Arabic, in Indonesian and in other libraries' tables.
    {"sh": "sy"},
    {"sy": "sh"},
    {"th": "t", "dh": "d", "dz": "z", "ts": "s", "gh": "g"},
    {"kh": "h"},
)
_TELLING = re.compile("tj|dj|sj")
_TELLING_IN_LONG = re.compile("tj|dj|sj|oe")
# A vowel that may have been an umlaut; one of them at a time.
_LONE_VOWEL = re.compile(r"(?<![aeiouy])[aou](?=[^aeiouy])")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")
# "lhistoire": somebody left the apostrophe out.
_ELISION = re.compile(r"(?:[dljmns]|qu)(?=[haeiouy])")
_ARTICLE = "ال"
_HAMZA_SEATS = "ؤئء"
_SHORTEST_WITH_HAMZA = 4


def spelling_variants(word: str) -> tuple[str, ...]:
    """Other spellings of a folded word, the likelier first, at most `MOST_VARIANTS`; never the word itself.

    They are not checked against any catalogue. Words with digits and short words have none.
    """
    return _variants(word)


@lru_cache(maxsize=4_096)
def certain_spellings(word: str) -> tuple[str, ...]:
    """Old and new Indonesian spellings of a folded word that can be no other word, in whatever language.

    "dj", "tj" and "sj" hardly stand in words of other languages (djakarta, jakarta); "oe" does, but in long words
    what it turns into, or what turns into it, is no word (soekarno, and not "poet" and "put"). Of other long words
    those are certain that a list has: "kebudayaan" stands in many names of publishers, whatever the record's language.
    """
    if len(word) < _SHORTEST_NAME or not (word.isascii() and word.isalpha()):
        return ()
    telling = _TELLING if len(word) < _SHORTEST_LONG else _TELLING_IN_LONG
    if telling.search(word):
        return (_respelt(word, _OLD),)
    made = (_respelt(word, _MODERN), _respelt(word, _MODERN_WITH_U))
    found = [variant for variant in made if telling.search(variant)]
    return tuple(dict.fromkeys((*found, *_listed().get(word, ()))))


@cache
def _listed() -> Mapping[str, tuple[str, ...]]:
    """The long words of the list of Indonesian spellings, each with its others: today's, and the old ones of that."""
    groups: dict[str, list[str]] = {}
    for old, modern in spellings("id").items():
        if min(len(old), len(modern)) >= _SHORTEST_LONG:
            groups.setdefault(modern, [modern]).append(old)
    return {word: tuple(other for other in group if other != word) for group in groups.values() for word in group}


def name_spellings(word: str) -> tuple[str, ...]:
    """The likelier other spellings of a folded word that may be a name; shorter ones are other names (Chan, Khan)."""
    if len(word) < _SHORTEST_NAME:
        return ()
    return tuple(variant for variant in _variants(word) if len(variant) >= _SHORTEST_NAME)[:_MOST_OF_A_NAME]


@lru_cache(maxsize=4_096)
def _variants(word: str) -> tuple[str, ...]:
    if len(word) < _SHORTEST_VARIANT or not word.isalpha():
        return ()
    found = dict.fromkeys(_latin(word) if word.isascii() else _arabic(word))
    kept = [variant for variant in found if variant != word and len(variant) >= _SHORTEST_VARIANT]
    return tuple(kept[:MOST_VARIANTS])


def _latin(word: str) -> Iterator[str]:
    for table in _RESPELLINGS:
        yield _respelt(word, table)
    yield _DOUBLED.sub(r"\1", word)
    for vowel in _LONE_VOWEL.finditer(word):
        yield f"{word[: vowel.end()]}e{word[vowel.end() :]}"
    if elided := _ELISION.match(word):
        yield word[elided.end() :]


def _respelt(word: str, table: dict[str, str]) -> str:
    return "".join(table.get(piece, piece) for piece in _cuts(tuple(table)).split(word))


@cache
def _cuts(signs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"({'|'.join(signs)})")


def _arabic(word: str) -> Iterator[str]:
    """With and without the article, and without the hamza at the end, which many leave out."""
    if not "\u0620" <= word[0] <= "\u064a":
        return
    yield word.removeprefix(_ARTICLE) if word.startswith(_ARTICLE) else f"{_ARTICLE}{word}"
    yield word.removesuffix("ء")


@lru_cache(maxsize=4_096)
def hamza_spellings(written: str) -> tuple[str, ...]:
    """An Arabic word (lower case, NFC) with the hamza inside it on another seat: شؤون is شئون in Egypt.

    Folding tells seats apart, because a seat without its hamza is another letter; so both are looked for. In shorter
    words too many others would be found (بئر, بؤر).
    """
    inner = written[1:-1]
    if len(written) < _SHORTEST_WITH_HAMZA or not any(seat in inner for seat in _HAMZA_SEATS):
        return ()
    found = (written[0] + inner.translate(dict.fromkeys(map(ord, _HAMZA_SEATS), seat)) + written[-1]
             for seat in _HAMZA_SEATS)  # fmt: skip
    return tuple(form for form in found if form != written)


def edits_allowed(word: str) -> int:
    """How many edits away a word may still be meant: 1 up to seven letters, 2 beyond."""
    return 1 if len(word) <= _LONGEST_WITH_ONE_EDIT else 2


def distance(first: str, second: str, limit: int) -> int | None:
    """Insertions, deletions, substitutions and exchanges of neighbours between two words; None beyond `limit`.

    Optimal string alignment: L. Boytsov, "Indexing methods for approximate dictionary searching" (2011), 2.2.
    """
    if abs(len(first) - len(second)) > limit:
        return None
    before: list[int] = []
    previous = list(range(len(second) + 1))
    for row, letter in enumerate(first, start=1):
        current = [row]
        for column, other in enumerate(second, start=1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > limit and min(previous) > limit:
            return None
        before, previous = previous, current
    return previous[-1] if previous[-1] <= limit else None
