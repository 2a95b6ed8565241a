"""A subject's headings in other languages: offered beside a search, and listed with a record."""

from collections.abc import Iterable
from dataclasses import dataclass

from discovery.search.counterparts import Counterpart
from discovery.search.counterparts_offered import RecordCounterparts, Widening, WiderFacet
from web.i18n import Words
from web.links import Links, SearchState, search_for
from web.pages.facts import Fact
from web.pages.linked_text import LinkedText


@dataclass(frozen=True, slots=True)
class OfferView:
    """A heading to include in the search, or to leave out again; `why` says why it is offered."""

    text: str
    why: str
    is_included: bool
    url: str


@dataclass(frozen=True, slots=True)
class WideningView:
    """What the searched heading is called elsewhere; `everything` and `narrow` are "" where there is no such step."""

    label: str
    offers: tuple[OfferView, ...]
    everything: str
    narrow: str


@dataclass(frozen=True, slots=True)
class WiderFacetView:
    """A step that takes a chosen subject's counterparts into the facet."""

    text: str
    url: str


def widening_view(widening: Widening | None, links: Links, words: Words) -> WideningView | None:
    """The offers of a subject search; None where there are none."""
    if widening is None:
        return None
    return WideningView(
        label=words.gettext("“%(heading)s” in other languages and vocabularies", heading=widening.heading),
        offers=tuple(
            OfferView(
                offer.counterpart.text,
                why(offer.counterpart, words),
                offer.is_included,
                links.search(SearchState(offer.params)),
            )
            for offer in widening.offers
        ),
        everything=links.search(SearchState(widening.everything)) if widening.everything else "",
        narrow=links.search(SearchState(widening.narrow)) if widening.narrow else "",
    )


def wider_facet_views(facets: Iterable[WiderFacet], links: Links, words: Words) -> tuple[WiderFacetView, ...]:
    """The offers of the chosen subjects."""
    return tuple(
        WiderFacetView(
            words.gettext(
                "%(subject)s: include %(others)s too", subject=facet.value, others=words.listed(facet.others)
            ),
            links.search(SearchState(facet.params)),
        )
        for facet in facets
    )


def counterpart_facts(found: Iterable[RecordCounterparts], links: Links, words: Words) -> tuple[Fact, ...]:
    """Each of a record's headings with what it is called elsewhere."""
    return tuple(
        Fact(each.heading, tuple(_name(counterpart, links, words) for counterpart in each.counterparts))
        for each in found
    )


def why(counterpart: Counterpart, words: Words) -> str:
    """How sure the link is, and what says so."""
    works = words.ngettext("%(number)s work", "%(number)s works", counterpart.support)
    kind = words.gettext("the same subject") if counterpart.kind == "equivalent" else words.gettext("a related subject")
    if counterpart.basis == "class":
        number = " ".join(counterpart.evidence)
        told = words.gettext("%(number)s stands under both in %(works)s", number=number.upper(), works=works)
    elif counterpart.basis == "authority":
        told = words.gettext("an authority record says so")
    elif counterpart.basis == "work":
        told = words.gettext("two catalogues describe %(works)s so", works=works)
    else:
        told = words.gettext("side by side in %(works)s", works=works)
    return f"{kind}: {told}" if counterpart.support or counterpart.basis == "authority" else kind


def _name(counterpart: Counterpart, links: Links, words: Words) -> LinkedText:
    related = "" if counterpart.kind == "equivalent" else words.gettext("related")
    text = f"{counterpart.text} ({related})" if related else counterpart.text
    return LinkedText(text, links.search(search_for(f'"{counterpart.text}"', "subject")))
