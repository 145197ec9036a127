"""The governing documents on paper: what there is by kind, what covers each dimension, and what to ask about."""

from markupsafe import Markup
from sqlalchemy.engine import Engine
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assessment.domain.document import Document
from assessment.domain.document_overview import DocumentOverview
from assessment.domain.report import AssessmentReport
from assessment.domain.viewer import Viewer
from assessment.reporting import document_words, marks
from assessment.reporting.consistency_words import level_words
from assessment.services import documents, organisations, reports
from assessment.texts import document_labels
from assessment.texts.language import Language
from assessment.web.paper import paper


def print_documents(request: Request) -> HTMLResponse:
    """`/utskrift/styrdokument/{organisation_id}?lang=&a=`. 404 with a sentence when either is gone.

    `a` names the assessment whose answers stand beside; without it there are none.
    """
    organisation_id, assessment_id = request.path_params["organisation_id"], request.query_params.get("a")
    return paper(
        request,
        "print_documents.html",
        lambda engine, viewer, spoken: _content(engine, viewer, spoken, organisation_id, assessment_id),
    )


def _content(
    engine: Engine, viewer: Viewer, spoken: Language, organisation_id: str, assessment_id: str | None
) -> dict[str, object]:
    organisation = organisations.organisation(engine, viewer, organisation_id)
    report = reports.report(engine, viewer, assessment_id) if assessment_id else None
    overview = documents.overview(engine, viewer, organisation_id, report.checklist if report else None)
    return {
        "foot": organisation.name,
        "organisation": organisation.name,
        "answers": report.assessment.name if report else "",
        "day": spoken.date(overview.today),
        "finding": document_words.documents_finding(overview, spoken),
        "lede": document_words.documents_lede(overview, spoken),
        "kinds_finding": document_words.kinds_finding(overview, spoken),
        "kinds": [
            (spoken.text(document_labels.KIND[level]), [_card(one, overview, spoken) for one in listed])
            for level, listed in overview.by_level.items()
        ],
        "coverage_finding": document_words.uncovered_finding(overview, spoken),
        "coverage": [
            _coverage(one.id, spoken.of(one.name), overview, report, spoken) for one in overview.checklist.dimensions
        ],
        "axis": Markup(marks.profile_axis(spoken)) if report else "",
        "legend": Markup(marks.profile_legend(report, spoken)) if report else "",
        "questions": _questions(overview, report, spoken),
    }


def _card(document: Document, overview: DocumentOverview, spoken: Language) -> Markup:
    return Markup(marks.document_card(document, overview, spoken))


def _coverage(
    dimension: str, name: str, overview: DocumentOverview, report: AssessmentReport | None, spoken: Language
) -> dict[str, object]:
    covering = overview.covering(dimension)
    score = report.dimensions.get(dimension) if report else None
    return {
        "name": name,
        "track": Markup(marks.profile_track(score, spoken)) if score else "",
        "in_force": [one.facts.title for one in covering if one in overview.in_force],
    }


def _questions(overview: DocumentOverview, report: AssessmentReport | None, spoken: Language) -> dict[str, object]:
    found = overview.questions(report.results) if report else ()
    rows = [
        (
            document_words.question_words(one, spoken),
            Markup(marks.square(one.result, spoken)),
            f"{level_words(one.result, spoken)}: {spoken.of(one.result.item.question)}",
        )
        for one in found
    ]
    return {"finding": document_words.questions_finding(len(found), spoken) if found else "", "rows": rows}
