"""Which other wordings of a search to try where little was found: other spellings, near words, fewer words."""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, product
from operator import itemgetter

from discovery.analysis.function_words import function_words
from discovery.search.compounds import Wanted, otherwise_parted
from discovery.search.near_words import NearWords, WordNeighbours
from discovery.search.params import SearchParams
from discovery.search.probing import Finding, Prober
from discovery.search.query import Words
from discovery.search.question import ask
from discovery.search.rewording import LONGEST_TYPED, Place, either, places, reworded, without
from discovery.search.sentences import are_enough

# Titles have twelve words at most with few exceptions; a pasted abstract isn't respelt.
_MOST_PLACES = 12
# Several slips in one query: the likeliest words for each, in so many combinations. Of many slips nine are a small part
# of all that could be, and other words in the last two places only: "gemran informatio yeas aali orth topgoraphic knig
# qisa bwest financila" took Elasticsearch 220 ms.
_MOST_CHANGED = 3
_MOST_COMBINATIONS = 9
_MANY_CHANGED = 4
_COMBINATIONS_OF_MANY = 3
# Nor is every word of a query sought in the whole list for another first letter, where few slips are.
_MOST_FAR = 3
# The catalogue's list has no shorter words, so that it can't tell whether they are known.
_SHORTEST_LISTED = 3
# Two letters are a slip only for a function word ("fo" for "of"); else they are somebody's initials ("AA Navis").
_SHORTEST_RESPELT = 2
# A word that occurs next to never, beside one that is near and this many times as frequent, looks like a slip.
_SUSPICIOUS = 20

