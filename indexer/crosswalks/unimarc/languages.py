"""101 → the languages of the text, and those it was translated from."""

from discovery.catalog.languages import language_codes
from discovery.catalog.record import LanguageBasis
from indexer.crosswalks.marc.fields import MarcFields


def map_languages(marc: MarcFields) -> tuple[tuple[str, ...], tuple[str, ...], LanguageBasis]:
    """101 $a is the text's, each once; $b an intermediate translation's and $c the original's.

    What is said in no other languages than its original's (a film, a song) is no translation.
    """
    texts: list[str] = []
    originals: list[str] = []
    for field in marc.get("101"):
        for code, value in field.subfields:
            if code == "a":
                texts.extend(language_codes(value))
            elif code in "bc":
                originals.extend(language_codes(value))
    languages = tuple(dict.fromkeys(texts))
    if len(languages) > 1:
        languages = tuple(code for code in languages if code not in ("mul", "zxx"))
    if set(languages) <= set(originals):
        originals = [code for code in originals if code not in languages]
    return languages, tuple(dict.fromkeys(originals)), "coded" if languages else "undecided"
