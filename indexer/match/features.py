"""What a comparison looks at, drawn from a record once, however many candidates it meets."""

import re
from functools import lru_cache

import msgspec

from discovery.analysis.fold import fold
from discovery.catalog.contributor import Contributor
from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Description, Record
from indexer.match.names import name_elements
from indexer.match.titles import is_generic, title_words
from indexer.match.words import word_list

IdentifierKey = tuple[str, str, str]

_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]+")
# Looked for before the illustrations (":") and the size (";"): "xiii, 294, [1] p. : ill. ; 23 cm".
_COUNTED = re.compile(r"\b(?:p|pp|pg|s|hlm|hal|halaman|pages|seiten|bl|leaves|l)\b")
_VOLUMES = re.compile(r"(\d+)\s*(?:v|vol|vols|volumes|jil|jilid|bd|t|tomes)\b")
_WORD_NUMBERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "kesatu": 1,
    "pertama": 1,
    "kedua": 2,
    "ketiga": 3,
    "keempat": 4,
    "kelima": 5,
    "keenam": 6,
    "ketujuh": 7,
    "kedelapan": 8,
    "zweite": 2,
    "dritte": 3,
    "deuxieme": 2,
    "tweede": 2,
    "derde": 3,
}
_EDITION_KINDS = {
    "revised": "rev", "rev": "rev", "revisi": "rev", "enlarged": "enl", "enl": "enl", "abridged": "abr",
    "international": "int", "student": "stu", "teacher": "tea", "teachers": "tea", "large": "large", "facsim": "fac",
}  # fmt: skip
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Features(msgspec.Struct, frozen=True):
    """One record's side of a comparison. Empty means that the record doesn't say.

    `title` is the title proper, `subtitle` the rest; `volumes` are the designations of a part. `creators` are the
    names as sets of elements. `is_generic` says that the title says nothing by itself. `edition` holds numbers and
    kinds of edition ("2", "rev"), `pages` the highest page number.
    """

    identifiers: frozenset[IdentifierKey]
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    original: tuple[str, ...]
    is_generic: bool
    volumes: frozenset[str]
    creators: tuple[frozenset[str], ...]
    responsibility: str
    year: int | None
    last_year: int | None
    edition: frozenset[str]
    pages: int | None
    volume_count: int | None
    publishers: frozenset[str]
    languages: frozenset[str]
    type: str
    carrier: str
    is_component: bool


def features_of(record: Record) -> Features:
    """What `compare` looks at in this record."""
    told = record.description
    pages, volume_count = _counts(told.extent)
    title = title_words(told.title.main[told.title.nonfiling :] or told.title.main)
    subtitle = title_words(told.title.subtitle) if told.title.subtitle else ()
    return Features(
        identifiers=frozenset([identifier_key(each) for each in told.identifiers if each.is_key]),
        title=title,
        subtitle=subtitle,
        original=title_words(told.title.original) if told.title.original else (),
        is_generic=is_generic(title + subtitle),
        volumes=frozenset([designation for part in told.title.parts if (designation := _designation(part))]),
        creators=tuple(dict.fromkeys([name_elements(each.name) for each in creators(told)])),
        responsibility=told.title.responsibility,
        year=told.publication.year,
        last_year=told.publication.last_year,
        edition=_edition(told.edition),
        pages=pages,
        volume_count=volume_count,
        publishers=_publishers(told.publication.publisher, told.publication.publishers),
        languages=frozenset(told.languages) if told.language_basis == "coded" else frozenset(),
        type=told.type,
        carrier=told.carrier,
        is_component=told.is_component,
    )


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


@lru_cache(maxsize=8_192)
def _designation(part: str) -> str:
    """Of a part: "Jilid II", "jil. 2" and "2" are one designation, its number; "43071-C1" is what it says."""
    words = [word for word in title_words(part) if word not in _PART_WORDS]
    values = [_number(word) for word in words]
    return " ".join(values) if all(values) else " ".join(words)


def _number(word: str) -> str:
    if word.isdigit():
        return str(int(word))
    if word in _WORD_NUMBERS:
        return str(_WORD_NUMBERS[word])
    if not _ROMAN.fullmatch(word):
        return ""
    values = [_ROMAN_VALUES[letter] for letter in word]
    signed = (-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))
    return str(sum(signed))


@lru_cache(maxsize=8_192)
def _edition(statement: str) -> frozenset[str]:
    if not statement:
        return frozenset()
    words = title_words(fold(statement))
    # "Cet. 35" counts printings, not editions: the text is the same.
    if words and words[0].startswith(("cet", "print", "impress", "repr")):
        return frozenset()
    numbers = {str(int(digits)) for word in words for digits in _NUMBER.findall(word) if len(digits) < 4}
    named = {str(_WORD_NUMBERS[word]) for word in words if word in _WORD_NUMBERS}
    return frozenset(numbers | named | {_EDITION_KINDS[word] for word in words if word in _EDITION_KINDS})


@lru_cache(maxsize=16_384)
def _counts(statement: str) -> tuple[int | None, int | None]:
    """The highest page number and the number of volumes that an extent states."""
    extent = fold(statement)
    counted = extent.partition(":")[0].partition(";")[0]
    pages = _largest(_NUMBER.findall(counted)) if _COUNTED.search(counted) else None
    return pages, _largest(_VOLUMES.findall(extent))


def _largest(numbers: list[str]) -> int | None:
    values = [int(each) for each in numbers if len(each) < 6]
    return max(values) if values else None


_PART_WORDS = word_list("part_words")
_PUBLISHER_FILLERS = word_list("publisher_fillers")


@lru_cache(maxsize=16_384)
def _publishers(first: str, others: tuple[str, ...]) -> frozenset[str]:
    words = frozenset([word for name in dict.fromkeys((first, *others)) if name for word in title_words(name)])
    return words - _PUBLISHER_FILLERS or words
