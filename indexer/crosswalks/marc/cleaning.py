"""A field's subfields, cleaned: as `plain_text` has each, without those that are empty then."""

from collections.abc import Sequence
from unicodedata import normalize

from discovery.catalog.text import plain_text

Subfields = Sequence[tuple[str, str]]


def cut_and_cleaned(text: str, is_printable: bool) -> tuple[Subfields, Subfields]:
    """The subfields of a field's text behind its first mark, as they came and cleaned; one list where they are clean.

    `is_printable` as a LazyField has it. Most fields are told to be clean while they are cut.
    """
    is_clean = is_printable and text.isascii() and _is_plain(text)
    raw: list[tuple[str, str]] = []
    for part in text.split("\x1f"):
        if part:
            value = part[1:]
            is_clean = is_clean and _is_trimmed(value)
            raw.append((part[0], value))
    return raw, raw if is_clean else cleaned(raw)


def cleaned(raw: Subfields) -> Subfields:
    """The subfields cleaned: for most fields by one look at them all."""
    joined = "|".join([value for _, value in raw])
    if not joined.isascii():
        composed = normalize("NFC", joined)
        if composed != joined:  # no letter is composed across "|"
            values = composed.split("|")
            if len(values) != len(raw):
                return _each_cleaned(raw)
            raw, joined = [(code, value) for (code, _), value in zip(raw, values, strict=True)], composed
    for _, value in raw:
        if not _is_trimmed(value):
            return _each_cleaned(raw)
    return raw if joined.isprintable() and _is_plain(joined) else _each_cleaned(raw)


def _each_cleaned(raw: Subfields) -> Subfields:
    return [(code, text) for code, value in raw if value and (text := plain_text(value))]


def _is_trimmed(value: str) -> bool:
    """Whether it says something, without blanks around it."""
    return value != "" and value[0] != " " and value[-1] != " "


def _is_plain(text: str) -> bool:
    """Whether `plain_text` would leave a printable text in NFC, without blanks around it, as it is."""
    return "<" not in text and "&" not in text and "  " not in text
