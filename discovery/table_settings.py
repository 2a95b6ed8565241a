"""What padu.toml says of how a partner's table is read."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class TableSettings(BaseModel):
    """The part of a [[partner]] that belongs to tables; what isn't given is found out from the table itself.

    `copies_source` is for a system that writes titles and copies into tables of their own: where those of copies are.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    rows: Literal["titles", "copies"] | None = None
    delimiter: str = Field(default="", max_length=1)
    encoding: str = ""
    header: bool | None = None
    sheet: str = ""
    copies_source: str = ""
    columns: Mapping[str, Any] = Field(default_factory=dict)
