"""Articles that are written with a word, apart from it, or not at all: al-Ghazālī, Alghazali, Ghazali; l'avare."""

# Before some consonants the l of the Arabic article sounds, and is often written, as they do: an-Nawawi, asy-Syafi'i.
_BEFORE_ANY = ("al", "el")
_BEFORE: dict[str, str | tuple[str, ...]] = {
    "ad": "d", "adh": "dh", "adz": "dz", "an": "n", "ar": "r", "as": "s", "ash": "sh", "asy": "sy", "at": "t",
    "ath": "th", "az": "z", "l": ("a", "e", "h", "i", "o", "u", "y"),
}  # fmt: skip
_SHORTEST = 3


def is_article(token: str, following: str) -> bool:
    """Whether a folded token may be the article of the one after it, which some write without."""
    if len(following) < _SHORTEST or not following.isalpha():
        return False
    return token in _BEFORE_ANY or (token in _BEFORE and following.startswith(_BEFORE[token]))


def after_article(token: str) -> str:
    """What follows "al" in a word that may begin with the Arabic article ("ghazali" of "alghazali"), else ""."""
    return token[2:] if token.startswith("al") and len(token) >= 2 + _SHORTEST and token.isalpha() else ""
