"""Librarians' decisions on the records that are in the store now."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import Connection

from indexer.match.cluster import Pair
from indexer.match.decisions import Decisions, IdPair
from indexer.store.match_keys import leaders, mark_changed
from indexer.store.matching import Matchable, living_names, named_records
from indexer.store.packed_keys import unpack_keys
from indexer.store.publications import mark_for_publication
from indexer.store.store import Store, property_of, set_property

_APPLIED = "decisions"
# Two ids, whether they are one, and why, if that was said.
_PAIRS = list[tuple[str | bool, ...]]


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs of living records that are decided on, the earlier first, and whether they are one.

    `shadows` are decided-on records that are just like an earlier one of their partner's, by that one: matching finds
    them only through it. `pairs_of` are the pairs to look at whatever keys they share, by either record: those that
    are decided, and those of shadows.
    """

    pairs: Mapping[Pair, bool] = field(default_factory=dict)
    pairs_of: Mapping[int, tuple[Pair, ...]] = field(default_factory=dict)
    shadows: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


NOTHING_DECIDED = Decided()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A record that a decision names and that isn't there: it never came, or its partner took it back (`gone`), which
    may have it as another (`now`) since it numbers its records otherwise.
    """

    line: int
    name: str
    gone: bool
    now: str = ""


def apply_decisions(connection: Connection, decisions: Decisions) -> None:
    """Have the records matched and published again on which something else is decided than the last time."""
    before = property_of(connection, _APPLIED)
    applied = msgspec.json.decode(before, type=_PAIRS) if before else []
    wanted = [(*ids, ruling.same, *filter(None, (ruling.why,))) for ids, ruling in sorted(decisions.rulings().items())]
    if applied != wanted:
        touched = {str(each) for pair in {*applied} ^ {*wanted} for each in pair[:2]}
        standing = named_records(connection, sorted(touched)).values()
        mark_changed(connection, sorted(each.sequence for each in standing if each.live))
        # What answers to the id of a record that is gone shows the decision too, though it matches as before.
        mark_for_publication(connection, {each.cluster: each.cluster for each in standing if not each.live})
        set_property(connection, _APPLIED, msgspec.json.encode(wanted).decode())


def decided_on(connection: Connection, decisions: Decisions) -> Decided:
    """The decisions on which both records are there."""
    pairs = decisions.pairs()
    if not pairs:
        return NOTHING_DECIDED
    standing = named_records(connection, sorted({each for pair in pairs for each in pair}))
    living = {name: each for name, each in standing.items() if each.live}
    found = {_ordered(ids, living): same for ids, same in pairs.items() if ids[0] in living and ids[1] in living}
    shadows = _shadows(connection, living)
    pairs_of: dict[int, tuple[Pair, ...]] = {}
    for pair in (*found, *((leader, each) for leader, shadowing in shadows.items() for each in shadowing)):
        for each in pair:
            pairs_of[each] = (*pairs_of.get(each, ()), pair)
    return Decided(found, pairs_of, shadows)


def waiting_records(store: Store, decisions: Decisions) -> tuple[Waiting, ...]:
    """The records that decisions name and that aren't there, in the order of the file."""
    named = sorted({each for decision in decisions.given for each in decision.ids})
    with store.transaction() as connection:
        standing = named_records(connection, named) if named else {}
        names_now = _names_now(connection, {name: each for name, each in standing.items() if not each.live})
    return tuple(
        Waiting(decision.line, name, gone=each in standing, now=names_now.get(each, ""))
        for decision in decisions.given
        for name, each in decision.by_name()
        if each not in standing or not standing[each].live
    )


def _names_now(connection: Connection, gone: Mapping[str, Matchable]) -> dict[str, str]:
    """By the ids of records that are gone, what answers to them and is the same partner's, where that is one record."""
    living = living_names(connection, sorted({each.cluster for each in gone.values()}))
    found = {name: (each.partner, living.get((each.cluster, each.partner), ())) for name, each in gone.items()}
    return {name: f"{partner}/{its[0]}" for name, (partner, its) in found.items() if len(its) == 1}


def _ordered(ids: IdPair, living: Mapping[str, Matchable]) -> Pair:
    one, other = (living[each].sequence for each in ids)
    return (one, other) if one < other else (other, one)


def _shadows(connection: Connection, living: Mapping[str, Matchable]) -> dict[int, tuple[int, ...]]:
    likeness_of = {each.sequence: unpack_keys(each.match_keys)[0] for each in living.values()}
    leading = leaders(connection, sorted(set(likeness_of.values())))
    shadows: dict[int, tuple[int, ...]] = {}
    for sequence, likeness in sorted(likeness_of.items()):
        leader = leading[likeness]
        if leader != sequence:
            shadows[leader] = (*shadows.get(leader, ()), sequence)
    return shadows
