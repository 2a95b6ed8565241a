"""How a technician's command ends: its exit status, and what is said where it was stopped."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer

from discovery import command_end
from discovery.command_end import COULD_NOT_RUN, complain
from discovery.temporary_folder import temporary_folder
from indexer.partners import Partner
from indexer.pipeline import RunReport
from indexer.report import PartnerReport
from indexer.retries import tell_retries
from indexer.settling import UNASKED

DONE, TOO_MANY_REJECTED = 0, 1


@contextmanager
def errors_told() -> Iterator[None]:
    """One sentence on stderr and exit status 2 instead of a traceback; a signal that ends it is Ctrl-C."""
    tell_retries()
    full_disk = (
        f"A disk is full, that of the installation or that of temporary files ({temporary_folder()}): make room, then "
        "run the same command again; nothing was lost."
    )
    with command_end.errors_told(full_disk):
        try:
            yield
        except KeyboardInterrupt:
            complain("Stopped. Nothing is lost; the same command again finishes the work.")
            raise typer.Exit(COULD_NOT_RUN) from None


def exit_status(report: RunReport, partners: Sequence[Partner]) -> int:
    """2 if a source could not be read, 1 if more was refused than a partner tolerates, else 0."""
    tolerance = {partner.code: partner.tolerance for partner in partners}
    if any(each.failure for each in report.partners):
        return COULD_NOT_RUN
    excess = [each for each in report.partners if _exceeds(each, tolerance.get(each.partner, 0))]
    refused = report.published is not None and report.published.refused
    return TOO_MANY_REJECTED if excess or refused else DONE


def _exceeds(report: PartnerReport, share: float) -> bool:
    """Whether more was refused than this share of what the partner gave: of changes, than this share of all that it
    has, unless most of them were.
    """
    refused, given = report.counts.rejected, report.counts.total
    if refused <= share * given:
        return False
    return refused > share * report.standing or (refused > UNASKED and refused * 2 > given)
