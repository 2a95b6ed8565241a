"""The partners' records behind a union record."""

from dataclasses import dataclass

from discovery.catalog.ids import own_number
from discovery.catalog.record import Member, UnionRecord
from web.i18n import Words
from web.links import Links


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A partner's record, by name, number and day; the links are "" where the partner doesn't give its own away."""

    told: str
    view: str
    marc: str
    marcxml: str


def member_lines(record: UnionRecord, shared: frozenset[str], links: Links, words: Words) -> tuple[MemberLine, ...]:
    """Every member, in the record's order; `shared` are the ids of those whose own MARC may be had."""
    return tuple(
        MemberLine(
            told=words.listed(filter(None, (member_name(member, words), _confirmed(member, words)))),
            view=links.marc(record.id, member.id) if member.id in shared else "",
            marc=links.record(record.id, "mrc", member.id) if member.id in shared else "",
            marcxml=links.record(record.id, "xml", member.id) if member.id in shared else "",
        )
        for member in record.members
    )


def member_name(member: Member, words: Words) -> str:
    """Whose record it is, and its number there where it has one."""
    partner, number = words.labels.library(member.partner), own_number(member.source_id)
    return words.gettext("%(partner)s, record %(number)s", partner=partner, number=number) if number else partner


def _confirmed(member: Member, words: Words) -> str:
    return words.gettext("confirmed %(date)s", date=words.date(member.confirmed)) if member.confirmed else ""
