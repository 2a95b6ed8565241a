"""What the files of a source are called in reports."""

import os
from pathlib import Path


def folders_below(root: Path, path: Path) -> str:
    """The folders between the two, "" where there is none."""
    return in_unicode("/".join(path.relative_to(root).parts[:-1]))


def in_unicode(name: str) -> str:
    """A name as text: one that isn't UTF-8, as archives from Windows leave it, in Latin-1."""
    given = os.fsencode(name)
    try:
        return given.decode()
    except UnicodeDecodeError:
        return given.decode("latin-1")
