"""COinS: an OpenURL in a span, which Zotero and its kin pick up: https://en.wikipedia.org/wiki/COinS"""

from urllib.parse import urlencode

from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.export.credits import credit
from discovery.export.host_places import book_host, cited_numbers, host_place
from discovery.export.parts import (
    container_of,
    family_and_given,
    given_and_suffix,
    identifier_values,
    series_of,
    year_text,
)

_BOOK, _JOURNAL = "info:ofi/fmt:kev:mtx:book", "info:ofi/fmt:kev:mtx:journal"
_DISSERTATION, _DC = "info:ofi/fmt:kev:mtx:dissertation", "info:ofi/fmt:kev:mtx:dc"
_FORMATS = {"book": _BOOK, "manuscript": _BOOK, "article": _JOURNAL, "serial": _JOURNAL, "thesis": _DISSERTATION}
_TITLES = {_BOOK: "rft.btitle", _JOURNAL: "rft.jtitle"}


def coins(record: UnionRecord, site: Site) -> str:
    """The key-encoded-value string that goes into the title of a span of class Z3988."""
    description = record.description
    is_chapter = book_host(description) is not None
    kind = _BOOK if is_chapter else _FORMATS.get(description.type, _DC)
    place = host_place(description)
    is_part = description.type == "article"
    title = "rft.atitle" if is_part else _TITLES.get(kind, "rft.title")
    genre = "bookitem" if is_chapter else "article" if is_part else "book" if kind == _BOOK else ""
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", kind),
        ("rfr_id", f"info:sid/{site.url.partition('://')[2] or 'padu'}"),
        ("rft.genre", genre),
        (title, description.title.full),
        (_TITLES.get(kind, ""), container_of(description) if is_part else ""),
        ("rft.volume", place.volume),
        ("rft.issue", place.issue),
        ("rft.pages", place.pages),
        *_authors(record),
        ("rft.date", year_text(description)),
        ("rft.pub", description.publication.publisher),
        ("rft.place", description.publication.place),
        ("rft.edition", description.edition),
        ("rft.series", series_of(description)[0]),
        *(("rft.isbn", isbn) for isbn in cited_numbers(description, "isbn")[:1]),
        *(("rft.issn", issn) for issn in cited_numbers(description, "issn")[:1]),
        *(("rft_id", f"info:doi/{doi}") for doi in identifier_values(description, "doi")[:1]),
        ("rft_id", site.record_url(record.id)),
    ]
    return urlencode([pair for pair in pairs if pair[1]])


def _authors(record: UnionRecord) -> list[tuple[str, str]]:
    authors = credit(record.description).authors
    if not authors:
        return []
    halves = family_and_given(authors[0])
    if halves:
        given, suffix = given_and_suffix(halves[1])
        first = [("rft.aulast", halves[0]), ("rft.aufirst", given), ("rft.ausuffix", suffix)]
    else:
        first = [("rft.au", authors[0].direct)]
    return [*first, *(("rft.au", author.name) for author in authors[1:5])]
