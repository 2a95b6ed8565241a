"""What stands beside a record: its other editions, more of its author and subjects, the shelf around it, the like."""

from collections.abc import Iterable
from dataclasses import dataclass

from discovery.catalog.record import UnionRecord
from discovery.search.outcome import FoundRecord
from discovery.search.shelf import ShelfNeighbour
from web.i18n import Words
from web.links import Links
from web.pages.facts import Fact
from web.pages.hits import HitView, hit_view
from web.pages.more import more_facts


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """A neighbour on the shelf."""

    call_number: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Each is empty where there is nothing; a version isn't shown among the `similar` again."""

    versions: tuple[HitView, ...]
    more: tuple[Fact, ...]
    shelf: tuple[ShelfLine, ...]
    similar: tuple[HitView, ...]


def beside(
    record: UnionRecord,
    versions: tuple[UnionRecord, ...],
    similar: tuple[UnionRecord, ...],
    shelf: tuple[ShelfNeighbour, ...],
    links: Links,
    words: Words,
) -> Beside:
    """The records around one, as lines that lead to them."""
    shown = {each.id for each in versions}
    return Beside(
        versions=_hits(versions, links, words),
        more=more_facts(record, links, words),
        shelf=tuple(
            ShelfLine(each.call_number, each.record.description.title.full, links.record(each.record.id))
            for each in shelf
        ),
        similar=_hits((each for each in similar if each.id not in shown), links, words),
    )


def _hits(records: Iterable[UnionRecord], links: Links, words: Words) -> tuple[HitView, ...]:
    return tuple(hit_view(FoundRecord(each, 0.0), links, words, explain=False) for each in records)
