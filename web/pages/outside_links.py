"""Links out of the catalogue, which open the thing itself or what is said of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from discovery.catalog.holding import Link
from web.i18n import Words

_WEB = ("http://", "https://")
# What their names are in every language.
_FILES = {
    ".djvu": "DjVu", ".doc": "DOC", ".docx": "DOCX", ".epub": "EPUB", ".mp3": "MP3", ".mp4": "MP4", ".pdf": "PDF",
    ".ppt": "PPT", ".pptx": "PPTX", ".zip": "ZIP",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """An address outside the catalogue, with the words to click on and the host that it leads to."""

    url: str
    text: str
    host: str


def outside_links(links: Iterable[Link], words: Words) -> tuple[OutsideLink, ...]:
    """Links that a browser may open, each once; a bare address is named by what it leads to, and numbered among several
    that lead to the same kind of thing at the same host: the volumes of a work.
    """
    names = {
        "resource": words.gettext("Read or open online"),
        "version": words.gettext("Another version online"),
        "related": words.gettext("Related resource"),
        "contents": words.gettext("Table of contents"),
        "cover": words.gettext("Cover"),
        "manifest": words.gettext("Page images (IIIF)"),
    }
    kept = (link for link in dict.fromkeys(links) if link.url.lower().startswith(_WEB))
    return _told_apart(
        [OutsideLink(link.url, link.text or _with_form(names[link.kind], link.url), _host(link.url)) for link in kept],
        words,
    )


def _with_form(name: str, url: str) -> str:
    """What opens, where the address tells: a file is loaded down whole, which on a weak link is good to know."""
    form = _FILES.get(PurePosixPath(url.partition("?")[0].partition("#")[0]).suffix.lower(), "")
    return f"{name}, {form}" if form else name


def _told_apart(links: list[OutsideLink], words: Words) -> tuple[OutsideLink, ...]:
    """The links, those that read alike with their number."""
    alike = Counter((link.text, link.host) for link in links)
    seen: Counter[tuple[str, str]] = Counter()
    told = []
    for link in links:
        seen[link.text, link.host] += 1
        number = words.number(seen[link.text, link.host])
        told.append(replace(link, text=f"{link.text} ({number})") if alike[link.text, link.host] > 1 else link)
    return tuple(told)


def _host(url: str) -> str:
    """The host as people know it; "" where an address has none that can be read."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
