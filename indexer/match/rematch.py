"""Match what is new or changed, and move records between union records accordingly."""

from collections.abc import Callable, Sequence, Set

from sqlalchemy import Connection

from indexer.match.candidates import Neighbourhood
from indexer.match.cluster import Pair, connected
from indexer.match.compare import Verdict
from indexer.match.comparisons import Comparisons
from indexer.match.decided import apply_decisions, decided_on
from indexer.match.decisions import NO_DECISIONS, Decisions
from indexer.match.identity import Standing, assign_clusters
from indexer.match.keys import match_keys
from indexer.match.version import MATCHING_VERSION
from indexer.store.match_keys import marked_count, unmark
from indexer.store.matching import Matchable, changed_among, marked_records, move_records, records_after, renew_keys
from indexer.store.meeting_keys import MeetingKeys, meeting_keys
from indexer.store.packed_keys import pack_keys
from indexer.store.publications import mark_for_publication
from indexer.store.store import Store, property_of, set_property
from indexer.store.succession import forget_heirs

_CHUNK = 1000
_WORTH_A_PASS = 20_000
_VERSION = "matching"


def rematch(store: Store, progress: Callable[[int], None] | None = None, decisions: Decisions = NO_DECISIONS) -> int:
    """Match every marked record, and those on which `decisions` say something new; how many were looked at.

    Each chunk is one transaction, and what it leaves depends on nothing but the records in the store: a run that was
    killed goes on where it stood, and ends where an undisturbed one does. `progress` is told of every chunk's size.
    """
    renew_outdated_keys(store)
    with store.transaction() as connection:
        apply_decisions(connection, decisions)
        decided = decided_on(connection, decisions)
    comparisons = Comparisons(decided)
    meeting = _meeting_keys(store)
    matched = 0
    while True:
        with store.transaction() as connection:
            marked = marked_records(connection, _CHUNK)
            if marked:
                _match(connection, marked, comparisons, meeting)
        if not marked:
            return matched
        matched += len(marked)
        if progress is not None:
            progress(len(marked))
        if comparisons.is_full:
            comparisons.forget()


def _meeting_keys(store: Store) -> MeetingKeys | None:
    """Where much is to be matched, what there is to meet by at all, so that nobody asks for the rest."""
    with store.transaction() as connection:
        many = marked_count(connection) > _WORTH_A_PASS
        return meeting_keys(connection) if many else None


def _match(
    connection: Connection, marked: Sequence[int], comparisons: Comparisons, meeting: MeetingKeys | None
) -> None:
    area = Neighbourhood(connection, comparisons, meeting)
    area.gather(marked)
    everyone = sorted(area.records)
    changed = set(changed_among(connection, everyone))
    moved: dict[int, int] = {}
    publications: dict[int, int] = {}
    for unit, links in _units(area):
        if len(unit) == 1:  # most records are like no other, before and after
            publications.update((each, each) for each in changed.intersection(unit))
            continue
        known = [area.records[each] for each in unit]
        standings = [_standing(each, changed) for each in known]
        for sequence, number in assign_clusters(standings, area.groups(unit, links)).items():
            before = area.records[sequence].cluster
            if before != number:
                moved[sequence] = number
            if before != number or sequence in changed:
                publications[before] = publications[number] = unit[0]
    move_records(connection, moved)
    mark_for_publication(connection, publications)
    unmark(connection, everyone)
    forget_heirs(connection, [*area.heir_of])


def _standing(record: Matchable, changed: Set[int]) -> Standing:
    return Standing(record.sequence, record.cluster, record.live, record.heir, record.sequence in changed)


def _units(area: Neighbourhood) -> list[tuple[list[int], dict[Pair, Verdict]]]:
    """Records that are decided on together, being in one cluster now, belonging in one, or one coming in another's
    place; with their links.
    """
    companions = [(each.cluster, each.sequence) for each in area.records.values()]
    followers = [(leader, follower) for follower, leader in area.leader_of.items()]
    units = connected([*area.records], [*companions, *followers, *area.heir_of.items(), *area.links])
    links: dict[int, dict[Pair, Verdict]] = {}
    if area.links:
        first_of = {member: unit[0] for unit in units for member in unit}
        for pair, verdict in area.links.items():
            links.setdefault(first_of[pair[0]], {})[pair] = verdict
    return [(unit, links.get(unit[0], {})) for unit in units]


def renew_outdated_keys(store: Store) -> None:
    """Where another version of matching left its keys, derive them anew, and mark everything to be matched again."""
    after = 0 if has_outdated_keys(store) else None
    while after is not None:
        with store.transaction() as connection:
            page = records_after(connection, after, _CHUNK)
            renew_keys(connection, [(sequence, pack_keys(match_keys(record))) for sequence, record in page])
        after = page[-1][0] if page else None
    if _keys_version(store) != str(MATCHING_VERSION):
        with store.transaction() as connection:
            set_property(connection, _VERSION, str(MATCHING_VERSION))


def has_outdated_keys(store: Store) -> bool:
    """Whether another version of matching left its keys."""
    return _keys_version(store) not in (None, str(MATCHING_VERSION))


def _keys_version(store: Store) -> str | None:
    with store.transaction() as connection:
        return property_of(connection, _VERSION)
