"""600–617 → subject headings as whole strings, each with its vocabulary."""

from msgspec.structs import replace

from discovery.catalog.names import without_email
from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.subject import Subdivision, SubdivisionKind, Subject, SubjectKind
from indexer.crosswalks.marc.fields import Field, MarcFields
from indexer.crosswalks.unimarc.linked import linked_entry
from indexer.crosswalks.unimarc.scripts import in_scripts
from indexer.crosswalks.unimarc.title import without_marks

# Tag → kind, the subfields that make the heading, the mark that joins them.
_HEADINGS: dict[str, tuple[SubjectKind, str, str]] = {
    "600": ("person", "abcdft", ", "),
    "601": ("organisation", "abcdefht", ". "),
    "602": ("person", "acdft", ", "),
    "604": ("title", "abt", ". "),
    "605": ("title", "ahiklmnqrsu", " "),
    "606": ("topic", "ab", " "),
    "607": ("place", "a", " "),
    "608": ("genre", "a", " "),
    "615": ("topic", "a", " "),
    "616": ("topic", "a", " "),
    "617": ("place", "abcdek", ", "),
}
# Not those of MARC 21: $x is a topic, $y a place, $z a time, $j a form.
_SUBDIVISIONS: dict[str, SubdivisionKind] = {"x": "general", "y": "place", "z": "period", "j": "form"}


def map_subjects(marc: MarcFields) -> tuple[Subject, ...]:
    """Each heading once, with typed subdivisions, the vocabulary of $2 and its own script; 610 holds free terms."""
    found: dict[Subject, None] = {}
    for tag in _HEADINGS:
        for field, original in in_scripts(marc.get(tag)):
            subject = _subject(field)
            if subject is None:
                continue
            script = _subject(original) if original is not None else None
            found[replace(subject, original=script.term) if script is not None else subject] = None
    for field in marc.get("610"):
        for value in field.all("a"):
            term, *divisions = [trim_isbd(part) for part in without_marks(value).split("--")]
            if any(map(str.isalnum, term)):
                found[Subject(term, subdivisions=tuple(map(Subdivision, filter(None, divisions))))] = None
    return tuple(found)


def _subject(field: Field) -> Subject | None:
    kind, codes, mark = _HEADINGS[field.tag]
    heading: list[str] = []
    divisions: list[Subdivision] = []
    for code, value in field.subfields:
        text = trim_isbd(without_email(without_marks(value))).lstrip(", ")
        if not text:
            continue
        if code in _SUBDIVISIONS:
            divisions.append(Subdivision(text, _SUBDIVISIONS[code]))
        elif code in codes:
            heading.append(text.strip("()") if code == "f" else text)
    if field.tag == "604" and (whole := _embedded(field)):
        heading = [whole]
    if field.tag == "601" and field.first == "1":
        kind = "meeting"
    if not heading and divisions:
        heading, divisions = [divisions[0].text], divisions[1:]
    term = mark.join(heading)
    if not any(map(str.isalnum, term)):
        return None
    return Subject(term, kind, _scheme(field.get("2")), tuple(divisions))


def _embedded(field: Field) -> str:
    """604 with the fields of a name and a title within it ($1): "Hugo, Victor. Les misérables"."""
    entry = linked_entry(field.raw)
    return f"{trim_isbd(entry.author)}. {trim_isbd(entry.title)}" if entry.author and entry.title else ""


def _scheme(source: str) -> str:
    """The vocabulary's code; a whole name was typed by somebody who didn't know."""
    code = source.strip(" .").casefold()
    return {"lc": "lcsh", "rameau": "rameau"}.get(code, code) if 2 <= len(code) <= 24 and " " not in code else ""
