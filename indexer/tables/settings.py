"""[partner.columns] of padu.toml → rules. Every mistake is one sentence that says what is allowed."""

import codecs
from collections.abc import Mapping
from pathlib import Path

from discovery.errors import SettingsError
from discovery.table_settings import TableSettings
from indexer.tables.columns import MAPPABLE, ColumnRule, field_named, letter
from indexer.tables.rules import TableRules

_KEYS = frozenset({"column", "columns", "split"})


def table_rules(partner: str, entry: TableSettings, library_column: str, folder: Path = Path()) -> TableRules:
    """How this partner's tables are read; `library_column` says which library a row is of, and `folder` where files are
    counted from. Raises SettingsError.
    """
    apart = entry.copies_source
    if "://" in apart or (apart and entry.rows == "copies"):
        raise SettingsError(
            f"padu.toml, partner {partner!r}: copies_source has to be a file on this machine, beside a source whose "
            "rows are titles."
        )
    return TableRules(
        columns=_column_rules(partner, entry.columns),
        rows="titles" if apart else entry.rows,
        delimiter=entry.delimiter,
        encoding=_check_encoding(partner, entry.encoding),
        header=entry.header,
        sheet=entry.sheet,
        library_column=library_column,
        copies_source=str(folder / apart) if apart else "",
    )


def _column_rules(partner: str, columns: Mapping[str, object]) -> tuple[ColumnRule, ...]:
    """Each entry is a column's name, a list of names, or { column = "…", split = "…" }; a column of a table without a
    header goes by its letter or its number. Raises SettingsError.
    """
    return tuple(_rule(partner, name, value) for name, value in columns.items())


def _rule(partner: str, name: str, value: object) -> ColumnRule:
    field = field_named(name)
    if field is None:
        raise SettingsError(
            f"padu.toml, partner {partner!r}: columns.{name} is no field of a record; fields are {', '.join(MAPPABLE)}."
        )
    split: object = ""
    if isinstance(value, Mapping):
        strange = sorted(set(value) - _KEYS)
        if strange or not {"column", "columns"} & set(value):
            raise SettingsError(_form(partner, name))
        split, value = value.get("split", ""), value.get("column", value.get("columns"))
    listed = value if isinstance(value, list | tuple) else [value]
    named = [_column(each) for each in listed]
    if not isinstance(split, str) or not named or not all(named):
        raise SettingsError(_form(partner, name))
    return ColumnRule(field, tuple(named), split)


def _column(value: object) -> str:
    """A column as settings name it: by its header or letter, or by its number from 1."""
    if isinstance(value, int) and not isinstance(value, bool):
        return letter(value - 1) if 0 < value <= 16_384 else ""
    return value.strip() if isinstance(value, str) else ""


def _form(partner: str, name: str) -> str:
    return (
        f'padu.toml, partner {partner!r}: columns.{name} has to be a column ("JUDUL", or "B" without a header), '
        'a list of columns, or { column = "PENGARANG", split = ";" }.'
    )


def _check_encoding(partner: str, encoding: str) -> str:
    """The character set by the name that readers use. Raises SettingsError when there is none so called."""
    if not encoding:
        return ""
    try:
        return codecs.lookup(encoding).name
    except LookupError as error:
        raise SettingsError(
            f"padu.toml, partner {partner!r}: there is no encoding {encoding!r}; "
            "usual ones are utf-8, windows-1252, windows-1256 and utf-16."
        ) from error
