"""Match keys: what two records must share before they are compared at all."""

import msgspec

from discovery.catalog.record import Record
from indexer.match.compare import compare
from indexer.match.features import Features, features_of
from indexer.match.titles import is_generic, telling_words
from indexer.store.packing import MatchKeys

# Enough to tell most titles apart, few enough that a subtitle which only one side has doesn't matter.
_SHORT, _LONG = 2, 4
_MOST_NAME_ELEMENTS = 3
_encode = msgspec.json.Encoder(order="deterministic").encode


def match_keys(record: Record) -> MatchKeys:
    """A record's keys: its valid identifiers, and its title with its author, with its year, and with its extent.

    A generic title ("Annual report") makes no key without an author, so that it alone brings nobody together.
    """
    features = features_of(record)
    return MatchKeys(
        likeness=record.partner.encode() + b"\0" + _encode(features),
        unites=bool(features.identifiers) and (not features.is_generic or compare(features, features).strong),
        identifiers=tuple([f"{scheme}:{agency}:{value}" for scheme, agency, value in features.identifiers]),
        texts=text_keys(features),
    )


def text_keys(features: Features) -> tuple[str, ...]:
    """The keys that a record's title makes, in each script it is given in."""
    keys = _title_keys(features.title + features.subtitle, features, features.is_generic)
    if features.original:
        keys += _title_keys(features.original, features, is_generic(features.original))
    return tuple(keys)


def _title_keys(title: tuple[str, ...], features: Features, generic: bool) -> list[str]:
    words = telling_words(title)
    if not words:
        return []
    short = " ".join(words[:_SHORT])
    names = [name for name in features.creators[0] if len(name) > 1] if features.creators else []
    if len(names) > 1:
        names.sort(key=lambda name: (-len(name), name))
    keys = [f"author:{short}:{name}" for name in names[:_MOST_NAME_ELEMENTS]]
    if features.year is None or generic:
        return keys
    keys.append(f"year:{' '.join(words[:_LONG])}:{features.year}")
    if features.pages is not None:
        keys.append(f"extent:{short}:{features.year}:{features.pages}")
    return keys
