"""Where few records have enough of a search's words, those with any of them stand below, in the same answer.

Only for words of a subject: what is a title or a title with its author was found, and needs nothing below it.
"""

from collections import Counter
from dataclasses import replace

from discovery.analysis.fold import fold
from discovery.analysis.function_words import QUESTION_WORDS, function_words
from discovery.analysis.tokens import exact_key, query_tokens, tokens
from discovery.catalog.record import UnionRecord
from discovery.search.designations import designations
from discovery.search.query import Query, Scope, Words
from discovery.search.question import Question
from discovery.search.sentences import as_sentence, is_lone_letter
from discovery.search.units import units, with_articles

# One word has none to leave out. "medlars characteristics": of two, too, what has both is little of what there is
# (CISI's questions cut to their two rarest words: nDCG@10 0.67 of plain BM25 without what has one of them, 0.99 with).
_FEWEST_TELLING = 2
_SCOPES: frozenset[Scope] = frozenset({"all", "title", "subject", "contents"})


def or_fewer_words(question: Question) -> Question | None:
    """The same question, with what has any of its telling words below what has enough of them.

    None for other than plain words, for one of them, and where an order other than by relevance leaves no "below".
    """
    words = _plain_words(question)
    if words is None or len(telling_words(words)) + _is_one_of_several(words) < _FEWEST_TELLING:
        return None
    return replace(question, query=replace(words, or_fewer=True))


def or_any_word(question: Question) -> Question | None:
    """A question that nothing answers, with what has any of its telling words; None where it has a word, or none.

    "Apakah kepanjangan dari BKSDA" is answered by what has BKSDA, and "Siapa Menteri Kesehatan" nowhere by "siapa".
    """
    words = _plain_words(question)
    if words is None or not telling_words(words) or len(set(map(fold, words.words))) < 2:
        return None
    return replace(question, query=replace(words, or_fewer=True))


def is_asked(question: Question) -> bool:
    """Whether it is put in a question's words."""
    query = question.query
    return isinstance(query, Words) and not QUESTION_WORDS.isdisjoint(map(fold, query.words))


def telling_words(words: Words) -> tuple[str, ...]:
    """The different words that say what a thing is about, as they were typed: no letters of somebody's initials, and
    not which one of several it is ("jilid 2") unless nothing else is said.
    """
    different = {fold(word): word for word in words.words}
    found = {
        folded: word
        for folded, word in different.items()
        if folded not in function_words() and not is_lone_letter(folded)
    }
    designating = _designating(words)
    return tuple(word for folded, word in found.items() if folded not in designating) or tuple(found.values())


def _is_one_of_several(words: Words) -> bool:
    """Whether "jilid 2" was typed and has to match, as all of a few words have to."""
    return bool(_designating(words)) and as_sentence(Counter(with_articles(units(words.words))[0])) is None


def _designating(words: Words) -> frozenset[str]:
    return designations([token for word in words.words for token in query_tokens(word)])


def is_what_was_typed(query: Query, record: UnionRecord) -> bool:
    """Whether a record's title is what was typed, begins so, or is that but for its author's name."""
    if not isinstance(query, Words):
        return False
    description = record.description
    typed = exact_key(" ".join(query.words))
    titles = (description.title.full, description.title.original, *(each.text for each in description.variants))
    if any(f"{exact_key(title)} ".startswith(f"{typed} ") for title in titles):
        return True
    rest = set(typed.split())
    main = set(tokens(description.title.main))
    names = {token for each in description.contributors for token in tokens(f"{each.name} {each.direct}")}
    return bool(main) and main <= rest and rest <= names.union(tokens(description.title.full))


def is_found(query: Query, record: UnionRecord) -> bool:
    """Whether a record is the thing that was looked for, so that nothing is wanted below those like it.

    Its title is what was typed, or has it word by word ("kill a mockingbird"), or has what is no name of its authors:
    "laskar hirata".
    """
    if is_what_was_typed(query, record):
        return True
    if not isinstance(query, Words):
        return False
    description = record.description
    typed = tokens(" ".join(query.words))
    title = tokens(f"{description.title.full} {description.title.original}")
    if f" {' '.join(typed)} " in f" {' '.join(title)} ":
        return True
    names = {token for each in description.contributors for token in tokens(f"{each.name} {each.direct}")}
    return not names.isdisjoint(typed) and names.union(title).issuperset(typed)


def _plain_words(question: Question) -> Words | None:
    """The words of a question that is nothing else, to be answered in the order of relevance."""
    query, params = question.query, question.params
    is_loose = params.sort == "relevance" and not params.verbatim
    return query if is_loose and isinstance(query, Words) and query.scope in _SCOPES else None
