"""A title in Han characters that no letter tells apart: Chinese, Japanese, or nobody can say ("源氏物語")."""

from collections.abc import Callable, Iterator
from typing import Final

from discovery.catalog.record import Description

# 008/15-17, https://www.loc.gov/marc/countries/countries_code.html: China, Taiwan, Hong Kong, Macao; Japan, Okinawa.
_COUNTRIES: Final = {"cc": "zh", "ch": "zh", "hk": "zh", "mh": "zh", "ja": "ja", "ry": "ja"}
# Where nearly all that is printed in these characters comes from, as the piece has it and as it is romanised.
_PLACES: Final = {
    "zh": "北京|上海|台北|臺北|香港|南京|廣州|广州|天津|beijing|peking|shanghai|taipei|taibei|hong kong|nanjing",
    "ja": "東京|京都|大阪|横浜|名古屋|tokyo|tōkyō|kyoto|kyōto|osaka|ōsaka|yokohama|nagoya",
}
_FIRST_KANA, _LAST_KANA = "\u3041", "\u30fa"


def language_of_han(description: Description, count: Callable[[str], int]) -> str | None:
    """What the rest of the record says: kana anywhere, then where it came out, then what its partner has more of.

    None where nothing does: a catalogue that never coded either language has both as likely as not.
    """
    if any(_FIRST_KANA <= letter <= _LAST_KANA for text in _beside(description) for letter in text):
        return "ja"
    publication = description.publication
    if language := _COUNTRIES.get(publication.country):
        return language
    places = " ".join((publication.place, *publication.places)).casefold()
    named = [language for language, names in _PLACES.items() if any(name in places for name in names.split("|"))]
    if len(named) == 1:
        return named[0]
    chinese, japanese = count("zh"), count("ja")
    return None if chinese == japanese else "zh" if chinese > japanese else "ja"


def _beside(description: Description) -> Iterator[str]:
    for variant in description.variants:
        yield variant.text
        yield variant.original
    for contributor in description.contributors:
        yield contributor.name
        yield contributor.original
    for series in description.series:
        yield series.title
        yield series.original
    yield description.publication.publisher
    yield description.title.responsibility
    yield description.title.original_responsibility
    yield description.original_edition
    yield description.edition
    yield description.extent
    yield description.abstract
    yield from description.contents
    yield from (note.text for note in description.notes)
