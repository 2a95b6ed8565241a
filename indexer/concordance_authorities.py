"""What authority records themselves say: a heading's form in another vocabulary or language (MARC 7XX)."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from discovery.analysis.filing import list_key
from discovery.catalog.authority import Authority, LinkedHeading
from discovery.search.engine import IndexWriter
from discovery.search.keyword_fields import cut, heading_key
from indexer.concordance_languages import same_language
from indexer.concordance_terms import Term, term_of

_BATCH = 1_000


class AuthorityLink(NamedTuple):
    """Two headings that one authority record gives as the same; `record` is its id."""

    one: Term
    other: Term
    record: str


def authority_links(authorities: Iterable[Authority], writer: IndexWriter) -> Iterator[AuthorityLink]:
    """The links between headings that both have records in the generation that is being built.

    7XX: https://www.loc.gov/marc/authority/ad700700.html. The headings have to be written already.
    """
    linked = (
        AuthorityLink(
            term_of(authority.scheme, authority.heading.subject), term_of(link.scheme, link.text), authority.id
        )
        for authority in authorities
        if authority.heading.subject
        for link in authority.links
        if _leads_elsewhere(authority, link)
    )
    while batch := tuple(islice(linked, _BATCH)):
        keys = list(dict.fromkeys(term.key for link in batch for term in (link.one, link.other)))
        standing = writer.standing([("subject", cut(list_key(key))) for key in keys])
        used = {key for key, heading in zip(keys, standing, strict=True) if heading is not None and heading.count}
        yield from (link for link in batch if link.one.key in used and link.other.key in used)


def _leads_elsewhere(authority: Authority, link: LinkedHeading) -> bool:
    return heading_key(link.text) != heading_key(authority.heading.subject) and not same_language(
        authority.scheme, link.scheme
    )
