"""A bibliographic record and its holdings records, as one record that says what its partner holds."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from discovery.catalog.holding import Holding
from discovery.catalog.record import Record
from indexer.store.holdings import Belonging
from indexer.store.packing import unpack_holdings


def with_holdings(record: Record, belonging: Sequence[Belonging]) -> Record:
    """The record with what its holdings records say.

    A holding that names no place, shelf or copy is only the catalogue's own word that its library has the thing; where
    holdings records speak for that library, their word stands instead. A holdings record for a shelf of which the
    record itself lists the copies tells the run of those copies.
    """
    told = [
        replace(holding, confirmed=each.confirmed)
        for each in belonging
        for holding in unpack_holdings(each.mapped).holdings
    ]
    libraries = {holding.library for holding in told}
    own = [
        holding
        for holding in record.holdings
        if not (_is_assumed(holding) and (holding.library in libraries or not told))
    ]
    assumed = [holding for holding in record.holdings if _is_assumed(holding)]
    united = list(own)
    for holding in told:
        at = next((number for number, known in enumerate(united) if _is_one_shelf(known, holding)), None)
        if at is None:
            united.append(_with_mark(holding, assumed))
        else:
            united[at] = _both(united[at], holding)
    return replace(record, holdings=tuple(united))


def _is_assumed(holding: Holding) -> bool:
    return not (holding.branch or holding.shelf or holding.copies or holding.note or holding.links)


def _is_one_shelf(known: Holding, told: Holding) -> bool:
    """Whether copies in a bibliographic record stand on the shelf of a holdings record that doesn't count them."""
    if (known.library, known.branch, known.shelf) != (told.library, told.branch, told.shelf) or known.confirmed:
        return False
    mark, own = _plain(told.call_number), _plain(known.call_number)
    return not told.copies and (not mark or own.startswith(mark))


def _plain(call_number: str) -> str:
    return "".join(filter(str.isalnum, call_number)).casefold()


def _both(known: Holding, told: Holding) -> Holding:
    return replace(
        told,
        call_number=told.call_number or known.call_number,
        copies=known.copies,
        statuses=known.statuses,
        run=told.run or known.run,
        stretches=told.stretches or known.stretches,
        note="; ".join(dict.fromkeys(filter(None, (known.note, told.note)))),
        links=known.links or told.links,
    )


def _with_mark(holding: Holding, assumed: Iterable[Holding]) -> Holding:
    """With the bibliographic record's own shelf mark, where the holdings record has none."""
    mark = next((each.call_number for each in assumed if each.library == holding.library and each.call_number), "")
    return replace(holding, call_number=mark) if mark and not holding.call_number else holding
