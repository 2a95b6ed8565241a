"""What of a union record is searched by its words: the text fields of the field table and their stem siblings."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from discovery.analysis.added_forms import initials, written_out
from discovery.analysis.stem import stem_language
from discovery.analysis.tokens import VALUE_MARK, tokens, tokens_and_words
from discovery.catalog.record import Description, UnionRecord
from discovery.search.fields import EMPTY_FIELD_TOKEN, STEM_LANGUAGES, StemLanguage, stem_field

BETWEEN_VALUES: Final = f" {VALUE_MARK} "

_SHORT_NOTE: Final = 60

# The tokens of a value joined, its initials glued and umlauts written out, and its words as written joined.
Prose = tuple[str, tuple[str, ...], str]


def text_fields(union: UnionRecord) -> dict[str, str]:
    """Every text field, filled or with the empty token, and the stem fields of the record's own languages."""
    description = union.description
    text = {
        "variant": _names_field(_variants(description)),
        "author": _names_field(_authors(description)),
        "series": _names_field(_series(description)),
        "publisher": _names_field(_publishers(description)),
        "call_number": _names_field(_call_numbers(union)),
    }
    languages = _stem_languages(description.languages)
    for field, values in (
        ("title", map(_prose, dict.fromkeys(_titles(description)))),
        ("subject", map(_repeated_prose, dict.fromkeys(_subjects(description)))),
        ("contents", map(_note, dict.fromkeys(_contents(description)))),
    ):
        folded, written = _prose_field(values)
        text[field] = folded
        if written:
            for language in languages:
                text[stem_field(field, language)] = written
    return text


@lru_cache(maxsize=1_024)
def _stem_languages(languages: tuple[str, ...]) -> tuple[StemLanguage, ...]:
    """The stem languages that serve a record in these languages, in the order of the field table."""
    served = {stem_language(language) for language in languages}
    return tuple(language for language in STEM_LANGUAGES if language in served)


def _titles(description: Description) -> tuple[str, ...]:
    title = description.title
    return (title.full, title.original)


def _variants(description: Description) -> Iterable[str]:
    for variant in description.variants:
        yield variant.text
        yield variant.original
    for contributor in description.contributors:
        yield contributor.work


def _authors(description: Description) -> Iterable[str]:
    """Names in filing order and as they are said, so that a phrase finds either, with initials written out where that
    is told; then the title page's words.
    """
    for contributor in description.contributors:
        yield contributor.name
        yield contributor.direct
        yield contributor.original
        if contributor.fuller:
            surname = contributor.name.partition(",")[0]
            yield f"{surname}, {contributor.fuller}"
            yield f"{contributor.fuller} {surname}"
    yield description.title.responsibility
    yield description.title.original_responsibility


def _subjects(description: Description) -> Iterable[str]:
    for subject in description.subjects:
        yield subject.heading if subject.subdivisions else subject.term
        yield subject.original


def _series(description: Description) -> Iterable[str]:
    for series in description.series:
        yield f"{series.name} {series.title} {series.number}" if series.name else f"{series.title} {series.number}"


def _publishers(description: Description) -> Iterable[str]:
    publication = description.publication
    yield publication.publisher
    yield publication.place
    yield from publication.publishers
    yield from publication.places


def _contents(description: Description) -> Iterable[str]:
    """All that describes the thing further, and what readers add to a title: the edition and its year."""
    yield from description.contents
    yield description.abstract
    for note in description.notes:
        yield note.text
    for relation in description.relations:
        yield f"{relation.author} {relation.title}"
    yield " ".join((description.edition, description.original_edition, *_dates(description), description.audience))


def _dates(description: Description) -> Iterator[str]:
    """The date as printed, and the years it stands for where it doesn't show them ("[199-?]", "1405 H")."""
    publication = description.publication
    yield publication.date
    for year in (publication.year, publication.last_year):
        if year is not None and str(year) not in publication.date:
            yield str(year)


def _call_numbers(union: UnionRecord) -> Iterable[str]:
    for classification in union.description.classifications:
        yield classification.number
    for holding in union.holdings:
        yield holding.call_number


@lru_cache(maxsize=32_768)
def _name_tokens(value: str) -> tuple[str, str]:
    """The tokens of a name, heading or number, joined, and what else it is found by; catalogues repeat these."""
    found = tokens(value)
    return " ".join(found), " ".join((*initials(found), *written_out(value)))


def _names_field(values: Iterable[str]) -> str:
    names: dict[str, None] = {}
    initialled: dict[str, None] = {}
    for value in values:
        if value:
            joined, glued = _name_tokens(value)
            if joined:
                names[joined] = None
                if glued:
                    initialled[glued] = None
    return BETWEEN_VALUES.join(names | initialled if initialled else names) or EMPTY_FIELD_TOKEN


def _prose(value: str) -> Prose:
    if not value:
        return "", (), ""
    found, written = tokens_and_words(value)
    joined = " ".join(found)
    return joined, (*initials(found), *written_out(value)), joined if written is found else " ".join(written)


# Subjects repeat through a catalogue, and so do the shorter notes and the dates.
_repeated_prose: Final = lru_cache(maxsize=32_768)(_prose)


def _note(value: str) -> Prose:
    return _repeated_prose(value) if len(value) <= _SHORT_NOTE else _prose(value)


def _prose_field(values: Iterable[Prose]) -> tuple[str, str]:
    """The folded tokens and the words as written of a field that is stemmed."""
    folded: list[str] = []
    written: list[str] = []
    for joined, glued, as_written in values:
        if joined:
            folded.append(joined)
            folded += glued
            written.append(as_written)
    return BETWEEN_VALUES.join(folded) or EMPTY_FIELD_TOKEN, " ".join(written)
