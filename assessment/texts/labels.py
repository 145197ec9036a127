"""What the domain's enums are called, as sentences for `Language.text`."""

from typing import Final

from assessment.domain.action import ActionStatus
from assessment.domain.agreement import AgreementWord
from assessment.domain.checklist import Basis, Effort, Scope
from assessment.domain.errors import sentence
from assessment.domain.response import Answer, AnswerKind
from assessment.domain.scoring import ItemState
from assessment.domain.workshop_parts import Agenda, Names

EFFORT: Final = {
    Effort.SMALL: sentence("small effort"),
    Effort.MEDIUM: sentence("medium effort"),
    Effort.LARGE: sentence("large effort"),
}
SCOPE: Final = {Scope.QUICK: sentence("Quick check"), Scope.FULL: sentence("All questions")}
BASIS: Final = {
    Basis.GUIDANCE: sentence("the national guidance for decision-makers"),
    Basis.STATUTE: sentence("statute"),
    Basis.SOURCE: sentence("public sources"),
    Basis.JUDGEMENT: sentence("our own judgement"),
}
AGREEMENT: Final = {
    AgreementWord.CONSENSUS: sentence("Consensus"),
    AgreementWord.SPREAD: sentence("Spread"),
    AgreementWord.CAMPS: sentence("Divided view"),
    AgreementWord.FEW: sentence("Few answers"),
}
ITEM_STATE: Final = {
    ItemState.RATED: sentence("Rated"),
    ItemState.UNKNOWN: sentence("Don't know"),
    ItemState.UNANSWERED: sentence("Unanswered"),
    ItemState.NOT_APPLICABLE: sentence("Not applicable"),
}
ACTION_STATUS: Final = {
    ActionStatus.NOT_STARTED: sentence("Not started"),
    ActionStatus.IN_PROGRESS: sentence("In progress"),
    ActionStatus.DONE: sentence("Done"),
    ActionStatus.ON_HOLD: sentence("On hold"),
}
PLAN_FIELD: Final = {
    "title": sentence("What is to be done"),
    "owner": sentence("Owner"),
    "owner_role": sentence("Owner's role"),
    "due": sentence("Done by"),
    "status": sentence("Status"),
    "effort": sentence("Effort"),
    "note": sentence("Note"),
    "aims": sentence("Expected levels"),
    "removed": sentence("Removed"),
}
NAMES: Final = {
    Names.HIDDEN: sentence("No. Only how many chose each level, and each role's middle where three have voted"),
    Names.OPEN: sentence("Yes. Whoever writes a name is shown by it, together with the vote"),
}
AGENDA: Final = {
    Agenda.CHECKLIST: sentence("As in the checklist"),
    Agenda.WORTH: sentence("First what is most worth talking about, judged by what people have answered beforehand"),
}
UNKNOWN: Final = ITEM_STATE[ItemState.UNKNOWN]
NOT_APPLICABLE: Final = ITEM_STATE[ItemState.NOT_APPLICABLE]
UNANSWERED: Final = ITEM_STATE[ItemState.UNANSWERED]

# Where a whole dimension name would not fit: the area picker and the map
SHORT_DIMENSION: Final = {
    "POL": sentence("Policy"),
    "TID": sentence("Time"),
    "RES": sentence("Resources"),
    "RUT": sentence("Routines"),
    "SAM": sentence("Collaboration"),
    "KUN": sentence("Knowledge"),
}
SHORT_LEVEL: Final = (
    sentence("Missing"),
    sentence("Started"),
    sentence("Partly in place"),
    sentence("In place"),
    sentence("Followed up"),
)
SHORT_STEP: Final = {
    "analysera": sentence("Analyse"),
    "vagval": sentence("Decide"),
    "forbered": sentence("Prepare"),
    "kommunicera": sentence("Communicate"),
}


def answer_label(answer: Answer | None) -> str:
    """The digit of a level, or the sentence for everything else."""
    if answer is None:
        return UNANSWERED
    if answer.kind is AnswerKind.LEVEL:
        return str(answer.level)
    return UNKNOWN if answer.kind is AnswerKind.UNKNOWN else NOT_APPLICABLE
