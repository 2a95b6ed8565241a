"""The forms in which a record can be taken away, and its permanent addresses."""

from collections.abc import Iterable
from dataclasses import dataclass

from discovery.catalog.record import UnionRecord
from discovery.labels.translations import LOCALES
from web.pages.layout import Frame, Option


@dataclass(frozen=True, slots=True)
class Download:
    """The record in another format."""

    name: str
    media_type: str
    url: str


@dataclass(frozen=True, slots=True)
class Forms:
    """`languages` are the page's addresses in each language of the interface, for search engines."""

    cite: str
    marc: str
    permalink: str
    downloads: tuple[Download, ...]
    languages: tuple[Option, ...]


def forms(record: UnionRecord, formats: Iterable[tuple[str, str, str]], frame: Frame) -> Forms:
    """`formats` are extensions with their names and media types."""
    links = frame.links
    return Forms(
        cite=links.citations(record.id),
        marc=links.marc(record.id),
        permalink=links.absolute(links.permanent.record(record.id)),
        downloads=tuple(
            Download(name, media, links.record(record.id, extension)) for extension, name, media in formats
        ),
        languages=_languages(record, frame),
    )


def _languages(record: UnionRecord, frame: Frame) -> tuple[Option, ...]:
    permanent = frame.links.permanent
    path = permanent.record(record.id).removeprefix(permanent.home().rstrip("/"))
    return tuple(
        Option(code, code, url=frame.links.absolute(permanent.in_language(path, (), code))) for code in LOCALES
    )
