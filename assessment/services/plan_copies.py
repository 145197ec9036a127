"""Which copies of an export have been read in, and what each of them said."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.copy_choice import unclear
from assessment.domain.plan_proposal import PlanProposal
from assessment.domain.read_copy import NOTHING_SAID, ReadCopy, Reading, copies, export_id, said_now
from assessment.domain.returned_plan import ReturnedPlan
from assessment.domain.viewer import Viewer
from assessment.storage import repository
from assessment.storage.database import reading


def unclear_copies(engine: Engine, viewer: Viewer, returned: ReturnedPlan) -> tuple[ReadCopy, ...]:
    """The read copies of the same export, the latest first, when only a person can tell if the file is one of them.

    Empty when that is clear, or makes no difference to what the file would change.
    """
    viewer.must_steward()
    with reading(engine) as session:
        actions = repository.actions(session, returned.assessment_id)
        found = read_copies(session, returned)
    return found if unclear(returned, actions, found) else ()


def read_copies(session: Session, returned: ReturnedPlan) -> tuple[ReadCopy, ...]:
    """The read copies of the export that the file was, the latest first."""
    return copies(repository.plan_readings(session, returned.assessment_id), export_id(returned))


def remember(session: Session, proposal: PlanProposal, became: Mapping[int, str], read: Reading) -> None:
    """Keep what the file says after `read`, of which copy and text are filled in. `became`: its new rows' actions."""
    actions = repository.actions(session, proposal.assessment_id)
    before = proposal.copy.said if proposal.copy else NOTHING_SAID
    said = said_now(proposal.returned, became, actions, before)
    copy_id = proposal.copy.id if proposal.copy else read.batch
    repository.save_plan_reading(session, replace(read, copy_id=copy_id, said=said))


def forget(session: Session, assessment_id: str, fields: Collection[tuple[str, str]], actions: Collection[str]) -> None:
    """After something was taken back: it was not read in. `fields` are pairs of action and name."""
    for one in repository.plan_readings(session, assessment_id):
        repository.save_plan_reading(session, replace(one, said=one.said.without(fields, actions)))
