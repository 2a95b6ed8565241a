"""Before a partner's records are taken out: is there such a partner, and is it meant?"""

import sys
from pathlib import Path

import typer

from discovery.command_end import complain
from discovery.counting import counted
from discovery.errors import NotFound, PaduError
from indexer.pipeline import Installation, RunReport, remove
from indexer.sources import alone
from indexer.store.partner_states import partner_states
from indexer.store.removal import ever_held, forget_partner
from indexer.store.source_counts import living_count


def remove_confirmed(installation: Installation, harvests: Path, partner: str, *, yes: bool) -> RunReport:
    """Take a partner's records out, and what was fetched of it into the folder of harvests, once that is confirmed, by
    `yes` or on a terminal. Whatever it is killed in, the same command finishes it.

    Raises NotFound for a partner that nobody knows, PaduError when it isn't confirmed, or a folder can't be deleted.
    """
    _confirm(installation, partner, yes=yes)
    report = remove(installation, partner)
    _forget_fetched(harvests, partner)
    forget_partner(installation.store, partner)
    return report


def _forget_fetched(folder: Path, partner: str) -> None:
    kept = folder / partner
    if kept.parent != folder:
        return
    try:
        alone.forget_fetched(kept)
    except OSError as error:
        raise PaduError(
            f"The records of {partner} were taken out, but {kept} can't be deleted ({error.strerror or error}): delete "
            "it by hand."
        ) from error


def _confirm(installation: Installation, partner: str, *, yes: bool) -> None:
    known = {each.code for each in installation.partners} | {each.code for each in partner_states(installation.store)}
    records = living_count(installation.store, partner)
    # Of one that is gone the store keeps the ids: whoever isn't sure that it went well says it again.
    if partner not in known and not ever_held(installation.store, partner):
        raise NotFound(f"There is no partner {partner!r}; known are {', '.join(sorted(known)) or 'none'}.")
    if any(each.code == partner for each in installation.partners):
        complain(f"{partner} still stands in padu.toml: take its [[partner]] out, or the next sync fetches it again.")
    if yes:
        return
    if not sys.stdin.isatty():
        raise PaduError(f"{counted(records, 'record')} of {partner} would be taken out; say --yes to do it.")
    if not typer.confirm(f"Take {counted(records, 'record')} of {partner} out of the catalogue?"):
        raise PaduError("Nothing was changed.")
