"""The interface's languages: gettext for sentences, Babel for numbers and dates, labels for codes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations

from discovery.analysis.filing import list_key
from discovery.analysis.tokens import exact_key
from discovery.labels.labels import Labels
from discovery.labels.translations import isolated, load_translations

FOLDER = Path(__file__).parent / "locales"
DOMAIN = "padu"

# Each interface language by its own name for itself; CLDR's name for Indonesian is the country's.
OWN_NAMES = {"id": "Bahasa Indonesia", "en": "English", "ar": "العربية"}


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a presenter needs to speak one language."""

    locale: str
    labels: Labels
    translations: NullTranslations

    @property
    def direction(self) -> str:
        """The direction of its script, for the page's dir attribute."""
        return str(Locale.parse(self.locale).text_direction)

    def gettext(self, message: str, **values: object) -> str:
        """A sentence; its %(places)s are filled after translation."""
        translated = self.translations.gettext(message)
        return translated % values if values else translated

    def error(self, sentence: str) -> str:
        """The sentence of an error of the centre or of these pages; its places are left to fill."""
        return self.labels.sentence(self.translations.gettext(sentence))

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """A sentence whose form depends on a number, which fills %(number)s."""
        translated = self.translations.ngettext(one, many, number)
        return translated % {"number": self.number(number), **values}

    def listed(self, parts: Iterable[str]) -> str:
        """Things in a row, with this language's own comma between them, each in its own direction."""
        return self.gettext(", ").join(isolated(part, self.locale) if _is_worded(part) else part for part in parts)

    def filed(self, name: str) -> str:
        """Where a name stands in a list: whatever its capitals and accents, and "SDN 2" before "SDN 10"."""
        return list_key(exact_key(name))

    def number(self, value: int) -> str:
        """A number as this language groups its digits."""
        return _number(value, self.locale)

    def percent(self, share: float) -> str:
        """A share between 0 and 1; never rounded to nothing or to all when it is neither."""
        shown = min(max(share, 0.001), 0.999) if 0 < share < 1 else share
        return str(format_percent(shown, format="#,##0.#%", locale=self.locale))

    def date(self, iso: str) -> str:
        """An ISO date in words; anything else as it stands."""
        try:
            return str(format_date(date.fromisoformat(iso[:10]), "medium", locale=self.locale))
        except ValueError:
            return iso


def _is_worded(text: str) -> bool:
    """Whether it is more than numbers and dates, which follow each other as the sentence does."""
    return any(map(str.isalpha, text))


def make_words(labels: Labels) -> Words:
    """The words that go with a language's labels."""
    return Words(labels.locale, labels, load_translations(FOLDER, DOMAIN, labels.locale))


@lru_cache(maxsize=8192)
def _number(value: int, locale: str) -> str:
    return str(format_decimal(value, locale=locale))
