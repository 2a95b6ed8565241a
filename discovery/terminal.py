"""A search's outcome as lines for a terminal, or as JSON for a script."""

from collections.abc import Iterator

import msgspec

from discovery.catalog.record import UnionRecord
from discovery.search.explain import explain_query
from discovery.search.notes import note_text
from discovery.search.service import Outcome
from discovery.search.suggesting import suggestion_text


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """How the query was read, how many records there are, and two or three lines for each."""
    yield f"{explain_query(outcome.query) or 'everything'}: {outcome.total:,} records"
    for note in outcome.notes:
        yield f"  {note_text(note)}"
    for number, hit in enumerate(outcome.hits, 1):
        yield ""
        yield f"{number}. {hit.record.description.title.full}"
        if statement := _statement(hit.record):
            yield f"   {statement}"
        yield f"   {', '.join(hit.record.libraries)}  [{hit.record.id}]"
        if hit.explanation:
            yield f"   {hit.explanation}"
    for suggestion in outcome.suggestions:
        found = "" if suggestion.count is None else f" ({suggestion.count:,})"
        yield f"{suggestion_text(suggestion)}{found}"


def _statement(record: UnionRecord) -> str:
    description = record.description
    authors = "; ".join(contributor.direct for contributor in description.contributors[:3])
    publication = description.publication
    published = " ".join(filter(None, (publication.publisher, publication.date or str(publication.year or ""))))
    return " · ".join(filter(None, (authors, published, description.type)))


def outcome_json(outcome: Outcome) -> str:
    """The outcome as one JSON document, records whole."""
    told = {"understood": explain_query(outcome.query), **msgspec.to_builtins(outcome)}
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode()
