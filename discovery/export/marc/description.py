"""0XX and 2XX to 5XX of a union record."""

from collections.abc import Iterator, Mapping

from pymarc import Field

from discovery.catalog.identifiers import Identifier
from discovery.catalog.record import Description, Title, VariantTitle
from discovery.export.marc.fields import Subfields, data_field, in_script
from discovery.export.marc.languages import marc_language
from discovery.export.parts import year_text

_CLASS_FIELDS = {"ddc": ("082", "04"), "lcc": ("050", " 4"), "udc": ("080", "  "), "nlm": ("060", " 4"),
    "nal": ("070", "1 "), "sudoc": ("086", "0 "),
}  # fmt: skip
_CONTENT = {
    "map": ("cartographic image", "cri"),
    "score": ("notated music", "ntm"),
    "audio": ("sounds", "snd"),
    "video": ("two-dimensional moving image", "tdi"),
    "image": ("still image", "sti"),
    "object": ("three-dimensional form", "tdf"),
    "software": ("computer program", "cop"),
}
# Whose number it is → its field: the publisher's own on music and films, reports, journals, documents, what shops scan.
_OTHER_NUMBERS = {
    "isrc": ("024", "0 "), "upc": ("024", "1 "), "ean": ("024", "3 "), "sici": ("024", "4 "),
    "publisher": ("028", "50"), "coden": ("030", "  "), "gpo": ("074", "  "), "report": ("088", "  "),
    "sudoc": ("086", "0 "),
}  # fmt: skip
_MEDIA = {"print": ("unmediated", "n"), "online": ("computer", "c"), "microform": ("microform", "h")}
_CARRIERS = {"print": ("volume", "nc"), "online": ("online resource", "cr")}
_NOTE_TAGS = {
    "thesis": "502",
    "bibliography": "504",
    "performers": "511",
    "system": "538",
    "audience": "521",
    "original": "534",
    "medium": "382",
}


def number_fields(description: Description) -> Iterator[Field | None]:
    """020, 022, 024, 028, 010 and their kin; a number that isn't this thing's own goes to $z, or $y of 022."""
    yield _lccn_field(description)
    for identifier in description.identifiers:
        if identifier.scheme != "lccn":
            yield _number_field(identifier)
    codes = [marc_language((code,)) for code in description.languages]
    originals = [("h", marc_language((code,))) for code in description.original_languages]
    if len(codes) > 1 or originals:
        yield data_field("041", "1 " if originals else "0 ", [*(("a", code) for code in codes), *originals])
    for classification in description.classifications:
        tag, indicators = _CLASS_FIELDS.get(classification.scheme, ("084", "  "))
        named = tag == "084" and classification.scheme != "local"
        source = [("2", classification.scheme)] if named else []
        yield data_field(tag, indicators, [("a", classification.number), *source])


def _lccn_field(description: Description) -> Field | None:
    """One 010 with one number, the others in $z, where systems look them up too: neither of them is repeatable.

    https://www.loc.gov/marc/bibliographic/bd010.html
    """
    found = [each for each in description.identifiers if each.scheme == "lccn"]
    own = next((each for each in found if each.is_key), None)
    return data_field("010", "  ", [("a" if each is own else "z", each.value) for each in found])


def _number_field(identifier: Identifier) -> Field | None:
    value, qualifier = identifier.value, identifier.qualifier
    match identifier.scheme:
        case "isbn":
            return data_field("020", "  ", [("a" if identifier.is_key else "z", value), ("q", qualifier)])
        case "issn":
            return data_field("022", "  ", [("a" if identifier.is_key else "y", value)])
        case "doi":
            return data_field("024", "7 ", [("a", value), ("2", "doi")])
        case "ismn":
            return data_field("024", "2 ", [("a", value), ("q", qualifier)])
        case "oclc":
            return data_field("035", "  ", [("a", f"(OCoLC){value}")])
        case "nbn" if identifier.agency:
            # What a national bibliography numbers, and not the agency's one record.
            tag, indicators = ("016", "7 ") if identifier.is_key else ("015", "  ")
            return data_field(tag, indicators, [("a", value), ("2", identifier.agency)])
        case "other" if identifier.agency in _OTHER_NUMBERS:
            tag, indicators = _OTHER_NUMBERS[identifier.agency]
            code = "z" if tag in ("024", "086") and not identifier.is_key else "a"
            return data_field(tag, indicators, [(code, value), ("q", qualifier)])
        case "other" if identifier.agency:
            return data_field("024", "7 ", [("a", value), ("q", qualifier), ("2", identifier.agency)])
        case _:
            agency = f"({identifier.agency})" if identifier.agency else ""
            return data_field("035", "  ", [("a", f"{agency}{value}")])


