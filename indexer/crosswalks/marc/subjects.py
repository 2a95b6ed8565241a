"""600–662 and 690–698 → subject headings as whole strings, each with its vocabulary."""

import re
from functools import lru_cache
from typing import Final

from discovery.catalog.names import without_email
from discovery.catalog.punctuation import trim_brackets, trim_isbd
from discovery.catalog.subject import Subdivision, SubdivisionKind, Subject, SubjectKind
from indexer.crosswalks.marc.fields import Field, MarcFields

# Tag → kind, the subfields that make the heading, the mark that joins them.
_HEADINGS: Final[dict[str, tuple[SubjectKind, str, str]]] = {
    "600": ("person", "abcdqtnpfklmors", " "),
    "610": ("organisation", "abcdntpfklmors", ". "),
    "611": ("meeting", "aecdnqtpfkls", " "),
    "630": ("title", "adfgklmnoprst", " "),
    "647": ("meeting", "acdg", " "),
    "648": ("period", "a", " "),
    "650": ("topic", "abcdg", " "),
    "651": ("place", "ab", ". "),
    "654": ("topic", "ab", " "),
    "655": ("genre", "ab", " "),
    "656": ("topic", "a", " "),
    "657": ("topic", "a", " "),
    "690": ("topic", "ab", " "),
    "691": ("place", "ab", " "),
    "696": ("person", "abcdt", " "),
    "697": ("organisation", "abt", ". "),
    "698": ("meeting", "acdn", " "),
}
_SUBDIVISIONS: Final[dict[str, SubdivisionKind]] = {"x": "general", "y": "period", "z": "place", "v": "form"}
# https://www.loc.gov/marc/bibliographic/bd6xx.html: what the second indicator says about the vocabulary.
_SCHEMES: Final = {"0": "lcsh", "1": "lcshac", "2": "mesh", "3": "nal", "5": "cash", "6": "rvm"}
# Source codes that partners write in other ways than https://www.loc.gov/standards/sourcelist/subject.html has them.
_SOURCE_CODES: Final = {"lc": "lcsh", "ltcsh": "lctgm", "local": ""}
# The German National Library's 653 says in brackets what a term is: a vocabulary's code, or what the book trade tells
# of its goods (https://www.dnb.de/marc21): binding, audience, stock group. Those are no subjects.
_LABELLED: Final = re.compile(r"\(([^()]*(?:\([^()]*\))?[^()]*)\)\s*(\S.*)", re.DOTALL)
_VOCABULARY: Final = re.compile(r"[a-z]{2,8}")
_TRADE: Final = re.compile(r"Produkt|VLB|Zielgruppe|Lesealter|BISAC|Thema|DDC|Warengruppe|Adressat", re.IGNORECASE)
_UNCONTROLLED: Final[dict[str, SubjectKind]] = {
    "1": "person", "2": "organisation", "3": "meeting", "4": "period", "5": "place", "6": "genre",
}  # fmt: skip


def map_subjects(marc: MarcFields) -> tuple[Subject, ...]:
    """Each heading once, in the record's order within a tag, with typed subdivisions and its original script.

    The vocabulary is that of the second indicator, or of $2 where that is 7. "Indonesia -- Sejarah" typed into one
    subfield is taken apart. 653 holds free terms: https://www.loc.gov/marc/bibliographic/bd653.html.
    """
    found: dict[Subject, None] = {}
    for tag in marc.among(_HEADINGS):
        for field in marc.get(tag):
            subject = map_subject(field, marc.original(field))
            if subject is not None:
                found[subject] = None
        for field in marc.unlinked_originals(tag):
            subject = map_subject(field)
            if subject is not None:
                found[subject] = None
    for term in _places_and_free_terms(marc):
        found[term] = None
    return tuple(found)


def map_subject(field: Field, original: Field | None = None) -> Subject | None:
    """One heading with its subdivisions; None where it names nothing."""
    kind, codes, mark = _HEADINGS[field.tag]
    heading: list[str] = []
    divisions: list[Subdivision] = []
    scheme = ""
    for code, value in field.subfields:
        if code in codes:
            heading.append(value)
        elif code in _SUBDIVISIONS:
            divisions += _divisions(value, _SUBDIVISIONS[code])
        elif code == "2":
            scheme = value
    if not heading:
        return Subject(divisions[0].text, kind, _scheme(field, scheme), tuple(divisions[1:])) if divisions else None
    term = _term(heading, mark)
    if "--" in term:
        term, *rest = [part for each in term.split("--") if (part := trim_isbd(each))] or [""]
        divisions = [*(Subdivision(part) for part in rest), *divisions]
    if not any(map(str.isalnum, term)):
        return None
    script = _term(original.all(codes), mark) if original is not None else ""
    return Subject(term, kind, _scheme(field, scheme), tuple(divisions), script)


def _term(parts: list[str], mark: str) -> str:
    if len(parts) == 1:
        term = trim_isbd(parts[0])
        return without_email(trim_brackets(term) if term[:1] == "[" else term)
    if mark == " ":
        return without_email(trim_isbd(" ".join(parts)))
    return without_email(mark.join(trimmed for part in parts if (trimmed := trim_isbd(part))))


@lru_cache(maxsize=16_384)
def _divisions(value: str, kind: SubdivisionKind) -> tuple[Subdivision, ...]:
    if "--" in value:
        return tuple([Subdivision(text, kind) for part in value.split("--") if (text := trim_isbd(part))])
    text = trim_isbd(value)
    return (Subdivision(text, kind),) if text else ()


def _scheme(field: Field, source: str) -> str:
    scheme = _SCHEMES.get(field.second, "")
    if scheme or not source:
        return scheme
    code = source.strip(" .").partition("/")[0]
    # A vocabulary's code is one short word; a whole name or "a" was typed by somebody who didn't know.
    if len(code) < 2 or len(code) > 24 or " " in code:
        return ""
    return _SOURCE_CODES.get(code, code)


def _places_and_free_terms(marc: MarcFields) -> list[Subject]:
    """653 (each $a a term of its own) and 662 (a place from the largest to the smallest)."""
    found: list[Subject] = []
    for field in marc.get("653"):
        kind = _UNCONTROLLED.get(field.second, "topic")
        found.extend(term for value in field.all("a") if (term := _free_term(value, kind)) is not None)
    for field in marc.get("662"):
        places = [trim_isbd(value) for value in field.all("abcdfgh")]
        if places:
            found.append(Subject(places[-1], "place", _scheme(field, field.get("2"))))
    return found


def _free_term(value: str, kind: SubjectKind) -> Subject | None:
    scheme = ""
    if value[:1] == "(" and (labelled := _LABELLED.fullmatch(value)):
        if _TRADE.match(labelled[1]):
            return None
        if _VOCABULARY.fullmatch(labelled[1]):
            scheme, value = labelled[1], labelled[2]
    term, *divisions = [trim_isbd(part) for part in value.split("--")] if scheme else [trim_isbd(value)]
    if not any(map(str.isalnum, term)):
        return None
    return Subject(term, kind, scheme, tuple(Subdivision(part) for part in divisions if part))
