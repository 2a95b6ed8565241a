"""The ways on from a record: its author, its subjects, its series, its place on the shelf."""

from collections.abc import Iterable, Iterator

from discovery.catalog.record import UnionRecord
from discovery.search.browsing import ListPlace
from web.i18n import Words
from web.links import Links, search_for, search_in
from web.pages.facts import Fact
from web.pages.linked_text import LinkedText

_SHOWN = 3


def more_facts(record: UnionRecord, links: Links, words: Words) -> tuple[Fact, ...]:
    """More by, on, in and at; what a record doesn't have isn't shown."""
    description = record.description
    people = [each.name for each in description.contributors if not each.work]
    subjects = [subject.term for subject in description.subjects if subject.kind != "genre"]
    series = [each.title for each in description.series]
    found = (
        Fact(
            words.gettext("By this author"), _names((each, links.search(search_in("author", each))) for each in people)
        ),
        Fact(
            words.gettext("On this subject"),
            _names((each, links.search(search_in("subject", each))) for each in subjects),
        ),
        Fact(
            words.gettext("Libraries strong in this"),
            _names((each, links.referral(search_in("subject", each))) for each in subjects),
        ),
        Fact(
            words.gettext("In this series"),
            _names((each, links.search(search_for(f'"{each}"', "series"))) for each in series),
        ),
        Fact(
            words.gettext("At this shelf"),
            _names((each, links.browse("call_number", ListPlace(typed=each))) for each in _shelves(record)),
        ),
    )
    return tuple(fact for fact in found if fact.values)


def _shelves(record: UnionRecord) -> Iterator[str]:
    """The class numbers, at which the list of call numbers opens; a library's own shelf mark where there is none."""
    numbers = [each.number for each in record.description.classifications if each.scheme in ("ddc", "lcc")]
    yield from numbers or [holding.call_number for holding in record.holdings if holding.call_number]


def _names(found: Iterable[tuple[str, str]]) -> tuple[LinkedText, ...]:
    return tuple(LinkedText(text, url) for text, url in list(dict.fromkeys(found))[:_SHOWN])
