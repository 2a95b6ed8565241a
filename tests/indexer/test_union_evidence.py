"""What is published of why records are one."""

import pytest

from discovery.catalog.record import Description, Record
from discovery.labels.evidence import REASONS, RULES
from discovery.search.evidence import DecidedPair, Rule, ShownField, ShownValue, evidence_among, evidence_copy
from indexer.match.decisions import Ruling, id_pair
from indexer.match.merge import merge_descriptions
from indexer.match.weights import WEIGHTS
from indexer.shown_values import shown_values
from indexer.union_evidence import union_evidence
from tests.indexer.match.descriptions import described, of, verdict_on

ISBN = "9789799731234"
UI, ITB = of(described(isbn=ISBN), "ui"), of(described(isbn=ISBN, subtitle="roman", year=1981), "itb")


def evidence_of(*records: Record, decided: dict[tuple[str, str], Ruling] | None = None):  # type: ignore[no-untyped-def]
    merged = merge_descriptions(records)
    return union_evidence([each.id for each in records], records, merged, decided or {})


def test_evidence_gives_the_members_and_the_verdict_with_its_reasons_and_travels_whole() -> None:
    evidence = evidence_of(UI, ITB)
    verdict = verdict_on(UI, ITB)
    assert [(told.id, told.title, told.published) for told in evidence.members] == [
        (UI.id, "Bumi manusia", "Jakarta : Hasta Mitra, 1980"),
        (ITB.id, "Bumi manusia : roman", "Jakarta : Hasta Mitra, 1981"),
    ]
    (pair,) = evidence.pairs
    assert (pair.one, pair.other, pair.same, pair.score) == (0, 1, True, verdict.score)
    assert [(each.code, each.weight, each.values) for each in pair.reasons] == [
        (each.code, each.weight, each.values) for each in verdict.reasons
    ]
    assert evidence_among([evidence_copy(evidence)]) == evidence


def test_evidence_gives_what_librarians_decided_of_these_records_and_of_no_others() -> None:
    never, other = id_pair(UI.id, "zzzzzzzzzzzzz"), id_pair("yyyyyyyyyyyyy", "zzzzzzzzzzzzz")
    always = id_pair(UI.id, ITB.id)
    decided = {always: Ruling(True, "satu cetakan"), never: Ruling(False), other: Ruling(True)}
    evidence = evidence_of(UI, ITB, decided=decided)
    assert set(evidence.decided) == {DecidedPair(*always, True, "satu cetakan"), DecidedPair(*never, False)}
    assert evidence.pairs[0].reasons[0].code == "decided-same"


def test_of_many_members_each_has_the_pair_that_speaks_for_it_most() -> None:
    records = [of(described(isbn=ISBN, year=1980 + number % 3), f"p{number}") for number in range(30)]
    evidence = evidence_of(*records)
    assert [pair.other for pair in evidence.pairs] == list(range(1, 30))
    assert {pair.reasons[0].code for pair in evidence.pairs} == {"identifier-shared"}
    assert all(pair.one % 3 == pair.other % 3 for pair in evidence.pairs[2:])


_SHOWN: list[tuple[ShownField, tuple[Description, ...], Rule, tuple[int, ...], tuple[int, ...]]] = [
    ("edition", (described(), described(edition="Cet. 2")), "only", (1,), (1,)),
    ("title", (described("BUMI MANUSIA"), described()), "all", (1,), (0, 1)),
    ("publication", (described(year=1981), described(), described()), "most", (1, 2), (1, 2)),
    ("extent", (described(extent="300 hlm."), described(extent="354 hlm.", abstract="Minke")), "fullest", (1,), (1,)),
]


@pytest.mark.parametrize(("field", "members", "rule", "given_by", "agreed_by"), _SHOWN)
def test_a_shown_value_has_the_members_that_give_it_and_its_rule(
    field: ShownField,
    members: tuple[Description, ...],
    rule: Rule,
    given_by: tuple[int, ...],
    agreed_by: tuple[int, ...],
) -> None:
    merged = merge_descriptions([of(each, number=str(number)) for number, each in enumerate(members)])
    assert ShownValue(field, rule, given_by, agreed_by) in list(shown_values(members, merged))


def test_every_reason_and_rule_has_words() -> None:
    assert set(REASONS) == {*WEIGHTS, "decided-same", "decided-apart"}
    assert set(RULES) == {"only", "all", "most", "fullest"}
