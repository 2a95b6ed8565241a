"""008/35-37 and 041 → the languages of the text, and those it was translated from."""

from discovery.catalog.languages import language_code, language_codes
from discovery.catalog.record import LanguageBasis
from indexer.crosswalks.marc.fields import Field, MarcFields

# "aar" (Afar) opens every list of codes, so it is what a slip of the hand picks; beside Arabic script it means "ara".
_AFAR = "aa"
_ARABIC_LETTERS = ("\u0600", "\u06ff")


def map_languages(marc: MarcFields) -> tuple[tuple[str, ...], tuple[str, ...], LanguageBasis]:
    """The languages of the text, of its originals, and whether a cataloguer coded them.

    041 $a (text) and $d (sung or spoken), each once, after 008; $h is the original's and never the text's:
    https://www.loc.gov/marc/bibliographic/bd041.html. "mul" in 008 gives way to what 041 lists. What is sung, spoken or
    printed in no other languages than its originals (songs in French, $d fre $n fre) is no translation from those.
    """
    languages = _languages_of_text(marc)
    originals: list[str] = []
    for field in marc.get("041"):
        for value in field.all("hn"):
            originals.extend(language_codes(value))
    if set(languages) <= set(originals):
        originals = [code for code in originals if code not in languages]
    return languages, tuple(dict.fromkeys(originals)), "coded" if languages else "undecided"


def _languages_of_text(marc: MarcFields) -> tuple[str, ...]:
    texts: list[str] = []
    coded = _coded(marc.control("008"))
    if coded:
        texts.append(coded)
    for field in marc.get("041"):
        for value in field.all("ad"):
            texts.extend(language_codes(value))
    languages = tuple(dict.fromkeys(texts))
    if len(languages) > 1 and ("mul" in languages or "zxx" in languages):
        languages = tuple(code for code in languages if code not in ("mul", "zxx"))
    if _AFAR in languages:
        languages = _without_afar(languages, marc)
    return languages


def _coded(fixed: str) -> str | None:
    """The language of 008/35-37, or the one that stands a place beside: "nd" is what a slip leaves of "ind"."""
    if len(fixed[35:38].strip()) == 2:
        for beside in (fixed[34:37], fixed[36:39]):
            if len(beside.strip()) == 3 and (code := language_code(beside)):
                return code
    return language_code(fixed[35:38])


def _without_afar(languages: tuple[str, ...], marc: MarcFields) -> tuple[str, ...]:
    arabic = any(_is_arabic(field) for field in (*marc.get("245"), *marc.get("880")))
    meant = ("ar" if code == _AFAR else code for code in languages if code != _AFAR or arabic)
    return tuple(dict.fromkeys(meant))


def _is_arabic(field: Field) -> bool:
    return any(_ARABIC_LETTERS[0] <= letter <= _ARABIC_LETTERS[1] for letter in field.get("a"))
