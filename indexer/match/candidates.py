"""The records that have to be looked at together, because they share keys or are one union record already."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from sqlalchemy import Connection

from indexer.match.cluster import Pair, form_groups
from indexer.match.compare import Verdict
from indexer.match.comparisons import Comparisons
from indexer.store.match_keys import leaders
from indexer.store.matching import MOST_PER_KEY, Matchable, companions, partners_of, sharing
from indexer.store.meeting_keys import MeetingKeys
from indexer.store.packed_keys import is_identifier, is_uniting, unpack_keys

# Of the many that share a crowded key (a year-book's title, a placeholder in place of an ISBN), a record is compared
# with those that share most keys with it. With all hundred of them, 20,000 records of one ISBN took 8 ms each.
_MOST_OF_A_CROWD = 10


class Neighbourhood:
    """Some records with all that their matching can touch.

    `records` is closed under four relations: being in one cluster now, being linked by a verdict, being of one
    likeness, and coming in the place of another. So whatever becomes of them is decided at once, and doesn't depend on
    which of them it began with. `leader_of` tells which records follow another of their likeness, `heir_of` what comes
    in the place of those that left.
    """

    def __init__(self, connection: Connection, comparisons: Comparisons, meeting: MeetingKeys | None = None) -> None:
        self.records: dict[int, Matchable] = {}
        self.links: dict[Pair, Verdict] = {}
        self.leader_of: dict[int, int] = {}
        self.heir_of: dict[int, int] = {}
        self._connection = connection
        self._comparisons = comparisons
        self._decided = comparisons.decided
        self._meeting = meeting

    def gather(self, sequences: Sequence[int]) -> None:
        """Add these records and everything around them."""
        waiting: Set[int] = set(sequences)
        while waiting:
            pairs = self.meet(sorted(waiting))
            related = {*self.leader_of.values(), *self.heir_of.values()}
            waiting = (self._link(pairs) | related) - self.records.keys()

    def meet(self, sequences: Sequence[int]) -> set[Pair]:
        """Add these records and those that are in one cluster with them; the pairs to judge, learnt."""
        found = companions(self._connection, sequences)
        fresh = [each for each in found if each.sequence not in self.records]
        self.records.update((each.sequence, each) for each in fresh)
        self.heir_of.update((each.sequence, each.heir) for each in fresh if each.heir is not None)
        keys_of = {each.sequence: unpack_keys(each.match_keys) for each in fresh if each.live}
        leading = leaders(self._connection, sorted({keys[0] for keys in keys_of.values()}))
        behind = {sequence: leading[keys[0]] for sequence, keys in keys_of.items() if leading[keys[0]] != sequence}
        # Whom a decision names speaks for itself, though it is just like another of its partner's.
        named = self._decided.pairs_of.keys() & keys_of.keys()
        following = behind.keys() - named
        self.leader_of.update((each, behind[each]) for each in following if is_uniting(keys_of[each][0]))
        pairs = self._candidate_pairs({each: keys[1:] for each, keys in keys_of.items() if each not in following})
        pairs.update(pair for each in named for pair in self._decided.pairs_of[each])
        pairs = self._comparisons.unsettled(pairs)
        self._comparisons.learn(self._connection, {sequence for pair in pairs for sequence in pair})
        return pairs

    def groups(self, unit: Sequence[int], links: Mapping[Pair, Verdict]) -> list[tuple[int, ...]]:
        """The editions into which a unit's living records fall."""
        copies = Counter(self.leader_of[each] for each in unit if each in self.leader_of)
        linked = {each: self._comparisons.candidate(each, copies[each]) for pair in links for each in pair}
        living = [each for each in unit if self.records[each].live]
        alone = [(each,) for each in living if each not in linked and each not in self.leader_of]
        groups = [list(group) for group in (*form_groups(linked, links, self._comparisons.judge), *alone)]
        group_of = {member: group for group in groups for member in group}
        for each in living:
            if each in self.leader_of:
                group_of[self.leader_of[each]].append(each)
        return sorted(tuple(sorted(group)) for group in groups)

    def _candidate_pairs(self, keys_of: Mapping[int, Sequence[int]]) -> set[Pair]:
        """Pairs that share an identifier, or are of two partners and share another key; few of those in a crowd."""
        sharers = self._sharers(keys_of)
        by_text = [found for key, found in sharers.items() if len(found) > 1 and not is_identifier(key)]
        met = {each for found in by_text for each in self._with_shadows(found)}
        partner_of = partners_of(self._connection, sorted(met - self.records.keys()))
        partner_of.update((each.sequence, each.partner) for each in self.records.values())
        pairs: set[Pair] = set()
        for one, keys in keys_of.items():
            near: set[int] = set()
            crowd: set[int] = set()
            for key in keys:
                if key in sharers:  # as hardly any is
                    found = self._with_shadows(sharers[key])
                    (crowd if len(sharers[key]) >= MOST_PER_KEY else near).update(
                        other
                        for other in found
                        if other != one and (is_identifier(key) or partner_of[one] != partner_of[other])
                    )
            if crowd:
                near.update(likest(crowd - near, keys, sharers))
            pairs.update((one, other) if one < other else (other, one) for other in near)
        return pairs

    def _sharers(self, keys_of: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
        """Who has each of these keys, where several records have it."""
        asked = {key for keys in keys_of.values() for key in keys}
        if self._meeting is None:
            return sharing(self._connection, sorted(asked))
        sharers = sharing(self._connection, sorted(self._meeting.among(asked)))
        crowded = {key for key, found in sharers.items() if len(found) >= MOST_PER_KEY}
        if crowded:  # who is likest is told by the keys, too, that one partner's records have alone
            further = {key for keys in keys_of.values() if not crowded.isdisjoint(keys) for key in keys}
            sharers.update(sharing(self._connection, sorted(further - sharers.keys())))
        return sharers

    def _with_shadows(self, found: Sequence[int]) -> Sequence[int]:
        """These records, and those just like one of them that a decision names."""
        shadows = self._decided.shadows
        return [*found, *(each for leader in found for each in shadows.get(leader, ()))] if shadows else found

    def _link(self, pairs: Iterable[Pair]) -> set[int]:
        """Keep the pairs that belong together; the records in them."""
        linked: set[int] = set()
        apart: list[Pair] = []
        for one, other in pairs:
            if self._comparisons.may_link(one, other):
                self.links[one, other] = self._comparisons.judge(one, other)
                linked.update((one, other))
            else:
                apart.append((one, other))
        self._comparisons.settle(apart)
        return linked


def likest(crowd: Set[int], keys: Iterable[int], sharers: Mapping[int, Sequence[int]]) -> list[int]:
    """Those of a crowd that share most of these keys, of equals the first assigned."""
    counts = Counter(each for key in keys for each in sharers.get(key, ()))
    return sorted(crowd, key=lambda each: (-counts[each], each))[:_MOST_OF_A_CROWD]
