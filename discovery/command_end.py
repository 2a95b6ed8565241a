"""How a command ends that couldn't do what it was asked: one sentence on stderr, and exit status 2."""

import errno
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from discovery.errors import PaduError
from discovery.logs import configure_logs

COULD_NOT_RUN = 2
# Without emoji: "127.0.0.1:-1:" is no picture.
ERR = Console(stderr=True, emoji=False)
# Of kill and of a terminal's window that is closed: both end a command as Ctrl-C does, with its folder tidied up, but
# where somebody said (nohup) that they don't.
_ENDING = (signal.SIGTERM, signal.SIGHUP)


def complain(sentence: str) -> None:
    """One sentence on stderr."""
    ERR.print(sentence, style="bold red", markup=False, highlight=False, soft_wrap=True)


@contextmanager
def errors_told(full_disk: str) -> Iterator[None]:
    """One sentence instead of a traceback; `full_disk` is that for a full disk."""
    configure_logs()
    heeded = [each for each in _ENDING if signal.getsignal(each) != signal.SIG_IGN]
    before = {each: signal.signal(each, signal.default_int_handler) for each in heeded}
    try:
        yield
    except PaduError as error:
        complain(str(error))
        raise typer.Exit(COULD_NOT_RUN) from error
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        complain(full_disk)
        raise typer.Exit(COULD_NOT_RUN) from error
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
