"""852, 945, 949, 952, 995 and 999 → barcodes and inventory numbers of copies, by which they are found."""

from typing import Final

from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.marc.holdings import MARC21, CopyFields
from indexer.crosswalks.marc.layouts import is_copy, layout_of
from indexer.crosswalks.marc.shelves import barcodes_of_852
from indexer.partners import LibraryRule

# No book has so many copies; what has is damage.
_MOST: Final = 2_000


def map_copy_numbers(marc: MarcFields, *, rule: LibraryRule, fields: CopyFields = MARC21) -> tuple[str, ...]:
    """Each number once, of copies that are gone too: somebody may have one of them in hand.

    Koha's $p and $i, SirsiDynix's and Sierra's $i, the recommandation's $f, $p of 852 (https://www.loc.gov/marc/holdings/hd852.html),
    and the subfield that padu.toml names.
    """
    found: dict[str, None] = {}
    own = (layout_of(rule.copies),) if rule.copies is not None else ()
    for layout in (*own, *fields.layouts):
        for field in marc.get(layout.tag) if layout.numbers else ():
            if is_copy(field, layout):
                found.update(dict.fromkeys(field.all(layout.numbers)))
    if fields.has_852:
        for field in marc.get("852"):
            found.update(dict.fromkeys(barcodes_of_852(field)))
    return tuple(found)[:_MOST] if found else ()
