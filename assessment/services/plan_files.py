"""Gap lists and plans that come back as files: proposed, brought in as one change, taken back.

Who did it and in which batch stands in the history of every action that was touched.
"""

from collections.abc import Mapping
from secrets import token_urlsafe

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.action import Action, ActionChange, checked_plan
from assessment.domain.assessment import Assessment
from assessment.domain.checklist import Checklist
from assessment.domain.copy_choice import taken_for
from assessment.domain.errors import AssessmentUnknown
from assessment.domain.plan_batch import (
    ROUTE,
    UNDO,
    Batch,
    BatchUndone,
    BatchUnknown,
    NothingChosen,
    PlanMoved,
    Stayed,
    Undone,
)
from assessment.domain.plan_proposal import PlanProposal, RowKind, approved, plan_proposal
from assessment.domain.read_copy import NOTHING_SAID, Reading, export_id
from assessment.domain.returned_plan import PlanOfDeletedAssessment, PlanOfOtherAssessment, ReturnedPlan, with_fields
from assessment.domain.viewer import Viewer
from assessment.services.actions import must_fit, write_changed, write_new, write_removed
from assessment.services.assessments import ID_BYTES
from assessment.services.clock import now
from assessment.services.plan_copies import forget, read_copies, remember
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work


def subject(
    engine: Engine, viewer: Viewer, file_assessment_id: str, *, expected: str | None = None
) -> tuple[Assessment, Checklist]:
    """What a file is about. Raises PlanOfDeletedAssessment, or PlanOfOtherAssessment when it is not `expected`."""
    viewer.must_steward()
    with reading(engine) as session:
        assessment = _assessment(session, file_assessment_id, expected)
        return assessment, repository.checklist(session, assessment.checklist_id)


def propose(
    engine: Engine, viewer: Viewer, assessment_id: str | None, returned: ReturnedPlan, *, copy: str | None = None
) -> PlanProposal:
    """What bringing the file in would change. Raises what `subject` raises.

    `copy` is the id of the earlier copy that it is, or OTHER_COPY. Without it the file is taken for the copy of which
    it keeps everything, else for another one.
    """
    viewer.must_steward()
    with reading(engine) as session:
        _assessment(session, returned.assessment_id, assessment_id)
        actions = repository.actions(session, returned.assessment_id)
        found = read_copies(session, returned)
    return plan_proposal(returned, actions, taken_for(returned, found, copy))


def apply(
    engine: Engine, viewer: Viewer, proposal: PlanProposal, chosen: Mapping[str, str], *, file_name: str = ""
) -> str:
    """Bring in the chosen rows, all or nothing, and return the batch. `chosen` holds each row's value by its key.

    Raises PlanMoved, NothingChosen, AssessmentUnknown, and what `actions.change` and `actions.add` raise.
    """
    viewer.must_steward()
    batch, moment = token_urlsafe(ID_BYTES), now()
    with unit_of_work(engine) as session:
        actions = {one.id: one for one in repository.actions(session, proposal.assessment_id)}
        _must_rest(proposal, chosen, actions)
        plans = approved(proposal, chosen, list(actions.values()))
        for action_id, plan in plans.changed.items():
            clean = checked_plan(plan)
            must_fit(session, proposal.assessment_id, clean)
            write_changed(session, actions[action_id], clean, at=moment, by=viewer.name, batch=batch)
        became = dict(proposal.met)
        for number, plan in plans.added.items():
            clean = checked_plan(plan)
            must_fit(session, proposal.assessment_id, clean)
            made = write_new(session, proposal.assessment_id, clean, at=moment, by=viewer.name, batch=batch)
            became[number] = made.id
        if not repository.batch_changes(session, batch):
            raise NothingChosen
        about, export = proposal.assessment_id, export_id(proposal.returned)
        read = Reading(batch, about, export, batch, file_name, moment, viewer.name, NOTHING_SAID)
        remember(session, proposal, became, read)
    return batch


