"""What the API answers to "why are these one record?"."""

from pydantic import BaseModel

from discovery.api.examples import Example, example_of

_ONE, _OTHER = "mfzwizlsn5zgk", "a3kq2nd7yb4ve"
EVIDENCE: Example = {
    "id": _ONE,
    "url": "https://katalog.example/record/mfzwizlsn5zgk/evidence",
    "threshold": 4.0,
    "members": [
        {
            "id": _ONE,
            "partner": "id-amn",
            "name": "Perpustakaan AMN",
            "source_id": "17",
            "title": "Bumi manusia",
            "published": "Jakarta : Hasta Mitra, 1980",
            "edition": "",
            "extent": "xii, 354 hlm.",
        },
        {
            "id": _OTHER,
            "partner": "id-nus",
            "name": "Perpustakaan Nusantara",
            "source_id": "b1009",
            "title": "Bumi manusia",
            "published": "Jakarta : Hasta Mitra, 1981",
            "edition": "",
            "extent": "354 hlm.",
        },
    ],
    "shown": [
        {
            "field": "title",
            "value": "Bumi manusia",
            "rule": "all",
            "label": "semua cantuman yang menyebutnya sama",
            "given_by": [_ONE],
            "agreed_by": [_ONE, _OTHER],
        }
    ],
    "pairs": [
        {
            "records": [_ONE, _OTHER],
            "same": True,
            "score": 9.3,
            "reasons": [
                {"code": "title-equal", "label": "Judulnya sama", "weight": 4.0, "values": ["bumi manusia"]},
            ],
        }
    ],
    "decisions": [{"records": [_ONE, _OTHER], "same": True, "why": ""}],
}


class ComparedMember(BaseModel):
    """A member's record as it describes itself; `partner`, `name` and `source_id` say whose it is."""

    id: str
    partner: str
    name: str
    source_id: str
    title: str
    published: str
    edition: str
    extent: str


class ShownValue(BaseModel):
    """A field of the record, and whose words are shown there.

    `field`: title, publication, edition, extent, type or carrier. `rule`: only (no other says it), all, most or
    fullest, and `label` says the same in words. `given_by` and `agreed_by` are ids of members.
    """

    field: str
    value: str
    rule: str
    label: str
    given_by: list[str]
    agreed_by: list[str]


class Reason(BaseModel):
    """What speaks for two records being one (a weight above 0) or against it, and the values that were compared."""

    code: str
    label: str
    weight: float
    values: list[str]


class ComparedRecords(BaseModel):
    """Two members and how they were judged; `score` is what the weights come to. Members may also be one by way of the
    others, where `same` is false.
    """

    records: list[str]
    same: bool
    score: float
    reasons: list[Reason]


class Decision(BaseModel):
    """What a librarian decided of two records, and in their words why, "" where none were given."""

    records: list[str]
    same: bool
    why: str


class EvidenceAnswer(BaseModel):
    """Why the members of a record are one. Two records are one edition from `threshold` on.

    Of many members not every pair is kept; each then has the pair that speaks for it most.
    """

    model_config = example_of(EVIDENCE)

    id: str
    url: str
    threshold: float
    members: list[ComparedMember]
    shown: list[ShownValue]
    pairs: list[ComparedRecords]
    decisions: list[Decision]
