"""What a command prints, where nobody reads on, nothing more can be written, or a terminal lacks the letters."""

import io
import os
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Told(io.FileIO):
    """A standard stream that can end before what is told does.

    Its reader may go (`padu search … | head`): the rest is for nobody, and the command ends as it would have. Whoever
    took that for an error would say of a sync that it went wrong. A full disk is an error, told once: what is left in
    the buffers isn't tried again.
    """

    def write(self, data: "ReadableBuffer", /) -> int:
        try:
            return super().write(data) or 0  # 0: a stream that doesn't wait took nothing
        except BrokenPipeError:
            self._go_nowhere()
            return memoryview(data).nbytes
        except OSError:
            self._go_nowhere()
            raise

    def _go_nowhere(self) -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)


def prepare_streams() -> None:
    """Make stdout and stderr such streams, where they are the process's own. One that was closed goes nowhere."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        # A terminal of Latin-1 can't show القرآن: an escape for each letter is more than no answer at all.
        if isinstance(stream, io.TextIOWrapper) and not stream.encoding.lower().startswith("utf"):
            stream.reconfigure(errors="backslashreplace")
        if type(stream) is io.TextIOWrapper and isinstance(getattr(stream.buffer, "raw", stream.buffer), io.FileIO):
            setattr(sys, name, _told(stream))


def document_stream(stream: IO[str]) -> IO[str]:
    """The stream for JSON, CSV or TOML: in UTF-8, whatever letters the locale has. A terminal keeps its own."""
    if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
        stream.reconfigure(encoding="utf-8", errors="strict")
    return stream


def _told(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    raw = _Told(stream.fileno(), "w", closefd=False)
    # Unbuffered (PYTHONUNBUFFERED, as in the image) there is nothing between the letters and the file.
    buffer = io.BufferedWriter(raw) if hasattr(stream.buffer, "raw") else raw
    return io.TextIOWrapper(
        buffer,
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )
