"""The concordance: which headings of different vocabularies and languages mean the same, learnt from the catalogue.

Evidence is put aside in a temporary SQLite file as documents go by, and weighed when all of it is there, so that
memory stays bounded. How sure a link is, is `confidence`: a lower bound on how often a cataloguer who uses one of two
headings, and has a heading of the other's vocabulary beside it, uses the other.
"""

import math
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from discovery.search.counterparts import Basis, Counterpart, CounterpartKind
from indexer.concordance_authorities import AuthorityLink
from indexer.concordance_evidence import Evidence
from indexer.concordance_languages import same_language

# Standard deviations for the usual 95 %.
_DEVIATIONS = 1.96
# Two works of two agree: 0.342. Of 150 links above it that were read, Arabic, French, Spanish and English from 24
# real catalogues, 148 were right; of those that one work says (0.207), nine in ten.
LEAST_EQUIVALENT = 0.34
# Below it a link is not published: 3 of 4 works agree at 0.301, and fewer than that is chance.
LEAST_RELATED = 0.30
# What a heading is offered; the surest first.
MOST_COUNTERPARTS = 12

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -32768;
CREATE TABLE term (id INTEGER PRIMARY KEY, vocabulary TEXT, key TEXT, text TEXT);
CREATE TABLE parallel (
    one INTEGER, one_vocabulary TEXT, other INTEGER, other_vocabulary TEXT, work INTEGER, record TEXT, basis TEXT
);
CREATE TABLE classed (term INTEGER, vocabulary TEXT, number TEXT, work INTEGER);
CREATE TABLE link (
    one INTEGER, other INTEGER, basis TEXT, support INTEGER, confidence REAL, evidence TEXT
);
"""
_WEIGH_PARALLELS = """
CREATE TABLE pair AS
    SELECT basis, one, one_vocabulary, other, other_vocabulary, count(DISTINCT work) AS support,
        min(record) AS first_record, max(record) AS last_record
    FROM parallel GROUP BY basis, one, other HAVING support > 1;
CREATE TABLE slot AS
    SELECT basis, term, vocabulary, count(DISTINCT work) AS works FROM (
        SELECT basis, one AS term, other_vocabulary AS vocabulary, work FROM parallel
        UNION ALL SELECT basis, other, one_vocabulary, work FROM parallel
    ) GROUP BY basis, term, vocabulary;
CREATE INDEX slot_of ON slot (basis, term, vocabulary);
INSERT INTO link
    SELECT pair.one, pair.other, pair.basis, support,
        min(lower_bound(support, ones.works), lower_bound(support, others.works)) AS confidence,
        first_record || ' ' || last_record
    FROM pair
    JOIN slot AS ones
        ON ones.basis = pair.basis AND ones.term = pair.one AND ones.vocabulary = pair.other_vocabulary
    JOIN slot AS others
        ON others.basis = pair.basis AND others.term = pair.other AND others.vocabulary = pair.one_vocabulary
    WHERE confidence >= :least;
"""
# The number has to be the heading's own, and the heading the number's own within its vocabulary.
_WEIGH_CLASSES = """
CREATE TABLE used AS
    SELECT term, vocabulary, number, count(DISTINCT work) AS works FROM classed GROUP BY term, number;
CREATE TABLE term_total AS SELECT term, sum(works) AS works FROM used GROUP BY term;
CREATE INDEX term_total_of ON term_total (term);
CREATE TABLE number_total AS
    SELECT number, vocabulary, count(DISTINCT work) AS works FROM classed GROUP BY number, vocabulary;
CREATE INDEX number_total_of ON number_total (number, vocabulary);
CREATE TABLE main AS
    SELECT used.number, used.term, used.vocabulary, used.works,
        min(lower_bound(used.works, term_total.works), lower_bound(used.works, number_total.works)) AS confidence
    FROM used JOIN term_total ON term_total.term = used.term
    JOIN number_total ON number_total.number = used.number AND number_total.vocabulary = used.vocabulary
    WHERE used.works > 1 AND confidence >= :least;
