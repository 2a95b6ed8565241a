"""[partner.columns], [partner.copies_table] → rules. Every mistake is one sentence that says what is allowed."""

import codecs
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from discovery.errors import SettingsError
from discovery.table_settings import CopiesTableSettings, TableForm, TableSettings
from indexer.tables.columns import MAPPABLE, ColumnRule, field_named, letter
from indexer.tables.rules import TableRules

_KEYS = frozenset({"column", "columns", "split"})


def table_rules(partner: str, entry: TableSettings, library_column: str, folder: Path = Path()) -> TableRules:
    """How this partner's tables are read; `library_column` says which library a row is of, and `folder` where files are
    counted from. Raises SettingsError.
    """
    source = entry.copies_source
    if "://" in source or (source and entry.rows == "copies"):
        raise SettingsError(
            f"padu.toml, partner {partner!r}: copies_source has to be a file on this machine, beside a source whose "
            "rows are titles."
        )
    if entry.copies_table is not None and not source:
        raise SettingsError(
            f"padu.toml, partner {partner!r}: copies_table says how the table of copies is read, but copies_source "
            "doesn't say where it is."
        )
    rules = _rules(partner, entry, "columns")
    if not source:
        return replace(rules, rows=entry.rows, library_column=library_column)
    form = entry.copies_table or CopiesTableSettings()
    copies = _rules(partner, form, "copies_table.columns")
    return replace(
        rules,
        columns=(*rules.columns, *(replace(rule, apart=True) for rule in copies.columns)),
        rows="titles",
        library_column=library_column,
        copies_source=str(folder / source),
        # Each row of the table is a copy, and is gathered by its title's row, not with its like.
        copies=replace(copies, rows="titles", library_column=form.library_from, apart=True),
    )


def _rules(partner: str, form: TableForm, section: str) -> TableRules:
    return TableRules(
        columns=tuple(_rule(partner, f"{section}.{name}", value) for name, value in form.columns.items()),
        delimiter=form.delimiter,
        encoding=_check_encoding(partner, form.encoding),
        header=form.header,
        sheet=form.sheet,
    )


def _rule(partner: str, name: str, value: object) -> ColumnRule:
    """Each entry is a column's name, a list of names, or { column = "…", split = "…" }; a column of a table without a
    header goes by its letter or its number. `name` is the entry's with its table's. Raises SettingsError.
    """
    field = field_named(name.rpartition(".")[2])
    if field is None:
        raise SettingsError(
            f"padu.toml, partner {partner!r}: {name} is no field of a record; fields are {', '.join(MAPPABLE)}."
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
        f'padu.toml, partner {partner!r}: {name} has to be a column ("JUDUL", or "B" without a header), '
        'a list of columns, or { column = "PENGARANG", split = ";" }.'
    )


def _check_encoding(partner: str, encoding: str) -> str:
    """The character set by the name that readers use. Raises SettingsError when there is none so called."""
    if not encoding:
        return ""
    try:
        "".encode(encoding)  # some codecs are none of texts: "hex"
        return codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:
        raise SettingsError(
            f"padu.toml, partner {partner!r}: there is no encoding {encoding!r}; "
            "usual ones are utf-8, windows-1252, windows-1256 and utf-16."
        ) from error
