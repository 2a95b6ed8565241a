"""Other editions and translations of a record's work."""

from collections.abc import Iterator

from discovery.catalog.record import Description, UnionRecord
from discovery.search.document import decode_display
from discovery.search.engine import SearchEngine
from discovery.search.keyword_fields import heading_key, title_key
from discovery.search.query import And, Exactly, Not, Or, Phrase, Query
from discovery.search.request import SearchRequest
from discovery.search.scoring import score

_RELATIONS = frozenset({"original", "translation", "edition"})
# Of 62,000 records of research libraries two have more, "The Wall Street journal" nine; they have no author.
_MOST_TITLES = 6
_MOST_SHOWN = 12
# Of the author's records that have one of the titles in them; other works among them fall away. The farthest version,
# of every eighth of those records, was the 51st: "St. Gallische Gerichts- und Verwaltungspraxis" of the Staatskanzlei.
_LOOKED_AT = 60


def versions_of(engine: SearchEngine, record: UnionRecord) -> tuple[UnionRecord, ...]:
    """Records of the same work, and those by the same author that know the work by the same title; oldest first.

    A translation seldom shares its original's work number: it says of what it is one in 240 ("Bumi manusia. Inggris")
    or 765.
    """
    known = frozenset(_titles(record.description))
    wanted: tuple[Query, ...] = (Exactly("work", record.work),)
    authors = [each for each in record.description.contributors if each.primary][:1]
    if authors:
        named = Exactly("author_exact", heading_key(authors[0].name))
        wanted += (And((named, Or(tuple(_anywhere(sorted(known)[:_MOST_TITLES]))))),)
    query = And((Or(wanted), Not(Exactly("id", record.id))))
    results = engine.search(SearchRequest(tree=score(query), sort="oldest", size=_LOOKED_AT))
    found = (decode_display(hit.display) for hit in results.hits)
    kept = (each for each in found if each.work == record.work or not known.isdisjoint(_titles(each.description)))
    return tuple(kept)[:_MOST_SHOWN]


def _anywhere(titles: list[str]) -> Iterator[Query]:
    for title in titles:
        yield Exactly("title_exact", title)
        yield Phrase(title, "title")
        yield Phrase(title, "contents")


def _titles(description: Description) -> Iterator[str]:
    """The titles under which a work is known, folded; a uniform title with and without its language."""
    title = description.title
    yield title_key(title.main)
    if title.nonfiling:
        yield title_key(title.main[title.nonfiling :])
    for variant in description.variants:
        if variant.kind == "uniform":
            yield title_key(variant.text)
            yield title_key(variant.text.rpartition(". ")[0] or variant.text)
    for relation in description.relations:
        if relation.kind in _RELATIONS and relation.title:
            yield title_key(relation.title)
