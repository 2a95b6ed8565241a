"""What a record has and what was wrong with it, as bits that the store can count."""

from collections import Counter
from collections.abc import Iterable, Mapping

from discovery.catalog.quality import ASPECTS, PROBLEMS, Example, Found, Quality, Refused
from discovery.catalog.record import Record

_PROBLEM_BITS = {problem: 1 << place for place, problem in enumerate(PROBLEMS, len(ASPECTS))}
_TITLE, _AUTHOR, _IDENTIFIERS, _SUBJECTS, _LANGUAGE, _CLASS, _YEAR, _HOLDINGS = (1 << each for each in range(8))
# Enough to see what is meant.
EXAMPLES, REFUSED = 3, 20


def quality_bits(record: Record, problems: Iterable[str]) -> int:
    """One bit for each of `ASPECTS` that the record has and each of the problems that has a place in `PROBLEMS`."""
    told = record.description
    bits = _TITLE
    if told.contributors:
        bits |= _AUTHOR
    if told.subjects:
        bits |= _SUBJECTS
    if told.language_basis == "coded":
        bits |= _LANGUAGE
    if told.classifications:
        bits |= _CLASS
    if told.publication.year is not None:
        bits |= _YEAR
    if record.holdings:
        bits |= _HOLDINGS
    for identifier in told.identifiers:
        if identifier.is_key:
            bits |= _IDENTIFIERS
            break
    for problem in problems:
        bits |= _PROBLEM_BITS.get(problem, 0)
    return bits


def problems_in(bits: int) -> tuple[str, ...]:
    """The problems that these bits stand for."""
    return tuple(problem for problem, bit in _PROBLEM_BITS.items() if bits & bit)


def quality_of(
    counted: Mapping[int, int],
    examples: Mapping[str, tuple[Example, ...]],
    rejected: int = 0,
    refused: tuple[Refused, ...] = (),
) -> Quality:
    """The report on records of which `counted` says how many have the same bits; 0 stands for "nobody looked"."""
    having: Counter[str] = Counter()
    problems: Counter[str] = Counter()
    for bits, records in counted.items():
        for place, aspect in enumerate(ASPECTS):
            having[aspect] += records if bits >> place & 1 else 0
        for problem in problems_in(bits):
            problems[problem] += records
    return Quality(
        records=sum(counted.values()) - counted.get(0, 0),
        having=tuple((aspect, having[aspect]) for aspect in ASPECTS),
        problems=tuple(
            Found(problem, problems[problem], examples.get(problem, ())) for problem in PROBLEMS if problems[problem]
        ),
        rejected=rejected,
        refused=refused,
        unassessed=counted.get(0, 0),
    )
