"""What a comparison looks at, drawn from a record once, however many candidates it meets.

Apart from the Struct itself, so that it can be compiled: that took an eighth off what the match keys of a record cost.
"""

from functools import lru_cache
from typing import Final

from discovery.catalog.contributor import Contributor
from discovery.catalog.identifiers import Identifier
from discovery.catalog.numerals import with_digits
from discovery.catalog.publication import Publication
from discovery.catalog.record import Description, Record, Series, Title
from indexer.match.dates import serial_run, year_span, years_said, years_through
from indexer.match.extents import extent_counts, page_stretch
from indexer.match.features import Features, IdentifierKey, SeriesKey
from indexer.match.music import presentation, work_numbers
from indexer.match.names import name_elements
from indexer.match.part_numbers import names_only_a_part, part_designation
from indexer.match.plain_titles import apart, plain_title
from indexer.match.romanised import ARABIC_SCRIPT, skeletons
from indexer.match.spellings import in_one_spelling
from indexer.match.statements import edition_marks, edition_names, forms_said
from indexer.match.title_editions import without_edition
from indexer.match.titles import is_generic, title_words
from indexer.match.words import first_forms, word_list


def features_of(record: Record) -> Features:
    """What `compare` looks at in this record."""
    told = record.description
    published = told.publication
    people = creators(told)
    pages, volume_counts = extent_counts(told.extent)
    title = title_words(told.title.main[told.title.nonfiling :] or told.title.main)
    subtitle = title_words(told.title.subtitle) if told.title.subtitle else ()
    edition = told.edition
    bare, in_title = without_edition(title, may_vanish=False)
    below, in_subtitle = without_edition(subtitle, may_vanish=True)
    if (in_title or in_subtitle) and not _is_periodical(told):
        title, subtitle, edition = bare, below, f"{edition} {in_title} {in_subtitle}"
    return Features(
        identifiers=frozenset([identifier_key(each) for each in told.identifiers if each.is_key]),
        title=plain_title(title),
        subtitle=with_digits(apart(subtitle)),
        original=title_words(told.title.original) if told.title.original else (),
        other_titles=frozenset(
            [plain_title(title_words(each.text)) for each in told.variants if each.kind in _OF_THE_EDITION]
        ),
        bones=skeletons(title + subtitle) if not ARABIC_SCRIPT.isdisjoint(told.languages) else (),
        is_generic=is_generic(title + subtitle),
        volumes=frozenset(
            [designation for part in _parts(told.title, subtitle) if (designation := part_designation(part))]
        ),
        creators=_names(people),
        is_corporate=bool(people) and people[0].kind != "person",
        responsibility=told.title.responsibility,
        year=published.year,
        span=_span(published),
        years=years_said(published.date),
        through=None if _DASHES.isdisjoint(published.date) else years_through(published.date),
        edition=edition_marks(edition) if told.type != "serial" else edition_marks(edition) or edition_names(edition),
        forms=forms_said(told.edition, told.extent),
        pages=pages,
        stretch=None if _DASHES.isdisjoint(told.extent) else page_stretch(told.extent),
        volume_counts=volume_counts,
        publishers=_publishers(published.publisher, published.publishers),
        places=_places(published.place, published.places),
        houses=_houses(published) if told.type == "serial" else (),
        run=serial_run(published) if told.type == "serial" else None,
        series=tuple([_series(each) for each in told.series]),
        languages=frozenset(told.languages) if told.language_basis == "coded" else frozenset(),
        type=told.type,
        carrier=told.carrier,
        is_component=told.is_component,
        presentation=presentation(told),
        work_numbers=work_numbers(told),
    )


def _is_periodical(told: Description) -> bool:
    """Whether what it calls an edition may be an issue: of a serial, or in a list that gives its ISSN."""
    return told.type == "serial" or "issn" in {each.scheme for each in told.identifiers}


def _names(people: list[Contributor]) -> tuple[frozenset[str], ...]:
    """The names as they are entered, and behind them all those that are given in their own script too."""
    written = [each.name for each in people] + [each.original for each in people if each.original]
    return tuple(dict.fromkeys(map(name_elements, written)))


def _parts(title: Title, subtitle: tuple[str, ...]) -> tuple[str, ...]:
    """The parts; where there is none, some catalogues have it ("Bd. 2") as a subtitle."""
    return title.parts or ((title.subtitle,) if names_only_a_part(subtitle) else ())


def _span(published: Publication) -> tuple[int, int] | None:
    """What the year may be if only its beginning is known; 008 often says "1900" where the piece says "[19--]"."""
    span = year_span(published.date) if published.date else None
    return span if span and (published.uncertain or published.year == span[0]) else None


def identifier_key(identifier: Identifier) -> IdentifierKey:
    """What makes two identifiers the same one; their qualifiers don't."""
    return (identifier.scheme, identifier.agency.casefold(), identifier.value)


def creators(told: Description) -> list[Contributor]:
    """The contributors to this thing, the main one first; not the authors of works that it contains or is about."""
    found = [each for each in told.contributors if not each.work]
    if len(found) > 1:
        found.sort(key=_is_secondary)
    return found


def _is_secondary(contributor: Contributor) -> bool:
    return not contributor.primary


# Variant titles that stand on the piece; a uniform title is the work's, a former one another edition's.
_OF_THE_EDITION: Final = frozenset({"parallel", "variant"})
# Few extents are a stretch of pages, and few dates one of years.
_DASHES: Final = frozenset("-–—")
_PUBLISHER_FILLERS: Final = word_list("publisher_fillers")
_PLACE_NAMES: Final = first_forms("place_names")


@lru_cache(maxsize=16_384)
def _publishers(first: str, others: tuple[str, ...]) -> frozenset[str]:
    words = frozenset([word for name in dict.fromkeys((first, *others)) if name for word in title_words(name)])
    return frozenset([word for word in words - _PUBLISHER_FILLERS if len(word) > 1]) or words


@lru_cache(maxsize=8_192)
def _places(first: str, others: tuple[str, ...]) -> frozenset[str]:
    words = [word for name in dict.fromkeys((first, *others)) for word in title_words(name) if len(word) > 2]
    return frozenset([_PLACE_NAMES.get(word, word) for word in words])


def _houses(published: Publication) -> tuple[tuple[str, ...], ...]:
    names = dict.fromkeys((published.publisher, *published.publishers))
    return tuple(dict.fromkeys([in_one_spelling(words) for name in names if (words := title_words(name))]))


def _series(series: Series) -> SeriesKey:
    return _series_key(series.title, series.number)


@lru_cache(maxsize=8_192)
def _series_key(title: str, number: str) -> SeriesKey:
    return title_words(title), part_designation(number)
