"""In which field of their own a partner's MARC records keep copies, guessed from what it holds, for the settings.

Tags above 900 and Aleph's of letters are everybody's: a guess is told by a dry run, and only settings make use of it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from discovery.counting import counted
from indexer.crosswalks.marc.fields import MarcFields
from indexer.formats import marc_within, reading_of
from indexer.readers.iso2709 import Unreadable
from indexer.report import SourceRecord

# Fewer records, or a field in fewer of them, tell nothing.
_ENOUGH: Final = 20
_SHARE: Final = 0.5
_LOOKED_AT: Final = 500
_CLASSES: Final = ("082", "084", "090", "092", "099", "050", "060", "080", "675", "676", "680", "686")
_CLASS_LENGTH: Final = 3
_NUMBER: Final = re.compile(r"(?=\D*\d)[^\W_][\w./-]{2,29}")
# INDOMARC's field for the numbers in the inventory, where a library may have one copy of everything.
_INVENTORY: Final = "990"
# Of what stands for places there are few, and they have letters.
_FEW: Final = 40
_SHOWN: Final = 3


@dataclass(slots=True)
class _Local:
    """What the fields of one tag hold: by code the values, and how many of them begin with a class of their record."""

    records: int = 0
    fields: int = 0
    values: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    classed: Counter[str] = field(default_factory=Counter)


def copies_guessed(sources: Iterable[SourceRecord]) -> tuple[str, ...]:
    """What `suggested_copies` says of the first records that came; nothing of what isn't MARC."""
    return suggested_copies(_read(islice(sources, _LOOKED_AT)))


def _read(sources: Iterable[SourceRecord]) -> Iterator[MarcFields]:
    for source in sources:
        if source.format == "table":
            return
        try:
            marc = marc_within(reading_of(source))
        except Unreadable:
            continue
        if marc is not None:
            yield marc


def suggested_copies(records: Iterable[MarcFields]) -> tuple[str, ...]:
    """A sentence, and the lines of settings that would read the copies; () where no field looks as if it held any."""
    found: dict[str, _Local] = defaultdict(_Local)
    total = 0
    for marc in records:
        total += 1
        for tag in marc.tags:
            if tag[:1] == "9" or not tag.isdigit():
                _note(found[tag], marc, tag)
    guesses = [
        (bool(mark), bool(number), local.records, tag, mark, number)
        for tag, local in found.items()
        if local.records >= max(_ENOUGH, total * _SHARE)
        for mark, number in (_guessed(tag, local),)
        if mark or number
    ]
    if not guesses:
        return ()
    *_, tag, mark, number = max(guesses)
    return (
        f"No copies were found, but field {tag} may hold them, in {found[tag].records:,} of "
        f"{counted(total, 'record')}. If so, put this below its [[partner]] in padu.toml:",
        *_lines(tag, mark, number, found[tag]),
    )


def _note(local: _Local, marc: MarcFields, tag: str) -> None:
    own = _plain(marc.control("001"))
    classes = [
        key for each in _CLASSES for named in marc.get(each) if len(key := _plain(named.get("a"))) >= _CLASS_LENGTH
    ]
    local.records += 1
    for source in marc.get(tag):
        local.fields += 1
        for code in {code for code, _ in source.subfields}:
            value = source.get(code)
            if own and own in _plain(value):
                continue  # the record's own number, and no copy's
            local.values[code].append(value)
            local.classed[code] += any(map(_plain(value).startswith, classes))


def _plain(value: str) -> str:
    return "".join(filter(str.isalnum, value)).casefold()


def _guessed(tag: str, local: _Local) -> tuple[str, str]:
    """The subfields with the shelf mark and with the copy's number, or "" for one or both.

    Numbers alone tell copies only where a record has several of them now and then.
    """
    marks = [code for code in local.values if local.classed[code] >= local.fields * _SHARE]
    mark = max(marks, key=lambda code: local.classed[code], default="")
    numbers = [code for code in sorted(local.values) if code != mark and _are_numbers(local.values[code], local.fields)]
    is_told = bool(mark) or tag == _INVENTORY or local.fields > local.records
    return mark, numbers[0] if numbers and is_told else ""


def _are_numbers(values: Sequence[str], fields: int) -> bool:
    """Whether nearly every field has one, and nearly none is there twice."""
    fit = sum(map(bool, map(_NUMBER.fullmatch, values)))
    return fit >= 0.9 * fields and len(set(values)) >= 0.98 * len(values)


def _lines(tag: str, mark: str, number: str, local: _Local) -> list[str]:
    known = [(name, code) for name, code in (("call_number", mark), ("number", number)) if code]
    lines = ["[partner.copies]", f'field = "{tag}"']
    lines += [_line(f'{name} = "{code}"', _commonest(local.values[code])) for name, code in known]
    for code in sorted(set(local.values) - {mark, number}):
        if _are_places(local.values[code], local.fields):
            said = f"or library, branch, status? {_commonest(local.values[code])}"
            lines.append(_line(f'# shelf = "{code}"', said))
    return lines


def _are_places(values: Sequence[str], fields: int) -> bool:
    lettered = sum(any(map(str.isalpha, value)) for value in values)
    return (
        len(values) >= fields * _SHARE and len(set(values)) <= min(_FEW, fields // 5) and lettered >= 0.8 * len(values)
    )


def _line(setting: str, comment: str) -> str:
    return f"{setting:<36} # {comment}"


def _commonest(values: Sequence[str]) -> str:
    return ", ".join(value[:30] for value, _ in Counter(values).most_common(_SHOWN))
