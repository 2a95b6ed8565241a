"""How a partner's address is visited, and what of it may be said."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit


@dataclass(frozen=True, slots=True)
class Access:
    """What an address of a partner is visited with.

    `folder` is this partner's own: what was fetched is kept there, and how far a harvest has come. `contact` is an
    e-mail address that a provider may write to. `pause` and `timeout` are seconds, the first between requests, the
    second the longest silence. `private` says that the address may be one of this machine or network. `lacking` is
    the variable that should hold the password and isn't there: told by who visits the address, as nobody else needs it.
    """

    folder: Path = field(default_factory=Path)
    user_agent: str = "Padu"
    contact: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    lacking: str = ""
    pause: float = 1.0
    timeout: float = 60.0
    private: bool = False


@dataclass(frozen=True, slots=True)
class OaiRules:
    """What a provider of OAI-PMH is asked for.

    `prefix` is the metadata format, "" for the best that it offers; `set` restricts the harvest. After `compare_days`
    a harvest of what changed also compares all identifiers; None leaves that to how the provider keeps deletions.
    """

    prefix: str = ""
    set: str = ""
    compare_days: int | None = None

    def said(self) -> str:
        """The name of the first of them that padu.toml gives, "" where it gives none."""
        given = (
            ("prefix", bool(self.prefix)),
            ("set", bool(self.set)),
            ("compare_days", self.compare_days is not None),
        )
        return next((name for name, there in given if there), "")


def is_address(source: str) -> bool:
    """Whether a source is an address of the web, not a file."""
    return source.lower().startswith(("http://", "https://"))


def shown(url: str) -> str:
    """The address without user, password and query, any of which may be a secret."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
