"""Classification numbers as groups that a reader can choose from."""

import re

# "2X4.1": Indonesian libraries class Islam at 2X, an expansion of the Dewey 297 that sorts and groups with religion.
_DEWEY = re.compile(r"^(2X\d?|\d{3})(?:\.(\d+))?", re.IGNORECASE)
_MARKS = re.compile(r"[/'’′\[\]\s]")


def dewey_number(text: str) -> str | None:
    """The class number at the start of `text`, without segmentation marks: "899'.2213/2" → "899.22132".

    None when it doesn't open with three digits or with 2X: "[Fic]", "B", "E 99".
    """
    bare = _MARKS.sub("", text)
    match = _DEWEY.match(bare)
    if not match:
        return None
    return f"{match[1].upper()}.{match[2]}" if match[2] else match[1].upper()


def class_group(scheme: str, number: str) -> str | None:
    """The Dewey hundred a number belongs to ("899.2213" → "800", "2X4.1" → "200"); None for other schemes."""
    if scheme != "ddc":
        return None
    dewey = dewey_number(number)
    return f"{dewey[0]}00" if dewey else None
