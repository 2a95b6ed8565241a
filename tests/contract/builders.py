"""Index documents for tests, small and complete, and short ways to ask for them."""

from collections.abc import Iterable, Mapping

from discovery.analysis.tokens import exact_key, tokens, words
from discovery.search.document import IndexDocument, SourceCopy
from discovery.search.engine import SearchEngine
from discovery.search.fields import EMPTY_FIELD_TOKEN, KEYWORD_FIELDS, TEXT_FIELDS, keyword_field, stem_field
from discovery.search.heading_facets import facet_key
from discovery.search.request import Filter, SearchRequest
from discovery.search.results import Facet, Heading, Results
from discovery.search.tree import All, Best, Combine, Node, Stem, Term


def record(
    id: str,  # noqa: A002  # the document's own name for it
    title: str = "",
    *,
    author: str = "",
    subject: str = "",
    language: str = "",
    year: int | None = None,
    holders: int = 1,
    arrived: int | None = None,
    work: str = "",
    ids: Iterable[str] = (),
    facets: Mapping[str, Iterable[str]] | None = None,
    sources: tuple[SourceCopy, ...] = (),
    display: bytes | None = None,
    order: str | None = None,
) -> IndexDocument:
    """A document with these texts, everything else empty; `language` fills the title's stems.

    What facets of headings are shown as is for the test to write, with `heading`.
    """
    texts = {"title": title, "author": author, "subject": subject}
    text = {name.name: _joined(texts.get(name.name, "")) for name in TEXT_FIELDS}
    if language:
        text[stem_field("title", language)] = " ".join(words(title))  # type: ignore[arg-type]
    keywords = {"id": (id,), "ids": (id, *ids), "work": (work or id,), "title_exact": (exact_key(title),)}
    keywords |= {field: tuple(facet_key(field, value) for value in values) for field, values in (facets or {}).items()}
    for field in KEYWORD_FIELDS:
        if field.holds in keywords:
            keywords[field.name] = tuple(dict.fromkeys((*keywords.get(field.name, ()), *keywords[field.holds])))
    numbers = {"holders": holders} | ({} if year is None else {"year": year})
    if arrived is not None:
        numbers["arrived"] = arrived
    by_title = exact_key(title) if order is None else order
    return IndexDocument(
        id=id,
        text=text,
        keywords={keyword_field(field): values for field, values in keywords.items()},
        numbers=numbers,
        orders={
            "title_order": f"{by_title}\0{id}",
            "author_order": f"{exact_key(author) or chr(0xF8FF)}\0{by_title}\0{id}",
        },
        display=display if display is not None else f'{{"id":"{id}"}}'.encode(),
        sources=sources,
    )


def _joined(text: str) -> str:
    return " ".join(tokens(text)) or EMPTY_FIELD_TOKEN


def heading(kind: str, display: str, count: int = 1, **others: tuple[str, ...]) -> Heading:
    """A heading under its folded form."""
    folded = exact_key(display)
    return Heading(kind, folded, folded, display, folded, count, **others)  # type: ignore[arg-type]


def title(*found: str) -> Node:
    """Records with all of these words in the title."""
    return Combine(must=tuple(Term("title", word) for word in found))


def anywhere(word: str) -> Node:
    """Records with this word in title, author or subject."""
    return Best(tuple(Term(field, word) for field in ("title", "author", "subject")), tie=0.1)


def stemmed(word: str, language: str) -> Node:
    return Stem("title", language, word)


def chosen(**filters: Iterable[str] | str) -> tuple[Filter, ...]:
    """Filters or exclusions: `chosen(language="id", type=("book", "map"))`."""
    return tuple(
        Filter(facet, (values,) if isinstance(values, str) else tuple(values)) for facet, values in filters.items()
    )


def ids(results: Results) -> list[str]:
    return [hit.id for hit in results.hits]


def found(engine: SearchEngine, tree: Node, **request: object) -> list[str]:
    """The ids that match, in order."""
    return ids(engine.search(SearchRequest(tree, **request)))  # type: ignore[arg-type]


def matching(engine: SearchEngine, tree: Node, **request: object) -> set[str]:
    """The ids that match, whatever their order."""
    return set(found(engine, tree, **{"size": 1_000, **request}))


def buckets(facet: Facet) -> list[tuple[str, int]]:
    return [(bucket.value, bucket.count) for bucket in facet.buckets]


EVERYTHING = SearchRequest(All())
