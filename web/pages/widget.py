"""The page where a library makes the search box for its own site: choices, a preview, the code to paste."""

from dataclasses import dataclass

from discovery.catalog.site import Site
from discovery.origins import ANY
from web.i18n import OWN_NAMES, Words
from web.links import Links
from web.pages.layout import Frame, Layout, Option
from web.pages.widget_code import box_code, frame_code, frame_height, policy_code
from web.pages.widget_options import ACCENT, PAPER, WidgetOptions, colour_rule
from web.pages.widget_script import widget_label, widget_words


@dataclass(frozen=True, slots=True)
class WidgetPreview:
    """The box as it will be, with the form that stands in it where there is no script; `results` is "here" or ""."""

    library: str
    language: str
    direction: str
    results: str
    label: str
    search: str
    action: str
    theme: str
    frame: str
    height: str


@dataclass(frozen=True, slots=True)
class WidgetChoices:
    """The form's choices as they stand; `label` is what was typed for the one above the box."""

    libraries: tuple[Option, ...]
    spoken: tuple[Option, ...]
    places: tuple[Option, ...]
    label: str
    accent: str
    paper: str


@dataclass(frozen=True, slots=True)
class WidgetCode:
    """What is pasted into the library's own site; `colours` is "" where none was chosen."""

    box: str
    colours: str
    policy: str
    frame: str


@dataclass(frozen=True, slots=True)
class WidgetPage:
    """`readers` and `framers` are the sites that may use the box and its frame, "" where every one may."""

    layout: Layout
    script: str
    builder: str
    builder_style: str
    action: str
    hidden: tuple[tuple[str, str], ...]
    choices: WidgetChoices
    preview: WidgetPreview
    code: WidgetCode
    readers: str
    framers: str


@dataclass(frozen=True, slots=True)
class Admission:
    """Which sites may read the catalogue from their own pages, and which may show it in a frame."""

    origins: tuple[str, ...] = (ANY,)
    frame_hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WidgetFiles:
    """Addresses of what only this page needs."""

    builder: str
    style: str


def widget_page(
    options: WidgetOptions, site: Site, admission: Admission, files: WidgetFiles, spoken: Words, frame: Frame
) -> WidgetPage:
    """`spoken` are the words of the language that the widget is to speak."""
    words, links = frame.words, frame.links
    label = widget_label(options, spoken)
    return WidgetPage(
        layout=frame.layout(words.gettext("A search box for your own site"), canonical=links.permanent.widget()),
        script=links.widget_script(),
        builder=files.builder,
        builder_style=files.style,
        action=links.widget_form(),
        hidden=links.carried,
        choices=_choices(options, site, words),
        preview=_preview(options, label, spoken, links),
        code=_code(options, label, spoken, links),
        readers=_named(admission.origins),
        framers=_named(admission.frame_hosts or (words.gettext("none yet"),)),
    )


def _choices(options: WidgetOptions, site: Site, words: Words) -> WidgetChoices:
    everywhere = Option("", words.gettext("All libraries together"), not options.library)
    names = {each.code: words.labels.library(each.code) for each in site.libraries}
    codes = sorted(names, key=lambda code: words.filed(names[code]))
    return WidgetChoices(
        libraries=(everywhere, *(Option(code, names[code], code == options.library) for code in codes)),
        spoken=tuple(Option(code, name, code == options.language) for code, name in OWN_NAMES.items()),
        places=(
            Option("", words.gettext("In the catalogue"), not options.here),
            Option("here", words.gettext("On your page, below the box"), options.here),
        ),
        label=options.label,
        accent=options.accent or ACCENT,
        paper=options.paper or PAPER,
    )


def _preview(options: WidgetOptions, label: str, spoken: Words, links: Links) -> WidgetPreview:
    own = Links(links.site_url, options.language)
    return WidgetPreview(
        library=options.library,
        language=options.language,
        direction=spoken.direction,
        results="here" if options.here else "",
        label=label,
        search=widget_words(spoken).search,
        action=links.search_form(),
        theme=links.widget_theme(options.colours) if options.colours else "",
        frame=own.widget_frame(options.pairs),
        height=str(frame_height(options)),
    )


def _code(options: WidgetOptions, label: str, spoken: Words, links: Links) -> WidgetCode:
    own = Links(links.site_url, options.language)
    return WidgetCode(
        box=box_code(options, label, spoken, own),
        colours=colour_rule(options),
        policy=policy_code(links.site_url),
        frame=frame_code(options, label, own),
    )


def _named(sites: tuple[str, ...]) -> str:
    return "" if ANY in sites else ", ".join(sites)
