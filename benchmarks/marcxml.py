"""From MARCXML to fields, against lxml's bare iteration over the same file in the same run, on one core.

python -m benchmarks.marcxml FILE.xml[.gz]

Both are measured in turns, and the least of each is compared: on a busy machine single ones differ by half.
"""

import argparse
import gzip
import time
from io import BytesIO
from pathlib import Path

from lxml import etree

from indexer.readers.marcxml import read_marcxml, record_elements

_TURNS = 10


def lxml_seconds(content: bytes) -> tuple[int, float]:
    """Records, and the seconds that bare lxml takes to iterate over them."""
    began = time.process_time()
    count = 0
    for _, element in etree.iterparse(BytesIO(content), recover=True):
        if element.tag.endswith("record"):
            count += 1
            element.clear()
    return count, time.process_time() - began


def reading_seconds(content: bytes) -> float:
    """Seconds to cut and read every record, and to decode every one of its subfields."""
    began = time.process_time()
    for raw in record_elements(BytesIO(content)):
        for fields in read_marcxml(raw).fields.values():
            for field in fields:
                _ = field.data, field.subfields
    return time.process_time() - began


def main() -> None:
    """Measure and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    file = parser.parse_args().file
    content = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    turns = [(*lxml_seconds(content), reading_seconds(content)) for _ in range(_TURNS)]
    count = turns[0][0]
    bare, seconds = min(turn[1] for turn in turns), min(turn[2] for turn in turns)
    print(f"{count:,} records of {len(content) / count:.0f} bytes")
    print(f"bare lxml     {bare / count * 1e6:8.0f} µs a record")
    print(f"read, decoded {seconds / count * 1e6:8.0f} µs a record, ratio {bare / seconds:.2f}")


if __name__ == "__main__":
    main()
