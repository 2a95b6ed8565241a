"""The widget as a page for a frame: plain HTML for sites that allow no script of others."""

from dataclasses import dataclass

from discovery.labels.imprint import imprint
from discovery.search.notes import note_text
from discovery.search.outcome import FoundRecord, Outcome
from web.i18n import Words
from web.links import Links, SearchState, search_for
from web.pages.first_owners import first_marks
from web.pages.layout import Frame
from web.pages.widget_options import WidgetOptions
from web.pages.widget_script import WidgetWords, widget_label, widget_words

SHOWN_AUTHORS = 3
SHOWN_LIBRARIES = 5


@dataclass(frozen=True, slots=True)
class FrameHit:
    """A result; `original` is its title in its own script, where the catalogue has it. `places` are names of libraries
    with their first shelf marks, `others` says how many more there are.
    """

    title: str
    original: str
    url: str
    about: str
    places: tuple[tuple[str, str], ...]
    others: str


@dataclass(frozen=True, slots=True)
class FrameResults:
    """What a search in the frame came to; `further` opens the whole of it, outside the frame."""

    told: str
    hits: tuple[FrameHit, ...]
    further: str
    further_label: str


@dataclass(frozen=True, slots=True)
class WidgetFramePage:
    """The box; `target` is where its answers open. `results` is None until somebody searches in the frame."""

    locale: str
    direction: str
    words: WidgetWords
    site_name: str
    label: str
    icon: str
    style: str
    theme: str
    action: str
    target: str
    hidden: tuple[tuple[str, str], ...]
    typed: str
    results: FrameResults | None


def in_frame(typed: str, options: WidgetOptions) -> SearchState:
    """The search for what was typed in the frame."""
    state = search_for(typed)
    return state.with_value("library", options.library) if options.library else state


def widget_frame_page(
    options: WidgetOptions, typed: str, outcome: Outcome | None, frame: Frame, style: str, *, down: bool = False
) -> WidgetFramePage:
    """`outcome` answers what was typed; None where nothing was searched, or where `down`, nothing could be."""
    words = frame.words
    links = Links(frame.links.site_url, words.locale)
    spoken = widget_words(words)
    scope = (("f.library", options.library),) if options.library else ()
    results = _results(outcome, options, links, words) if outcome else None
    if down:
        results = FrameResults(spoken.down, (), links.search(in_frame(typed, options)), spoken.there)
    return WidgetFramePage(
        locale=words.locale,
        direction=words.direction,
        words=spoken,
        site_name=words.labels.site_name,
        label=widget_label(options, words),
        icon=frame.icon,
        style=style,
        theme=links.widget_theme(options.colours),
        action=links.widget_frame_form() if options.here else links.search_form(),
        target="_self" if options.here else "_top",
        hidden=(*(options.pairs if options.here else scope), ("lang", words.locale)),
        typed=typed,
        results=results,
    )


def _results(outcome: Outcome, options: WidgetOptions, links: Links, words: Words) -> FrameResults:
    spoken = widget_words(words)
    state = SearchState(outcome.params)
    if outcome.total:
        further, label = state, spoken.there
    else:
        further, label = state.without_facet("library"), spoken.everywhere if options.library else spoken.there
    found = spoken.found + words.number(outcome.total) if outcome.total else spoken.none
    return FrameResults(
        told=" ".join((found, *(note_text(note, words.labels.sentence) for note in outcome.notes))),
        hits=tuple(_hit(found, options, links, words) for found in outcome.hits),
        further=links.search(further.sized(20)),
        further_label=label,
    )


def _hit(found: FoundRecord, options: WidgetOptions, links: Links, words: Words) -> FrameHit:
    record, description = found.record, found.record.description
    authors = "; ".join([each.name for each in description.contributors if not each.work][:SHOWN_AUTHORS])
    marks = first_marks(record)
    shown = [options.library] if options.library else list(record.libraries[:SHOWN_LIBRARIES])
    others = len(record.libraries) - len(shown)
    return FrameHit(
        title=description.title.full,
        original=description.title.original,
        url=links.record(record.id),
        about=" · ".join(filter(None, (authors, imprint(description)))),
        places=tuple((words.labels.library(code), marks.get(code, "")) for code in shown),
        others=f"(+{words.number(others)})" if others > 0 else "",
    )
