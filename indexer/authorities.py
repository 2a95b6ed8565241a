"""Changed authority records, read into forms, and what that changes: references, and the records they name.

Documents hold the variants of their headings, so that a search for a variant finds them on either engine. So when an
authority record changes, the records under its old and its new heading are published again; the index itself says
which these are. Everything here is one transaction a batch, and done again after a crash leads to the same end.
"""

from collections.abc import Iterator

from discovery.analysis.tokens import exact_key
from discovery.catalog.authority import Authority, AuthorityForm
from discovery.search.engine import IndexWriter
from discovery.search.keyword_fields import cut
from indexer.store.authorities import (
    Form,
    changed_authorities,
    mark_records_for_publication,
    mark_references,
    replace_forms,
)
from indexer.store.packing import unpack_authority
from indexer.store.store import Store

_BATCH = 500
# The keyword fields that hold a record's headings whole and folded, by list.
EXACT_FIELDS = {"author": "author_exact", "title": "title_exact", "subject": "subject_exact"}


def take_authorities(store: Store, writer: IndexWriter) -> None:
    """Bring the forms up to date with the authority records, and mark what has to be published because of them."""
    while True:
        with store.transaction() as connection:
            changed = changed_authorities(connection, _BATCH)
            if not changed:
                return
            forms = [(sequence, form) for sequence, mapped in changed if mapped for form in _stored_forms(mapped)]
            before = replace_forms(connection, [sequence for sequence, _ in changed], forms)
            after = {(form.list, form.role, form.key) for _, form in forms}
            mark_references(connection, [(name, key) for name, _, key in sorted(before | after)])
            headings = sorted((name, key) for name, role, key in before | after if role == "heading")
            for name, field in EXACT_FIELDS.items():
                keys = [key for each, key in headings if each == name]
                mark_records_for_publication(connection, writer.ids_with(field, keys))


def forms_of(authority: Authority) -> Iterator[Form]:
    """The record's forms in every list where its heading stands too."""
    lists = {name for name, _ in authority.heading.entries}
    forms: tuple[tuple[str, tuple[AuthorityForm, ...]], ...] = (
        ("heading", (authority.heading,)),
        ("see", authority.variants),
        ("see_also", authority.related),
    )
    heading_keys = {(name, _key(text)) for name, text in authority.heading.entries}
    for role, each_form in forms:
        seen: set[tuple[str, str]] = set()
        for form in each_form:
            for name, text in form.entries:
                place = (name, _key(text))
                known = place in seen or (role != "heading" and place in heading_keys)
                if name in lists and place[1] and not known:
                    seen.add(place)
                    yield Form(name, role, place[1], text)


def _stored_forms(mapped: bytes) -> Iterator[Form]:
    return forms_of(unpack_authority(mapped))


def _key(text: str) -> str:
    return cut(exact_key(text))
