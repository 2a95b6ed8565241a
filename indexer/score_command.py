"""The command `padu match-score`, which needs no settings."""

from pathlib import Path
from typing import Annotated

import typer

from indexer.command_end import errors_told


def match_score_command(
    records: Annotated[str, typer.Argument(help="A file of records, in any format that Padu reads.")],
    pairs: Annotated[Path, typer.Argument(help="A CSV file with the columns id1, id2 and same (1 or 0).")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
) -> None:
    """Judge labelled pairs of records as matching would, and print precision, recall and the worst errors.

    The ids are the records' own numbers (001). A pair that has no match key in common counts as kept apart.
    """
    # What a sync has no need to import.
    from indexer.match_score import score_files
    from indexer.score_console import show_score
    from indexer.workers import Workers

    with errors_told(), Workers() as workers:
        show_score(score_files(records, pairs, workers), as_json=as_json)
