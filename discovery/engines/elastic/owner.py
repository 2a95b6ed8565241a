"""Which process holds the writer's lock, and whether it still lives, as far as this machine can tell."""

import os
import socket
from pathlib import Path

import msgspec


class Owner(msgspec.Struct, frozen=True):
    """`machine` is one only where process ids mean the same; `process` stays unique when an id is used again."""

    machine: str
    process: str

    @property
    def is_gone(self) -> bool:
        """It ran here and has ended. False also says that nobody here can know."""
        number, _, started = self.process.partition("/")
        return self.machine == _machine() and _start_of(int(number)) != started


def this_process() -> Owner:
    """The owner that this process is."""
    return Owner(_machine(), f"{os.getpid()}/{_start_of(os.getpid())}")


def _machine() -> str:
    """A container may have its host's name, but not its process ids."""
    try:
        space = Path("/proc/self/ns/pid").readlink().name
    except OSError:
        space = "pid"
    return f"{socket.gethostname()}/{space}"


def _start_of(process: int) -> str | None:
    """When the process started, in the kernel's ticks; "" where the system doesn't tell; None when it has ended."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return None
    except OSError:  # it lives and belongs to somebody else
        pass
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    # proc_pid_stat(5): the state comes first after the name, a "Z" has ended and is only still listed; starttime
    # is the 22nd field of the line, so the 20th of these.
    return None if fields[0] == "Z" else fields[19]
