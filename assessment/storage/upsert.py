"""Statements that insert a row, or change the one with the same key. For those that people wait for: no objects."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert

from assessment.storage.tables.base import Row, table_of

INSERT: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@cache
def upsert(row: type[Row], dialect: str, *, key: Sequence[str], changed: Sequence[str]) -> Insert:
    """Made once for each table, because making it takes longer than running it."""
    statement = INSERT[dialect](table_of(row))
    values = {name: statement.excluded[name] for name in changed}
    made: Insert = statement.on_conflict_do_update(index_elements=list(key), set_=values)
    return made
