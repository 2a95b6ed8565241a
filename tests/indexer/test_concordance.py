"""What records say about headings of different vocabularies, and when it is believed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pytest

from discovery.catalog.record import Classification, Description, Record, Title, UnionRecord
from discovery.catalog.subject import Subdivision, Subject, SubjectKind
from discovery.search.counterparts import Counterpart
from indexer.concordance import Concordance
from indexer.concordance_authorities import AuthorityLink
from indexer.concordance_evidence import Evidence
from indexer.concordance_parallels import Pair, parallel_texts, shared_texts
from indexer.concordance_reading import read_evidence
from indexer.concordance_terms import term_of
from indexer.concordance_weighing import LEAST_EQUIVALENT, LEAST_RELATED, lower_bound


def subject(scheme: str, heading: str, kind: SubjectKind = "topic") -> Subject:
    term, *divisions = heading.split("--")
    return Subject(term, kind, scheme, tuple(map(Subdivision, divisions)))


def subjects(*given: str) -> tuple[Subject, ...]:
    """`lcsh:Economics` is a heading of LCSH, `:Ekonomi` one of a list without a name."""
    cut = (each.partition(":") for each in given)
    return tuple(subject(scheme, heading) for scheme, _, heading in cut)


@dataclass(frozen=True)
class Told:
    """One partner's record of a work."""

    subjects: Sequence[Subject]
    partner: str = "ui"
    classes: tuple[str, ...] = ()


def learnt(works: Iterable[Sequence[Told]]) -> dict[str, tuple[Counterpart, ...]]:
    """What the concordance makes of these works' records."""
    evidence = Evidence()
    for number, members in enumerate(works):
        records = [
            Record(
                id=f"{number}{member.partner}",
                partner=member.partner,
                source_id=str(number),
                description=Description(
                    title=Title("Judul"),
                    subjects=tuple(member.subjects),
                    classifications=tuple(Classification("ddc", each) for each in member.classes),
                ),
            )
            for member in members
        ]
        union = UnionRecord(f"r{number}", (f"r{number}",), f"w{number}", records[0].description, ())
        read_evidence(evidence, union, records)
    with Concordance() as concordance:
        concordance.add(evidence)
        return dict(concordance.links())


def names(pairs: Iterable[Pair]) -> list[tuple[str, str]]:
    return [(pair.one[1], pair.other[1]) for pair in pairs]


PARALLEL = {
    "as many of each, block by block": (
        ("lcsh:Law", "lcsh:Tea", "rvm:Droit", "rvm:Thé"),
        [("Law", "Droit"), ("Tea", "Thé")],
    ),
    "as many of each, side by side": ((":Hukum", "lcsh:Law", ":Teh", "lcsh:Tea"), [("Hukum", "Law"), ("Teh", "Tea")]),
    "whole strings and their terms": (
        ("lcsh:Law--Canada", "rvm:Droit--Canada"),
        [("Law", "Droit"), ("Law — Canada", "Droit — Canada")],
    ),
    "a list that comes twice in each round": (
        (":Hukum", "lcsh:Law", ":Recht", ":Teh", "lcsh:Tea", ":Thee"),
        [("Hukum", "Law"), ("Hukum", "Recht"), ("Law", "Recht"), ("Teh", "Tea"), ("Teh", "Thee"), ("Tea", "Thee")],
    ),
    "one round is no coming round": ((":Hukum", "lcsh:Law", ":Peradilan"), []),
    "unlike numbers": (("lcsh:Law", "lcsh:Tea", "rvm:Droit"), []),
    "unlike subdivisions": (("lcsh:Law--Canada", "rvm:Droit"), []),
    "one vocabulary": (("lcsh:Law", "lcsh:Tea"), []),
    "one language": (("lcsh:Law", "fast:Jurisprudence"), []),
    "one heading": (("lcsh:Law",), []),
    "none": ((), []),
}


