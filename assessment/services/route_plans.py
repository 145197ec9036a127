"""The cheapest path put into the plan: all that was approved as one change, which can be taken back at once.

`plan_files.undo` takes it back.
"""

from collections.abc import Sequence
from datetime import timedelta
from secrets import token_urlsafe
from typing import Final

from sqlalchemy.engine import Engine

from assessment.domain.action import Plan, checked_plan
from assessment.domain.plan_batch import ROUTE, Batch
from assessment.domain.route import in_plan
from assessment.domain.route_errors import RouteCovered, RouteEmpty
from assessment.domain.viewer import Viewer
from assessment.services.actions import must_fit, write_new
from assessment.services.assessments import ID_BYTES
from assessment.services.clock import now
from assessment.services.plan_files import held_batches
from assessment.storage import repository
from assessment.storage.database import reading, unit_of_work

RECENT: Final = timedelta(days=1)


def adopt(engine: Engine, viewer: Viewer, assessment_id: str, plans: Sequence[Plan]) -> str:
    """Plan exactly these actions, all or none, and return the batch.

    Raises RouteEmpty without plans, RouteCovered when an action that does the same as one of them is there by now,
    AssessmentUnknown, ItemNotAsked, RoleUnknown, and what `checked_plan` raises.
    """
    viewer.must_steward()
    clean = [checked_plan(plan) for plan in plans]
    if not clean:
        raise RouteEmpty
    batch, moment = ROUTE + token_urlsafe(ID_BYTES), now()
    with unit_of_work(engine) as session:
        actions = repository.actions(session, assessment_id)
        for plan in clean:
            must_fit(session, assessment_id, plan)
            if any(in_plan(actions, item_id, level) for item_id, level in plan.aims.items()):
                raise RouteCovered
            write_new(session, assessment_id, plan, at=moment, by=viewer.name, batch=batch)
    return batch


def latest(engine: Engine, viewer: Viewer, assessment_id: str) -> Batch | None:
    """What was put into the plan last, within a day and not taken back."""
    viewer.must_steward()
    with reading(engine) as session:
        found = held_batches(session, assessment_id)
    recent = (one for one in found if one.id.startswith(ROUTE) and now() - one.at < RECENT)
    return next((one for one in recent if not one.undone), None)
