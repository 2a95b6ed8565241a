"""The evidence for a union record."""

from indexer.match.decisions import Decision, Decisions, id_pair
from indexer.match.explain import explain
from indexer.match.rematch import rematch
from indexer.store.store import Store
from tests.indexer.store.records import ids, loaded, record, synced

ISBN = "9789799731234"


def test_the_evidence_gives_members_their_verdicts_and_near_misses(store: Store) -> None:
    ui, itb = record("ui", "1", isbn=ISBN), record("itb", "1", isbn=ISBN, year=1981)
    reprint, stranger = record("ugm", "1", year=1990), record("ugm", "2", "Kamus dewan", author="Iskandar")
    synced(store, "ui", ui)
    synced(store, "itb", itb)
    synced(store, "ugm", reprint, stranger)
    evidence = explain(store, itb.id)
    assert evidence is not None
    assert (evidence.cluster.id, evidence.cluster.ids) == (ui.id, ids(ui, itb))
    within = [(each.one, each.other, each.verdict.same) for each in evidence.within]
    near = [(each.one, each.other, each.verdict.same) for each in evidence.near]
    assert (within, near) == ([(ui, itb, True)], [(itb, reprint, False), (ui, reprint, False)])
    assert [reason.code for reason in evidence.near[0].verdict.reasons] == [
        "title-equal",
        "author-agrees",
        "year-differs",
        "publisher-agrees",
        "place-agrees",
    ]


def test_a_decision_is_among_the_evidence_beside_what_the_comparison_found(store: Store) -> None:
    ui, itb, ugm = record("ui", "1", isbn=ISBN), record("itb", "1", isbn=ISBN), record("ugm", "9", "Kamus dewan")
    decisions = Decisions((Decision(1, False, ("ui/1", "itb/1"), id_pair(ui.id, itb.id), "another text"),))
    for each in (ui, itb, ugm):
        loaded(store, each.partner, each)
    rematch(store, decisions=decisions)
    evidence = explain(store, ui.id, decisions)
    assert evidence is not None
    assert (evidence.within, evidence.decisions) == ((), decisions.given)
    (near,) = evidence.near
    assert (near.other, near.verdict.same, [reason.code for reason in near.verdict.reasons][:2]) == (
        itb,
        False,
        ["decided-apart", "identifier-shared"],
    )


def test_a_record_that_is_gone_still_has_its_ids(store: Store) -> None:
    synced(store, "ui", record("ui", "1"))
    synced(store, "ui")
    evidence = explain(store, record("ui", "1").id)
    assert evidence is not None
    assert (evidence.cluster.title, evidence.within, evidence.near) == ("Bumi manusia", (), ())


def test_an_id_that_never_was_has_no_evidence(store: Store) -> None:
    assert explain(store, "aaaaaaaaaaaaa") is None
