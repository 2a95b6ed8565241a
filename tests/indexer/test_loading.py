"""Records go to the workers in tasks that bound the memory, whatever the size of a record."""

import pytest

from indexer import loading
from indexer.enrich.language import LanguagePrior
from indexer.formats import reading_of
from indexer.loading import tasks_of
from indexer.partners import Format, LibraryRule, Partner
from indexer.readers.iso2709 import Unreadable
from indexer.readers.pieces import MAX_PIECE
from indexer.report import SourceRecord


def _record(size: int) -> SourceRecord:
    return SourceRecord("a.mrc", 1, "marc21", b"x" * size)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((1,) * 7, [3, 3, 1]),
        ((60, 60, 1, 1, 1), [2, 3]),
        ((200, 200), [1, 1]),
        ((), []),
    ],
)
def test_a_task_ends_with_so_many_records_or_bytes(
    monkeypatch: pytest.MonkeyPatch, sizes: tuple[int, ...], expected: list[int]
) -> None:
    monkeypatch.setattr(loading, "_TASK", 3)
    monkeypatch.setattr(loading, "_TASK_BYTES", 100)
    partner = Partner("a", "a.mrc", None, LibraryRule("a"))
    records = [_record(size) for size in sizes]
    tasks = list(tasks_of(partner, LanguagePrior.of([]), iter(records)))
    assert [len(task.records) for task in tasks] == expected
    assert [record for task in tasks for record in task.records] == records


@pytest.mark.parametrize("kind", ["marc21", "marcxml", "marcjson", "unimarc", "oai", "dc", "mods", "mets"])
def test_a_record_of_impossible_length_is_refused_unread(kind: Format) -> None:
    with pytest.raises(Unreadable, match="longer than 16 MiB"):
        reading_of(SourceRecord("a", 1, kind, b"<" * MAX_PIECE))
