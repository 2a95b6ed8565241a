"""What matching a whole catalogue costs a record, from ten thousand records to a million.

    python -m benchmarks.matching [--records 10000 100000 1000000]

Records of six partners, made from the packaged examples with distinct numbers and varied words; one in four is a copy
of another partner's, with its ISBN or without. They go into a store of their own, and are matched there; nothing is
indexed. What is measured is processor time, the database's in it. n log n is the yardstick: between two sizes the cost
of a record may grow as the logarithm does.
"""

import argparse
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from tempfile import TemporaryDirectory

from msgspec.structs import replace
from sqlalchemy import func, select

from benchmarks.catalogue import records_of
from discovery.catalog.contributor import Contributor
from discovery.catalog.identifiers import Identifier
from discovery.catalog.ids import record_id
from discovery.catalog.record import Description, Record
from discovery.examples import examples_folder
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.marc.record import map_record
from indexer.match.keys import match_keys
from indexer.match.rematch import rematch
from indexer.partners import LibraryRule
from indexer.readers.marc21 import read_marc21
from indexer.report import SourceRecord
from indexer.store.packing import PackedRecord, pack_record
from indexer.store.runs import begin_run
from indexer.store.schema import source_records
from indexer.store.store import Store, open_store

PARTNERS = 6
_BATCH = 500
_NOW = "2026-01-01T00:00:00"
_COPIES = 0.25
# Published far enough apart that a title's words and its year tell books apart, as in a real catalogue.
_YEARS = range(1900, 2026)


@dataclass(frozen=True, slots=True)
class Cost:
    """What matching `records` took, and the clusters it left."""

    records: int
    load_seconds: float
    match_seconds: float
    clusters: int
    largest: int

    @property
    def micros(self) -> float:
        """Microseconds a record."""
        return self.match_seconds / self.records * 1e6


def example_records() -> list[Record]:
    """The packaged examples, mapped."""
    found = []
    for record in records_of(sorted((examples_folder() / "catalogues").glob("*.mrc"))):
        read = read_marc21(record.as_marc())
        mapped = map_record(
            MarcFields(read.leader, read.fields), partner="bench", source_id="1", rule=LibraryRule("bench")
        )
        if isinstance(mapped, Record):
            found.append(mapped)
    return found


class Catalogue:
    """`count` records in blocks of one partner each, the same for the same count."""

    def __init__(self, originals: Sequence[Record], count: int) -> None:
        self.block = math.ceil(count / PARTNERS)
        self._count = count
        self._originals = originals
        self._words = sorted({word for each in originals for word in each.description.title.main.split() if word[3:]})

    def of_partner(self, number: int) -> Iterator[PackedRecord]:
        """The records of one partner, ready for the store."""
        partner = f"p{number}"
        for place in range(number * self.block, min((number + 1) * self.block, self._count)):
            record = Record(
                record_id(partner, "bibliographic", str(place)), partner, str(place), self._description(place)
            )
            source = SourceRecord("bench", place + 1, "marc21", str(place).encode())
            yield pack_record(source, record, match_keys(record))

    def _description(self, place: int) -> Description:
        """The place's own, or that of its fellow at the partner before."""
        chance = random.Random(place)
        if place >= self.block and chance.random() < _COPIES:
            fellow = self._description(place - self.block)
            return fellow if chance.random() < 0.5 else replace(fellow, identifiers=())
        told = self._originals[place % len(self._originals)].description
        return replace(
            told,
            title=replace(told.title, main=self._title(chance), nonfiling=0, original=""),
            contributors=tuple([self._renamed(each, chance) for each in told.contributors]),
            publication=replace(told.publication, year=chance.choice(_YEARS)),
            identifiers=(Identifier("isbn", f"978{place:010d}"),),
            extent=f"{chance.randint(40, 900)} hlm.",
        )

    def _renamed(self, contributor: Contributor, chance: random.Random) -> Contributor:
        """Somebody else, as most of a larger catalogue's authors are."""
        name = f"{self._made(chance)}, {self._made(chance)}".title()
        return replace(contributor, name=name, direct=name)

    def _made(self, chance: random.Random) -> str:
        return chance.choice(self._words)[:4] + chance.choice(self._words)[-4:]

    def _title(self, chance: random.Random) -> str:
        """Words of the examples, some of them cut and joined anew: new words keep coming, as catalogues grow."""
        return " ".join(
            self._made(chance) if chance.random() < 0.5 else chance.choice(self._words)
            for _ in range(chance.randint(2, 6))
        )


def measured(originals: Sequence[Record], count: int, url: str) -> Cost:
    """Load and match a catalogue of this size in the store at this address, which is to be empty."""
    catalogue = Catalogue(originals, count)
    with open_store(url) as store:
        began = time.process_time()
        for number in range(PARTNERS):
            run = begin_run(store, f"p{number}", _NOW)
            records = catalogue.of_partner(number)
            while batch := list(islice(records, _BATCH)):
                run.load(batch)
            run.finish(full=True, finished=_NOW)
        loaded = time.process_time()
        rematch(store)
        return Cost(count, loaded - began, time.process_time() - loaded, *_clusters(store))


def _clusters(store: Store) -> tuple[int, int]:
    with store.transaction() as connection:
        sizes = (
            select(func.count().label("size")).select_from(source_records).group_by(source_records.c.cluster).subquery()
        )
        row = connection.execute(select(func.count(), func.max(sizes.c.size))).one()
    return int(row[0]), int(row[1])


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    given = parser.parse_args()
    originals = example_records()
    print("| records | load, s | match, s | match, µs a record | growth | n log n | clusters | largest |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    first: Cost | None = None
    for count in given.records:
        with TemporaryDirectory(prefix="padu-bench-") as folder:
            cost = measured(originals, count, f"sqlite:///{folder}/store.db")
        first = first or cost
        print(
            f"| {cost.records:,} | {cost.load_seconds:.1f} | {cost.match_seconds:.1f} | {cost.micros:.0f} "
            f"| {cost.micros / first.micros:.2f} | {math.log(cost.records) / math.log(first.records):.2f} "
            f"| {cost.clusters:,} | {cost.largest} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
