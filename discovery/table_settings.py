"""What padu.toml says of how a partner's table is read."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class TableForm(BaseModel):
    """How a table is written, and what its columns are; what isn't given is found out from the table itself."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    delimiter: str = Field(default="", max_length=1)
    encoding: str = ""
    header: bool | None = None
    sheet: str = ""
    columns: Mapping[str, Any] = Field(default_factory=dict)


class CopiesTableSettings(TableForm):
    """[partner.copies_table]: the same of a table of copies that stands apart; `library_from` is a column of it."""

    library_from: str = ""


class TableSettings(TableForm):
    """The part of a [[partner]] that belongs to tables.

    `copies_source` is for a system that writes titles and copies into tables of their own: where those of copies are.
    """

    rows: Literal["titles", "copies"] | None = None
    copies_source: str = ""
    copies_table: CopiesTableSettings | None = None

    @property
    def copies_column(self) -> str:
        """The column of a table of copies that names the library, "" where there is none."""
        return self.copies_table.library_from if self.copies_table is not None else ""
