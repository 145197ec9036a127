"""One action in two lines: how it stands, and who does it by when."""

from datetime import date

from assessment.domain.action import Action, ActionStatus
from assessment.texts import labels
from assessment.texts.language import Language


def plan_line(action: Action, role: str, language: Language, *, today: date) -> tuple[str, str]:
    """*Planerad* or another state, and *Anna Ek, klar 31 mars 2027*. `role` is the name of the owner's role."""
    plan = action.plan
    if action.late(today):
        head = language.text("Late")
    elif plan.status is ActionStatus.NOT_STARTED:
        head = language.text("Planned")
    else:
        head = language.text(labels.ACTION_STATUS[plan.status])
    owner = language.text("nobody is responsible") if action.unowned else plan.owner or role
    day = language.date(plan.due) if plan.due else ""
    if not day:
        told = owner
    elif action.done:
        told = language.text("{owner}, was due {day}", owner=owner, day=day) if owner else day
    else:
        told = language.text("{owner}, done by {day}", owner=owner, day=day)
    return head, told[:1].upper() + told[1:]
