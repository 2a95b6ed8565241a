"""Forms that settings have to keep to, each with the words that say so to whoever wrote it otherwise."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

_SCHEMES = ("http", "https")


def form(pattern: str, words: str) -> AfterValidator:
    """A text that matches the whole of `pattern`; `words` finish the sentence "… can't be: "."""
    wanted = re.compile(pattern)

    def check(value: str) -> str:
        if not wanted.fullmatch(value):
            raise ValueError(words)
        return value

    return AfterValidator(check)


def checked_source(source: str) -> str:
    """A path, a glob, or an address that can be asked. Raises ValueError with what is wrong with it."""
    if not source.strip():
        raise ValueError("it has to name a file, a folder, a glob, or an address with http:// or https://")
    return checked_address(source) if "://" in source else source


def checked_address(address: str) -> str:
    """An address that can be asked. Raises ValueError with what is wrong with it."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises where it is none
    except ValueError as error:
        raise ValueError("it is no address: its host or its port can't be read") from error
    if parts.scheme.lower() not in _SCHEMES:
        raise ValueError("addresses begin with http:// or https://, and a file is named by its path alone")
    if not parts.hostname:
        raise ValueError("it is an address without a host")
    return address


_CODE = form(
    r"[a-z0-9][a-z0-9._-]{0,39}",
    'a code has small letters, digits, ".", "_" and "-", begins with a letter or digit, and has forty signs at most',
)
Code = Annotated[str, _CODE]
