"""One spelling for every spelling that a language's writers have used, as the key under which words are stemmed.

Only stems go through here, and a stem field is filled only for records in its language: so "poet" is "put" in an
Indonesian title and nowhere else, and what is found this way ranks below the word as typed. A key need be no word
("koefisien" becomes "kufisien"); it only has to be the same for both spellings and another for other words.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from discovery.analysis.fold import APOSTROPHES, fold

# Between "dj" and "j" stood the sounds that Indonesian writes "j" and "y" since 1972. A "j" alone was "y" beside
# other old letters (Soerabaja), and may be either elsewhere: "raja" is king and was great, "saja" is only and was I.
# There a list decides (data/id-spelling.txt), and where that is silent nothing changes.
# Each rule begins with letters without which it changes nothing: they are looked for before its expression is tried.
_RULES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "id": (
        # buku2, mobil2an: a word said twice.
        ("", r"(?<=[a-z]{2})[2²](?=nya$|an$|$)", ""),
        ("j", r"(?<![dt])j(?=.*(?:tj|dj|oe))", "y"),
        ("j", r"((?:tj|dj|oe).*?)(?<![dt])j", r"\1y"),
        ("nj", r"^nj", "ny"),
        # The clitic; "belanja" and its derivations end so by themselves.
        ("nja", r"(?<=[a-z]{3})(?<!bela)nja$", "nya"),
        ("tj", r"tj", "c"),
        ("dj", r"dj", "j"),
        # Not "masjid", whose "j" is one of today.
        ("sj", r"sj(?!id)", "sy"),
        ("ch", r"ch", "kh"),
        # Not where a prefix meets a root: makroekonomi, koefisien.
        ("oe", r"oe(?!konom|kolog|ksist|lektr|fisi|nerg|duka)", "u"),
    ),
    # Until 1804 and in names "ij" was as often "y": vryheid, Nyhoff.
    "nl": (("", r"[yÿ]", "ij"),),
    # Endings that Snowball takes off since its third version, and Lucene's stemmers don't: "psychology" would find
    # psychologists in one engine alone, "france" what is française, "bürger" Bürgerinnen, "inseln" Insel.
    # What belongs to somebody is looked up as the word is: "animal's" would be found by "animate" instead of "animal",
    # "university's" by "universe" in one engine.
    "en": (("'", r"(?<=\w{2})'s?$", ""), ("ologist", r"(?<=olog)ists?$", "y")),
    # Not chaise, fraise or malaise.
    "fr": (("aise", r"(?<=[^\W\d_]{4}ais)es?$", ""),),
    "de": (
        ("erin", r"(?<=er)in(?:nen)?$", ""),
        ("ln", r"(?<=[eu]l)ns?$", ""),
        # "verwaltet", "gefährdete"; not where it is part of the word, nor "market", which would be found by "Mark".
        ("et", r"(?<=\w{2}[dfgklmnrstuzä])(?<!geordn|intern)(?<!mark|plan|tick)(?<!tr)et(?:e[mnrs]?|s)?$", ""),
    ),
}
# Arabic is stemmed as folded: an engine's own normalisation knows fewer forms of hamza, so that مؤتمر and موتمر had two
# stems in one engine and one in the other.
_FOLDED = frozenset({"ar"})
# Of shorter words too many are names and abbreviations: Joe, Poe, Tje.
_SHORTEST_BY_RULE = 4
_MOST_KEPT = 65_536
# Two engines' stemmers of one language make different things of "author’s" and "author's"; only an English one has a
# rule for either, and the plain apostrophe is the one that it knows.
_NO_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHES))
_APOSTROPHES: dict[str, dict[int, str]] = {"en": dict.fromkeys(map(ord, APOSTROPHES), "'")}


def respell(word: str, language: str) -> str:
    """The spelling under which a word (lower case, NFC) is stemmed."""
    return fold(word) if language in _FOLDED else _respelt(language)[word]


def respell_text(text: str, language: str) -> str:
    """`respell` of words that are joined by spaces, joined by spaces."""
    respelt = fold if language in _FOLDED else _respelt(language).__getitem__
    return " ".join(map(respelt, text.split(" ")))


@cache
def spellings(language: str) -> Mapping[str, str]:
    """Words that no rule respells rightly, in lower case, each with its modern spelling."""
    return read_pairs(f"{language}-spelling.txt")


def read_pairs(name: str) -> Mapping[str, str]:
    """The words of a data file with what stands beside each; nothing where there is no such file."""
    source = files("discovery.analysis") / "data" / name
    if not source.is_file():
        return MappingProxyType({})
    lines = (line for line in source.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return MappingProxyType(dict(line.split("\t") for line in lines))


class _Respelt(dict[str, str]):
    """One language's words that were asked for: a catalogue repeats them. When full it starts anew."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._listed = spellings(language)
        self._rules = tuple(
            (letters, re.compile(pattern), respelt) for letters, pattern, respelt in _RULES.get(language, ())
        )
        self._apostrophes = _APOSTROPHES.get(language, _NO_APOSTROPHES)

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        plain = word if word.isascii() and word.isalpha() else word.translate(self._apostrophes)
        respelt = self[word] = self._respell(plain)
        return respelt

    def _respell(self, word: str) -> str:
        if word in self._listed:
            return self._listed[word]
        if len(word) < _SHORTEST_BY_RULE:
            return word
        for letters, pattern, respelt in self._rules:
            if letters in word:
                word = pattern.sub(respelt, word)
        return self._listed.get(word, word)


_respelt = cache(_Respelt)
