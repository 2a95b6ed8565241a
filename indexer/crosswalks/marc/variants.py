"""130, 210-247, 730, 740, the parallel title of 245, and works under a name in their own script → other titles."""

from collections.abc import Iterator

from discovery.catalog.punctuation import trim_isbd, trim_leading_isbd
from discovery.catalog.record import Title, VariantKind, VariantTitle
from indexer.crosswalks.marc.contributors import work_title
from indexer.crosswalks.marc.fields import Field, MarcFields
from indexer.crosswalks.marc.title import full_title
from indexer.crosswalks.parallel_titles import is_formula
from indexer.crosswalks.uniform_titles import with_stops

_UNIFORM = "adfgklmnoprs"
# What of it is told from the work's own title by a full stop.
_APART = "fklps"
# Tag → kind and the subfields that make the title.
_TITLES: dict[str, tuple[VariantKind, str]] = {
    "130": ("uniform", _UNIFORM),
    "240": ("uniform", _UNIFORM),
    "243": ("uniform", _UNIFORM),
    "210": ("abbreviated", "ab"),
    "222": ("variant", "ab"),
    "242": ("parallel", "abnp"),
    "246": ("variant", "abfgnp"),
    "247": ("former", "abfgnp"),
    "730": ("added", "adfgklmnoprst"),
    "740": ("added", "anp"),
}


# Names with the works that stand under them.
_WORKS = ("700", "710", "711")


def map_variants(marc: MarcFields, title: Title) -> tuple[VariantTitle, ...]:
    """Every other title the thing answers to, each once, and none that only repeats `title`.

    246's second indicator 1 says parallel, 730's and 740's 2 says that it is a part of the thing:
    https://www.loc.gov/marc/bibliographic/bd20x24x.html. $i and $h are words about the title, not of it.
    """
    found: dict[str, VariantTitle] = {}
    for variant in _parallel_titles(marc):
        found.setdefault(variant.text.casefold(), variant)
    for tag in marc.among(_TITLES):
        kind, codes = _TITLES[tag]
        for field in marc.get(tag):
            variant_of = VariantTitle(_text(field, codes), _kind(field, kind), _original(marc, field, codes))
            found.setdefault(variant_of.text.casefold(), variant_of)
        for field in marc.unlinked_originals(tag):
            text = _text(field, codes)
            found.setdefault(text.casefold(), VariantTitle(text, _kind(field, kind)))
    for field in (*marc.get("245")[1:], *marc.unlinked_originals("245")):
        text = full_title(field)
        if text != title.original:
            found.setdefault(text.casefold(), VariantTitle(text, "variant"))
    for work in _works_in_own_script(marc):
        found.setdefault(work.text.casefold(), work)
    for repeated in ("", title.main.casefold(), title.full.casefold()):
        found.pop(repeated, None)
    return tuple(found.values())


def _works_in_own_script(marc: MarcFields) -> Iterator[VariantTitle]:
    """The titles ($t) of 700, 710 and 711 as their 880s have them: the name that they stand under has room for one."""
    for tag in marc.among(_WORKS) if marc.has_originals else ():
        for field in marc.get(tag):
            original = marc.original(field)
            text = work_title(original) if original is not None else ""
            if text and text != work_title(field):
                yield VariantTitle(text, "analytic" if field.second == "2" else "added")


def uniform_title(field: Field) -> str:
    """A uniform title as one line (130, and X30 of authorities)."""
    return _text(field, _UNIFORM)


def _text(field: Field, codes: str) -> str:
    if codes != _UNIFORM:
        return trim_isbd(field.joined(codes))
    return trim_isbd(with_stops([part for part in field.subfields if part[0] in codes], _APART))


def _kind(field: Field, kind: VariantKind) -> VariantKind:
    if field.tag == "246" and field.second == "1":
        return "parallel"
    return "analytic" if kind == "added" and field.second == "2" else kind


def _original(marc: MarcFields, field: Field, codes: str) -> str:
    original = marc.original(field)
    return _text(original, codes) if original is not None else ""


def _parallel_titles(marc: MarcFields) -> list[VariantTitle]:
    """What 245 gives after " = ": the title in another language, itself with a subtitle now and then."""
    field = marc.first("245")
    if field is None:
        return []
    text = field.joined("ab")
    if "=" not in text:
        return []
    if " = " in (own := field.get("a")) and is_formula(own):
        return []
    first, *parallels = text.replace("= ", " = ").split(" = ")
    original = marc.original(field)
    originals = original.joined("ab").replace("= ", " = ").split(" = ")[1:] if original is not None else []
    found = []
    for at, parallel in enumerate(parallels):
        words = trim_leading_isbd(trim_isbd(parallel.partition(" / ")[0]))
        script = trim_isbd(originals[at]) if at < len(originals) else ""
        if words and first.strip():
            found.append(VariantTitle(words, "parallel", script if script != words else ""))
    return found