Options = Mapping[Place, tuple[str, ...]]
Choose = Callable[[WordNeighbours], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Shortened:
    """A search that does without some of its words; `respelt` where the others have near words in their place."""

    finding: Finding
    left_out: tuple[str, ...]
    respelt: bool = False


class Wordings:
    """Other wordings of one search, tried in turn with the probes there are."""

    def __init__(self, params: SearchParams, prober: Prober, near: NearWords) -> None:
        self.params = params
        self.prober = prober
        self.near = near
        found = places(params) if sum(len(row.text) for row in params.rows) <= LONGEST_TYPED else ()
        self.places = found if len(found) <= _MOST_PLACES else ()
        near.look_up(place.word for place in self.places)
        self.unknown = tuple(place for place in self.places if self._is_unknown(place.word))

    @cached_property
    def _parted(self) -> tuple[Wanted, ...]:
        return otherwise_parted(self.params, self.places, self.unknown)

    def nowhere(self) -> frozenset[str]:
        """The words that no record has, in any form; the catalogue's own list doesn't have those of contents."""
        rows = ((replace(self.params.rows[place.row], text=place.word),) for place in self.unknown)
        looks = self.prober.look_each(replace(self.params, rows=row) for row in rows)
        return frozenset(place.word for place, look in zip(self.unknown, looks, strict=True) if look is None)

    def in_another_spelling(self) -> Finding | None:
        """With words spelt as in other times and languages, then as in `otherwise_parted`."""
        parts = (word for words, _ in self._parted for word in words)
        variants = self.near.variants((place.word for place in self.places), parts)
        return self._changed({place: variants[place.word] for place in self.places}) or self.otherwise_parted()

    def otherwise_parted(self) -> Finding | None:
        """With two words as the one, or one that the catalogue lacks as the phrase of two, that it has."""
        known = self.near.known(word for words, _ in self._parted for word in words)
        return self.prober.best(params for words, params in self._parted if known.issuperset(words))

    def with_near_words(self) -> Finding | None:
        """With the catalogue's words at one edit, the same first letter first, then with those at two: for one word, or
        for all those together that it doesn't have, because a search with one of them left finds nothing.
        """
        if len(self.unknown) > 1:
            return self._changed({place: self._nearest(place) for place in self.unknown})
        known = tuple(place for place in self.places if place not in self.unknown)
        return (
            self._one_of(self._options(self.unknown, one_edit))
            or self._one_of(self._options(self.unknown, one_edit, other_letter=True))
            or self._one_of(self._options(known, one_edit))
            or self._one_of(self._options(known, one_edit, other_letter=True))
            or self._one_of(self._options(self.unknown, one_or_two))
            or self._one_of(self._options(self.unknown, one_or_two, other_letter=True))
        )

    def in_nearest_words(self) -> SearchParams | None:
        """With the most used word at one edit for each that no record has; None where one has none."""
        nowhere = self.nowhere()
        near = {place: self.near.of(place.word).one_edit for place in self.unknown if place.word in nowhere}
        if not near or not all(near.values()):
            return None
        return reworded(self.params, {place: max(words, key=itemgetter(1))[0] for place, words in near.items()})

    def _nearest(self, place: Place) -> tuple[str, ...]:
        """The words nearest to one: with its first letter, or else with another where few words need it."""
        near = self.near.of(place.word)
        if near.one_edit or place in self.unknown[_MOST_FAR:]:
            return one_edit(near) or one_or_two(near)
        return one_edit(self.near.of(place.word, other_letter=True)) or one_or_two(near)

    def more_usual(self) -> Finding | None:
        """With a near word in place of one that the catalogue lacks, or has next to never: "le" of "le dexter" isn't
        listed, and no slip for "lee".
        """
        listed = tuple(place for place in self.places if len(place.word) >= _SHORTEST_LISTED)
        return self.prober.best(self._single(self._options(listed, far_more_used)))

    def shortened(self, only: Container[str] | None = None) -> Shortened | None:
        """Without the words that the catalogue lacks, then without one, then without the rarest, one after another.

        `only` these may be left out, if it is given: where it would be another, nothing more is asked.
        """
        if not self.places:
            return None
        params, left_out = self.params, list[str]()
        while self.prober.left:
            shorter = [(place.word, short) for place in places(params) if (short := without(params, place))]
            if not shorter:
                return None
            unknown = [each for each in shorter if self._is_unknown(each[0])]
            word, without_it = min(unknown or shorter, key=lambda each: self._hope(each[0]))
            if only is not None and word not in only:
                return None
            # With another unknown word left nothing would be found.
            finding = self.prober.best(short for _, short in unknown or shorter) if len(unknown) < 2 else None
            if finding:
                found = next(word for word, short in shorter if short == finding.params)
                return Shortened(finding, (*left_out, found))
            params = without_it
            left_out.append(word)
            respelt = Wordings(params, self.prober, self.near).with_near_words() if unknown else None
            if respelt:
                return Shortened(respelt, tuple(left_out), respelt=True)
        return None

    def _hope(self, word: str) -> tuple[bool, int]:
        """How little would be lost without a word: one that is like no other first, then the rarest."""
        found = self.near.of(word)
        return bool(found.one_edit), found.count

    def _is_unknown(self, word: str) -> bool:
        return len(word) >= _SHORTEST_LISTED and not self.near.of(word).count

    def _options(self, found: tuple[Place, ...], choose: Choose, *, other_letter: bool = False) -> Options:
        """The places with the words to try there, where there are any."""
        found = tuple(place for place in found if len(place.word) >= _SHORTEST_RESPELT)
        self.near.look_up((place.word for place in found), other_letter=other_letter)
        options = {place: choose(self.near.of(place.word, other_letter=other_letter)) for place in found}
        for place in found:
            if len(place.word) < _SHORTEST_LISTED:
                words = () if self._is_initials(place) else options[place]
                options[place] = tuple(word for word in words if word in function_words())
        return {place: words for place, words in options.items() if words}

    def _is_initials(self, place: Place) -> bool:
        text = self.params.rows[place.row].text
        return text[place.start : place.end].isupper() and not text.isupper()

    def _changed(self, options: Options) -> Finding | None:
        """All words changed that can be, or else one of them."""
        options = {place: words for place, words in options.items() if words}
        finding = self.prober.best(self._together(options))
        if finding and len(options) >= _MANY_CHANGED:
            # What differs in one word of many is no other thing to be offered.
            return replace(finding, rivals=())
        return finding or self._one_of(self._worthwhile(options))

    def _worthwhile(self, options: Options) -> Options:
        """The places where another word alone may do, because enough of the others are somewhere: none of "jamses
        rueport jamih", of which each was tried with its near words, while the other two found nothing.
        """
        if len(options) < 2:
            return options
        query = ask(self.params, self.prober.names).query
        if not isinstance(query, Words):
            return options
        nowhere = self.nowhere()
        return {place: words for place, words in options.items() if are_enough(query.words, nowhere - {place.word})}

    def _single(self, options: Options) -> Iterator[SearchParams]:
        for place, words in options.items():
            yield from (reworded(self.params, {place: word}) for word in words)

    def _together(self, options: Options) -> Iterator[SearchParams]:
        if len(options) < 2:
            return
        choices = product(*(words[:_MOST_CHANGED] for words in options.values()))
        most = _MOST_COMBINATIONS if len(options) < _MANY_CHANGED else _COMBINATIONS_OF_MANY
        for words in islice(choices, most):
            yield reworded(self.params, dict(zip(options, words, strict=True)))

    def _one_of(self, options: Options) -> Finding | None:
        """The one word that was meant otherwise: where there are several to try, first whether any of them will do."""
        several = [place for place, words in options.items() if len(words) > 1]
        looks = self.prober.look_each(either(self.params, place, options[place]) for place in several)
        found = dict(zip(several, looks, strict=True))
        hopeful = {place: words for place, words in options.items() if len(words) == 1 or found[place]}
        return self.prober.best(self._single(hopeful))


def one_edit(found: WordNeighbours) -> tuple[str, ...]:
    """Those with one letter more, less, other or out of place."""
    return tuple(word for word, _ in found.one_edit)


def one_or_two(found: WordNeighbours) -> tuple[str, ...]:
    """Those with two, where one isn't enough for every word."""
    return tuple(word for word, _ in (*found.two_edits, *found.one_edit)) if found.two_edits else ()


def far_more_used(found: WordNeighbours) -> tuple[str, ...]:
    """Those at one edit that many more records have."""
    return tuple(word for word, count in found.one_edit if count >= _SUSPICIOUS * max(1, found.count))
