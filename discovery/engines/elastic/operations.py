"""What is written, as lines of Elasticsearch's bulk format.

A document that Elasticsearch would refuse is found out here, before it is sent: writing goes on while earlier
lines are still under way, so an answer from there would come too late to name its batch.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

import msgspec

from discovery.engines.elastic.analyzers import analysed_text
from discovery.engines.elastic.generation import Generation
from discovery.engines.elastic.mapping import LEAST_INTEGER, LONGEST_TERM_BYTES, MOST_INTEGER, Json, record_properties
from discovery.search.document import IndexDocument, SourceCopy
from discovery.search.engine import Prepared, PreparedDocument, WriteFailure
from discovery.search.fields import KEYWORD_BYTES, keyword_field
from discovery.search.number_columns import WORK_NUMBER, order_columns, order_numbers, text_number
from discovery.search.request import HeadingKind
from discovery.search.results import Heading, Word

# Elasticsearch closes the connection on a body of 100 MB.
LARGEST_BYTES = 50_000_000

_WORK = keyword_field("work")
WORD = "word"
FACT = "fact"
SOURCES = "sources"


class Refused(ValueError):
    """The document can't be indexed as it is; the message says why."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One write: its lines, and the id of the document, by which writes stay in order.

    `kept` is the body of a heading or word, which may be asked for before it is sent; b"" where there is none.
    """

    id: str
    lines: bytes
    kept: bytes = b""


def prepare(documents: Sequence[IndexDocument]) -> Prepared:
    """The documents' bodies, whatever generation they will go to."""
    prepared, refused = [], []
    for document in documents:
        try:
            prepared.append(PreparedDocument(document.id, _record_body(document), _sources_body(document.sources)))
        except Refused as refusal:
            refused.append(WriteFailure(document.id, str(refusal)))
    return Prepared(tuple(prepared), tuple(refused))


def index_record(generation: Generation, document: PreparedDocument) -> tuple[Operation, Operation]:
    """The record, and the source records behind it."""
    record = _index(generation.records, document.id, document.body)
    place = entry_id(SOURCES, document.id)
    if not document.sources:
        return record, _delete(generation.headings, place)
    return record, _index(generation.headings, place, document.sources)


def _record_body(document: IndexDocument) -> bytes:
    text = analysed_text(document.text)
    # A document that names no work is one by itself.
    body: Json = {_WORK: (document.id,), **text, **document.keywords, **document.numbers, **document.orders}
    if not body.keys() <= _record_fields():
        unknown = sorted(body.keys() - _record_fields())
        raise Refused(f"The field table has no {', '.join(unknown)}.")
    _check_values(document)
    body |= _columns(document)
    try:
        body["display"] = document.display.decode()
    except UnicodeDecodeError as error:
        raise Refused(f"Its display is no UTF-8: {error}") from error
    encoded = _encoded(body)
    if len(encoded) > LARGEST_BYTES:
        raise Refused(f"It is {len(encoded):,} bytes long, over {LARGEST_BYTES:,}.")
    return encoded


def _columns(document: IndexDocument) -> dict[str, int]:
    """The numbers that hits are sorted and grouped by."""
    columns: dict[str, int] = {}
    try:
        for order, text in document.orders.items():
            columns.update(zip(order_columns(order), order_numbers(text.encode()), strict=True))
        columns[WORK_NUMBER] = text_number(document.keywords.get(_WORK, (document.id,))[0])
    except UnicodeEncodeError as error:
        raise Refused(f"It holds text that is no Unicode: {error}") from error
    return columns


def delete_record(generation: Generation, record_id: str) -> tuple[Operation, Operation]:
    """Takes out the record and its source records."""
    return _delete(generation.records, record_id), _delete(generation.headings, entry_id(SOURCES, record_id))


def put_heading(generation: Generation, heading: Heading) -> Operation:
    """Puts it in the place of the heading with the same kind and key; a count of 0 without `see` takes that out.

    Raises Refused.
    """
    if not heading.count and not heading.see:
        return _delete(generation.headings, entry_id(heading.kind, heading.key))
    body: Json = {
        "entry": heading.kind,
        "key": cut(heading.key),
        "folded": cut(heading.folded),
        "display": heading.display,
        "value": heading.value,
        "count": heading.count,
        "see": heading.see,
        "see_also": heading.see_also,
    }
    return _index(generation.headings, entry_id(heading.kind, heading.key), _encoded(body), keep=True)


def put_word(generation: Generation, word: Word) -> Operation:
    """As `put_heading`."""
    if not word.count:
        return _delete(generation.headings, entry_id(WORD, word.text))
    body: Json = {"entry": WORD, "word": cut(word.text), "count": word.count}
    return _index(generation.headings, entry_id(WORD, word.text), _encoded(body), keep=True)


def put_fact(generation: Generation, key: str, value: str) -> Operation:
    """Adds or replaces it; an empty value takes it out."""
    if not value:
        return _delete(generation.headings, entry_id(FACT, key))
    return _index(generation.headings, entry_id(FACT, key), _encoded({"entry": FACT, "fact": value}))


def entry_id(entry: HeadingKind | str, key: str) -> str:
    """The document id of an entry: Elasticsearch takes 512 bytes at most, and keys may be longer."""
    return blake2b(f"{entry}\0{key}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _sources_body(sources: tuple[SourceCopy, ...]) -> bytes:
    if not sources:
        return b""
    copies = [
        {"member": copy.member, "format": copy.format, "content": b64encode(copy.compressed).decode("ascii")}
        for copy in sources
    ]
    return _encoded({"entry": SOURCES, "sources": copies})


@cache
def _record_fields() -> frozenset[str]:
    return frozenset(record_properties()) - {"display"}


def _check_values(document: IndexDocument) -> None:
    for name, values in document.keywords.items():
        for value in values:
            if len(value) > LONGEST_TERM_BYTES // 4:
                _check_term(name, value)
    for name, order in document.orders.items():
        _check_term(name, order)
    for name, number in document.numbers.items():
        if not LEAST_INTEGER <= number <= MOST_INTEGER:
            raise Refused(f"{number} is out of the range of {name}.")


def _check_term(name: str, value: str) -> None:
    if len(value.encode("utf-8", "surrogatepass")) > LONGEST_TERM_BYTES:
        raise Refused(f"A value of {name} is longer than {LONGEST_TERM_BYTES:,} bytes.")


def cut(text: str) -> str:
    """At most KEYWORD_BYTES of it, and only Unicode: what is looked up and sorted needs no more."""
    if text.isascii() and len(text) <= KEYWORD_BYTES:
        return text
    return text.encode("utf-8", "ignore")[:KEYWORD_BYTES].decode("utf-8", "ignore")


_encode = msgspec.json.Encoder().encode


def _encoded(body: Json) -> bytes:
    try:
        return _encode(body)
    except UnicodeEncodeError as error:
        raise Refused(f"It holds text that is no Unicode: {error}") from error


def _index(index: str, document_id: str, body: bytes, *, keep: bool = False) -> Operation:
    action = _encode({"index": {"_index": index, "_id": document_id}})
    return Operation(document_id, b"%b\n%b\n" % (action, body), body if keep else b"")


def _delete(index: str, document_id: str) -> Operation:
    return Operation(document_id, b"%b\n" % _encode({"delete": {"_index": index, "_id": document_id}}))
