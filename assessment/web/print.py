"""The result on paper: a page of its own, with the same marks and few rules of its own."""

from typing import Final

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assessment.domain.checklist import term
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult, Score
from assessment.reporting import findings, marks
from assessment.reporting.consistency_words import level_words, raised, raised_finding, raised_reading
from assessment.reporting.divided import most_divided
from assessment.reporting.freshness_words import age_words, aged_in, ages_of, freshness_finding, freshness_reading
from assessment.reporting.marks.tipping import tipping_list
from assessment.reporting.tipping_words import tipping, tipping_finding, tipping_reading
from assessment.services import reports
from assessment.texts import labels
from assessment.texts.language import Language
from assessment.web.paper import paper

FIRST_ACTIONS: Final = 5
MOST_DIVIDED: Final = 3


def print_page(request: Request) -> HTMLResponse:
    """`/utskrift/{assessment_id}?lang=`. 404 with a sentence when the assessment is gone."""
    assessment_id = request.path_params["assessment_id"]
    return paper(
        request,
        "print.html",
        lambda engine, viewer, spoken: _content(reports.report(engine, viewer, assessment_id), spoken),
    )


def _content(report: AssessmentReport, spoken: Language) -> dict[str, object]:
    scores = list(report.dimensions.items())
    scores.sort(key=lambda pair: -_distance(pair[1]))
    targets = {result.target for result in report.results}
    table = marks.disagreement_table(report, most_divided(report, most=MOST_DIVIDED), spoken)
    return {
        "report": report,
        "foot": report.assessment.name,
        "moment": spoken.moment(report.at),
        "finding": findings.page_finding(report, spoken),
        "profile_finding": findings.profile_finding(report, spoken),
        "split_finding": findings.at_target_finding(report, spoken),
        "map_finding": findings.map_finding(report, spoken),
        "roles_finding": findings.disagreement_finding(report, spoken) if table else "",
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
        "tipping": _tipping(report, spoken),
        "raised": _raised(report, spoken),
        "aged": _aged(report, spoken),
        "open": [(spoken.of(result.item.question), _state(result, spoken)) for result in report.to_find_out],
    }


def _tipping(report: AssessmentReport, spoken: Language) -> dict[str, object]:
    """Nothing when no single answer decides a lowest level."""
    found = tipping(report)
    return {
        "finding": findings.capital(tipping_finding(found, spoken)),
        "reading": tipping_reading(spoken),
        "list": Markup(tipping_list(found, report, spoken)) if found else "",
    }


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


def _raised(report: AssessmentReport, spoken: Language) -> dict[str, object]:
    """The questions that the answers raise: heading, how to read them, and each with its answers."""
    found = raised(report)
    told = [(spoken.of(one.asked.question), [_answer(result, spoken) for result in one.results]) for one in found]
    return {"finding": raised_finding(len(found), spoken), "reading": raised_reading(spoken), "rows": told}


def _answer(result: ItemResult, spoken: Language) -> tuple[Markup, str]:
    words = f"{level_words(result, spoken)}: {spoken.of(result.item.question)}"
    return Markup(marks.square(result, spoken)), words


def _aged(report: AssessmentReport, spoken: Language) -> dict[str, object]:
    """What is to be looked at again: heading, how to read it, and each question with its age."""
    ages, aged = ages_of(report), aged_in(report)
    told = [(spoken.of(age.item.question), age_words(age, spoken)) for age in aged]
    return {"finding": freshness_finding(ages, spoken), "reading": freshness_reading(ages, spoken), "rows": told}


def _state(result: ItemResult, spoken: Language) -> str:
    return spoken.text(labels.ITEM_STATE[result.state])
