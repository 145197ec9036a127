"""Files read in from the command line: answer forms, and gap lists with their plan."""

from collections.abc import Iterator

from sqlalchemy.engine import Engine

from assessment.domain.form import FileKind
from assessment.domain.plan_proposal import RowKind
from assessment.domain.viewer import ADMINISTRATOR
from assessment.reporting.form_file import open_form
from assessment.reporting.form_reader import filled_form
from assessment.reporting.plan_file import open_plan
from assessment.reporting.plan_lines import plan_lines
from assessment.reporting.plan_reader import returned_plan
from assessment.reporting.proposal import proposal_lines
from assessment.reporting.rustad_file import file_kind
from assessment.services import assessments, forms, plan_files
from assessment.texts.language import Language


def brought_in(engine: Engine, content: bytes, chosen: Language, *, yes: bool) -> Iterator[str]:
    """What the file changes, or would change without `yes`, line by line."""
    read = _form if file_kind(content) is FileKind.ANSWER_FORM else _plan
    return read(engine, content, chosen, yes=yes)


def _form(engine: Engine, content: bytes, chosen: Language, *, yes: bool) -> Iterator[str]:
    file = open_form(content)
    opened = assessments.opened(engine, ADMINISTRATOR, file.assessment_id)
    filled = filled_form(file, opened.assessment, opened.checklist, chosen)
    proposal = (forms.apply if yes else forms.proposed)(engine, ADMINISTRATOR, filled)
    yield opened.assessment.name
    yield from proposal_lines(proposal, opened.checklist, chosen)
    if not yes and not proposal.empty:
        yield chosen.text("Nothing has changed yet. Add --yes to make the changes.")


def _plan(engine: Engine, content: bytes, chosen: Language, *, yes: bool) -> Iterator[str]:
    file = open_plan(content)
    assessment, checklist = plan_files.subject(engine, ADMINISTRATOR, file.assessment_id)
    returned = returned_plan(file, assessment, checklist, chosen)
    proposal = plan_files.propose(engine, ADMINISTRATOR, assessment.id, returned)
    if yes and proposal.ready:
        plan_files.apply(engine, ADMINISTRATOR, proposal, proposal.ready)
    yield assessment.name
    yield from plan_lines(proposal, checklist, chosen)
    conflicts = len(proposal.of(RowKind.CONFLICTING))
    if conflicts:
        yield chosen.plural(
            "{number} conflict is left as it stands in Rustad. Choose on the screen Actions.",
            "{number} conflicts are left as they stand in Rustad. Choose on the screen Actions.",
            conflicts,
        )
    if not yes and proposal.ready:
        yield chosen.text("Nothing has changed yet. Add --yes to make the changes.")
