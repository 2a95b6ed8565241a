"""Batches in one statement."""

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from indexer.store.batches import among, numbers, texts
from indexer.store.plan import KNOWN
from indexer.store.schema import match_marks, source_records
from indexer.store.store import open_store


def test_a_batch_is_looked_up_by_index(tmp_path: Path) -> None:
    """A comparison rendered as "… = 1" once made SQLite read whole tables for every batch."""
    statements = {
        KNOWN.where(among(source_records.c.id, texts("batch"))): '["a"]',
        match_marks.delete().where(among(match_marks.c.sequence, numbers("batch"))): "[1]",
    }
    with open_store(f"sqlite:///{tmp_path}/store.db") as store, store.transaction() as connection:
        for statement, batch in statements.items():
            plan = f"EXPLAIN QUERY PLAN {statement.compile(dialect=sqlite.dialect(paramstyle='named'))}"
            steps = [row.detail for row in connection.execute(text(plan), {"batch": batch})]
            assert [step for step in steps if step.startswith("SCAN") and "VIRTUAL TABLE" not in step] == []
            assert any(step.startswith("SEARCH") for step in steps)
