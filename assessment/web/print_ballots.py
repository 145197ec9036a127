"""Paper ballots: a sheet for each participant who has no phone."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy.engine import Engine
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assessment.domain.checklist import Item
from assessment.domain.response import ANSWERS, NOT_APPLICABLE, UNKNOWN, Answer
from assessment.domain.viewer import Viewer
from assessment.services import assessments, workshops
from assessment.services.assessments import OpenedAssessment
from assessment.services.room import room
from assessment.texts import labels
from assessment.texts.language import Language
from assessment.web.paper import paper

SIGNS: Final = {UNKNOWN: "?", NOT_APPLICABLE: "–"}


def print_ballots(request: Request) -> HTMLResponse:
    """`/utskrift/{assessment_id}/rostsedlar?lang=`. 404 with a sentence when the assessment is gone."""
    assessment_id = request.path_params["assessment_id"]

    def content(engine: Engine, viewer: Viewer, spoken: Language) -> dict[str, object]:
        opened = assessments.opened(engine, viewer, assessment_id)
        return {
            "assessment": opened.assessment,
            "foot": opened.assessment.name,
            "roles": [spoken.of(role.name) for role in opened.checklist.roles],
            "signs": [_sign(answer) for answer in ANSWERS],
            "scale": [(_sign(answer), _meaning(answer, spoken)) for answer in ANSWERS],
            "questions": [
                (_place(item, opened, spoken), spoken.of(item.question)) for item in _agenda(engine, viewer, opened)
            ],
        }

    return paper(request, "print_ballots.html", content)


def _agenda(engine: Engine, viewer: Viewer, opened: OpenedAssessment) -> Sequence[Item]:
    """The order of the workshop that was prepared last, else the checklist's."""
    prepared = workshops.of_assessment(engine, viewer, opened.assessment.id)
    if prepared:
        return room(engine, viewer, prepared[0].id).agenda
    return opened.assessment.asked(opened.checklist)


def _place(item: Item, opened: OpenedAssessment, spoken: Language) -> str:
    """*Tid 2*, as the big screen names the question."""
    siblings = [one for one in opened.assessment.asked(opened.checklist) if one.dimension == item.dimension]
    name = spoken.text(labels.SHORT_DIMENSION.get(item.dimension, item.dimension))
    return f"{name} {siblings.index(item) + 1}"


def _sign(answer: Answer) -> str:
    return SIGNS[answer] if answer.level is None else str(answer.level)


def _meaning(answer: Answer, spoken: Language) -> str:
    if answer.level is not None:
        return spoken.text(labels.SHORT_LEVEL[answer.level])
    return spoken.text(labels.answer_label(answer))
