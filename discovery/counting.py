"""Numbers with what they count, for sentences in the terminal; pages have gettext."""


def counted(number: int, noun: str) -> str:
    """Like "1 record" and "14,396 records"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
