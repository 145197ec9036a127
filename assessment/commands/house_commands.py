"""Commands for the house itself: its schema, its copies, its health."""

import typer

from assessment.commands.command_errors import NotWell
from assessment.commands.place import File, own_house
from assessment.domain.viewer import ADMINISTRATOR
from assessment.services import copies, health
from assessment.services.copy_plan import copy_plan
from assessment.settings import settings


def migrate(context: typer.Context) -> None:
    """Bring the database to this version's schema."""
    own_house()
    print(context.obj.text("The database is up to date."))


def backup(context: typer.Context, file: File) -> None:
    """Copy the database to a new file, also while it is in use."""
    copies.back_up(settings().database_url, ADMINISTRATOR, file)
    print(context.obj.text("Written: {path}", path=file))


def restore(context: typer.Context, file: File) -> None:
    """Put a copy in the database's place. What was there is kept beside it: as a file, or in a schema of its own."""
    kept = copies.restore(settings().database_url, ADMINISTRATOR, file)
    print(context.obj.text("The copy is in place."))
    if kept is not None and not copy_plan(settings()).on_file:
        print(
            context.obj.text(
                "The replaced tables are kept in the schema {schema}. "
                "When you no longer need them: DROP SCHEMA {schema} CASCADE",
                schema=kept,
            )
        )
    elif kept is not None:
        print(context.obj.text("The replaced database is kept as {path}.", path=kept))


def doctor(context: typer.Context) -> None:
    """Look at the database and its place, and say what to do."""
    well = True
    for check in health.checks(settings().database_url):
        words = context.obj.text(check.subject)
        told = context.obj.text("well") if check.problem is None else context.obj.explain(check.problem)
        print(f"{words}: {told}")
        well = well and check.problem is None
    if not well:
        raise NotWell
