"""The `padu` command: search in the terminal, the demo, and the other packages' commands in one place.

This module is the one exception in the import contracts: it mounts `indexer.cli` and `web.cli`. What only one of its
own commands needs is imported where it runs: a sync of one changed record is half imports as it is.
"""

import sys
import traceback
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console

import indexer.cli
import web.cli
from discovery.command_end import COULD_NOT_RUN, complain, errors_told, is_full_disk
from discovery.engines.registry import EMBEDDED, open_engine
from discovery.settings import EngineSettings, Settings, StoreSettings, load_settings
from discovery.standard_streams import document_stream, prepare_streams
from discovery.temporary_folder import temporary_folder

_THIS_MACHINE = "127.0.0.1"

app = typer.Typer(
    help="One search over the catalogues of many libraries.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(indexer.cli.app)
app.add_typer(web.cli.app)


def main() -> None:
    """Run the command line. A fault of Padu's own shows its traceback and ends with status 2, never with 1."""
    prepare_streams()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except Exception as error:  # noqa: BLE001 - whatever it is, 1 would say "some records were rejected"
        if is_full_disk(error):
            complain("What this prints can't be written, as a disk is full: make room, and look again.")
        else:
            traceback.print_exc()
        sys.exit(COULD_NOT_RUN)


def _errors_told() -> AbstractContextManager[None]:
    return errors_told(
        f"A disk is full, that of temporary files ({temporary_folder()}) or that of the output: make room."
    )


@app.command("search")
def search_command(
    query: Annotated[str, typer.Argument(help='What to look for: words, "phrases", author:name, year:1990-1999 …')],
    size: Annotated[int, typer.Option(help="How many records to show.", min=1, max=100)] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show why each record ranks where it does.")] = False,
) -> None:
    """Search the catalogue in the terminal, exactly as the pages do."""
    from discovery.search.params import Row, SearchParams
    from discovery.search.service import SearchService
    from discovery.site import site_of
    from discovery.terminal import outcome_json, outcome_lines

    with _errors_told():
        settings = load_settings()
        engine = open_engine(settings.engine_options())
        try:
            params = SearchParams(rows=(Row(query),), size=size, explain=explain)
            outcome = SearchService(engine, site_of(settings).libraries).search(params)
        finally:
            engine.close()
    out = Console(highlight=False, emoji=False)
    if as_json:
        document_stream(out.file).write(outcome_json(outcome) + "\n")
        return
    for line in outcome_lines(outcome):
        out.print(line, markup=False, soft_wrap=True)


@app.command("relevance")
def relevance_command(
    file: Annotated[Path, typer.Argument(help="A CSV file with the columns query, record and top.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Ask a list of queries, and say which records don't come first, or among the first `top`.

    Ends with status 1 where one fell.
    """
    from discovery.relevance.wanted import judge_wanted, read_wanted
    from discovery.search.service import SearchService
    from discovery.site import site_of
    from discovery.terminal import verdict_lines, verdicts_json

    with _errors_told():
        wanted = read_wanted(file)
        settings = load_settings()
        engine = open_engine(settings.engine_options())
        try:
            verdicts = tuple(judge_wanted(SearchService(engine, site_of(settings).libraries), wanted))
        finally:
            engine.close()
    out = Console(highlight=False, emoji=False)
    if as_json:
        document_stream(out.file).write(verdicts_json(verdicts) + "\n")
    else:
        for line in verdict_lines(verdicts):
            out.print(line, markup=False, soft_wrap=True)
    if not all(verdict.held for verdict in verdicts):
        raise typer.Exit(1)


@app.command("demo")
def demo_command(
    port: Annotated[int, typer.Option(help="The port to serve on.", min=0, max=65535)] = 8000,
) -> None:
    """Load the example catalogues into a fresh data folder of their own, and serve them on this machine.

    Nothing is kept: the folder goes when the demo ends (Ctrl-C).
    """
    # The port before anything is loaded, so that a taken one is told at once; who comes meanwhile waits for the answer.
    with (
        _errors_told(),
        web.cli.listening(_THIS_MACHINE, port) as listener,
        TemporaryDirectory(prefix="padu-demo-") as folder,
    ):
        settings = demo_settings(Path(folder), web.cli.address(_THIS_MACHINE, listener))
        indexer.cli.run_sync(settings)
        web.cli.serve(settings, _THIS_MACHINE, listener)


def demo_settings(folder: Path, url: str = "http://127.0.0.1:8000") -> Settings:
    """The examples' settings with the embedded engine and the store in `folder`, for a catalogue at this address."""
    from discovery.examples import examples_folder

    settings = load_settings(examples_folder() / "padu.toml")
    site = settings.site.model_copy(update={"url": url})
    engine = EngineSettings(url=f"{EMBEDDED}{folder / 'index'}")
    store = StoreSettings(url=f"sqlite:///{folder / 'store.db'}")
    return settings.model_copy(update={"site": site, "engine": engine, "store": store})
