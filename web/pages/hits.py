"""One result in a list."""

from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

from discovery.catalog.contributor import Contributor
from discovery.catalog.record import Description
from discovery.labels.imprint import imprint
from discovery.search.highlighting import Passage, passages
from discovery.search.keyword_fields import is_online
from discovery.search.outcome import FoundRecord
from discovery.search.query import Everything, Query
from discovery.search.ranking import ranking_reasons, reason_text
from web.i18n import Words
from web.links import Links, search_in
from web.pages.first_owners import FirstOwners, first_owners
from web.pages.linked_text import LinkedText
from web.pages.title_language import title_language

SHOWN_LIBRARIES = 3
SHOWN_AUTHORS = 3
EVERYTHING = Everything()
# A recording is in another form than print, and an étude in no language: nobody needs to be told.
_UNTOLD = frozenset(("print", "other"))
_WORDLESS = "zxx"


@dataclass(frozen=True, slots=True)
class Reason:
    """Where else than in title and authors the words stand; `text` holds <mark> only."""

    label: str
    text: Markup


@dataclass(frozen=True, slots=True)
class HitView:
    """A hit as it stands in the list. `title`, `original` and the authors hold <mark> only.

    `language` is the title's, or "". `ranking` says why it stands where it does, where that was asked.
    """

    url: str
    title: Markup
    language: str
    original: Markup
    authors: tuple[LinkedText, ...]
    more_authors: bool
    imprint: str
    reasons: tuple[Reason, ...]
    kind: str
    owners: FirstOwners
    online: bool
    editions: str
    ranking: tuple[str, ...]


def hit_view(
    found: FoundRecord, links: Links, words: Words, *, query: Query = EVERYTHING, explain: bool = False, url: str = ""
) -> HitView:
    """A hit in the reader's words; `query` is what it answers, `url` where it leads if not to the bare record."""
    record, description = found.record, found.record.description
    marked = dict(found.highlights)
    people = [each for each in description.contributors if not each.work]
    return HitView(
        url=url or links.record(record.id),
        title=Markup(marked["title"]) if "title" in marked else Markup.escape(description.title.full),
        language=title_language(description),
        original=Markup(marked["original"]) if "original" in marked else Markup.escape(description.title.original),
        authors=_authors(people[:SHOWN_AUTHORS], marked.get("authors", ""), links),
        more_authors=len(people) > SHOWN_AUTHORS,
        imprint=". ".join(filter(None, (description.edition.rstrip("."), imprint(description)))),
        reasons=tuple(
            Reason(_place(each, words), Markup(each.marked)) for each in passages(query, record, found.highlights)
        ),
        kind=kind(description, words, is_marked_online=is_online(record)),
        owners=first_owners(record, SHOWN_LIBRARIES, links.homes, words),
        online=is_online(record),
        editions=(
            words.ngettext("%(number)s edition", "%(number)s editions", found.editions) if found.editions > 1 else ""
        ),
        ranking=(tuple(reason_text(each, words.labels) for each in ranking_reasons(query, record)) if explain else ()),
    )


def kind(description: Description, words: Words, *, is_marked_online: bool = False) -> str:
    """Type, carrier where it tells more and isn't marked beside, and languages, as one line."""
    labels = words.labels
    carrier = "" if is_marked_online and description.carrier == "online" else carrier_told(description, words)
    languages = (labels.language(code) for code in description.languages if code != _WORDLESS)
    return " · ".join(filter(None, (labels.type(description.type), carrier, *languages)))


def carrier_told(description: Description, words: Words) -> str:
    """What carries a thing; "" for print, which is what nobody says."""
    return "" if description.carrier in _UNTOLD else words.labels.carrier(description.carrier)


def _authors(people: list[Contributor], marked: str, links: Links) -> tuple[LinkedText, ...]:
    """The names as links, those that matched with their marks."""
    matched = {unescape(part.replace("<mark>", "").replace("</mark>", "")): part for part in marked.split(" ; ")}
    return tuple(
        LinkedText(
            Markup(matched[each.name]) if each.name in matched else each.name,
            links.search(search_in("author", each.name)),
            Markup(matched[each.original]) if each.original in matched else each.original,
        )
        for each in people
    )


def _place(passage: Passage, words: Words) -> str:
    """The name of the part of a description in which words were found."""
    names = {
        "subject": words.gettext("Subject"),
        "variant": words.gettext("Other title"),
        "series": words.gettext("Series"),
        "publisher": words.gettext("Publisher"),
        "contents": words.gettext("Contents"),
    }
    return names[passage.field]
