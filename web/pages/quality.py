"""How good the records are that a library's partners send: what they say, what is the matter, what was refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from discovery.catalog.ids import record_id
from discovery.catalog.library import Library
from discovery.catalog.quality import Found, Quality, Refused
from discovery.labels.quality import aspect_name, problem_sentence
from discovery.labels.refusals import refusal_sentence
from discovery.search.partner_facts import Freshness
from web.i18n import Words
from web.links import Links
from web.pages.freshness import confirmed_text
from web.pages.layout import Frame, Layout
from web.pages.linked_text import LinkedText


@dataclass(frozen=True, slots=True)
class AspectLine:
    """Of how many records one thing can be told."""

    name: str
    records: str
    share: str


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One thing that is the matter, with some of the records that show it."""

    records: str
    sentence: str
    examples: tuple[LinkedText, ...]


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A record that was not taken; `language` is "en" for a reason that has no translation, "" for any other."""

    place: str
    identifier: str
    reason: str
    language: str


@dataclass(frozen=True, slots=True)
class PartnerQuality:
    """One partner's report; empty texts where nothing is known. `refused_count` says how many aren't shown too."""

    name: str
    records: str
    fetched: str
    confirmed: str
    aspects: tuple[AspectLine, ...]
    problems: tuple[ProblemLine, ...]
    refused_count: str
    refused: tuple[RefusedLine, ...]
    unassessed: str


@dataclass(frozen=True, slots=True)
class QualityPage:
    """The reports on all partners that bring records of this library."""

    layout: Layout
    heading: str
    name: str
    library: str
    partners: tuple[PartnerQuality, ...]


def quality_page(
    library: Library, reports: Iterable[tuple[str, Freshness, Quality]], today: date, frame: Frame
) -> QualityPage:
    """`reports` are the partners' codes, freshness and quality."""
    words = frame.words
    name = library.name.in_language(words.locale)
    heading = words.gettext("Quality of the records: %(library)s", library=name)
    return QualityPage(
        layout=frame.layout(heading),
        heading=heading,
        name=name,
        library=frame.links.library(library.code),
        partners=tuple(_partner(code, fresh, quality, today, frame) for code, fresh, quality in reports),
    )


def _partner(code: str, fresh: Freshness, quality: Quality, today: date, frame: Frame) -> PartnerQuality:
    words = frame.words
    return PartnerQuality(
        name=words.labels.library(code),
        records=words.ngettext("%(number)s record", "%(number)s records", quality.records),
        fetched=words.date(fresh.last_synced) if fresh.last_synced else "",
        confirmed=confirmed_text(fresh.confirmed, fresh, today, words),
        aspects=tuple(
            AspectLine(aspect_name(aspect, words.labels), words.number(records), words.percent(quality.share(aspect)))
            for aspect, records in quality.having
        )
        if quality.records
        else (),
        problems=tuple(_problem(each, code, frame.links, words) for each in quality.problems),
        refused_count=words.ngettext(
            "%(number)s record was refused in the last run",
            "%(number)s records were refused in the last run",
            quality.rejected,
        )
        if quality.rejected
        else "",
        refused=tuple(_refused(each, words) for each in quality.refused),
        unassessed=words.ngettext(
            "%(number)s record was stored before quality was looked at",
            "%(number)s records were stored before quality was looked at",
            quality.unassessed,
        )
        if quality.unassessed
        else "",
    )


def _refused(refused: Refused, words: Words) -> RefusedLine:
    place = words.gettext("%(file)s, record %(number)s", file=refused.file, number=words.number(refused.position))
    reason = refusal_sentence(refused.reason, words.labels)
    return RefusedLine(place, refused.identifier, reason, "en" if reason == refused.reason else "")


def _problem(found: Found, partner: str, links: Links, words: Words) -> ProblemLine:
    return ProblemLine(
        records=words.ngettext("%(number)s record", "%(number)s records", found.records),
        sentence=problem_sentence(found.problem, words.labels),
        examples=tuple(
            LinkedText(each.title or each.source_id, links.record(record_id(partner, "bibliographic", each.source_id)))
            for each in found.examples
        ),
    )
