"""Articles that are written with a word, apart from it, or not at all: al-Ghazālī, Alghazali, Ghazali; l'avare."""

import re

# Before some consonants the l of the Arabic article sounds, and is often written, as they do: an-Nawawi, asy-Syafi'i.
_BEFORE_ANY = ("al", "el")
_BEFORE: dict[str, str | tuple[str, ...]] = {
    "ad": "d", "adh": "dh", "adz": "dz", "an": "n", "ar": "r", "as": "s", "ash": "sh", "asy": "sy", "at": "t",
    "ath": "th", "az": "z", "l": ("a", "e", "h", "i", "o", "u", "y"),
}  # fmt: skip
_SHORTEST = 3
# Compounds that Indonesians write as one word, with the article as it sounds inside it.
_AL_DIN = re.compile(r"(\w{3,})udd?in")
_ABD_AL = re.compile(r"abdul(\w{3,})|abdu(?=([dnrstz])\2)\w(\w{3,})")


def parted(token: str) -> tuple[str, ...]:
    """The words of an Arabic compound in one word, as tables of romanisation part them; () for any other word.

    "ulumuddin" is ʿulūm al-dīn, "abdurrahman" ʿAbd al-Raḥmān, "abdullah" ʿAbd Allāh, and "abdul" the first half.
    """
    if token in ("abdul", "abdullah"):
        return ("abd", "al" if token == "abdul" else "allah")
    if match := _AL_DIN.fullmatch(token):
        return (match[1], "al", "din")
    if match := _ABD_AL.fullmatch(token):
        return ("abd", "al", match[1] or match[3])
    return ()


def is_article(token: str, following: str) -> bool:
    """Whether a folded token may be the article of the one after it, which some write without."""
    if len(following) < _SHORTEST or not following.isalpha():
        return False
    return token in _BEFORE_ANY or (token in _BEFORE and following.startswith(_BEFORE[token]))


def after_article(token: str) -> str:
    """What follows "al" in a word that may begin with the Arabic article ("ghazali" of "alghazali"), else ""."""
    return token[2:] if token.startswith("al") and len(token) >= 2 + _SHORTEST and token.isalpha() else ""
