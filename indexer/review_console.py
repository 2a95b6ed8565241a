"""Prints the pairs on which a librarian should decide."""

import csv
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import msgspec

from discovery.catalog.record import Record
from discovery.export.csv import formula_safe
from discovery.standard_streams import document_stream
from indexer.console import OUT, print_json
from indexer.match.review import Doubt
from indexer.match.weights import THRESHOLD

_COLUMNS = ("score", "judged", "now", "one", "title_1", "year_1", "other", "title_2", "year_2", "reasons")


Form = Literal["table", "csv", "json", "toml"]


def show_doubts(doubts: Sequence[Doubt], form: Form) -> None:
    """The pairs, the most doubtful first: to read, for a spreadsheet, for scripts, or to paste into matching.toml."""
    _FORMS[form](doubts)


def _show(doubts: Sequence[Doubt]) -> None:
    if not doubts:
        _print("No two records are in doubt.")
        return
    _print(
        f"Records are one from {THRESHOLD:g} on. The lines below a pair go into matching.toml, under one of the two."
    )
    for doubt in doubts:
        _print(f"\n{doubt.verdict.score:.2f}  judged {_judged(doubt)}, {_now(doubt)} now")
        for record in (doubt.one, doubt.other):
            _print(f"  {_told(record)}")
        for reason in doubt.verdict.reasons:
            _print(f"    {reason.weight:+.2f}  {reason.code}  {' | '.join(reason.values)}".rstrip())
        _print(f"  [[always]] or [[never]]\n  {_pair_line(doubt)}")


def _show_toml(doubts: Sequence[Doubt]) -> None:
    """Comments throughout, so that nothing is decided until somebody takes the marks off a heading and its pair."""
    document_stream(OUT.file)
    for doubt in doubts:
        _print(f"# {doubt.verdict.score:.2f}, judged {_judged(doubt)}, {_now(doubt)} now")
        for record in (doubt.one, doubt.other):
            _print(f"#   {_told(record)}")
        _print(f"#   {_reasons(doubt)}\n# [[always]]\n# [[never]]\n# {_pair_line(doubt)}\n")


def _show_csv(doubts: Sequence[Doubt]) -> None:
    """RFC 4180, with a byte order mark, without which spreadsheets take the letters for another character set."""
    file = document_stream(OUT.file)
    file.write("\ufeff")
    rows = csv.writer(file)
    rows.writerow(_COLUMNS)
    for doubt in doubts:
        records = [cell for each in (doubt.one, doubt.other) for cell in (_name(each), *_title_and_year(each))]
        cells = (f"{doubt.verdict.score:.2f}", _judged(doubt), _now(doubt), *records, _reasons(doubt))
        rows.writerow([cells[0], *map(formula_safe, cells[1:])])


def _show_json(doubts: Sequence[Doubt]) -> None:
    print_json([_as_json(each) for each in doubts])


def _as_json(doubt: Doubt) -> dict[str, object]:
    return {
        "score": doubt.verdict.score,
        "threshold": THRESHOLD,
        "same": doubt.verdict.same,
        "together": doubt.together,
        "records": [
            {"id": each.id, "partner": each.partner, "source_id": each.source_id,
             "title": each.description.title.full, "year": each.description.publication.year}
            for each in (doubt.one, doubt.other)
        ],
        "reasons": doubt.verdict.reasons,
        "decision": _pair_line(doubt),
    }  # fmt: skip


def _pair_line(doubt: Doubt) -> str:
    """The line under [[always]] or [[never]]; TOML reads strings as JSON writes them."""
    return "records = " + msgspec.json.encode([_name(doubt.one), _name(doubt.other)]).decode().replace('","', '", "')


def _name(record: Record) -> str:
    return f"{record.partner}/{record.source_id}"


def _told(record: Record) -> str:
    title, year = _title_and_year(record)
    published = record.description.publication
    said = [f"“{title}”", published.publisher, year, record.description.extent]
    return f"{_name(record)}  {', '.join(' '.join(part.split()) for part in said if part)}"


def _title_and_year(record: Record) -> tuple[str, str]:
    year = record.description.publication.year
    return record.description.title.full, "" if year is None else str(year)


def _reasons(doubt: Doubt) -> str:
    return ", ".join(f"{reason.code} {reason.weight:+g}" for reason in doubt.verdict.reasons)


def _judged(doubt: Doubt) -> str:
    return "one" if doubt.verdict.same else "two"


def _now(doubt: Doubt) -> str:
    return "one" if doubt.together else "two"


def _print(text: str) -> None:
    OUT.print(text, markup=False, highlight=False)


_FORMS: Mapping[Form, Callable[[Sequence[Doubt]], None]] = {
    "table": _show,
    "csv": _show_csv,
    "json": _show_json,
    "toml": _show_toml,
}
