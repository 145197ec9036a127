"""A decision record on paper."""

from sqlalchemy.engine import Engine
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assessment.domain.viewer import Viewer
from assessment.reporting.way_paper import way_paper
from assessment.services import organisations, ways
from assessment.texts.language import Language
from assessment.web.paper import paper


def print_way(request: Request) -> HTMLResponse:
    """`/utskrift/vagval/{record_id}?lang=`. 404 with a sentence when the record is gone."""
    record_id = request.path_params["record_id"]

    def content(engine: Engine, viewer: Viewer, spoken: Language) -> dict[str, object]:
        activity, record = ways.with_activity(engine, viewer, record_id)
        organisation = organisations.organisation(engine, viewer, record.organisation_id)
        made = way_paper(organisation, activity, record, ways.guide(), spoken)
        return {"foot": made.title, "paper": made}

    return paper(request, "print_way.html", content)
