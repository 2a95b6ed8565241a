"""206, 207, 230 and 3XX → public notes, contents and abstract. The rest stays in the partner's own system."""

from dataclasses import dataclass

from discovery.catalog.record import Note, NoteKind
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.unimarc.title import without_marks

# Tag → kind. Not kept: 316-318 and 345, which are about the copy in hand and where it was bought, and 830.
_NOTES: dict[str, NoteKind] = {
    **dict.fromkeys(("206", "207", "230"), "general"),
    **dict.fromkeys((f"3{number:02}" for number in (*range(16), 23, 26)), "general"),
    "320": "bibliography", "321": "bibliography", "322": "performers", "324": "original", "325": "general",
    "328": "thesis", "333": "audience", "334": "general", "336": "system", "337": "system", "371": "general",
    "620": "general",
}  # fmt: skip
_CODES = {"328": "abcdetz", "206": "abcd", "207": "az", "326": "ab", "334": "abcd", "620": "abcd"}


@dataclass(frozen=True, slots=True)
class Notes:
    """What the notes of a record say, by the place they have in a description."""

    notes: tuple[Note, ...]
    contents: tuple[str, ...]
    abstract: str


def map_notes(marc: MarcFields) -> Notes:
    """206 scale, 207 numbering, 326 frequency, 300-315 and their like, 320 bibliography, 328 dissertation,
    334 prizes, 371 who may use it, 620 the place where it came out, from the country down.

    327 and 359 are the contents, 330 the abstract.
    """
    found: dict[Note, None] = {}
    for tag in marc.among(_NOTES):
        for field in marc.get(tag):
            said = field.all(_CODES.get(tag, "a"))
            mark = " — " if tag == "620" else ", " if tag == "328" and not field.get("a") else " "
            text = without_marks(mark.join(said))
            if any(map(str.isalnum, text)):
                found[Note(text, _NOTES[tag])] = None
    contents = [
        part
        for field in (*marc.get("327"), *marc.get("359"))
        for value in field.all("abcdefghi")
        for each in value.split(" -- ")
        if (part := without_marks(each).strip(" .-"))
    ]
    abstract = " ".join(text for field in marc.get("330") if (text := field.joined("a")))
    return Notes(tuple(found), tuple(contents), abstract)
