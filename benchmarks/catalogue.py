"""Makes a catalogue of any size from real records: distinct numbers and varied words, so that nothing is free.

    python -m benchmarks.catalogue --records 200000 --to /tmp/big.mrc FILE.mrc [FILE.mrc …]

Without files the packaged examples are taken. The same arguments always give the same bytes.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path

from pymarc import Field, Record, Subfield
from stdnum import ean

from discovery.examples import examples_folder
from indexer.readers.iso2709 import Unreadable
from indexer.readers.marc21 import parse_marc21
from indexer.readers.pieces import pieces

# Numbers that would make every copy of a record the same edition, or the same record.
_NUMBERED = ("001", "010", "015", "016", "020", "022", "024", "035", "776", "773", "780", "785")
_LARGEST = 20_000


def records_of(files: Sequence[Path]) -> list[Record]:
    """Every readable record of these MARC 21 files; the largest, which no partner has many of, left out."""
    found = []
    for file in files:
        for raw in pieces(BytesIO(file.read_bytes())):
            try:
                if len(raw) < _LARGEST:
                    found.append(parse_marc21(raw).record)
            except Unreadable:
                continue
    return found


def replicated(records: Sequence[Record], count: int, seed: int = 1) -> Iterator[bytes]:
    """`count` records in ISO 2709, each unlike the others in its numbers and in half of its title's words."""
    chance = random.Random(seed)
    words = sorted({word for record in records for word in _title(record).split() if word.isalpha()})
    originals = [record.as_marc() for record in records]
    for number, original in enumerate(islice(cycle(originals), count)):
        record = Record(data=original)
        record.remove_fields(*_NUMBERED)
        isbn = f"978{number:09d}"
        isbn += ean.calc_check_digit(isbn)
        record.add_ordered_field(Field(tag="001", data=f"bench-{number}"))
        record.add_ordered_field(Field(tag="020", indicators=[" ", " "], subfields=[Subfield("a", isbn)]))
        for field in record.get_fields("245"):
            field.subfields = [
                Subfield(part.code, _varied(part.value, words, chance)) if part.code in "ab" else part
                for part in field.subfields
            ]
        yield record.as_marc()


def _title(record: Record) -> str:
    return " ".join(part.value for field in record.get_fields("245") for part in field.subfields if part.code in "ab")


def _varied(text: str, words: Sequence[str], chance: random.Random) -> str:
    return " ".join(chance.choice(words) if word.isalpha() and chance.random() < 0.5 else word for word in text.split())


def main() -> None:
    """Write the file that the arguments describe."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--records", type=int, default=200_000)
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    files = given.files or sorted((examples_folder() / "catalogues").glob("*.mrc"))
    with given.to.open("wb") as out:
        for raw in replicated(records_of(files), given.records):
            out.write(raw)
    print(f"{given.records} records, {given.to.stat().st_size / given.records:.0f} bytes each: {given.to}")


if __name__ == "__main__":
    main()
