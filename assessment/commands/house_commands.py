"""Commands for the house itself: its schema, its copies, its health."""

from typing import Annotated, Final

import typer

from assessment.commands.command_errors import NotWell
from assessment.commands.place import File, own_house
from assessment.domain.errors import sentence
from assessment.domain.viewer import ADMINISTRATOR
from assessment.services import copies, health
from assessment.services.copy_plan import copy_plan
from assessment.settings import settings
from assessment.storage.backup_errors import NoMoveTarget, PasswordInSight
from assessment.storage.copy_seal import Seal
from assessment.storage.database import driver_url
from assessment.storage.move import told_of_target

UNSURE: Final = {
    Seal.NONE: sentence(
        "It has no checksum, as copies of earlier versions had none: nobody can tell if it is as it was when it was "
        "made."
    ),
    Seal.BROKEN: sentence("Its checksum did not match: a text or a number in it may be wrong. Look it through."),
}


def migrate(context: typer.Context) -> None:
    """Bring the database to this version's schema."""
    own_house()
    print(context.obj.text("The database is up to date."))


def backup(context: typer.Context, file: File) -> None:
    """Copy the database to a new file, also while it is in use."""
    copies.back_up(settings().database_url, ADMINISTRATOR, file)
    print(context.obj.text("Written: {path}", path=file))


def restore(
    context: typer.Context,
    file: File,
    anyway: Annotated[bool, typer.Option("--anyway", help="Also a copy whose checksum does not match.")] = False,
) -> None:
    """Put a copy in the database's place. What was there is kept beside it: as a file, or in a schema of its own.

    Stop Rustad first, every process of it, and start it again afterwards.
    """
    restored = copies.restore(settings().database_url, ADMINISTRATOR, file, anyway=anyway)
    print(context.obj.text("The copy is in place. Now start Rustad."))
    if restored.seal is not Seal.WHOLE:
        print(context.obj.text(UNSURE[restored.seal]))
    kept = restored.kept
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


def move(
    context: typer.Context,
    to: Annotated[str, typer.Option(help="The address of an empty database; RUSTAD_MOVE_TO when it is left out.")] = "",
) -> None:
    """Take everything over to an empty database, such as PostgreSQL. Stop Rustad first; the old database stays."""
    with told_of_target():
        if to and driver_url(to).password is not None:
            raise PasswordInSight
    target = to or settings().move_to
    if not target:
        raise NoMoveTarget
    rows = copies.move(settings().database_url, ADMINISTRATOR, target)
    print(
        context.obj.plural(
            "{number} row is moved and compared. The old database is unchanged.",
            "{number} rows are moved and compared. The old database is unchanged.",
            rows,
        )
    )
    print(context.obj.text("Now set RUSTAD_DATABASE_URL to the new address, and start Rustad."))
    print(context.obj.text(_about_the_key(target)))


def _about_the_key(target: str) -> str:
    """What becomes of the secret that is in no database."""
    if settings().secret_key:
        return sentence("Keep RUSTAD_SECRET_KEY as it is: it says who has signed in as whom.")
    if driver_url(target).get_backend_name() == "sqlite":
        return sentence(
            "Join codes are worked out from a secret that is not in the database: "
            "whoever is to join a workshop that is open now needs its new code."
        )
    return sentence(
        "Set RUSTAD_SECRET_KEY too, to a long random text, the same in every process. Join codes are worked out from "
        "it: whoever is to join a workshop that is open now needs its new code."
    )


def doctor(context: typer.Context) -> None:
    """Look at the database and its place, and say what to do."""
    well = True
    for check in health.checks(settings(), ADMINISTRATOR, all_copies=True):
        words = context.obj.text(check.subject)
        told = context.obj.text("well") if check.problem is None else context.obj.explain_to_keeper(check.problem)
        print(f"{words}: {told}")
        well = well and check.problem is None
    if not well:
        raise NotWell
