"""What the parts that two records are of say for or against their being one edition: volumes, sheets, a set."""

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from indexer.match.features import Features
from indexer.match.own_words import all_words, numbers_among, words_differ
from indexer.match.part_numbers import numbers_of_part
from indexer.match.plain_titles import MOST_DIGITS
from indexer.match.statements import number_in_word, roman_in_word

Finding = tuple[str, tuple[str, ...]]

_SIMILAR = 90


def part_findings(one: Features, other: Features) -> Iterator[Finding]:
    """Whether both are the same part, or one is the whole; and, of maps, the same sheet."""
    yield from _parts(one, other)
    yield from _sheets(one, other)


def _parts(one: Features, other: Features) -> Iterator[Finding]:
    mine, yours = " ".join(sorted(one.volumes - other.volumes)), " ".join(sorted(other.volumes - one.volumes))
    if one.volumes and other.volumes:
        # "Jilid 2" and "Jilid 2, Aljabar" may be one; two quadrangles of one series of maps are not.
        if mine and yours and (ratio(mine, yours) < _SIMILAR or _say_other_words(mine, yours)):
            yield "part-differs", (mine, yours)
    elif one.volumes or other.volumes:
        stated = _says(other, mine) if mine else _says(one, yours)
        yield "part-stated" if stated else "part-one-sided", (mine, yours)
    elif _is_volume_of(one, other) or _is_volume_of(other, one):
        yield "part-one-sided", (" ".join(one.title), " ".join(other.title))
    elif (number := _number_of_one(one.title, other.title)) and _is_no_slip(one, other):
        yield "part-one-sided", (number,)


def _is_volume_of(volume: Features, whole: Features) -> bool:
    """Whether the one stands with a number in a series that is called like the other: the set's own description."""
    if not volume.series or volume.title == whole.title:
        return False
    series = {title for title, number in volume.series if number}
    if whole.title not in series:
        return False
    return series.isdisjoint([title for title, _ in whole.series])


def _is_no_slip(one: Features, other: Features) -> bool:
    """Whether a number in one title alone tells a volume; with one identifier on both only if the other is a set."""
    volumes = (*one.volume_counts, *other.volume_counts)
    return not one.identifiers & other.identifiers or max(volumes, default=1) > 1


def _number_of_one(mine: tuple[str, ...], yours: tuple[str, ...]) -> str:
    """The number by which alone the longer title is longer, with what it counts or without: "Ketika cinta bertasbih 2",
    "Sejarah nasional Indonesia jilid 2", "Matematika kelas 8 semester 1"; "Malcolm X" has none.
    """
    shorter, longer = sorted((mine, yours), key=len)
    more = longer[len(shorter) :]
    if not shorter or not more or longer[: len(shorter)] != shorter:
        return ""
    if all(word.isdigit() and len(word) <= MOST_DIGITS for word in more):
        return " ".join(more)
    if len(more) > 1:
        return numbers_of_part(more) or _number_behind(more)
    last = more[0]
    return number_in_word(last) if len(last) > 1 and not last.isdigit() else ""


def _number_behind(more: tuple[str, ...]) -> str:
    """The one number in words that end in it: "edisi keempat 2", as "jilid 2" is kept; not that of "jilid I-VI"."""
    numbers = [word for word in more if word.isdigit() or roman_in_word(word)]
    return more[-1] if numbers == [more[-1]] and len(more[-1]) < MOST_DIGITS else ""


def _sheets(one: Features, other: Features) -> Iterator[Finding]:
    """Sheets of one series of maps bear its title, and their own beside it: "Lyme quadrangle", "Hanover quadrangle"."""
    if one.type != "map" or other.type != "map" or one.volumes or other.volumes or one.identifiers & other.identifiers:
        return
    mine, yours = one.other_titles - other.other_titles, other.other_titles - one.other_titles
    these, those = ({word for title in titles for word in title} for titles in (mine, yours))
    if words_differ(these - those - all_words(other), those - these - all_words(one)):
        yield "part-differs", (_shown_titles(mine), _shown_titles(yours))


def _shown_titles(titles: frozenset[tuple[str, ...]]) -> str:
    return ", ".join(sorted(map(" ".join, titles)))


def _say_other_words(mine: str, yours: str) -> bool:
    """Whether two designations alike at first sight have words of their own: "F1, Lawrence", "F3, Lowell"."""
    these, those = set(mine.split()), set(yours.split())
    return words_differ(these - those, those - these)


def _says(features: Features, designation: str) -> bool:
    """Whether the part that one side gives as such stands in the other's title or statement of responsibility."""
    said = all_words(features)
    numbers = numbers_among(said)
    return all(word in said or word in numbers for word in designation.split())
