"""200 $c and $d, and 5XX → other titles."""

from discovery.catalog.punctuation import trim_isbd, trim_leading_isbd
from discovery.catalog.record import Title, VariantKind, VariantTitle
from indexer.crosswalks.marc.fields import Field, MarcFields
from indexer.crosswalks.uniform_titles import with_stops
from indexer.crosswalks.unimarc.scripts import in_scripts
from indexer.crosswalks.unimarc.title import without_marks

# Tag → kind and the subfields that make the title.
_TITLES: dict[str, tuple[VariantKind, str]] = {
    "500": ("uniform", "ahiklmqrsuw"),
    "501": ("uniform", "aek"),
    "503": ("uniform", "abdefhijklmn"),
    "510": ("parallel", "aehi"),
    **dict.fromkeys(("512", "513", "514", "515", "516", "517", "518", "532"), ("variant", "aehi")),
    "520": ("former", "aehi"),
    "530": ("variant", "ab"),
    "531": ("abbreviated", "ab"),
    "540": ("variant", "aehi"),
    "541": ("parallel", "aehi"),
    "545": ("added", "a"),
    "560": ("variant", "ab"),
}
# Of uniform titles, what is told from the work's own title by a full stop: parts, date, form, language, version.
_APART = "hiklmq"
# What ISBD writes before other title information, and before number and name of a part.
_FOLLOWING = {"e": " : ", "h": ". ", "i": ". "}


def map_variants(marc: MarcFields, title: Title) -> tuple[VariantTitle, ...]:
    """Every other title the thing answers to, each once, and none that only repeats `title`.

    510 is a parallel title, 517 any other, 530 and 531 the key title and its short form, 541 a translation,
    560 one that a collector gave.
    """
    found: dict[str, VariantTitle] = {}
    for variant in (*_of_200(marc), *_of_5xx(marc)):
        if any(map(str.isalnum, variant.text)):
            found.setdefault(variant.text.casefold(), variant)
    for repeated in (title.main.casefold(), title.full.casefold()):
        found.pop(repeated, None)
    return tuple(found.values())


def _of_200(marc: MarcFields) -> list[VariantTitle]:
    pairs = in_scripts(marc.get("200"))
    found = [
        VariantTitle(_text(field, "ahi"), original=_text(original, "ahi") if original is not None else "")
        for field, original in pairs[1:]
    ]
    for field, original in pairs[:1]:
        found += _others_of_200(field)
        found += _others_of_200(original) if original is not None else []
    return found


def _others_of_200(field: Field) -> list[VariantTitle]:
    """$d and $c, each with the $e, $h and $i that follow it."""
    found: list[tuple[str, VariantKind]] = []
    is_other = False
    for code, value in field.raw:
        text = trim_leading_isbd(trim_isbd(without_marks(value)))
        if code in "acd":
            is_other = code != "a"
            found += [(text, "parallel" if code == "d" else "analytic")] if is_other and text else []
        elif is_other and found and text and code in _FOLLOWING:
            whole, kind = found[-1]
            found[-1] = (whole + _FOLLOWING[code] + text, kind)
    return [VariantTitle(text, kind) for text, kind in found]


def _of_5xx(marc: MarcFields) -> list[VariantTitle]:
    return [
        VariantTitle(_text(field, codes, _APART if kind == "uniform" else ""), kind)
        for tag, (kind, codes) in _TITLES.items()
        for field in marc.get(tag)
    ]


def _text(field: Field, codes: str, apart: str = "") -> str:
    return trim_isbd(with_stops([(code, without_marks(value)) for code, value in field.raw if code in codes], apart))
