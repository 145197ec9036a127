"""Reports at their extremes: one real assessment, answered and planned in every way that could make a sentence wrong."""

from dataclasses import replace
from datetime import UTC, date, datetime

from assessment.domain.action import Action, ActionStatus, Plan
from assessment.domain.assessment import Participant
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN, Response, rated

NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
AHEAD, PAST = date(2027, 3, 31), date(2026, 9, 30)
ROLES = ("beslutsfattare", "inkop", "behovsagare")


def answered(report, *levels, people=1):
    """Everybody gives the same answers, going round and round through `levels`; None leaves a question out."""
    items = report.assessment.asked(report.checklist)
    everybody = [Participant(f"p{one}", report.assessment.id, (ROLES[one % 3],), "", NOW) for one in range(people)]
    given = [(item.id, levels[place % len(levels)]) for place, item in enumerate(items)]
    said = [
        Response(item, rated(one) if isinstance(one, int) else one, answered_at=NOW)
        for item, one in given
        if one is not None
    ]
    return replace(report, at=NOW, participants=tuple(everybody), responses={one.id: said for one in everybody})


def settled(report, *levels):
    """The group has agreed, and nobody has answered in person."""
    items = report.assessment.asked(report.checklist)
    return replace(report, at=NOW, agreed={item.id: levels[place % len(levels)] for place, item in enumerate(items)})


def only(report, dimension):
    """A checklist with one dimension."""
    kept = tuple(item for item in report.checklist.items if item.dimension == dimension)
    return replace(report, checklist=replace(report.checklist, items=kept))


def planned(report, *, owner="Anna Ek", due=AHEAD, status=ActionStatus.NOT_STARTED, first=None, title="Gör så"):
    """An action for each of the first gaps."""
    actions = [
        Action(
            f"a{gap.rank}",
            report.assessment.id,
            Plan(title, owner, due=due, status=status, aims={gap.result.item.id: gap.result.target}),
            NOW,
            NOW,
            "Ada",
            version=1,
        )
        for gap in report.gaps[:first]
    ]
    return replace(
        report, actions=(*report.actions, *(replace(one, id=f"{one.id}{len(report.actions)}") for one in actions))
    )


EXTREMES = {
    "nothing answered": lambda report: replace(report, at=NOW),
    "one answer": lambda report: answered(report, *([2] + [None] * 23)),
    "all zero": lambda report: answered(report, 0),
    "all at the top": lambda report: answered(report, 4),
    "all not applicable": lambda report: answered(report, NOT_APPLICABLE),
    "only don't know": lambda report: answered(report, UNKNOWN),
    "all but one not applicable": lambda report: answered(report, 3, *[NOT_APPLICABLE] * 23),
    "one question, below": lambda report: answered(report, 1, *[NOT_APPLICABLE] * 23),
    "one question, open": lambda report: answered(report, UNKNOWN, *[NOT_APPLICABLE] * 23),
    "half answered at the top": lambda report: answered(report, 4, None),
    "half answered at zero": lambda report: answered(report, 0, None),
    "every kind of answer": lambda report: answered(report, 0, 1, 2, 3, 4, UNKNOWN, NOT_APPLICABLE, None),
    "means at target, questions below": lambda report: answered(report, 4, 2),
    "five thousand people": lambda report: answered(report, 0, 1, 2, 3, 4, UNKNOWN, people=5_000),
    "agreed without participants": lambda report: settled(report, 1, 3),
    "one dimension": lambda report: answered(only(report, "POL"), 1, 3, 4),
    "everything planned": lambda report: planned(answered(report, 1)),
    "everything late": lambda report: planned(answered(report, 1), due=PAST),
    "everything late and nobody's": lambda report: planned(answered(report, 1), due=PAST, owner=""),
    "everything done": lambda report: planned(answered(report, 1), due=PAST, status=ActionStatus.DONE),
    "nothing has owner or date": lambda report: planned(answered(report, 1), owner="", due=None),
    "one of each": lambda report: planned(
        planned(
            planned(planned(answered(report, 1, 3), first=1), due=PAST, owner="", first=2), owner="", due=None, first=3
        ),
        status=ActionStatus.DONE,
        first=1,
    ),
    "no gaps but a plan": lambda report: replace(
        answered(report, 4), actions=planned(answered(report, 0), first=2).actions
    ),
    "a plan before any answer": lambda report: replace(
        report, at=NOW, actions=planned(answered(report, 0), first=2).actions
    ),
}
