"""Show where the words of a query stand in a text, as escaped HTML with <mark> and nothing else.

The engines search folded tokens and stems made in Python, so their own highlighters can't tell where those came
from. A word is marked whole, its combining marks included; in CJK the characters of each pair that was searched.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from discovery.analysis.fold import fold, marks
from discovery.analysis.stem import stem
from discovery.analysis.tokens import TOKEN, is_cjk, script_runs

_CHARACTER = re.compile(f".[{marks()}]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Highlighter:
    """`tokens` and `beginnings` are folded; `written` are the words whose stems count too, as typed."""

    tokens: frozenset[str]
    beginnings: tuple[str, ...] = ()
    written: tuple[str, ...] = ()

    def mark(self, text: str, languages: tuple[str, ...] = ()) -> str | None:
        """The text with its matches marked; None where nothing matches. `languages` are those to stem in."""
        spans = list(self._spans(text, languages))
        if not spans:
            return None
        pieces: list[str] = []
        end = 0
        for start, stop in spans:
            pieces += (escape(text[end:start]), "<mark>", escape(text[start:stop]), "</mark>")
            end = stop
        return "".join((*pieces, escape(text[end:])))

    def _spans(self, text: str, languages: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        stems = tuple((language, _stems(self.written, language)) for language in languages) if self.written else ()
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

    def _matches(self, word: str, stems: tuple[tuple[str, frozenset[str]], ...]) -> bool:
        folded = fold(word)
        if folded in self.tokens or (self.beginnings and folded.startswith(self.beginnings)):
            return True
        if not stems:
            return False
        written = (word if word.isascii() else unicodedata.normalize("NFC", word)).lower()
        return any(stem(written, language) in searched for language, searched in stems)

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


@lru_cache(maxsize=256)
def _stems(written: tuple[str, ...], language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in written)
