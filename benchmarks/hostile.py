"""Hostile queries by the hundred thousand: none fails, none takes three times as long as the slowest ordinary one.

    padu sync && python -m benchmarks.hostile [--queries 100000] [--seed 1]

Works on the installation of padu.toml (or PADU_CONFIG), whichever engine it has. The queries are generated with
hypothesis: what breaks parsers, what is dear to search, and near misses of the catalogue's own words, with all the
other parameters of a search now and then. The same seed over the same catalogue gives the same queries. What seems slow
is asked again, because other things run on the machine too; its quickest answer counts, and what still seems so is
measured against the slowest ordinary ones of that very minute. The embedded engine answers within the process that
asks, and is timed by what that computes; Elasticsearch by the clock.

Ordinary are two neighbouring words of titles, the most used word under a letter, and the whole catalogue, to which the
start page leads; all with every facet. Of 11,916 searches that readers typed into a university's catalogue a third have
two words and an eighth has one.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from benchmarks.searching import two_word_queries
from discovery.collector import ANSWERING, collect_rarely
from discovery.engines.registry import EMBEDDED, open_engine
from discovery.search.browsing import ListPlace, open_list
from discovery.search.explain import explain_query
from discovery.search.fields import FACETS
from discovery.search.params import Row, SearchParams, read_params
from discovery.search.question import FACET_SIZE
from discovery.search.request import FacetRequest
from discovery.search.service import SearchService
from discovery.settings import load_settings

MOST_TIMES_SLOWER = 3
ORDINARY = 300
_ROUND = 1_000
_TIMES = 4
_SHOWN = 10
Pairs = tuple[tuple[str, str], ...]
Clock = Callable[[], float]

PIECES = (
    *("(", ")", '"', "“", "-", "*", ":", " ", " AND ", " OR ", " NOT ", " TIDAK ", " ATAU ", " DAN "),
    *("&", "/", "=", "[", "]", "author:", "pengarang: ", "judul:(", "year:", "tahun:1990-", "isbn:", "issn "),
    *("language:", "bahasa:", "library:", "call:", "all:", "nonsense:", "1990-1999", "-50--41", "979-3062-79-7"),
    *("9789793062792", "1412-033X", "10.1234/x", "C++", "A.A.", "J. R. R.", "al-", "l'", "e\u0301", "東京大学", "図"),
    *("الكتاب", "ﷺ", "½", "ß", "İ", "ǅ", "ﬁ", "\u0301", "\u200d", "\x00", "\u202e", "\ud800", "\U0010ffff", "𝔘"),
    *("'", "_", "9", "\n", "\t", "\u3000", "%s", "{0}", "<script>", "\\", "~", "|"),
)
_SCOPES = ("all", "title", "author", "subject", "series", "identifier", "nonsense")
_SORTS = ("relevance", "newest", "oldest", "title", "author", "holdings", "")


def hostile_texts(words: Sequence[str]) -> st.SearchStrategy[str]:
    """Queries' texts; `words` are the catalogue's own, the most used among them."""
    word = st.sampled_from(words)
    beginning = st.builds(lambda text, end: f"{text[:end]}*", word, st.integers(1, 4))
    piece = st.sampled_from(PIECES) | word | beginning
    leaf = (
        word
        | beginning
        | st.builds('"{} {}"'.format, word, word)
        | st.builds("year:{}-{}".format, *[st.integers()] * 2)
    )
    return st.one_of(
        st.lists(piece, max_size=60).map("".join),
        st.lists(piece, max_size=60).map(" ".join),
        st.text(max_size=200),
        st.builds(lambda text, times: text * times, piece, st.integers(2, 5_000)),
        st.builds(lambda text, times: f"{text} " * times, piece | leaf, st.integers(2, 2_000)),
        st.lists(word | beginning, min_size=1, max_size=80).map(" ".join),
        st.lists(_slip(word), min_size=1, max_size=14).map(" ".join),
        st.recursive(leaf, _joined, max_leaves=70),
        st.from_regex(r"(97[89][- ]?)?(\d[- ]?){7,12}[\dXx]", fullmatch=True),
    )


def _slip(word: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A word with a letter too many, too few or out of place."""

    def slipped(text: str, at: int, letter: str, kind: int) -> str:
        at %= len(text)
        before, after = text[:at], text[at:]
        return (before + letter + after, before + after[1:], before + after[1:2] + after[:1] + after[2:])[kind]

    return st.builds(slipped, word, st.integers(0, 40), st.sampled_from(ascii_lowercase), st.integers(0, 2))


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} OR {})".format, parts, parts),
        st.builds("({} AND {})".format, parts, parts),
        st.builds("{} {}".format, parts, parts),
        st.builds("NOT ({})".format, parts),
        st.builds("-{}".format, parts),
        st.builds("{}:({})".format, st.sampled_from(("author", "judul", "subjek", "all", "call")), parts),
    )


