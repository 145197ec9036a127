"""Files read in from the command line: answer forms, and gap lists with their plan."""

from collections.abc import Iterator, Sequence

from sqlalchemy.engine import Engine

from assessment.domain.copy_choice import OTHER_COPY
from assessment.domain.form import FileKind
from assessment.domain.plan_proposal import RowKind
from assessment.domain.read_copy import CopyUnclear, ReadCopy
from assessment.domain.viewer import ADMINISTRATOR
from assessment.reporting.findings import capital
from assessment.reporting.form_file import open_form
from assessment.reporting.form_reader import filled_form
from assessment.reporting.plan_file import open_plan
from assessment.reporting.plan_lines import plan_lines
from assessment.reporting.plan_reader import returned_plan
from assessment.reporting.proposal import proposal_lines
from assessment.reporting.rustad_file import file_kind
from assessment.services import assessments, forms, plan_copies, plan_files
from assessment.texts.language import Language


def brought_in(
    engine: Engine, content: bytes, chosen: Language, *, yes: bool, name: str = "", same: bool | None = None
) -> Iterator[str]:
    """What the file changes, or would change without `yes`, line by line.

    `same` says whether a gap list is one that was read in before, where only a person can tell. Raises CopyUnclear.
    """
    if file_kind(content) is FileKind.ANSWER_FORM:
        return _form(engine, content, chosen, yes=yes)
    return _plan(engine, content, chosen, yes=yes, name=name, same=same)


def _form(engine: Engine, content: bytes, chosen: Language, *, yes: bool) -> Iterator[str]:
    file = open_form(content)
    opened = assessments.opened(engine, ADMINISTRATOR, file.assessment_id)
    filled = filled_form(file, opened.assessment, opened.checklist, chosen)
    proposal = (forms.apply if yes else forms.proposed)(engine, ADMINISTRATOR, filled)
    yield opened.assessment.name
    yield from proposal_lines(proposal, opened.checklist, chosen)
    if not yes and not proposal.empty:
        yield chosen.text("Nothing has changed yet. Add --yes to make the changes.")


def _plan(
    engine: Engine, content: bytes, chosen: Language, *, yes: bool, name: str, same: bool | None
) -> Iterator[str]:
    file = open_plan(content)
    assessment, checklist = plan_files.subject(engine, ADMINISTRATOR, file.assessment_id)
    returned = returned_plan(file, assessment, checklist, chosen)
    found = plan_copies.unclear_copies(engine, ADMINISTRATOR, returned)
    copy = _copy(found, chosen, name=name, same=same) if found else None
    proposal = plan_files.propose(engine, ADMINISTRATOR, assessment.id, returned, copy=copy)
    if yes and proposal.ready:
        plan_files.apply(engine, ADMINISTRATOR, proposal, proposal.ready, file_name=name)
    yield assessment.name
    yield from plan_lines(proposal, checklist, chosen)
    conflicts = len(proposal.of(RowKind.CONFLICTING))
    if conflicts:
        said = chosen.plural(
            "{word} conflict is left as it stands in Rustad. Choose on the screen Actions.",
            "{word} conflicts are left as they stand in Rustad. Choose on the screen Actions.",
            conflicts,
        )
        yield capital(said)
    if not yes and proposal.ready:
        yield chosen.text("Nothing has changed yet. Add --yes to make the changes.")


def _copy(found: Sequence[ReadCopy], chosen: Language, *, name: str, same: bool | None) -> str:
    """The copy that the file is. Of several the one that had its name; raises CopyUnclear when that is not one."""
    if same is False:
        return OTHER_COPY
    named = [one for one in found if one.file_name == name] if len(found) > 1 else found
    if same is None or len(named) != 1:
        raise CopyUnclear(when=chosen.moment(found[0].at))
    return named[0].id
