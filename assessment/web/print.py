"""The result on paper: a page of its own, with the same marks and few rules of its own. Always light."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assessment.domain.checklist import term
from assessment.domain.errors import AssessmentError
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult, Score
from assessment.domain.viewer import ADMINISTRATOR
from assessment.reporting import findings, marks
from assessment.reporting.divided import most_divided
from assessment.services import reports
from assessment.services.house import house
from assessment.settings import settings
from assessment.texts import labels
from assessment.texts.language import CODES, Language, language

FIRST_ACTIONS: Final = 5
MOST_DIVIDED: Final = 3
TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)


def print_page(request: Request) -> HTMLResponse:
    """`/utskrift/{assessment_id}?lang=`. 404 with a sentence when the assessment is gone."""
    asked = request.query_params.get("lang", "")
    spoken = language(asked if asked in CODES else settings().language)
    try:
        engine = house(settings().database_url)
        report = reports.report(engine, ADMINISTRATOR, request.path_params["assessment_id"])
    except AssessmentError as error:
        told = TEMPLATES.get_template("refusal.html").render(code=spoken.code, told=spoken.explain(error))
        return HTMLResponse(told, status_code=404)
    return HTMLResponse(TEMPLATES.get_template("print.html").render(**_content(report, spoken)))


def _content(report: AssessmentReport, spoken: Language) -> dict[str, object]:
    scores = list(report.dimensions.items())
    scores.sort(key=lambda pair: -_distance(pair[1]))
    targets = {result.target for result in report.results}
    table = marks.disagreement_table(report, most_divided(report, most=MOST_DIVIDED), spoken)
    return {
        "t": spoken.text,
        "n": spoken.plural,
        "code": spoken.code,
        "report": report,
        "spoken": spoken,
        "foot": _css_text(f"Rustad · {report.assessment.name}"),
        "moment": spoken.moment(report.at),
        "finding": findings.page_finding(report, spoken),
        "profile_finding": findings.profile_finding(report, spoken),
        "split_finding": findings.at_target_finding(report, spoken),
        "map_finding": findings.map_finding(report, spoken),
        "roles_finding": findings.disagreement_finding(report, spoken, most=MOST_DIVIDED) if table else "",
        "figures": Markup(marks.key_figures(report, spoken)),
        "rows": [_row(report, dimension, score, spoken) for dimension, score in scores],
        "axis": Markup(marks.profile_axis(spoken)),
        "profile_legend": Markup(marks.profile_legend(report, spoken)),
        "legend": Markup(
            marks.legend(
                spoken,
                target=targets.pop() if len(targets) == 1 else None,
                states=sorted({result.state for result in report.results}),
                agreed=bool(report.settled),
            )
        ),
        "map": Markup(marks.map_table(report, spoken)),
        "gaps": report.gaps[:FIRST_ACTIONS],
        "roles": Markup(table),
        "open": [(spoken.of(result.item.question), _state(result, spoken)) for result in report.to_find_out],
    }


def _css_text(text: str) -> Markup:
    """`text` for inside a CSS string: whatever is no letter, digit or space is written as an escape."""
    return Markup("".join(char if char.isalnum() or char == " " else f"\\{ord(char):06x} " for char in text))


def _distance(score: Score) -> float:
    return float("-inf") if score.index is None or score.index.point is None else score.target_index - score.index.point


def _row(report: AssessmentReport, dimension: str, score: Score, spoken: Language) -> dict[str, object]:
    columns = marks.split_columns(report.dimensions.values())
    return {
        "name": spoken.of(term(report.checklist.dimensions, dimension).name),
        "track": Markup(marks.profile_track(score, spoken)),
        "figure": Markup(marks.profile_figure(score, spoken)),
        "split": Markup(marks.split(score, spoken, columns=columns)),
        "reach": spoken.text("{answered} of {asked}", answered=len(score.at_target), asked=len(score.applicable)),
    }


def _state(result: ItemResult, spoken: Language) -> str:
    return spoken.text(labels.ITEM_STATE[result.state])
