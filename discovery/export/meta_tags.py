"""Citation and Dublin Core meta tags, for Google Scholar, Zotero and harvesters of pages.

https://scholar.google.com/intl/en/scholar/inclusion.html#indexing and
https://www.dublincore.org/specifications/dublin-core/dcq-html/
"""

from collections.abc import Iterator

from discovery.catalog.record import UnionRecord
from discovery.catalog.site import Site
from discovery.export.credits import credit
from discovery.export.host_places import book_host, cited_numbers, host_place
from discovery.export.parts import container_of, identifier_values, topical_headings, year_text

# A page's head is no place for a conference's whole list of names.
_MOST = 10


def meta_tags(record: UnionRecord, site: Site) -> tuple[tuple[str, str], ...]:
    """Names and contents, in order; what isn't known is left out."""
    return tuple(pair for pair in (*_citation(record), *_dublin_core(record, site)) if pair[1])


def _citation(record: UnionRecord) -> Iterator[tuple[str, str]]:
    description = record.description
    place = host_place(description)
    yield "citation_title", description.title.full
    for author in credit(description).authors[:_MOST]:
        yield "citation_author", author.name
    yield "citation_publication_date", year_text(description)
    is_thesis = description.type == "thesis"
    yield "citation_dissertation_institution" if is_thesis else "citation_publisher", description.publication.publisher
    # Whatever names a journal is an article to who reads these.
    container = container_of(description) if description.type == "article" else ""
    yield "citation_inbook_title" if book_host(description) else "citation_journal_title", container
    yield "citation_volume", place.volume
    yield "citation_issue", place.issue
    yield "citation_firstpage", place.first_page
    yield "citation_lastpage", place.last_page
    for isbn in cited_numbers(description, "isbn")[:_MOST]:
        yield "citation_isbn", isbn
    for issn in cited_numbers(description, "issn")[:1]:
        yield "citation_issn", issn
    for doi in identifier_values(description, "doi")[:1]:
        yield "citation_doi", doi
    yield "citation_language", next(iter(description.languages), "")


def _dublin_core(record: UnionRecord, site: Site) -> Iterator[tuple[str, str]]:
    description = record.description
    credited = credit(description)
    yield "DC.title", description.title.full
    yield "DC.title", description.title.original
    for author in credited.authors[:_MOST]:
        yield "DC.creator", author.name
    for other in (*credited.editors, *credited.translators)[:_MOST]:
        yield "DC.contributor", other.name
    yield "DC.publisher", description.publication.publisher
    yield "DC.date", year_text(description)
    yield "DC.type", description.type
    for heading in topical_headings(description)[:_MOST]:
        yield "DC.subject", heading
    for language in description.languages:
        yield "DC.language", language
    yield "DC.identifier", site.record_url(record.id)