def title_fields(description: Description, *, has_main_entry: bool) -> Iterator[tuple[Field | None, Subfields]]:
    """130/240, 245, 246, 247, 730 and 740, each with its text in the original script."""
    uniform = next((each for each in description.variants if each.kind == "uniform"), None)
    for variant in description.variants:
        if variant is uniform:
            field = _uniform_title_field(variant, has_main_entry=has_main_entry)
        else:
            field = _variant_field(variant)
        yield field, in_script(variant.original)
    title = description.title
    yield _title_field(title, has_main_entry=has_main_entry), in_script(title.original, title.original_responsibility)


def _title_field(title: Title, *, has_main_entry: bool) -> Field | None:
    """245 with ISBD's marks before each subfield: https://www.loc.gov/marc/bibliographic/bd245.html"""
    parts = [("n" if any(map(str.isdigit, part)) else "p", part) for part in title.parts]
    subfields = [("a", title.main), *parts[: title.leading]]
    subfields += [("b", title.subtitle)] if title.subtitle else []
    subfields += parts[title.leading :]
    subfields += [("c", title.responsibility)] if title.responsibility else []
    marks = {"b": " :", "c": " /", "n": ".", "p": "."}
    return data_field("245", f"{int(has_main_entry)}{min(title.nonfiling, 9)}", _punctuated(subfields, marks))


def _punctuated(subfields: Subfields, marks: Mapping[str, str]) -> Subfields:
    """Each subfield with the mark of the next one behind it, and no full stop behind another."""
    kept = [(code, text) for code, text in subfields if text.strip()]
    following = [*(marks[code] for code, _ in kept[1:]), ""][: len(kept)]
    return [
        (code, text if mark == "." and text.endswith(".") else text + mark)
        for (code, text), mark in zip(kept, following, strict=True)
    ]


def _uniform_title_field(variant: VariantTitle, *, has_main_entry: bool) -> Field | None:
    tag, indicators = ("240", "10") if has_main_entry else ("130", "0 ")
    return data_field(tag, indicators, [("a", variant.text)])


def _variant_field(variant: VariantTitle) -> Field | None:
    match variant.kind:
        case "uniform":
            # A second one, of another library's record: neither 130 nor 240 is repeatable.
            tag, indicators = "730", "0 "
        case "former":
            tag, indicators = "247", "10"
        case "added":
            tag, indicators = "740", "0 "
        case "analytic":
            tag, indicators = "740", "02"
        case "abbreviated":
            tag, indicators = "210", "0 "
        case "parallel":
            tag, indicators = "246", "31"
        case _:
            tag, indicators = "246", "3 "
    return data_field(tag, indicators, [("a", variant.text)])


def edition_field(description: Description) -> tuple[Field | None, Subfields]:
    """250 with its text in the original script."""
    return data_field("250", "  ", [("a", description.edition)]), in_script(description.original_edition)


def imprint_fields(description: Description) -> Iterator[Field | None]:
    """264, 300, 33X and 490."""
    publication = description.publication
    date = publication.date or year_text(description)
    places = publication.places or (publication.place,)
    publishers = publication.publishers or (publication.publisher,)
    imprint = [*(("a", place) for place in places), *(("b", publisher) for publisher in publishers), ("c", date)]
    # With ISBD's marks, as the leader says: the full stop of "Reston, Va." is taken for the field's own without.
    yield data_field("264", " 1", _punctuated(imprint, {"a": " ;", "b": " :", "c": ","}))
    yield data_field("300", "  ", [("a", description.extent)])
    term, code = _CONTENT.get(description.type, ("text", "txt"))
    yield data_field("336", "  ", [("a", term), ("b", code), ("2", "rdacontent")])
    if description.carrier in _MEDIA:
        term, code = _MEDIA[description.carrier]
        yield data_field("337", "  ", [("a", term), ("b", code), ("2", "rdamedia")])
    if description.carrier in _CARRIERS and description.type in {"book", "serial", "thesis"}:
        term, code = _CARRIERS[description.carrier]
        yield data_field("338", "  ", [("a", term), ("b", code), ("2", "rdacarrier")])
    for series in description.series:
        yield data_field("490", "0 ", [("a", series.title), ("x", series.issn), ("v", series.number)])


def note_fields(description: Description) -> Iterator[Field | None]:
    """500 and its kin, 505 and 520: only what the catalogue shows to everybody."""
    for note in description.notes:
        if note.kind == "duration":
            yield data_field("306", "  ", [("a", _coded_time(time)) for time in note.text.split(", ")])
        else:
            first = "0" if note.kind == "performers" else " "  # it is written out who does what
            yield data_field(_NOTE_TAGS.get(note.kind, "500"), f"{first} ", [("a", note.text)])
    yield data_field("505", "0 ", [("a", " -- ".join(description.contents))])
    yield data_field("520", "  ", [("a", description.abstract)])


def _coded_time(shown: str) -> str:
    """A playing time as 306 has it: "3:47" → "000347"."""
    return "".join(part.zfill(2) for part in shown.split(":")).zfill(6)
