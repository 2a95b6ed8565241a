"""langdetect, held to the languages that a catalogue can have, and to one answer for one text."""

import re
from functools import lru_cache
from pathlib import Path

from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

# Every answer must be the same in any process and any order: the detector draws its samples from this seed.
_SEED = 0
# Languages in Latin script that any partner may have. The others come in by a partner's own coded records.
_ALWAYS = ("id", "en", "nl", "de", "fr", "es", "pt", "it")
_DETECTABLE = frozenset(
    {"af", "ca", "cs", "cy", "da", "et", "fi", "hr", "hu", "lt", "no", "pl", "ro", "sk", "sl", "so", "sq", "sv"}
    | {"sw", "tl", "tr", "vi", *_ALWAYS}
)
# langdetect has no profile of Malay; its Indonesian one fits, and the partner's own records tell which it is.
_NEAR_INDONESIAN = ("ms", "jv", "su", "min")
_NORWEGIAN = ("nb", "nn")
# A language that the partner has coded at least so often may be among its uncoded records.
_SEEN_OFTEN = 3
# No language is ever ruled out by the prior alone: the share it starts with at least.
_FLOOR = 0.02
# Below this the detector's own two best answers are too close to call.
_CERTAIN = 0.9
# Letters of romanised Arabic, Hebrew, Persian and Indic. The detector knows no romanisation and takes it for
# Indonesian or Italian: of 300 romanised Arabic titles it got 177 wrong.
_ROMANISED = re.compile("[ʻʼʽʾʿāēīōūḍḥḳṣṭẓḤṢṬ]")
# Where most of a partner's records are in languages that can't be detected, the others are likelier those too.
_TOO_MANY_UNKNOWN = 0.5

Counts = tuple[tuple[str, int], ...]


@lru_cache(maxsize=16)
def _factory(languages: tuple[str, ...]) -> DetectorFactory:
    factory = DetectorFactory()
    factory.set_seed(_SEED)
    directory = Path(PROFILES_DIRECTORY)
    factory.load_json_profile([(directory / language).read_text("utf-8") for language in languages])
    return factory


@lru_cache(maxsize=16)
def _prior(counts: Counts) -> dict[str, float]:
    """The share of each language that may be detected, from the partner's coded records and the floor."""
    seen: dict[str, int] = {}
    for language, count in counts:
        known = _known(language)
        if known in _DETECTABLE and (count >= _SEEN_OFTEN or known in _ALWAYS):
            seen[known] = seen.get(known, 0) + count
    total = sum(seen.values())
    languages = sorted({*_ALWAYS, *seen})
    return {language: max(seen.get(language, 0) / total if total else 0.0, _FLOOR) for language in languages}


@lru_cache(maxsize=16)
def _is_hopeless(counts: Counts) -> bool:
    total = sum(count for _, count in counts)
    unknown = sum(count for language, count in counts if _known(language) not in _DETECTABLE)
    return total > 0 and unknown / total > _TOO_MANY_UNKNOWN


def _known(language: str) -> str:
    """The profile that stands for a language."""
    return "id" if language in _NEAR_INDONESIAN else "no" if language in _NORWEGIAN else language


def detect(text: str, counts: Counts) -> str | None:
    """The language of a text in Latin script, or None when it is too close to call.

    `counts` are the partner's coded records by language: they choose the profiles and weigh them from the start.
    """
    if _is_hopeless(counts) or _ROMANISED.search(text):
        return None
    prior = _prior(counts)
    detector = _factory(tuple(prior)).create()
    detector.set_prior_map(prior)
    # The detector passes over words in capitals, so a title typed in capitals would leave it nothing.
    detector.append(text.lower() if text.isupper() else text)
    try:
        best = detector.get_probabilities()[:1]
    except LangDetectException:  # no letters that any profile knows
        return None
    if not best or best[0].prob < _CERTAIN:
        return None
    return _nearest(best[0].lang, counts)


def _nearest(language: str, counts: Counts) -> str:
    """Malay where the partner's records are Malay more often than Indonesian."""
    if language != "id":
        return "nb" if language == "no" else str(language)
    seen = dict(counts)
    return "ms" if seen.get("ms", 0) > seen.get("id", 0) else "id"
