"""JUDUL, ANAK JUDUL, JILID and the statement of responsibility → the title."""

import re

from discovery.catalog.names import without_email
from discovery.catalog.punctuation import trim_brackets, trim_isbd, trim_leading_isbd
from discovery.catalog.record import Title
from indexer.crosswalks.table.fields import TableFields

# A table has one cell for what ISBD writes as "Title : rest / responsibility", and people type its marks into it.
_SUBTITLE = re.compile(r"\s+:\s*|(?<=[^\W\d_]):\s+")


def map_title(row: TableFields) -> Title | None:
    """The title with its ISBD parts taken apart, or None when the row names nothing.

    https://www.ifla.org/references/best-practice-for-national-bibliographic-agencies-in-a-digital-age/resource-description-and-standards/bibliographic-control/isbd/
    """
    main = row.text("title")
    responsibility = row.text("responsibility")
    if " / " in main:
        main, _, stated = main.partition(" / ")
        responsibility = responsibility or stated
    main = main.partition(" = ")[0]
    subtitle = row.text("subtitle")
    if not subtitle:
        main, *rest = _SUBTITLE.split(main, maxsplit=1)
        subtitle = rest[0] if rest else ""
    main, subtitle = trim_leading_isbd(trim_isbd(main)), trim_leading_isbd(trim_isbd(subtitle))
    if not any(map(str.isalnum, main)):
        main, subtitle = subtitle, ""
    if not any(map(str.isalnum, main)):
        return None
    if main.startswith("[") and main.endswith("]"):
        main = trim_brackets(main)
    part = trim_isbd(row.text("part"))
    if part.isdecimal():
        part = f"Jilid {part}"
    return Title(main, subtitle, (part,) if part else (), trim_isbd(without_email(responsibility)))
