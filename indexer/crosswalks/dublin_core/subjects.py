"""dc:subject and dc:coverage → headings and class numbers."""

import re
from collections.abc import Iterator

from discovery.catalog.classes import dewey_number
from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.record import Classification
from discovery.catalog.subject import Subdivision, Subject
from indexer.crosswalks.dublin_core.statements import DublinCore, Statement

_LISTED = re.compile(r"\s*[;|]\s*")
_DIVIDED = re.compile(r"\s*(?:--|—|::)\s*")
# SLiMS's users, and those of spreadsheets, type one dash.
_DIVIDED_BY_ONE = re.compile(r"\s*(?:--|—|::)\s*|\s+[-–]\s+")
# A class number alone in its element: "899.221", "2X4.1", "297.7 HAM j"; a year or a count is none.
_DEWEY = re.compile(
    r"(?:DDC\s*:?\s*)?(?:\d{3}(?:\.\d+(?:/\d+)?)?|2X\d?(?:\.\d+)?)(?:\s+[A-Z]\w{0,3}(?:\s+[a-z])?)?", re.IGNORECASE
)
# Dewey's own edition after the number: "005.13/3 22".
_EDITION = re.compile(r"(?<=\.\d)(\d*(?:/\d+)?)\s+2\d$")
_SCHEMES = {"lcsh", "mesh", "tgn", "gnd", "rameau", "fast"}
_CLASSES = {"ddc": "ddc", "lcc": "lcc", "udc": "udc", "classification": "ddc"}
# A stretch of time among places, and what is neither: coordinates, and DCMI's Box and Point ("north=…").
_TIME = re.compile(r"\d{3}|\d(?:th|st|nd|rd)\b|\babad\b|\bcentury\b", re.IGNORECASE)
_MEASURED = re.compile(r"=|\d\.\d|°")
# Of DCMI's structured values (https://www.dublincore.org/specifications/dublin-core/dcmi-period/, -box, -point) the
# name counts, else the beginning and the end.
_NAMED = re.compile(r"(?:^|;)\s*name\s*=\s*([^;]+)", re.IGNORECASE)
_ENDS = re.compile(r"(?:^|;)\s*(?:start|end)\s*=\s*([^;]+)", re.IGNORECASE)
_STRUCTURED = re.compile(r"^\s*\w+\s*=")
# https://guidelines.openaire.eu/en/latest/literature/field_subject.html
_CLASSIFIED = re.compile(r"info:eu-repo/classification/(\w+)/(\S+)", re.IGNORECASE)
# What isn't a subject: DSpace's codes of research fields, a link to a vocabulary.
_LINK = re.compile(r"^(?:https?:|info:)", re.IGNORECASE)


def map_subjects(record: DublinCore) -> tuple[Subject, ...]:
    """Each heading once; terms in one element stand with semicolons between them, divisions with double dashes.

    dcterms:spatial is a place and dcterms:temporal a time as subjects; unrefined coverage is the one or the other, but
    for SLiMS, which puts the place of publication there.
    """
    found: dict[Subject, None] = {}
    for each in record.get("subject"):
        scheme = each.scheme if each.scheme in _SCHEMES else each.refinement if each.refinement in _SCHEMES else ""
        for text in _LISTED.split(each.text):
            subject = (
                None
                if _class(each, text) is not None
                else _subject(text, scheme, _DIVIDED_BY_ONE if record.is_slims else _DIVIDED)
            )
            if subject is not None:
                found[subject] = None
    return tuple(found | dict.fromkeys(_covered(record)))


def _covered(record: DublinCore) -> Iterator[Subject]:
    for text in _values(record.texts("coverage", "spatial")):
        yield Subject(trim_isbd(text), "place")
    for text in _values(record.texts("coverage", "temporal")):
        yield Subject(trim_isbd(text), "period")
    for text in _values(record.texts("coverage", "")) if not record.is_slims else ():
        if not _MEASURED.search(text):
            yield Subject(trim_isbd(text), "period" if _TIME.search(text) else "place")


def _values(texts: list[str]) -> Iterator[str]:
    """Each place or time by itself: "Jakarta; Bandung", "name=Majapahit; start=1293; end=1527"."""
    for text in texts:
        if _STRUCTURED.match(text):
            named = _NAMED.search(text)
            parts = [named[1]] if named else ["-".join(each.strip() for each in _ENDS.findall(text))]
        else:
            parts = text.split(";")
        yield from (part.strip() for part in parts if any(map(str.isalnum, part)))


def map_classifications(record: DublinCore) -> tuple[Classification, ...]:
    """Class numbers among the subjects: by their scheme, or alone in an element, as SLiMS writes them."""
    classes = (_class(each, text) for each in record.get("subject") for text in _LISTED.split(each.text))
    return tuple(dict.fromkeys(each for each in classes if each is not None))


def _class(statement: Statement, text: str) -> Classification | None:
    classified = _CLASSIFIED.match(text)
    if classified and (named := _CLASSES.get(classified[1].casefold())):
        return _class(Statement(classified[2], scheme=named), classified[2])
    text = _EDITION.sub(r"\1", text)
    scheme = _CLASSES.get(statement.scheme) or _CLASSES.get(statement.refinement, "")
    if scheme in ("lcc", "udc"):
        return Classification(scheme, text)
    if not scheme and not _DEWEY.fullmatch(text):
        return None
    dewey = dewey_number(text.upper().removeprefix("DDC").strip(" :"))
    return Classification("ddc", dewey) if dewey else None


def _subject(text: str, scheme: str, divided: re.Pattern[str]) -> Subject | None:
    if _LINK.match(text):
        return None
    term, *divisions = [trim_isbd(part) for part in divided.split(text)]
    if not any(map(str.isalnum, term)):
        return None
    return Subject(term, "topic", scheme, tuple(Subdivision(each) for each in divisions if each))
