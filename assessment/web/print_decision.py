"""The paper for the meeting on paper: the same words and figures as in Word."""

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assessment.domain.report import AssessmentReport
from assessment.reporting import marks
from assessment.reporting.decision_paper import COLUMNS, KIND, decision_paper
from assessment.services import reports
from assessment.texts.language import Language
from assessment.web.paper import paper


def print_decision(request: Request) -> HTMLResponse:
    """`/utskrift/{assessment_id}/beslutsunderlag?lang=`. 404 with a sentence when the assessment is gone."""
    assessment_id = request.path_params["assessment_id"]
    return paper(
        request,
        "print_decision.html",
        lambda engine, viewer, spoken: _content(reports.report(engine, viewer, assessment_id), spoken),
    )


def _content(report: AssessmentReport, spoken: Language) -> dict[str, object]:
    made = decision_paper(report, spoken)
    return {
        "paper": made,
        "foot": report.assessment.name,
        "kind": " · ".join(filter(None, (spoken.text(KIND), report.assessment.organisation))),
        "name": report.assessment.name,
        "columns": [spoken.text(one) for one in COLUMNS],
        "tracks": [Markup(marks.profile_track(row.score, spoken)) for row in made.profile],
        "axis": Markup(marks.profile_axis(spoken)),
        "legend": Markup(marks.profile_legend(report, spoken)),
    }
