"""BibTeX, for LaTeX and for everything that reads its files: http://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from discovery.catalog.contributor import Contributor
from discovery.catalog.record import Description, UnionRecord
from discovery.catalog.site import Site
from discovery.export.credits import credit
from discovery.export.host_places import book_host, cited_numbers, host_place
from discovery.export.parts import (
    container_of,
    family_and_given,
    given_and_suffix,
    host_of,
    identifier_values,
    resource_urls,
    series_of,
    topical_headings,
    year_text,
)
from discovery.export.text import single_line

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "#": r"\#",
        "$": r"\$",
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
# BibTeX counts braces that TeX would print too: a lone one would end its field, or take in all the entries below.
_LONE_BRACES = _ESCAPES | str.maketrans({"{": r"\textbraceleft{}", "}": r"\textbraceright{}"})
# What parts names, and the parts of a name, where no braces stand around it.
_PARTS_NAMES = re.compile(r",|\sand\s", re.IGNORECASE)
# Addresses go verbatim, as every style's \url reads them; only what would end the field is percent-encoded.
_ADDRESS_ESCAPES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
# Without their blanks: "Thesis (Ph. D.)" is as frequent as "Ph.D."
_DOCTORAL = ("disertasi", "dissertation", "doctor", "doktor", "ph.d", "ed.d", "phil.diss", "proefschrift")


def write_bibtex(records: Iterable[UnionRecord], site: Site, locale: str) -> str:
    """One entry a record; two records that would share a key get a, b, c after it."""
    del locale  # BibTeX has no word of ours in it
    used: set[str] = set()
    return "\n".join(_entry(record, site, used) for record in records)


def _entry(record: UnionRecord, site: Site, used: set[str]) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(record, site) if value)
    return f"@{_entry_type(record.description)}{{{_unique_key(record, used)},\n{fields}}}\n"


def _entry_type(description: Description) -> str:
    if description.type == "book":
        return "book"
    if description.type == "article":
        return "incollection" if book_host(description) else "article" if host_of(description) else "misc"
    if description.type == "thesis":
        notes = (note.text for note in description.notes if note.kind == "thesis")
        about = "".join(" ".join(notes).casefold().split())
        return "phdthesis" if any(word in about for word in _DOCTORAL) else "mastersthesis"
    return "unpublished" if description.type == "manuscript" else "misc"


def _fields(record: UnionRecord, site: Site) -> Iterator[tuple[str, str]]:
    description = record.description
    publication, credited = description.publication, credit(description)
    container, (series, number), place = container_of(description), series_of(description), host_place(description)
    yield "author", _names(credited.authors)
    yield "editor", _names(credited.editors)
    yield "translator", _names(credited.translators)
    # Catalogues write titles as sentences: the capitals that are there must stay, so the whole is braced twice.
    yield "title", f"{{{_escape(description.title.full)}}}"
    yield "booktitle" if book_host(description) else "journal", _escape(container)
    publisher = "school" if description.type == "thesis" else "publisher"
    yield publisher, _escape(publication.publisher)
    yield "address", _escape(publication.place)
    yield "year", year_text(description)
    yield "edition", _escape(description.edition)
    yield "series", _escape(series)
    yield "volume", place.volume
    yield "number", place.issue or _escape(number)
    yield "pages", place.pages.replace("-", "--")
    for scheme in ("isbn", "issn"):
        yield scheme, ", ".join(cited_numbers(description, scheme))
    yield "doi", ", ".join(doi.translate(_ADDRESS_ESCAPES) for doi in identifier_values(description, "doi"))
    yield "language", ", ".join(description.languages)
    yield "keywords", _escape(", ".join(topical_headings(description)))
    yield "abstract", _escape(description.abstract)
    yield "note", _escape("; ".join(note.text for note in description.notes if note.kind == "thesis"))
    address = next(iter(resource_urls(record)), site.record_url(record.id))
    yield "url", address.translate(_ADDRESS_ESCAPES)


def _escape(text: str) -> str:
    line = single_line(text)
    return line.translate(_ESCAPES if _are_paired(line) else _LONE_BRACES)


def _are_paired(text: str) -> bool:
    """Whether each brace of a text has its partner."""
    depth = 0
    for letter in text:
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            return False
    return depth == 0


def _names(contributors: Sequence[Contributor]) -> str:
    """Names joined by "and"; a name that has no surname is braced, or BibTeX would take its last word for one."""
    return " and ".join(_name(contributor) for contributor in contributors)


def _name(contributor: Contributor) -> str:
    halves = family_and_given(contributor)
    if halves is None:
        return f"{{{_escape(contributor.direct or contributor.name)}}}"
    family, (given, suffix) = halves[0], given_and_suffix(halves[1])
    # A small word within a surname ("Abū al-Naṣr") is no "von" that goes before it.
    whole = any(word[:1].islower() for word in family.split()[1:])
    return ", ".join(filter(None, (_part(family, whole=whole), _part(suffix), _part(given))))


def _part(text: str, *, whole: bool = False) -> str:
    """A part of a name. Braced, an "and" or a comma within it begins no other name or part."""
    return f"{{{_escape(text)}}}" if whole or _PARTS_NAMES.search(text) else _escape(text)


def _unique_key(record: UnionRecord, used: set[str]) -> str:
    plain = _key(record)
    candidates = (plain, *(f"{plain}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"), f"{plain}-{record.id}")
    key = next(candidate for candidate in candidates if candidate not in used)
    used.add(key)
    return key


def _key(record: UnionRecord) -> str:
    """Surname, year and first longer word of the title, in ASCII; the id where the script leaves nothing."""
    description = record.description
    authors = credit(description).authors
    surname = _ascii(authors[0].name.split(",")[0].split(" ")[-1]) if authors else ""
    words = [_ascii(word) for word in description.title.main.split()]
    word = next((word for word in words if len(word) > 3), next((word for word in words if word), ""))
    return f"{surname}{year_text(description)}{word}" if surname or word else record.id


def _ascii(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if letter.isascii() and letter.isalnum())
