"""Reasons for an order, told from the query and the record alone."""

import pytest

from discovery.catalog.contributor import Contributor
from discovery.catalog.holding import Holding
from discovery.catalog.identifiers import Identifier
from discovery.catalog.publication import Publication
from discovery.catalog.record import Description, Title, UnionRecord
from discovery.catalog.subject import Subject
from discovery.search.parse import parse
from discovery.search.ranking import RankingReason, ranking_reasons, reason_text

MADILOG = UnionRecord(
    id="aaaaaaaaaaaaa",
    ids=("aaaaaaaaaaaaa",),
    work="aaaaaaaaaaaaa",
    description=Description(
        title=Title("Madilog", "materialisme, dialektika, logika"),
        contributors=(Contributor("Malaka, Tan", "Tan Malaka", primary=True),),
        publication=Publication("Jakarta", "Widjaya", "1951", 1951),
        identifiers=(Identifier("isbn", "9789793062792"),),
        languages=("id",),
        subjects=(Subject("Filsafat"), Subject("Pemikiran Indonesia")),
    ),
    members=(),
    holdings=(Holding("id-amn"), Holding("id-nus")),
)
HELD = "More than one library has it."


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "madilog",
            ("Exactly what was asked for: title.", "Begins with “madilog”: title.", "“madilog”: title.", HELD),
        ),
        (
            "tan malaka",
            (
                "Exactly what was asked for: author.",
                "“tan malaka” together, in this order: author.",
                "“tan”: author.",
                "“malaka”: author.",
                HELD,
            ),
        ),
        ("subject:filsafat", ("Exactly what was asked for: subject.", "“filsafat”: subject.", HELD)),
        ("berpikir", ("“berpikir” in another form: subject.", HELD)),
        ("mater*", ("Begins with “mater”: title.", HELD)),
        ('"dialektika logika"', ("“dialektika logika” together, in this order: title.", HELD)),
        ("979-3062-79-7", ("This number stands in it.", HELD)),
        ("year:1950-1959", ()),
        ("", ()),
        ("logika NOT wayang year:1951", ("“logika”: title.", HELD)),
        ("wayang OR logika", ("“logika”: title.", HELD)),
        ("wayang", ()),
        ("madilog year:1960", ()),
    ],
)
def test_what_counts_for_a_record_is_said_strongest_first(query: str, expected: tuple[str, ...]) -> None:
    assert tuple(map(reason_text, ranking_reasons(parse(query), MADILOG))) == expected


def test_a_reason_names_its_places_by_their_weight() -> None:
    (reason, _) = ranking_reasons(parse("indonesia filsafat OR widjaya"), MADILOG)[-2:]
    assert reason == RankingReason("word", "widjaya", ("publisher",))
