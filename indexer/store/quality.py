"""How good the records are that stand in the store, partner by partner; worked out when a partner was synced."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from sqlalchemy import Connection, Row, func, select

from discovery.catalog.quality import Example, Quality, Refused, decode_quality, encode_quality
from indexer.quality import EXAMPLES, REFUSED, problems_in, quality_of
from indexer.store.batches import among, numbers
from indexer.store.rejections import stored_rejections
from indexer.store.schema import contents, properties, rejections, source_records
from indexer.store.store import Store, property_of, set_property

_r = source_records.c
# One pass over a partner's records: as many rows as there are kinds of records, with the first and the last of each.
_COUNTED = (
    select(_r.quality, func.count().label("records"), func.min(_r.sequence), func.max(_r.sequence))
    .where(_r.live, _r.kind == "bibliographic")
    .group_by(_r.quality)
    .order_by(func.min(_r.sequence))
)
_TITLES = (
    select(_r.sequence, _r.source_id, contents.c.title)
    .join(contents, contents.c.sequence == _r.sequence)
    .where(among(_r.sequence, numbers("sequences")))
)


def assess(store: Store, partner: str) -> Quality:
    """Look at what stands of a partner's, and keep the result for `assessed`."""
    with store.transaction() as connection:
        rows = connection.execute(_COUNTED.where(_r.partner == partner)).all()
        shown = _shown(rows)
        sequences = sorted({each for group in shown.values() for each in group})
        titles = {
            row.sequence: Example(row.source_id, row.title)
            for row in connection.execute(_TITLES, {"sequences": sequences})
        }
        rejected = select(func.count()).where(rejections.c.partner == partner, rejections.c.outcome == "rejected")
        count = connection.scalar(rejected) or 0
    quality = quality_of(
        {row.quality: row.records for row in rows},
        {problem: tuple(titles[each] for each in group) for problem, group in shown.items()},
        count,
        _first_refused(store, partner) if count else (),
    )
    with store.transaction() as connection:
        set_property(connection, _property(partner), encode_quality(quality))
    return quality


def assessed(store: Store, partner: str) -> Quality:
    """What `assess` found last; it is asked now where it never was."""
    with store.transaction() as connection:
        kept = property_of(connection, _property(partner))
    return decode_quality(kept) if kept else assess(store, partner)


def forget_assessment(connection: Connection, partner: str) -> None:
    """The partner has left."""
    connection.execute(properties.delete().where(properties.c.name == _property(partner)))


def _property(partner: str) -> str:
    return f"quality:{partner}"


def _shown(rows: Iterable[Row[int, int, int, int]]) -> Mapping[str, Sequence[int]]:
    """A few records for each problem, of kinds as different as can be."""
    shown: dict[str, list[int]] = {}
    for bits, _, first, last in rows:
        for problem in problems_in(bits):
            of_problem = shown.setdefault(problem, [])
            of_problem += [each for each in dict.fromkeys((first, last)) if len(of_problem) < EXAMPLES]
    return {problem: each[:EXAMPLES] for problem, each in shown.items()}


def _first_refused(store: Store, partner: str) -> tuple[Refused, ...]:
    found = (each for each in stored_rejections(store, partner) if each.outcome == "rejected")
    return tuple(Refused(each.file, each.position, each.identifier, each.reason) for each in islice(found, REFUSED))
