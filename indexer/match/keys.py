"""Match keys: what two records must share before they are compared at all."""

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
from msgspec.structs import replace

from discovery.catalog.record import Record
from indexer.match.compare import compare
from indexer.match.drawn_features import features_of
from indexer.match.features import Features
from indexer.match.romanised import skeletons
from indexer.match.spellings import in_key_spelling
from indexer.match.titles import is_generic, telling_words
from indexer.match.wordings import written_apart
from indexer.match.work import named_work, work_id
from indexer.store.packed_keys import MatchKeys, Translation, pack_text_key

# Enough to tell most titles apart, few enough that a subtitle which only one side has doesn't matter.
_SHORT, _LONG = 2, 4
# So many letters of a title are hardly ever written in two ways.
_START: Final = 5
_MOST_NAME_ELEMENTS: Final = 2
# So many initials tell a title without a name beside them.
_TELLING_INITIALS, _MOST_INITIALS = 5, 6
_MOST_MAKERS: Final = 2
_encode: Final = msgspec.json.Encoder(order="deterministic").encode


def match_keys(record: Record) -> MatchKeys:
    """A record's keys: its valid identifiers, and its title with its author and with its year, and its year with
    its extent and author.

    A generic title ("Annual report") makes no key without an author, so that it alone brings nobody together.
    """
    features = features_of(record)
    return MatchKeys(
        likeness=record.partner.encode() + b"\0" + _encode(features),
        unites=bool(features.identifiers) and (not features.is_generic or compare(features, features).strong),
        identifiers=_identifier_keys(features),
        texts=text_keys(features),
        translations=tuple(_translations(record)),
    )


def _translations(record: Record) -> Iterator[Translation]:
    """The translations that the record names (767), each by the number of the work that it would be by itself."""
    told = record.description
    for relation in told.relations:
        if relation.kind == "translation" and relation.title:
            by_itself = named_work(told, relation.title)
            original, work = work_id(told, record.id), work_id(by_itself, record.id)
            if work not in (original, record.id):
                for key in text_keys(features_of(replace(record, description=by_itself))):
                    if key.startswith("author:"):
                        yield Translation(work, original, pack_text_key(key))


def keys_of(features: Features) -> tuple[str, ...]:
    """All keys by which a record of these features is found."""
    return (*_identifier_keys(features), *text_keys(features))


def _identifier_keys(features: Features) -> tuple[str, ...]:
    return tuple([f"{scheme}:{agency}:{value}" for scheme, agency, value in features.identifiers])


def text_keys(features: Features) -> tuple[str, ...]:
    """The keys that a record's title makes, in each script it is given in, and the one without a title.

    A romanised title whose text is in the Arabic script is taken by its consonants, which all romanisations share.
    """
    name = _name(features)
    words = in_key_spelling(telling_words(features.bones or features.title + features.subtitle))
    proper = in_key_spelling(telling_words(features.title)) if features.subtitle and not features.bones else words
    keys = _title_keys(words, proper, name, features.year, generic=features.is_generic)
    if proper and len(proper) < _SHORT and len(features.volumes) == 1:
        # Finds "Naruto 5" by "Naruto", part 5.
        numbered = (*proper, *features.volumes)
        keys += _title_keys(numbered, numbered, name, features.year, generic=features.is_generic)
    if features.original:
        original = telling_words(features.original)
        own = [element for each in features.creators if written_apart(each, proper) for element in _longest(each)]
        names = name + own[:_MOST_NAME_ELEMENTS]
        keys += _title_keys(original, original, names, features.year, generic=is_generic(features.original))
    if features.year is not None and name and not features.is_corporate and not features.is_generic:
        # Finds what is begun otherwise after some letters ("sumber daya", "sumberdaya"), where nothing tells the pages.
        keys.append(f"start:{''.join(words)[:_START]}:{features.year}:{name[0]}")
    if features.run is not None and words and not features.is_generic:
        # Finds a serial that another catalogue begins with another year.
        keys += [f"run:{' '.join(words[:_LONG])}:{each}" for each in _longest(features.publishers)[:1]]
    extent = _extent(features)
    if extent and proper and not features.is_generic:
        # Finds what was dated otherwise, or is entered under another name.
        keys.append(f"extent:{_two_longest(proper)}:{extent}")
    if features.year is not None and extent and words:
        # Finds what two cataloguers entered under different titles, or one of them mistyped. Which body a thing is
        # entered under is a matter of the rules, so that its publisher is a key, too.
        who = _makers(features)
        if not features.is_generic and (features.is_corporate or not who):
            who = [*who, *_longest(features.publishers)[:1]]
        keys += [f"imprint:{features.year}:{extent}:{each}" for each in who]
    return tuple(dict.fromkeys(keys))


def _extent(features: Features) -> str:
    """The largest count of pages, else how many volumes there are."""
    if features.pages:
        return str(features.pages[0])
    return f"{features.volume_counts[0]}v" if features.volume_counts else ""


def _makers(features: Features) -> list[str]:
    """Of each of the first makers, whichever comes first, the most telling element of the name."""
    found = [_elements(features, name)[:1] for name in features.creators[:_MOST_MAKERS]]
    return [each for elements in found for each in elements]


def _name(features: Features) -> list[str]:
    """The telling elements of the main name, the longest first."""
    return _elements(features, features.creators[0])[:_MOST_NAME_ELEMENTS] if features.creators else []


def _elements(features: Features, name: frozenset[str]) -> list[str]:
    elements: Iterable[str] = skeletons(name) if features.bones else name
    return _longest([each for each in elements if len(each) > 1])


def _title_keys(
    words: tuple[str, ...], proper: tuple[str, ...], name: list[str], year: int | None, *, generic: bool
) -> list[str]:
    if not words:
        return []
    short = " ".join(words[:_SHORT])
    keys = [f"author:{short}:{element}" for element in name]
    if year is None or generic:
        return keys
    keys.append(f"year:{' '.join(words[:_LONG])}:{year}")
    # The longest words: another beginning, another order, or an error in one of the first words doesn't touch them.
    keys.append(f"words:{_two_longest(proper)}:{year}")
    # First letters: hardly anybody mistypes those.
    who = "" if len(proper) >= _TELLING_INITIALS else name[0] if name else None
    if who is not None:
        keys.append(f"initials:{''.join([word[0] for word in proper[:_MOST_INITIALS]])}:{year}:{who}")
    return keys


def _two_longest(words: Iterable[str]) -> str:
    return " ".join(sorted(_longest(words)))


def _longest(words: Iterable[str]) -> list[str]:
    """The two longest words, the longest first; of equally long ones those that come first in the alphabet.

    In one pass: to sort all words of each name and title took four times as long.
    """
    first = second = ""
    for word in words:
        if word in (first, second):
            continue
        if _is_before(word, first):
            first, second = word, first
        elif _is_before(word, second):
            second = word
    return [each for each in (first, second) if each]


def _is_before(word: str, other: str) -> bool:
    return len(word) > len(other) or (len(word) == len(other) and word < other)
