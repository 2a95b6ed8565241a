"""Do two records describe the same edition? A weighted sum of reasons, each of which a cataloguer can read.

Independent evidences are asked for: an identifier and the title, or the title with two of author, year, publisher
and extent, of which a generic title wants three. A contradiction (another volume, another carrier, another title)
outweighs everything else. Publishers reuse ISBNs and cataloguers mistype them, so that in real catalogues one stands
on two different books: it never suffices.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.match.features import Features
from indexer.match.findings import Finding, findings
from indexer.match.titles import telling_words
from indexer.match.weights import (
    ANOTHER_EXTENT,
    CONTRADICTION,
    DECIDED,
    EXCUSED_BY_IDENTIFIER,
    EXCUSED_BY_IMPRINT,
    FEWEST_TELLING_PAGES,
    FEWEST_TELLING_WORDS,
    OF_SCORES,
    SAME_IMPRINT,
    THRESHOLD,
    TITLE_CODES,
    WEIGHTS,
)


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for (weight > 0) or against two records being one. `values` are what was compared."""

    code: str
    weight: float
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two records are the same edition, and why. `strong` says that they share an identifier and a title and
    differ in no extent, so that one partner may have described a thing twice; `decided` that a librarian said so; what
    the comparison found is among the reasons all the same.
    """

    same: bool
    score: float
    reasons: tuple[Reason, ...]
    strong: bool = False
    decided: bool = False

    @property
    def contradicted(self) -> bool:
        """Whether something forbids that the two are ever one."""
        return self.score <= CONTRADICTION / 2


def compare(one: Features, other: Features) -> Verdict:
    """Whether the records of these features describe the same edition."""
    found = findings(one, other)
    titled = any(WEIGHTS[code] >= 0 for code, _ in found if code in TITLE_CODES)
    common = one.identifiers & other.identifiers
    of_journal = _is_of_their_journal(common, one, other)
    shared = bool(common) and titled and not of_journal
    imprint = not shared and _of_one_imprint(one, other, found, titled=titled)
    excused = EXCUSED_BY_IDENTIFIER if shared else EXCUSED_BY_IMPRINT if imprint else {}
    if not shared and one.type == other.type == "score":
        excused = excused | OF_SCORES
    if of_journal:
        found = [("issn-shared" if code == "identifier-shared" else code, values) for code, values in found]
    reasons = tuple([_weighed(code, values, excused, titled=titled) for code, values in found])
    score = round(sum(reason.weight for reason in reasons), 2)
    same = score >= THRESHOLD
    strong = same and shared and ANOTHER_EXTENT.isdisjoint([code for code, _ in found])
    return Verdict(same, score, reasons, strong)


def _of_one_imprint(one: Features, other: Features, found: Sequence[Finding], *, titled: bool) -> bool:
    """Whether one publisher brought both out in one year with one number of pages, no leaflet's, and either long titles
    or like ones under one name.
    """
    codes = frozenset([code for code, _ in found])
    return (
        codes >= SAME_IMPRINT
        and one.pages[0] >= FEWEST_TELLING_PAGES
        and (
            (titled and "author-agrees" in codes)
            or all(len(telling_words(each.title + each.subtitle)) >= FEWEST_TELLING_WORDS for each in (one, other))
        )
    )


def _is_of_their_journal(common: frozenset[tuple[str, str, str]], one: Features, other: Features) -> bool:
    """Whether two have no number in common but an ISSN, and neither is a serial: it is that of the journal whose issues
    they are, catalogued one by one, or of their series.
    """
    if not common or "serial" in (one.type, other.type):
        return False
    return all(scheme == "issn" for scheme, _, _ in common)


def _weighed(code: str, values: tuple[str, ...], excused: Mapping[str, float], *, titled: bool) -> Reason:
    """A number that stands on two titles is a publisher's or a cataloguer's slip, and says nothing."""
    if code == "identifier-shared" and not titled:
        code = "identifier-reused"
    return Reason(code, excused.get(code, WEIGHTS[code]), values)


def decide(verdict: Verdict, *, same: bool) -> Verdict:
    """What a librarian's word makes of a comparison."""
    reason = Reason("decided-same", DECIDED) if same else Reason("decided-apart", CONTRADICTION)
    score = DECIDED if same else CONTRADICTION
    return Verdict(same, score, (reason, *verdict.reasons), strong=same, decided=True)
