"""What padu.toml says of how a partner's table is read."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator


class TableForm(BaseModel):
    """How a table is written, and what its columns are; what isn't given is found out from the table itself."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    delimiter: str = ""
    encoding: str = ""
    header: bool | None = None
    sheet: str = ""
    columns: Mapping[str, Any] = Field(default_factory=dict)

    @field_validator("delimiter", mode="before")
    @classmethod
    def _check_delimiter(cls, value: object) -> object:
        if not isinstance(value, str) or len(value) > 1:
            raise ValueError(r'it has to be the one sign between the cells: ",", ";", "|", or "\t" for a tab')
        return value

    @field_validator("header", mode="before")
    @classmethod
    def _check_header(cls, value: object) -> object:
        if value is not None and not isinstance(value, bool):
            raise ValueError(
                "it has to be true where the table has a header, in whichever row, since that is found, or false where "
                "it has none; both without quotation marks"
            )
        return value

    @field_validator("columns", mode="before")
    @classmethod
    def _check_columns(cls, value: object) -> object:
        if isinstance(value, Mapping):
            return value
        raise ValueError('it has to be a table: [partner.columns], and below it one line for each field: title = "…"')


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
