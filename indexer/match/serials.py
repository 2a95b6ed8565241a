"""What tells two serials of one name apart, or brings them together: who brings them out, and in which years.

Serials have few names of their own ("Jurnal hukum"), and catalogues begin them with the first issue that they have.
"""

from typing import Final

from indexer.match.features import Features
from indexer.match.own_words import words_differ
from indexer.match.spellings import in_one_spelling
from indexer.match.words import word_list

_FILLERS: Final = word_list("publisher_fillers") | word_list("title_fillers")
# What a ministry or an office is called in other years and languages; the rest of its name stays.
_KINDS_OF_BODIES: Final = word_list("kinds_of_bodies")
_LONGEST_ACRONYM: Final = 6
# More words than these are offices that an office is under.
_FEW: Final = 2

House = tuple[str, ...]


def are_of_two_houses(one: Features, other: Features) -> bool:
    """Whether two serials name their publishers, and none of the one is one of the other's: "Fakultas Hukum Universitas
    Indonesia" shares most words with that of Diponegoro, and all words with "Universitas Islam Indonesia".
    """
    return bool(one.houses and other.houses) and not _are_of_one_house(one, other)


def run_on_together(one: Features, other: Features) -> bool:
    """Whether two serials of one title and publisher came out in years that overlap: a catalogue begins a newspaper
    with the first issue it has. Two numbers of one kind, or two places, tell another serial.
    """
    if one.run is None or other.run is None or one.is_generic:
        return False
    if in_one_spelling(one.title) != in_one_spelling(other.title):
        return False
    if max(one.run[0], other.run[0]) >= min(one.run[1], other.run[1]):
        return False
    if not (one.houses and other.houses) or (one.places and other.places and one.places.isdisjoint(other.places)):
        return False
    return not _numbers_differ(one, other) and _are_of_one_house(one, other)


def _are_of_one_house(one: Features, other: Features) -> bool:
    return any(_is_one_house(mine, yours) for mine in one.houses for yours in other.houses)


def _is_one_house(mine: House, yours: House) -> bool:
    """Whether the names share a word that tells, and not each has words of its own, or one some between the shared."""
    shared = {word for word in mine if word in yours}
    if {*mine} - _FILLERS == {*yours} - _FILLERS:
        return True
    these, those = {*mine} - shared, {*yours} - shared
    these, those = _telling(these, those), _telling(those, these)
    if these and those:
        return not words_differ(these, those)
    return not shared <= _FILLERS and not any(_is_parted(name, shared, these | those) for name in (mine, yours))


def _telling(these: set[str], those: set[str]) -> set[str]:
    """The words of one that tell it from the other, without acronyms: "RI" for "Republik Indonesia", "Undip" for
    "Universitas Diponegoro", "U.S." for what is under the United States.
    """
    initials = {word[0] for word in those}
    return {each for each in these - _FILLERS - _KINDS_OF_BODIES if not _is_acronym(each, initials)}


def _is_acronym(word: str, initials: set[str]) -> bool:
    if len(word) > _LONGEST_ACRONYM or word[0] not in initials:
        return False
    return initials.issubset(word) or initials.issuperset(word)


def _is_parted(name: House, shared: set[str], own: set[str]) -> bool:
    """Whether a word of its own stands between two shared ones, "Universitas Islam Indonesia"; a longer name may name
    all the offices that its office is under.
    """
    places = [place for place, word in enumerate(name) if word in shared]
    between = name[places[0] : places[-1]] if places else ()
    return len(own) <= _FEW and not own.isdisjoint(between)


def _numbers_differ(one: Features, other: Features) -> bool:
    schemes = {scheme for scheme, _, _ in one.identifiers} & {scheme for scheme, _, _ in other.identifiers}
    return bool(schemes) and one.identifiers.isdisjoint(other.identifiers)
