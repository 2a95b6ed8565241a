"""MARC records for tests, written the way a cataloguer reads them."""

import re

import pymarc

from indexer.crosswalks.marc.fields import MarcFields

LEADER = "00000nam a2200000 a 4500"
_FIELD = re.compile(r"(\S{3}) (?:([0-9_])([0-9_]) )?(.*)", re.DOTALL)


def marc(*fields: str, leader: str = LEADER) -> MarcFields:
    """A record of fields like "245 10 $a Bumi manusia / $c Pramoedya." or "001 12"; `_` is a blank indicator."""
    record = pymarc.Record()
    record.leader = pymarc.Leader(leader)
    for text in fields:
        record.add_field(_field(text))
    return MarcFields.of(record)


def _field(text: str) -> pymarc.Field:
    match = _FIELD.fullmatch(text)
    assert match, text
    tag, first, second, content = match.groups()
    if first is None:
        return pymarc.Field(tag=tag, data=content)
    subfields = [pymarc.Subfield(part[0], part[2:].strip(" ")) for part in content.split("$")[1:]]
    return pymarc.Field(tag, pymarc.Indicators(first.replace("_", " "), second.replace("_", " ")), subfields)


def leader(kind: str = "a", level: str = "m", status: str = "n") -> str:
    """A leader with these letters in positions 6, 7 and 5."""
    return f"00000{status}{kind}{level} a2200000 a 4500"


def field008(dates: str = "s2019    ", place: str = "io ", language: str = "ind", material: str = " " * 17) -> str:
    """An 008: positions 6-14, 15-17, 18-34 and 35-37."""
    return f"008 200101{dates}{place}{material}{language} d"
