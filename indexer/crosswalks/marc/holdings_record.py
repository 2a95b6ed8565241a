"""One MARC 21 holdings record → one `HoldingsRecord`: https://www.loc.gov/marc/holdings/"""

from collections.abc import Iterable

from discovery.catalog.holdings_record import HoldingsRecord
from discovery.catalog.ids import record_id
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.marc.holdings import map_holdings
from indexer.partners import LibraryRule

NO_RECORD = "this holdings record says not whose holdings it has: write the bibliographic record's 001 into 004."


def map_holdings_record(marc: MarcFields, *, partner: str, source_id: str, rule: LibraryRule) -> HoldingsRecord | str:
    """What it holds, by the rules of a bibliographic record's own 852 and 863-868, and which records describe it.

    004 is the number of the describing record (hd004.html), 014 $a that of each other thing bound in one volume with it
    (hd014.html). Without either, its own 001 is that record's too, as in what SirsiDynix and Evergreen export.
    """
    describing = _plain([*marc.controls("004"), *(number for field in marc.get("014") for number in field.all("a"))])
    own = _plain(marc.controls("001"))
    if not describing and not own:
        return NO_RECORD
    return HoldingsRecord(
        id=record_id(partner, "holdings", source_id),
        partner=partner,
        source_id=source_id,
        numbers=own,
        describing=describing,
        holdings=map_holdings(marc, partner=partner, rule=rule),
    )


def _plain(numbers: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain for number in numbers if (plain := " ".join(number.split()))))
