"""The records before and after one of a search's hits."""

from dataclasses import dataclass, replace

from discovery.search.engine import SearchEngine
from discovery.search.library_names import LibraryNames
from discovery.search.narrowed import narrowed_answer
from discovery.search.params import SearchParams
from discovery.search.question import ask
from discovery.search.request import WINDOW


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Ids of the hits around number `number` (from 1) of `total`; "" at either end, and past the window of hits."""

    number: int
    total: int
    previous: str
    following: str


def neighbours(
    engine: SearchEngine, names: LibraryNames, params: SearchParams, number: int, record_id: str
) -> Neighbours | None:
    """Where a record stands among a search's hits; None when it is no longer number `number` of them.

    The search is the one that the reader was shown, another wording included. Raises EngineError only.
    """
    if not 1 <= number <= WINDOW:
        return None
    first = max(0, number - 2)
    found = narrowed_answer(engine, ask(replace(params, page=1, size=1), names), (), names)
    request = replace(found.question.request(()), offset=first, size=min(3, WINDOW - first))
    results = engine.search(request)
    ids = [hit.id for hit in results.hits]
    at = number - 1 - first
    if at >= len(ids) or ids[at] != record_id:
        return None
    total = results.total if results.works is None else results.works
    return Neighbours(number, total, ids[at - 1] if at else "", ids[at + 1] if at + 1 < len(ids) else "")
