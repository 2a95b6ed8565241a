"""The tree of one word: its fields, its stems, its other spellings, its letters where it is initials."""

from functools import lru_cache

from discovery.analysis.added_forms import written_out
from discovery.analysis.articles import after_article, parted
from discovery.analysis.fold import fold
from discovery.analysis.names import same_name
from discovery.analysis.spelling import certain_spellings, hamza_spellings, name_spellings
from discovery.search import weights
from discovery.search.fields import TEXT_FIELDS
from discovery.search.query import Scope
from discovery.search.sequences import beginning, boosted
from discovery.search.tree import Best, Boost, Combine, Node, Sequence, Stem, Term
from discovery.search.units import Unit

_RESPELT_FIELDS = ("title", "variant", "subject", "publisher")
_STEMMED = frozenset(field.name for field in TEXT_FIELDS if field.stemmed)


# Near words are tried one after another in a search whose other words stay, and a reader's next search keeps most too.
@lru_cache(maxsize=2_048)
def score_word(unit: Unit, scope: Scope, weighing: weights.Weighing, clauses: int) -> Node:
    """A word's best field; its letters one by one where it is initials. Of `clauses` leaves, or as few as it needs."""
    if unit.is_beginning:
        return beginning(unit.token, scope)
    spellings = _spellings(unit.token)
    parts = [boosted(Term(field, token), weight) for token in spellings for field, weight in weighing.fields]
    if unit.letters:
        parts.append(Combine(must=tuple(score_word(Unit(letter), scope, weighing, clauses) for letter in unit.letters)))
    if len(parts) < clauses:
        parts += (_stems(unit, weighing) + _other_spellings(unit, weighing))[: clauses - len(parts)]
    return Best(tuple(parts), weights.TIE)


def _stems(unit: Unit, weighing: weights.Weighing) -> list[Node]:
    """A word's stems, those of the most used language first: where there is no room for all, the last fall away."""
    fields = [(field, weight) for field, weight in weighing.fields if field in _STEMMED]
    forms = (unit.written, *hamza_spellings(unit.written))
    return [
        Boost(Stem(field, language, form), weight * weighing.stem)
        for language in unit.languages
        for form in forms
        for field, weight in fields
    ]


def _other_spellings(unit: Unit, weighing: weights.Weighing) -> list[Node]:
    """The same word with its umlauts written out or its article joined or parted, and in other spellings.

    Those that can be no other word are looked for where names and places stand, in whatever language, because stems
    bring together what is Indonesian; those that may be another word only among persons. A number in digits or in Roman
    numerals is looked for as the other where titles and subjects stand.
    """
    whole: list[str] = [*written_out(unit.written), *map(fold, hamza_spellings(unit.written))]
    if unit.article == "al":
        whole.append(unit.article + unit.token)
    rest, words = after_article(unit.token), parted(unit.token)
    names = same_name(unit.token)
    certain = (*whole, *certain_spellings(unit.token))
    in_titles = (*certain, *names, *filter(None, (unit.numeral,)))
    spelt = dict.fromkeys(_RESPELT_FIELDS, in_titles) | {"publisher": certain}
    spelt["author"] = (*certain, *names, *name_spellings(unit.token))
    found: list[Node] = []
    for field, weight in weighing.fields:
        nodes: list[Node] = [Term(field, token) for token in dict.fromkeys(spelt.get(field, whole))]
        if rest:
            nodes.append(Sequence(field, ("al", rest)))
        if words:
            nodes.append(Sequence(field, words))
        found += [Boost(node, weight * weights.SPELLING_WEIGHT) for node in nodes]
    return found


def _spellings(token: str) -> tuple[str, ...]:
    if token == weights.AMPERSAND:
        return (token, *weights.CONNECTIVES)
    return (token, weights.AMPERSAND) if token in weights.CONNECTIVES else (token,)
