"""What of a union record is filtered, counted or looked up whole: the keyword fields of the field table."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from discovery.analysis.filing import shelf_key
from discovery.analysis.kept import Kept
from discovery.analysis.tokens import exact_key
from discovery.catalog.classes import class_group
from discovery.catalog.holding import Link
from discovery.catalog.one_line import whole_heading, whole_title
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
HEADING_KEYS: Final = Kept(exact_key, 32_768)
TITLE_KEYS: Final = Kept(exact_key, 512)
_class_group: Final = lru_cache(maxsize=8_192)(class_group)
_INDEX_NAMES: Final = {field.name: keyword_field(field.name) for field in KEYWORD_FIELDS}


def keyword_fields(union: UnionRecord, copy_numbers: Sequence[str] = ()) -> dict[str, tuple[str, ...]]:
    """The keyword fields that hold something, each value once and within KEYWORD_BYTES."""
    description = union.description
    subjects = _subject_keys(description)
    values: list[tuple[str, list[str]]] = [
        ("id", [union.id]),
        ("ids", list(union.ids)),
        ("work", [union.work]),
        ("partner", [member.partner for member in union.members]),
        ("identifier", _identifiers(description, copy_numbers)),
        ("title_exact", _title_keys(description)),
        ("author_exact", _author_keys(description)),
        ("subject_exact", subjects),
        ("call_number_exact", [shelf_key(each.call_number) for each in union.holdings if each.call_number]),
        ("library", [holding.library for holding in union.holdings]),
        ("author", [HEADING_KEYS[contributor.name] for contributor in description.contributors]),
        ("subject", subjects),
        ("type", [description.type]),
        ("carrier", [description.carrier]),
        ("language", list(description.languages)),
        ("decade", _decades(description.publication.year)),
        ("class", _classes(description)),
        ("place", [HEADING_KEYS[place] for place in places_of(description)]),
        ("about", [HEADING_KEYS[place] for place in about(description.subjects)]),
        ("audience", [description.audience]),
        ("online", ["online"] if is_online(union) else []),
        ("translation", ["translation"] if is_translation(description) else []),
    ]
    fields: dict[str, tuple[str, ...]] = {}
    for name, found in values:
        if len(found) == 1:
            if found[0]:
                fields[_INDEX_NAMES[name]] = (cut(found[0]),)
        elif found and (kept := dict.fromkeys([cut(value) for value in found if value])):
            fields[_INDEX_NAMES[name]] = tuple(kept)
    return fields


def heading_key(text: str) -> str:
    """`exact_key` of a heading or a name."""
    return HEADING_KEYS[text]


def title_key(text: str) -> str:
    """`exact_key` of a title."""
    return TITLE_KEYS[text]


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


def _identifiers(description: Description, copy_numbers: Sequence[str]) -> list[str]:
    forms: list[str] = []
    for identifier in description.identifiers:
        forms += catalogued_forms(identifier.value)
    for series in description.series:
        if series.issn:
            forms += related_forms(series.issn)
    for relation in description.relations:
        for identifier in relation.identifiers:
            forms += related_forms(identifier.value)
    for number in copy_numbers:
        forms += copy_forms(number)
    return forms


def _title_keys(description: Description) -> list[str]:
    """The forms under which somebody may know a title: whole or without its subtitle, article or none."""
    title = description.title
    main: str = title.main
    full = whole_title(title)
    keys = [TITLE_KEYS[main]]
    if full != main:
        keys.append(TITLE_KEYS[full])
    if title.parts and title.subtitle:
        keys.append(exact_key(f"{main} {title.subtitle}"))
    nonfiling: int = title.nonfiling
    if nonfiling:
        keys += (TITLE_KEYS[main[nonfiling:]], TITLE_KEYS[full[nonfiling:]])
    if title.original:
        keys.append(exact_key(title.original))
    for variant in description.variants:
        keys.append(HEADING_KEYS[variant.text])
        if variant.original:
            keys.append(exact_key(variant.original))
    for contributor in description.contributors:
        if contributor.work:
            keys.append(exact_key(contributor.work))
    return keys


def _author_keys(description: Description) -> list[str]:
    keys: list[str] = []
    for contributor in description.contributors:
        keys.append(HEADING_KEYS[contributor.name])
        if contributor.direct != contributor.name:
            keys.append(HEADING_KEYS[contributor.direct])
        if contributor.original:
            keys.append(HEADING_KEYS[contributor.original])
    return keys


def _subject_keys(description: Description) -> list[str]:
    """A heading counts as its main term and as the whole string.

    "Indonesia" then gathers all its subdivisions, and "Indonesia — History — 1945-1949" stays one choice.
    """
    keys: list[str] = []
    for subject in description.subjects:
        keys.append(HEADING_KEYS[subject.term])
        if subject.subdivisions:
            keys.append(HEADING_KEYS[whole_heading(subject)])
    return keys


def _decades(year: int | None) -> list[str]:
    return [] if year is None else [decade(year)]


def _classes(description: Description) -> list[str]:
    groups: list[str] = []
    for classification in description.classifications:
        group = _class_group(classification.scheme, classification.number)
        if group:
            groups.append(group)
    return groups


def places_of(description: Description) -> tuple[str, ...]:
    """Where it was published, "" among them where nothing says so."""
    return description.publication.places or (description.publication.place,)


def about(subjects: tuple[Subject, ...]) -> list[str]:
    """Places and peoples: geographic headings and subdivisions, ethnic groups as LCSH and Indonesian lists say them."""
    found: list[str] = []
    for subject in subjects:
        term: str = subject.term
        if subject.kind == "place" or term.endswith(_PEOPLES) or term.startswith(_SUKU):
            found.append(term)
        found += [division.text for division in subject.subdivisions if division.kind == "place"]
    return found


def _opens(links: tuple[Link, ...]) -> bool:
    return any(link.kind == "resource" for link in links)