def hostile_requests(words: Sequence[str]) -> st.SearchStrategy[Pairs]:
    """A search's parameters as they come from a link: always `q`, in one of four all the others too."""
    text = hostile_texts(words)
    short = st.text(max_size=30) | st.sampled_from(words) | st.integers().map(str)
    facet = st.sampled_from(tuple(FACETS)) | st.just("nonsense")
    more = st.tuples(
        st.tuples(st.just("in"), st.sampled_from(_SCOPES)),
        st.tuples(st.just("q2"), text),
        st.tuples(st.just("op2"), st.sampled_from(("and", "or", "not", "nor"))),
        st.tuples(facet.map("f.{}".format), short),
        st.tuples(facet.map("x.{}".format), short),
        st.tuples(st.just("year"), short | st.builds("{}-{}".format, st.integers(), st.integers())),
        st.tuples(st.just("sort"), st.sampled_from(_SORTS)),
        st.tuples(st.just("by"), st.sampled_from(("edition", "work"))),
        st.tuples(st.just("page"), st.integers().map(str)),
        st.tuples(st.just("size"), short),
        st.tuples(st.just("also"), short),
        st.tuples(st.sampled_from(("explain", "verbatim")), st.just("1")),
    )
    alone = text.map(lambda each: (("q", each),))
    return alone | alone | alone | st.builds(lambda each, others: (("q", each), *others), text, more)


def catalogue_words(service: SearchService) -> tuple[str, ...]:
    """The most used words under each letter."""
    found = [word.text for letter in ascii_lowercase for word in service.engine.words(prefix=letter, size=20)]
    return tuple(found) or ("buku",)


def generated(words: Sequence[str], count: int, first_seed: int) -> Iterator[Pairs]:
    """`count` requests, a round of hypothesis after the other."""
    for number in range(0, count, _ROUND):
        yield from _round(hostile_requests(words), min(_ROUND, count - number), first_seed + number // _ROUND)


def _round(requests: st.SearchStrategy[Pairs], count: int, with_seed: int) -> list[Pairs]:
    found: list[Pairs] = []

    @seed(with_seed)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=tuple(HealthCheck),
    )
    @given(requests)
    def collect(request: Pairs) -> None:
        found.append(request)

    collect()
    return found


@dataclass(slots=True)
class Verdict:
    """What came of the queries: what failed and how, how many took too long, and the slowest in milliseconds."""

    limit: float
    asked: int = 0
    failed: list[tuple[Pairs, str]] = field(default_factory=list)
    slowest: list[tuple[float, Pairs]] = field(default_factory=list)
    too_slow: int = 0


def answer_everything(service: SearchService, params: SearchParams) -> None:
    """All that a query's text is used for besides the search itself."""
    text = params.rows[0].text
    service.engine.suggest(text, ("title", "author", "subject"), 10)
    open_list(service.engine, "subject", ListPlace(typed=text), 20)
    open_list(service.engine, "call_number", ListPlace(typed=text), 20)


def taken(service: SearchService, params: SearchParams, time_asked: int = 0, clock: Clock = time.perf_counter) -> float:
    """Milliseconds of one search with all facets, understood in words.

    Each time it is asked for one value more of each facet, so that no remembered count answers.
    """
    facets = tuple(FacetRequest(facet, FACET_SIZE + time_asked) for facet in FACETS)
    began = clock()
    explain_query(service.search(params, facets=facets).query)
    return (clock() - began) * 1000


