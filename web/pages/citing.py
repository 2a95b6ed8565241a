"""A record in the standard citation styles."""

from collections.abc import Iterable
from dataclasses import dataclass

from discovery.catalog.record import UnionRecord
from discovery.export.citing import Citation
from web.pages.layout import Frame, Layout


@dataclass(frozen=True, slots=True)
class CitingPage:
    """The citations, and the addresses of the record for those who cite with a program."""

    layout: Layout
    title: str
    record: str
    permalink: str
    citations: tuple[Citation, ...]
    downloads: tuple[tuple[str, str], ...]


def citing_page(record: UnionRecord, citations: Iterable[Citation], frame: Frame) -> CitingPage:
    """`citations` in the order of their styles."""
    links, words = frame.links, frame.words
    formats = (("ris", "RIS"), ("bib", "BibTeX"), ("csl", "CSL-JSON"))
    title = record.description.title.full
    return CitingPage(
        layout=frame.layout(words.gettext("Cite: %(title)s", title=title)),
        title=title,
        record=links.record(record.id),
        permalink=links.absolute(links.permanent.record(record.id)),
        citations=tuple(citations),
        downloads=tuple((name, links.record(record.id, extension)) for extension, name in formats),
    )
