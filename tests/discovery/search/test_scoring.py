from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discovery.search.parse import parse
from discovery.search.query import Everything, Exactly, Not, Nothing, Number, Query, Words, Years
from discovery.search.scoring import MAX_CLAUSES, score
from discovery.search.tree import (
    All,
    Best,
    Between,
    Boost,
    Combine,
    Constant,
    Empty,
    Has,
    Node,
    Sequence,
    Starts,
    Stem,
    Term,
)
from discovery.search.weights import required


def leaves(node: Node) -> Iterator[Node]:
    match node:
        case Best(parts=parts):
            children = parts
        case Combine(must=must, should=should, never=never):
            children = must + should + never
        case Constant(part=part) | Boost(part=part):
            children = (part,)
        case _:
            yield node
            return
    for child in children:
        yield from leaves(child)


@pytest.mark.parametrize(("telling", "least"), [(1, 1), (2, 2), (4, 4), (5, 2), (8, 2), (9, 3), (64, 3)])
def test_required_words_of_a_sentence_are_all_of_few_and_few_of_many(telling: int, least: int) -> None:
    assert required(telling) == least
    assert required(telling, is_question=True) == min(least, 2)


def core_of(query: str) -> Combine:
    """What has to match of a query that is one group of words, without holders and whole titles."""
    whole = score(parse(query))
    assert isinstance(whole, Combine)
    words = whole.must[0]
    assert isinstance(words, Combine)
    core = words.must[0]
    assert isinstance(core, Combine)
    return core


def tokens_of(nodes: tuple[Node, ...]) -> list[str]:
    return [next(leaf.token for leaf in leaves(node) if isinstance(leaf, Term)) for node in nodes]


@pytest.mark.parametrize(
    ("query", "counted", "least", "others"),
    [
        pytest.param(
            "What special training will researchers need",
            ["special", "training", "will", "researchers", "need"],
            2,
            ["what"],
            id="two of a question's telling words",
        ),
        pytest.param(
            "Computerized information systems in fields related to chemistry",
            ["computerized", "information", "systems", "fields", "related", "chemistry"],
            2,
            ["in", "to"],
            id="two of a sentence's telling words",
        ),
        pytest.param(
            "kumpulan cerpen si doel dari betawi",
            ["kumpulan", "cerpen", "doel", "betawi"],
            4,
            ["si", "dari"],
            id="all of four telling words",
        ),
        pytest.param(
            "Image recognition and methods of transforming printed text into computer-ready form",
            [
                "image",
                "recognition",
                "methods",
                "transforming",
                "printed",
                "text",
                "computer",
                "ready",
                "form",
            ],
            3,
            ["and", "of", "into"],
            id="three of a long sentence's telling words",
        ),
    ],
)
def test_score_of_a_sentence_counts_the_words_that_say_something(
    query: str, counted: list[str], least: int, others: list[str]
) -> None:
    core = core_of(query)
    inner = core.must[0]
    assert isinstance(inner, Combine)
    assert (tokens_of(inner.must + inner.should), len(inner.must) + inner.at_least) == (counted, least)
    assert (tokens_of(core.should), {node.factor for node in core.should if isinstance(node, Boost)}) == (others, {0.1})


@pytest.mark.parametrize("query", ["To be or not to be", "Apa itu", "The who", "what is to be"])
def test_score_of_function_words_alone_asks_for_all_of_them(query: str) -> None:
    core = core_of(query)
    assert (set(tokens_of(core.must)), core.should) == (set(query.lower().split()), ())


@pytest.mark.parametrize("count", [1, 3, 5, 9, 30])
def test_score_asks_for_the_required_number_of_words(count: int) -> None:
    node = score(Words(tuple(f"kata{number}" for number in range(count)), "publisher"))
    core = node.must[0] if isinstance(node, Combine) else node
    bests = [core] if isinstance(core, Best) else [*core.must, *core.should]  # type: ignore[union-attr]
    asked = len(core.must) + core.at_least if isinstance(core, Combine) else 1
    assert (len(bests), asked) == (count, required(count))


def test_score_of_a_name_is_one_best_of_terms_with_holders_and_whole_matches() -> None:
    assert score(Words(("Hirata",), "author")) == Combine(
        must=(
            Combine(
                must=(Best((Term("author", "hirata"), Boost(Term("author", "hiraeta"), 0.6)), 0.2),),
                should=(Constant(Has("author_exact", ("hirata",)), 3.0),),
            ),
        ),
        should=tuple(Constant(Between("holders", least, None), 0.15) for least in (2, 4, 8, 16)),
    )


PLAIN: dict[str, tuple[Query, Node]] = {
    "everything": (Everything(), All()),
    "nothing": (Nothing("x"), Empty()),
    "years": (Years(1990, None), Between("year", 1990, None)),
    "a value": (Exactly("library", "id-amn"), Has("library", ("id-amn",))),
    "a number": (
        Number("979-3062-79-7"),
        Best(
            (
                Constant(Has("identifier", ("9793062797",)), 110.0),
                Constant(Has("identifier", ("9793062797", "9789793062792")), 100.0),
                Constant(Has("identifier", ("=9793062797", "=9789793062792")), 90.0),
                Constant(Has("identifier", ("~9793062797", "~9789793062792", "#9793062797")), 50.0),
            )
        ),
    ),
    "no number": (Number("--"), Empty()),
    "not": (Not(Years(1990, 1990)), Combine(never=(Between("year", 1990, 1990),))),
}


