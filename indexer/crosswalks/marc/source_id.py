"""001: the partner's own number for its record."""

from indexer.crosswalks.marc.fields import MarcFields


def source_id_of(marc: MarcFields) -> str | None:
    """001 without blanks around it: https://www.loc.gov/marc/bibliographic/bd001.html.

    001 isn't repeatable; where it is repeated, the first that says anything counts. None when the record has no
    number of its own: the caller then keys it by its content.
    """
    return next((number for each in marc.controls("001") if (number := " ".join(each.split()))), None)
