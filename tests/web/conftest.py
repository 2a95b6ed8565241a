"""One small catalogue for all page tests; what a test asks of it is in the test."""

import json
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from pymarc import Field, Indicators, Record, Subfield
from starlette.testclient import TestClient

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding, Link
from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Title, UnionRecord
from discovery.search.compression import compressed
from discovery.search.document import SourceCopy
from tests.catalogues import SITE, publish, union
from web.app import create_app

GONE = "aaaaaaaaaaaaa"
PAST = "bbbbbbbbbbbbb"


@pytest.fixture(scope="session")
def bumi() -> UnionRecord:
    """A novel in two libraries, with a link that must not be one, and a past id."""
    record = union(
        1,
        Title("Bumi <manusia>", "sebuah roman"),
        libraries=("id-amn", "id-nus"),
        subjects=("Fiksi Indonesia",),
        identifiers=(Identifier("isbn", "9789799731234"),),
        links=(Link("javascript:alert(1)", "jebakan"), Link("https://arsip.example/bumi")),
        holdings=(
            Holding("id-nus", call_number="899.221 TOE b", copies=2, branch="Salemba", confirmed="2026-11-20"),
            Holding("id-amn", call_number="899 PRA", run="1971-1998"),
        ),
    )
    return replace(record, ids=(record.id, PAST))


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory, bumi: UnionRecord) -> Iterator[TestClient]:
    """The web application over 30 records."""
    arabic = Contributor("Ghazzālī", "Ghazzālī", original="الغزالي", primary=True)
    records = [
        bumi,
        union(2, "Anak semua bangsa", subjects=("Fiksi Indonesia", "Nasionalisme"), year=1981),
        union(
            3,
            Title("Iḥyāʾ ʿulūm al-dīn", original="إحياء علوم الدين", original_responsibility="تصنيف أبي حامد"),
            author=arabic,
            languages=("ar",),
            edition="al-Ṭabʻah 2",
            original_edition="الطبعة الثانية",
        ),
        *(union(number, f"Jejak langkah {number}", subjects=(f"Tema {number}",)) for number in range(4, 31)),
    ]
    service = publish(
        tmp_path_factory.mktemp("pages"),
        records,
        sources={bumi.id: (SourceCopy(bumi.members[0].id, "marc21", compressed(own_marc())),)},
        facts=[
            (f"gone:{GONE}", json.dumps({"title": "Buku yang hilang"})),
            ("partner:id-amn", json.dumps({"last_synced": "2026-11-20T01:02:03Z"})),
        ],
    )
    with TestClient(create_app(service, SITE), follow_redirects=False) as client:
        yield client


def own_marc() -> bytes:
    record = Record(force_utf8=True)
    for tag, subfields in (("245", [Subfield("a", "Bumi manusia")]), ("901", [Subfield("a", "rahasia")])):
        record.add_field(Field(tag=tag, indicators=Indicators("0", "0"), subfields=subfields))
    return record.as_marc()
