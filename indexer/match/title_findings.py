"""What two titles say for or against their records being one edition."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace
from rapidfuzz.fuzz import ratio, token_set_ratio, token_sort_ratio

from indexer.match.features import Features
from indexer.match.own_words import a_word_differs, all_words
from indexer.match.spellings import likeness_in_one_spelling
from indexer.match.statements import number_in_word
from indexer.match.titles import telling_words
from indexer.match.wordings import (
    accompanies,
    is_an_issue,
    is_another_serial,
    is_of_another_level,
    is_of_another_region,
    languages_swapped,
    written_apart,
)
from indexer.match.words import word_list

# Titles of which no more is alike than this are other titles.
_UNLIKE = 70
_AKIN, _SIMILAR = 80, 90
# A title of fewer telling words stands in too many others by chance.
_FEWEST_COVERED = 2
_BONES_ALIKE = 88
_OF_OTHER_BONES = 50
# Shorter ones are alike by chance: "ʻIlm al-ḥadīth" is not "ʻIlal al-ḥadīth".
_FEWEST_BONES = 8
_SUBJECTS = word_list("subject_titles")
_ARABIC_ARTICLE = "ال"
# Letters from which a beginning tells a title.
_TELLING_LENGTH = 15

# Reasons for two records that a generic title ("Annual report") doesn't give.
_GOOD = frozenset(
    {
        "title-equal", "title-proper-equal", "title-variant", "title-contained", "title-subject", "title-covered",
        "title-similar",
    }
)  # fmt: skip
# Of two titles like these, one may be that of a thing beside the other.
_LIKE = _GOOD | {"subtitle-similar", "subtitle-differs", "title-akin", "title-reordered"}
_NOT_ALIKE = frozenset(
    {"title-differs", "title-unlike", "title-akin", "title-word-differs", "subtitle-differs", "subtitle-word-differs"}
)


def title_findings(one: Features, other: Features) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Equal, alike in one of several ways, or another; in the original script, in Latin letters, or romanised."""
    if one.original and one.original == other.original:
        yield _or_generic("title-equal", one, other), (" ".join(one.original),)
        return
    if not one.title or not other.title:
        yield "title-missing", ()
        return
    one, other = _in_its_script(one, other), _in_its_script(other, one)
    mine, yours = one.title + one.subtitle, other.title + other.subtitle
    if one.title != other.title and (one.title in other.other_titles or other.title in one.other_titles):
        code = "subtitle-word-differs" if _subtitles_differ(one, other) else "title-variant"
        yield _or_generic(code, one, other), (" ".join(one.title), " ".join(other.title))
        return
    values = (" ".join(mine), " ".join(yours))
    code = "title-equal" if telling_words(mine) == telling_words(yours) else _near(one, other, *values)
    if code not in {"title-equal", "title-differs"}:
        code = _told_apart(code, one, other)
    if code in _NOT_ALIKE and _romanised_alike(one, other):
        code = "title-romanised-alike"
    yield _or_generic(code, one, other), values


def _in_its_script(one: Features, other: Features) -> Features:
    """What one side romanised as it stands in its own script, where the other gives nothing else."""
    if not one.original or other.original or not written_apart(one.title, other.title):
        return one
    return replace(one, title=one.original, subtitle=(), original=(), bones=())


def _near(one: Features, other: Features, mine: str, yours: str) -> str:
    same_title = one.title == other.title
    if same_title and not (one.subtitle and other.subtitle):
        return "title-proper-equal"
    shorter, longer = sorted((mine, yours), key=len)
    likeness = likeness_in_one_spelling(mine, yours)
    if likeness >= _UNLIKE and _numbers_differ(mine, yours):
        return "title-number-differs"
    if (same_title or likeness >= _AKIN) and a_word_differs(one, other):
        return "subtitle-word-differs" if same_title else "title-word-differs"
    if likeness >= _SIMILAR:
        return "title-similar"
    if longer.startswith(shorter + " ") or (_begins_alike(shorter, longer) and not a_word_differs(one, other)):
        return "title-subject" if _names_a_subject(one) or _names_a_subject(other) else "title-contained"
    if _covers(one, other) or _covers(other, one):
        return "title-covered"
    if same_title:
        return "subtitle-similar" if likeness >= _AKIN else "subtitle-differs"
    if likeness >= _AKIN:
        return "title-akin"
    if token_sort_ratio(mine, yours) >= _SIMILAR or (
        token_set_ratio(mine, yours) >= _SIMILAR and len(shorter) * 2 > len(longer)
    ):
        if _numbers_differ(mine, yours):
            return "title-number-differs"
        if not a_word_differs(one, other):
            return "title-reordered"
    return "title-unlike" if likeness >= _UNLIKE else "title-differs"


