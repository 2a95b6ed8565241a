"""What of a union record is searched by its words: the text fields of the field table and their stem siblings."""

from functools import lru_cache
from typing import Final

from discovery.analysis.added_forms import initials, written_out
from discovery.analysis.kept import Kept
from discovery.analysis.stem import stem_language
from discovery.analysis.tokens import VALUE_MARK, tokens, tokens_and_words
from discovery.catalog.one_line import whole_heading, whole_title
from discovery.catalog.record import Description, UnionRecord
from discovery.search.fields import EMPTY_FIELD_TOKEN, STEM_LANGUAGES, StemLanguage, stem_field
from discovery.search.keyword_fields import HEADING_KEYS, TITLE_KEYS

BETWEEN_VALUES: Final = f" {VALUE_MARK} "

_SHORT_NOTE: Final = 60

# The tokens of a name, heading or number joined, and what else it is found by.
Name = tuple[str, str]
# The tokens of a value joined, its initials glued and umlauts written out, and its words as written joined.
Prose = tuple[str, tuple[str, ...], str]


def text_fields(union: UnionRecord) -> dict[str, str]:
    """Every text field, filled or with the empty token, and the stem fields of the record's own languages."""
    description = union.description
    text = {
        "variant": _names_field(_variants(description)),
        "author": _joined(_authors(description)),
        "series": _names_field(_series(description)),
        "publisher": _names_field(_publishers(description)),
        "call_number": _joined([_read_name(number) for number in _call_numbers(union) if number]),
    }
    languages = _stem_languages(description.languages)
    for field, values in (
        ("title", [_keyed(each, TITLE_KEYS) for each in _titles(description)]),
        ("subject", [_headings[each] for each in dict.fromkeys(_subjects(description))]),
        ("contents", [_notes[each] for each in dict.fromkeys(_contents(description))]),
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


def _titles(description: Description) -> list[str]:
    title = description.title
    whole = whole_title(title)
    return [whole, title.original] if title.original and title.original != whole else [whole]


def _variants(description: Description) -> list[str]:
    found: list[str] = []
    for variant in description.variants:
        found += (variant.text, variant.original)
    for contributor in description.contributors:
        found.append(contributor.work)
    return found


def _authors(description: Description) -> list[Name]:
    """Names in filing order and as they are said, so that a phrase finds either, with initials written out where that
    is told; then the title page's words, which no other record has.
    """
    found: list[str] = []
    for contributor in description.contributors:
        found += (contributor.name, contributor.direct, contributor.original)
        if contributor.fuller:
            surname = contributor.name.partition(",")[0]
            found += (f"{surname}, {contributor.fuller}", f"{contributor.fuller} {surname}")
    title = description.title
    said = (title.responsibility, title.original_responsibility)
    return [_names[name] for name in found if name] + [_read_once(words) for words in said if words]


def _subjects(description: Description) -> list[str]:
    found: list[str] = []
    for subject in description.subjects:
        found.append(whole_heading(subject))
        if subject.original:
            found.append(subject.original)
    return found


def _series(description: Description) -> list[str]:
    return [
        f"{series.name} {series.title} {series.number}" if series.name else f"{series.title} {series.number}"
        for series in description.series
    ]


def _publishers(description: Description) -> list[str]:
    publication = description.publication
    return [publication.publisher, publication.place, *publication.publishers, *publication.places]


def _contents(description: Description) -> list[str]:
    """All that describes the thing further, and what readers add to a title: the edition and its year."""
    found = [*description.contents, description.abstract]
    found += [note.text for note in description.notes]
    found += [f"{relation.author} {relation.title}" for relation in description.relations]
    added = (description.edition, description.original_edition, *_dates(description), description.audience)
    found.append(" ".join(added))
    return found


def _dates(description: Description) -> list[str]:
    """The date as printed, and the years it stands for where it doesn't show them ("[199-?]", "1405 H")."""
    publication = description.publication
    date: str = publication.date
    years = [str(year) for year in (publication.year, publication.last_year) if year is not None]
    return [date, *[year for year in years if year not in date]]


def _call_numbers(union: UnionRecord) -> list[str]:
    classes = [classification.number for classification in union.description.classifications]
    return classes + [holding.call_number for holding in union.holdings]


def _read_once(value: str) -> Name:
    found = tokens(value)
    return " ".join(found), " ".join((*initials(found), *written_out(value)))


def _read_name(value: str) -> Name:
    if value.isascii():
        # Its key holds the same tokens, and has been made or will be asked for.
        joined = HEADING_KEYS[value]
        return joined, " ".join(initials(joined.split(" ")))
    return _read_once(value)


# Catalogues repeat names, headings and numbers.
_names: Final = Kept(_read_name, 32_768)


def _names_field(values: list[str]) -> str:
    return _joined([_names[value] for value in values if value])


def _joined(found: list[Name]) -> str:
    names: dict[str, None] = {}
    initialled: dict[str, None] = {}
    for joined, glued in found:
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


def _keyed(value: str, keys: Kept[str, str]) -> Prose:
    """`_prose` of a value whose key is asked for too: where it is plain, that holds the same tokens."""
    if value.isascii() and "'" not in value and "`" not in value:
        joined = keys[value]
        return joined, tuple(initials(joined.split(" "))), joined
    return _prose(value)


def _heading(value: str) -> Prose:
    return _keyed(value, HEADING_KEYS)


# Subjects repeat through a catalogue, and so do the shorter notes and the dates.
_headings: Final = Kept(_heading, 32_768)
_notes: Final = Kept(_prose, 32_768, _SHORT_NOTE)


def _prose_field(values: list[Prose]) -> tuple[str, str]:
    """The folded tokens and the words as written of a field that is stemmed."""
    folded: list[str] = []
    written: list[str] = []
    for joined, glued, as_written in values:
        if joined:
            folded.append(joined)
            folded += glued
            written.append(as_written)
    return BETWEEN_VALUES.join(folded) or EMPTY_FIELD_TOKEN, " ".join(written)
