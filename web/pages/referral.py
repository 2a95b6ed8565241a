"""Subject referral: which libraries are strongest in what somebody looks for, and whom to ask there."""

from dataclasses import dataclass, replace

from discovery.catalog.site import Site
from discovery.search.notes import note_text
from discovery.search.params import SearchParams
from discovery.search.query_text import without_anchors
from discovery.search.results import Facet
from discovery.search.rewording import typed_text
from discovery.search.strengths import REFERRAL_ORDERS, Referral, ReferralOrder
from web.i18n import Words
from web.links import Links, SearchState, search_in
from web.pages.home import Entry, EntryList
from web.pages.layout import Frame, Layout, Option
from web.pages.linked_text import LinkedText
from web.pages.referred_libraries import ReferredLibraries, ReferredLibrary

# Nobody asks more of them one after the other.
_MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class ReferralPage:
    """`subject` is what was asked about, "" where nothing was: then only `classes` are offered to begin with.

    `others` are the subject's names in other languages that are counted too, or that `wider` would count; `narrow`
    goes back to what was typed. `more` says how many libraries aren't shown.
    """

    layout: Layout
    heading: str
    form: str
    hidden: tuple[tuple[str, str], ...]
    found: LinkedText
    subject: str = ""
    typed: str = ""
    notes: tuple[str, ...] = ()
    others: str = ""
    wider: str = ""
    narrow: str = ""
    orders: tuple[Option, ...] = ()
    rule: str = ""
    libraries: tuple[ReferredLibrary, ...] = ()
    more: str = ""
    classes: tuple[EntryList, ...] = ()


def referral_page(referral: Referral, site: Site, frame: Frame) -> ReferralPage:
    """Whom to ask about a search."""
    words, links = frame.words, frame.links
    outcome = referral.outcome
    params = outcome.params
    subject = _subject(params, words)
    heading = words.gettext("Libraries strong in “%(subject)s”", subject=subject)
    shown = referral.libraries[:_MOST_SHOWN]
    state = SearchState(params)
    referred = ReferredLibraries(params, subject, site, frame)
    return ReferralPage(
        layout=frame.layout(heading, params=params),
        heading=heading,
        form=links.referral_form(),
        hidden=frame.hidden((("in", "subject"),)),
        subject=subject,
        typed=_typed(params),
        notes=tuple(note_text(note, words.labels.sentence) for note in outcome.notes),
        found=LinkedText(_found(referral, words), links.search(state)),
        others=words.listed(_others(referral)),
        wider=links.referral(SearchState(wider), referral.order) if (wider := _wider(referral)) else "",
        narrow=links.referral(SearchState(replace(params, also=())), referral.order) if params.also else "",
        orders=_orders(referral, state, links, words),
        rule=_rule(referral.order, words),
        libraries=tuple(map(referred.line, shown)),
        more=_more(len(referral.libraries) - len(shown), words),
    )


def referral_start(classes: Facet, frame: Frame) -> ReferralPage:
    """The page while nothing was asked about: a box for a subject, and the classes to begin with."""
    words, links = frame.words, frame.links
    heading = words.gettext("Which library is strong in a subject?")
    entries = tuple(
        Entry(
            words.labels.value("class", bucket.value),
            links.referral(search_in("class", bucket.value)),
            words.number(bucket.count),
        )
        for bucket in sorted(classes.buckets, key=lambda bucket: bucket.value)
    )
    return ReferralPage(
        layout=frame.layout(heading),
        heading=heading,
        form=links.referral_form(),
        hidden=frame.hidden((("in", "subject"),)),
        found=LinkedText(""),
        classes=(EntryList(words.labels.facet("class"), entries),) if entries else (),
    )


def asks_nothing(params: SearchParams) -> bool:
    """Whether there is nothing to refer: no words and no limits but libraries."""
    return not (typed_text(params) or any(each.facet != "library" for each in params.filters) or params.years)


def _subject(params: SearchParams, words: Words) -> str:
    """What the search is about, in a line: its words and what it is limited to, but for the libraries."""
    limits = (words.labels.value(each.facet, value) for each in params.filters for value in each.values
              if each.facet != "library")  # fmt: skip
    typed = without_anchors(typed_text(params)).strip().strip('"“”')
    return words.listed(dict.fromkeys(filter(None, (typed, *limits)))) or words.gettext("everything")


def _typed(params: SearchParams) -> str:
    """What stands in the box: the words of a search of one row, or the first subject that was chosen."""
    chosen = [value for each in params.filters if each.facet == "subject" for value in each.values]
    return params.rows[0].text or next(iter(chosen), "")


def _found(referral: Referral, words: Words) -> str:
    total, libraries = referral.outcome.total, len(referral.libraries)
    editions = words.ngettext("%(number)s edition", "%(number)s editions", total)
    where = words.ngettext("%(number)s library", "%(number)s libraries", libraries)
    return words.gettext("%(editions)s in %(libraries)s", editions=editions, libraries=where)


def _others(referral: Referral) -> tuple[str, ...]:
    """The subject's other names: those that are counted, else those that could be."""
    params, outcome = referral.outcome.params, referral.outcome
    if params.also:
        return params.also
    if outcome.widening and outcome.widening.everything:
        return outcome.widening.everything.also
    return tuple(text for facet in outcome.wider_facets for text in facet.others)


def _wider(referral: Referral) -> SearchParams | None:
    """The search with all the counterparts of which the concordance is sure."""
    outcome = referral.outcome
    if outcome.params.also:
        return None
    if outcome.widening:
        return outcome.widening.everything
    return next((facet.params for facet in outcome.wider_facets), None)


def _orders(referral: Referral, state: SearchState, links: Links, words: Words) -> tuple[Option, ...]:
    """By what the libraries can go; the address names all but the first."""
    names: dict[ReferralOrder, str] = {
        "titles": words.gettext("Most titles"),
        "unique": words.gettext("Most that no other has"),
        "newest": words.gettext("Newest publications"),
    }
    return tuple(
        Option(order, names[order], order == referral.order, links.referral(state, "" if order == "titles" else order))
        for order in REFERRAL_ORDERS
    )


def _rule(order: ReferralOrder, words: Words) -> str:
    """By what the libraries go, in a sentence."""
    rules: dict[ReferralOrder, str] = {
        "titles": words.gettext("By the number of titles; of equal ones by how many no other library has."),
        "unique": words.gettext("By how many titles no other library has; of equal ones by the number of titles."),
        "newest": words.gettext("By the newest year; of equal ones by the number of titles."),
    }
    return rules[order]


def _more(hidden: int, words: Words) -> str:
    return words.ngettext("and %(number)s more library", "and %(number)s more libraries", hidden) if hidden else ""
