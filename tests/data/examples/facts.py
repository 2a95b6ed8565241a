"""Reads works/*.txt: each work's facts stand there once, whoever holds it.

A work is one line of seven columns, `title | authors | place : publisher, date | language | class | subjects |
holders`, and indented lines of further facts below it. A holder is a library's letter (see houses.py), `*3` its
copies; a line that begins with `@p` holds for library p only. FORMAT.md explains every tag.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path

FOLDER = Path(__file__).parent
INITIAL_ARTICLE = {"eng": r"(The|An?) ", "dut": r"(De|Het|Een) ", "fre": r"(Les? |La |L')", "ger": r"(Der|Die|Das) ",
                   "ara": r"al-", "spa": r"(El|La|Los) "}  # fmt: skip
ROLE = re.compile(r" \((ed|trl|drt|aus|rcd)\)$")


@dataclass(frozen=True, slots=True)
class Agent:
    """Who had a part in a work. A heading that begins with @ is a body's."""

    heading: str
    role: str = "aut"
    as_written: bool = False  # a library's own form of the heading, which no house style may change

    @property
    def is_corporate(self) -> bool:
        return self.heading.startswith("@")


@dataclass(frozen=True, slots=True)
class Work:
    """One work as published once: what a cataloguer with the piece in hand would know."""

    key: str
    title: str
    agents: tuple[Agent, ...]
    place: str
    publisher: str
    date: str
    languages: tuple[str, ...]
    translated_from: str
    classification: str
    subjects: tuple[str, ...]
    copies: dict[str, int]
    facts: dict[str, list[str]] = field(default_factory=dict)
    own: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    @property
    def type(self) -> str:
        return self.one("type") or "book"

    @property
    def family_name_first(self) -> bool:
        """Whether names stand as in Chinese and Japanese books: Natsume Sōseki."""
        return self.languages[0] in ("jpn", "chi") or self.translated_from == "chi"

    @property
    def nonfiling(self) -> int:
        """How many characters an initial article takes (MARC 245, second indicator)."""
        match = re.match(INITIAL_ARTICLE.get(self.languages[0], r"(?!)"), self.title)
        return match.end() if match else 0

    def one(self, tag: str) -> str:
        return self.facts.get(tag, [""])[0]

    def all(self, tag: str) -> list[str]:
        return self.facts.get(tag, [])

    def pair(self, tag: str) -> tuple[str, str]:
        """A fact of two parts, `left | right`."""
        left, _, right = self.one(tag).partition("|")
        return left.strip(), right.strip()

    def seen_by(self, letter: str) -> "Work":
        """The work as that library describes it, with its own deviations in place."""
        seen = self
        facts = {tag: list(values) for tag, values in self.facts.items()}
        for tag, value in self.own.get(letter, ()):
            if tag == "author":
                seen = replace(seen, agents=(Agent(value, as_written=True), *seen.agents[1:]))
            elif tag == "title":
                seen = replace(seen, title=value)
            elif tag == "date":
                seen = replace(seen, date=value)
            elif tag == "class":
                seen = replace(seen, classification=value)
            else:
                facts.setdefault(tag, []).append(value)
        return replace(seen, facts=facts)


def read_works(folder: Path = FOLDER / "works") -> list[Work]:
    """Every work of every file, in the files' order."""
    works: list[Work] = []
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("  ") and line.strip():
                _add_fact(works[-1], line.strip())
            elif line and not line.startswith("#"):
                works.append(_work(line))
    return works


def slug(text: str) -> str:
    """Lower-case Latin letters and digits joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _work(line: str) -> Work:
    columns = re.split(r"\s*\|\s*", line)
    if len(columns) != 7:
        raise ValueError(f"seven columns are wanted, here are {len(columns)}: {line}")
    title, agents, imprint, language, classification, subjects, holders = columns
    origin, _, date = imprint.rpartition(", ")
    place, _, publisher = origin.partition(" : ")
    languages, _, translated_from = language.partition("<")
    whole_title = title.replace(" : ", " ").replace("$n", "").replace("$p", "")
    return Work(
        key=slug(f"{whole_title[:60]} {date} {languages}"),
        title=title,
        agents=tuple(_agent(text) for text in agents.split(" ; ") if text),
        place=place,
        publisher=publisher,
        date=date,
        languages=tuple(languages.split("+")),
        translated_from=translated_from,
        classification=classification,
        subjects=tuple(text.strip() for text in subjects.split(",")),
        copies={holder[0]: int(holder[2:] or 1) for holder in holders.split()},
    )


def _agent(text: str) -> Agent:
    match = ROLE.search(text)
    return Agent(text[: match.start()], match[1]) if match else Agent(text)


def _add_fact(work: Work, line: str) -> None:
    tag, _, value = line.partition(" ")
    if tag.startswith("@"):
        own_tag, _, own_value = value.partition(" ")
        work.own.setdefault(tag[1:], []).append((own_tag, own_value))
    else:
        work.facts.setdefault(tag, []).append(value.strip())