def undo(engine: Engine, viewer: Viewer, batch: str) -> Undone:
    """Take back what the batch set and nobody has changed since. Raises BatchUnknown or BatchUndone."""
    viewer.must_steward()
    with unit_of_work(engine) as session:
        lines: dict[str, list[ActionChange]] = {}
        for line in repository.batch_changes(session, batch):
            lines.setdefault(line.action_id, []).append(line)
        if not lines or not batch:
            raise BatchUnknown
        if repository.batch_changes(session, UNDO + batch):
            raise BatchUndone
        restored, stayed = 0, list[Stayed]()
        for action_id, theirs in lines.items():
            action = repository.action(session, action_id)
            done, kept = _undo_one(session, viewer, action, theirs)
            restored += done
            stayed += kept
            stay = {one.field for one in kept}
            fields = [] if "" in stay else [(action_id, line.field) for line in theirs if line.field not in stay]
            forget(session, action.assessment_id, fields, [action_id] if done and theirs[0].version == 1 else [])
    return Undone(restored, tuple(sorted(stayed, key=lambda one: (one.title, one.field))))


def batches(engine: Engine, viewer: Viewer, assessment_id: str) -> tuple[Batch, ...]:
    """What files have changed in an assessment, the latest first."""
    viewer.must_steward()
    with reading(engine) as session:
        found = held_batches(session, assessment_id)
    return tuple(one for one in found if not one.id.startswith(ROUTE))


def held_batches(session: Session, assessment_id: str) -> list[Batch]:
    """What files and routes have changed, the latest first."""
    lines: dict[str, list[ActionChange]] = {}
    for line in repository.all_batch_changes(session, assessment_id):
        lines.setdefault(line.batch, []).append(line)
    found = [
        Batch(id_, theirs[0].at, theirs[0].by, _count(theirs), UNDO + id_ in lines)
        for id_, theirs in lines.items()
        if not id_.startswith(UNDO)
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _assessment(session: Session, found: str, expected: str | None) -> Assessment:
    try:
        assessment = repository.assessment(session, found)
    except AssessmentUnknown as error:
        raise PlanOfDeletedAssessment from error
    if expected not in (None, assessment.id):
        raise PlanOfOtherAssessment(name=assessment.name)
    return assessment


def _must_rest(proposal: PlanProposal, chosen: Mapping[str, str], actions: Mapping[str, Action]) -> None:
    """Raises PlanMoved unless what is approved is still what was looked at."""
    rows = [row for row in proposal.rows if row.key in chosen and row.kind is not RowKind.UNKNOWN]
    for row in rows:
        if row.plan is not None:
            moved = not actions.keys() <= proposal.seen.keys()
        else:
            moved = row.action_id not in actions or actions[row.action_id].version != proposal.seen[row.action_id]
        if moved:
            raise PlanMoved


def _count(lines: list[ActionChange]) -> int:
    added = {line.action_id for line in lines if line.version == 1}
    return len(added) + sum(line.version > 1 for line in lines)


def _undo_one(session: Session, viewer: Viewer, action: Action, lines: list[ActionChange]) -> tuple[int, list[Stayed]]:
    """How many changes of one action were taken back, and those that stay."""
    batch = UNDO + lines[0].batch
    title = action.plan.title
    if lines[0].version == 1:
        if action.version > 1:
            return 0, [Stayed(title, "")]
        write_removed(session, action, removed=True, at=now(), by=viewer.name, batch=batch)
        return 1, []
    later = {one.field for one in repository.changes(session, action.id) if one.version > lines[0].version}
    free = [line for line in lines if line.field not in later and not action.removed]
    plan = with_fields(action.plan, {line.field: line.before for line in free})
    write_changed(session, action, plan, at=now(), by=viewer.name, batch=batch)
    return len(free), [Stayed(title, line.field) for line in lines if line not in free]
