"""852 and the copy fields of local systems → which library has the thing, where, and how many."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from discovery.catalog.holding import Holding, Link
from discovery.catalog.runs import parse_run
from indexer.crosswalks.marc.call_numbers import call_number_of
from indexer.crosswalks.marc.copies import Place, by_place, volumes_text, with_items
from indexer.crosswalks.marc.fields import Field, MarcFields
from indexer.crosswalks.marc.items import Copy, copy_of
from indexer.crosswalks.marc.layouts import LAYOUTS, Layout, is_copy, layout_of
from indexer.crosswalks.marc.links import web_address
from indexer.crosswalks.marc.runs import Run, map_runs
from indexer.crosswalks.marc.shelves import MOST_COPIES, copy_of_852
from indexer.crosswalks.statuses import counted
from indexer.partners import LibraryRule


@dataclass(frozen=True, slots=True)
class CopyFields:
    """Where a format keeps copies: the kinds of copy field in the order of trust, the fields and subfields that may
    hold the shelf mark of a record without any, and whether 852 is MARC 21's. `runs` reads what a library has of a
    serial, and `links` are the subfields of a copy field that may say which run is its own.
    """

    layouts: tuple[Layout, ...]
    call_numbers: tuple[tuple[str, str], ...]
    has_852: bool = False
    runs: Callable[[MarcFields], tuple[Run, ...]] = map_runs
    links: str = "8"


# INDOMARC's shelf mark is 084.
MARC21: Final = CopyFields(
    LAYOUTS,
    (("090", "ab"), ("099", "ab"), ("092", "ab"), ("096", "ab"), ("098", "a"), ("084", "ab"), ("050", "ab")),
    has_852=True,
)
_CONTINUING: Final = "sib"


def map_holdings(
    marc: MarcFields, *, partner: str, rule: LibraryRule, fields: CopyFields = MARC21
) -> tuple[Holding, ...]:
    """One holding for each library, branch, shelf and shelf mark.

    852 ($a $b place, $c shelf, $h $i $j $k $m shelf mark, $z note: https://www.loc.gov/marc/holdings/hd852.html) with
    the copy fields that Koha (952), SirsiDynix (949, 999), Sierra (945) and the recommandation (995) write, or the one
    that padu.toml names. Copies withdrawn, lost, missing, cancelled or suppressed are no holdings; those on loan, on
    order, damaged and the like are, and say so. $x is private. A record without any such field is the catalogue's own
    word that its library has the thing; one whose copies are all gone has no owner.
    """
    for field in marc.get("942"):
        if field.get("n") == "1":
            return ()
    described, places = _places(marc, rule, fields)
    if not described:
        return (_whole(marc, partner, rule, fields),)
    holdings = [(place, _holding(place, marc, partner, rule)) for place in places]
    if any(not each.call_number for _, each in holdings) and _inherits(marc, rule, fields):
        mark = call_number_of(marc, fields.call_numbers)
        holdings = [(place, replace(each, call_number=each.call_number or mark)) for place, each in holdings]
    return _with_runs(holdings, fields.runs(marc), fields.links)


def _inherits(marc: MarcFields, rule: LibraryRule, fields: CopyFields) -> bool:
    """Whether copies that bear no mark of their own have the record's."""
    if rule.copies is not None:
        return not rule.copies.call_number
    return any(is_copy(field, each) for each in fields.layouts if each.inherits for field in marc.get(each.tag))


@lru_cache(maxsize=64)
def _statuses(told: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return dict(told)


@lru_cache(maxsize=64)
def _ordered(layouts: tuple[Layout, ...], rule: LibraryRule) -> tuple[Layout, ...]:
    """The kinds of copy field beside 852: the partner's own first, then the one that names the library."""
    own = [layout_of(rule.copies)] if rule.copies is not None else []
    named = [layout for layout in layouts if layout.tag == rule.field[:3]]
    return tuple(dict.fromkeys((*own, *named, *layouts)))


def _places(marc: MarcFields, rule: LibraryRule, fields: CopyFields) -> tuple[bool, list[Place]]:
    """Whether the record has copy fields at all, and the places where copies still are.

    Items that padu.toml names are trusted before 852, others only beside it: see `with_items`.
    """
    volumes = marc.leader[7] in _CONTINUING
    shelves: list[Place] | None = None
    if fields.has_852 and (found := [field for field in marc.get("852") if field.subfields]):
        shelves = by_place([(field, copy_of_852(field, _statuses(rule.statuses))) for field in found], volumes=volumes)
    for layout in _ordered(fields.layouts, rule) if rule.field or rule.copies else fields.layouts:
        if found := [field for field in marc.get(layout.tag) if is_copy(field, layout)]:
            copies = [(field, copy_of(field, layout, _statuses(rule.statuses))) for field in found]
            items = by_place(copies, volumes=volumes)
            if shelves is None or layout.tag == rule.field[:3]:
                return True, items
            lost = {copy.branch for _, copy in copies} - {place.copy.branch for place in items}
            together = with_items(shelves, items, lost)
            apart = items if rule.copies is not None else shelves
            return True, apart if together is None else together
    return shelves is not None, shelves or []


def _holding(place: Place, marc: MarcFields, partner: str, rule: LibraryRule) -> Holding:
    copy, field = place.copy, place.fields[0]
    library, branch = _library(field, copy, marc, partner, rule)
    return Holding(
        library,
        branch,
        copy.shelf,
        copy.call_number,
        min(place.copies, MOST_COPIES),
        volumes_text(place.runs) if place.runs else "",
        copy.note,
        _links(field),
        statuses=counted(place.statuses) if place.statuses else (),
    )


def _links(field: Field) -> tuple[Link, ...]:
    """$u of MARC 21's 852 and of Koha's 952."""
    if field.tag not in ("852", "952"):
        return ()
    return tuple(Link(url) for value in field.all("u") if (url := web_address(value)))


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
    runs = fields.runs(marc)
    run = "; ".join(dict.fromkeys([run.text for run in runs])) if runs else ""
    stretches = parse_run(run) if run else ()
    note = "; ".join(dict.fromkeys([each.note for each in runs if each.note])) if runs else ""
    return Holding(library, branch, "", call_number_of(marc, fields.call_numbers), 0, run, note, stretches=stretches)


def _with_runs(places: list[tuple[Place, Holding]], runs: tuple[Run, ...], codes: str) -> tuple[Holding, ...]:
    """Each run with the copy field that shares its link; one without such a twin goes to the first holding.

    What the fields for runs say takes the place of volumes gathered from shelf marks, and stands behind the runs that
    copies name themselves.
    """
    told: dict[int, list[Run]] = {}
    links = [{value.partition(".")[0] for value in place.fields[0].all(codes)} for place, _ in places] if runs else []
    for run in runs if places else ():
        twin = next((at for at, own in enumerate(links) if run.link and run.link in own), 0)
        told.setdefault(twin, []).append(run)
    held = []
    for number, (place, holding) in enumerate(places):
        if number in told:
            own = [holding.run] if place.copy.run else []
            texts = dict.fromkeys([*own, *(run.text for run in told[number])])
            notes = dict.fromkeys(filter(None, [holding.note, *(run.note for run in told[number])]))
            holding = replace(holding, run="; ".join(texts), note="; ".join(notes))
        held.append(replace(holding, stretches=parse_run(holding.run)) if holding.run else holding)
    return tuple(held)
