"""The language of a record whose cataloguer didn't code it: undecided rather than wrong, and marked as detected."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from discovery.catalog.record import Description, LanguageBasis
from indexer.enrich.detection import detect
from indexer.enrich.han import language_of_han
from indexer.enrich.scripts import language_of_script

# Below it langdetect guesses: "Java" is Croatian to it, "Carita Parahiyangan" Tagalog.
ENOUGH_LETTERS = 25


@dataclass(frozen=True, slots=True)
class LanguagePrior:
    """How many of a partner's coded records are in each language, most first: what its uncoded ones likely are in."""

    counts: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, languages: Iterable[str]) -> Self:
        """Counted from the first language of each coded record, in any order."""
        counts = Counter(languages)
        return cls(tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))))

    def count(self, language: str) -> int:
        """How many coded records are in `language`."""
        return dict(self.counts).get(language, 0)


def decide_languages(description: Description, prior: LanguagePrior) -> tuple[tuple[str, ...], LanguageBasis]:
    """The record's languages and what they rest on: a cataloguer's codes, else the script, else the words.

    The answer depends on the description and the prior alone, never on what was asked before. Words are weighed only
    where there are enough letters; then a language needs to be nearly certain, or the record stays undecided.
    """
    if description.language_basis != "undecided":
        return description.languages, description.language_basis
    title = description.title
    by_script = language_of_script(
        f"{title.original} {title.full}", prior.count, lambda: language_of_han(description, prior.count)
    )
    if by_script:
        return (by_script,), "detected"
    for text in (title.full, _longer_text(description)):
        if sum(map(str.isalpha, text)) < ENOUGH_LETTERS:
            continue
        found = detect(text, prior.counts)
        if found:
            return (found,), "detected"
    return (), "undecided"


def _longer_text(description: Description) -> str:
    """The title with the words around it, for titles too short or too unsure by themselves.

    Contents and abstract stand before notes, which are in the cataloguer's language as often as in the text's.
    """
    texts = (description.title.full, *description.contents, description.abstract, *(n.text for n in description.notes))
    return " . ".join(filter(None, texts))[:1000]
