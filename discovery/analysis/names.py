"""Given names that are spelt in many ways, and abbreviated: Muhammad, Mohamad, Moh."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def same_name(word: str) -> tuple[str, ...]:
    """The other spellings of a folded word that is a name of `data/names.txt`, in the order of that list; else none.

    No rule makes them: "ch" is "h" in Achmad and "kh" in Chairil, and "Moh." is in no word list.
    """
    return _others().get(word, ())


@cache
def _others() -> Mapping[str, tuple[str, ...]]:
    source = files("discovery.analysis") / "data" / "names.txt"
    lines = (line.split() for line in source.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {name: tuple(other for other in names if other != name) for names in lines for name in names}
