"""What worker processes look up: one read-only file for the time of a publication, which each opens for itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def lookup_file(write: Callable[[Path], bool]) -> Iterator[str]:
    """The path of the file that `write` makes; "" where that says that there is nothing to look up."""
    with TemporaryDirectory(prefix="padu-lookup-") as folder:
        path = Path(folder) / "lookup"
        yield str(path) if write(path) else ""
