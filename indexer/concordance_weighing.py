"""How the concordance weighs what it was told: the statements on its temporary tables, and their thresholds.

How sure a link is, is `confidence`: a lower bound on how often a cataloguer who uses one of two headings, and has a
heading of the other's vocabulary beside it, uses the other.
"""

import math
import sqlite3

from indexer.concordance_languages import same_language

# Standard deviations for the usual 95 %.
_DEVIATIONS = 1.96
# Two works of two agree: 0.342. Of 150 links above it that were read, Arabic, French, Spanish and English from 24
# real catalogues, 148 were right; of those that one work says (0.207), nine in ten.
LEAST_EQUIVALENT = 0.34
# Below it a link is not published: 3 of 4 works agree at 0.301, and fewer than that is chance.
LEAST_RELATED = 0.30

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -32768;
CREATE TABLE term (id INTEGER PRIMARY KEY, vocabulary TEXT, key TEXT, text TEXT);
CREATE TABLE parallel (
    one INTEGER, one_vocabulary TEXT, other INTEGER, other_vocabulary TEXT, work INTEGER, witness INTEGER,
    record TEXT, basis TEXT, partner TEXT, is_form INTEGER
);
CREATE TABLE listed (partner TEXT, vocabulary TEXT, records INTEGER, mirrored INTEGER);
CREATE TABLE classed (term INTEGER, vocabulary TEXT, kind TEXT, number TEXT, work INTEGER);
CREATE TABLE link (
    one INTEGER, other INTEGER, basis TEXT, support INTEGER, confidence REAL, evidence TEXT
);
"""
# A list without a name may be in any language, also that of the list beside it. Where a partner gives parallel headings
# it does so as a rule (98 of 100 records, of the one that was read), elsewhere now and then. Topics need one record in
# twenty, as a library may have parallel headings for a part of its books; forms more than half, because one says how a
# thing is read and the other what it is: "Electronic books" beside "Legislative materials" (3 of 644 records), "Online
# resources" beside "Bibliography" (3 of 9). The name is one of the two, the other being empty.
_LEAVE_OUT_CHANCE = """
CREATE TABLE mirrored AS
    SELECT partner, vocabulary, 1.0 * sum(mirrored) / sum(records) AS share FROM listed GROUP BY partner, vocabulary;
CREATE INDEX mirrored_in ON mirrored (partner, vocabulary, share);
DELETE FROM parallel WHERE partner <> '' AND NOT EXISTS (
    SELECT 1 FROM mirrored
    WHERE mirrored.partner = parallel.partner AND vocabulary = one_vocabulary || other_vocabulary
        AND share > iif(is_form, 0.5, 0.05)
);
"""
# Lists repeated to the letter are one witness, who is believed no more than the least that is published.
_WEIGH_PARALLELS = """
CREATE TABLE pair AS
    SELECT basis, one, one_vocabulary, other, other_vocabulary, count(DISTINCT work) AS support,
        count(DISTINCT witness) AS witnesses, min(record) AS first_record, max(record) AS last_record
    FROM parallel GROUP BY basis, one, other HAVING support > 1;
CREATE TABLE slot AS
    SELECT basis, term, vocabulary, count(DISTINCT work) AS works FROM (
        SELECT basis, one AS term, other_vocabulary AS vocabulary, work FROM parallel
        UNION ALL SELECT basis, other, one_vocabulary, work FROM parallel
    ) GROUP BY basis, term, vocabulary;
CREATE INDEX slot_of ON slot (basis, term, vocabulary);
INSERT INTO link
    SELECT pair.one, pair.other, pair.basis, support,
        min(
            lower_bound(support, ones.works), lower_bound(support, others.works), iif(witnesses > 1, 1, :least)
        ) AS confidence,
        first_record || ' ' || last_record
    FROM pair
    JOIN slot AS ones
        ON ones.basis = pair.basis AND ones.term = pair.one AND ones.vocabulary = pair.other_vocabulary
    JOIN slot AS others
        ON others.basis = pair.basis AND others.term = pair.other AND others.vocabulary = pair.one_vocabulary
    WHERE confidence >= :least;
"""
# The number has to be the heading's own, and the heading the number's own within its vocabulary. A body and a topic are
# no counterparts: "Regina Normal School" and "Teachers colleges", both 370.73.
_WEIGH_CLASSES = """
CREATE TABLE used AS
    SELECT term, vocabulary, min(kind) AS kind, number, count(DISTINCT work) AS works FROM classed
    GROUP BY term, number;
