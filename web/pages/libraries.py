"""The directory of member libraries: by province and city or by kind, narrowed by what the address says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from discovery.catalog.library import Library
from discovery.catalog.site import Site
from web.i18n import Words
from web.library_links import DirectoryState
from web.links import ANYTHING
from web.pages.distances import Distances
from web.pages.layout import Frame, Layout, Option
from web.pages.lending import open_ways, way_names
from web.pages.library_choice import BY_KIND, KINDS, Choice, choices, fits, known_state


@dataclass(frozen=True, slots=True)
class LibraryLine:
    """A library in the directory; `about` is what else is told of it."""

    name: str
    url: str
    about: str
    records: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class LibraryGroup:
    """The libraries of one city; `name` is "" where the city isn't known, or where cities aren't told apart."""

    name: str
    libraries: tuple[LibraryLine, ...]


@dataclass(frozen=True, slots=True)
class LibrarySection:
    """A province, or a kind of library, with how many libraries it has."""

    name: str
    count: str
    groups: tuple[LibraryGroup, ...]


@dataclass(frozen=True, slots=True)
class LibrariesPage:
    """`count` says how many libraries are shown, and of how many. `everything` leads to all, "" where all are shown."""

    layout: Layout
    count: str
    form: str
    hidden: tuple[tuple[str, str], ...]
    name: str
    choices: tuple[Choice, ...]
    groupings: tuple[Option, ...]
    sections: tuple[LibrarySection, ...]
    everything: str
    referral: str
    serials: str
    own_libraries: str


def libraries_page(site: Site, counts: Mapping[str, int], asked: DirectoryState, frame: Frame) -> LibrariesPage:
    """`counts` holds the number of records by library code; what `asked` names that there isn't is left out."""
    words, links = frame.words, frame.links
    state = known_state(asked, site.libraries)
    shown = tuple(library for library in site.libraries if fits(library, state))
    sections = _Sections(site, counts, frame)
    canonical = "" if state.pairs else links.permanent.libraries()
    return LibrariesPage(
        layout=frame.layout(words.gettext("Libraries"), canonical=canonical),
        count=_count(len(shown), len(site.libraries), words),
        form=links.libraries_form(),
        hidden=frame.hidden((("by", state.by),) if state.by else ()),
        name=state.name,
        choices=choices(site.libraries, state, words),
        groupings=(
            Option("", words.gettext("By province and city"), not state.by, links.libraries(replace(state, by=""))),
            Option(BY_KIND, words.gettext("By kind"), bool(state.by), links.libraries(replace(state, by=BY_KIND))),
        ),
        sections=sections.by_kind(shown) if state.by else sections.by_province(shown),
        everything=links.libraries(DirectoryState(by=state.by)) if replace(state, by="").pairs else "",
        referral=links.referral(ANYTHING),
        serials=links.serials(ANYTHING),
        own_libraries=links.own_libraries(ANYTHING) if len(site.libraries) > 1 else "",
    )


def _count(shown: int, known: int, words: Words) -> str:
    every = words.ngettext("%(number)s library", "%(number)s libraries", known)
    if shown == known:
        return every
    return words.gettext("%(number)s of %(libraries)s", number=words.number(shown), libraries=every)


class _Sections:
    """Groups libraries; what is nearest to the reader's own stands first, of equally near ones by name."""

    def __init__(self, site: Site, counts: Mapping[str, int], frame: Frame) -> None:
        self._counts = counts
        self._words = frame.words
        self._links = frame.links
        self._distances = Distances(site, frame.links.homes)
        self._ways = way_names(frame.words)

    def by_province(self, libraries: tuple[Library, ...]) -> tuple[LibrarySection, ...]:
        """A section a province, in it a group a city; those of no province come last."""
        provinces: dict[str, list[Library]] = {}
        for library in self._sorted(libraries):
            provinces.setdefault(library.province, []).append(library)
        filed = self._words.filed
        names = sorted(provinces, key=lambda name: (not name, self._nearest(provinces[name]), filed(name)))
        return tuple(
            self._section(name or self._words.gettext("Elsewhere"), provinces[name], self._by_city(provinces[name]))
            for name in names
        )

    def by_kind(self, libraries: tuple[Library, ...]) -> tuple[LibrarySection, ...]:
        """A section a kind, in the order in which padu.toml's kinds are told."""
        kinds = {kind: [each for each in self._sorted(libraries) if each.kind == kind] for kind in KINDS}
        return tuple(
            self._section(
                self._words.labels.library_kind(kind),
                found,
                (LibraryGroup("", tuple(self._line(each, each.city, each.province) for each in found)),),
            )
            for kind, found in kinds.items()
            if found
        )

    def _section(self, name: str, libraries: list[Library], groups: tuple[LibraryGroup, ...]) -> LibrarySection:
        count = self._words.ngettext("%(number)s library", "%(number)s libraries", len(libraries))
        return LibrarySection(name, count, groups)

    def _by_city(self, libraries: list[Library]) -> tuple[LibraryGroup, ...]:
        cities: dict[str, list[Library]] = {}
        for library in libraries:
            cities.setdefault(library.city, []).append(library)
        return tuple(
            LibraryGroup(city, tuple(self._line(each, self._words.labels.library_kind(each.kind)) for each in found))
            for city, found in sorted(
                cities.items(), key=lambda pair: (not pair[0], self._nearest(pair[1]), self._words.filed(pair[0]))
            )
        )

    def _line(self, library: Library, *about: str) -> LibraryLine:
        ways = (self._ways[way] for way in open_ways(library))
        told = (*about, self._distances.told(library.code, self._words), *ways)
        records = self._counts.get(library.code, 0)
        return LibraryLine(
            name=library.name.in_language(self._words.locale),
            url=self._links.library(library.code),
            about=" · ".join(filter(None, told)),
            records=self._words.ngettext("%(number)s record", "%(number)s records", records),
            is_own=library.code in self._links.homes,
        )

    def _sorted(self, libraries: tuple[Library, ...]) -> list[Library]:
        words = self._words
        return sorted(libraries, key=lambda each: (self._rank(each), words.filed(each.name.in_language(words.locale))))

    def _nearest(self, libraries: list[Library]) -> int:
        return min(map(self._rank, libraries))

    def _rank(self, library: Library) -> int:
        return self._distances.rank(library.code)
