"""A search's outcome as lines for a terminal, or as JSON for a script."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

import msgspec

from discovery.catalog.record import UnionRecord
from discovery.counting import counted
from discovery.relevance.wanted import Verdict
from discovery.search.explain import explain_query
from discovery.search.notes import note_text
from discovery.search.outcome import Outcome
from discovery.search.params import MAX_SIZE
from discovery.search.ranking import ranking_reasons, reason_text
from discovery.search.suggesting import suggestion_text


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """How the query was read, how many records there are, and two or three lines for each."""
    yield f"{explain_query(outcome.query) or 'everything'}: {counted(outcome.total, 'record')}"
    for note in outcome.notes:
        yield f"  {note_text(note)}"
    for number, hit in enumerate(outcome.hits, 1):
        yield ""
        title = hit.record.description.title
        yield f"{number}. {title.full}"
        if title.original:
            yield f"   {title.original}"
        if statement := _statement(hit.record):
            yield f"   {statement}"
        yield f"   {', '.join(hit.record.libraries)}  [{hit.record.id}]"
        if outcome.params.explain:
            yield f"   {hit.score:.1f}"
            yield from (f"   - {reason_text(each)}" for each in ranking_reasons(outcome.query, hit.record))
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


def verdict_lines(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Each line of a list that fell, with where its record stands, and how many held."""
    for verdict in verdicts:
        wanted = verdict.wanted
        if wanted.fault:
            yield f"line {wanted.line}: {wanted.query}: {wanted.fault}"
        elif not verdict.held:
            told = f"{wanted.record} must be in the first {wanted.top}: {_fallen(verdict)}"
            yield f"line {wanted.line}: {wanted.query}: {told}"
    yield f"{sum(verdict.held for verdict in verdicts)} of {len(verdicts)} held"


def _fallen(verdict: Verdict) -> str:
    if not verdict.known:
        return "no record has this id or number"
    place = f"at {verdict.rank}" if verdict.rank else f"not among the first {MAX_SIZE}"
    return f"{place}; first is “{verdict.first}”" if verdict.first else f"{place}; nothing is found"


def verdicts_json(verdicts: Sequence[Verdict]) -> str:
    """Every line of a list with its record's rank, and how many held and fell."""
    lines = [
        {**asdict(each.wanted), "rank": each.rank, "held": each.held, "known": each.known, "first": each.first}
        for each in verdicts
    ]
    held = sum(each.held for each in verdicts)
    counts = {"held": held, "fell": len(lines) - held, "lines": lines}
    return msgspec.json.format(msgspec.json.encode(counts), indent=2).decode()
