"""Show where the words of a query stand in a text, as escaped HTML with <mark> and nothing else.

The engines search folded tokens and stems made in Python, so their own highlighters can't tell where those came
from. A word is marked whole, its combining marks included; in CJK the characters of each pair that was searched.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from itertools import chain, pairwise

from discovery.analysis.fold import fold, marks
from discovery.analysis.stem import stem
from discovery.analysis.tokens import TOKEN, is_cjk, script_runs

_CHARACTER = re.compile(f".[{marks()}]*", re.DOTALL)
# What stands between two blanks, if it is no longer than this, comes again and again in a catalogue.
_REPEATED = 24
_MOST_KEPT = 16_384

Stems = Sequence[tuple["_Forms", frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Highlighter:
    """`tokens` and `beginnings` are folded; `written` are the words whose stems count too, as typed."""

    tokens: frozenset[str]
    beginnings: tuple[str, ...] = ()
    written: tuple[str, ...] = ()

    def mark(self, text: str, languages: tuple[str, ...] = ()) -> str | None:
        """The text with its matches marked; None where nothing matches. `languages` are those to stem in."""
        stems = [(_stemmed(language), _stems(self.written, language)) for language in languages if self.written]
        # No token reaches across a blank.
        chunks = text.split(" ")
        if not self._may_match(chunks, stems):
            return None
        marked = escape(text).split(" ")
        is_marked = False
        for place, chunk in enumerate(chunks):
            if self._may_match((chunk,), stems) and (found := self._mark(chunk, stems)):
                marked[place] = found
                is_marked = True
        return " ".join(marked) if is_marked else None

    def _may_match(self, chunks: Sequence[str], stems: Stems) -> bool:
        """Most texts of a hit have nothing to mark, and most of their words were read for another hit."""
        if self.beginnings or not self.tokens.isdisjoint(chain.from_iterable(map(_folded().__getitem__, chunks))):
            return True
        for stemmed, searched in stems:
            if not searched.isdisjoint(chain.from_iterable(map(stemmed.__getitem__, chunks))):
                return True
        return False

    def _mark(self, text: str, stems: Stems) -> str | None:
        pieces: list[str] = []
        end = 0
        for start, stop in self._spans(text, stems):
            pieces += (escape(text[end:start]), "<mark>", escape(text[start:stop]), "</mark>")
            end = stop
        return "".join((*pieces, escape(text[end:]))) if pieces else None

    def _spans(self, text: str, stems: Stems) -> Iterator[tuple[int, int]]:
        for word in TOKEN.finditer(text):
            if word[0].isascii():
                if self._matches(word[0], stems):
                    yield word.span()
                continue
            for at, run in script_runs(word[0]):
                start = word.start() + at
                if is_cjk(run):
                    yield from ((start + first, start + last) for first, last in self._cjk_spans(run))
                elif self._matches(run, stems):
                    yield start, start + len(run)

    def _matches(self, word: str, stems: Stems) -> bool:
        folded = fold(word)
        if folded in self.tokens or (self.beginnings and folded.startswith(self.beginnings)):
            return True
        return any(not searched.isdisjoint(stemmed[word]) for stemmed, searched in stems)

    def _cjk_spans(self, run: str) -> Iterator[tuple[int, int]]:
        """The stretches of a CJK run that searched pairs, or searched single characters, cover."""
        characters = [(match.start(), match.end()) for match in _CHARACTER.finditer(run)]
        covered = [fold(run[start:end]) in self.beginnings for start, end in characters]
        for place in range(len(characters) - 1):
            if fold(run[characters[place][0] : characters[place + 1][1]]) in self.tokens:
                covered[place] = covered[place + 1] = True
        start: int | None = None
        for (first, _), is_covered in zip(characters, covered, strict=True):
            if is_covered and start is None:
                start = first
            elif not is_covered and start is not None:
                yield start, first
                start = None
        if start is not None:
            yield start, len(run)


class _Forms(dict[str, tuple[str, ...]]):
    """By what stands between two blanks, the forms under which its words are searched. When full it starts anew."""

    def __init__(self, read: Callable[[str], Iterator[str]]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        forms = tuple(self._read(chunk))
        if len(chunk) <= _REPEATED:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[chunk] = forms
        return forms


@cache
def _folded() -> _Forms:
    return _Forms(_folded_forms)


@cache
def _stemmed(language: str) -> _Forms:
    return _Forms(lambda chunk: (stem(_written(run), language) for run in _runs(chunk) if not is_cjk(run)))


def _folded_forms(chunk: str) -> Iterator[str]:
    for run in _runs(chunk):
        if is_cjk(run):
            characters = _CHARACTER.findall(run)
            yield from (fold(first + second) for first, second in pairwise(characters))
        else:
            yield fold(run)


def _runs(chunk: str) -> Iterator[str]:
    for word in TOKEN.findall(chunk):
        if word.isascii():
            yield word
        else:
            yield from (run for _, run in script_runs(word))


def _written(word: str) -> str:
    """As stemmers need it."""
    return (word if word.isascii() else unicodedata.normalize("NFC", word)).lower()


@lru_cache(maxsize=256)
def _stems(written: tuple[str, ...], language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in written)
