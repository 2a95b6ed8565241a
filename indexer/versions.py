"""Files of one source that are one catalogue at several times: each was meant to take the place of those before it."""

from collections.abc import Mapping

from indexer.partners import Partner
from indexer.sources.fetching import Fetched

_FEWEST = 10


def version_remarks(
    partner: Partner, fetched: Fetched, met: Mapping[str, int], again: Mapping[str, int]
) -> tuple[str, ...]:
    """What is to be done where most records of a file stand in an earlier one too, which counts: `met` says how many
    each file holds, `again` how many of those were there already. Files of changes hold one record again and again.
    """
    if len(fetched.files) < 2 or partner.mode == "delta" or fetched.memory:
        return ()
    later = [file for file, number in again.items() if met[file] >= _FEWEST and number * 2 > met[file]]
    if not later:
        return ()
    others = f" (and of {len(later) - 1:,} more)" if len(later) > 1 else ""
    first = later[0]
    return (
        f"{again[first]:,} of the {met[first]:,} records of {first}{others} stand in an earlier file too, which "
        "counts; if the files are one catalogue at several times, keep the last one alone in the source, and if the "
        'later ones hold what changed, say mode = "delta".',
    )
