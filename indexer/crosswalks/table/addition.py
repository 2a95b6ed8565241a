"""ZUSATZ, in which some catalogues write whatever belongs to a title → volume, edition or a note."""

import re
from typing import NamedTuple

from indexer.crosswalks.table.fields import TableFields

# "Band 3, 1. Teil", "Bd. III", "68. Jg."; "Schriften zur Forschung, Bd. 69" is a series.
_VOLUME = re.compile(
    r"(?:(?:band|bd|vol(?:ume)?|teil|tl|heft|jahrgang|jg|jilid|jil|juz|part|pt|tome|deel)\b\.?\s*(?:\d|[IVXLC]+\b)"
    r"|\d{1,3}\.\s*(?:band|bd|vol|teil|heft|jahrgang|jg)\b)",
    re.IGNORECASE,
)
_EDITION = re.compile(r"\d{1,2}\.\s*(?:A|Aufl|Auflage|Ed)\.?", re.IGNORECASE)
_CLAUSE = re.compile(r"\s*[-–]\s+")
# A longer one goes on with what isn't the volume's any more.
_LONGEST = 120


class Addition(NamedTuple):
    """What such a cell says; "" for what it doesn't."""

    part: str = ""
    edition: str = ""
    note: str = ""


def map_addition(row: TableFields) -> Addition:
    """A volume names it, a counted edition is one, and anything else is a note, and so is what stands behind either."""
    text = row.text("addition")
    if _EDITION.fullmatch(text):
        return Addition(edition=text)
    if not _VOLUME.match(text):
        return Addition(note=text)
    if len(text) <= _LONGEST:
        return Addition(part=text)
    return Addition(part=_CLAUSE.split(text, maxsplit=1)[0][:_LONGEST].strip(), note=text)
