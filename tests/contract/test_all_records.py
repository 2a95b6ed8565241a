"""The whole catalogue in parts, by the first letters of the ids."""

import pytest

from discovery.search import all_records
from discovery.search.all_records import part, parts
from discovery.search.document import encode_display
from tests.catalogues import union
from tests.contract.builders import record
from tests.contract.conftest import Index


def test_every_record_is_in_one_part(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    unions = [union(number, f"Judul {number}") for number in range(60)]
    index.publish(*(record(each.id, each.description.title.main, display=encode_display(each)) for each in unions))
    engine = index.engine()
    assert [each.id for each in part(engine, "")] == [each.id for each in part(engine, *parts(engine))]
    monkeypatch.setattr(all_records, "_MOST_IN_A_PART", 2)
    beginnings = parts(engine)
    assert (len(beginnings), beginnings[0], beginnings[-1]) == (32, "a", "7")
    found = [(beginning, each.id) for beginning in beginnings for each in part(engine, beginning)]
    assert sorted(record_id for _, record_id in found) == sorted(each.id for each in unions)
    assert all(record_id.startswith(beginning) for beginning, record_id in found)
