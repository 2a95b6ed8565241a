"""What two records' people say for or against their being one edition."""

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from indexer.match.features import Features
from indexer.match.names import any_names_agree, name_elements, names_agree
from indexer.match.romanised import skeletons
from indexer.match.serials import are_of_two_houses
from indexer.match.wordings import written_apart
from indexer.match.words import word_list

Name = frozenset[str]

_PARTICLES = word_list("name_particles")
_FILLERS = word_list("title_fillers")
# "Ianniello, Lynne" and "Ianniello, Lynnne", "Dalla Valle" and "DallaValle".
_MISTYPED = 86
# Of so many letters: "Tolstoy", "Tolstoj"; "Peters" is none of "Petersen".
_TRANSCRIBED, _LONG_NAME = 80, 7


def author_findings(one: Features, other: Features) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Whether the main names agree, are spelt alike, stand in the other's statement of responsibility, or differ."""
    mine, yours = one.creators, other.creators
    if _is_among(one, other) or _is_among(other, one):
        yield "author-agrees", ()
    elif _stand_in(mine, other.responsibility) or _stand_in(yours, one.responsibility):
        yield "author-stated", ()
    elif mine and yours and not written_apart(frozenset[str]().union(*mine), frozenset[str]().union(*yours)):
        yield _unlike(one, other), (_shown(mine[0]), _shown(yours[0]))
    elif mine or yours:
        yield "author-one-sided", ()


def _is_among(one: Features, other: Features) -> bool:
    """Whether the main name of the one is among the other's; a body's is if the one form has every word of the other,
    and of a serial by two publishers only if it is the same: "Universitas Indonesia", "Universitas Islam Indonesia".

    "United States. Congress. Senate" and "United States. Congress. House" share more than they differ in.
    """
    if not one.is_corporate:
        return any_names_agree(one.creators[:1], other.creators)
    main = one.creators[0] - _FILLERS
    if are_of_two_houses(one, other):
        return any(main == name - _FILLERS for name in other.creators)
    return any(main <= name or name - _FILLERS <= main for name in other.creators)


def _unlike(one: Features, other: Features) -> str:
    mine, yours = one.creators, other.creators
    if one.is_corporate and other.is_corporate and are_of_two_houses(one, other):
        return "body-differs"
    if any_names_agree(_people(one), yours) or any_names_agree(mine, _people(other)):
        return "author-shared"
    if any(_spelt_alike(name, another) for name in mine[:2] for another in yours[:2]):
        return "author-similar"
    if any(_transcribed_alike(name, another) for name in _people(one)[:2] for another in _people(other)[:2]):
        return "author-similar"
    if one.bones and other.bones and any(_sound_alike(name, another) for name in mine[:2] for another in yours[:2]):
        return "author-similar"
    # Which body a report is entered under is a matter of the rules of cataloguing.
    return "body-differs" if one.is_corporate or other.is_corporate else "author-differs"


def _people(features: Features) -> tuple[Name, ...]:
    """The names, without the main one where that is a body's."""
    return features.creators[features.is_corporate :]


def _spelt_alike(one: Name, other: Name) -> bool:
    return ratio(_shown(one), _shown(other)) >= _MISTYPED or ratio("".join(sorted(one)), "".join(sorted(other))) >= 90


def _transcribed_alike(one: Name, other: Name) -> bool:
    """Whether a long element is nearly the same, and another begins with the same letter: "Dostoyevsky, Fyodor" under
    one rule of transcription is "Dostoevskij, Fedor Michajlovič" under another.
    """
    near = sorted((ratio(each, another), each, another) for each in one for another in other if len(each) >= _LONG_NAME)
    if not near or near[-1][0] < _TRANSCRIBED:
        return False
    _, surname, another = near[-1]
    return not {each[0] for each in one - {surname}}.isdisjoint([each[0] for each in other - {another}])


def _sound_alike(one: Name, other: Name) -> bool:
    """Whether two romanised names share an element, and their consonants: "ʻAbd al-Raḥmān" is "Abderrahmane" too."""
    these, those = skeletons(one), skeletons(other)
    if set(these).isdisjoint(those):
        return False
    agree = names_agree(frozenset(these), frozenset(those))
    return agree or ratio("".join(sorted("".join(these))), "".join(sorted("".join(those)))) >= _MISTYPED


def _shown(name: Name) -> str:
    return " ".join(sorted(name))


def _stand_in(names: tuple[Name, ...], responsibility: str) -> bool:
    if not names or not responsibility:
        return False
    stated = name_elements(responsibility)
    return any(_is_told(name, stated) for name in names)


def _is_told(name: Name, stated: Name) -> bool:
    """Whether a statement of responsibility names this person: a Muhammad in it alone is nobody in particular."""
    found = name & stated
    if not found or not names_agree(name, found):
        return False
    telling = [element for element in name - _PARTICLES if len(element) > 1]
    initials = {element[0] for element in telling} & stated
    return len(found.intersection(telling)) + len(initials) >= min(2, len(telling))
