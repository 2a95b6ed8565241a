"""Which libraries the directory shows: by name, kind, province, and what they let a visitor do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import get_args

from discovery.analysis.tokens import exact_key
from discovery.catalog.library import Library, LibraryKind
from web.i18n import Words
from web.library_links import DirectoryState
from web.pages.layout import Option
from web.pages.lending import WAYS, open_ways, way_names

BY_KIND = "kind"
KINDS: tuple[LibraryKind, ...] = get_args(LibraryKind)


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of the form that narrows the directory."""

    name: str
    label: str
    options: tuple[Option, ...]


def known_state(asked: DirectoryState, libraries: Iterable[Library]) -> DirectoryState:
    """What was asked for, without what there isn't."""
    provinces = {library.province for library in libraries}
    return DirectoryState(
        name=asked.name.strip(),
        kind=asked.kind if asked.kind in KINDS else "",
        province=asked.province if asked.province in provinces else "",
        lending=asked.lending if asked.lending in WAYS else "",
        by=asked.by if asked.by == BY_KIND else "",
    )


def fits(library: Library, state: DirectoryState) -> bool:
    """Whether a library is one of those asked for. A name may be any part of its names, its city or its code."""
    texts = (library.code, library.city, *(text for _, text in library.name.texts))
    return (
        state.kind in ("", library.kind)
        and state.province in ("", library.province)
        and (not state.lending or state.lending in open_ways(library))
        and (not state.name or any(exact_key(state.name) in exact_key(text) for text in texts))
    )


def choices(libraries: tuple[Library, ...], state: DirectoryState, words: Words) -> tuple[Choice, ...]:
    """What can be chosen, each value with the number of libraries that it would leave."""
    names, kind = way_names(words), words.labels.library_kind
    provinces = sorted({library.province for library in libraries if library.province}, key=words.filed)
    fields: tuple[tuple[str, str, str, list[tuple[str, str]]], ...] = (
        ("kind", words.gettext("Kind"), words.gettext("Every kind"), [(each, kind(each)) for each in KINDS]),
        ("province", words.gettext("Province"), words.gettext("All provinces"), [(each, each) for each in provinces]),
        ("lending", words.gettext("For visitors"), words.gettext("Any terms"), [(each, names[each]) for each in WAYS]),
    )
    return tuple(
        Choice(name, label, (Option("", every), *_options(name, values, libraries, state, words)))
        for name, label, every, values in fields
    )


def _options(
    name: str, values: list[tuple[str, str]], libraries: tuple[Library, ...], state: DirectoryState, words: Words
) -> Iterator[Option]:
    """Those values that leave something; the chosen one in any case."""
    chosen = dict(state.pairs).get(name, "")
    for value, text in values:
        number = sum(fits(library, replace(state, **{name: value})) for library in libraries)
        if number or value == chosen:
            yield Option(value, f"{text} ({words.number(number)})", value == chosen)
