"""The union list of serials: who holds which years of each, as a list to read, to print and to take away."""

from dataclasses import dataclass, replace

from discovery.catalog.union_list import LibraryRun, ListedSerial
from discovery.export.parts import identifier_values
from discovery.labels.imprint import imprint
from discovery.search.notes import note_text
from discovery.search.request import WINDOW
from discovery.search.results import Facet
from discovery.search.serial_list import SERIAL, SerialPage, SerialPlace
from web.i18n import Words
from web.links import ANYTHING, SearchState
from web.pages.constraints import Constraint, constraints
from web.pages.facet_values import selected_values
from web.pages.hits import carrier_told
from web.pages.layout import Frame, Layout, Option
from web.pages.paging import Paging, numbered_pages
from web.pages.timeline import held_text, library_names, ranges_text

# A serial that a hundred libraries have is read on its own page.
_MOST_HOLDERS = 20
# The form has fields for these.
_TYPED = frozenset({"q", "f.library", "page"})


@dataclass(frozen=True, slots=True)
class HolderLine:
    """A library's part: what it has, in its own words where they can't be read or its years stand behind volumes, what
    it lacks, and in words what only it has.
    """

    name: str
    held: str
    missing: str
    only: str


@dataclass(frozen=True, slots=True)
class SerialEntry:
    """A serial. `about` is imprint, ISSN and what carries it; `held` and `nobody` are what all have together and what
    none of several has. `silent` names those that have it without saying what, `more` counts the holders that aren't
    shown.
    """

    title: str
    url: str
    about: str
    held: str
    nobody: str
    sole: str
    holders: tuple[HolderLine, ...]
    silent: str
    more: str


@dataclass(frozen=True, slots=True)
class SerialListPage:
    """A page of the list. `everything` leads to all of it and `clear` takes all limits away; "" where that is shown."""

    layout: Layout
    count: str
    notes: tuple[str, ...]
    constraints: tuple[Constraint, ...]
    clear: str
    form: str
    hidden: tuple[tuple[str, str], ...]
    text: str
    typed: str
    libraries: tuple[Option, ...]
    everything: str
    table: str
    search: str
    entries: tuple[SerialEntry, ...]
    paging: Paging


def serial_list_page(page: SerialPage, place: SerialPlace, typed: str, frame: Frame) -> SerialListPage:
    """`place` is where the page was opened, `typed` what that was asked for with, "" for the beginning."""
    words, links = frame.words, frame.links
    params = page.params.without_facet("type")
    state, everything = SearchState(params), links.serials(ANYTHING)
    limits = constraints(params, words, links.serials)
    chosen = selected_values(params.filters, "library")
    is_whole = not (limits or params.rows[0].text)
    return SerialListPage(
        layout=frame.layout(
            words.gettext("Union list of serials"),
            canonical=links.permanent.serials(ANYTHING) if is_whole else "",
        ),
        count=_count(page, place, typed, words),
        notes=tuple(note_text(note, words.labels.sentence) for note in page.notes),
        constraints=limits,
        clear=everything if len(limits) > 1 else "",
        form=links.serials_form(),
        hidden=frame.hidden(tuple(pair for pair in state.sorted_by("relevance").pairs if pair[0] not in _TYPED)),
        text=params.rows[0].text,
        typed=typed,
        libraries=_libraries(page.libraries, chosen, words),
        everything="" if is_whole and not place.beginning else everything,
        table=links.serials_table(state),
        search=links.search(state.sorted_by("relevance").with_value("type", SERIAL)),
        entries=tuple(_entry(each, chosen, frame) for each in page.serials),
        paging=_paging(page, place, typed, frame),
    )


def _count(page: SerialPage, place: SerialPlace, typed: str, words: Words) -> str:
    whole = words.ngettext("%(number)s serial", "%(number)s serials", page.total)
    if not place.beginning:
        return whole
    left = words.number(page.left)
    if typed:
        return words.gettext("%(number)s of %(serials)s, from “%(typed)s” on", number=left, serials=whole, typed=typed)
    return words.gettext("%(number)s of %(serials)s", number=left, serials=whole)


def _libraries(counted: Facet, chosen: frozenset[str], words: Words) -> tuple[Option, ...]:
    """The libraries that have serials, by name; the one that is chosen in any case."""
    counts = dict.fromkeys(chosen, 0) | {bucket.value: bucket.count for bucket in counted.buckets}
    names = sorted(((words.labels.library(code), code) for code in counts), key=lambda named: words.filed(named[0]))
    return (
        Option("", words.gettext("All libraries"), not chosen),
        *(Option(code, f"{name} ({words.number(counts[code])})", code in chosen) for name, code in names),
    )


def _entry(listed: ListedSerial, chosen: frozenset[str], frame: Frame) -> SerialEntry:
    words, whole = frame.words, listed.whole
    told = listed.record.description
    name = words.labels.library
    runs = sorted(listed.runs, key=lambda run: (run.library not in chosen, words.filed(name(run.library))))
    rest = len(runs) - _MOST_HOLDERS
    issns = (f"ISSN {issn}" for issn in identifier_values(told, "issn"))
    about = (imprint(told), *issns, carrier_told(told, words))
    return SerialEntry(
        title=told.title.full,
        url=frame.links.record(listed.record.id),
        about=" · ".join(filter(None, about)),
        held=_marked(ranges_text(whole.held), listed, words) if whole and len(runs) > 1 else "",
        nobody=ranges_text(whole.missing) if whole and len(runs) > 1 else "",
        sole=name(listed.sole) if listed.sole else "",
        holders=tuple(_holder(run, listed, words) for run in runs[:_MOST_HOLDERS]),
        silent=library_names(listed.silent, words) if not listed.sole else "",
        more=words.ngettext("and %(number)s more library", "and %(number)s more libraries", rest) if rest > 0 else "",
    )


def _holder(run: LibraryRun, listed: ListedSerial, words: Words) -> HolderLine:
    held, said = _marked(held_text(run, words), listed, words), "; ".join(run.words)
    told = f"{held} ({said})" if run.by_volumes else held or said
    return HolderLine(words.labels.library(run.library), told, ranges_text(run.missing), _only(run, listed, words))


def _marked(held: str, listed: ListedSerial, words: Words) -> str:
    """Years as they are, volumes with what they are."""
    if not held or listed.whole is None or listed.whole.unit == "year":
        return held
    return words.gettext("volumes %(volumes)s", volumes=held)


def _only(run: LibraryRun, listed: ListedSerial, words: Words) -> str:
    """What nobody else has, or, where others don't say in years what they have, what nobody else says they have."""
    if listed.sole:
        return words.gettext("only here")
    if not run.only:
        return ""
    said = words.gettext("only here: %(only)s") if listed.is_sure else words.gettext("nobody else names %(only)s")
    return said % {"only": ranges_text(run.only)}


def _paging(page: SerialPage, place: SerialPlace, typed: str, frame: Frame) -> Paging:
    """Pages are counted from the place; behind the window's last one the list goes on from a new place."""
    links, state = frame.links, SearchState(page.params)
    at = "" if typed else str(place) if place.beginning else ""

    def address(number: int) -> str:
        return links.serials(state.on_page(number), typed=typed, at=at)

    pages = numbered_pages(min(page.left, WINDOW - place.skip), page.params, frame.words, address)
    if pages.following or page.following is None:
        return pages
    return replace(pages, following=links.serials(state.on_page(1), at=str(page.following)))
