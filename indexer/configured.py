"""What padu.toml and matching.toml say, as the pipeline needs it."""

from discovery.settings import Settings
from indexer.match.decisions import FILE as DECISIONS
from indexer.match.decisions import Decisions, read_decisions
from indexer.partner_entries import partner_of
from indexer.partners import Partner


def partners_of(settings: Settings) -> tuple[Partner, ...]:
    """The [[partner]] entries as the pipeline needs them, with sources counted from padu.toml's folder."""
    libraries = {library.code for library in settings.library}
    return tuple(
        partner_of(each, settings.harvest, folder=settings.folder, site=settings.site.url, libraries=libraries)
        for each in settings.partner
    )


def decisions_of(settings: Settings) -> Decisions:
    """What librarians decided on pairs of records, in matching.toml beside padu.toml."""
    return read_decisions(settings.folder / DECISIONS)
