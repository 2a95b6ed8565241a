"""Short searches that only ask whether another wording would find something, and not too many of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import log

from discovery.search.engine import SearchEngine
from discovery.search.library_names import LibraryNames
from discovery.search.params import SearchParams
from discovery.search.question import ask

# What a reader who found nothing waits for at most. "the hsitory of java" needs 3, a title of twelve words with a
# slip that is a word itself ("form" for "from") about 20.
MOST_PROBES = 32
# "law kar* xml il* gunt* d*": a beginning costs what many words do, and a slip beside it is rarely what was wrong.
_COST_OF_BEGINNING = 3
# Beside its best hit's score, what a wording's number of hits counts. The score of a rare word is high because it is
# rare: for "sejarh" the misprint "sejarhi" on one title page would come before "sejarah" on five hundred.
_COUNT_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Another wording, and what it finds: how many, and how well the best one fits."""

    params: SearchParams
    total: int
    score: float

    @property
    def promise(self) -> float:
        """Of two wordings the one with more of it was meant."""
        return self.score + _COUNT_WEIGHT * log(self.total)


class Prober:
    """Asks an engine, until its probes are used up; an answer is None where there is nothing, or no probe left."""

    def __init__(self, engine: SearchEngine, names: LibraryNames) -> None:
        self.engine = engine
        self.names = names
        self.left = MOST_PROBES

    def look(self, params: SearchParams) -> Finding | None:
        """What a wording finds, if anything."""
        if self.left <= 0:
            return None
        cost = 1 + _COST_OF_BEGINNING * sum(row.text.count("*") for row in params.rows)
        self.left = max(0, self.left - cost)
        bare = replace(params, sort="relevance", by="edition", page=1, size=1, explain=False)
        results = self.engine.search(ask(bare, self.names).request(()))
        if not results.total:
            return None
        return Finding(params, results.total, results.hits[0].score if results.hits else 0.0)

    def best(self, wordings: Iterable[SearchParams]) -> Finding | None:
        """The most promising of some wordings."""
        found = [finding for finding in map(self.look, wordings) if finding is not None]
        return max(found, key=lambda finding: finding.promise) if found else None
