"""What the library owns: copies (852), runs of serials (853, 863, 866) and links (856)."""

import re
from collections.abc import Iterator

from pymarc import Field

from tests.data.examples import authority
from tests.data.examples.facts import Work, slug
from tests.data.examples.fields import make, number
from tests.data.examples.fixed import year
from tests.data.examples.houses import House

RARE_UNTIL = 1945


def call_number(work: Work) -> str:
    """The item part as Indonesian libraries write it: three letters of the name, one of the title."""
    first_agent = work.agents[0].heading.lstrip("@") if work.agents else work.title[work.nonfiling :]
    name = slug(authority.parts(first_agent)[0].split(",")[0]).replace("-", "")
    title = slug(work.title[work.nonfiling :])
    return f"{name[:3].upper()} {title[0]}"


def holdings(work: Work, house: House) -> Iterator[Field]:
    """One 852 a copy, then the runs, then the links."""
    if work.type != "online":
        yield from _copies(work, house)
    yield from _runs(work, house.letter)
    for url in work.all("url"):
        address, _, text = url.partition(" | ")
        yield make("856", "40" if work.type == "online" else "42", ("u", address), ("y", text))


def _copies(work: Work, house: House) -> Iterator[Field]:
    old = work.type != "serial" and (year(work) or "9999") < str(RARE_UNTIL)
    for copy in range(1, work.copies[house.letter] + 1):
        yield make(
            "852", "1 ", ("a", house.agency), ("b", house.branches[old]), ("h", work.classification),
            ("i", call_number(work)), ("p", f"{house.agency[3:]}{number(work.key) % 10**7:07d}{copy}"),
            ("t", str(copy)), ("x", work.one("private") if copy == 1 else ""),
        )  # fmt: skip


def _runs(work: Work, letter: str) -> Iterator[Field]:
    """`run p: text` is a textual run, `enum u: 1-27/1971-1998` volumes and years with their captions."""
    for run in work.all("enum"):
        holder, _, text = run.partition(": ")
        if holder == letter:
            volumes, years = text.split("/")
            yield make("853", "20", ("8", "1"), ("a", "v."), ("i", "(year)"))
            yield make("863", "40", ("8", "1.1"), ("a", volumes), ("i", years))
    for run in work.all("run"):
        holder, _, text = run.partition(": ")
        if holder == letter:
            yield make("866", " 0", ("8", "0"), ("a", re.sub(r"\s+", " ", text)))
