"""What of a union record is filtered, counted or looked up whole: the keyword fields of the field table."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from discovery.analysis.tokens import exact_key
from discovery.catalog.classes import class_group
from discovery.catalog.holding import Link
from discovery.catalog.record import Description, UnionRecord
from discovery.catalog.subject import Subject
from discovery.search.fields import KEYWORD_BYTES, KEYWORD_FIELDS, keyword_field
from discovery.search.numbers import catalogued_forms, copy_forms, related_forms

# Ethnic groups: "Minangkabau (Indonesian people)" in LCSH, "Suku Minangkabau" in Indonesian lists.
_PEOPLES: Final = ("people)", "peoples)")
_SUKU: Final = ("Suku ", "Suku-")
# No character takes more than four bytes.
_SURELY_SHORT: Final = KEYWORD_BYTES // 4
# Headings and names repeat through a catalogue; a title does within its own record.
heading_key: Final = lru_cache(maxsize=32_768)(exact_key)
title_key: Final = lru_cache(maxsize=256)(exact_key)
_class_group: Final = lru_cache(maxsize=8_192)(class_group)
_INDEX_NAMES: Final = {field.name: keyword_field(field.name) for field in KEYWORD_FIELDS}


def keyword_fields(union: UnionRecord, copy_numbers: Sequence[str] = ()) -> dict[str, tuple[str, ...]]:
    """The keyword fields that hold something, each value once and within KEYWORD_BYTES."""
    description = union.description
    subjects = list(map(heading_key, _subject_values(description)))
    values: tuple[tuple[str, Sequence[str]], ...] = (
        ("id", (union.id,)),
        ("ids", union.ids),
        ("work", (union.work,)),
        ("partner", [member.partner for member in union.members]),
        ("identifier", [*_identifiers(description), *chain.from_iterable(map(copy_forms, copy_numbers))]),
        ("title_exact", list(_title_keys(description))),
        ("author_exact", list(_author_keys(description))),
        ("subject_exact", subjects),
        ("library", union.libraries),
        ("author", [heading_key(contributor.name) for contributor in description.contributors]),
        ("subject", subjects),
        ("type", (description.type,)),
        ("carrier", (description.carrier,)),
        ("language", description.languages),
        ("decade", _decades(description.publication.year)),
        ("class", list(_classes(description))),
        ("place", list(map(heading_key, places_of(description)))),
        ("about", list(map(heading_key, about(description.subjects)))),
        ("audience", (description.audience,)),
        ("online", ("online",) if is_online(union) else ()),
        ("translation", ("translation",) if is_translation(description) else ()),
    )
    fields: dict[str, tuple[str, ...]] = {}
    for name, found in values:
        if len(found) == 1:
            if found[0]:
                fields[_INDEX_NAMES[name]] = (cut(found[0]),)
        elif found and (kept := dict.fromkeys([cut(value) for value in found if value])):
            fields[_INDEX_NAMES[name]] = tuple(kept)
    return fields


def decade(year: int) -> str:
    """The facet value of a year: "1990-1999"; before year 1 with minus signs, "-50--41"."""
    first = year // 10 * 10
    return f"{first}-{first + 9}"


def is_online(union: UnionRecord) -> bool:
    """Whether a reader can have it from where they sit: an online carrier, or a link to the thing itself."""
    if union.description.carrier == "online" or _opens(union.description.links):
        return True
    return any(_opens(holding.links) for holding in union.holdings if holding.links)


def is_translation(description: Description) -> bool:
    """Whether it says what it was translated from: a language (MARC 041 $h) or a work (765)."""
    return bool(description.original_languages) or any(each.kind == "original" for each in description.relations)


def cut(value: str) -> str:
    """At most KEYWORD_BYTES bytes of a value, cut between characters."""
    if len(value) <= _SURELY_SHORT:
        return value
    return value.encode()[:KEYWORD_BYTES].decode(errors="ignore")


def _identifiers(description: Description) -> Iterator[str]:
    for identifier in description.identifiers:
        yield from catalogued_forms(identifier.value)
    for series in description.series:
        if series.issn:
            yield from related_forms(series.issn)
    for relation in description.relations:
        for identifier in relation.identifiers:
            yield from related_forms(identifier.value)


def _title_keys(description: Description) -> Iterator[str]:
    """The forms under which somebody may know a title: whole or without its subtitle, article or none."""
    title = description.title
    full = title.full if title.subtitle or title.parts else title.main
    yield title_key(title.main)
    if full != title.main:
        yield title_key(full)
    if title.parts and title.subtitle:
        yield exact_key(f"{title.main} {title.subtitle}")
    if title.nonfiling:
        yield title_key(title.main[title.nonfiling :])
        yield title_key(full[title.nonfiling :])
    if title.original:
        yield exact_key(title.original)
    for variant in description.variants:
        yield exact_key(variant.text)
        if variant.original:
            yield exact_key(variant.original)
    for contributor in description.contributors:
        if contributor.work:
            yield exact_key(contributor.work)


def _author_keys(description: Description) -> Iterator[str]:
    for contributor in description.contributors:
        yield heading_key(contributor.name)
        if contributor.direct != contributor.name:
            yield heading_key(contributor.direct)
        if contributor.original:
            yield heading_key(contributor.original)


def _subject_values(description: Description) -> list[str]:
    """A heading counts as its main term and as the whole string.

    "Indonesia" then gathers all its subdivisions, and "Indonesia — History — 1945-1949" stays one choice.
    """
    values: list[str] = []
    for subject in description.subjects:
        values.append(subject.term)
        if subject.subdivisions:
            values.append(subject.heading)
    return values


def _decades(year: int | None) -> tuple[str, ...]:
    return () if year is None else (decade(year),)


def _classes(description: Description) -> Iterator[str]:
    for classification in description.classifications:
        group = _class_group(classification.scheme, classification.number)
        if group:
            yield group


def places_of(description: Description) -> tuple[str, ...]:
    """Where it was published, "" among them where nothing says so."""
    return description.publication.places or (description.publication.place,)


def about(subjects: tuple[Subject, ...]) -> Iterator[str]:
    """Places and peoples: geographic headings and subdivisions, ethnic groups as LCSH and Indonesian lists say them."""
    for subject in subjects:
        if subject.kind == "place" or subject.term.endswith(_PEOPLES) or subject.term.startswith(_SUKU):
            yield subject.term
        for division in subject.subdivisions:
            if division.kind == "place":
                yield division.text


def _opens(links: tuple[Link, ...]) -> bool:
    return any(link.kind == "resource" for link in links)
