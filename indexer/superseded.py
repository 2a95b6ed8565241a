"""A refused record that a later file of changes brings again: what was mended isn't refused any more."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from indexer.mapping import Mapped
from indexer.report import Rejected, Skipped
from indexer.store.repetition import REPETITION


def without_superseded(answers: Iterable[Mapped], files: Sequence[str]) -> Iterator[Mapped]:
    """The same; of files of changes, which are named from the last on and all stand in one folder for years, a record
    that is refused where a later file has it is skipped, as an older state of a sound one is.

    `files` are their names in the order in which they are read, none where a source isn't of such files.
    """
    ranks = {name: rank for rank, name in enumerate(files)}
    latest: dict[str, int] = {}
    for mapped in answers:
        if len(ranks) < 2:
            yield mapped
            continue
        for item in mapped.packed:
            latest.setdefault(item.source_id, ranks.get(item.file, len(ranks)))

        def told(item: Rejected | Skipped) -> Rejected | Skipped:
            rank = latest.get(item.identifier)
            if isinstance(item, Skipped) or rank is None or rank >= ranks.get(item.file, 0):
                return item
            return Skipped(item.file, item.position, item.identifier, REPETITION)

        yield replace(mapped, refused=tuple(told(item) for item in mapped.refused))
