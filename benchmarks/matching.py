"""What matching a whole catalogue costs a record, from ten thousand records to a million.

    python -m benchmarks.matching [--records 10000 100000 1000000] [--store sqlite:///padu-data/store.db]

Records of six partners, made from those of a store, or else from the packaged examples, with distinct numbers: once as
they are, then with words, names, years and extents of others among them, as often as those occur. One in four is a copy
of another partner's, with its ISBN or without. They go into a store of their own, and are matched there; nothing is
indexed. What is measured is processor time, the database's in it, and the largest memory so far. n log n is the
yardstick: between two sizes the cost of a record may grow as the logarithm does. Because processors are faster at one
minute than at another, the first size is measured again after every other one; a row's growth is over the mean of the
two between which it stands.
"""

import argparse
import math
import random
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from tempfile import TemporaryDirectory

import msgspec
from msgspec.structs import replace
from sqlalchemy import func, select

from benchmarks.catalogue import records_of
from discovery.catalog.contributor import Contributor
from discovery.catalog.identifiers import Identifier
from discovery.catalog.ids import record_id
from discovery.catalog.record import Description, Record
from discovery.collector import LOADING, collect_rarely
from discovery.examples import examples_folder
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.marc.record import map_record
from indexer.match.keys import match_keys
from indexer.match.rematch import rematch
from indexer.partners import LibraryRule
from indexer.readers.marc21 import read_marc21
from indexer.report import SourceRecord
from indexer.store.matching import records_after
from indexer.store.packing import PackedRecord, pack_record
from indexer.store.runs import begin_run
from indexer.store.schema import source_records
from indexer.store.store import Store, open_store

PARTNERS = 6
_BATCH = 500
_NOW = "2026-01-01T00:00:00"
_COPIES = 0.25
_SAMPLE = 10_000
_SYLLABLES = ("", "a", "an", "i", "o", "man", "sen", "to", "wati", "er")
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Description).decode


@dataclass(frozen=True, slots=True)
class Cost:
    """What matching `records` took, and the clusters it left."""

    records: int
    load_seconds: float
    match_seconds: float
    clusters: int
    largest: int
    megabytes: int

    @property
    def micros(self) -> float:
        """Microseconds a record."""
        return self.match_seconds / self.records * 1e6


def example_records() -> list[bytes]:
    """The packaged examples, mapped, as JSON."""
    found = []
    for record in records_of(sorted((examples_folder() / "catalogues").glob("*.mrc"))):
        read = read_marc21(record.as_marc())
        mapped = map_record(
            MarcFields(read.leader, read.fields), partner="bench", source_id="1", rule=LibraryRule("bench")
        )
        if isinstance(mapped, Record):
            found.append(_encode(mapped.description))
    return found


def stored_records(url: str) -> list[bytes]:
    """Ten thousand living bibliographic records from all over a store, as JSON: a fifth of their size in memory.

    The same for every size, because of twice as many real records four times as many pairs are duplicates.
    """
    found: list[bytes] = []
    after = 0
    with open_store(url, writing=False) as store:
        while True:
            with store.transaction() as connection:
                page = records_after(connection, after, 1000)
            if not page:
                return random.Random(1).sample(found, min(len(found), _SAMPLE))
            found += [_encode(record.description) for _, record in page]
            after = page[-1][0]


class Catalogue:
    """`count` records in blocks of one partner each, the same for the same count."""

    def __init__(self, originals: Sequence[bytes], count: int) -> None:
        self.block = math.ceil(count / PARTNERS)
        self._count = count
        self._originals = originals
        self._words: list[str] = []
        self._elements: list[str] = []
        self._years: list[int] = []
        for each in originals:
            told = _decode(each)
            self._words += told.title.main.split()
            self._elements += (element for person in told.contributors for element in person.name.split())
            self._years += [] if told.publication.year is None else [told.publication.year]

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
        told = _decode(self._originals[place % len(self._originals)])
        number = (Identifier("isbn", f"978{place:010d}"),) if told.identifiers else ()
        if place < len(self._originals):
            return replace(told, identifiers=number)
        publication = told.publication
        return replace(
            told,
            title=replace(told.title, main=self._title(told.title.main, chance), nonfiling=0, original=""),
            contributors=tuple([self._renamed(each, chance) for each in told.contributors]),
            publication=replace(publication, year=chance.choice(self._years), date="", uncertain=False),
            identifiers=number,
            extent=f"{chance.randint(40, 900)} p." if told.extent else "",
        )

    def _renamed(self, contributor: Contributor, chance: random.Random) -> Contributor:
        """Somebody else, as most of a larger catalogue's authors are; new names keep coming."""
        name = f"{chance.choice(self._elements)}{chance.choice(_SYLLABLES)}, {chance.choice(self._elements)}"
        return replace(contributor, name=name, direct=name)

    def _title(self, title: str, chance: random.Random) -> str:
        """The title with every other word exchanged for one of some other title: frequent words stay frequent."""
        return " ".join(chance.choice(self._words) if chance.random() < 0.5 else word for word in title.split())


def measured(originals: Sequence[bytes], count: int, url: str) -> Cost:
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
        return Cost(count, loaded - began, time.process_time() - loaded, *_clusters(store), _memory())


def _clusters(store: Store) -> tuple[int, int]:
    with store.transaction() as connection:
        sizes = (
            select(func.count().label("size")).select_from(source_records).group_by(source_records.c.cluster).subquery()
        )
        row = connection.execute(select(func.count(), func.max(sizes.c.size))).one()
    return int(row[0]), int(row[1])


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Print a row for each size."""
    collect_rarely(LOADING)  # as `padu sync` does
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--store", default="")
    given = parser.parse_args()
    originals = stored_records(given.store) if given.store else example_records()
    print("| records | load, s | match, s | match, µs a record | growth | n log n | clusters | largest | MiB |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    least, *larger = given.records
    before = cost_of(originals, least)
    print_row(before, before.micros, least)
    for count in larger:
        cost, after = cost_of(originals, count), cost_of(originals, least)
        print_row(cost, (before.micros + after.micros) / 2, least)
        print_row(after, before.micros, least)
        before = after


def cost_of(originals: Sequence[bytes], count: int) -> Cost:
    """What `measured` says of a store that is thrown away."""
    with TemporaryDirectory(prefix="padu-bench-") as folder:
        return measured(originals, count, f"sqlite:///{folder}/store.db")


def print_row(cost: Cost, base: float, least: int) -> None:
    """A row of the table; `base` are the microseconds a record of a catalogue of `least`."""
    print(
        f"| {cost.records:,} | {cost.load_seconds:.1f} | {cost.match_seconds:.1f} | {cost.micros:.0f} "
        f"| {cost.micros / base:.2f} | {math.log(cost.records) / math.log(least):.2f} "
        f"| {cost.clusters:,} | {cost.largest} | {cost.megabytes:,} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
