"""Writes the demo's catalogues from the facts: `python -m tests.data.examples.build`."""

import gzip
from pathlib import Path
from xml.etree import ElementTree

from pymarc import Record
from pymarc.marcxml import record_to_xml_node

from tests.data.examples import defects, marc8
from tests.data.examples.facts import FOLDER, Work, read_works
from tests.data.examples.houses import HOUSES, PUBLIC, SCHOOL_FILE, House
from tests.data.examples.record import build_record
from tests.data.examples.references import REFERENCES_FILE, references
from tests.data.examples.table import school_table

CATALOGUES = FOLDER.parents[2] / "discovery" / "examples" / "catalogues"
XML_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n'
DAMAGE_AT = 20  # so many good records stand before the first damaged one


def build() -> dict[str, bytes]:
    """Every catalogue file by its name."""
    works = read_works()
    files = {house.file: catalogue(works, house) for house in HOUSES}
    return {**files, REFERENCES_FILE: references(), SCHOOL_FILE: school_table(works)}


def records(works: list[Work], house: House) -> list[Record]:
    """One record for each work that the house holds."""
    return [build_record(work, house) for work in works if house.letter in work.copies]


def catalogue(works: list[Work], house: House) -> bytes:
    """The house's file in its format."""
    made = records(works, house)
    if ".xml" in house.file:
        lines = [ElementTree.tostring(record_to_xml_node(record), encoding="unicode") + "\n" for record in made]
        document = XML_HEAD + "".join(lines).encode() + b"</collection>\n"
        return gzip.compress(document, mtime=0) if house.file.endswith(".gz") else document
    if not house.marc8:
        return b"".join(record.as_marc() for record in made)
    written = [marc8.encode_record(record) for record in made]
    return b"".join(_with_damage(written, works) if house is PUBLIC else written)


def _with_damage(written: list[bytes], works: list[Work]) -> list[bytes]:
    first, second = records(works, PUBLIC)[:2]
    damaged = [defects.without_title(first), defects.broken_directory(second), defects.error_page()]
    return [*written[:DAMAGE_AT], *damaged, *written[DAMAGE_AT:]]


def write(folder: Path = CATALOGUES) -> None:
    """Write every file that differs."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in build().items():
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)


if __name__ == "__main__":
    write()