@pytest.mark.parametrize(("query", "node"), PLAIN.values(), ids=PLAIN.keys())
def test_score_of_values_is_their_filter(query: Query, node: Node) -> None:
    assert score(query) == node


def found(query: str, kind: type[Node], field: str) -> list[Node]:
    return [leaf for leaf in leaves(score(parse(query))) if isinstance(leaf, kind) and leaf.field == field]  # type: ignore[attr-defined]


def test_score_stems_a_word_by_every_language_of_its_script() -> None:
    assert [leaf.language for leaf in found("buku", Stem, "title")] == ["id", "en", "nl", "de", "fr", "es", "pt"]  # type: ignore[attr-defined]
    assert found("Книги", Stem, "title") == [Stem("title", "ru", "книги")]
    assert found("الكُتب", Stem, "title") == [Stem("title", "ar", "الكُتب")]
    assert found("café", Stem, "subject")[0] == Stem("subject", "id", "café")
    assert found("東京 2019 it", Stem, "title") == []


def test_score_of_running_text_weighs_repetitions_and_what_a_thing_says_of_itself() -> None:
    node = score(Words(("sejarah", "sejarah", *(f"kata{number}" for number in range(20)))))
    assert isinstance(node, Combine)
    core = node.must[0]
    assert isinstance(core, Combine)
    first = core.must[0].should[0]  # type: ignore[union-attr]
    assert isinstance(first, Boost)
    assert isinstance(first.part, Best)
    assert (first.factor, Term("contents", "sejarah") in first.part.parts) == (2, True)


def test_score_never_stems_names_phrases_or_exact_words() -> None:
    assert found("sejarah", Stem, "author") == []
    assert [leaf for leaf in leaves(score(parse('"sejarah"'))) if isinstance(leaf, Stem)] == []
    assert [leaf for leaf in leaves(score(Words(("sejarah",), exact=True))) if isinstance(leaf, Stem)] == []


def test_score_looks_for_initials_glued_and_apart() -> None:
    assert found("author:(A.A. Milne)", Term, "author") == [
        Term("author", "aa"),
        Term("author", "a"),
        Term("author", "milne"),
    ]


def test_score_knows_a_whole_title_beside_its_author_in_either_order() -> None:
    whole = score(parse("auditing arens alvin"))
    (beside,) = (
        node.part
        for node in whole.must[0].should  # type: ignore[union-attr]
        if isinstance(node, Constant) and isinstance(node.part, Best)
    )
    sought = {
        (part.must[0].values[0], tuple(name.token for name in part.must[1:]))  # type: ignore[union-attr]
        for part in beside.parts
    }
    assert sought == {
        ("auditing arens", ("alvin",)),
        ("arens alvin", ("auditing",)),
        ("auditing", ("arens", "alvin")),
        ("alvin", ("auditing", "arens")),
    }


def test_score_looks_for_one_cjk_character_as_a_beginning() -> None:
    assert found("史", Starts, "title") == [Starts("title", "史")]
    assert found("歴史", Term, "title") == [Term("title", "历史")]


def test_score_of_a_phrase_is_a_sequence_with_ampersand_as_well() -> None:
    assert found('"crime and punishment"', Sequence, "title") == [
        Sequence("title", ("crime", "and", "punishment")),
        Sequence("title", ("crime", "&", "punishment")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"kata{number}" for number in range(300)),
        " AND ".join(f"kata{number}" for number in range(300)) + " x",
        " OR ".join(f'"and & kata{number}"' for number in range(100)),
        " ".join(f"{'abcdefgh'[number % 8]} xx{number}" for number in range(100)),
        "中文" * 5_000,
        " ".join(f"Müllër al jurnalsyujono{'abcdefgh'[number % 8]}{'xyz' * (number // 8)}" for number in range(100)),
        "(a OR " * 1_000 + "b" + ")" * 1_000,
        "and dan en et und & " + " ".join(f"kata{number}" for number in range(300)),
        " ".join(f"pustaka{number}*" for number in range(100)),
    ],
)
def test_score_never_has_more_clauses_than_elasticsearch_takes(text: str) -> None:
    assert 8 < sum(1 for _ in leaves(score(parse(text)))) <= MAX_CLAUSES


PIECES = (
    "(",
    ")",
    '"',
    "-",
    "*",
    " ",
    " AND ",
    " OR ",
    "author:",
    "laskar",
    "é",
    "東京",
    "&",
    "a",
    "9789793062792",
    "b.c.",
)


@given(st.lists(st.sampled_from(PIECES), max_size=300).map("".join))
@settings(max_examples=150, deadline=None)
def test_score_of_any_query_is_bounded(text: str) -> None:
    assert sum(1 for _ in leaves(score(parse(text)))) <= MAX_CLAUSES
