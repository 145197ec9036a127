"""Runs migrations inside the transaction that `storage.migrate` opened."""

from alembic import context

from assessment.storage.tables import Row

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=Row.metadata, render_as_batch=True, transactional_ddl=True, compare_type=True
)
context.run_migrations()
