"""Turns a validation error into one sentence: which line of padu.toml, what is wrong, what is allowed."""

import re

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_MARKED = re.compile(r"@([\w.]+)@(.*)", re.DOTALL)
_HEADER = re.compile(r"\s*\[+([^\[\]]+)\]+")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w-]+)\s*=""")
_FIELD = re.compile(r'field "(\w+)"')
Place = tuple[int | str, ...]


def problem_sentence(error: ValidationError, text: str, file: str) -> str:
    """The first problem of `error`, placed in `text`, the content of `file`; further ones are counted."""
    first, *others = error.errors()
    place, message = _place_and_message(first)
    line = line_of(text, place)
    where = f"{file}, line {line}" if line else (f"{file}" if text else "the settings")
    name = ".".join(str(part) for part in place if not isinstance(part, int))
    more = f" ({len(others)} more problems follow.)" if others else ""
    said = f"{name}: {message}" if name else message
    return f"{where}: {said}.{more}"


def variable_sentence(error: Exception) -> str:
    """A variable that is named like a whole table (PADU_STORE), as pydantic-settings complains of it."""
    table = _FIELD.search(str(error))
    name = f"PADU_{table[1].upper()}" if table else "PADU_…"
    return (
        f"The variable {name} names a table of padu.toml and none of its settings; write it as PADU_ENGINE_URL, or "
        "take it away."
    )


def _place_and_message(detail: ErrorDetails) -> tuple[Place, str]:
    message = detail["msg"].removeprefix("Value error, ")
    marked = _MARKED.match(message)
    if marked:
        parts = marked[1].split(".")
        return tuple(int(part) if part.isdigit() else part for part in parts), marked[2]
    place = tuple(detail["loc"])
    kind = detail["type"]
    if kind == "extra_forbidden":
        return place, "is no setting of Padu; check the spelling"
    if kind == "missing":
        return place, "has to be given"
    if kind == "tuple_type" and place in (("library",), ("partner",)):
        return place, f"is a list of tables: write [[{place[0]}]], with two brackets on each side"
    given = "" if isinstance(detail["input"], dict | list) else f"{detail['input']!r} can't be: "
    return place, given + message[:1].lower() + message[1:]


def line_of(text: str, place: Place) -> int | None:
    """The line (from 1) on which a setting stands in a TOML text, or its table's if it isn't there itself.

    `place` is a path as pydantic gives it: ("partner", 2, "format").
    """
    if not place:
        return None
    table, index, keys = str(place[0]), 0, [str(part) for part in place[1:] if isinstance(part, str)]
    if len(place) > 1 and isinstance(place[1], int):
        index = place[1]
    header = re.compile(rf"^\s*\[+\s*{re.escape(table)}\s*\]+")
    lines = text.splitlines()
    starts = [number for number, line in enumerate(lines) if header.match(line)]
    if index >= len(starts):
        return None
    start = starts[index]
    return _line_within(lines, start, table, keys) + 1


def _line_within(lines: list[str], start: int, table: str, keys: list[str]) -> int:
    """The line (from 0) of a key of the table that begins at `start`, or of one of the tables in it."""
    found, path = start, [table, *keys]
    inside: list[str] = [table]
    for number in range(start + 1, len(lines)):
        if header := _HEADER.match(lines[number]):
            inside = [part.strip(" \"'") for part in header[1].split(".")]
            if inside[0] != table or len(inside) == 1:
                break
            found = number if inside == path[: len(inside)] else found
        elif key := _KEY.match(lines[number]):
            at = [*inside, key[1].strip("\"'")]
            if at == path[: len(at)]:
                return number
    return found
