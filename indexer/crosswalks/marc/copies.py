"""Copies as a record's fields give them → places: the copies of one shelf together, and an 852 with its items."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from discovery.catalog.runs import parse_run
from discovery.catalog.stretches import run_text, united_stretches
from indexer.crosswalks.marc.fields import Field
from indexer.crosswalks.marc.items import Copy

# The volume at the end of a shelf mark ("v.154 1984-1985", "Jil. 2"), where a system marks each copy of a serial.
_VOLUME = re.compile(
    r"\s+((?:v|vol|t|bd|jil|jilid|no|th|pt|ser|suppl|index)\.\s?\d.*|\d{4}(?:[-/]\d{2,4})?"
    r"|(?:jan|feb|mar|apr|may|mei|jun|jul|aug|agu|agt|sep|oct|okt|nov|dec|des)[a-z]*\.?\s?\d.*)$",
    re.IGNORECASE,
)
# Fewer volumes than this are shown as they are written.
_MANY = 3


@dataclass(slots=True)
class Place:
    """What one or more fields say of a shelf: its copies, their states, and the volumes on their shelf marks."""

    copy: Copy
    fields: list[Field] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    copies: int = 0
    runs: list[str] = field(default_factory=list)


def by_place(found: Iterable[tuple[Field, Copy]], *, volumes: bool) -> list[Place]:
    """Each place once, in the order of the record, without copies that are gone.

    `volumes` takes the volume off shelf marks and keeps it as run. A second field for one place that counts nothing is
    one more copy all the same.
    """
    places: dict[tuple[str, str, str, str], Place] = {}
    for source, copy in found:
        if copy.status == "gone":
            continue
        run = copy.run
        if volumes and not run and (mark := _VOLUME.search(copy.call_number)):
            copy, run = copy._replace(call_number=copy.call_number[: mark.start()]), mark[1]
        key = (copy.library, copy.branch, copy.shelf, copy.call_number)
        place = places.get(key)
        if place is None:
            places[key] = place = Place(copy, [source], copies=copy.counted)
        else:
            place.fields.append(source)
            place.copies = place.copies + copy.counted or 2
        if run:
            place.runs.append(run)
        if copy.status:
            place.statuses.append(copy.status)
    return list(places.values())


def with_items(shelves: list[Place], items: list[Place], lost: set[str]) -> list[Place] | None:
    """What 852 and a local system's items say together; `lost` are branches of which no item is left. None where they
    name no branch alike, and so can't be told to be the same copies or others.

    An 852 is a shelf and an item a copy on it, where both name a branch alike. An 852 at a branch that has lost all its
    items is out of date. Items that name no branch are at the one 852 that tells nothing but a place.
    """
    if len(shelves) == 1 and _is_place_alone(shelves[0].copy) and not any(item.copy.branch for item in items):
        return [_at(shelves[0], item) for item in items] if lost <= {""} else None
    named = {shelf.copy.branch for shelf in shelves}
    known = [item for item in items if item.copy.branch in named]
    if not known and not named & lost:
        return None
    united: list[Place] = []
    for shelf in shelves:
        mates = [item for item in known if _is_on(item, shelf)]
        known = [item for item in known if item not in mates]
        if mates:
            united.append(_with_mates(shelf, mates))
        elif shelf.copy.branch not in lost:
            united.append(shelf)
    return united + known


def _is_place_alone(copy: Copy) -> bool:
    return bool(copy.branch) and not (copy.shelf or copy.call_number or copy.counted)


def _at(shelf: Place, item: Place) -> Place:
    place, copy = shelf.copy, item.copy
    named = copy._replace(library=place.library, branch=place.branch, note=copy.note or place.note)
    return replace(item, copy=named, fields=[*shelf.fields, *item.fields])


def volumes_text(runs: list[str]) -> str:
    """The volumes of single copies as one run, where all of them can be read; else their words, one after the other."""
    read = [parse_run(run) for run in dict.fromkeys(runs)]
    if len(read) < _MANY or not all(read):
        return ", ".join(dict.fromkeys(runs))
    return run_text(united_stretches(stretch for stretches in read for stretch in stretches))


def _is_on(item: Place, shelf: Place) -> bool:
    if (item.copy.branch, item.copy.shelf) != (shelf.copy.branch, shelf.copy.shelf):
        return False
    mark = _plain(shelf.copy.call_number)
    return not mark or _plain(item.copy.call_number).startswith(mark)


def _plain(call_number: str) -> str:
    return "".join(filter(str.isalnum, call_number)).casefold()


def _with_mates(shelf: Place, mates: list[Place]) -> Place:
    copy, mark = shelf.copy, mates[0].copy.call_number
    if len(mates) > 1:
        mark = _VOLUME.sub("", mark)  # the volumes of a set
    return Place(
        copy._replace(call_number=copy.call_number or mark, note=copy.note or mates[0].copy.note),
        shelf.fields,
        [status for mate in mates for status in mate.statuses],
        max(shelf.copies, sum(mate.copies for mate in mates)),
        shelf.runs + [run for mate in mates for run in mate.runs],
    )
