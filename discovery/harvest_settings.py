"""What padu.toml says of harvesting: how partners' addresses are visited, and what of them one run may take out."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from discovery.setting_forms import form

# Letters that OAI-PMH allows in a metadataPrefix; a setSpec has ":" between its levels:
# https://www.openarchives.org/OAI/openarchivesprotocol.html#MetadataNamespaces
_Prefix = Annotated[str, form(r"[\w.!~*'()-]*", 'a prefix is one word, as "marcxml" or "oai_dc"')]
_Set = Annotated[str, form(r"[\w.!~*'():-]*", 'a set is one word, with ":" between its levels; ListSets gives them')]


class HarvestSettings(BaseModel):
    """[harvest]: `contact` is an e-mail address that partners may write to; `folder` holds what was fetched."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    contact: str = ""
    folder: str = "padu-data/harvest"


class AddressSettings(BaseModel):
    """The part of a [[partner]] that is about fetching; `prefix`, `set` and `compare_days` belong to OAI-PMH.

    `max_deleted` is the largest share of its records that one run takes out without being asked to. `password_env`
    names the variable that holds the password. `pause` and `timeout` are seconds.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_deleted: float = Field(default=0.1, ge=0, le=1)
    prefix: _Prefix = ""
    set: _Set = ""
    compare_days: int | None = Field(default=None, ge=0)
    user: str = ""
    password_env: str = ""
    pause: float = Field(default=1.0, ge=0, le=60)
    timeout: float = Field(default=60.0, gt=0, le=600)
    private: bool = False
