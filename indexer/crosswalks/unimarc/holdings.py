"""995, 952, 930, 899 and 852 → which library has the thing, where, and how many; 955 → its runs."""

from discovery.catalog.holding import Holding
from indexer.crosswalks.marc.copy_numbers import map_copy_numbers as map_numbers
from indexer.crosswalks.marc.fields import MarcFields
from indexer.crosswalks.marc.holdings import CopyFields
from indexer.crosswalks.marc.holdings import map_holdings as map_copies
from indexer.crosswalks.marc.layouts import LAYOUTS, Layout
from indexer.crosswalks.marc.runs import Run
from indexer.crosswalks.unimarc.title import without_marks
from indexer.partners import LibraryRule


def map_runs(marc: MarcFields) -> tuple[Run, ...]:
    """955 $r, the French union catalogue's words for what a library has of a serial.

    $5 ties it to the 930 with the same $5, $9 to the library (https://documentation.abes.fr/guide/).
    """
    return tuple(
        Run(field.get("5") or field.get("9"), text)
        for field in marc.get("955")
        for value in field.all("r")
        if (text := without_marks(value).strip(" ,;"))
    )


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
    runs=map_runs,
    links="5b",
)


def map_holdings(marc: MarcFields, *, partner: str, rule: LibraryRule) -> tuple[Holding, ...]:
    """One holding for each library, branch, shelf and shelf mark, by the same rules as in MARC 21."""
    return map_copies(marc, partner=partner, rule=rule, fields=_COPIES)


def map_copy_numbers(marc: MarcFields, *, rule: LibraryRule) -> tuple[str, ...]:
    """The copies' barcodes and numbers of inventories, likewise."""
    return map_numbers(marc, rule=rule, fields=_COPIES)
