"""One MARC 21 holdings record → one `HoldingsRecord`: https://www.loc.gov/marc/holdings/"""

from discovery.catalog.holdings_record import HoldingsRecord
from discovery.catalog.ids import record_id
from indexer.crosswalks.marc.control_numbers import own_reference, references_of_holdings, system_numbers
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.marc.holdings import map_holdings
from indexer.partners import LibraryRule

NO_RECORD = "this holdings record says not whose holdings it has: write the bibliographic record's 001 into 004."


def map_holdings_record(marc: MarcFields, *, partner: str, source_id: str, rule: LibraryRule) -> HoldingsRecord | str:
    """What it holds, by the rules of a bibliographic record's own 852 and 863-868, and which records describe it.

    Those that 004 and 014 name, or Evergreen's 901. Without either, one whose number stands in 035, or else the one
    that has the same 001, as in what SirsiDynix exports: see `indexer.crosswalks.marc.control_numbers`.
    """
    own, references = own_reference(marc), references_of_holdings(marc)
    others = () if references else system_numbers(marc)
    if not own.number and not references and not others:
        return NO_RECORD
    return HoldingsRecord(
        id=record_id(partner, "holdings", source_id),
        partner=partner,
        source_id=source_id,
        own=own,
        references=references,
        system_numbers=others,
        holdings=map_holdings(marc, partner=partner, rule=rule),
    )
