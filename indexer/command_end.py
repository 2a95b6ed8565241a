"""How a command ends: the exit status, and one sentence where it couldn't do what it was asked."""

import errno
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from tempfile import gettempdir

import typer

from discovery.errors import PaduError
from discovery.logs import configure_logs
from indexer import console
from indexer.partners import Partner
from indexer.pipeline import RunReport
from indexer.report import PartnerReport
from indexer.retries import tell_retries

DONE, TOO_MANY_REJECTED, COULD_NOT_RUN = 0, 1, 2


@contextmanager
def errors_told() -> Iterator[None]:
    """One sentence on stderr and exit status 2 instead of a traceback; SIGTERM ends a command as Ctrl-C does."""
    configure_logs()
    tell_retries()
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except PaduError as error:
        console.complain(str(error))
        raise typer.Exit(COULD_NOT_RUN) from error
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        console.complain(
            f"A disk is full, that of the installation or that of temporary files ({gettempdir()}): make room, then "
            "run the same command again; nothing was lost."
        )
        raise typer.Exit(COULD_NOT_RUN) from error
    except KeyboardInterrupt:
        console.complain("Stopped. Nothing is lost; the same command again finishes the work.")
        raise typer.Exit(COULD_NOT_RUN) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def exit_status(report: RunReport, partners: Sequence[Partner]) -> int:
    """2 if a source could not be read, 1 if more was refused than a partner tolerates, else 0."""
    tolerance = {partner.code: partner.tolerance for partner in partners}
    if any(each.failure for each in report.partners):
        return COULD_NOT_RUN
    excess = [each for each in report.partners if _rejected_share(each) > tolerance.get(each.partner, 0)]
    refused = report.published is not None and report.published.refused
    return TOO_MANY_REJECTED if excess or refused else DONE


def _rejected_share(report: PartnerReport) -> float:
    return report.counts.rejected / report.counts.total if report.counts.total else 0.0
