"""Prints how good a partner's records are."""

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from discovery.catalog.quality import Quality
from discovery.counting import counted
from discovery.labels.quality import ASPECTS, PROBLEMS
from indexer.console import OUT


def show_quality(quality: Quality) -> None:
    """What the records have, and what is the matter with some, in plain words with examples."""
    if quality.records:
        table = Table("of its records have", "records", "share", box=SIMPLE_HEAD)
        table.columns[1].justify = table.columns[2].justify = "right"
        for aspect, records in quality.having:
            table.add_row(ASPECTS[aspect], f"{records:,}", f"{quality.share(aspect):.1%}")
        OUT.print(table, soft_wrap=False)
    for found in quality.problems:
        OUT.print(f"[bold]{counted(found.records, 'record')}:[/] {escape(PROBLEMS[found.problem])}", highlight=False)
        for example in found.examples:
            OUT.print(f"    {shortened(example.source_id)}  {example.title}", highlight=False, markup=False)


def shortened(source_id: str) -> str:
    """An identifier; of one that was made of the content its beginning is enough."""
    return f"{source_id[:15]}…" if source_id.startswith("sha256:") else source_id


def quality_json(quality: Quality) -> dict[str, object]:
    """The same for scripts: shares between 0 and 1, and each problem with the sentence that explains it."""
    return {
        "records": quality.records,
        "shares": {aspect: round(quality.share(aspect), 4) for aspect, _ in quality.having},
        "problems": [
            {
                "problem": found.problem,
                "meaning": PROBLEMS[found.problem],
                "records": found.records,
                "examples": found.examples,
            }
            for found in quality.problems
        ],
        "unassessed": quality.unassessed,
    }
