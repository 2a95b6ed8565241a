"""The school's spreadsheet: one row a title, Indonesian column names, no codes."""

import csv
import io
import re

from stdnum import isbn

from tests.data.examples import authority
from tests.data.examples.facts import Agent, Work
from tests.data.examples.holdings import call_number
from tests.data.examples.houses import SCHOOL_LETTER

COLUMNS = ("NO", "JUDUL", "PENGARANG", "PENERBIT", "KOTA TERBIT", "TAHUN TERBIT", "ISBN", "NO PANGGIL", "SUBJEK",
           "JUMLAH")  # fmt: skip


def school_table(works: list[Work]) -> bytes:
    """UTF-8 with a mark at the start, as a spreadsheet program saves it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    held = [work.seen_by(SCHOOL_LETTER) for work in works if SCHOOL_LETTER in work.copies]
    for row, work in enumerate(held, start=1):
        writer.writerow([row, *_cells(work)])
    return text.getvalue().encode("utf-8-sig")


def _name(agent: Agent, work: Work) -> str:
    return authority.plain(authority.signed(agent.heading, work.family_name_first))


def _cells(work: Work) -> list[str]:
    names = [_name(agent, work) for agent in work.agents]
    subjects = [authority.subjects()[key].heading("id") for key in work.subjects]
    return [
        work.title.replace(" $n ", " ").replace(" $p ", " "), "; ".join(names), work.publisher, work.place, work.date,
        isbn.to_isbn13(work.one("isbn")) if work.one("isbn") else "", f"{work.classification} {call_number(work)}",
        "; ".join(re.sub(r"\$[vxyz]", " - ", heading) for heading in subjects),
        str(work.copies[SCHOOL_LETTER]),
    ]  # fmt: skip
