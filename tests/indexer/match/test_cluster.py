"""Groups from verdicts."""

from itertools import combinations

from indexer.match.cluster import LARGEST_WITHOUT_IDENTIFIER, Candidate, connected, form_groups
from indexer.match.compare import Verdict
from indexer.match.weights import CONTRADICTION

WEAK = Verdict(same=True, score=9.0, reasons=())
STRONG = Verdict(same=True, score=15.0, reasons=(), strong=True)
UNLIKE = Verdict(same=False, score=3.0, reasons=())
OPPOSED = Verdict(same=False, score=CONTRADICTION, reasons=())
NUMBER = frozenset({("isbn", "", "9789799731234")})


def grouped(
    links: dict[tuple[int, int], Verdict],
    others: Verdict = UNLIKE,
    partners: str = "abcdefgh",
    identifiers: frozenset[tuple[str, str, str]] = NUMBER,
) -> list[tuple[int, ...]]:
    """Groups of records 1, 2, 3 … of these partners; what isn't linked is judged as `others`."""
    members = {each for pair in links for each in pair}
    records = {each: Candidate(partners[each - 1 : each] or str(each), identifiers) for each in members}
    edges = {pair: verdict for pair, verdict in links.items() if verdict.same}

    def judge(one: int, other: int) -> Verdict:
        return links.get((min(one, other), max(one, other)), others)

    return form_groups(records, edges, judge)


def test_a_pair_that_is_the_same_is_a_group() -> None:
    assert grouped({(1, 2): WEAK, (3, 4): STRONG}) == [(1, 2), (3, 4)]


def test_a_chain_of_weak_links_makes_no_group() -> None:
    assert grouped({(1, 2): WEAK, (2, 3): WEAK}) == [(1, 2), (3,)]


def test_identifiers_bridge_records_that_are_merely_unlike() -> None:
    assert grouped({(1, 2): STRONG, (2, 3): STRONG}) == [(1, 2, 3)]


def test_identifiers_never_bridge_a_contradiction() -> None:
    assert grouped({(1, 2): STRONG, (2, 3): STRONG, (1, 3): OPPOSED}) == [(1, 2), (3,)]


def test_the_best_founded_pair_comes_first() -> None:
    assert grouped({(1, 2): WEAK, (2, 3): STRONG}) == [(1,), (2, 3)]


def test_a_partner_is_never_twice_in_a_group_without_an_identifier() -> None:
    assert grouped({(1, 2): WEAK, (2, 3): WEAK, (1, 3): WEAK}, partners="aba") == [(1, 2), (3,)]


def test_a_partner_is_twice_in_a_group_with_an_identifier_and_a_title() -> None:
    assert grouped({(1, 2): STRONG, (2, 3): STRONG, (1, 3): STRONG}, partners="aba") == [(1, 2, 3)]


def test_a_group_without_an_identifier_in_common_stops_growing() -> None:
    many = range(1, LARGEST_WITHOUT_IDENTIFIER + 4)
    links = dict.fromkeys(combinations(many, 2), WEAK)
    assert max(map(len, grouped(links, identifiers=frozenset()))) == LARGEST_WITHOUT_IDENTIFIER
    assert grouped(links) == [tuple(many)]


def test_sets_are_what_links_connect() -> None:
    assert connected([5, 1, 2, 4, 3], [(2, 5), (5, 3)]) == [[1], [2, 3, 5], [4]]
