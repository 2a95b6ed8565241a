"""What is like a record: other works on its subjects, by its authors, in its series, with its title's telling words."""

from collections.abc import Iterable, Iterator

from discovery.analysis.tokens import TOKEN, is_cjk
from discovery.catalog.record import Description, UnionRecord
from discovery.search.query import And, Exactly, Not, Nothing, Or, Phrase, Query, Scope

# Headings beyond these say less about a record than they cost to look up.
_SUBJECTS = 8
_COUNTERPARTS = 6
_AUTHORS = 3
_SERIES = 2
# A title's longest words tell most; the rarer of them weigh more, as everywhere. Without a heading they are all there
# is: half of one office's 15,000 records have no subject.
_WORDS = 5
_SHORTEST_WORD = 5
_SHORTEST_CJK = 2
_KINDS = frozenset({"topic", "person", "organisation", "meeting", "title", "place"})


def similar_to(record: UnionRecord, counterparts: Iterable[str] = ()) -> Query:
    """What shares headings, names, series or words with a record; never the record nor another edition of its work.

    `counterparts` are the record's subjects in other languages. The rarer a heading, the more it weighs.
    """
    wanted: tuple[Query, ...] = tuple(dict.fromkeys(_wanted(record.description, counterparts)))
    if not wanted:
        return Nothing("nothing-searchable")
    return And((Or(wanted), Not(Exactly("id", record.id)), Not(Exactly("work", record.work))))


def _wanted(description: Description, counterparts: Iterable[str]) -> Iterator[Phrase]:
    subjects = [subject for subject in description.subjects if subject.kind in _KINDS][:_SUBJECTS]
    for subject in subjects:
        yield from _phrase(subject.heading, "subject")
        if subject.subdivisions and subject.kind != "place":
            yield from _phrase(subject.term, "subject")
    for text in list(counterparts)[:_COUNTERPARTS]:
        yield from _phrase(text, "subject")
    for name in _authors(description):
        yield from _phrase(name, "author")
    for series in description.series[:_SERIES]:
        yield from _phrase(series.title, "series")
    for word in _telling(description):
        yield from _phrase(word, "title")


def _authors(description: Description) -> list[str]:
    """The people; bodies only where there is neither a person nor a subject.

    Everything that the Congressional Research Service ever wrote was like its fact sheet on Arbor Day.
    """
    named = [each for each in description.contributors if not each.work]
    people = [each.name for each in named if each.kind == "person"]
    bodies = [] if people or description.subjects else [each.name for each in named]
    return (people or bodies)[:_AUTHORS]


def _telling(description: Description) -> list[str]:
    words = dict.fromkeys(TOKEN.findall(description.title.full))
    long = [
        word for word in words if len(word) >= (_SHORTEST_CJK if is_cjk(word) else _SHORTEST_WORD) and word.isalpha()
    ]
    return sorted(long, key=len, reverse=True)[:_WORDS]


def _phrase(text: str, scope: Scope) -> Iterator[Phrase]:
    if any(map(str.isalnum, text)):
        yield Phrase(text, scope)
