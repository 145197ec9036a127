"""Commands for checklist files."""

import typer

from assessment.commands.place import File, own_house, write_new
from assessment.domain.viewer import ADMINISTRATOR
from assessment.services import checklist_files, checklists


def validate(context: typer.Context, file: File) -> None:
    """Look through a checklist file without storing it."""
    read = checklist_files.validated(file)
    questions = context.obj.plural("{number} question", "{number} questions", len(read.items))
    print(f"{context.obj.of(read.title)} {read.version}, {questions}")


def import_(context: typer.Context, file: File) -> None:
    """Store the version of a checklist that a file holds."""
    checklist_files.validated(file)
    checklists.install(own_house(), ADMINISTRATOR, file)
    print(context.obj.text("Stored: {file}", file=file.name))


def export(context: typer.Context, file: File, key: str = checklists.SHIPPED_KEY) -> None:
    """Write the newest version of a checklist to a file."""
    write_new(file, checklist_files.exported(own_house(), ADMINISTRATOR, key=key).encode())
    print(context.obj.text("Written: {path}", path=file))
