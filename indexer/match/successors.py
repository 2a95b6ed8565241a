"""Which of a partner's records come in the place of others: the same edition, under another identifier."""

from collections.abc import Mapping, Sequence, Set

from sqlalchemy import Connection

from indexer.match.candidates import Comparisons, likest
from indexer.store.match_keys import Keyed
from indexer.store.matching import sharing
from indexer.store.packed_keys import unpack_keys
from indexer.store.withdrawal import Staying


def successors(connection: Connection, leaving: Sequence[Keyed], staying: Staying) -> dict[int, int]:
    """For the records that leave, by sequence, the one that stays with their partner and is the same edition.

    What is alike in all that matching looks at comes first, though it may be too little to match by. Of several each is
    taken once, as long as there are any.
    """
    keys_of = {sequence: unpack_keys(keys) for sequence, keys in sorted(leaving) if keys}
    sharers = sharing(connection, sorted({key for keys in keys_of.values() for key in keys}))
    stay = staying(sorted({each for found in sharers.values() for each in found} - keys_of.keys()))
    twins = {each: [twin for twin in sharers.get(keys[0], ()) if twin in stay] for each, keys in keys_of.items()}
    near = {each: twins[each] or _near(keys[1:], sharers, stay) for each, keys in keys_of.items()}
    comparisons = Comparisons()
    unlike = {each: found for each, found in near.items() if found and not twins[each]}
    comparisons.learn(connection, [*unlike, *{other for found in unlike.values() for other in found}])
    heirs: dict[int, int] = {}
    taken: set[int] = set()
    for each in keys_of:
        same = twins[each] or [other for other in near[each] if comparisons.judge(each, other).same]
        if same:
            heirs[each] = next((other for other in same if other not in taken), same[0])
            taken.add(heirs[each])
    return heirs


def _near(keys: Sequence[int], sharers: Mapping[int, Sequence[int]], stay: Set[int]) -> list[int]:
    """Those that stay and share a key, the likest first; of a crowd a few."""
    shared = [sharers[key] for key in keys if key in sharers]
    return likest({each for found in shared for each in found} & stay, shared)
