"""From a [[partner]] of the settings to the partner that the pipeline knows."""

from collections.abc import Container
from pathlib import Path

from discovery.harvest_settings import HarvestSettings
from discovery.partner_settings import PartnerSettings
from discovery.unfit_settings import given_for_formats
from indexer.partners import CopyRule, LibraryRule, Partner
from indexer.schedule import read_schedule
from indexer.tables.settings import table_rules
from indexer.visiting import access_of, located, oai_rules_of


def partner_of(
    entry: PartnerSettings, harvest: HarvestSettings, *, folder: Path, site: str, libraries: Container[str]
) -> Partner:
    """The partner of an entry. `folder` is padu.toml's, `site` the address of our own, `libraries` are all codes.

    Raises SettingsError.
    """
    read_schedule(entry.code, entry.schedule)  # whatever the command is, one that is none is told
    return Partner(
        code=entry.code,
        source=located(entry.source, folder),
        format=entry.format,
        libraries=_library_rule(entry),
        mode=entry.mode,
        deletions=located(entry.deletions, folder) if entry.deletions else "",
        share=entry.share,
        tolerance=entry.tolerance,
        stale_after=entry.stale_after,
        table=table_rules(entry.code, entry, entry.library_column, folder),
        access=access_of(entry.code, entry, harvest, folder=folder, site=site),
        oai=oai_rules_of(entry),
        max_deleted=entry.max_deleted,
        given=given_for_formats(entry),
        is_library=entry.code in libraries,
    )


def _library_rule(entry: PartnerSettings) -> LibraryRule:
    copies = CopyRule(**entry.copies.model_dump()) if entry.copies is not None else None
    codes, states, apart = tuple(entry.libraries.items()), tuple(entry.statuses.items()), entry.copies_column
    return LibraryRule(entry.library, entry.library_from or apart, codes, copies, states, apart)
