"""From settings to how a partner's address is visited."""

import os
from importlib.metadata import version
from pathlib import Path

from discovery.harvest_settings import AddressSettings, HarvestSettings
from indexer.access import Access, OaiRules


def access_of(code: str, entry: AddressSettings, harvest: HarvestSettings, *, folder: Path, site: str) -> Access:
    """How the partner with this code is visited. `folder` is padu.toml's, `site` the address of our own."""
    variable = entry.password_env
    mail = f"; mailto:{harvest.contact}" if harvest.contact else ""
    return Access(
        folder=folder / harvest.folder / code,
        user_agent=f"Padu/{version('padu')} (+{site}{mail})",
        contact=harvest.contact,
        user=entry.user,
        password=os.environ.get(variable, "") if variable else "",
        lacking="" if variable in os.environ else variable,
        pause=entry.pause,
        timeout=entry.timeout,
        private=entry.private,
    )


def oai_rules_of(entry: AddressSettings) -> OaiRules:
    """What the partner's provider of OAI-PMH is asked for."""
    return OaiRules(prefix=entry.prefix, set=entry.set, compare_days=entry.compare_days)


def located(source: str, folder: Path) -> str:
    """A source as it stands if it is an address, else counted from padu.toml's folder."""
    return source if "://" in source else str(folder / source)
