"""From a union record to the document that every engine indexes, and to what it adds to headings and words."""

import re
from collections.abc import Iterator

from discovery.analysis.tokens import is_cjk
from discovery.catalog.record import UnionRecord
from discovery.search.document import IndexDocument, SourceCopy, encode_display
from discovery.search.keyword_fields import cut, heading_key, keyword_fields, title_key
from discovery.search.request import HeadingKind
from discovery.search.results import Heading
from discovery.search.text_fields import text_fields

# Sorts after every letter of every script: a record without an author comes last by author.
_LAST = "\uf8ff"
_SHORTEST_WORD = 3
# Where readers' words come from. Contents and notes would bring their own misprints into the suggestions.
_WORD_FIELDS = ("title", "variant", "author", "subject", "series")
# "QA76.9": a class of letters with a whole number, filed by the number's size.
_LETTERS_AND_NUMBER = re.compile(r"^([a-z]{1,3})(\d{1,5})(?!\d)")


def index_document(union: UnionRecord, sources: tuple[SourceCopy, ...] = ()) -> IndexDocument:
    """The five parts of a document; the display is the union record itself."""
    numbers = {"holders": len(union.libraries)}
    year = union.description.publication.year
    if year is not None:
        numbers["year"] = year
    return IndexDocument(
        id=union.id,
        text=text_fields(union),
        keywords=keyword_fields(union),
        numbers=numbers,
        orders=_orders(union),
        display=encode_display(union),
        sources=sources,
    )


def headings_of(union: UnionRecord) -> tuple[Heading, ...]:
    """The entries under which this record stands in the alphabetical lists, each with a count of one.

    Keys are folded, so that a diacritic makes no second entry; `value` is the folded form that the exact fields
    hold, and for a call number what `call:` is asked for.
    """
    unique = {(heading.kind, heading.key): heading for heading in _headings(union) if heading.key}
    return tuple(unique.values())


def words_of(document: IndexDocument) -> tuple[str, ...]:
    """The document's folded words, each once: what the catalogue can suggest. Numbers and CJK pairs are no words."""
    found: dict[str, None] = {}
    for field in _WORD_FIELDS:
        found.update(dict.fromkeys(document.text[field].split(" ")))
    return tuple(word for word in found if len(word) >= _SHORTEST_WORD and _is_word(word))


def shelf_key(folded: str) -> str:
    """The order of folded call numbers on a shelf: Dewey as decimals, a class of letters with its number by size."""
    return _LETTERS_AND_NUMBER.sub(lambda match: f"{match[1]}{match[2]:0>5}", folded)


def _orders(union: UnionRecord) -> dict[str, str]:
    title = union.description.title
    by_title = cut(title.sort or title_key(title.main[title.nonfiling :]))
    contributors = union.description.contributors
    first = next((contributor for contributor in contributors if contributor.primary), None)
    first = first or next(iter(contributors), None)
    by_author = cut(heading_key(first.name)) if first else ""
    return {
        "title_order": f"{by_title}\0{union.id}",
        "author_order": f"{by_author or _LAST}\0{by_title}\0{union.id}",
    }


def _headings(union: UnionRecord) -> Iterator[Heading]:
    description = union.description
    title = description.title
    full = title.full
    yield _heading("title", title_key(full[title.nonfiling :]), full, title_key(full))
    for contributor in description.contributors:
        yield _heading("author", heading_key(contributor.name), contributor.name)
    for subject in description.subjects:
        for text in dict.fromkeys((subject.term, subject.heading)):
            yield _heading("subject", heading_key(text), text)
    for holding in union.holdings:
        folded = heading_key(holding.call_number)
        yield Heading("call_number", cut(shelf_key(folded)), cut(folded), holding.call_number, holding.call_number, 1)


def _heading(kind: HeadingKind, key: str, display: str, value: str = "") -> Heading:
    """`value` is the folded form in the exact field; the key where they don't differ."""
    value = cut(value or key)
    return Heading(kind, cut(key), value, display, value, 1)


def _is_word(word: str) -> bool:
    if word.isascii():
        return word.isalpha()
    return word[0].isalpha() and not word[-1].isdigit() and not is_cjk(word)