def _subtitles_differ(one: Features, other: Features) -> bool:
    """Whether two titles that one record has are alike, and go on otherwise: "planimetric map", "topographic map"."""
    if not one.subtitle or not other.subtitle or ratio(" ".join(one.title), " ".join(other.title)) < _AKIN:
        return False
    return a_word_differs(one, other)


def _told_apart(code: str, one: Features, other: Features) -> str:
    """What becomes of titles that are like each other, where single words say that they are of two things."""
    if languages_swapped(one, other):
        return "title-word-differs"
    if code in _LIKE and (accompanies(one, other) or is_an_issue(one, other)):
        return "subtitle-word-differs"
    if code in _LIKE and (is_of_another_region(one, other) or is_another_serial(one, other)):
        return "title-word-differs"
    return "title-word-differs" if code in _GOOD and is_of_another_level(one, other) else code


def _numbers_differ(mine: str, yours: str) -> bool:
    """Whether each has a number of its own: the annual reports of 1998 and 1999 are one letter apart.

    Counted, so that "Bd. I/2" and "Bd. II/2" are two.
    """
    these, those = (Counter(filter(None, map(number_in_word, text.split()))) for text in (mine, yours))
    return not (these <= those or those <= these)


def _names_a_subject(features: Features) -> bool:
    """Whether a title says no more than what it is about: "Hukum", "Fisika dasar"."""
    return _SUBJECTS.issuperset(telling_words(features.title + features.subtitle))


def _begins_alike(shorter: str, longer: str) -> bool:
    """Whether the longer begins with the shorter, errors of typing apart."""
    return len(shorter) >= _TELLING_LENGTH and ratio(shorter, longer[: len(shorter)]) >= _SIMILAR


def _covers(one: Features, other: Features) -> bool:
    """Whether the other's title stands, word by word, in what the one says of itself, of which it is no small part."""
    telling = telling_words(other.title + other.subtitle)
    return len(telling) >= _FEWEST_COVERED and all_words(one).issuperset(telling)


def _romanised_alike(one: Features, other: Features) -> bool:
    """Whether the consonants of two romanised titles are alike; what both give in their own script must be so, too."""
    if len(one.bones) < 2 or len(other.bones) < 2 or _originals_differ(one, other):
        return False
    these, those = " ".join(one.bones), " ".join(other.bones)
    shorter, longer = sorted((these, those), key=len)
    if len(shorter) < _FEWEST_BONES:
        return these == those
    return longer.startswith(shorter) or (ratio(these, those) >= _BONES_ALIKE and not _a_skeleton_differs(one, other))


def _originals_differ(one: Features, other: Features) -> bool:
    """Whether both give the title in its own script, and each has a word that is quite another there."""
    if not one.original or not other.original:
        return False
    mine, yours = (tuple([word.removeprefix(_ARABIC_ARTICLE) for word in each.original]) for each in (one, other))
    return _one_is_another(mine, yours)


def _a_skeleton_differs(one: Features, other: Features) -> bool:
    """Whether each has a word of quite other consonants: "al-Imām al-Hādī, qudwah" and "al-Imām al-Riḍā, qudwah"."""
    return _one_is_another(one.bones, other.bones)


def _one_is_another(these: tuple[str, ...], those: tuple[str, ...]) -> bool:
    mine, yours = set(these) - set(those), set(those) - set(these)
    ours, theirs = sorted((mine, yours), key=len)
    return bool(theirs) and any(all(ratio(word, another) < _OF_OTHER_BONES for another in theirs) for word in ours)


def _or_generic(code: str, one: Features, other: Features) -> str:
    return "title-generic" if code in _GOOD and (one.is_generic or other.is_generic) else code
