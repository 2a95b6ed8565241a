"""Turns a validation error into one sentence: which line of padu.toml, what is wrong, what is allowed."""

import os
import re
from datetime import date, time
from difflib import get_close_matches
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

_MARKED = re.compile(r"@([\w.]+)@(.*)", re.DOTALL)
_HEADER = re.compile(r"\s*\[+([^\[\]]+)\]+")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w-]+)\s*=""")
_FIELD = re.compile(r'field "(\w+)"')
Place = tuple[int | str, ...]


# What pydantic says in the words of Python, by its kinds of error: https://docs.pydantic.dev/latest/errors/validation_errors/
_WORDS = {
    **dict.fromkeys(("string_type", "string_sub_type"), "it has to be a text in quotation marks"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "it has to be true or false"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), "it has to be a whole number"),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), "it has to be a number"),
    **dict.fromkeys(("dict_type", "mapping_type", "model_type"), "it has to be a table of settings, each with a name"),
    "tuple_type": 'it has to be a list: ["…", "…"]',
    "is_instance_of": 'it has to be one text for all languages, or one for each: { id = "…", en = "…" }',
}


def problem_sentence(error: ValidationError, settings: type[BaseModel], text: str, file: str) -> str:
    """The first problem of `error`, placed in `text`, the content of `file`, or in the variable that it comes from;
    further ones are counted. `settings` is what was to be made.
    """
    first, *others = error.errors()
    place, message = _place_and_message(first, settings)
    more = f" ({len(others)} more problems follow.)" if others else ""
    if variable := _variable_of(place):
        return f"The variable {variable}: {message}.{more}"
    line = line_of(text, place)
    where = f"{file}, line {line}" if line else (f"{file}" if text else "the settings")
    name = ".".join(str(part) for part in place if not isinstance(part, int))
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


def _variable_of(place: Place) -> str:
    """The variable that a setting was taken from, "" where it is padu.toml's: variables win."""
    name = "_".join(("PADU", *map(str, place))).upper()
    return next((each for each in os.environ if each.upper() == name), "") if len(place) > 1 else ""


def _place_and_message(detail: ErrorDetails, settings: type[BaseModel]) -> tuple[Place, str]:
    message = detail["msg"].removeprefix("Value error, ")
    marked = _MARKED.match(message)
    if marked:
        parts = marked[1].split(".")
        return tuple(int(part) if part.isdigit() else part for part in parts), marked[2]
    place = tuple(detail["loc"])
    kind = detail["type"]
    if kind == "extra_forbidden":
        near = get_close_matches(str(place[-1]), _names_at(settings, place[:-1]), 1)
        return place, "is no setting of Padu; check the spelling" + "".join(f" (is it {name}?)" for name in near)
    if kind == "missing":
        return place, "has to be given"
    if kind == "tuple_type" and place in (("library",), ("partner",)):
        return place, f"is a list of tables: write [[{place[0]}]], with two brackets on each side"
    given = "" if isinstance(detail["input"], dict | list) else f"{_shown(detail['input'])} can't be: "
    return place, given + _WORDS.get(kind, message[:1].lower() + message[1:])


def _shown(value: object) -> str:
    """A value as it stands in padu.toml."""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date | time) else repr(value)


def _names_at(settings: type[BaseModel], place: Place) -> list[str]:
    """What may stand in the table at this place."""
    model: type[BaseModel] | None = settings
    for part in place:
        if model is not None and isinstance(part, str):
            model = _model_in(model.model_fields[part].annotation)
    return list(model.model_fields) if model is not None else []


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The table of settings in an annotation like `tuple[PartnerSettings, ...]` or `CopySettings | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each)) is not None), None)


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
        return _line_above_tables(lines, table)
    start = starts[index]
    return _line_within(lines, start, table, keys) + 1


def _line_above_tables(lines: list[str], name: str) -> int | None:
    """The line (from 1) on which something is given a value before the first table."""
    for number, line in enumerate(lines, 1):
        if _HEADER.match(line):
            break
        if (key := _KEY.match(line)) and key[1].strip("\"'") == name:
            return number
    return None


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
