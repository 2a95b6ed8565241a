"""Other searches that may serve better: words of the catalogue in place of those it doesn't have."""

from dataclasses import dataclass, replace

from discovery.analysis.fold import fold
from discovery.analysis.spelling import nearest
from discovery.analysis.tokens import TOKEN, is_cjk
from discovery.search.engine import SearchEngine
from discovery.search.params import SearchParams

# Each word asks the engine once; what is longer is no slip of the finger.
_MOST_WORDS = 8
_SHORTEST = 3
_CANDIDATES = 20


@dataclass(frozen=True, slots=True)
class SuggestedQuery:
    """Another search that may serve better, as words to show and parameters to run."""

    text: str
    params: SearchParams


def spelling_suggestions(engine: SearchEngine, params: SearchParams) -> tuple[SuggestedQuery, ...]:
    """The same search with each word that the catalogue lacks replaced by the nearest that it has."""
    rows = tuple(replace(row, text=_respelled(engine, row.text)) for row in params.rows)
    if rows == params.rows:
        return ()
    return (SuggestedQuery(" ".join(row.text for row in rows), replace(params, rows=rows, page=1, notes=())),)


def _respelled(engine: SearchEngine, text: str) -> str:
    """The text with its unknown words replaced, all its other characters as they were typed."""
    found = [match for match in TOKEN.finditer(text) if _may_be_misspelt(match[0])]
    if len(found) > _MOST_WORDS:
        return text
    pieces: list[str] = []
    end = 0
    for match in found:
        better = _better(engine, fold(match[0]))
        if better:
            pieces += (text[end : match.start()], better)
            end = match.end()
    return "".join((*pieces, text[end:]))


def _may_be_misspelt(word: str) -> bool:
    """Not numbers, not CJK, not AND and OR."""
    return len(word) >= _SHORTEST and word.isalpha() and not is_cjk(word)


def _better(engine: SearchEngine, folded: str) -> str | None:
    candidates = [(word.text, word.count) for word in engine.words(near=folded, size=_CANDIDATES)]
    if any(text == folded for text, _ in candidates):
        return None
    return nearest(folded, candidates)
