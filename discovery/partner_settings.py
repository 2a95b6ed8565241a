"""[[partner]] of padu.toml: where a catalogue comes from, what form it has, and whose copies it describes."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from discovery.catalog.holding import CopyState
from discovery.copy_settings import CopySettings
from discovery.harvest_settings import AddressSettings
from discovery.setting_forms import Code, checked_source
from discovery.table_settings import TableSettings

# A MARC field and one of its subfields.
MARC_PLACE = re.compile(r"[0-9A-Z]{3}\$[0-9a-z]")

Source = Annotated[str, AfterValidator(checked_source)]
Deletions = Annotated[str, AfterValidator(lambda source: source and checked_source(source))]


class PartnerSettings(TableSettings, AddressSettings):
    """One [[partner]].

    `library_from` is a MARC field and subfield ("852$b"), in a table a column. `copies` and `statuses` tell where its
    copies are described, and what its own words or codes for their states mean.
    """

    code: Code
    source: Source
    format: Literal["marc21", "marcxml", "unimarc", "marcjson", "oai", "dc", "mods", "mets", "table"] | None = None
    library: str = ""
    library_from: str = ""
    libraries: Mapping[str, str] = Field(default_factory=dict)
    mode: Literal["full", "delta"] = "full"
    deletions: Deletions = ""
    share: Literal["full", "brief", "none"] = "full"
    tolerance: float = Field(default=0.02, ge=0, le=1)
    schedule: str = "daily 02:30"
    stale_after: int = Field(default=180, ge=0, le=36500)
    copies: CopySettings | None = None
    statuses: Mapping[str, CopyState] = Field(default_factory=dict)

    @property
    def library_column(self) -> str:
        """`library_from` where it is a table's column, "" where it is a MARC field and subfield."""
        return "" if MARC_PLACE.fullmatch(self.library_from) else self.library_from
