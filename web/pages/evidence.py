"""Why are these one record? The members, what speaks for each two of them, and whose words are shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from babel.numbers import format_decimal

from discovery.catalog.record import UnionRecord
from discovery.labels.evidence import reason_label, rule_label
from discovery.labels.imprint import imprint
from discovery.search.evidence import ComparedPair, GivenReason, ShownField, UnionEvidence
from web.i18n import Words
from web.links import Links
from web.pages.layout import Frame, Layout
from web.pages.members import member_name


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member as it describes itself; `name` is its library's and its number there, `said` title, imprint, edition
    and extent.
    """

    name: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReasonView:
    """A reason in words, what it weighs, and what was compared."""

    text: str
    weight: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two members and how they were judged."""

    heading: str
    outcome: str
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True)
class ShownView:
    """A field's value, and whose it is by which rule."""

    field: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What a librarian decided, with links to the records, and why in the librarian's own words, "" for none."""

    text: str
    records: tuple[tuple[str, str], ...]
    why: str


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """Everything that is known of why these are one."""

    layout: Layout
    title: str
    record: str
    members: tuple[MemberView, ...]
    shown: tuple[ShownView, ...]
    pairs: tuple[PairView, ...]
    threshold: str
    decisions: tuple[DecisionView, ...]


def evidence_page(record: UnionRecord, evidence: UnionEvidence, frame: Frame) -> EvidencePage:
    """The evidence in the reader's language."""
    words, links = frame.words, frame.links
    title = record.description.title.full
    return EvidencePage(
        layout=frame.layout(
            words.gettext("Why are these one record? %(title)s", title=title),
            canonical=links.permanent.evidence(record.id),
        ),
        title=title,
        record=links.record(record.id),
        members=tuple(_members(record, evidence, words)),
        shown=tuple(_shown(record, evidence, words)),
        pairs=tuple(_pair(each, words) for each in evidence.pairs),
        threshold=_weight(evidence.threshold, words),
        decisions=tuple(_decisions(evidence, links, words)),
    )


def _members(record: UnionRecord, evidence: UnionEvidence, words: Words) -> Iterator[MemberView]:
    known = {member.id: member for member in record.members}
    for told in evidence.members:
        member = known.get(told.id)
        said = tuple(filter(None, (told.title, told.published, told.edition, told.extent)))
        yield MemberView(member_name(member, words) if member else "", said)


def _shown(record: UnionRecord, evidence: UnionEvidence, words: Words) -> Iterator[ShownView]:
    for each in evidence.shown:
        field, value = _field(each.field, record, words)
        numbers = words.listed(words.number(place + 1) for place in each.given_by)
        rule = rule_label(words.labels, each.rule)
        yield ShownView(field, value, words.gettext("as in %(records)s: %(rule)s", records=numbers, rule=rule))


def _field(field: ShownField, record: UnionRecord, words: Words) -> tuple[str, str]:
    told = record.description
    shown: dict[ShownField, tuple[str, str]] = {
        "title": (words.gettext("Title"), told.title.full),
        "publication": (words.gettext("Published"), imprint(told)),
        "edition": (words.gettext("Edition"), told.edition),
        "extent": (words.gettext("Extent"), told.extent),
        "type": (words.gettext("Kind"), words.labels.type(told.type)),
        "carrier": (words.gettext("Form"), words.labels.carrier(told.carrier)),
    }
    return shown[field]


def _pair(pair: ComparedPair, words: Words) -> PairView:
    one, other = words.number(pair.one + 1), words.number(pair.other + 1)
    score = _weight(pair.score, words)
    outcome = (
        words.gettext("One edition: %(score)s", score=score)
        if pair.same
        else words.gettext("Not one by themselves (%(score)s), but by way of the others", score=score)
    )
    heading = words.gettext("%(one)s and %(other)s", one=one, other=other)
    return PairView(heading, outcome, tuple(_reason(each, words) for each in pair.reasons))


def _reason(reason: GivenReason, words: Words) -> ReasonView:
    text = reason_label(words.labels, reason.code)
    return ReasonView(text, _weight(reason.weight, words), reason.values)


def _weight(value: float, words: Words) -> str:
    return str(format_decimal(value, format="+0.0;−0.0", locale=words.locale))


def _decisions(evidence: UnionEvidence, links: Links, words: Words) -> Iterator[DecisionView]:
    for each in evidence.decided:
        text = reason_label(words.labels, "decided-same" if each.same else "decided-apart")
        yield DecisionView(text, tuple((name, links.record(name)) for name in (each.one, each.other)), each.why)
