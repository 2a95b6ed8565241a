"""Labels: what a code or a facet's value is called in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.support import NullTranslations

from discovery.catalog.languages import language_name
from discovery.catalog.site import Site
from discovery.labels import vocabulary
from discovery.labels.marc_tags import MARC_TAGS
from discovery.labels.roles import ROLES
from discovery.labels.translations import isolated, load_translations

FOLDER = Path(__file__).parent / "locales"
DOMAIN = "labels"

# Values of these facets are codes; the other facets' values are the words that readers see.
_CODES: Mapping[str, Mapping[str, str]] = {
    "type": vocabulary.TYPES,
    "carrier": vocabulary.CARRIERS,
    "audience": vocabulary.AUDIENCES,
    "online": vocabulary.ONLINE,
    "translation": vocabulary.TRANSLATIONS,
}


@dataclass(frozen=True, slots=True)
class Labels:
    """One language's names. A code that nobody named is shown as it stands: better odd than gone."""

    locale: str
    translations: NullTranslations
    libraries: Mapping[str, str]
    site_name: str

    def facet(self, name: str) -> str:
        """The heading of a facet."""
        return self._word(vocabulary.FACETS, name)

    def value(self, facet: str, value: str) -> str:
        """A facet's value as a reader should see it."""
        if facet == "library":
            return self.library(value)
        if facet == "language":
            return self.language(value)
        if facet == "class":
            name = self._word(vocabulary.CLASSES, value)
            return f"{value} {name}" if name != value else value
        if facet == "year":
            return value.replace("-", "–") if value[:1] != "-" else value
        return self._word(_CODES.get(facet, {}), value)

    def type(self, code: str) -> str:
        """The kind of thing: "Book", "Serial"."""
        return self._word(vocabulary.TYPES, code)

    def carrier(self, code: str) -> str:
        """The form it comes in: "Print", "Online"."""
        return self._word(vocabulary.CARRIERS, code)

    def language(self, code: str) -> str:
        """A language's name."""
        return language_name(code, self.locale)

    def library(self, code: str) -> str:
        """A library's name in the reader's language."""
        return self.libraries.get(code, code)

    def library_kind(self, code: str) -> str:
        """The kind of library: "University library"."""
        return self._word(vocabulary.LIBRARY_KINDS, code)

    def copy_status(self, code: str) -> str:
        """What hinders a copy: "on loan"."""
        return self._word(vocabulary.COPY_STATUSES, code)

    def role(self, code: str) -> str:
        """What a contributor did: "translator"."""
        return self._word(ROLES, code)

    def marc_tag(self, tag: str) -> str:
        """What a MARC field is called; "" for one of somebody's own."""
        english = MARC_TAGS.get(tag)
        return self.translations.gettext(english) if english else ""

    def sentence(self, text: str) -> str:
        """A marked English sentence of the centre (a note's wording), translated; its places are left to fill."""
        return self.translations.gettext(text)

    def isolated(self, text: str) -> str:
        """Words of a reader within a sentence of this language."""
        return isolated(text, self.locale)

    def _word(self, table: Mapping[str, str], code: str) -> str:
        english = table.get(code)
        return self.translations.gettext(english) if english else code


def make_labels(site: Site, locale: str) -> Labels:
    """The labels of one language, with the names of this site's libraries."""
    return Labels(
        locale=locale,
        translations=load_translations(FOLDER, DOMAIN, locale),
        libraries=site.library_names(locale),
        site_name=site.name.in_language(locale),
    )
