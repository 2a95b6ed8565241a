"""What speaks for or against two records being one edition, one aspect after the other."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace
from rapidfuzz.fuzz import ratio

from indexer.match.extent_findings import extent_findings
from indexer.match.features import Features
from indexer.match.music import are_other_works, presented_otherwise
from indexer.match.name_findings import author_findings
from indexer.match.own_words import all_words, numbers_among, words_differ
from indexer.match.part_numbers import numbers_of_part
from indexer.match.plain_titles import MOST_DIGITS
from indexer.match.publication_findings import publication_findings
from indexer.match.statements import number_in_word
from indexer.match.title_findings import title_findings
from indexer.match.titles import telling_words

_TEXT_TYPES = frozenset({"book", "manuscript", "thesis", "other"})
_SIMILAR = 90

# A reason's code and what was compared.
Finding = tuple[str, tuple[str, ...]]


_EXTENTS_AGREE = frozenset({"pages-equal", "pages-among", "pages-near", "volumes-equal"})
# Aspects of an edition besides its title, with the reasons that say that two records agree, or differ, in them.
_AGREE = (
    frozenset({"author-agrees", "author-stated", "author-shared", "author-similar"}),
    frozenset({"year-equal", "year-among", "year-possible"}),
    frozenset({"publisher-agrees", "publisher-named", "series-equal"}),
    _EXTENTS_AGREE,
)
_DIFFER = (
    frozenset({"author-differs", "body-differs"}),
    frozenset({"year-near", "year-close", "year-differs"}),
    frozenset({"publisher-differs", "place-differs"}),
    frozenset({"pages-apart", "pages-differ", "pages-within", "volumes-differ", "set-and-volume"}),
    frozenset({"edition-differs", "edition-one-sided"}),
)
_ENOUGH, _ENOUGH_IF_GENERIC, _MANY = 2, 3, 2
# "Francesca da Rimini" is called so in Italian and in English.
_LONG_TITLE = 4


def findings(one: Features, other: Features) -> list[Finding]:
    """Every reason that can be found, in the order in which a cataloguer would look; what they come to is the last."""
    one, other = _with_its_part(one, other), _with_its_part(other, one)
    found = [finding for judge in _JUDGES for finding in judge(one, other)]
    codes = frozenset([code for code, _ in found])
    found += [(code, ()) for code in _summed_up(codes)]
    return found


def _with_its_part(one: Features, other: Features) -> Features:
    """What one side has at the end of its title ("Naruto 5") as a part, where the other gives it as one ("5")."""
    if one.volumes or not other.volumes or one.title[:-1] != other.title or other.volumes != {*one.title[-1:]}:
        return one
    return replace(one, title=other.title, volumes=other.volumes)


def _summed_up(codes: frozenset[str]) -> Iterator[str]:
    """No title is enough by itself, a generic one least; and small differences in several aspects are a large one."""
    agreeing = sum(not aspect.isdisjoint(codes) for aspect in _AGREE)
    if "identifier-shared" not in codes:
        enough = _ENOUGH_IF_GENERIC if "title-generic" in codes else _ENOUGH
        if agreeing < enough or ("title-subject" in codes and _EXTENTS_AGREE.isdisjoint(codes)):
            yield "agreements-few"
        if sum(not aspect.isdisjoint(codes) for aspect in _DIFFER) >= _MANY:
            yield "differences-many"


def _identifiers(one: Features, other: Features) -> Iterator[Finding]:
    if shared := one.identifiers & other.identifiers:
        yield "identifier-shared", tuple(sorted(f"{scheme} {value}" for scheme, _, value in shared))
        return
    if not one.identifiers or not other.identifiers:
        return
    for scheme in ("isbn", "issn", "ismn", "lccn"):
        these = tuple(value for kind, _, value in one.identifiers if kind == scheme)
        those = tuple(value for kind, _, value in other.identifiers if kind == scheme)
        if these and those:
            yield f"{scheme}-differs", (*sorted(these), *sorted(those))


def _editions(one: Features, other: Features) -> Iterator[Finding]:
    values = (" ".join(sorted(one.edition)), " ".join(sorted(other.edition)))
    if one.edition and other.edition:
        numbers, others = _numbers(one.edition), _numbers(other.edition)
        agree = bool(numbers & others) if numbers and others else bool(one.edition & other.edition)
        yield "edition-equal" if agree else "edition-differs", values
    elif (one.edition or other.edition) - {"1"}:
        yield "edition-one-sided", values


def _numbers(marks: frozenset[str]) -> frozenset[str]:
    return frozenset([mark for mark in marks if mark.isdigit()])


def _parts(one: Features, other: Features) -> Iterator[Finding]:
    mine, yours = " ".join(sorted(one.volumes - other.volumes)), " ".join(sorted(other.volumes - one.volumes))
    if one.volumes and other.volumes:
        # "Jilid 2" and "Jilid 2, Aljabar" may be one; two quadrangles of one series of maps are not.
        if mine and yours and (ratio(mine, yours) < _SIMILAR or _say_other_words(mine, yours)):
            yield "part-differs", (mine, yours)
    elif one.volumes or other.volumes:
        stated = _says(other, mine) if mine else _says(one, yours)
        yield "part-stated" if stated else "part-one-sided", (mine, yours)
    elif not one.identifiers & other.identifiers and (number := _number_of_one(one.title, other.title)):
        yield "part-one-sided", (number,)


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
        return numbers_of_part(more)
    last = more[0]
    return number_in_word(last) if len(last) > 1 and not last.isdigit() else ""


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


def _kinds(one: Features, other: Features) -> Iterator[Finding]:
    if one.carrier != other.carrier:
        yield "carrier-differs", (one.carrier, other.carrier)
    if one.type != other.type:
        near = one.type in _TEXT_TYPES and other.type in _TEXT_TYPES
        yield "type-near" if near else "type-differs", (one.type, other.type)
    if one.forms != other.forms:
        yield "form-differs", (", ".join(sorted(one.forms)), ", ".join(sorted(other.forms)))
    same_pages = bool(one.pages) and one.pages == other.pages
    if presented_otherwise(one.presentation, other.presentation, same_pages=same_pages):
        yield "presentation-differs", (one.presentation, other.presentation)
    if are_other_works(one.work_numbers, other.work_numbers):
        yield "work-differs", (_numbered(one), _numbered(other))
    if one.is_component != other.is_component:
        yield "component-differs", ()
    if one.languages and other.languages and not one.languages & other.languages:
        yield _language(one, other), (" ".join(sorted(one.languages)), " ".join(sorted(other.languages)))


def _numbered(features: Features) -> str:
    return ", ".join(sorted(map(" ".join, features.work_numbers)))


def _language(one: Features, other: Features) -> str:
    """A translation has a title of its own: where long ones are the same word by word, a code was mistyped."""
    mine, yours = telling_words(one.title + one.subtitle), telling_words(other.title + other.subtitle)
    return "language-doubted" if mine == yours and len(mine) >= _LONG_TITLE else "language-differs"


_JUDGES: tuple[Callable[[Features, Features], Iterator[Finding]], ...] = (
    _identifiers,
    title_findings,
    author_findings,
    publication_findings,
    extent_findings,
    _editions,
    _parts,
    _sheets,
    _kinds,
)
