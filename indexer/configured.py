"""What padu.toml and matching.toml say, as the pipeline needs it."""

from discovery.settings import Settings, load_settings
from indexer.match.decisions import FILE as DECISIONS
from indexer.match.decisions import Decisions, read_decisions
from indexer.partner_entries import partner_of
from indexer.partners import Partner
from indexer.schedule import Scheduled, read_schedule


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


def scheduled_now() -> Scheduled:
    """What padu.toml says at this moment. Raises SettingsError; where the file is gone, too: without it there would be
    nothing to do, and nobody would be told.
    """
    settings = load_settings()
    settings.need_file()
    texts = ((each.code, each.schedule) for each in settings.partner)
    return Scheduled(settings.store_url(), {code: read_schedule(code, text) for code, text in texts})
