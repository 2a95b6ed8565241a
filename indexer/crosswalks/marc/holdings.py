"""852 and the copy fields of local systems → which library has the thing, where, and how many."""

from dataclasses import dataclass

from msgspec.structs import replace

from discovery.catalog.holding import Holding, Link
from discovery.catalog.punctuation import trim_isbd
from discovery.catalog.runs import parse_run
from indexer.crosswalks.marc.fields import Field, MarcFields
from indexer.crosswalks.marc.items import LAYOUTS, Copy, Layout, copy_of, is_copy, is_gone
from indexer.crosswalks.marc.links import web_address
from indexer.crosswalks.marc.runs import Run, map_runs
from indexer.partners import LibraryRule


@dataclass(frozen=True, slots=True)
class CopyFields:
    """Where a format keeps copies: the kinds of copy field in the order of trust (None is MARC's own 852), and the
    fields and subfields that may hold the shelf mark of a record without any.
    """

    layouts: tuple[Layout | None, ...]
    call_numbers: tuple[tuple[str, str], ...]


# INDOMARC's shelf mark is 084.
_MARC21 = CopyFields(
    (None, *LAYOUTS),
    (("090", "ab"), ("099", "ab"), ("092", "ab"), ("096", "ab"), ("098", "a"), ("084", "ab"), ("050", "ab")),
)
_HIDDEN = frozenset({"suppressed", "suppress", "hidden", "invisible", "not visible", "n"})
_MOST_COPIES = 9_999


def map_holdings(
    marc: MarcFields, *, partner: str, rule: LibraryRule, fields: CopyFields = _MARC21
) -> tuple[Holding, ...]:
    """One holding for each library, branch, shelf and shelf mark.

    852 ($a $b place, $c shelf, $h $i $j $k $m shelf mark, $z note: https://www.loc.gov/marc/holdings/hd852.html), else
    the copy fields that Koha (952), SirsiDynix (949, 999) and the recommandation (995) write. Copies withdrawn, lost,
    missing, cancelled or suppressed are no holdings; $x is private. A record without any such field is the catalogue's
    own word that its library has the thing; one whose copies are all gone has no owner.
    """
    for field in marc.get("942"):
        if field.get("n") == "1":
            return ()
    described, copies = _copies(marc, rule, fields.layouts)
    if not described:
        return (_whole(marc, partner, rule, fields),)
    runs = map_runs(marc)
    holdings = _grouped(copies, marc, partner, rule)
    return _with_runs(holdings, runs)


def _copies(
    marc: MarcFields, rule: LibraryRule, layouts: tuple[Layout | None, ...]
) -> tuple[bool, list[tuple[Field, Copy]]]:
    """Whether the record has copy fields at all, and the copies that are still there."""
    for layout in _ordered(layouts, rule) if rule.field else layouts:
        if layout is None:
            fields = [field for field in marc.get("852") if field.subfields]
            if fields:
                return True, [(field, copy) for field in fields if (copy := _copy_of_852(field)) is not None]
            continue
        fields = [field for field in marc.get(layout.tag) if is_copy(field, layout)]
        if fields:
            return True, [(field, copy) for field in fields if (copy := copy_of(field, layout)) is not None]
    return False, []


def _ordered(layouts: tuple[Layout | None, ...], rule: LibraryRule) -> list[Layout | None]:
    """The kinds of copy field, with the one that names the library first."""
    named = [layout for layout in layouts if layout is not None and layout.tag == rule.field[:3]]
    return [*named, *layouts]


def _copy_of_852(field: Field) -> Copy | None:
    private = {value.casefold() for value in field.all("x")}
    if private & _HIDDEN or any(is_gone(value) for value in field.all("cz")):
        return None
    places = tuple(dict.fromkeys(field.all("b"))) or (field.get("a"),)
    call_number = trim_isbd(field.joined("khim")) or trim_isbd(field.get("j") or field.get("l"))
    notes = [note for note in field.all("z") if note.casefold() != "available"]
    return Copy(field.get("a"), ", ".join(places), field.get("c"), call_number, "; ".join(notes), "", _counted(field))


