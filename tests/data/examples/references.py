"""The national library's authority file: names and subjects with the forms that lead to them."""

import re

from pymarc import Field, Record

from tests.data.examples.authority import parts
from tests.data.examples.facts import FOLDER
from tests.data.examples.fields import make, number, split
from tests.data.examples.houses import NATIONAL

REFERENCES_FILE = "nusantara-otoritas.mrc"
LEADER = "00000nz  a2200000n  4500"


def references() -> bytes:
    """The file, in MARC 21 Format for Authority Data."""
    lines = (FOLDER / "references.txt").read_text(encoding="utf-8").splitlines()
    return b"".join(_record(*re.split(r"\s*\|\s*", line)) for line in lines if not line.startswith("#"))


def _record(heading: str, see_from: str, see_also: str) -> bytes:
    is_name = bool(parts(heading)[1])
    record = Record(to_unicode=True, leader=LEADER)
    record.add_field(Field(tag="001", data=f"{NATIONAL.code[3:]}a{number(heading):010d}"))
    record.add_field(make("040", "  ", ("a", NATIONAL.agency), ("b", "ind")))
    for tag, forms in (("1", heading), ("4", see_from), ("5", see_also)):
        record.add_field(*(_heading(tag, form, is_name) for form in forms.split(" ; ") if form))
    return record.as_marc()


def _heading(tag: str, form: str, is_name: bool) -> Field:
    if is_name:
        name, dates = parts(form)
        return make(f"{tag}00", "1 " if "," in name else "0 ", ("a", name), *((("d", dates),) if dates else ()))
    return make(f"{tag}50", "  ", *split(form))
