"""The commands that look into the store and change nothing: status, rejected, explain, review.

What only one of them needs is imported where it runs.
"""

from typing import Annotated

import typer

from discovery.engines.registry import open_engine
from discovery.settings import load_settings
from indexer import console
from indexer.command_end import errors_told
from indexer.configured import decisions_of, partners_of
from indexer.partners import chosen_partners
from indexer.store.store import open_store

app = typer.Typer()
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV for a spreadsheet instead of a table.")]


@app.command("status")
def status_command(as_json: AsJson = False) -> None:
    """Show the partners, how many records stand in the store, how fresh they are, and the engine's state.

    Partners whose last run failed are told with the reason. Ends with status 0 whatever it finds.
    """
    from indexer.status import status_of
    from indexer.status_console import show_status

    with errors_told():
        settings = load_settings()
        options = settings.engine_options()
        with open_store(settings.store_url(), writing=False) as store:
            engine = open_engine(options)
            try:
                status = status_of(store, partners_of(settings), engine.health(), options.url)
            finally:
                engine.close()
        show_status(status, as_json=as_json)


@app.command("rejected")
def rejected_command(
    partner: Annotated[str, typer.Argument(help="The partner's code.")],
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """List what was refused of a partner's records: where it stands, which it is, and why."""
    from indexer.rejected_console import show_rejections
    from indexer.store.partner_states import partner_states

    with errors_told():
        settings = load_settings()
        settings.need_file()
        with open_store(settings.store_url(), writing=False) as store:
            # One that stands in padu.toml no more stands in `padu status` until it is removed.
            if all(each.code != partner for each in partner_states(store)):
                chosen_partners(partners_of(settings), [partner])
            show_rejections(store, partner, "json" if as_json else "csv" if as_csv else "table")


@app.command("explain")
def explain_command(
    record: Annotated[
        str, typer.Argument(help="Any id of the record, 13 characters as in its address, or PARTNER/NUMBER.")
    ],
    as_json: AsJson = False,
) -> None:
    """Show why these partners' records are one union record, and which others came near."""
    from indexer.evidence_console import show_evidence
    from indexer.match.decisions import named_id
    from indexer.match.explain import explain

    with errors_told():
        settings = load_settings()
        with open_store(settings.store_url(), writing=False) as store:
            evidence = explain(store, named_id(record), decisions_of(settings))
        show_evidence(evidence, record, as_json=as_json)


@app.command("review")
def review_command(
    partner: Annotated[
        list[str] | None, typer.Argument(help="Codes of partners: only pairs with a record of theirs; all when none.")
    ] = None,
    most: Annotated[int, typer.Option("--most", help="How many pairs to list.", min=1)] = 50,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV for a spreadsheet instead of text.")] = False,
    as_toml: Annotated[bool, typer.Option("--toml", help="Print lines to paste into matching.toml.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the pairs of records that matching judged least surely, nearest to the threshold first, with its reasons.

    What a librarian decides goes into matching.toml, and stands from the next sync or rebuild on.
    """
    from indexer.match.review import doubtful_pairs
    from indexer.review_console import Form, show_doubts

    with errors_told():
        settings = load_settings()
        wanted = [each.code for each in chosen_partners(partners_of(settings), partner)] if partner else ()
        form: Form = "json" if as_json else "csv" if as_csv else "toml" if as_toml else "table"
        with (
            open_store(settings.store_url(), writing=False) as store,
            console.progress(quiet=form != "table") as progress,
        ):
            progress.begin("compare")
            doubts = doubtful_pairs(store, most, wanted, decisions_of(settings), progress.advance)
        show_doubts(doubts, form)
