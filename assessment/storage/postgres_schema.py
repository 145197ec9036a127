"""What a schema needs on PostgreSQL beside the migrations, so that the same question gets the same answer."""

from typing import Final

from sqlalchemy import Connection

from assessment.storage.database import place
from assessment.storage.postgres_errors import DatabaseNotUtf8

# Columns whose order of letters is the server's choice, in the order of the tables.
COLUMNS: Final = """
SELECT quote_ident(table_name), quote_ident(column_name), data_type
FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name = ANY(%(tables)s)
  AND data_type IN ('text', 'character varying') AND collation_name IS DISTINCT FROM 'C'
ORDER BY table_name, ordinal_position
"""


def must_hold_utf8(connection: Connection) -> None:
    """Raises DatabaseNotUtf8."""
    if connection.exec_driver_sql("SHOW server_encoding").scalar() != "UTF8":
        raise DatabaseNotUtf8(place=place(connection.engine.url))


def order_by_code_point(connection: Connection, tables: list[str]) -> None:
    """Let texts sort as in SQLite, whatever language the server sorts in. No row is rewritten, only indexes."""
    changes: dict[str, list[str]] = {}
    for table, column, kind in connection.exec_driver_sql(COLUMNS, {"tables": tables}):
        changes.setdefault(table, []).append(f'ALTER {column} TYPE {kind} COLLATE "C"')
    for table, parts in changes.items():
        connection.exec_driver_sql(f"ALTER TABLE {table} {', '.join(parts)}")
