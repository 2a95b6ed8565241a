"""Two thousand damaged tables: none crashes, and every row of each is accounted for."""

import random
from itertools import pairwise

import pytest

from discovery.errors import SourceUnreadable
from indexer.enrich.language import LanguagePrior
from indexer.mapping import MappingTask, map_records
from indexer.partners import LibraryRule
from indexer.report import SourceRecord
from tests.indexer.readers.table_builder import HEADER, ROWS, csv_bytes, mutated, read_table

_TABLES = tuple(
    csv_bytes(rows, delimiter=delimiter, encoding=encoding)
    for rows in ((HEADER, *ROWS), ROWS * 3, (HEADER, *ROWS * 4))
    for delimiter, encoding in ((",", "utf-8"), (";", "cp1252"), ("\t", "utf-16"))
)


@pytest.mark.parametrize("seed", range(20))
def test_damaged_table_ends_well_and_loses_no_row(seed: int) -> None:
    chance = random.Random(seed)
    read = 0
    for _ in range(100):
        content = mutated(chance.choice(_TABLES), chance)
        try:
            rows, (shape,) = read_table(content)
        except SourceUnreadable:
            continue
        read += 1
        records = tuple(SourceRecord(row.file, row.position, "table", row.raw) for row in rows)
        outcome = map_records(MappingTask("id-a", LibraryRule("id-a"), LanguagePrior(), records))
        assert len(outcome.packed) + len(outcome.refused) == len(rows)
        assert not [each for each in outcome.refused if "Padu failed" in each.reason]
        positions = [row.position for row in rows]
        assert all(one < other for one, other in pairwise(positions))
        assert not positions or positions[0] > shape.header
    assert read > 50
