"""What a meeting is asked to decide, told from the gaps and the plan."""

from dataclasses import dataclass
from datetime import date

from assessment.domain.action import Action
from assessment.domain.gaps import Gap
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult


@dataclass(frozen=True, slots=True)
class AskedDecisions:
    """Every action that is not done stands in exactly one of the first three, every gap in at most one of the others.

    `late` may lack an owner as well. A gap that an unfinished action is to close stands nowhere here: the action does.
    """

    ready: tuple[Action, ...]  # has an owner, and a date that has not passed
    late: tuple[Action, ...]
    lacking: tuple[Action, ...]  # an owner, a date or both
    unplanned: tuple[Gap, ...]  # no action at all
    outlived: tuple[Gap, ...]  # all its actions are done, and still it is below the target
    unknown: tuple[ItemResult, ...]  # to find out

    @property
    def unowned(self) -> tuple[Action, ...]:
        return tuple(action for action in (*self.late, *self.lacking) if action.unowned)

    @property
    def undated(self) -> tuple[Action, ...]:
        return tuple(action for action in self.lacking if action.plan.due is None)


def asked_decisions(report: AssessmentReport, *, today: date) -> AskedDecisions:
    """The earliest date stands first among actions, the highest rank first among gaps."""
    waiting = sorted((action for action in report.actions if not action.done), key=_by_date)
    in_time = [action for action in waiting if not action.late(today)]
    planned = {gap.rank: report.actions_on(gap.result.item.id) for gap in report.gaps}
    return AskedDecisions(
        ready=tuple(action for action in in_time if not _lacks(action)),
        late=tuple(action for action in waiting if action.late(today)),
        lacking=tuple(action for action in in_time if _lacks(action)),
        unplanned=tuple(gap for gap in report.gaps if not planned[gap.rank]),
        outlived=tuple(
            gap for gap in report.gaps if planned[gap.rank] and all(action.done for action in planned[gap.rank])
        ),
        unknown=report.to_find_out,
    )


def _lacks(action: Action) -> bool:
    return action.unowned or action.plan.due is None


def _by_date(action: Action) -> tuple[date, str, str]:
    return (action.plan.due or date.max, action.plan.title, action.id)