def _counted(field: Field) -> int:
    """How many copies one 852 stands for: a barcode or a copy number is one, "1-3" in $t three, else nobody counted."""
    first, dash, last = field.get("t").partition("-")
    if dash and first.isdecimal() and last.isdecimal():
        return min(max(int(last) - int(first) + 1, 1), _MOST_COPIES)
    return 1 if field.get("p") or first else 0


def _grouped(found: list[tuple[Field, Copy]], marc: MarcFields, partner: str, rule: LibraryRule) -> dict[str, Holding]:
    """Copies on one shelf under one mark as one holding, keyed by their first link number or their place."""
    groups: dict[tuple[str, str, str, str], Holding] = {}
    keys: dict[tuple[str, str, str, str], str] = {}
    for field, copy in found:
        library, branch = _library(field, copy, marc, partner, rule)
        key = (library, branch, copy.shelf, copy.call_number)
        known = groups.get(key)
        if known is None:
            groups[key] = Holding(
                library, branch, copy.shelf, copy.call_number, copy.counted, copy.run, copy.note, _links(field)
            )
            keys[key] = field.get("8").partition(".")[0] or f"#{len(keys)}"
        else:
            run = ", ".join(dict.fromkeys(filter(None, (known.run, copy.run))))
            copies = known.copies + copy.counted or 2
            groups[key] = replace(known, copies=min(copies, _MOST_COPIES), run=run)
    return {f"{keys[key]}\0{at}": holding for at, (key, holding) in enumerate(groups.items())}


def _links(field: Field) -> tuple[Link, ...]:
    return tuple(Link(url) for value in field.all("u") if (url := web_address(value))) if field.tag == "852" else ()


def _library(field: Field, copy: Copy, marc: MarcFields, partner: str, rule: LibraryRule) -> tuple[str, str]:
    """The cooperation's code for the owner, and the branch: see `LibraryRule` for what unknown codes come to."""
    if not rule.field:
        return rule.library or partner, copy.branch
    tag, _, subfield = rule.field.partition("$")
    source = field if field.tag == tag else marc.first(tag)
    code = source.get(subfield or "a") if source is not None else ""
    known = dict(rule.codes).get(code)
    if known:
        return known, "" if copy.branch == code else copy.branch
    return rule.library or partner, copy.branch or code


def _whole(marc: MarcFields, partner: str, rule: LibraryRule, fields: CopyFields) -> Holding:
    """The holding of a record that has no copy field."""
    library, branch = rule.library or partner, ""
    if rule.field:
        tag, _, subfield = rule.field.partition("$")
        source = marc.first(tag)
        code = source.get(subfield or "a") if source is not None else ""
        library = dict(rule.codes).get(code, library)
        branch = code if code and code not in dict(rule.codes) else ""
    runs = map_runs(marc)
    run = "; ".join(dict.fromkeys([run.text for run in runs])) if runs else ""
    stretches = parse_run(run) if run else ()
    return Holding(library, branch, "", _call_number(marc, fields), 0, run, stretches=stretches)


def _call_number(marc: MarcFields, fields: CopyFields) -> str:
    for tag, codes in fields.call_numbers:
        for field in marc.get(tag):
            if tag == "084" and field.get("2"):
                continue  # a class of some scheme, and no shelf mark
            call_number = trim_isbd(field.joined(codes))
            if any(map(str.isdigit, call_number)):
                return call_number
    return ""


def _with_runs(holdings: dict[str, Holding], runs: tuple[Run, ...]) -> tuple[Holding, ...]:
    """Each run with the 852 that shares its link number; one without such a twin goes to the first holding."""
    if not runs or not holdings:
        return tuple(map(_with_stretches, holdings.values()))
    texts: dict[str, list[str]] = {}
    for run in runs:
        twin = next((key for key in holdings if run.link and key.startswith(f"{run.link}\0")), next(iter(holdings)))
        texts.setdefault(twin, []).append(run.text)
    return tuple(
        _with_stretches(
            replace(holding, run="; ".join(dict.fromkeys([*filter(None, [holding.run]), *texts[key]])))
            if key in texts
            else holding
        )
        for key, holding in holdings.items()
    )


def _with_stretches(holding: Holding) -> Holding:
    return replace(holding, stretches=parse_run(holding.run)) if holding.run else holding
