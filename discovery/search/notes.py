"""What a reader is told about how a request was read.

Nothing in a request is an error: it is read as far as it can be, and a note says what was left out or changed.
"""

from collections.abc import Callable
from dataclasses import dataclass

# Each code's sentence in English; `{0}`, `{1}` … stand for the note's values. Translations are keyed by it.
MESSAGES: dict[str, str] = {
    "query-cut": "The query is long: only its first {0} characters were read.",
    "words-left-out": "The query has more than {0} different words: the longest {0}, likely the rarest, were searched.",
    "beginnings-as-words": "At most {0} beginnings with * are looked for at once. Searched as whole words: {1}.",
    "rows-left-out": "Only the first {0} rows of the search were used.",
    "nothing-searchable": "There is nothing in “{0}” that can be searched: type a word, a number or a name.",
    "no-year": "“{0}” is no year such as 1990, 1990-1999, 1990- or 1405 H: it was looked for as a word.",
    "no-language": "“{0}” is no language that is known here: it was looked for as a word.",
    "no-such-library": "There is no library “{0}”.",
    "value-ignored": "“{1}” is no possible value of “{0}” and was left out.",
    "value-changed": "“{1}” is no possible value of “{0}”; “{2}” was used.",
    "filters-left-out": "A search can have at most {0} filters: the others were left out.",
    "past-window": "Only the first {0} hits can be paged through: narrow the search, or sort it the other way round.",
    "other-spelling": "Nothing was found for “{0}”. These are the records for another spelling of it: “{1}”.",
    "nearest-words": "Nothing was found for “{0}”. These are the records for the catalogue's nearest words: “{1}”.",
    "any-word": "No record has all of “{0}”. These are the records for any of its words that tell something: “{1}”.",
    "any-near-word": "No record has all of “{0}”. These are the records for any of its words, in the catalogue's "
    "nearest form: “{1}”.",
    "fewer-words-below": "Records that have enough of “{0}”: {1}. Below them stand records with some of its words.",
    "fewer-words": "No record has all of “{0}”. These are the records without: {1}.",
    "fewer-and-nearest-words": "No record has all of “{0}”. These are the records without {1} and, of the other words, "
    "for the catalogue's nearest: “{2}”.",
    "past-end": "There is no page {0}: the last is page {1}.",
}


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader should know about how the request was read.

    `code` is a key of `MESSAGES`, and `values` are in the order of its places.
    """

    code: str
    values: tuple[str, ...] = ()


def note_text(note: Note, translate: Callable[[str], str] = str) -> str:
    """The note as a sentence: in English, or as `translate` has the English sentence with its places."""
    return translate(MESSAGES[note.code]).format(*note.values)
