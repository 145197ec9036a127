"""Commands for assessments: load the example, list, files out and in."""

from typing import Annotated

import typer

from assessment.commands.file_export import checked_ending, exported
from assessment.commands.file_import import brought_in
from assessment.commands.place import File, Out, own_house, write_new
from assessment.domain.viewer import ADMINISTRATOR
from assessment.reporting.form import answer_form
from assessment.reporting.rustad_file import LARGEST
from assessment.services import assessments, forms
from assessment.services import demo as example
from assessment.storage.backup_errors import FileMissing
from assessment.texts.language import Language


def demo() -> None:
    """Load the example municipality."""
    for assessment in example.load(own_house(), ADMINISTRATOR):
        print(f"{assessment.id}  {assessment.name}")


def list_(context: typer.Context) -> None:
    """List the assessments, the one changed last first."""
    chosen: Language = context.obj
    found = assessments.summaries(own_house(), ADMINISTRATOR)
    for one in found:
        answered = chosen.plural("{number} question answered", "{number} questions answered", one.answered)
        print("  ".join((one.assessment.id, one.assessment.name, answered, chosen.moment(one.changed_at))))
    if not found:
        print(chosen.text("There are no assessments yet."))


def form(context: typer.Context, assessment: str, out: Out, participant: str = "") -> None:
    """Write an answer form to fill in offline."""
    basis = forms.basis(own_house(), ADMINISTRATOR, assessment, participant_id=participant or None)
    content = answer_form(basis.report, context.obj, form_id=basis.form_id, participant=basis.participant)
    write_new(out, content)
    print(context.obj.text("Written: {path}", path=out))


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
    for line in brought_in(own_house(), content, context.obj, yes=yes, name=file.name, same=same):
        print(line)


def export(context: typer.Context, assessment: str, out: Out) -> None:
    """Write the assessment as an Excel workbook (.xlsx), or the paper for the meeting in Word (.docx)."""
    ending = checked_ending(out)
    write_new(out, exported(own_house(), assessment, ending, context.obj))
    print(context.obj.text("Written: {path}", path=out))
