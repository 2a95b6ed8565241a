"""ISOPAC, OPAC_HIDE → whether a library shows a title, or a copy, to the public: what it hides isn't shown here.

INLISLite writes ISOPAC, 1 for what its catalogue for readers has, of titles and of copies; SLiMS writes opac_hide, 1
for what it leaves out there (https://github.com/slims/slims9_bulian, table biblio).
"""

from indexer.crosswalks.table.fields import TableFields

HIDDEN = (
    "the library hides it from the public in its own catalogue ({column}); to show it here, change that there, or "
    "leave the column out."
)
_NO = frozenset({"0", "no", "tidak", "n", "t", "false", "f"})
_YES = frozenset({"1", "yes", "ya", "y", "true"})


def hidden_by(fields: TableFields) -> str:
    """The column by which a row is hidden, "" for one that isn't."""
    shown = (column for column, text in fields.said("public") if text.strip().casefold() in _NO)
    kept = (column for column, text in fields.said("hidden") if text.strip().casefold() in _YES)
    return next(shown, "") or next(kept, "")