@pytest.mark.parametrize(("given", "expected"), PARALLEL.values(), ids=PARALLEL)
def test_parallel_headings_are_told_by_their_place(given: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert names(parallel_texts(subjects(*given))) == expected


def test_headings_of_unlike_kinds_are_not_parallel() -> None:
    assert names(parallel_texts((subject("lcsh", "Java", "place"), subject("rvm", "Java (Langage)")))) == []


SHARED = {
    "each its own list": ((":Hukum",), ("lcsh:Law",), [("Hukum", "Law")]),
    "two lists without a name": ((":Hukum",), (":Recht",), [("Hukum", "Recht")]),
    "unlike numbers": ((":Hukum", ":Teh"), ("lcsh:Law",), []),
    "one vocabulary": (("lcsh:Tea",), ("lcsh:Law",), []),
    "several lists in one record": ((":Hukum", "lcsh:Tea"), ("lcsh:Law", "rvm:Thé"), []),
}


@pytest.mark.parametrize(("ones", "others", "expected"), SHARED.values(), ids=SHARED)
def test_headings_of_two_catalogues_are_told_by_their_place(
    ones: tuple[str, ...], others: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert names(shared_texts("ui", subjects(*ones), "itb", subjects(*others))) == expected


@pytest.mark.parametrize(
    ("agreeing", "cases", "expected"), [(1, 1, 0.207), (2, 2, 0.342), (3, 4, 0.301), (3, 3, 0.438), (0, 5, 0.0)]
)
def test_the_bound_is_wilsons(agreeing: int, cases: int, expected: float) -> None:
    assert lower_bound(agreeing, cases) == pytest.approx(expected, abs=0.001)


def test_the_thresholds_ask_for_two_works_of_two_and_three_of_four() -> None:
    assert lower_bound(1, 1) < LEAST_RELATED <= lower_bound(3, 4)
    assert max(lower_bound(1, 1), lower_bound(3, 4), lower_bound(4, 6)) < LEAST_EQUIVALENT <= lower_bound(2, 2)


LAW = Told(subjects("lcsh:Law", "rvm:Droit"))
TEA = Told(subjects("lcsh:Law", "rvm:Thé"))


def test_two_works_that_agree_make_equivalents_both_ways() -> None:
    assert learnt([[LAW], [LAW]]) == {
        "law": (Counterpart("Droit", "equivalent", "parallel", "rvm", 2, 0.342, ("r0", "r1")),),
        "droit": (Counterpart("Law", "equivalent", "parallel", "lcsh", 2, 0.342, ("r0", "r1")),),
    }


def test_one_work_is_no_agreement() -> None:
    assert learnt([[LAW]]) == {}


def test_copies_of_one_work_are_no_agreement() -> None:
    assert learnt([[LAW, Told(LAW.subjects, "itb"), Told(LAW.subjects, "ugm")]]) == {}


def test_a_work_that_disagrees_makes_a_heading_related_and_many_switch_the_link_off() -> None:
    assert [(each.text, each.kind) for each in learnt([[LAW]] * 1 + [[LAW], [LAW], [TEA]])["law"]] == [
        ("Droit", "related")
    ]
    assert learnt([[LAW], [LAW], [TEA], [TEA]]) == {}


def test_lists_repeated_to_the_letter_are_one_witness_and_no_more_than_related() -> None:
    """Seven labels of one maker, all with the same slip: "Pepper; Spice trade" beside "Épices; Poivre"."""
    slip = [Told(subjects("lcsh:Pepper", "lcsh:Spice trade", "rvm:Épices", "rvm:Poivre"))]
    assert learnt([slip] * 7)["poivre"] == (
        Counterpart("Spice trade", "related", "parallel", "lcsh", 7, LEAST_RELATED, ("r0", "r6")),
    )


def test_lists_that_differ_are_two_witnesses() -> None:
    works = [
        [Told(subjects("lcsh:Law", "lcsh:Tea", "rvm:Droit", "rvm:Thé"))],
        [Told(subjects("lcsh:Law", "lcsh:Salt", "rvm:Droit", "rvm:Sel"))],
    ]
    assert [(each.text, each.kind) for each in learnt(works)["law"]] == [("Droit", "equivalent")]


HABIT: dict[str, tuple[SubjectKind, int, int, list[tuple[str, str]]]] = {
    "topics as a rule": ("topic", 3, 1, [("Hukum", "equivalent")]),
    "topics for a part": ("topic", 3, 40, [("Hukum", "equivalent")]),
    "topics now and then": ("topic", 3, 60, []),
    "forms as a rule": ("genre", 3, 1, [("Hukum", "equivalent")]),
    "forms in half of its records": ("genre", 3, 3, []),
}


@pytest.mark.parametrize(("kind", "beside", "alone", "expected"), HABIT.values(), ids=HABIT)
def test_a_list_without_a_name_is_parallel_where_a_partner_gives_it(
    kind: SubjectKind, beside: int, alone: int, expected: list[tuple[str, str]]
) -> None:
    """ "Electronic books" stood beside "Legislative materials" in three of 644 records with a form of that list."""
    law, hukum = subject("lcsh", "Law", kind), subject("", "Hukum", kind)
    works = [[Told((law, hukum))]] * beside + [[Told((law,))]] * alone
    assert [(each.text, each.kind) for each in learnt(works).get("law", ())] == expected


def test_another_partners_habit_is_its_own() -> None:
    theirs = [[Told(subjects("lcsh:Law"), "itb")]] * 99
    assert [each.text for each in learnt([[Told(subjects("lcsh:Law", ":Hukum"))]] * 3 + theirs)["law"]] == ["Hukum"]


def test_two_lists_with_names_need_no_habit() -> None:
    works = [[Told(subjects("lcsh:Law", "rvm:Droit"))]] * 2 + [[Told(subjects("lcsh:Law"))]] * 40
    assert [(each.text, each.kind) for each in learnt(works)["law"]] == [("Droit", "equivalent")]


def test_headings_that_fold_alike_are_no_counterparts() -> None:
    same = Told(subjects("lcsh:Batik", ":BATIK"))
    assert learnt([[same], [same]]) == {}


def test_two_catalogues_of_one_work_make_headings_related_only() -> None:
    work = [Told(subjects(":Ekonomi")), Told(subjects("lcsh:Economics"), "itb")]
    found = learnt([work] * 4)
    assert found["economics"] == (Counterpart("Ekonomi", "related", "work", "", 4, 0.51, ("r0", "r3")),)


def test_one_class_number_under_both_makes_headings_related_only() -> None:
    ui, itb = Told(subjects(":Ekonomi"), "ui", ("330",)), Told(subjects("lcsh:Economics"), "itb", ("330",))
    found = learnt([[ui], [ui], [itb], [itb], [itb]])
    assert found["ekonomi"] == (Counterpart("Economics", "related", "class", "lcsh", 2, 0.342, ("ddc 330",)),)


def test_several_class_numbers_tell_nothing() -> None:
    ui, itb = Told(subjects(":Ekonomi"), "ui", ("330", "340")), Told(subjects("lcsh:Economics"), "itb", ("330",))
    assert learnt([[ui], [ui], [itb], [itb]]) == {}


def test_a_number_is_a_headings_own_or_says_nothing() -> None:
    ui = [Told(subjects(":Ekonomi"), "ui", (number,)) for number in ("330", "330", "331", "332", "333", "334")]
    itb = Told(subjects("lcsh:Economics"), "itb", ("330",))
    assert learnt([*([each] for each in ui), [itb], [itb]]) == {}


def test_a_class_number_tells_nothing_more_where_an_equivalent_is_known() -> None:
    works = [[Told(subjects("lcsh:Law", "rvm:Droit"), "ui", ("340",))]] * 3
    strays = [[Told(subjects("rvm:Justice"), "itb", ("340",))]] * 3
    assert [each.text for each in learnt([*works, *strays])["law"]] == ["Droit"]


def test_a_class_number_tells_nothing_more_where_the_other_headings_equivalent_is_known() -> None:
    """ "Coffee industry" and "Café" stand at 663.93, and "Café" is "Coffee"."""
    coffee = [[Told(subjects("lcsh:Coffee", "rvm:Café"))]] * 2
    trade = [[Told(subjects("lcsh:Coffee industry"), "ui", ("663.93",))]] * 2
    cafe = [[Told(subjects("rvm:Café"), "itb", ("663.93",))]] * 2
    found = learnt([*coffee, *trade, *cafe])
    assert {key: [each.text for each in others] for key, others in found.items()} == {
        "coffee": ["Café"],
        "cafe": ["Coffee"],
    }


def test_a_class_number_joins_headings_of_one_kind_only() -> None:
    school = Told((subject("lcsh", "Regina Normal School", "organisation"),), "ui", ("370.73",))
    topic = Told(subjects("rvm:Écoles normales"), "itb", ("370.73",))
    assert learnt([[school], [school], [topic], [topic]]) == {}


def test_an_authoritys_word_needs_no_agreement_and_comes_first() -> None:
    link = AuthorityLink(term_of("lcsh", "Law"), term_of("gnd", "Recht"), "authority0001")
    evidence = Evidence()
    with Concordance() as concordance:
        concordance.add(evidence)
        concordance.add_authorities([link])
        assert dict(concordance.links()) == {
            "law": (Counterpart("Recht", "equivalent", "authority", "gnd", 0, 1.0, ("authority0001",)),),
            "recht": (Counterpart("Law", "equivalent", "authority", "lcsh", 0, 1.0, ("authority0001",)),),
        }
