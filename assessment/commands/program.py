"""The program `python -m assessment` with all its commands, in the order of its help."""

import typer

from assessment.commands import (
    assessment_commands,
    checklist_commands,
    house_commands,
    participant_commands,
    step_commands,
)

program = typer.Typer(add_completion=False, help="Rustad: självskattning av beredskap i inköp.", rich_markup_mode=None)
checklist = typer.Typer(help="Checklists: validate, import, export.")
program.add_typer(checklist, name="checklist")

program.command("demo")(assessment_commands.demo)
program.command("list")(assessment_commands.list_)
program.command("form")(assessment_commands.form)
program.command("import")(assessment_commands.import_)
program.command("export")(assessment_commands.export)
program.command("erase")(participant_commands.erase)
program.command("calendar")(step_commands.calendar)
checklist.command("validate")(checklist_commands.validate)
checklist.command("import")(checklist_commands.import_)
checklist.command("export")(checklist_commands.export)
program.command("migrate")(house_commands.migrate)
program.command("backup")(house_commands.backup)
program.command("restore")(house_commands.restore)
program.command("move")(house_commands.move)
program.command("doctor")(house_commands.doctor)
