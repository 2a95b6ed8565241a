"""An index of any size from the records of a real one: other numbers, other words, some names and headings of its own.

    padu sync && python -m benchmarks.million --to /tmp/million [--records 1000000] [--only-records]

Takes the union records from the record store of padu.toml (or PADU_CONFIG), goes round them until there are enough,
and writes them straight through the engine's writer: nothing is read, mapped or matched again. The folder then holds an
index and a padu.toml for `benchmarks.searching`, `benchmarks.suggesting` and `padu serve`; with `--only-records` it has
no headings and words, which searches that find something never ask for. The same store gives the same records.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

import msgspec
from msgspec.structs import replace
from stdnum import ean

from discovery.catalog.contributor import Contributor
from discovery.catalog.identifiers import Identifier
from discovery.catalog.ids import record_id
from discovery.catalog.record import Title, UnionRecord
from discovery.catalog.subject import Subject
from discovery.engines.registry import open_writer
from discovery.search.engine import IndexWriter, Preparation, Prepared
from discovery.search.indexing import headings_of, index_document, words_of
from discovery.settings import Settings, load_settings
from indexer.headings import HeadingSpool, heading_rows
from indexer.match.merge import merge_records
from indexer.store.clusters import stored_clusters
from indexer.store.store import open_store
from indexer.workers import Workers

_BATCH = 500
# A catalogue of a million has more names and headings than one of fifty thousand, and most of what it has again.
_OTHER_WORD = 0.5
_OTHER_NAME = 0.3
_OTHER_SUBJECT = 0.1


@dataclass(frozen=True, slots=True)
class Batch:
    """Some originals as JSON, the number of the first copy made of them, and the engine's share of the work."""

    first: int
    originals: tuple[bytes, ...]
    prepare: Preparation


@dataclass(frozen=True, slots=True)
class Copies:
    """What a batch comes to."""

    prepared: Prepared
    headings: dict[bytes, int]
    words: Counter[str]


class Varying:
    """Words, names and headings as often as some records have them, and records that exchange theirs for others."""

    def __init__(self, records: Sequence[UnionRecord], seed: int) -> None:
        self.chance = random.Random(seed)
        told = [record.description for record in records]
        self.words = [word for each in told for word in each.title.full.split() if word.isalpha()] or ["buku"]
        self.names = [name for each in told for name in each.contributors if name.kind == "person"]
        self.subjects = [subject for each in told for subject in each.subjects]

    def copy(self, record: UnionRecord, number: int) -> UnionRecord:
        """A record unlike every other in its numbers and in half of its title's words."""
        new = record_id("bench", "bibliographic", str(number))
        isbn = f"978{number:09d}"
        told = record.description
        description = replace(
            told,
            title=Title(
                self._worded(told.title.main),
                self._worded(told.title.subtitle),
                told.title.parts,
                told.title.responsibility,
            ),
            contributors=tuple(map(self._named, told.contributors)),
            subjects=tuple(map(self._headed, told.subjects)),
            identifiers=(Identifier("isbn", isbn + ean.calc_check_digit(isbn)),),
        )
        return replace(record, id=new, ids=(new,), work=new, description=description)

    def _worded(self, text: str) -> str:
        chance = self.chance
        return " ".join(
            chance.choice(self.words) if word.isalpha() and chance.random() < _OTHER_WORD else word
            for word in text.split()
        )

    def _named(self, name: Contributor) -> Contributor:
        """Somebody of the same family with a first name of somebody else's: mostly a new person."""
        if name.kind != "person" or self.chance.random() > _OTHER_NAME:
            return name
        other = self.chance.choice(self.names).direct.partition(" ")[0]
        family = name.name.partition(",")[0]
        return replace(name, name=f"{family}, {other}", direct=f"{other} {family}", original="")

    def _headed(self, subject: Subject) -> Subject:
        """A heading qualified by another word, as ("Bread (Poetry)")."""
        if self.chance.random() > _OTHER_SUBJECT:
            return subject
        return replace(subject, term=f"{subject.term} ({self.chance.choice(self.words)})", original="")


def made(batch: Batch) -> Copies:
    """The batch's documents with their headings and words; runs on worker processes."""
    originals = [msgspec.json.decode(each, type=UnionRecord) for each in batch.originals]
    varying = Varying(originals, batch.first)
    unions = [varying.copy(record, batch.first + place) for place, record in enumerate(originals)]
    documents = [index_document(union) for union in unions]
    headings = heading_rows(Counter(heading for union in unions for heading in headings_of(union)))
    return Copies(batch.prepare(documents), headings, words_of(documents))


def originals_of(settings: Settings) -> list[bytes]:
    """Every union record of the installation as JSON, in an order that mixes partners."""
    store = open_store(settings.store_url(), writing=False)
    try:
        found = [
            msgspec.json.encode(
                merge_records(cluster.ids, cluster.members, [member.record for member in cluster.members])
            )
            for cluster in stored_clusters(store)
            if cluster.members
        ]
    finally:
        store.close()
    random.Random(1).shuffle(found)
    return found


def batches(originals: Sequence[bytes], count: int, prepare: Preparation) -> Iterator[Batch]:
    """`count` originals, round after round."""
    waiting = islice(cycle(originals), count)
    for first in range(0, count, _BATCH):
        yield Batch(first, tuple(islice(waiting, _BATCH)), prepare)


def fill(writer: IndexWriter, originals: Sequence[bytes], count: int, *, lists: bool) -> None:
    """A new generation of `count` records."""
    writer.begin()
    began = time.monotonic()
    with HeadingSpool() as spool, Workers() as workers:
        for done, copies in enumerate(workers.run(made, batches(originals, count, writer.preparation)), start=1):
            writer.write_prepared(copies.prepared)
            if lists:
                spool.add(copies.headings, copies.words)
            if done % 100 == 0:
                print(f"{done * _BATCH:,} records, {time.monotonic() - began:.0f} s", flush=True)
        writer.write_headings(spool.headings())
        writer.write_words(spool.words())
    writer.publish()


def main() -> None:
    """Make the index that the arguments describe."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--only-records", action="store_true")
    parser.add_argument("--engine", default="embedded:index", help="as engine.url in padu.toml")
    given = parser.parse_args()
    originals = originals_of(load_settings())
    given.to.mkdir(parents=True, exist_ok=True)
    config = given.to / "padu.toml"
    config.write_text(f'[engine]\nurl = "{given.engine}"\n', "utf-8")
    writer = open_writer(load_settings(config).engine_options())
    try:
        fill(writer, originals, given.records, lists=not given.only_records)
    finally:
        writer.close()
    print(f"{given.records:,} records from {len(originals):,}: PADU_CONFIG={config}")


if __name__ == "__main__":
    main()
