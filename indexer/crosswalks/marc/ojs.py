"""OJS's MARCXML → the article that it means.

OJS and OCS fill the fields of MARC for every article alike: leader/06-07 say "computer file" (3.x) or "book" (2.x), 008
opens with a quotation mark and says English of every text, 022 is the journal's ISSN, and behind each author's name may
stand where he works. Their templates: plugins/oaiMetadataFormats/marcxml (record.tpl, OAIMetadataFormat_MARC21).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from discovery.catalog.languages import language_code
from indexer.crosswalks.xml.names import of_one_name
from indexer.marc_source import PlainField, SourceField

Fields = Mapping[str, Sequence[SourceField]]

_LEADERS: Final = ("     nmb a2200000Iu 4500", "     cam         3u")
_ARTICLE: Final = "     nab a2200000Iu 4500"
_DAY: Final = re.compile(r"\W*(\d{6}) (\d{4})")
# From 008/11 on all that can be told is that the thing is online (008/23).
_REST: Final = f"{' ' * 12}o{' ' * 16}"
_BETWEEN: Final = re.compile(r"[^a-z]+")
_ISSUE: Final = re.compile(r"(?:vol|volume|no|nomor|edisi)\b", re.IGNORECASE)


def mended(leader: str, fields: Fields) -> tuple[str, Fields]:
    """Leader and fields as they came; of a record that OJS wrote as they should be.

    The language is that of 546. 786 $n has the journal and the issue in one ("Jurnal X; Vol 3, No 1 (2018)"): with the
    ISSN they are the host. What the section calls its articles (655) is no subject.
    """
    if not leader.startswith(_LEADERS):
        return leader, fields
    found = {tag: each for tag, each in fields.items() if tag not in ("008", "022", "100", "546", "655", "720", "786")}
    coded = next((each.data or "" for each in fields.get("008", ())), "")
    day = _DAY.match(coded)
    found["008"] = [PlainField(f"{day[1]}s{day[2]}{_REST}" if day else f"{' ' * 11}{_REST}", None)]
    languages = [code for text in _values(fields, "546", "a") for code in _BETWEEN.split(text.casefold()) if code]
    if languages and all(map(language_code, languages)):
        found["041"] = [_field("a", code) for code in languages]
    elif languages:
        found["546"] = fields["546"]
    found["260"] = [_without_hour(field) for field in fields.get("260", ())]
    authors = [text for tag in ("100", "720") for text in _values(fields, tag, "a")]
    names = [of_one_name(text.partition(";")[0].strip()) for text in authors]
    found["100"] = [_field("a", name) for name in names[:1]]
    found["720"] = [_field("a", name) for name in names[1:]]
    found["773"] = _host(fields)
    return _ARTICLE, {tag: each for tag, each in found.items() if each}


def _host(fields: Fields) -> list[SourceField]:
    source = next(iter(_values(fields, "786", "n")), "")
    journal, _, issue = (part.strip() for part in source.partition(";"))
    if _ISSUE.match(journal):
        journal, issue = "", source.strip()
    numbers = [("x", value) for value in _values(fields, "022", "a")]
    said = [(code, text) for code, text in (("t", journal), ("g", issue)) if text]
    return [PlainField(None, "0 ", (*said, *numbers))] if said or numbers else []


def _without_hour(field: SourceField) -> SourceField:
    subfields = tuple((code, value.partition(" ")[0] if code == "c" else value) for code, value in field.subfields)
    return PlainField(None, "  ", subfields)


def _values(fields: Fields, tag: str, code: str) -> list[str]:
    found = [value.strip() for field in fields.get(tag, ()) for each, value in field.subfields if each == code]
    return [value for value in found if value]


def _field(code: str, value: str) -> PlainField:
    return PlainField(None, "1 ", ((code, value),))
