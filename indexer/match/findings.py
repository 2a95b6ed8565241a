"""What speaks for or against two records being one edition, one aspect after the other."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from indexer.match.extent_findings import extent_findings
from indexer.match.features import Features
from indexer.match.music import are_other_works, presented_otherwise
from indexer.match.name_findings import author_findings
from indexer.match.part_findings import part_findings
from indexer.match.publication_findings import publication_findings
from indexer.match.title_findings import title_findings
from indexer.match.titles import telling_words

_TEXT_TYPES = frozenset({"book", "manuscript", "thesis", "other"})

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
    frozenset({"pages-apart", "pages-differ", "pages-far", "pages-within", "volumes-differ", "set-and-volume"}),
    frozenset({"edition-differs", "edition-one-sided"}),
)
_ENOUGH, _ENOUGH_IF_GENERIC, _MANY = 2, 3, 2
_OF_A_YEAR = 4
_BOUND_MAPS = frozenset({"map", "book"})
_ATLASES = frozenset({"atlas", "atlases", "atlanten", "atlanti", "اطلس"})
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
    """By their numbers; where not both have some, by the years they name; else by what kinds of edition they are."""
    if not one.edition and not other.edition:
        return
    values = (" ".join(sorted(one.edition)), " ".join(sorted(other.edition)))
    for is_told in (_is_number, _is_year, _is_no_year):
        mine, yours = (frozenset(filter(is_told, marks)) for marks in (one.edition, other.edition))
        if mine and yours:
            yield "edition-differs" if mine.isdisjoint(yours) else "edition-equal", values
            return
    if any(map(_is_no_year, (one.edition | other.edition) - {"1"})):
        yield "edition-one-sided", values


def _is_number(mark: str) -> bool:
    return mark.isdigit() and len(mark) < _OF_A_YEAR


def _is_year(mark: str) -> bool:
    return mark.isdigit() and len(mark) >= _OF_A_YEAR


def _is_no_year(mark: str) -> bool:
    return not _is_year(mark)


def _kinds(one: Features, other: Features) -> Iterator[Finding]:
    if one.carrier != other.carrier:
        yield "carrier-differs", (one.carrier, other.carrier)
    if one.type != other.type:
        near = {one.type, other.type} <= _TEXT_TYPES or _are_atlases(one, other)
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


def _are_atlases(one: Features, other: Features) -> bool:
    """Whether one counts an atlas among the maps, the other among the books."""
    return {one.type, other.type} == _BOUND_MAPS and all(not _ATLASES.isdisjoint(each.title) for each in (one, other))


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
    part_findings,
    _kinds,
)
