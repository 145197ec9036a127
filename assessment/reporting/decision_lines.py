"""The actions of a decision paper as lines: what, for which questions, from which level to which, who and when."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from assessment.domain.action import Action
from assessment.domain.asked_decisions import AskedDecisions
from assessment.domain.board import Quarter, quarter_of
from assessment.domain.checklist import term
from assessment.domain.gaps import Gap
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult
from assessment.reporting.decision_points import MOST_PROPOSED
from assessment.texts import labels
from assessment.texts.language import Language

MOST_QUESTIONS: Final = 3  # that stand below an action
LONGEST_NOTE: Final = 240  # characters


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """`owner` and `due` are empty where the meeting is asked for them. `due` and `was_due` are written 2027-03-31."""

    what: str
    questions: tuple[str, ...]
    note: str
    levels: str  # 0 → 3, one line for each that differs
    owner: str
    due: str
    was_due: str = ""  # a day that has passed
    state: str = ""

    @property
    def lead(self) -> str:
        """The first sentence of what is to be done."""
        return self.what.partition(". ")[0] + ("." if ". " in self.what else "")

    @property
    def rest(self) -> str:
        return self.what[len(self.lead) :]


@dataclass(frozen=True, slots=True)
class DecisionGroup:
    """Lines below one heading of a table."""

    heading: str
    lines: tuple[DecisionLine, ...]


def asked_groups(report: AssessmentReport, asked: AskedDecisions, language: Language) -> tuple[DecisionGroup, ...]:
    """What is decided action by action: the late, those that lack something, those that are proposed."""
    late = [_planned(action, report, language, late=True) for action in asked.late]
    lacking = [_planned(action, report, language) for action in asked.lacking]
    proposed = [_proposed(gap, language) for gap in asked.unplanned[:MOST_PROPOSED]]
    return _filled(
        (language.text("Late"), late),
        (language.text("Planned, but without an owner or a date"), lacking),
        (language.text("Proposed, because nothing is planned"), proposed),
    )


def plan_groups(report: AssessmentReport, asked: AskedDecisions, language: Language) -> tuple[DecisionGroup, ...]:
    """What has an owner and a date, quarter by quarter, and last what is done."""
    quarters: dict[Quarter, list[DecisionLine]] = {}
    for action in asked.ready:
        assert action.plan.due is not None, "what is ready has a date"
        quarters.setdefault(quarter_of(action.plan.due), []).append(_planned(action, report, language, asks=False))
    done = [_planned(action, report, language, asks=False) for action in report.actions if action.done]
    return _filled(
        *(
            (language.text("Quarter {number} {year}", number=one.number, year=one.year), lines)
            for one, lines in sorted(quarters.items())
        ),
        (language.text("Done"), done),
    )


def _filled(*groups: tuple[str, Sequence[DecisionLine]]) -> tuple[DecisionGroup, ...]:
    return tuple(DecisionGroup(heading, tuple(lines)) for heading, lines in groups if lines)


def _planned(
    action: Action, report: AssessmentReport, language: Language, *, asks: bool = True, late: bool = False
) -> DecisionLine:
    """`asks` when the meeting is asked about it, and then sees the questions too."""
    plan = action.plan
    asked = {result.item.id: result for result in report.results}
    aims = [(asked[item], level) for item, level in plan.aims.items() if item in asked]
    due = plan.due.isoformat() if plan.due else ""
    return DecisionLine(
        what=plan.title,
        questions=_questions([result for result, _ in aims], language) if asks else (),
        note=_short(plan.note),
        levels=_levels(aims, language),
        owner=plan.owner or _role(plan.owner_role, report, language),
        due="" if late else due,
        was_due=due if late else "",
        state=language.text(labels.ACTION_STATUS[plan.status]),
    )


def _proposed(gap: Gap, language: Language) -> DecisionLine:
    item = gap.result.item
    return DecisionLine(
        what=language.of(item.action),
        questions=(language.of(item.question),),
        note="",
        levels=_levels([(gap.result, gap.result.target)], language),
        owner="",
        due="",
    )


def _role(role: str, report: AssessmentReport, language: Language) -> str:
    known = role in {one.id for one in report.checklist.roles}
    return language.of(term(report.checklist.roles, role).name) if known else role


def _questions(results: Sequence[ItemResult], language: Language) -> tuple[str, ...]:
    shown = [language.of(result.item.question) for result in results[:MOST_QUESTIONS]]
    more = len(results) - len(shown)
    if more:
        shown.append(language.plural("and one more question", "and {word} more questions", more))
    return tuple(shown)


def _levels(aims: Iterable[tuple[ItemResult, int]], language: Language) -> str:
    """*0 → 3*; where several questions go the same way, *två frågor 0 → 3*."""
    ways = Counter(_way(result, level, language) for result, level in aims)
    return "\n".join(language.plural("{way}", "{word} questions {way}", times, way=way) for way, times in ways.items())


def _way(result: ItemResult, expected: int, language: Language) -> str:
    if result.level is None:
        now = language.text(labels.ITEM_STATE[result.state])
    elif result.level >= expected:
        return language.text("{level}, reached", level=result.level)
    else:
        now = str(result.level)
    return f"{now}\u00a0→\u00a0{expected}"


def _short(note: str) -> str:
    line = " ".join(note.split())
    return line if len(line) <= LONGEST_NOTE else line[: LONGEST_NOTE - 1].rstrip() + "…"
