"""Word lists that matching knows, as text files a librarian can read and mend: a line that begins with # explains."""

from importlib.resources import files


def word_list(name: str) -> frozenset[str]:
    """The words of `name`.txt."""
    return frozenset(word for line in _lines(name) for word in line.split())


def first_forms(name: str) -> dict[str, str]:
    """Each word of `name`.txt, of which a line holds words for one thing, with the first of its line."""
    return {word: line.split()[0] for line in _lines(name) for word in line.split()}


def written_out(name: str) -> dict[str, tuple[str, ...]]:
    """The first word of each line of `name`.txt, with the others of its line, which it stands for."""
    return {line.split()[0]: tuple(line.split()[1:]) for line in _lines(name)}


def told_apart(name: str) -> dict[str, frozenset[str]]:
    """Each word of `name`.txt, of which a line holds words that are different things, with the others of its lines."""
    lines = [frozenset(line.split()) for line in _lines(name)]
    words = frozenset().union(*lines)
    return {word: frozenset().union(*(line for line in lines if word in line)) - {word} for word in words}


def _lines(name: str) -> list[str]:
    lines = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
