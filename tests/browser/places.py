"""Every page of the site by name, over the demo's catalogue; and the ways in which each is looked at."""

import json
import urllib.request
from dataclasses import dataclass
from itertools import product
from urllib.parse import quote

PLACES = {
    "home": "/",
    "results": "/search?q=sejarah&f.language=id&f.language=en&x.type=thesis&year=1950-2020&home=id-mrp&size=10",
    "facets as a sheet": "/search?q=sejarah&f.language=id&size=10#narrow",
    "results in every script": "/search?f.language=ar&f.language=ja&size=10",
    "results by work": "/search?q=laskar&by=work",
    "nothing found": "/search?q=xyzzyqqq",
    "misspelt": "/search?q=sejarrah+indonesa&f.type=map",
    "advanced search": "/advanced?q=laskar&q2=fiksi&in2=subject&op2=or&x.type=map&year=1990-",
    "a facet's values": "/search/facet/subject?q=sejarah",
    "a facet's libraries": "/search/facet/library?q=sejarah",
    "authors": "/browse/author",
    "titles": "/browse/title?from=m",
    "subjects": "/browse/subject",
    "call numbers": "/browse/call_number",
    "record": "/record/{record}?q=laskar&hit=1",
    "record in Arabic script": "/record/{arabic}",
    "serial": "/record/{serial}",
    "union list of serials": "/serials?f.library=id-nus&from=b",
    "evidence": "/record/{record}/evidence",
    "citations": "/record/{record}/cite",
    "MARC": "/record/{record}/marc",
    "request": "/record/{record}/ask/id-kbg",
    "all holdings": "/record/{serial}/libraries",
    "saved list": "/list?id={record}.{serial}.{arabic}",
    "empty list": "/list",
    "libraries": "/libraries",
    "library": "/libraries/id-kbg",
    "quality": "/libraries/id-kbg/quality",
    "libraries by kind": "/libraries?by=kind",
    "strong libraries": "/search/libraries?q=sejarah",
    "own libraries": "/search/home?q=sejarah",
    "widget builder": "/widget?library=id-kbg&results=here",
    "widget frame": "/widget/frame?library=id-kbg&q=laskar&results=here",
    "offline": "/offline",
    "help": "/help",
    "not found": "/nowhere",
    "API": "/api/v1/docs",
}
NOT_OURS = {"API"}  # for programmers, in English only
MOST_VISITED = ("results", "record")

WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}


@dataclass(frozen=True, slots=True)
class View:
    """One way of looking at a page."""

    language: str
    size: str
    javascript: bool
    scheme: str

    def __str__(self) -> str:
        return f"{self.language}-{self.size}-{'script' if self.javascript else 'no script'}-{self.scheme}"


ALL_VIEWS = tuple(
    View(*each) for each in product(("id", "en", "ar"), ("wide", "phone"), (True, False), ("light", "dark"))
)


def views(name: str) -> tuple[View, ...]:
    """All 24 ways of looking at the most visited pages; at the others three, which together have each language, size,
    script and colour, and are others from page to page.
    """
    if name in MOST_VISITED:
        return ALL_VIEWS
    number = list(PLACES).index(name)

    def turned(row: int, shift: int) -> int:
        return (row ^ number >> shift) & 1

    return tuple(
        View(
            language,
            ("wide", "phone")[turned(row, 0)],
            bool(turned((row + 1) // 2, 1)),
            ("light", "dark")[turned(row // 2, 2)],
        )
        for row, language in enumerate(("id", "en", "ar"))
    )


@dataclass(frozen=True, slots=True)
class Demo:
    """The demo's catalogue on a port, and the records that pages are about."""

    address: str
    record: str
    arabic: str
    serial: str

    def at(self, name: str, language: str = "en") -> str:
        """The address of a page by its name."""
        filled = PLACES[name].format(record=self.record, arabic=self.arabic, serial=self.serial)
        path, mark, fragment = filled.partition("#")
        return f"{self.address}{path}{'&' if '?' in path else '?'}lang={language}{mark}{fragment}"


def found_in(address: str) -> Demo:
    """The records that are looked at: one that many libraries have, one in Arabic script, one serial."""

    def most_held(query: str) -> str:
        with urllib.request.urlopen(f"{address}/api/v1/search?sort=holdings&size=1&{query}") as answer:
            found: str = json.load(answer)["hits"][0]["id"]
        return found

    return Demo(
        address,
        record=most_held("q=laskar+pelangi"),
        arabic=most_held("f.language=ar&q=" + quote("القرآن")),
        serial=most_held("f.type=serial"),
    )
