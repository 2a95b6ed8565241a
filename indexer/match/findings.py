"""What speaks for or against two records being one edition, one aspect after the other."""

from collections.abc import Callable, Iterator

from rapidfuzz.fuzz import ratio

from indexer.match.features import Features
from indexer.match.names import any_names_agree, name_elements, names_agree
from indexer.match.weights import WEIGHTS

_TEXT_TYPES = frozenset({"book", "manuscript", "thesis", "other"})
_SIMILAR, _UNLIKE = 90, 70

# A reason's code and what was compared.
Finding = tuple[str, tuple[str, ...]]


def findings(one: Features, other: Features) -> Iterator[Finding]:
    """Every reason that can be found, in the order in which a cataloguer would look."""
    for judge in _JUDGES:
        yield from judge(one, other)


def _identifiers(one: Features, other: Features) -> Iterator[Finding]:
    if shared := one.identifiers & other.identifiers:
        yield "identifier-shared", tuple(sorted(f"{scheme} {value}" for scheme, _, value in shared))
        return
    if not one.identifiers or not other.identifiers:
        return
    for scheme in ("isbn", "issn", "lccn"):
        these = tuple(value for kind, _, value in one.identifiers if kind == scheme)
        those = tuple(value for kind, _, value in other.identifiers if kind == scheme)
        if these and those:
            yield f"{scheme}-differs", (*sorted(these), *sorted(those))


def _titles(one: Features, other: Features) -> Iterator[Finding]:
    if one.original and one.original == other.original:
        yield _or_generic("title-equal", one, other), (" ".join(one.original),)
        return
    if not one.title or not other.title:
        yield "title-missing", ()
        return
    mine, yours = one.title + one.subtitle, other.title + other.subtitle
    values = (" ".join(mine), " ".join(yours))
    code = "title-equal" if mine == yours else _near_title(one, other, *values)
    yield _or_generic(code, one, other) if WEIGHTS[code] > 0 else code, values


def _near_title(one: Features, other: Features, mine: str, yours: str) -> str:
    if one.title == other.title:
        if not (one.subtitle and other.subtitle):
            return "title-proper-equal"
        return _graded(mine, yours, below="subtitle-differs")
    shorter, longer = sorted((mine, yours), key=len)
    if longer.startswith(shorter + " "):
        return "title-contained"
    return _graded(mine, yours, below="")


def _graded(mine: str, yours: str, below: str) -> str:
    likeness = ratio(mine, yours, score_cutoff=_UNLIKE)
    if not likeness:
        return below or "title-differs"
    these, those = ({word for word in text.split() if word.isdigit()} for text in (mine, yours))
    if not (these <= those or those <= these):
        # "Laporan tahunan 1998" and "… 1999" are one letter apart.
        return "title-number-differs"
    return "title-similar" if likeness >= _SIMILAR else below or "title-unlike"


def _or_generic(code: str, one: Features, other: Features) -> str:
    return "title-generic" if one.is_generic or other.is_generic else code


def _authors(one: Features, other: Features) -> Iterator[Finding]:
    mine, yours = one.creators, other.creators
    if (mine and yours and any_names_agree(mine[:1], yours)) or any_names_agree(yours[:1], mine):
        yield "author-agrees", ()
    elif _stand_in(mine, other.responsibility) or _stand_in(yours, one.responsibility):
        yield "author-stated", ()
    elif mine and yours:
        yield "author-differs", (" ".join(sorted(mine[0])), " ".join(sorted(yours[0])))
    elif mine or yours:
        yield "author-one-sided", ()


def _stand_in(names: tuple[frozenset[str], ...], responsibility: str) -> bool:
    if not names or not responsibility:
        return False
    stated = name_elements(responsibility)
    return any(names_agree(name, name & stated) for name in names if name & stated)


def _years(one: Features, other: Features) -> Iterator[Finding]:
    if one.year is None or other.year is None:
        return
    distance = abs(one.year - other.year)
    code = "year-equal" if distance == 0 else "year-near" if distance == 1 else "year-differs"
    yield code, (str(one.year), str(other.year))


def _publishers(one: Features, other: Features) -> Iterator[Finding]:
    if one.publishers and other.publishers:
        shared = one.publishers & other.publishers
        yield "publisher-agrees" if shared else "publisher-differs", tuple(sorted(shared))


def _extents(one: Features, other: Features) -> Iterator[Finding]:
    if one.pages is not None and other.pages is not None:
        distance = abs(one.pages - other.pages)
        values = (str(one.pages), str(other.pages))
        if distance == 0:
            yield "pages-equal", values
        elif distance <= max(4, max(one.pages, other.pages) // 33):
            yield "pages-near", values
        elif distance > max(one.pages, other.pages) // 10:
            yield "pages-differ", values
    mine, yours = one.volume_count, other.volume_count
    if mine is not None and yours is not None:
        yield "volumes-equal" if mine == yours else "volumes-differ", (str(mine), str(yours))
    elif ((mine or 1) > 1 and other.pages is not None) or ((yours or 1) > 1 and one.pages is not None):
        # A set beside one of its volumes, or beside another edition in one volume.
        yield "volumes-differ", (str(mine or 1), str(yours or 1))


def _editions(one: Features, other: Features) -> Iterator[Finding]:
    values = (" ".join(sorted(one.edition)), " ".join(sorted(other.edition)))
    if one.edition and other.edition:
        yield "edition-equal" if one.edition & other.edition else "edition-differs", values
    elif (one.edition or other.edition) - {"1"}:
        yield "edition-one-sided", values


def _parts(one: Features, other: Features) -> Iterator[Finding]:
    mine, yours = " ".join(sorted(one.volumes - other.volumes)), " ".join(sorted(other.volumes - one.volumes))
    if one.volumes and other.volumes:
        # "Jilid 2" and "Jilid 2, Aljabar" may be one; two quadrangles of one series of maps are not.
        if mine and yours and ratio(mine, yours) < _SIMILAR:
            yield "part-differs", (mine, yours)
    elif one.volumes or other.volumes:
        yield "part-one-sided", (mine, yours)


def _kinds(one: Features, other: Features) -> Iterator[Finding]:
    if one.carrier != other.carrier:
        yield "carrier-differs", (one.carrier, other.carrier)
    if one.type != other.type:
        near = one.type in _TEXT_TYPES and other.type in _TEXT_TYPES
        yield "type-near" if near else "type-differs", (one.type, other.type)
    if one.is_component != other.is_component:
        yield "component-differs", ()
    if one.languages and other.languages and not one.languages & other.languages:
        yield "language-differs", (" ".join(sorted(one.languages)), " ".join(sorted(other.languages)))


_JUDGES: tuple[Callable[[Features, Features], Iterator[Finding]], ...] = (
    _identifiers,
    _titles,
    _authors,
    _years,
    _publishers,
    _extents,
    _editions,
    _parts,
    _kinds,
)
