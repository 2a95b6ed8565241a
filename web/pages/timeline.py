"""A serial's union list: who holds which years, drawn as a timeline and written as a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from discovery.catalog.union_list import LibraryRun, ListedSerial, Range, UnionList
from web.i18n import Words
from web.links import ANYTHING, Links

# Steps between the years or volumes that are written above the bars, and how many of them there is room for.
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
_MOST_TICKS = 6
# The share of the line that the year at its end takes, with half of the one beside it.
_ROOM = 0.2
# A news magazine stands in sixty places of one university, each with a statement of its own.
_SHOWN_STATEMENTS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the timeline in per cent of its width; `kind` is "held", or "only" where no other library has it."""

    at: str
    width: str
    kind: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A number above the timeline, and where it stands, in per cent."""

    at: str
    text: str


@dataclass(frozen=True, slots=True)
class RunLine:
    """One library's row. `words` are its own statements where they say more than the years; `more_words` those folded
    away under `more`.
    """

    name: str
    url: str
    bars: tuple[Bar, ...]
    held: str
    missing: str
    only: str
    words: str
    more_words: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The union list as the record page shows it; of several libraries the first line tells what they have together.

    `only_heading` says whether nobody else has it, or nobody else says so. `nobody` is what no library has, `silent`
    names those that have it without saying what, `worked_out` those whose years are those of their volumes;
    `all_serials` leads to the union list.
    """

    heading: str
    held_heading: str
    only_heading: str
    first: str
    last: str
    ticks: tuple[Tick, ...]
    lines: tuple[RunLine, ...]
    nobody: str
    silent: str
    worked_out: str
    all_serials: str


def timeline(listed: ListedSerial, links: Links, words: Words) -> Timeline | None:
    """The timeline of a serial; None where no library says what it holds of it."""
    whole = listed.whole
    if whole is None:
        return None
    runs = sorted(whole.libraries, key=lambda run: words.filed(words.labels.library(run.library)))
    is_years = whole.unit == "year"
    return Timeline(
        heading=words.gettext("Who holds which years") if is_years else words.gettext("Who holds which volumes"),
        held_heading=words.gettext("Years held") if is_years else words.gettext("Volumes held"),
        only_heading=words.gettext("Only here") if listed.is_sure else words.gettext("Nobody else names"),
        first=str(whole.first),
        last=str(whole.last),
        ticks=_ticks(whole),
        lines=(
            *((_everybody(whole, words),) if len(runs) > 1 else ()),
            *(_line(run, whole, links, words) for run in runs),
        ),
        nobody=ranges_text(whole.missing) if len(runs) > 1 else "",
        silent=library_names(listed.silent, words),
        worked_out=library_names((run.library for run in runs if run.by_volumes), words),
        all_serials=links.serials(ANYTHING),
    )


def _line(run: LibraryRun, whole: UnionList, links: Links, words: Words) -> RunLine:
    held, statements = held_text(run, words), _statements(run)
    # Nobody presses a button for one more.
    shown = _SHOWN_STATEMENTS if len(statements) > _SHOWN_STATEMENTS + 1 else len(statements)
    said, rest = "; ".join(statements[:shown]), statements[shown:]
    return RunLine(
        name=words.labels.library(run.library),
        url=links.library(run.library),
        bars=(*_bars(run.held, whole, "held"), *_bars(run.only, whole, "only")),
        held=held,
        missing=ranges_text(run.missing),
        only=ranges_text(run.only),
        words="" if said.replace("-", "–") == held else said,
        more_words="; ".join(rest),
        more=words.ngettext("%(number)s more statement", "%(number)s more statements", len(rest)) if rest else "",
    )


def _statements(run: LibraryRun) -> tuple[str, ...]:
    """A library's statements, each once: "Current year only." says what "Current Year only" does."""
    said = {each.casefold().rstrip(". "): each for each in reversed(run.words)}
    return tuple(each for each in run.words if said[each.casefold().rstrip(". ")] == each)


def _everybody(whole: UnionList, words: Words) -> RunLine:
    return RunLine(
        name=words.gettext("All libraries together"),
        url="",
        bars=_bars(whole.held, whole, "held"),
        held=ranges_text(whole.held),
        missing=ranges_text(whole.missing),
        only="",
        words="",
    )


def held_text(run: LibraryRun, words: Words) -> str:
    """The years or volumes that a library has, "" where its words can't be read."""
    if not run.held:
        return ""
    if not run.is_open:
        return ranges_text(run.held)
    *closed, (first, _) = run.held
    present = words.gettext("%(first)s to the present", first=first)
    return ", ".join(filter(None, (ranges_text(closed), present)))


def library_names(codes: Iterable[str], words: Words) -> str:
    """Libraries in the order of their names."""
    return words.listed(sorted(map(words.labels.library, codes), key=words.filed))


def ranges_text(ranges: Iterable[Range]) -> str:
    """Years or volumes as a reader writes them: "1923–1932, 1940"."""
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in ranges)


def _bars(ranges: Iterable[Range], whole: UnionList, kind: str) -> tuple[Bar, ...]:
    span = whole.last - whole.first + 1
    return tuple(
        Bar(_per_cent(first - whole.first, span), _per_cent(last - first + 1, span), kind) for first, last in ranges
    )


def _ticks(whole: UnionList) -> tuple[Tick, ...]:
    """Round numbers between the ends, as many as can be read beside each other."""
    span = whole.last - whole.first + 1
    step = next((step for step in _STEPS if span / step <= _MOST_TICKS), span)
    begin = -(-(whole.first + 1) // step) * step
    return tuple(
        Tick(_per_cent(number - whole.first, span), str(number))
        for number in range(begin, whole.last, step)
        if _ROOM < (number - whole.first) / span < 1 - _ROOM
    )


def _per_cent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}%"
