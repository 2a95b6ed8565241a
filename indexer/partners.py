"""A partner as the pipeline needs it: which library it speaks for, and how its records are to be read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from discovery.errors import NotFound
from discovery.unfit_settings import Given
from indexer.access import Access, OaiRules
from indexer.tables.rules import TableRules

Format = Literal["marc21", "marcxml", "unimarc", "marcjson", "oai", "dc", "mods", "mets", "table"]
Mode = Literal["full", "delta"]
Share = Literal["full", "brief", "none"]

# After so many days what a partner has is to be warned of, unless its [[partner]] says otherwise.
STALE_AFTER = 180


@dataclass(frozen=True, slots=True)
class CopyRule:
    """The MARC field in which a partner keeps its copies, and which of its subfields says what; "" for none."""

    field: str
    library: str = ""
    branch: str = ""
    shelf: str = ""
    call_number: str = ""
    note: str = ""
    run: str = ""
    status: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class LibraryRule:
    """How a record's holdings find their library, and where the partner keeps its copies.

    Either every holding belongs to `library`, or the code stands in `field` ("852$b", in a table a column) and `codes`
    translates the partner's codes into the cooperation's. A code that `codes` doesn't have falls back to `library` if
    that is given, else the holding keeps the partner's code as branch and belongs to a library named like the partner.
    `copies_field` is the column that says so in a table of copies which stands apart, where it is another. `copies` is
    the partner's own copy field, and `statuses` translates what it says of copies (a value, or subfield and
    value as in "7=2") into what `indexer.crosswalks.statuses` knows.
    """

    library: str = ""
    field: str = ""
    codes: tuple[tuple[str, str], ...] = ()
    copies: CopyRule | None = None
    statuses: tuple[tuple[str, str], ...] = ()
    copies_field: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """One [[partner]] of padu.toml, checked. `source` and `deletions` are absolute paths, globs or URLs.

    `everything` asks for a source whole that otherwise gives what changed; `allow_deletions` lets a run take out more
    than the share `max_deleted`. `given` are those of its settings that only some formats take. `is_library` says that
    padu.toml describes a library of this code.
    """

    code: str
    source: str
    format: Format | None
    libraries: LibraryRule
    mode: Mode = "full"
    deletions: str = ""
    share: Share = "full"
    tolerance: float = 0.02
    stale_after: int = STALE_AFTER
    table: TableRules = field(default_factory=TableRules)
    access: Access = field(default_factory=Access)
    oai: OaiRules = field(default_factory=OaiRules)
    max_deleted: float = 0.1
    everything: bool = False
    allow_deletions: bool = False
    given: Given = ()
    is_library: bool = True


def chosen_partners(partners: tuple[Partner, ...], codes: Sequence[str]) -> tuple[Partner, ...]:
    """The partners with these codes, or all. Raises NotFound with the codes there are."""
    known = {partner.code: partner for partner in partners}
    unknown = [code for code in codes if code not in known]
    if unknown:
        raise NotFound(f"There is no partner {unknown[0]!r}; padu.toml has {', '.join(sorted(known)) or 'none'}.")
    if not known:
        raise NotFound("padu.toml has no [[partner]] yet; README.md shows how to add one.")
    return tuple(known[code] for code in codes) if codes else partners
