"""Records that a run meets twice."""

from indexer.store.packing import PackedRecord

REPETITION = "an earlier record of this run has the same identifier; the first one counts"
ALIKE = "it has no identifier, and an earlier record of this run is the same; the first one counts"


def repetition(item: PackedRecord) -> str:
    """Why a record doesn't count that is there already in this run."""
    return ALIKE if item.source_id.startswith("sha256:") else REPETITION
