"""Word lists that matching knows, as text files a librarian can read and mend: a line that begins with # explains."""

from importlib.resources import files


def word_list(name: str) -> frozenset[str]:
    """The words of `name`.txt."""
    lines = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
