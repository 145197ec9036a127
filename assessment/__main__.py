"""The command line: python -m assessment. Exit 0, or 2 with one sentence on stderr that says what to do."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final, Literal

import typer
from pydantic import ValidationError
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError
from typer.exceptions import TyperException

from assessment.command_errors import CommandUnclear, DatabaseFailed, FileFailed, LanguageUnknown, NotWell, SettingWrong
from assessment.domain.errors import AssessmentError
from assessment.domain.viewer import ADMINISTRATOR
from assessment.file_export import checked_ending, exported
from assessment.file_import import brought_in
from assessment.reporting.form import answer_form
from assessment.reporting.rustad_file import LARGEST
from assessment.services import assessments, checklist_files, checklists, copies, forms, health
from assessment.services import demo as example
from assessment.services.house import open_house
from assessment.settings import settings
from assessment.storage.backup import must_be_free
from assessment.storage.backup_errors import CopyFailed, FileMissing
from assessment.texts.language import CODES, Language, language

FAILED: Final = 2
LANGUAGE: Final = "--language"

app = typer.Typer(add_completion=False, help="Rustad: självskattning av beredskap i inköp.", rich_markup_mode=None)
checklist = typer.Typer(help="Checklists: validate, import, export.")
app.add_typer(checklist, name="checklist")

Out = Annotated[Path, typer.Option("--out", help="The file to write. It must not exist.")]
File = Annotated[Path, typer.Argument()]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        chosen, rest = _language_of(given)
    except AssessmentError as error:
        return _failed(error, language("sv"))
    try:
        app(args=rest or ["--help"], prog_name="python -m assessment", standalone_mode=False, obj=chosen)
    except AssessmentError as error:
        return _failed(error, chosen)
    except typer.Abort:
        return _failed(CommandUnclear(problem="–"), chosen)
    except TyperException as error:
        return _failed(CommandUnclear(problem=" ".join(_message(error).split())), chosen)
    except OSError as error:
        return _failed(FileFailed(path=str(error.filename or "–"), problem=error.strerror or str(error)), chosen)
    except (SQLAlchemyError, ModuleNotFoundError):  # such as a wrong address, or a driver that is not installed
        return _failed(DatabaseFailed(), chosen)
    return 0


def _language_of(arguments: Sequence[str]) -> tuple[Language, list[str]]:
    """Take out --language, wherever it stands."""
    rest = [argument.removeprefix(f"{LANGUAGE}=") for argument in _split(arguments)]
    if LANGUAGE not in rest:
        return language(_settings_language()), rest
    place = rest.index(LANGUAGE)
    code = rest[place + 1] if place + 1 < len(rest) else ""
    if code not in CODES:
        raise LanguageUnknown(code=code)
    return language(code), [*rest[:place], *rest[place + 2 :]]


def _split(arguments: Sequence[str]) -> list[str]:
    return [part for one in arguments for part in (one.split("=", 1) if one.startswith(f"{LANGUAGE}=") else [one])]


def _settings_language() -> Literal["sv", "en"]:
    try:
        return settings().language
    except ValidationError as error:
        raise SettingWrong(setting=f"RUSTAD_{'_'.join(map(str, error.errors()[0]['loc'])).upper()}") from error


def _message(error: TyperException) -> str:
    return str(error.format_message()) if hasattr(error, "format_message") else str(error)


def _failed(error: AssessmentError, chosen: Language) -> int:
    print(chosen.explain(error), file=sys.stderr)
    return FAILED


def _house() -> Engine:
    return open_house(settings().database_url)


def _write(path: Path, content: bytes) -> None:
    must_be_free(path)
    try:
        with path.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise CopyFailed(path=str(path), problem=error.strerror or str(error)) from error


@app.command()
def demo() -> None:
    """Load the example municipality."""
    for assessment in example.load(_house(), ADMINISTRATOR):
        print(f"{assessment.id}  {assessment.name}")


@app.command("list")
def list_(context: typer.Context) -> None:
    """List the assessments, the one changed last first."""
    chosen: Language = context.obj
    found = assessments.summaries(_house(), ADMINISTRATOR)
    for one in found:
        answered = chosen.plural("{number} question answered", "{number} questions answered", one.answered)
        print("  ".join((one.assessment.id, one.assessment.name, answered, chosen.moment(one.changed_at))))
    if not found:
        print(chosen.text("There are no assessments yet."))


@app.command()
def form(context: typer.Context, assessment: str, out: Out, participant: str = "") -> None:
    """Write an answer form to fill in offline."""
    basis = forms.basis(_house(), ADMINISTRATOR, assessment, participant_id=participant or None)
    content = answer_form(basis.report, context.obj, form_id=basis.form_id, participant=basis.participant)
    _write(out, content)
    print(context.obj.text("Written: {path}", path=out))


@app.command("import")
def import_(
    context: typer.Context,
    file: File,
    yes: Annotated[bool, typer.Option("--yes", help="Make the changes.")] = False,
    same: Annotated[
        bool | None,
        typer.Option("--same-file/--other-copy", help="Whether a gap list is one that was read in before."),
    ] = None,
) -> None:
    """Show what an answer form or a gap list would change; --yes makes the changes, all but those in conflict."""
    if not file.is_file():
        raise FileMissing(path=str(file))
    with file.open("rb") as opened:
        content = opened.read(LARGEST + 1)
    for line in brought_in(_house(), content, context.obj, yes=yes, name=file.name, same=same):
        print(line)


@app.command()
def export(context: typer.Context, assessment: str, out: Out) -> None:
    """Write the assessment as an Excel workbook (.xlsx), or the paper for the meeting in Word (.docx)."""
    ending = checked_ending(out)
    _write(out, exported(_house(), assessment, ending, context.obj))
    print(context.obj.text("Written: {path}", path=out))


@checklist.command()
def validate(context: typer.Context, file: File) -> None:
    """Look through a checklist file without storing it."""
    read = checklist_files.validated(file)
    questions = context.obj.plural("{number} question", "{number} questions", len(read.items))
    print(f"{context.obj.of(read.title)} {read.version}, {questions}")


@checklist.command("import")
def import_checklist(context: typer.Context, file: File) -> None:
    """Store the version of a checklist that a file holds."""
    checklist_files.validated(file)
    checklists.install(_house(), ADMINISTRATOR, file)
    print(context.obj.text("Stored: {file}", file=file.name))


@checklist.command("export")
def export_checklist(context: typer.Context, file: File, key: str = checklists.SHIPPED_KEY) -> None:
    """Write the newest version of a checklist to a file."""
    _write(file, checklist_files.exported(_house(), ADMINISTRATOR, key=key).encode())
    print(context.obj.text("Written: {path}", path=file))


@app.command()
def migrate(context: typer.Context) -> None:
    """Bring the database to this version's schema."""
    _house()
    print(context.obj.text("The database is up to date."))


@app.command()
def backup(context: typer.Context, file: File) -> None:
    """Copy the database to a new file, also while it is in use."""
    copies.back_up(settings().database_url, ADMINISTRATOR, file)
    print(context.obj.text("Written: {path}", path=file))


@app.command()
def restore(context: typer.Context, file: File) -> None:
    """Put a copy in the database's place. The replaced file is kept beside it."""
    kept = copies.restore(settings().database_url, ADMINISTRATOR, file)
    print(context.obj.text("The copy is in place."))
    if kept is not None:
        print(context.obj.text("The replaced database is kept as {path}.", path=kept))


@app.command()
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


if __name__ == "__main__":
    sys.exit(main())
