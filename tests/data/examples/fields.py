"""Small makers of MARC fields, shared by the modules that describe, identify and hold."""

import re
import zlib

from pymarc import Field, Indicators, Subfield


def make(tag: str, indicators: str, *subfields: tuple[str, str]) -> Field:
    """A field of the subfields that have text; two indicators, written as one string."""
    filled = [Subfield(code, text) for code, text in subfields if text]
    return Field(tag=tag, indicators=Indicators(indicators[0], indicators[1]), subfields=filled)


def split(text: str, first: str = "a") -> list[tuple[str, str]]:
    """Subfields of a text with $x marks inside; the text before the first mark gets the code `first`."""
    head, *rest = re.split(r"\s*\$(?=[a-z])", text)
    return [(first, head), *((part[0], part[1:].strip()) for part in rest)]


def number(key: str) -> int:
    """A work's number, the same wherever it stands in the files: other works may come and go around it."""
    return zlib.crc32(key.encode())
