"""What a returned plan would change, in words."""

from collections.abc import Iterator, Sequence

from assessment.domain.action import ActionStatus, Plan, written
from assessment.domain.checklist import Checklist, Effort
from assessment.domain.plan_proposal import PlanProposal, ProposedRow, RowKind
from assessment.domain.returned_plan import Place
from assessment.reporting.findings import capital
from assessment.texts import labels
from assessment.texts.language import Language

SIGNS = {RowKind.CHANGED: "~", RowKind.ADDED: "+", RowKind.CONFLICTING: "!", RowKind.UNKNOWN: "?"}
LONGEST = 120  # characters of a text that are shown
TOLD = ("owner", "owner_role", "due", "status")
UNSAID = Plan("")


def plan_lines(proposal: PlanProposal, checklist: Checklist, language: Language) -> Iterator[str]:
    """One line for each row, one for what stays."""
    for row in proposal.rows:
        yield f"{SIGNS[row.kind]} {_short(row.title)}  {row_line(row, checklist, language)}"
    yield capital(language.plural("{word} action is unchanged.", "{word} actions are unchanged.", proposal.unchanged))


def row_line(row: ProposedRow, checklist: Checklist, language: Language) -> str:
    """What happens to the field or the action, without the action's title."""

    def word(value: str) -> str:
        return plan_word(row.field, value, checklist, language)

    where = places(row.places, language)
    if row.plan is not None:
        return f"{_new(row.plan, checklist, language)} ({where})"
    field, files = language.text(labels.PLAN_FIELD[row.field]), language.listed([word(one) for one in row.in_file])
    match row.kind:
        case RowKind.CHANGED:
            told = language.text("{was} becomes {becomes}", was=word(row.now), becomes=files)
        case RowKind.UNKNOWN:
            told = language.text("{value} in the file, but the action is no longer in the plan", value=files)
        case _:
            words = {"base": word(row.base), "file": files, "now": word(row.now)}
            told = (
                language.text("{base} when last read in, {file} in the file, {now} in Rustad now", **words)
                if row.read_before
                else language.text("{base} at export, {file} in the file, {now} in Rustad now", **words)
            )
    return f"{field}: {told} ({where})"


def _new(plan: Plan, checklist: Checklist, language: Language) -> str:
    """What the questions get, and whatever the file says about who, when and how."""
    told = [language.text("New action on {items}", items=language.listed(list(plan.aims)))]
    for name in TOLD:
        value = written(plan, name)
        if value and value != written(UNSAID, name):
            told.append(f"{language.text(labels.PLAN_FIELD[name])}: {plan_word(name, value, checklist, language)}")
    return " · ".join(told)


def plan_word(name: str, value: str, checklist: Checklist, language: Language) -> str:
    """A field's value as people read it, in one line."""
    if name == "status":
        return language.text(labels.ACTION_STATUS[ActionStatus(value)])
    if name == "effort":
        return language.text(labels.EFFORT[Effort(value)])
    if name == "owner_role":
        return next((language.of(role.name) for role in checklist.roles if role.id == value), value) or "–"
    return _short(value) or "–"


def places(where: Sequence[Place], language: Language) -> str:
    """*Plan rad 5, Gap rad 7*."""
    return ", ".join(language.text("{sheet} row {row}", sheet=one.sheet, row=one.row) for one in where)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
