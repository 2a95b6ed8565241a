"""The catalogue and its libraries as padu.toml describes them."""

from collections.abc import Iterable

from discovery.catalog.library import Library
from discovery.catalog.site import Site
from discovery.partner_settings import PartnerSettings
from discovery.settings import Settings
from discovery.site_settings import LibrarySettings


def site_of(settings: Settings) -> Site:
    """What padu.toml says about the catalogue as a whole."""
    return Site(
        name=settings.site.name,
        url=settings.site.url.rstrip("/"),
        libraries=tuple(_library(each, settings.partner) for each in settings.library),
        language=settings.site.language,
    )


def _library(described: LibrarySettings, partners: Iterable[PartnerSettings]) -> Library:
    code = described.code
    return Library(
        code=code,
        name=described.name,
        kind=described.kind,
        city=described.city,
        province=described.province,
        address=described.address,
        hours=described.hours,
        contact=described.contact,
        lending=described.lending,
        url=described.url,
        borrow_with=described.borrow_with,
        reading_room=described.reading_room,
        interlending=described.interlending,
        librarian=described.librarian,
        catalogue=described.catalogue,
        cover=described.cover,
        partners=tuple(each.code for each in partners if code in _libraries_of(each)),
    )


def _libraries_of(partner: PartnerSettings) -> tuple[str, ...]:
    """Whose records a partner's are: codes that its settings don't know belong to a library named like the partner."""
    return (partner.library or partner.code, *partner.libraries.values())
