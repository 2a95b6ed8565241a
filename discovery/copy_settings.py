"""[partner.copies] of padu.toml: where a partner's system keeps its copies."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict

from discovery.setting_forms import form

MarcTag = Annotated[str, form(r"[0-9A-Z]{3}", 'a field of MARC has three digits, as "952"')]
MarcCode = Annotated[str, form(r"[0-9a-z]?", "a subfield is one small letter or digit, without $")]
MarcCodes = Annotated[str, form(r"[0-9a-z]*", 'subfields are small letters and digits, as "kl"')]


class CopySettings(BaseModel):
    """The MARC field that holds one copy each time it occurs, and the subfields for what it says.

    `status` may name several subfields ("kl"); `number` is a copy's barcode or number in the inventory.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    field: MarcTag
    library: MarcCode = ""
    branch: MarcCode = ""
    shelf: MarcCode = ""
    call_number: MarcCode = ""
    note: MarcCode = ""
    run: MarcCode = ""
    status: MarcCodes = ""
    number: MarcCode = ""
