"""How a command ends that couldn't do what it was asked: one sentence on stderr, and exit status 2."""

import errno
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import typer
from rich.console import Console

from discovery.errors import PaduError
from discovery.logs import configure_logs
from discovery.temporary_folder import NO_TEMPORARY_FOLDER, lacks_temporary_folder

COULD_NOT_RUN = 2
# Without emoji: "127.0.0.1:-1:" is no picture.
ERR = Console(stderr=True, emoji=False)
# Of kill and of a terminal's window that is closed.
_ENDING = (signal.SIGTERM, signal.SIGHUP)

Handler = Callable[[int, FrameType | None], object]


def complain(sentence: str) -> None:
    """One sentence on stderr."""
    ERR.print(sentence, style="bold red", markup=False, highlight=False, soft_wrap=True)


def is_full_disk(error: BaseException) -> bool:
    """Whether a disk, or what its user may have of it, has no room left; SQLite says so of its temporary files, too."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def ended_by(handler: Handler, *always: signal.Signals) -> Iterator[None]:
    """`handler` hears of what ends a command, but where somebody said (nohup) that it doesn't; of `always` anyway."""
    heeded = [each for each in _ENDING if signal.getsignal(each) != signal.SIG_IGN]
    before = {each: signal.signal(each, handler) for each in dict.fromkeys((*always, *heeded))}
    try:
        yield
    finally:
        for each, own in before.items():
            signal.signal(each, own)


@contextmanager
def errors_told(full_disk: str) -> Iterator[None]:
    """One sentence instead of a traceback; `full_disk` is that for a full disk. Whatever ends the command does so as
    Ctrl-C, with its folder tidied up.
    """
    configure_logs()
    with ended_by(signal.default_int_handler):
        try:
            yield
        except PaduError as error:
            complain(str(error))
            raise typer.Exit(COULD_NOT_RUN) from error
        except (OSError, sqlite3.Error) as error:
            if not (is_full_disk(error) or lacks_temporary_folder(error)):
                raise
            complain(full_disk if is_full_disk(error) else NO_TEMPORARY_FOLDER)
            raise typer.Exit(COULD_NOT_RUN) from error
