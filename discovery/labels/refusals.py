"""Why a record was refused, in the reader's language.

The indexer gives its reasons as English sentences, and the store, `padu rejected` and the published facts keep them so:
a technician quotes them, and a reason of years ago stays readable. Pages know each sentence again by its fixed words.
A test holds that every reason the indexer can give stands here.
"""

import re
from functools import cache

from discovery.labels.labels import Labels
from discovery.labels.translations import message

# {0} and {1} stand for what differs from record to record.
REFUSALS: tuple[str, ...] = (
    message("no title: 245 $a is missing or empty, and so are 130, 240, 246 and the 880 of 245; add a title to 245."),
    message("no title: 200 $a is missing or empty, and so are 500, 510, 517 and 530; add a title to 200."),
    message("no title: dc:title is missing or empty; add a title."),
    message("no title: titleInfo/title is missing or empty; add a title."),
    message("no title: the cell for it is empty or shows an error in this row; write one, or delete the row."),
    message("no title, and a cell holds {0}, an error of the spreadsheet; repair its formula and export again."),
    message("the record is cut off: its end is missing. Export or send the file again."),
    message("the record is cut off before its directory ends. Export or send the file again."),
    message("the directory is empty: the record has no fields."),
    message("the directory lists {0} fields but the record holds {1}; it is damaged or cut off. Export it again."),
    message("the directory can't be read: it isn't made of tags, lengths and positions. Export it again."),
    message("this is no MARC record: it begins with {0}. Take what doesn't belong there out of the file."),
    message("this is no MARC record: only {0} bytes."),
    message("this is no UNIMARC record: only {0} bytes."),
    message("this is a UNIMARC authority record; of authorities only MARC 21's are read."),
    message("the record has no fields."),
    message("the XML is not well-formed: {0}."),
    message("there is no element in this record."),
    message("the JSON is not well-formed: {0}."),
    message("this is no MARC-in-JSON: a record is an object."),
    message('this is no MARC-in-JSON: there are no "fields" in it.'),
    message("the header says that the record is deleted, but has no identifier to say which."),
    message("there is no MARC in this record's metadata; was another format asked for?"),
    message("the provider says that this record is deleted."),
    message(
        "a quotation mark is opened in this row and not closed properly; in the file, close it, or double those that "
        "belong to the text."
    ),
    message(
        "the record is longer than {0} MiB: its end is missing, or it is no record. Reading went on at the next one."
    ),
    message("the line is longer than a megabyte; is the file a table?"),
    message("the row is one cell: other marks stand between its values than in the rows above; write the same ones."),
    message(
        "the row has {0} cells, but there are {1} columns; a separator inside a cell needs quotation marks around the "
        "cell."
    ),
    message(
        "no title, but a copy's number: if the copy is of the title above, repeat that title in this row; else write "
        "its own, or delete the row."
    ),
    message("this row goes on in merged cells and tells of no copy; put all that is said of a title in one row."),
    message("Padu failed on this record ({0}: {1}); please report it."),
)
_PLACE = re.compile(r"\\\{\d\\\}")


def refusal_sentence(reason: str, labels: Labels) -> str:
    """The indexer's reason in the reader's language; one that isn't known here stays as it is, in English."""
    for text, pattern in _patterns():
        known = pattern.fullmatch(reason)
        if known:
            return labels.sentence(text).format(*known.groups())
    return reason


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((text, re.compile(_PLACE.sub("(.*)", re.escape(text)), re.DOTALL)) for text in REFUSALS)
