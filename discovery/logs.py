"""Log lines: one a batch, a short past-tense phrase with keys and values, on stderr.

What never stands in one: a reader's query beside their address, and credentials.
"""

import logging
import sys

import structlog

# Each tells in its own way, some with a traceback, what Padu says in a sentence.
_NOISY = (
    "pymarc",
    "elastic_transport",
    "elasticsearch",
    "urllib3",
    "httpx",
    "httpx2",
    "oaipmh_scythe",
    "uvicorn.access",
)
_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


def configure_logs(level: str = "warning") -> None:
    """Set up structlog and quiet the libraries that log by themselves. `level` is a name of `_LEVELS`."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty()),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(_LEVELS.get(level, logging.WARNING)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    for noisy in _NOISY:
        logging.getLogger(noisy).setLevel(logging.ERROR)
