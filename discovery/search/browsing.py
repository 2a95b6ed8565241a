"""An alphabetical list, opened where the reader asks and leafed through in both directions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec.structs import replace as replaced

from discovery.analysis.filing import list_key, shelf_key
from discovery.analysis.tokens import exact_key
from discovery.search.engine import SearchEngine
from discovery.search.params import Row, RowScope, SearchParams
from discovery.search.question import ask
from discovery.search.request import Filter, HeadingKind
from discovery.search.results import Heading

# Titles file without their initial article, and readers type it all the same (MARC 21, appendix F:
# https://www.loc.gov/marc/bibliographic/bdapndxf.html).
_ARTICLE = re.compile(
    r"(?:the|an?|de|het|een|der|die|das|eine?|l[aeo]s?|une?|el|il|gli|al) (?=\S)|ال(?=\w{3})",
)
# Names file under what follows the Arabic article (al-Ghazālī: Ghazālī), but not Hendrik de Vries under V.
_ARTICLE_OF_A_NAME = re.compile(r"[ae]l (?=\S)|ال(?=\w{3})")
_QUOTE = '"'
_BETWEEN_WORDS = re.compile(r"\W+")
_LONGEST_ARTICLE = 8
# Where each kind's headings are looked for by words. Call numbers have a prefix instead.
SCOPES: Mapping[HeadingKind, RowScope] = {"author": "author", "title": "title", "subject": "subject", "place": "all"}


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a list is opened: at what was `typed`, at a heading's key, or with the headings `before` a key."""

    typed: str = ""
    at: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class ListPage:
    """Some headings in their order, each with how many records its link finds.

    `previous` and `following` are keys to leaf on with, "" at either end.
    """

    headings: tuple[Heading, ...]
    previous: str = ""
    following: str = ""


def open_list(engine: SearchEngine, kind: HeadingKind, place: ListPlace, size: int) -> ListPage:
    """The page of a list at a place. Keys come from earlier pages; what was typed is folded as headings are."""
    if place.before:
        found = engine.browse(kind, place.before, "backward", size + 1)
        headings = found[-size:]
        previous = headings[0].key if len(found) > size else ""
        return ListPage(_counted(engine, headings), previous, place.before)
    # No key has capitals: what has is somebody's own words.
    typed = place.at if place.at != place.at.lower() else "" if place.at else place.typed
    at = _typed_key(kind, typed) if typed else place.at
    before, found = engine.browse_around(kind, at, before=1, after=size + 1)
    bare = without_article(kind, at) if typed else ""
    if bare and not _is(found, at):
        # "The last duel" stands under L; "The The" under T, where it is found as it was typed. "al-Bayān" is the one
        # under B, also where somebody's "al-Bayān al-sanawī" was put under A.
        around = engine.browse_around(kind, bare, before=1, after=size + 1)
        if _is(around[1], bare) or (_begins(around[1], bare) and not _begins(found, at)):
            at, (before, found) = bare, around
    headings = found[:size]
    first = headings[0].key if headings else at
    has_previous = bool(at and before)
    following = found[size].key if len(found) > size else ""
    return ListPage(_counted(engine, headings), first if has_previous else "", following)


def heading_search(kind: HeadingKind, text: str) -> SearchParams:
    """The search that finds a heading's records: all of it, in its own kind of field."""
    whole = f'"^{text.replace(_QUOTE, " ").strip()}$"'
    return SearchParams(rows=(Row(f"call:{whole}") if kind == "call_number" else Row(whole, SCOPES[kind]),))


def list_search(heading: Heading) -> SearchParams:
    """The search that finds the records under a heading of a list: a title without the article that filing skips, for
    others of them have none. They are known by either form.
    """
    starts = (0, *(match.end() for match in _BETWEEN_WORDS.finditer(heading.display, 0, _LONGEST_ARTICLE)))
    filed = (heading.display[at:] for at in starts if _typed_key(heading.kind, heading.display[at:]) == heading.key)
    return heading_search(heading.kind, next(filed, heading.display))


def found_by_links(
    engine: SearchEngine, headings: Iterable[tuple[HeadingKind, str]], filters: tuple[Filter, ...] = ()
) -> tuple[int, ...]:
    """How many records the link of each suggested heading (kind and display) finds within the filters, in their order.

    An index counts the records that stand under a heading. Its link finds those, too, that know the title as a variant
    or without its subtitle, the name in its own script or in direct order.
    """
    return _found(engine, (replace(heading_search(kind, text), filters=filters) for kind, text in headings))


def without_article(kind: HeadingKind, key: str) -> str:
    """A folded title without the article that it begins with in one of the catalogues' languages, a name without the
    Arabic one; else "".
    """
    pattern = {"title": _ARTICLE, "author": _ARTICLE_OF_A_NAME}.get(kind)
    match = pattern.match(key) if pattern else None
    return key[match.end() :] if match else ""


def _counted(engine: SearchEngine, headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings with what their links find; those that only lead to others have no link."""
    linked = [each.key for each in headings if each.count]
    counts = dict(zip(linked, _found(engine, (list_search(each) for each in headings if each.count)), strict=True))
    return tuple(replaced(each, count=counts.get(each.key, 0)) for each in headings)


def _found(engine: SearchEngine, links: Iterable[SearchParams]) -> tuple[int, ...]:
    asked = [ask(replace(link, size=1)).request(()) for link in links]
    return tuple(results.total for results in engine.search_each(asked))


def _is(found: Sequence[Heading], key: str) -> bool:
    return bool(found) and found[0].key == key


def _begins(found: Sequence[Heading], key: str) -> bool:
    return bool(found) and found[0].key.startswith(key)


def _typed_key(kind: HeadingKind, typed: str) -> str:
    return shelf_key(typed) if kind == "call_number" else list_key(exact_key(typed))
