"""Batches of a thousand in one statement, on either database.

Many values go into one parameter: SQLite reads it as JSON, PostgreSQL as an array. So the statement's text is the same
whatever the batch's size, and is prepared once.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import ARRAY, BigInteger, ColumnElement, Connection, Dialect, Table, Text, bindparam, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine


class _Batch(TypeDecorator[Sequence[Any]]):
    """A sequence of values of one type."""

    impl = Text
    cache_ok = True

    def __init__(self, item: type[TypeEngine[Any]]) -> None:
        super().__init__()
        self.item = item

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(self.item) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Sequence[object] | None, dialect: Dialect) -> list[object] | str:
        values = value or ()
        return list(values) if dialect.name == "postgresql" else msgspec.json.encode(values).decode()


class each(FunctionElement[int]):  # noqa: N801
    """`each(batch).table_valued("value", name="value")`: the batch's values as rows."""

    inherit_cache = True


@compiles(each, "sqlite")
def _each_on_sqlite(element: each, compiler: SQLCompiler, **options: object) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(each, "postgresql")
def _each_on_postgresql(element: each, compiler: SQLCompiler, **options: object) -> str:
    return f"unnest({compiler.process(element.clauses, **options)})"


def among(column: ColumnElement[Any], batch: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the column's value is one of the batch's."""
    return column.in_(select(each(batch).table_valued("value", name="value").c.value))


def numbers(name: str) -> ColumnElement[Any]:
    """A parameter that takes a sequence of whole numbers."""
    return bindparam(name, type_=_Batch(BigInteger))


def texts(name: str) -> ColumnElement[Any]:
    """A parameter that takes a sequence of strings."""
    return bindparam(name, type_=_Batch(Text))


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows that give every column of the table, in its order.

    Around SQLAlchemy's own way of taking many rows, which costs more than the insertion itself.
    """
    if not rows:
        return
    statement = _insertion(table, connection.dialect)
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(statement, tuple(list(column) for column in zip(*rows, strict=True)))
    else:
        connection.exec_driver_sql(statement, list(rows))


@cache
def _insertion(table: Table, dialect: Dialect) -> str:
    names = ", ".join(column.name for column in table.columns)
    if dialect.name == "postgresql":
        arrays = ", ".join(f"%s::{column.type.compile(dialect)}[]" for column in table.columns)
        return f"INSERT INTO {table.name} ({names}) SELECT * FROM unnest({arrays})"
    places = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {table.name} ({names}) VALUES ({places})"
