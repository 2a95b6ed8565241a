"""gettext catalogues, read from the .po files themselves, so that no compiled copy can grow stale."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

SOURCE_LOCALE = "en"
LOCALES = ("id", "en", "ar")


def message(text: str) -> str:
    """Marks a text for extraction where it stands in a table; it is translated where it is shown."""
    return text


@lru_cache(maxsize=32)
def load_translations(folder: Path, domain: str, locale: str) -> NullTranslations:
    """The translations of one domain. The source texts are English, so English needs no file."""
    if locale == SOURCE_LOCALE:
        return NullTranslations()
    with (folder / locale / "LC_MESSAGES" / f"{domain}.po").open("rb") as po_file:
        catalog = read_po(po_file, locale=locale, domain=domain)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Translations(compiled, domain=domain)


def choose_locale(asked: str, accept_language: str, default: str) -> str:
    """The interface language: what the address asks for, else the browser's first that we speak, else the site's.

    Accept-Language is read as RFC 9110 12.5.4 has it; a malformed weight counts as 0.
    """
    for tag in (asked, *_preferred(accept_language), default):
        primary = tag.strip().lower().replace("_", "-").split("-")[0]
        if primary in LOCALES:
            return primary
    return SOURCE_LOCALE


def _preferred(accept_language: str) -> list[str]:
    weighted = []
    for position, item in enumerate(accept_language[:500].split(",")):
        tag, _, parameter = item.partition(";")
        weight = _weight(parameter)
        if tag.strip() and weight > 0:
            weighted.append((-weight, position, tag))
    return [tag for _, _, tag in sorted(weighted)]


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if not name:
        return 1.0
    try:
        return float(value) if name == "q" else 1.0
    except ValueError:
        return 0.0
