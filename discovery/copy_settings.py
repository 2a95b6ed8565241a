"""[partner.copies] of padu.toml: where a partner's system keeps its copies."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

MarcCode = Annotated[str, Field(pattern=r"^[0-9a-z]?$")]


class CopySettings(BaseModel):
    """The MARC field that holds one copy each time it occurs, and the subfields for what it says.

    `status` may name several subfields ("kl").
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    field: str = Field(pattern=r"^[0-9A-Z]{3}$")
    library: MarcCode = ""
    branch: MarcCode = ""
    shelf: MarcCode = ""
    call_number: MarcCode = ""
    note: MarcCode = ""
    run: MarcCode = ""
    status: str = Field(default="", pattern=r"^[0-9a-z]*$")
