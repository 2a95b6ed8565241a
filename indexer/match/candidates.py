"""The records that have to be looked at together, because they share keys or are one union record already."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from sqlalchemy import Connection

from indexer.match.cluster import Candidate, Pair, form_groups
from indexer.match.compare import Verdict, compare, decide
from indexer.match.decided import NOTHING_DECIDED, Decided
from indexer.match.features import Features, features_of
from indexer.store.match_keys import leaders
from indexer.store.matching import MOST_PER_KEY, Matchable, companions, mapped_records, partners_of, sharing
from indexer.store.meeting_keys import MeetingKeys
from indexer.store.packed_keys import is_identifier, is_uniting, unpack_keys

# Features of this many records, and so many verdicts, are remembered from one chunk to the next (about 2 kB each).
_MOST_REMEMBERED, _MOST_VERDICTS = 20_000, 50_000
# Of pairs found apart only the numbers, some 150 bytes each, until they meet from the other side.
_MOST_APART = 200_000
# Of the many that share a crowded key (a year-book's title, a placeholder in place of an ISBN), a record is compared
# with those that share most keys with it. With all hundred of them, 20,000 records of one ISBN took 8 ms each.
_MOST_OF_A_CROWD = 10


class Comparisons:
    """Verdicts on pairs of stored records, each pair judged once; those that are decided as they were decided."""

    def __init__(self, decided: Decided = NOTHING_DECIDED) -> None:
        self.decided = decided
        self._known: dict[int, tuple[str, Features]] = {}
        self._verdicts: dict[Pair, Verdict] = {}
        self._apart: set[Pair] = set()

    def unsettled(self, pairs: set[Pair]) -> set[Pair]:
        """These pairs without those that were found apart before: two records that share a key meet twice, once when
        each is matched, and a hundred thousand others may come between.
        """
        settled = self._apart & pairs
        self._apart -= settled  # they meet no third time
        return pairs - settled

    def settle(self, apart: Iterable[Pair]) -> None:
        """These pairs were found apart: they need not be read and judged when they meet again."""
        if len(self._apart) < _MOST_APART:
            self._apart.update(apart)

    def learn(self, connection: Connection, sequences: Iterable[int]) -> None:
        """Read the records that aren't known yet, so that they can be judged."""
        unknown = [each for each in sequences if each not in self._known]
        if unknown:
            for sequence, record in mapped_records(connection, unknown):
                self._known[sequence] = (record.partner, features_of(record))

    def candidate(self, sequence: int, copies: int = 0) -> Candidate:
        """What grouping needs to know of a record that was learnt, and that `copies` others follow."""
        partner, features = self._known[sequence]
        return Candidate(partner, features.identifiers, copies)

    def judge(self, one: int, other: int) -> Verdict:
        """The verdict on two records that were learnt."""
        pair = (one, other) if one < other else (other, one)
        verdict = self._verdicts.get(pair)
        if verdict is None:
            verdict = compare(self._known[pair[0]][1], self._known[pair[1]][1])
            if pair in self.decided.pairs:
                verdict = decide(verdict, same=self.decided.pairs[pair])
            self._verdicts[pair] = verdict
        return verdict

    def may_link(self, one: int, other: int) -> bool:
        """Whether the verdict alone would put them together: never two of one partner on a likeness of texts."""
        verdict = self.judge(one, other)
        return verdict.same and (verdict.strong or self._known[one][0] != self._known[other][0])

    @property
    def is_full(self) -> bool:
        """Whether more is remembered than is worth its memory."""
        return len(self._known) > _MOST_REMEMBERED or len(self._verdicts) > _MOST_VERDICTS

    def forget(self) -> None:
        """Forget all records and verdicts, which can be read and judged again."""
        self._known.clear()
        self._verdicts.clear()


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
        met = {each for found in sharers.values() if len(found) > 1 for each in self._with_shadows(found)}
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
