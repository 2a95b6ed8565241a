"""Which options of `padu sync` go together: one that would silently count for nothing ends the command instead."""

from collections.abc import Collection

from discovery.errors import PaduError

# Options that are a command of their own, each with what may stand beside it and what it does.
_ALONE = (
    (
        "--remove",
        frozenset({"--yes", "--json"}),
        "takes out one partner, and nothing else; without --yes it says how many records that are before it does",
    ),
    ("--schedule", frozenset[str](), "keeps syncing all partners as padu.toml has them"),
)


def refuse_clashes(given: Collection[str]) -> None:
    """Raises PaduError where one of the options given excludes another; PARTNER stands for codes of partners."""
    for option, beside, what in _ALONE:
        others = [each for each in given if each != option and each not in beside]
        if option in given and others:
            raise PaduError(f"{option} {what}: leave out {' and '.join(others)}. Nothing was done.")
