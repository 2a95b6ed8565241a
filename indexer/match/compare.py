"""Do two records describe the same edition? A weighted sum of reasons, each of which a cataloguer can read.

Two independent evidences are asked for: an identifier and the title, or the title with author, year and publisher or
extent. A contradiction (another volume, another carrier, another title) outweighs everything else. One ISBN stands on
two different books in most real catalogues, so it never suffices: https://wiki.folio.org and our own partners' files.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from discovery.catalog.record import Record
from indexer.match.features import Features, features_of
from indexer.match.names import any_names_agree, name_elements, names_agree

THRESHOLD = 8.0
CONTRADICTION = -100.0

# Chosen so that an identifier and an equal title, or an equal title, author and year with publisher or extent, pass the
# threshold, and then checked on labelled pairs of real records.
WEIGHTS = {
    "identifier-shared": 6.0,
    "isbn-differs": -6.0,
    "issn-differs": -8.0,
    "lccn-differs": -2.0,
    "title-equal": 4.0,
    "title-proper-equal": 3.0,
    "title-contained": 2.5,
    "title-similar": 2.5,
    "title-generic": 1.0,
    "subtitle-differs": 0.5,
    "title-unlike": -4.0,
    "title-differs": CONTRADICTION,
    "title-number-differs": CONTRADICTION,
    "title-missing": -2.0,
    "author-agrees": 2.5,
    "author-stated": 2.0,
    "author-one-sided": -0.5,
    "author-differs": -4.0,
    "year-equal": 2.0,
    "year-near": 0.5,
    "year-differs": -5.0,
    "publisher-agrees": 1.5,
    "publisher-differs": -1.0,
    "pages-equal": 2.0,
    "pages-near": 1.0,
    "pages-differ": -2.5,
    "volumes-equal": 1.0,
    "volumes-differ": -2.5,
    "edition-equal": 0.5,
    "edition-one-sided": -1.5,
    "edition-differs": -5.0,
    "part-differs": CONTRADICTION,
    "part-one-sided": -6.0,
    "language-differs": -6.0,
    "carrier-differs": CONTRADICTION,
    "type-near": -2.0,
    "type-differs": CONTRADICTION,
    "component-differs": CONTRADICTION,
}
# What an agreeing identifier explains: a reprint's year, a wrong language code.
_EXCUSED_BY_IDENTIFIER = {
    "year-differs": 0.0,
    "language-differs": -1.0,
    "author-differs": -2.0,
    "edition-differs": -3.0,
}
_TEXT_TYPES = frozenset({"book", "manuscript", "thesis", "other"})
_SIMILAR, _UNLIKE = 90, 70


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for (weight > 0) or against two records being one. `values` are what was compared."""

    code: str
    weight: float
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two records are the same edition, and why. `strong` says that they share an identifier and a title."""

    same: bool
    score: float
    reasons: tuple[Reason, ...]
    strong: bool = False

    @property
    def contradicted(self) -> bool:
        """Whether something forbids that the two are ever one."""
        return self.score <= CONTRADICTION / 2


Finding = tuple[str, tuple[str, ...]]


def compare_records(one: Record, other: Record) -> Verdict:
    """Whether these two records describe the same edition."""
    return compare(features_of(one), features_of(other))


def compare(one: Features, other: Features) -> Verdict:
    """The same, for records whose features are known."""
    shared = one.identifiers & other.identifiers
    findings = [finding for judge in _JUDGES for finding in judge(one, other)]
    excused = _EXCUSED_BY_IDENTIFIER if shared else {}
    reasons = tuple(Reason(code, excused.get(code, WEIGHTS[code]), values) for code, values in findings)
    score = sum(reason.weight for reason in reasons)
    same = score >= THRESHOLD
    titled = any(reason.weight > 0 and "title" in reason.code for reason in reasons)
    return Verdict(same, score, reasons, strong=same and bool(shared) and titled)


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
