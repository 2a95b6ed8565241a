"""995, 952, 930, 899 and 852 → which library has the thing, where, and how many."""

from discovery.catalog.holding import Holding
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.marc.holdings import CopyFields
from indexer.crosswalks.marc.holdings import map_holdings as map_copies
from indexer.crosswalks.marc.items import LAYOUTS, Layout
from indexer.partners import LibraryRule

# 930 is where the French union catalogue keeps library ($b), shelf ($c) and mark ($a); 899 where the Italian one keeps
# its libraries ($1) and their marks ($2).
_COPIES = CopyFields(
    layouts=(
        *(layout for layout in LAYOUTS if layout.tag in ("995", "952")),
        Layout("930", "b", "b", "c", "a", ("ba", "bc")),
        Layout("899", "1", "1", "l", "2", ("12", "1f")),
        Layout("899", "a", "b", "c", "j", ("aj", "ab")),
        Layout("852", "a", "b", "c", "j", ("aj", "bj", "ac", "bc")),
    ),
    call_numbers=(("090", "a"), ("930", "a")),
)


def map_holdings(marc: MarcFields, *, partner: str, rule: LibraryRule) -> tuple[Holding, ...]:
    """One holding for each library, branch, shelf and shelf mark, by the same rules as in MARC 21."""
    return map_copies(marc, partner=partner, rule=rule, fields=_COPIES)