def quickest(service: SearchService, params: SearchParams, clock: Clock) -> float:
    """Milliseconds of the quickest of a few times."""
    return min(taken(service, params, number, clock) for number in range(1, 1 + _TIMES))


class Ordinary:
    """The ordinary queries: the slowest of each kind, with its milliseconds, each query at its quickest."""

    def __init__(self, service: SearchService, words: Sequence[str], clock: Clock) -> None:
        self._service = service
        self._clock = clock
        kinds = {
            "two words of a title": two_word_queries(service, ORDINARY),
            "the most used word of a letter": tuple({word[0]: word for word in reversed(words)}.values()),
            "the whole catalogue": ("",),
        }
        self.slowest = {kind: max((self._quickest(text), text) for text in texts) for kind, texts in kinds.items()}
        self.limit = MOST_TIMES_SLOWER * max(self.slowest.values())[0]

    def limit_now(self) -> float:
        """The limit as it is in this minute, of the same queries."""
        return MOST_TIMES_SLOWER * max(self._quickest(text) for _, text in self.slowest.values())

    def _quickest(self, text: str) -> float:
        return quickest(self._service, SearchParams(rows=(Row(text),)), self._clock)


def judge(
    service: SearchService,
    requests: Iterator[Pairs],
    ordinary: Ordinary | None = None,
    clock: Clock = time.perf_counter,
) -> Verdict:
    """Ask them all; without ordinary ones nothing is too slow."""
    verdict = Verdict(ordinary.limit if ordinary else float("inf"))
    for request in requests:
        verdict.asked += 1
        limit = verdict.limit
        try:
            params = read_params(request)
            answer_everything(service, params)
            milliseconds = taken(service, params, clock=clock)
            if milliseconds > limit:
                milliseconds = quickest(service, params, clock)
            if milliseconds > limit and ordinary:
                limit = ordinary.limit_now()
                milliseconds = min(milliseconds, quickest(service, params, clock))
        except Exception as error:  # noqa: BLE001  it is what this looks for
            verdict.failed.append((request, f"{type(error).__name__}: {error}"))
            continue
        if milliseconds > limit:
            verdict.too_slow += 1
            # Whole, to be asked again.
            print(f"too slow: {milliseconds:.1f} ms, limit then {limit:.1f} ms  {request!r}", flush=True)
        verdict.slowest = sorted((*verdict.slowest, (milliseconds, request)), reverse=True)[:_SHOWN]
        if verdict.asked % _ROUND == 0:
            slowest = verdict.slowest[0][0] if verdict.slowest else 0.0
            print(f"{verdict.asked:,} asked, {len(verdict.failed)} failed, slowest {slowest:.0f} ms", flush=True)
    return verdict


def main() -> None:
    """Ask, print what failed and what was slow; exit status 1 where anything was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given_arguments = parser.parse_args()
    options = load_settings().engine_options()
    service = SearchService(open_engine(options))
    collect_rarely(ANSWERING)  # as the server does
    clock = time.process_time if options.url.startswith(EMBEDDED) else time.perf_counter
    words = catalogue_words(service)
    ordinary = Ordinary(service, words, clock)
    for kind, (milliseconds, text) in ordinary.slowest.items():
        print(f"slowest of {kind}: {milliseconds:.1f} ms, {text!r}", flush=True)
    requests = generated(words, given_arguments.queries, given_arguments.seed)
    verdict = judge(service, requests, ordinary, clock)
    print(f"{service.engine.health().documents:,} documents, {verdict.asked:,} hostile queries")
    print(f"limit {verdict.limit:.1f} ms")
    for request, reason in verdict.failed[:_SHOWN]:
        print(f"FAILED {reason[:200]}: {request!r:.300}")
    for milliseconds, request in verdict.slowest:
        print(f"{milliseconds:8.1f} ms  {request!r:.200}")
    print(f"{len(verdict.failed)} failed, {verdict.too_slow} too slow")
    sys.exit(1 if verdict.failed or verdict.too_slow else 0)


if __name__ == "__main__":
    main()
