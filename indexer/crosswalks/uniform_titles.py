"""Uniform titles as one line, with the full stops that many catalogues leave out."""

from collections.abc import Iterable


def with_stops(parts: Iterable[tuple[str, str]], apart: str) -> str:
    """The values of subfields, by their codes, as one text, with a full stop before each whose code is in `apart`.

    What follows a uniform title, its language, part or version, stands after a full stop (AACR2 25.2-25.6), which
    tells the work from it: "Bumi manusia. German". RDA's records may be without, and others have a comma.
    """
    text = ""
    for code, value in parts:
        if text and code in apart:
            text = text.rstrip(" ,;:")
            text += "" if text.endswith((".", "?", "!")) else "."
        text = f"{text} {value}".strip()
    return text