CREATE TABLE term_total AS SELECT term, sum(works) AS works FROM used GROUP BY term;
CREATE INDEX term_total_of ON term_total (term);
CREATE TABLE number_total AS
    SELECT number, vocabulary, count(DISTINCT work) AS works FROM classed GROUP BY number, vocabulary;
CREATE INDEX number_total_of ON number_total (number, vocabulary);
CREATE TABLE main AS
    SELECT used.number, used.term, used.vocabulary, used.kind, used.works,
        min(lower_bound(used.works, term_total.works), lower_bound(used.works, number_total.works)) AS confidence
    FROM used JOIN term_total ON term_total.term = used.term
    JOIN number_total ON number_total.number = used.number AND number_total.vocabulary = used.vocabulary
    WHERE used.works > 1 AND confidence >= :least;
CREATE INDEX main_of ON main (number);
INSERT INTO link
    SELECT ones.term, others.term, 'class', min(ones.works, others.works), min(ones.confidence, others.confidence),
        ones.number
    FROM main AS ones JOIN main AS others ON others.number = ones.number AND others.kind = ones.kind
    WHERE ones.term < others.term AND ones.vocabulary <> others.vocabulary
        AND NOT same_language(ones.vocabulary, others.vocabulary);
"""
# Where either heading's equivalent in the other's vocabulary is known, a shared class number or work tells nothing
# more: "Coffee industry" has no French heading of its own at 663.93, but "Café" is "Coffee".
_SETTLE = """
CREATE VIEW directed AS
    SELECT ones.key, ones.vocabulary AS own, others.key AS other, others.text, others.vocabulary, basis, support,
        confidence, evidence
    FROM (SELECT * FROM link UNION ALL SELECT other, one, basis, support, confidence, evidence FROM link) AS both
    JOIN term AS ones ON ones.id = both.one JOIN term AS others ON others.id = both.other
    WHERE ones.key <> others.key;
CREATE TABLE settled AS
    SELECT DISTINCT key, list_name(vocabulary) AS vocabulary FROM directed
    WHERE basis = 'authority' OR basis = 'parallel' AND confidence >= :equivalent;
CREATE INDEX settled_for ON settled (key, vocabulary);
"""
LINKS = """
SELECT key, other, text, vocabulary, basis, support, confidence, evidence FROM directed
WHERE basis IN ('authority', 'parallel') OR NOT EXISTS (
    SELECT 1 FROM settled WHERE settled.key = directed.key AND settled.vocabulary = list_name(directed.vocabulary)
) AND NOT EXISTS (
    SELECT 1 FROM settled WHERE settled.key = directed.other AND settled.vocabulary = list_name(directed.own)
)
ORDER BY key, basis IN ('work', 'class'), confidence DESC, other
"""


def weigh(rows: sqlite3.Connection) -> None:
    """Make links of the evidence in these tables."""
    bounds = {"least": LEAST_RELATED, "equivalent": LEAST_EQUIVALENT}
    for statements in (_LEAVE_OUT_CHANCE, _WEIGH_PARALLELS, _WEIGH_CLASSES, _SETTLE):
        for statement in statements.split(";\n")[:-1]:
            rows.execute(statement, {name: bounds[name] for name in bounds if f":{name}" in statement})


def open_tables(rows: sqlite3.Connection) -> None:
    """Make the tables for evidence in an empty database."""
    rows.create_function("lower_bound", 2, lower_bound, deterministic=True)
    rows.create_function("same_language", 2, same_language, deterministic=True)
    rows.create_function("list_name", 1, list_name, deterministic=True)
    rows.executescript(_SCHEMA)


def lower_bound(agreeing: int, cases: int) -> float:
    """The lower end of Wilson's score interval for a share, which stays honest for a few cases.

    E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212.
    """
    share, spread = agreeing / cases, _DEVIATIONS**2 / cases
    return (share + spread / 2 - math.sqrt(spread * (share * (1 - share) + spread / 4))) / (1 + spread)


def list_name(vocabulary: str) -> str:
    """A vocabulary's code; "" for the lists without a name, which class numbers and works tell apart by partner."""
    return "" if vocabulary.startswith("@") else vocabulary
