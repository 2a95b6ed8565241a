"""What a reader sees where there is no connection, and the script that keeps it for them."""

from dataclasses import dataclass

from web.links import Links
from web.pages.layout import Frame, Layout


@dataclass(frozen=True, slots=True)
class OfflinePage:
    """Stands in for whatever page couldn't be reached, under that page's own address."""

    layout: Layout


@dataclass(frozen=True, slots=True)
class WorkerScript:
    """The service worker in one language. `name` is its cache's, another for every content; `kept` draws the page."""

    name: str
    offline: str
    kept: tuple[str, ...]


def offline_page(frame: Frame) -> OfflinePage:
    """The page itself; it knows of no visit but the language."""
    return OfflinePage(frame.layout(frame.words.gettext("No connection")))


def worker_script(edition: str, frame: Frame) -> WorkerScript:
    """The script for the frame's language. Its bytes change with what it keeps, and so a browser takes it anew."""
    links = Links(frame.links.site_url, frame.words.locale)
    kept = tuple(filter(None, (frame.style, frame.script, frame.icon)))
    style = frame.style.rpartition("/")[2]
    return WorkerScript(f"padu-{edition}-{frame.words.locale}-{style}", links.offline(), kept)
