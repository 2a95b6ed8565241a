"""Show where the words of a query stand in a text, as escaped HTML with <mark> and nothing else.

The engines search folded tokens and stems made in Python, so their own highlighters can't tell where those came
from. A word is marked whole, its combining marks included; in CJK the characters of each pair that was searched.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from html import escape
from itertools import chain, pairwise

from discovery.analysis.fold import fold, marks
from discovery.analysis.kept import REPEATED, Kept
from discovery.analysis.stem import stem
from discovery.analysis.tokens import TOKEN, in_lower_case, is_cjk, script_runs

_CHARACTER = re.compile(f".[{marks()}]*", re.DOTALL)
_LEAST_KEPT = 8_192

# Before a stem among the forms of a word, so that it is no folded word.
_STEM = "~"


@dataclass(frozen=True, slots=True)
class Highlighter:
    """`tokens` and `beginnings` are folded; `written` are the words whose stems count too, as typed. Thread-safe."""

    tokens: frozenset[str]
    beginnings: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    _by_languages: "dict[tuple[str, ...], Searches]" = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def mark(self, text: str, languages: tuple[str, ...] = ()) -> str | None:
        """The text with its matches marked; None where nothing matches. `languages` are those to stem in."""
        searches = self._by_languages.get(languages)
        if searches is None:
            searches = self._by_languages[languages] = self._searches(languages)
        # No token reaches across a blank.
        chunks = text.split(" ")
        if not self._may_match(chunks, searches):
            return None
        marked = escape(text).split(" ")
        is_marked = False
        for place, chunk in enumerate(chunks):
            if self._may_match((chunk,), searches) and (found := self._mark(chunk, searches)):
                marked[place] = found
                is_marked = True
        return " ".join(marked) if is_marked else None

    def _searches(self, languages: tuple[str, ...]) -> "Searches":
        """In each language's forms the folded words, and the stems that were typed."""
        if not self.written or not languages:
            return ((_forms(""), self.tokens),)
        return tuple((_forms(language), self.tokens | _stems(self.written, language)) for language in languages)

    def _may_match(self, chunks: Sequence[str], searches: "Searches") -> bool:
        """Most texts of a hit have nothing to mark, and most of their words were read for another hit."""
        if self.beginnings:
            return True
        for forms, searched in searches:
            if not searched.isdisjoint(chain.from_iterable(map(forms.__getitem__, chunks))):
                return True
        return False

    def _mark(self, text: str, searches: "Searches") -> str | None:
        if not self.beginnings and text.isalnum() and text.isascii():
            return f"<mark>{text}</mark>"
        pieces: list[str] = []
        end = 0
        for start, stop in self._spans(text, searches):
            pieces += (escape(text[end:start]), "<mark>", escape(text[start:stop]), "</mark>")
            end = stop
        return "".join((*pieces, escape(text[end:]))) if pieces else None

    def _spans(self, text: str, searches: "Searches") -> Iterator[tuple[int, int]]:
        for word in TOKEN.finditer(text):
            for at, run in _placed_runs(word[0]):
                start = word.start() + at
                if is_cjk(run):
                    yield from ((start + first, start + last) for first, last in self._cjk_spans(run))
                elif self._matches(run, searches):
                    yield start, start + len(run)

    def _matches(self, word: str, searches: "Searches") -> bool:
        if self.beginnings and fold(word).startswith(self.beginnings):
            return True
        return any(not searched.isdisjoint(forms[word]) for forms, searched in searches)

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


def _read_forms(language: str, chunk: str) -> tuple[str, ...]:
    """The forms under which the words between two blanks are found: folded, and their stems in one language."""
    return tuple(_each_form(language, chunk))


def _each_form(language: str, chunk: str) -> Iterator[str]:
    for word in TOKEN.findall(chunk):
        for _, run in _placed_runs(word):
            if is_cjk(run):
                yield from (fold(first + second) for first, second in pairwise(_CHARACTER.findall(run)))
                continue
            yield fold(run)
            if language:
                yield _STEM + stem(run.lower() if run.isascii() else in_lower_case(run), language)


# What all hits and searches share: forms by what stands between two blanks.
Forms = Kept[str, tuple[str, ...]]
Searches = tuple[tuple[Forms, frozenset[str]], ...]


@cache
def _forms(language: str) -> Forms:
    return Kept(partial(_read_forms, language), _LEAST_KEPT, REPEATED)


def _placed_runs(word: str) -> list[tuple[int, str]]:
    return [(0, word)] if word.isascii() else script_runs(word)


@lru_cache(maxsize=256)
def _stems(written: tuple[str, ...], language: str) -> frozenset[str]:
    return frozenset(_STEM + stem(word, language) for word in written)
