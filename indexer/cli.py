"""The technician's commands: sync and rebuild, which change something, and those of `inspection_cli`.

What only one of them needs is imported where it runs: a sync of one changed record is half imports as it is.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Annotated

import typer

from discovery.collector import LOADING, collect_rarely
from discovery.engines.registry import open_writer
from discovery.settings import Settings, load_settings
from indexer import console, inspection_cli
from indexer.access import shown
from indexer.command_end import errors_told, exit_status
from indexer.configured import decisions_of, partners_of, scheduled_now
from indexer.partners import Partner, chosen_partners
from indexer.pipeline import Installation, RunReport, rebuild, sync
from indexer.progress import Progress
from indexer.run_console import show_run
from indexer.score_command import match_score_command
from indexer.store.store import open_store
from indexer.sync_options import refuse_clashes
from indexer.workers import Workers

app = typer.Typer()


@contextmanager
def installation(settings: Settings, progress: Progress) -> Iterator[Installation]:
    """The store and the writer of these settings, open; closed again whatever happens."""
    collect_rarely(LOADING)
    decisions = decisions_of(settings)
    with open_store(settings.store_url()) as store:
        writer = open_writer(settings.engine_options())
        try:
            with Workers() as workers:
                engine = shown(settings.engine.url)
                yield Installation(store, writer, engine, partners_of(settings), workers, progress, decisions)
        finally:
            writer.close()


@app.command("sync")
def sync_command(
    partner: Annotated[
        list[str] | None, typer.Argument(help="Codes of the partners to sync; all when none is given.")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Fetch everything again, not only what is new.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read and map, show what would happen, change nothing.")
    ] = False,
    allow_deletions: Annotated[bool, typer.Option("--allow-deletions", help="Take out all that is gone.")] = False,
    removed: Annotated[
        str | None, typer.Option("--remove", metavar="PARTNER", help="Take out all records of a partner that has left.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask before taking records out.")] = False,
    scheduled: Annotated[
        bool, typer.Option("--schedule", help="Keep syncing, each partner by its schedule in padu.toml.")
    ] = False,
    as_json: inspection_cli.AsJson = False,
) -> None:
    """Fetch what partners changed, store it, match it, and publish it.

    Run it again at any time: what is unchanged is left alone, and a run that was killed is finished.
    """
    given = {
        "PARTNER": partner, "--full": full, "--dry-run": dry_run, "--allow-deletions": allow_deletions,
        "--remove": removed is not None, "--yes": yes, "--schedule": scheduled, "--json": as_json,
    }  # fmt: skip
    with errors_told():
        refuse_clashes([name for name, said in given.items() if said])
        settings = load_settings()
        settings.need_file()
        if scheduled:
            from indexer.scheduler import keep_syncing

            keep_syncing(scheduled_now)
            return
        removing = removed is not None
        chosen = () if removing else _to_sync(settings, partner or [], full=full, allow_deletions=allow_deletions)
        if removed is not None:
            report = _remove(settings, removed, yes=yes, as_json=as_json)
        elif dry_run:
            report = _preview(settings, chosen, as_json=as_json)
        else:
            report = run_sync(settings, chosen, as_json=as_json)
    raise typer.Exit(exit_status(report, chosen))


def _to_sync(settings: Settings, codes: Sequence[str], *, full: bool, allow_deletions: bool) -> tuple[Partner, ...]:
    """The partners of these codes, all for none, with what the command says of this run."""
    chosen = chosen_partners(partners_of(settings), codes)
    if full:
        chosen = tuple(replace(each, everything=True) for each in chosen)
    return tuple(replace(each, allow_deletions=allow_deletions) for each in chosen)


def _remove(settings: Settings, code: str, *, yes: bool, as_json: bool) -> RunReport:
    """Take out a partner that has left, and print what happened."""
    from indexer.removal import remove_confirmed

    harvests = settings.folder / settings.harvest.folder
    with console.progress(quiet=as_json) as progress, installation(settings, progress) as opened:
        report = remove_confirmed(opened, harvests, code, yes=yes)
    show_run(report, as_json=as_json)
    return report


def _preview(settings: Settings, chosen: Sequence[Partner], *, as_json: bool) -> RunReport:
    """Read and map, and print what a sync would do."""
    from indexer.preview import preview
    from indexer.preview_console import show_previews

    with open_store(settings.store_url(), writing=False) as store, Workers() as workers:
        return show_previews([preview(store, each, workers) for each in chosen], as_json=as_json)


def run_sync(settings: Settings, chosen: Sequence[Partner] | None = None, *, as_json: bool = False) -> RunReport:
    """Sync the chosen partners, all when None, and print what happened."""
    with console.progress(quiet=as_json) as progress, installation(settings, progress) as opened:
        report = sync(opened, opened.partners if chosen is None else chosen)
    show_run(report, as_json=as_json)
    return report


@app.command("rebuild")
def rebuild_command(
    remapped: Annotated[
        bool, typer.Option("--remap", help="First map what partners sent anew, by padu.toml as it is now.")
    ] = False,
    as_json: inspection_cli.AsJson = False,
) -> None:
    """Build a fresh generation of the index from the store, and switch to it when it is whole. Nothing is fetched."""
    from indexer.remapping import rebuild_remapped

    with errors_told():
        settings = load_settings()
        settings.need_file()
        with console.progress(quiet=as_json) as progress, installation(settings, progress) as opened:
            report = rebuild_remapped(opened) if remapped else rebuild(opened)
        show_run(report, as_json=as_json)
    raise typer.Exit(exit_status(report, partners_of(settings)))


app.add_typer(inspection_cli.app)
app.command("match-score")(match_score_command)
