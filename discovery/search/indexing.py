"""From a union record to the document that every engine indexes, and to what it adds to headings and words."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Final

from discovery.analysis.filing import list_key, shelf_key
from discovery.analysis.kept import Kept
from discovery.analysis.tokens import is_cjk
from discovery.catalog.contributor import Contributor
from discovery.catalog.one_line import whole_heading, whole_title
from discovery.catalog.record import UnionRecord
from discovery.search.document import IndexDocument, SourceCopy, encode_display
from discovery.search.keyword_fields import about, cut, heading_key, keyword_fields, places_of, title_key
from discovery.search.request import HeadingKind
from discovery.search.results import Heading
from discovery.search.text_fields import text_fields

# Sorts after every letter of every script: a record without an author comes last by author.
_LAST: Final = "\uf8ff"
_SHORTEST_WORD: Final = 3
# An arrival fits 32 bits until the year 2557.
_FIRST_DAY: Final = date(1970, 1, 1)
_YEARS: Final = 10_000
# Where readers' words come from. Contents and notes would bring their own misprints into the suggestions.
_WORD_FIELDS: Final = ("title", "variant", "author", "subject", "series")


def index_document(
    union: UnionRecord, sources: tuple[SourceCopy, ...] = (), copy_numbers: tuple[str, ...] = ()
) -> IndexDocument:
    """The five parts of a document; the display is the union record itself.

    `copy_numbers` are its members' barcodes and numbers of inventories, which are searched and not displayed.
    """
    numbers = {"holders": len({holding.library for holding in union.holdings})}
    year = union.description.publication.year
    if year is not None:
        numbers["year"] = year
    if arrived := union.arrived:
        numbers["arrived"] = _arrival(arrived, year or 0)
    return IndexDocument(
        id=union.id,
        text=text_fields(union),
        keywords=keyword_fields(union, copy_numbers),
        numbers=numbers,
        orders=_orders(union),
        display=encode_display(union),
        sources=sources,
    )


def headings_of(union: UnionRecord) -> tuple[Heading, ...]:
    """The entries under which this record stands in the alphabetical lists, each with a count of one.

    Keys are made of folded forms, so that a diacritic makes no second entry; `value` is the folded form that the
    exact fields hold, and for a call number what `call:` is asked for.
    """
    unique = {(heading.kind, heading.key): heading for heading in _headings(union) if heading.key}
    return tuple(unique.values())


def words_of(documents: Iterable[IndexDocument]) -> dict[str, int]:
    """The folded words, each with how many of the documents have it: what the catalogue can suggest.

    Numbers and CJK pairs are no words.
    """
    texts = (document.text for document in documents)
    return words_in(" ".join([text[field] for field in _WORD_FIELDS]) for text in texts)


def words_in(folded: Iterable[str]) -> dict[str, int]:
    """The words of folded texts, each with how many of them have it."""
    counts: dict[str, int] = {}
    for text in folded:
        for word in dict.fromkeys(text.split(" ")):
            counts[word] = counts.get(word, 0) + 1
    for word in [word for word in counts if len(word) < _SHORTEST_WORD or not _is_word(word)]:
        del counts[word]
    return counts


def title_order(union: UnionRecord) -> str:
    """Where a record stands among all by title: unlike any other's."""
    title = union.description.title
    return f"{cut(title.sort or title_key(title.main[title.nonfiling :]))}\0{union.id}"


def _arrival(day: str, year: int) -> int:
    """A number that sorts by a day (ISO), and by year of publication what came in one day: whole catalogues do."""
    return (date.fromisoformat(day) - _FIRST_DAY).days * _YEARS + min(max(year, 0), _YEARS - 1)


def _orders(union: UnionRecord) -> dict[str, str]:
    by_title = title_order(union)
    contributors = union.description.contributors
    by_author = ""
    if contributors:
        # True comes after False, and of equals `max` takes the first.
        by_author = cut(heading_key(max(contributors, key=_is_primary).name))
    return {
        "title_order": by_title,
        "author_order": f"{by_author or _LAST}\0{by_title}",
    }


def _is_primary(contributor: Contributor) -> bool:
    return contributor.primary


def _headings(union: UnionRecord) -> list[Heading]:
    description = union.description
    title = description.title
    full = whole_title(title)
    found = [_heading("title", title_key(full[title.nonfiling :]), full, title_key(full))]
    if title.original:
        _add_own_script(found, _heading("title", title_key(title.original), title.original))
    for contributor in description.contributors:
        found.append(_authors[contributor.name])
        if contributor.original:
            _add_own_script(found, _authors[contributor.original])
    for subject in description.subjects:
        found.append(_subjects[subject.term])
        if subject.subdivisions:
            found.append(_subjects[whole_heading(subject)])
    found += [_places[place] for place in (*places_of(description), *about(description.subjects))]
    for holding in union.holdings:
        if holding.call_number:
            found.append(_call_number(holding.call_number))
    return found


def _add_own_script(found: list[Heading], heading: Heading) -> None:
    """Beside the heading before it, of the same name; folded, what is in Latin letters is ASCII.

    Some 880s name the wrong field: "447 pages" in Latin letters beside a romanised author is the extent.
    """
    if not (heading.folded.isascii() and found[-1].folded.isascii()):
        found.append(heading)


def _read_heading(kind: HeadingKind, text: str) -> Heading:
    return _heading(kind, heading_key(text), text)


# Names, subjects and places, which many records share.
_authors: Final = Kept(partial(_read_heading, "author"), 32_768)
_subjects: Final = Kept(partial(_read_heading, "subject"), 32_768)
_places: Final = Kept(partial(_read_heading, "place"), 4_096)


def _call_number(number: str) -> Heading:
    return Heading("call_number", cut(shelf_key(number)), cut(heading_key(number)), number, number, 1)


def _heading(kind: HeadingKind, folded: str, display: str, value: str = "") -> Heading:
    """`folded` is where it files; `value`, where that differs, the folded form in the exact field."""
    value = cut(value or folded)
    return Heading(kind, cut(list_key(folded)), value, display, value, 1)


def _is_word(word: str) -> bool:
    if word.isascii():
        return word.isalpha()
    return word[0].isalpha() and not word[-1].isdigit() and not is_cjk(word)
