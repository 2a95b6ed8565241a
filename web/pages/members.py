"""The partners' records behind a union record."""

from dataclasses import dataclass

from discovery.catalog.record import UnionRecord
from web.i18n import Words
from web.links import Links


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A partner's record; the links are "" where the partner doesn't give its own record away."""

    partner: str
    source_id: str
    confirmed: str
    view: str
    marc: str
    marcxml: str


def member_lines(record: UnionRecord, shared: frozenset[str], links: Links, words: Words) -> tuple[MemberLine, ...]:
    """Every member, in the record's order; `shared` are the ids of those whose own MARC may be had."""
    return tuple(
        MemberLine(
            partner=words.labels.library(member.partner),
            source_id=member.source_id,
            confirmed=words.date(member.confirmed) if member.confirmed else "",
            view=links.marc(record.id, member.id) if member.id in shared else "",
            marc=links.record(record.id, "mrc", member.id) if member.id in shared else "",
            marcxml=links.record(record.id, "xml", member.id) if member.id in shared else "",
        )
        for member in record.members
    )
