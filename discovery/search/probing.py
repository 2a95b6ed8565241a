"""Short searches that only ask whether another wording would find something, and not too many of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import log

from discovery.search.engine import SearchEngine
from discovery.search.library_names import LibraryNames
from discovery.search.params import SearchParams
from discovery.search.question import ask
from discovery.search.results import Hit, Results

# What a reader who found nothing waits for at most. "the hsitory of java" needs 3, a slip that is a word itself ("form"
# for "from") among five words about 15. Each costs what a search without facets does.
MOST_PROBES = 24
# Up to seven words are a probe's worth, twelve are four: more words cost more and seldom find nothing, because two or
# three of them are enough.
_WORDS_SQUARED = 32
# "law kar* xml il* gunt*": a beginning costs what many words do, and a slip beside it is rarely what was wrong.
_COST_OF_BEGINNING = 7
# "hobit" finds "habit" in forty records, and "hobbit" in ten may have been meant.
_MOST_RIVALS = 2
# Beside its best hit's score, what a wording's number of hits counts. The score of a rare word is high because it is
# rare: for "sejarh" the misprint "sejarhi" on one title page would come before "sejarah" on five hundred.
_COUNT_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Another wording, and what it finds: how many, how well the best one fits, and that one, if it was looked at.

    `rivals` are the next most promising ones of those that were tried with it.
    """

    params: SearchParams
    total: int
    score: float
    first: tuple[Hit, ...] = ()
    rivals: "tuple[Finding, ...]" = ()

    @property
    def promise(self) -> float:
        """Of two wordings the one with more of it was meant."""
        return self.score + _COUNT_WEIGHT * log(self.total)


class Prober:
    """Asks an engine each question once, until its probes are used up; an answer is None where there is nothing, or no
    probe left.
    """

    def __init__(self, engine: SearchEngine, names: LibraryNames) -> None:
        self.engine = engine
        self.names = names
        self.left = MOST_PROBES
        self._answers: dict[SearchParams, Results] = {}

    def look(self, params: SearchParams) -> Finding | None:
        """What a wording finds, if anything."""
        return self.look_each((params,))[0]

    def look_each(self, wordings: Iterable[SearchParams]) -> tuple[Finding | None, ...]:
        """What each of some wordings finds; the engine is asked for all at once."""
        bare = [(params, _bare(params)) for params in wordings]
        new = [each for each in dict.fromkeys(each for _, each in bare) if each not in self._answers]
        asked = [each for each in new if self._pays(each)]
        results = self.engine.search_each([ask(each, self.names).request(()) for each in asked])
        self._answers |= zip(asked, results, strict=True)
        return tuple(_finding(params, self._answers.get(each)) for params, each in bare)

    def best(self, wordings: Iterable[SearchParams]) -> Finding | None:
        """The most promising of some wordings."""
        found = [finding for finding in self.look_each(wordings) if finding is not None]
        found.sort(key=lambda finding: -finding.promise)
        return replace(found[0], rivals=tuple(found[1 : 1 + _MOST_RIVALS])) if found else None

    def _pays(self, params: SearchParams) -> bool:
        typed = " ".join(row.text for row in params.rows)
        cost = max(1, len(typed.split()) ** 2 // _WORDS_SQUARED) + _COST_OF_BEGINNING * typed.count("*")
        is_paid = cost <= self.left
        self.left = self.left - cost if is_paid else 0
        return is_paid


def _bare(params: SearchParams) -> SearchParams:
    return replace(params, sort="relevance", by="edition", page=1, size=1)


def _finding(params: SearchParams, results: Results | None) -> Finding | None:
    if results is None or not results.total:
        return None
    return Finding(params, results.total, results.hits[0].score if results.hits else 0.0, results.hits)
