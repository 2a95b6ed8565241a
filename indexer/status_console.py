"""What `padu status` prints."""

from datetime import datetime

from discovery.command_end import complain
from discovery.counting import counted
from indexer.console import COUNTED, OUT, counted_table, counts_cells, counts_json, print_json, show_left, show_table
from indexer.status import Status


def show_status(status: Status, *, as_json: bool) -> None:
    """The partners' table and one line about the engine."""
    engine = status.engine
    if as_json:
        print_json(
            {
                "partners": [
                    {
                        "code": each.code,
                        **counts_json(each.counts),
                        "last_synced": each.last_synced,
                        "failed": each.failure.at if each.failure else None,
                        "failure": each.failure.why if each.failure else "",
                    }
                    for each in status.partners
                ],
                "union_records": status.union_records,
                "engine": {
                    "url": status.engine_url,
                    "generation": engine.generation,
                    "revision": engine.revision,
                    "documents": engine.documents,
                    "problem": "" if engine.ok else engine.detail,
                },
            }
        )
        return
    table = counted_table("partner", "records", *COUNTED[1:], "last synced")
    for each in status.partners:
        table.add_row(each.code, *counts_cells(each.counts), _shown(each.last_synced) if each.last_synced else "never")
    show_table(table)
    OUT.print(f"{counted(status.union_records, 'union record')} in the store.", highlight=False)
    state = f"{counted(engine.documents, 'document')}, generation {engine.generation}, revision {engine.revision}"
    OUT.print(f"Engine {status.engine_url}: {state if engine.ok else engine.detail}", highlight=False, markup=False)
    for each in status.partners:
        if each.failure:
            complain(f"{each.code}: the run of {_shown(each.failure.at)} failed: {each.failure.why}")
    show_left(status.left)


def _shown(moment: str) -> str:
    """An ISO date and time by the clock on the wall, as schedules and their log have it."""
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
