"""What a comparison looks at, one record's side of it; `indexer.match.drawn_features` draws it from a record."""

import msgspec

IdentifierKey = tuple[str, str, str]
# A series' words, and its volume as it is numbered.
SeriesKey = tuple[tuple[str, ...], str]


class Features(msgspec.Struct, frozen=True):
    """One record's side of a comparison. Empty means that the record doesn't say.

    `title` is the title proper, `subtitle` the rest, `other_titles` stand on the piece too, as
    `indexer.match.plain_titles` writes them; `bones` are a romanised
    title's consonants, where the text's language is written in the Arabic script; `is_generic` says that the title
    says nothing by itself. `volumes` are the designations of a part. `creators` are the names as sets of elements,
    `is_corporate` tells that the main one is no person's. `years` are all that the date says, `span` is what a
    cut-off one ("[19--]") may be, `through` the first and last of a set that took several. `edition` holds numbers and
    kinds of edition ("2", "rev"), `forms` makes that are editions of their own ("large print"), `pages` the largest
    page counts, `volume_counts` how many volumes there are and in how many they are bound, `stretch` the first and last
    page of a part; `presentation` and `work_numbers` are those of music, films and recordings. Of serials alone,
    `houses` are the publishers' names word by word, and `run` the first year and the last (`dates.OPEN` if there is
    none) of what is said to have come out in several.
    """

    identifiers: frozenset[IdentifierKey]
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    original: tuple[str, ...]
    other_titles: frozenset[tuple[str, ...]]
    bones: tuple[str, ...]
    is_generic: bool
    volumes: frozenset[str]
    creators: tuple[frozenset[str], ...]
    is_corporate: bool
    responsibility: str
    year: int | None
    span: tuple[int, int] | None
    years: frozenset[int]
    through: tuple[int, int] | None
    edition: frozenset[str]
    forms: frozenset[str]
    pages: tuple[int, ...]
    stretch: tuple[int, int] | None
    volume_counts: tuple[int, ...]
    publishers: frozenset[str]
    places: frozenset[str]
    houses: tuple[tuple[str, ...], ...]
    run: tuple[int, int] | None
    series: tuple[SeriesKey, ...]
    languages: frozenset[str]
    type: str
    carrier: str
    is_component: bool
    presentation: str
    work_numbers: frozenset[tuple[str, str]]
