"""gettext catalogues, read from the .po files themselves, so that no compiled copy can grow stale."""

import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

SOURCE_LOCALE = "en"
LOCALES = ("id", "en", "ar")

# "First strong isolate" and what ends it: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
_FSI: Final = "\u2068"
_PDI: Final = "\u2069"
# The places of sentences that are filled with words of readers and records. Amounts, years and lists run with the
# sentence.
_OF_OTHERS: Final = re.compile(
    r"%\((?:contact|file|heading|library|name|other|one|partner|query|score|subject|threshold|title|typed|value|volumes)\)s"
    r"|\{\d\}"
)


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
    if runs_from_the_right(locale):
        _isolate_places(catalog)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Translations(compiled, domain=domain)


@lru_cache(maxsize=32)
def runs_from_the_right(locale: str) -> bool:
    """Whether a language's script does."""
    return str(Locale.parse(locale).text_direction) == "rtl"


def isolated(text: str, locale: str) -> str:
    """Words of somebody else as they stand in a sentence of this language, in an order of their own.

    Among Arabic letters "978-602" is drawn as 602-978, "C++" as ++C and "08.mrc" as mrc.08.
    """
    return f"{_FSI}{text}{_PDI}" if runs_from_the_right(locale) else text


def without_isolates(text: str) -> str:
    """A text without the marks of `isolated`."""
    return text.replace(_FSI, "").replace(_PDI, "")


def _isolate_places(catalog: Catalog) -> None:
    for each in catalog:
        if isinstance(each.string, str):
            each.string = _OF_OTHERS.sub(rf"{_FSI}\g<0>{_PDI}", each.string)


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
