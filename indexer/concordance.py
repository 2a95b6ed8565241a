"""The concordance: which headings of different vocabularies and languages mean the same, learnt from the catalogue.

Evidence is put aside in a temporary SQLite file as documents go by, and weighed when all of it is there, so that
memory stays bounded.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from types import TracebackType
from typing import Self

from discovery.search.counterparts import Basis, Counterpart, CounterpartKind
from indexer.concordance_authorities import AuthorityLink
from indexer.concordance_evidence import Evidence
from indexer.concordance_weighing import LEAST_EQUIVALENT, LINKS, list_name, open_tables, weigh

# What a heading is offered; the surest first.
MOST_COUNTERPARTS = 12


class Concordance:
    """Takes evidence batch by batch, gives each heading's counterparts once."""

    def __init__(self) -> None:
        # A nameless database lies in a file that goes with its connection, even where the run is killed.
        self._rows = sqlite3.connect("", isolation_level=None)
        open_tables(self._rows)

    def __enter__(self) -> Self:
        self._rows.execute("BEGIN")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.close()

    def add(self, evidence: Evidence) -> None:
        """Put aside what some union records say."""
        self._rows.executemany("INSERT OR IGNORE INTO term VALUES (?, ?, ?, ?)", evidence.terms.values())
        self._rows.executemany("INSERT INTO parallel VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", evidence.parallels)
        self._rows.executemany("INSERT INTO classed VALUES (?, ?, ?, ?, ?)", evidence.classed)
        listed = (
            (partner, vocabulary, found.records, found.mirrored)
            for partner, vocabularies in evidence.listed.items()
            for vocabulary, found in vocabularies.items()
        )
        self._rows.executemany("INSERT INTO listed VALUES (?, ?, ?, ?)", listed)

    def add_authorities(self, links: Iterable[AuthorityLink]) -> None:
        """Put aside what authority records say; it needs no agreement."""
        for link in links:
            self._rows.executemany("INSERT OR IGNORE INTO term VALUES (?, ?, ?, ?)", (link.one, link.other))
            row = (link.one.id, link.other.id, "authority", 0, 1.0, link.record)
            self._rows.execute("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?)", row)

    def links(self) -> Iterator[tuple[str, tuple[Counterpart, ...]]]:
        """Every heading that has counterparts, by its folded key, in the order of these; to be asked for once."""
        weigh(self._rows)
        for key, rows in groupby(self._rows.execute(LINKS), key=lambda row: row[0]):
            yield key, tuple(islice(_best(rows), MOST_COUNTERPARTS))


def _best(rows: Iterator[tuple[str, str, str, str, Basis, int, float, str]]) -> Iterator[Counterpart]:
    """Each other heading once, by its best evidence; authorities and parallel headings come first."""
    seen: set[str] = set()
    for _, other, text, vocabulary, basis, support, confidence, evidence in rows:
        if other in seen:
            continue
        seen.add(other)
        kind: CounterpartKind = "related"
        if basis == "authority" or (basis == "parallel" and confidence >= LEAST_EQUIVALENT):
            kind = "equivalent"
        told = tuple(dict.fromkeys(evidence.split(" "))) if basis != "class" else (evidence,)
        yield Counterpart(text, kind, basis, list_name(vocabulary), support, round(confidence, 3), told)
