"""A record's MARC fields with what they are called."""

from collections.abc import Iterable
from dataclasses import dataclass

from discovery.catalog.record import UnionRecord
from discovery.export.marc.lines import MarcLine
from web.pages.layout import Frame, Layout, Option


@dataclass(frozen=True, slots=True)
class LabelledField:
    """A field; `label` is "" for a tag that has no name here. A control field has one subfield without a code."""

    tag: str
    label: str
    indicators: str
    subfields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MarcPage:
    """`sources` are the union record and those members whose partners share theirs."""

    layout: Layout
    title: str
    record: str
    sources: tuple[Option, ...]
    fields: tuple[LabelledField, ...]
    downloads: tuple[tuple[str, str], ...]


def marc_page(
    record: UnionRecord, lines: Iterable[MarcLine], member: str, shared: frozenset[str], frame: Frame
) -> MarcPage:
    """`member` is the id of the member whose own record this is, "" for the union record; `shared` those to be had."""
    words, links = frame.words, frame.links
    members = [each for each in record.members if each.id in shared]
    union = Option("", words.gettext("The union record"), not member, links.marc(record.id))
    title = record.description.title.full
    return MarcPage(
        layout=frame.layout(words.gettext("MARC: %(title)s", title=title)),
        title=title,
        record=links.record(record.id),
        sources=(
            union,
            *(
                Option(each.id, words.labels.library(each.partner), each.id == member, links.marc(record.id, each.id))
                for each in members
            ),
        ),
        fields=tuple(
            LabelledField(line.tag, words.labels.marc_tag(line.tag), line.indicators, line.subfields) for line in lines
        ),
        downloads=tuple(
            (name, links.record(record.id, extension, member))
            for extension, name in (("mrc", "MARC 21"), ("xml", "MARCXML"))
        ),
    )