CREATE INDEX main_of ON main (number);
INSERT INTO link
    SELECT ones.term, others.term, 'class', min(ones.works, others.works), min(ones.confidence, others.confidence),
        ones.number
    FROM main AS ones JOIN main AS others ON others.number = ones.number
    WHERE ones.term < others.term AND ones.vocabulary <> others.vocabulary
        AND NOT same_language(ones.vocabulary, others.vocabulary);
"""
_LINKS = """
SELECT ones.key, others.key, others.text, others.vocabulary, basis, support, confidence, evidence
FROM (SELECT * FROM link UNION ALL SELECT other, one, basis, support, confidence, evidence FROM link) AS both
JOIN term AS ones ON ones.id = both.one JOIN term AS others ON others.id = both.other
WHERE ones.key <> others.key
ORDER BY ones.key, basis IN ('work', 'class'), confidence DESC, others.key
"""


class Concordance:
    """Takes evidence batch by batch, gives each heading's counterparts once."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="padu-concordance-")
        self._rows = sqlite3.connect(Path(self._folder.name) / "evidence.db", isolation_level=None)
        self._rows.create_function("lower_bound", 2, lower_bound, deterministic=True)
        self._rows.create_function("same_language", 2, same_language, deterministic=True)
        self._rows.executescript(_SCHEMA)

    def __enter__(self) -> Self:
        self._rows.execute("BEGIN")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.close()
        self._folder.cleanup()

    def add(self, evidence: Evidence) -> None:
        """Put aside what some union records say."""
        self._rows.executemany("INSERT OR IGNORE INTO term VALUES (?, ?, ?, ?)", evidence.terms.values())
        self._rows.executemany("INSERT INTO parallel VALUES (?, ?, ?, ?, ?, ?, ?)", evidence.parallels)
        self._rows.executemany("INSERT INTO classed VALUES (?, ?, ?, ?)", evidence.classed)

    def add_authorities(self, links: Iterable[AuthorityLink]) -> None:
        """Put aside what authority records say; it needs no agreement."""
        for link in links:
            self._rows.executemany("INSERT OR IGNORE INTO term VALUES (?, ?, ?, ?)", (link.one, link.other))
            row = (link.one.id, link.other.id, "authority", 0, 1.0, link.record)
            self._rows.execute("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?)", row)

    def links(self) -> Iterator[tuple[str, tuple[Counterpart, ...]]]:
        """Every heading that has counterparts, by its folded key, in the order of these; to be asked for once."""
        for statements in (_WEIGH_PARALLELS, _WEIGH_CLASSES):
            for statement in statements.split(";\n")[:-1]:
                self._rows.execute(statement, {"least": LEAST_RELATED} if ":least" in statement else {})
        for key, rows in groupby(self._rows.execute(_LINKS), key=lambda row: row[0]):
            yield key, tuple(islice(_best(rows), MOST_COUNTERPARTS))


def lower_bound(agreeing: int, cases: int) -> float:
    """The lower end of Wilson's score interval for a share, which stays honest for a few cases.

    E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212.
    """
    share, spread = agreeing / cases, _DEVIATIONS**2 / cases
    return (share + spread / 2 - math.sqrt(spread * (share * (1 - share) + spread / 4))) / (1 + spread)


def _best(rows: Iterator[tuple[str, str, str, str, Basis, int, float, str]]) -> Iterator[Counterpart]:
    """Each other heading once, by its best evidence; authorities and parallel headings come first.

    Sharing a work or a class number tells nothing more where a vocabulary's equivalent is known.
    """
    seen: set[str] = set()
    settled: set[str] = set()
    for _, other, text, vocabulary, basis, support, confidence, evidence in rows:
        if other in seen or (basis in ("work", "class") and vocabulary in settled):
            continue
        seen.add(other)
        kind: CounterpartKind = "related"
        if basis == "authority" or (basis == "parallel" and confidence >= LEAST_EQUIVALENT):
            kind = "equivalent"
            settled.add(vocabulary)
        told = tuple(dict.fromkeys(evidence.split(" "))) if basis != "class" else (evidence,)
        scheme = "" if vocabulary.startswith("@") else vocabulary
        yield Counterpart(text, kind, basis, scheme, support, round(confidence, 3), told)
