"""What a technician is told while a server that puts us off is waited for: who said what, and for how long we wait."""

import httpx2
import structlog
from stamina.instrumentation import RetryDetails, set_on_retry_hooks

from indexer.access import shown

log = structlog.get_logger()


def tell_retries() -> None:
    """Have each wait before another attempt logged as one line, in the place of stamina's own."""
    set_on_retry_hooks([_told])


def _told(details: RetryDetails) -> None:
    log.warning(
        "waiting before asking again",
        because=_reason(details.caused_by),
        seconds=round(details.wait_for, 1),
        attempt=details.retry_num + 1,
    )


def _reason(error: Exception) -> str:
    """Who it was and what came of asking, without credentials: our own errors say both, a broken connection neither."""
    if isinstance(error, httpx2.TransportError):
        return f"{shown(str(error.request.url))} gave no answer ({str(error) or type(error).__name__})."
    return str(error)
