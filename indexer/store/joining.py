"""A bibliographic record and its holdings records, as one record that says what its partner holds."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from discovery.catalog.holding import CopyStatus, Holding
from discovery.catalog.record import Record
from indexer.store.holdings import Belonging
from indexer.store.packing import unpack_holdings


def with_holdings(record: Record, belonging: Sequence[Belonging]) -> Record:
    """The record with what its holdings records say.

    A holding that names no place, shelf or copy is only the catalogue's own word that its library has the thing; where
    holdings records speak for that library, their word stands instead. So it does where nobody named the library,
    and it is called after the partner: of a consortium's records without an 852 others say who has it. A holdings
    record for a shelf of which the record itself lists the copies, volume by volume perhaps, tells the run of all of
    those.
    """
    told = [
        replace(holding, confirmed=each.confirmed)
        for each in belonging
        for holding in unpack_holdings(each.mapped).holdings
    ]
    libraries = {record.partner, *(holding.library for holding in told)}
    assumed = [holding for holding in record.holdings if _is_assumed(holding)]
    own = [each for each in record.holdings if each not in assumed or (told and each.library not in libraries)]
    united: list[Holding] = []
    for holding in told:
        copies = [each for each in own if _is_one_shelf(each, holding)]
        own = [each for each in own if each not in copies]
        united.append(_with_copies(holding, copies) if copies else _with_mark(holding, assumed))
    return replace(record, holdings=(*united, *own))


def _is_assumed(holding: Holding) -> bool:
    return not (holding.branch or holding.shelf or holding.copies or holding.note or holding.links)


def _is_one_shelf(copies: Holding, told: Holding) -> bool:
    """Whether copies in a bibliographic record stand on the shelf of a holdings record that doesn't count them."""
    if (copies.library, copies.branch, copies.shelf) != (told.library, told.branch, told.shelf) or told.copies:
        return False
    return _plain(copies.call_number).startswith(_plain(told.call_number))


def _plain(call_number: str) -> str:
    return "".join(filter(str.isalnum, call_number)).casefold()


def _with_copies(told: Holding, copies: Sequence[Holding]) -> Holding:
    first = copies[0]
    states = Counter[CopyStatus]()
    for each in copies:
        states.update(dict(each.statuses))
    return replace(
        told,
        call_number=told.call_number or first.call_number,
        copies=sum(each.copies for each in copies),
        statuses=tuple(states.items()),
        run=told.run or first.run,
        stretches=told.stretches if told.run else first.stretches,
        note="; ".join(dict.fromkeys(filter(None, (first.note, told.note)))),
        links=first.links or told.links,
    )


def _with_mark(holding: Holding, assumed: Iterable[Holding]) -> Holding:
    """With the bibliographic record's own shelf mark, where the holdings record has none."""
    mark = next((each.call_number for each in assumed if each.library == holding.library and each.call_number), "")
    return replace(holding, call_number=mark) if mark and not holding.call_number else holding
