"""The evidence that is published with a union record: its members' verdicts on each other, in brief."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from discovery.catalog.record import Description, Record
from discovery.labels.imprint import imprint
from discovery.search.evidence import ComparedPair, DecidedPair, GivenReason, Told, UnionEvidence
from indexer.match.compare import compare, decide
from indexer.match.decisions import IdPair, Ruling, id_pair
from indexer.match.drawn_features import features_of
from indexer.match.weights import THRESHOLD
from indexer.shown_values import shown_values

# Of more members each is compared only with so many of the first, so that what it costs grows with their number.
_MOST_COMPARED = 6

DecidedIds = Mapping[IdPair, Ruling]


def union_evidence(
    ids: Sequence[str], records: Sequence[Record], merged: Description, decided: DecidedIds
) -> UnionEvidence:
    """Why these records are one; `ids` are all that they answer to, `decided` what librarians said of these ids."""
    said = {pair: ruling for pair, ruling in decided.items() if not set(pair).isdisjoint(ids)} if decided else {}
    return UnionEvidence(
        members=tuple(_told(record) for record in records),
        threshold=THRESHOLD,
        pairs=tuple(_pairs(records, said)),
        shown=tuple(shown_values([each.description for each in records], merged)),
        decided=tuple(DecidedPair(*ids, *ruling) for ids, ruling in sorted(said.items())),
    )


def _told(record: Record) -> Told:
    told = record.description
    return Told(record.id, told.title.full, imprint(told), told.edition, told.extent)


def _pairs(records: Sequence[Record], decided: DecidedIds) -> Iterator[ComparedPair]:
    features = [features_of(record) for record in records]

    def judged(one: int, other: int) -> ComparedPair:
        verdict = compare(features[one], features[other])
        ruling = decided.get(id_pair(records[one].id, records[other].id))
        if ruling is not None:
            verdict = decide(verdict, same=ruling.same)
        reasons = tuple(GivenReason(each.code, each.weight, each.values) for each in verdict.reasons)
        return ComparedPair(one, other, verdict.same, verdict.score, reasons)

    if len(records) <= _MOST_COMPARED:
        yield from (judged(one, other) for one, other in combinations(range(len(records)), 2))
        return
    for other in range(1, len(records)):
        yield max((judged(one, other) for one in range(min(other, _MOST_COMPARED))), key=lambda pair: pair.score)
