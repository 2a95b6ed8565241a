"""Names and subjects in the forms that different libraries give them."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from tests.data.examples.facts import FOLDER

DATES = re.compile(r"^(.*?),\s((?:approximately |active )?[-\d].*)$")
TRANSCRIPTION = re.compile("[āīūēōĀĪŪĒŌḥṣḍṭẓḤṢḌṬẒṛṇṅśñḳʿʾ]")  # letters that only a transcription table writes
VOCABULARIES = ("id", "en", "nl")


@dataclass(frozen=True, slots=True)
class Subject:
    """One concept: its MARC tag and its heading in each vocabulary, with $x, $y, $z and $v inside."""

    tag: str
    headings: tuple[str, str, str]

    def heading(self, vocabulary: str) -> str:
        """The heading, in Indonesian where that vocabulary had none."""
        return self.headings[VOCABULARIES.index(vocabulary)] or self.headings[0]


@cache
def subjects() -> dict[str, Subject]:
    """Every concept of subjects.txt by its key."""
    found = {}
    for key, tag, *headings in _rows("subjects.txt"):
        found[key] = Subject(tag, (headings[0], headings[1], headings[2]))
    return found


def parts(heading: str) -> tuple[str, str]:
    """A heading without its dates, and the dates: "Hatta, Mohammad" and "1902-1980"."""
    match = DATES.match(heading)
    return (match[1], match[2]) if match else (heading, "")


def old_spelling(heading: str) -> str:
    """The heading in the other spelling that some catalogues keep."""
    return _names().get(heading, ("", ""))[0] or heading


def direct(heading: str) -> str:
    """The name as its owner signs: "Pramoedya Ananta Toer"."""
    if heading.startswith("@"):
        return heading[1:].replace("$b", ". ")
    signed = _names().get(heading, ("", ""))[1]
    if signed:
        return signed
    name = re.sub(r" \(.*?\)", "", parts(heading)[0])
    last, _, first = name.partition(", ")
    return f"{first} {last}".strip()


def signed(heading: str, family_name_first: bool) -> str:
    """The name as the title page has it."""
    return parts(heading)[0].replace(", ", " ") if family_name_first and "@" not in heading else direct(heading)


def plain(text: str) -> str:
    """The text without the marks of a transcription table: Iḥyāʾ ʿulūm becomes Ihya' ulum. Others keep theirs."""
    if not TRANSCRIPTION.search(text):
        return text
    letters = unicodedata.normalize("NFD", text.replace("ʾ", "'").replace("ʿ", "'"))
    folded = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"(^|(?<=[\s-]))'", "", folded)


@cache
def _names() -> dict[str, tuple[str, str]]:
    return {heading: (old, signed) for heading, old, signed in _rows("names.txt")}


def _rows(file: str) -> list[list[str]]:
    lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
    return [re.split(r"\s*\|\s*", line.rstrip()) for line in lines if line and not line.startswith("#")]
