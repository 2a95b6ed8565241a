"""What a provider lists is known where a record of it stands, or where it was refused."""

from indexer.report import Rejected
from indexer.store.identifiers import unknown_to
from indexer.store.runs import begin_run
from indexer.store.store import Store
from tests.indexer.store.records import NOON, loaded, record


def test_identifier_is_unknown_that_stands_for_no_living_record_and_no_refused_one(store: Store) -> None:
    loaded(store, "ui", record("ui", "1", "Bumi manusia"), record("ui", "2", "Anak semua bangsa"))
    loaded(store, "ui", record("ui", "1", "Bumi manusia"))
    loaded(store, "ugm", record("ugm", "4", "Jejak langkah"))
    begin_run(store, "ui", NOON).reject([Rejected("katalog.mrc", 3, "3", "no title")])
    assert unknown_to(store, "ui")(["1", "2", "3", "4", "5"]) == {"2", "4", "5"}
    assert unknown_to(store, "ui")([]) == set()
