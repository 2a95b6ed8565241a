"""Labelled pairs and the records they speak of, from files: what `padu match-score` works on."""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import chain, islice
from pathlib import Path

from discovery.catalog.record import Record
from discovery.errors import SourceUnreadable
from indexer.loading import tasks_of
from indexer.mapping import map_records, sample_prior
from indexer.match.score import LabelledPair, MatchScore, score_pairs
from indexer.partner_source import Source
from indexer.partners import LibraryRule, Partner
from indexer.sources.files import SourceFile, files_of, opened
from indexer.store.packing import unpack_record
from indexer.workers import Workers

_COLUMNS = ("id1", "id2", "same")
_LABELS = {"1": True, "0": False}
_SAMPLE = 300
_NAME = "labelled"


def score_files(records: str, pairs: Path, workers: Workers) -> MatchScore:
    """Judge the pairs in a CSV file of `id1,id2,same`. Raises SourceUnreadable with what is wrong, and where."""
    labelled = tuple(_labelled_pairs(pairs))
    if not labelled:
        raise SourceUnreadable(f"{pairs} holds no pairs.")
    return score_pairs(_records(records, workers), labelled)


def _labelled_pairs(path: Path) -> Iterator[LabelledPair]:
    with opened(SourceFile(path)) as stream:
        rows = csv.DictReader(StringIO(stream.read().decode("utf-8-sig", errors="replace"), newline=""))
        if not set(_COLUMNS) <= set(rows.fieldnames or ()):
            raise SourceUnreadable(f"{path} needs the columns {', '.join(_COLUMNS)} in its first line.")
        for row in rows:
            one, other, same = ((row[column] or "").strip() for column in _COLUMNS)
            if not one or not other or same not in _LABELS:
                raise SourceUnreadable(f"{path}, line {rows.line_num}: two ids and 1 or 0 are wanted, not {same!r}.")
            yield LabelledPair(one, other, _LABELS[same])


def _records(path: str, workers: Workers) -> Iterator[Record]:
    """The file's records; the pairs of one that is refused are reported as unknown."""
    partner = Partner(_NAME, path, None, LibraryRule(_NAME))
    source = Source(files_of(path), None, partner.table)
    records = iter(source)
    sample = list(islice(records, _SAMPLE))
    tasks = tasks_of(partner, sample_prior(sample), chain(sample, records))
    for mapped in workers.run(map_records, tasks):
        for packed in mapped.packed:
            if packed.mapped and packed.kind == "bibliographic":
                yield unpack_record(packed.mapped)
    if source.failures:
        raise SourceUnreadable(" ".join(source.failures))
