"""Which of a partner's records come in the place of others: the same edition, under another identifier."""

from collections.abc import Mapping, Sequence, Set

from sqlalchemy import Connection

from indexer.match.candidates import likest
from indexer.match.compare import Verdict
from indexer.match.comparisons import Comparisons
from indexer.store.match_keys import Keyed, sharing_after
from indexer.store.matching import MOST_PER_KEY, clusters_of, sharing
from indexer.store.packed_keys import unpack_keys
from indexer.store.succession import heirs_among
from indexer.store.withdrawal import Staying

# What has to be found of a record that was corrected, and all that may speak against it: another year, or an author
# that one of the two lacks. Without these too little may agree, which isn't a difference of its own.
_CORRECTED = (
    (
        frozenset({"title-equal", "author-agrees"}),
        frozenset({"year-near", "year-close", "year-differs", "agreements-few"}),
    ),
    (
        frozenset({"title-equal", "year-equal", "author-one-sided"}),
        frozenset({"author-one-sided", "agreements-few"}),
    ),
)


def successors(connection: Connection, leaving: Sequence[Keyed], staying: Staying, new: int) -> dict[int, int]:
    """For the records that leave, by sequence, the one that stays with their partner and is the same edition.

    What is alike in all that matching looks at comes first, though it may be too little to match by. Of several each is
    taken once, as long as there are any. Sequences from `new` on stood beside none of those that leave; nor did what is
    in one cluster with one, come back to what had come in its place.
    """
    keys_of = {sequence: unpack_keys(keys) for sequence, keys in sorted(leaving) if keys}
    sharers = sharing(connection, sorted({key for keys in keys_of.values() for key in keys}))
    stay = staying(sorted({each for found in sharers.values() for each in found} - keys_of.keys()))
    likenesses = sorted({keys[0] for keys in keys_of.values()})
    twins_of = {
        likeness: _twins(connection, likeness, sharers.get(likeness, ()), stay, staying) for likeness in likenesses
    }
    twins = {each: twins_of[keys[0]] for each, keys in keys_of.items()}
    near = {each: _near(keys[1:], sharers, stay) for each, keys in keys_of.items() if not twins[each]}
    compared = {other for each, found in near.items() if found for other in (each, *found)}
    comparisons = Comparisons()
    comparisons.learn(connection, compared)
    cluster_of = clusters_of(connection, sorted(compared))
    heirs: dict[int, int] = {}
    taken = heirs_among(connection, sorted(stay.union(*twins_of.values())))
    for each in keys_of:
        fresh = {other for other in near.get(each, ()) if other >= new or cluster_of[other] == cluster_of[each]}
        same = twins[each] or _same(comparisons, each, near[each], fresh)
        if same:
            heirs[each] = next((other for other in same if other not in taken), same[0])
            taken.add(heirs[each])
    return heirs


def _twins(connection: Connection, likeness: int, found: Sequence[int], stay: set[int], staying: Staying) -> list[int]:
    """Those that stay of the records of this likeness; of a crowd, whose first may all leave, the first that do."""
    twins = stay.intersection(found)
    while not twins and len(found) >= MOST_PER_KEY:
        found = sharing_after(connection, likeness, max(found))
        twins = staying(found)
    return sorted(twins)


def comes_in_place(verdict: Verdict, *, is_new: bool) -> bool:
    """Whether a record comes in the place of another of its partner's, from the comparison of the two.

    Two that stood beside each other the partner itself told apart: "Cahiers de droit fiscal international, vol. 77a"
    and "77b", of which one is weeded, are alike only in their words. A new one may have its year corrected, by which
    alone small lists tell their titles from each other, or its author added.
    """
    return verdict.strong or (is_new and (verdict.same or _is_corrected(verdict)))


def _is_corrected(verdict: Verdict) -> bool:
    """Whether title and author are the same and nothing but the year speaks against that the records are one; or title
    and year, and nothing but that one names no author: somebody has added it, or its column is known by now.
    """
    codes = {reason.code for reason in verdict.reasons}
    against = {reason.code for reason in verdict.reasons if reason.weight < 0}
    return any(codes >= found and against <= allowed for found, allowed in _CORRECTED)


def _near(keys: Sequence[int], sharers: Mapping[int, Sequence[int]], stay: Set[int]) -> list[int]:
    """Those that stay and share a key, the likest first; of a crowd a few."""
    return likest({each for key in keys for each in sharers.get(key, ())} & stay, keys, sharers)


def _same(comparisons: Comparisons, sequence: int, near: Sequence[int], fresh: Set[int]) -> list[int]:
    judged = [(each, comparisons.judge(sequence, each)) for each in near]
    same = [(each, verdict) for each, verdict in judged if comes_in_place(verdict, is_new=each in fresh)]
    return [each for each, _ in sorted(same, key=lambda found: -found[1].score)]
